"""What tests of the evals share: small invented sets in the uniform format, and an article with label and digest."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from nutgraf_evals.label import Label, filled
from nutgraf_evals.told import Told, told
from nutgraf_schemas import Digest

Row = dict[str, Any]


@pytest.fixture
def a_set(tmp_path: Path) -> Callable[[Iterable[Row], Iterable[Row]], Path]:
    """Writes documents and labels into a folder and gives the folder."""

    def written(documents: Iterable[Row], labels: Iterable[Row]) -> Path:
        for name, found in (("documents", documents), ("labels", labels)):
            lines = (json.dumps(row) + "\n" for row in found)
            (tmp_path / f"{name}.jsonl").write_text("".join(lines), "utf-8")
        return tmp_path

    return written


SENTENCES = (
    "Two climbers were brought down from the Harn ridge on Monday, 14 hours after one of them fell.",
    "Oda Brekke, 31, had broken a leg, and her partner Tor Vaage stayed beside her in the snow.",
    "A helicopter turned back twice because of fog, the mountain service in Lenvik said.",
    "Vaage denied that the two had ignored a warning of avalanches.",
    "The service will close the ridge until May and asks for 2.1 million crowns for new radios.",
)
TEXT = " ".join(SENTENCES)
LABEL: Row = {
    "article": "ridge-wire",
    "published": "2025-03-04",
    "events": [
        {
            "id": "ev1",
            "main": True,
            "type": "accident_or_disaster",
            "description": "Two climbers were rescued from the Harn ridge.",
            "when": {"text": "Monday", "edtf": "2025-03-03"},
            "participants": [{"name": "Two climbers", "also": ["Oda Brekke", "Tor Vaage"], "role": "target"}],
            "modality": "asserted",
            "evidence": [{"words": "Two climbers were brought down from the Harn ridge on Monday"}],
        },
        {
            "id": "ev2",
            "type": "denial_or_refusal",
            "description": "Tor Vaage denied that they had ignored a warning.",
            "participants": [{"name": "Vaage", "role": "speaker"}],
            "modality": "denied",
            "evidence": [{"words": "Vaage denied that the two had ignored a warning"}],
        },
        {
            "id": "ev3",
            "background": True,
            "type": "other",
            "description": "A helicopter had to turn back twice.",
            "modality": "attributed",
            "attribution": [{"source": "the mountain service", "cue": "said"}],
            "evidence": [{"words": "A helicopter turned back twice"}],
        },
    ],
    "key_facts": [
        {"fact": "two climbers were rescued", "groups": [["climbers"], ["brought down", "rescued"]]},
        {"fact": "Oda Brekke broke a leg", "groups": [["Brekke"], ["broken a leg", "broke a leg"]]},
        {"fact": "the ridge is closed until May", "groups": [["ridge"], ["closed"], ["May"]]},
        {"fact": "the service asks for 2.1 million", "groups": [["2.1 million"]]},
    ],
    "forbidden": [
        {
            "fact": "they ignored a warning",
            "why": "Vaage denies it",
            "groups": [["climbers", "Vaage", "they"], ["ignored a warning"]],
            "without": ["denies", "not"],
        },
        {
            "fact": "a climber was killed",
            "why": "one broke a leg",
            "groups": [["climber", "climbers", "Brekke"], ["killed", "died"]],
        },
    ],
}


@dataclass(frozen=True, slots=True)
class Story:
    """An article of five sentences with its label, and digests of it, right or wrong."""

    text: str
    label: Label

    def statement(self, text: str, *sentences: int, support: str = "supported") -> Row:
        """A statement that cites whole sentences, by number."""
        return {
            "text": text,
            "evidence": [self.sentence(number) for number in sentences],
            "support": support,
            "checks": {"words": "ok"},
        }

    def sentence(self, number: int) -> Row:
        """The evidence that is a whole sentence."""
        start = self.text.index(SENTENCES[number - 1])
        return {"sentence": number, "start": start, "end": start + len(SENTENCES[number - 1])}

    def words(self, words: str) -> Row:
        """The evidence that is these words."""
        start = self.text.index(words)
        number = next(n for n, each in enumerate(SENTENCES, 1) if words in each)
        return {"sentence": number, "start": start, "end": start + len(words)}

    def digest(self, **fields: Any) -> Digest:
        """A right digest, but for these fields."""
        return Digest.model_validate({**self.right, **fields})

    def told(self, **fields: Any) -> Told:
        """What that digest tells."""
        return told(self.digest(**fields), self.text)

    @property
    def right(self) -> Row:
        """A right digest as JSON has it, made anew."""
        return {
            "id": "dg_1",
            "status": "complete",
            "article": {
                "title": None,
                "source": None,
                "url": None,
                "language": "en",
                "published": {"edtf": "2025-03-04", "precision": "day", "basis": "field"},
                "dateline": None,
                "sha256": sha256(self.text.encode()).hexdigest(),
                "characters": len(self.text),
                "offset_unit": "codepoint",
                "sentences": [
                    {"id": n, **{k: v for k, v in self.sentence(n).items() if k != "sentence"}}
                    for n in range(1, 6)
                ],
            },
            "headline": self.statement("Two climbers brought down from Harn ridge", 1),
            "summary": [
                self.statement("Two climbers were brought down from the Harn ridge on Monday.", 1),
                self.statement("Oda Brekke had broken a leg, and Tor Vaage stayed beside her.", 2),
            ],
            "key_points": [
                self.statement("The service will close the ridge until May.", 5),
                self.statement("The service asks for 2,100,000 crowns for new radios.", 5),
            ],
            "events": [
                self.event("ev1", "Two climbers were brought down.", 1, "Two climbers", main=True),
                self.event("ev2", "Vaage denied that the two had ignored a warning.", 4, "Vaage"),
            ],
            "entities": [],
            "contradictions": [],
            "warnings": [],
            "coverage": {"sentences": 5, "used": [1, 2, 4, 5], "read": 5},
            "provenance": {
                "nutgraf": "0.1.0",
                "llm": "none",
                "prompt": "steps@1",
                "prompt_sha256": "",
                "schema_sha256": "",
                "generated": True,
                "digital_source_type": None,
            },
            "usage": {
                "calls": 2,
                "input_tokens": 900,
                "cached_tokens": 600,
                "output_tokens": 100,
                "seconds": 2.5,
            },
        }

    def event(self, name: str, text: str, sentence: int, who: str, **fields: Any) -> Row:
        """An event with one participant."""
        return {
            "id": name,
            "type": "other",
            "main": False,
            "description": self.statement(text, sentence),
            "when": None,
            "where": None,
            "participants": [{"name": who, "role": "actor", "evidence": [self.words(who)]}],
            "quantities": [],
            "modality": "asserted",
            "attribution": [],
            "evidence": [self.sentence(sentence)],
            "null_reasons": {},
            "crosswalk": {"plover": None, "cameo_root": None, "ace": None},
            **fields,
        }

    def shuffled(self, statements: Sequence[Row]) -> list[Row]:
        """The statements, each with the evidence of the next one."""
        return [
            {**each, "evidence": after["evidence"]}
            for each, after in zip(statements, [*statements[1:], statements[0]], strict=True)
        ]


@pytest.fixture
def ridge() -> Story:
    return Story(TEXT, filled(Label.model_validate(LABEL), TEXT, {}))
