import pytest

from nutgraf.line import Cited, Claim, Record, Sentence
from nutgraf.steps.quantities import measure
from nutgraf_schemas import Quantity
from nutgraf_schemas.draft import DraftEvent


def measured(
    text: str, told: str, frame: tuple[int, int] | None = None, start: int = 7
) -> tuple[Quantity, ...]:
    sentence = Sentence(1, start, start + len(text), text, text, 1, frame=frame)
    draft = DraftEvent.model_validate(
        {
            "what": told,
            "type": "other",
            "status": "happened",
            "when": "",
            "where": "",
            "by": [],
            "to": [],
            "s": [1],
        }
    )
    claim = Claim(text=told, sentences=(1,))
    record = Record(draft=draft, description=claim, type="other", sentences=(1,))
    cited = Cited(headline=claim, summary=(), key_points=(), records=(record,))
    return measure(cited, [sentence]).records[0].quantities


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        (
            "A blast killed 12 people and wounded 40.",
            "Blast killed 12 people, wounded 40",
            [("12 people", "deaths"), ("40", "injuries")],
        ),
        (
            "A court jailed Teo Marsh for nine years.",
            "Court jailed Teo Marsh for nine years",
            [("nine years", "sentence_length")],
        ),
        (
            "The talks lasted almost two months.",
            "Talks lasted almost two months",
            [("almost two months", "duration")],
        ),
        ("Vantra bought Lumecell for £870 million.", "Vantra bought Lumecell", [("£870 million", "money")]),
        ("Shares fell 5.5 percent.", "Shares fell 5.5 percent", [("5.5 percent", "percent")]),
        ("A magnitude 6.4 quake struck Tervo.", "Magnitude 6.4 quake struck Tervo", [("6.4", "magnitude")]),
        ("Police held Anna Hart, 58, on Monday.", "Police held Anna Hart, 58", [("58", "age")]),
        ("In May 2021 they met for the second time.", "They met for the second time in May 2021", []),
    ],
)
def test_an_events_numbers_are_read_with_their_kind(
    text: str, told: str, expected: list[tuple[str, str]]
) -> None:
    assert [(q.text, q.kind) for q in measured(text, told)] == expected


def test_the_evidence_is_the_exact_words() -> None:
    text = "Vantra bought Lumecell for £870 million."
    (found,) = measured(text, "Vantra bought Lumecell", start=7)
    (place,) = found.evidence
    assert text[place.start - 7 : place.end - 7] == found.text == "£870 million"


def test_numbers_of_another_clause_are_left_out() -> None:
    text = "Vantra bought Lumecell, which employs 310 people in Derry and had 3 owners, for £870 million."
    assert [q.text for q in measured(text, "Vantra bought Lumecell for £870 million")] == ["£870 million"]


def test_numbers_of_the_report_frame_are_left_out() -> None:
    text = "Four witnesses said that the blast killed 12 people."
    assert [q.text for q in measured(text, "Blast killed 12 people", frame=(7, 31))] == ["12 people"]
