from collections.abc import Callable

import pytest

from nutgraf.line import Cited, Claim, Record, Sentence
from nutgraf.steps.classify import classify
from nutgraf_schemas.draft import DraftEvent


def typed(sentences: tuple[Sentence, ...], what: str, proposed: str) -> str:
    draft = DraftEvent(
        what=what, type=proposed, status="happened", when="", where="", by=[], to=[], sentences=[1]
    )
    record = Record(
        draft=draft, description=Claim(text=what, sentences=(1,)), type=draft.type, sentences=(1,)
    )
    headline = Claim(text="x", sentences=(1,))
    (record,) = classify(
        Cited(headline=headline, summary=(), key_points=(), records=(record,)), sentences
    ).records
    return record.type


@pytest.mark.parametrize(
    ("sentence", "what", "proposed", "kind"),
    [
        # the trigger outweighs the LLM
        ("Police arrested a clerk who had stolen 12 paintings.", "Police arrested a clerk.", "crime", "arrest_or_detention"),
        # among several triggers of the main clause the LLM decides
        ("The council approved the plan and banned cars.", "The council approved the plan and banned cars.", "sanction_or_restriction", "sanction_or_restriction"),
        # a reporting verb counts only where nothing else happens
        ("The firm said that it had bought a rival.", "The firm said that it had bought a rival.", "statement", "business"),
        ("The minister announced nothing new.", "The minister announced nothing new.", "meeting", "statement"),
        # no trigger: the LLM's type stands
        ("The bridge is 300 metres long.", "The bridge is long.", "other", "other"),
    ],
)  # fmt: skip
def test_the_type_comes_from_the_trigger(
    sentences_of: Callable[[str], tuple[Sentence, ...]], sentence: str, what: str, proposed: str, kind: str
) -> None:
    assert typed(sentences_of(sentence), what, proposed) == kind
