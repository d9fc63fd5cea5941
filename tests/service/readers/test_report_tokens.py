from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.report_tokens import read


def sentences(text: str) -> list[str]:
    t = read(text)
    return [text[slice(*t.span(a, b))].strip() for a, b in zip(t.first, t.last, strict=True)]


def test_sentences_end_at_stops_but_not_at_abbreviations() -> None:
    text = "Mr. Ode met Gov. Lund in the U.S. on Friday. He left. “It rained.” They stayed."
    assert sentences(text) == [
        "Mr. Ode met Gov. Lund in the U.S. on Friday.",
        "He left.",
        "“It rained.”",
        "They stayed.",
    ]


def test_a_quotation_ends_with_its_paragraph_at_the_latest() -> None:
    text = "“We lost the ward.\n\n“We lost the roof,” she said. It rained."
    t = read(text)
    assert [text[slice(*t.span(a, b))] for a, b in t.quotes] == ["“We lost the ward.", "“We lost the roof,”"]


def test_straight_quotation_marks_open_before_a_word_and_close_behind_it() -> None:
    text = 'The "old" roof and the "new" one.'
    t = read(text)
    assert [text[slice(*t.span(a, b))] for a, b in t.quotes] == ['"old"', '"new"']


def test_a_possessive_is_a_token_of_its_own_and_no_auxiliary() -> None:
    t = read("Lund’s plan and he’s tired")
    assert (t.tag[1], t.tag[5]) == ("pos", "aux")


@given(st.text(alphabet="aB.,:;“”\"'’‘ \n—-()!?1", max_size=60))
def test_every_token_has_one_sentence_and_sentences_follow_each_other(text: str) -> None:
    t = read(text)
    assert len(t.word) == len(t.tag) == len(t.sentence) == len(t.quote)
    assert all(text[start:end] for start, end in zip(t.start, t.end, strict=True))
    covered = [k for a, b in zip(t.first, t.last, strict=True) for k in range(a, b + 1)]
    assert covered == list(range(len(t.word)))
