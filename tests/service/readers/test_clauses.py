from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.clauses import runs


def cut(text: str, frame: tuple[int, int] | None = None) -> list[str]:
    return [text[a:b] for a, b in runs(text, frame)]


def test_a_trailing_relative_clause_is_dropped() -> None:
    text = "The council approved the tunnel on Friday, which will take nine years to dig."
    assert cut(text) == ["The council approved the tunnel on Friday"]


def test_a_condition_or_a_contrast_is_never_dropped() -> None:
    assert cut("The bank will open the branch in May, with more staff if the council agrees.") == []
    assert cut("The bank opened the new branch in May, but nobody came to see it.") == []


def test_a_trailing_report_frame_is_dropped() -> None:
    text = "The river rose by two metres overnight, the coastguard said."
    assert cut(text, (38, len(text))) == ["The river rose by two metres overnight"]


def test_a_run_without_a_verb_is_no_run() -> None:
    assert cut("The mayor of the small town of Orvel, who won twice, has resigned.") == []


def test_quotation_marks_stay_in_pairs() -> None:
    text = 'He called it "a fine day for the port, which has waited long enough" on Monday.'
    assert all(part.count('"') % 2 == 0 for part in cut(text))


@given(st.text(alphabet=st.sampled_from('abc was, which"“”.;—\nwhile'), max_size=80))
def test_runs_are_inside_the_text(text: str) -> None:
    for a, b in runs(text):
        assert 0 <= a < b <= len(text)
