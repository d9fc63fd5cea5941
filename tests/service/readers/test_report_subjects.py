import pytest

from nutgraf.readers.report_subjects import subject
from nutgraf.readers.report_tokens import read


@pytest.mark.parametrize(
    ("sentence", "verb", "who"),
    [
        ("The mayor of Marby said no.", "said", "The mayor of Marby"),
        ("On Monday, Lena Brandt, 41, a nurse, said no.", "said", "Lena Brandt, 41, a nurse"),
        ("Lena Brandt (left) said no.", "said", "Lena Brandt (left)"),
        ("The mayor on Monday also said no.", "said", "The mayor"),
        ("The mayor has in the past said no.", "said", "The mayor"),
        ("Farmers and fishermen said no.", "said", "Farmers and fishermen"),
        ("A survey conducted by the county showed gains.", "showed", "A survey conducted by the county"),
        ("Voters who backed Ode said no.", "said", "Voters who backed Ode"),
        ("The man who wrote it said no.", "wrote", "who"),
        ("She said that Ode lied.", "lied", "Ode"),
        ("Brandt praised the nurses and criticised the board.", "criticised", "Brandt"),
        ("Brandt said the board had met but warned the nurses.", "warned", "Brandt"),
        ("Brandt left, warning the nurses.", "warning", "Brandt"),
        ("Citing the cost, the board closed the ward.", "Citing", "the board"),
        ("Brandt declined to comment on it.", "comment", "Brandt"),
        ("Brandt urged the board to apologise for it.", "apologise", "the board"),
        ("The ferry sank, with its owner saying no.", "saying", "its owner"),
        ("Three of them said no.", "said", "Three of them"),
    ],
)
def test_the_subject_of_a_verb_is_found(sentence: str, verb: str, who: str) -> None:
    t = read(sentence)
    found = subject(t, t.word.index(verb.lower()))
    assert found is not None
    assert sentence[slice(*t.span(found.first, found.last))] == who


@pytest.mark.parametrize(("sentence", "verb"), [("Said and done.", "said"), ("saying", "saying")])
def test_a_verb_without_a_subject_has_none(sentence: str, verb: str) -> None:
    t = read(sentence)
    assert subject(t, t.word.index(verb)) is None
