"""What tests of the scorers of events share: an article, its label, a digest that is right, and ways to spoil it."""

from collections.abc import Callable
from typing import Any

import pytest

from nutgraf_evals.label import Label, filled
from nutgraf_evals.told import Told, told

TEXT = (
    "LOWMOUTH, May 6 — The council of Lowmouth voted on Tuesday to close the harbour bridge for repairs. "
    "Engineers had found cracks in two pillars on April 14, the mayor Anna Reyes said. "
    "Shopkeepers on the east bank asked the council for a ferry on Monday. "
    "The bridge opened in 1931."
)
LABEL = {
    "article": "bridge-courier",
    "published": "2025-05-06",
    "events": [
        {
            "id": "ev1",
            "main": True,
            "type": "law_or_policy",
            "or_types": ["election_or_vote"],
            "description": "The council decided to shut the harbour bridge for repairs.",
            "when": {"text": "Tuesday", "edtf": "2025-05-06"},
            "where": {"text": "Lowmouth", "also": ["the harbour bridge"]},
            "participants": [
                {"name": "The council of Lowmouth", "also": ["the council"], "role": "actor"},
                {
                    "name": "the harbour bridge",
                    "also": ["The bridge"],
                    "role": "target",
                    "or_roles": ["other"],
                },
            ],
            "modality": "asserted",
            "evidence": [{"words": "voted on Tuesday to close the harbour bridge"}],
        },
        {
            "id": "ev2",
            "type": "investigation",
            "description": "Cracks were discovered in two of the bridge's pillars on 14 April.",
            "when": {"text": "April 14", "edtf": "2025-04-14"},
            "participants": [{"name": "Engineers", "role": "actor"}],
            "quantities": [{"text": "two pillars", "value": 2, "unit": "pillar"}],
            "modality": "attributed",
            "attribution": [{"source": "the mayor Anna Reyes", "also": ["Anna Reyes"], "cue": "said"}],
            "evidence": [{"words": "had found cracks in two pillars"}],
        },
        {
            "id": "ev3",
            "type": "request_or_demand",
            "description": "Traders of the east bank want a ferry from the council.",
            "when": {"text": "Monday", "edtf": "2025-05-05"},
            "where": {"text": "the east bank"},
            "participants": [
                {"name": "Shopkeepers on the east bank", "also": ["Shopkeepers"], "role": "actor"},
                {"name": "the council", "also": ["The council of Lowmouth"], "role": "target"},
            ],
            "modality": "asserted",
            "evidence": [{"words": "asked the council for a ferry"}],
        },
        {
            "id": "ev4",
            "background": True,
            "type": "other",
            "description": "The bridge was opened in 1931.",
            "when": {"text": "1931", "edtf": "1931"},
            "modality": "asserted",
            "evidence": [{"words": "The bridge opened in 1931"}],
        },
    ],
    "key_facts": [{"fact": "The bridge closes", "groups": [["bridge"], ["close", "shut"]]}],
}


def _sentence(words: str) -> list[dict[str, int]]:
    start = TEXT.index(words)
    return [{"start": start, "end": TEXT.index(".", start) + 1}]


DIGEST: dict[str, Any] = {
    "events": [
        {
            "id": "ev1",
            "main": True,
            "type": "election_or_vote",
            "description": {"text": "The council of Lowmouth voted to close the harbour bridge."},
            "when": {"text": "Tuesday", "edtf": "2025-05-06"},
            "where": {"text": "Lowmouth"},
            "participants": [
                {"name": "The council of Lowmouth", "role": "actor"},
                {"name": "the harbour bridge", "role": "target"},
            ],
            "evidence": _sentence("The council"),
        },
        {
            "id": "ev2",
            "type": "investigation",
            "description": {"text": "Engineers found cracks in two pillars."},
            "when": {"text": "April 14", "edtf": "2025-04-14"},
            "participants": [{"name": "Engineers", "role": "actor"}],
            "quantities": [{"text": "two pillars", "value": 2.0, "unit": "pillar"}],
            "modality": "attributed",
            "attribution": [{"source": "Anna Reyes", "cue": "said"}],
            "evidence": _sentence("Engineers"),
        },
        {
            "id": "ev3",
            "type": "request_or_demand",
            "description": {"text": "Shopkeepers asked the council for a ferry."},
            "when": {"text": "Monday", "edtf": "2025-05-05"},
            "where": {"text": "east bank"},
            "participants": [
                {"name": "Shopkeepers", "role": "actor"},
                {"name": "the council", "role": "target"},
            ],
            "evidence": _sentence("Shopkeepers"),
        },
    ]
}


@pytest.fixture
def label() -> Label:
    return filled(Label.model_validate(LABEL), TEXT, {})


@pytest.fixture
def right() -> Told:
    """A digest that is right in every field of every event that counts."""
    return told(DIGEST, TEXT)


@pytest.fixture
def nothing() -> Told:
    """A digest without events."""
    return told({"headline": {"text": "Harbour bridge to close"}}, TEXT)


Change = Callable[..., Told]


@pytest.fixture
def change() -> Change:
    """Changes fields of the event at a place."""

    def changed(digest: Told, place: int, **fields: Any) -> Told:
        event = type(digest.events[place]).model_validate({**digest.events[place].model_dump(), **fields})
        events = [event if at == place else each for at, each in enumerate(digest.events)]
        return digest.model_copy(update={"events": events})

    return changed


@pytest.fixture
def shuffle() -> Change:
    """Gives each event the named fields of the next one."""

    def shuffled(digest: Told, *fields: str) -> Told:
        following = [*digest.events[1:], digest.events[0]]
        events = [
            event.model_copy(update={field: getattr(other, field) for field in fields})
            for event, other in zip(digest.events, following, strict=True)
        ]
        return digest.model_copy(update={"events": events})

    return shuffled
