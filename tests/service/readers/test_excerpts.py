"""What stands for a sentence: the whole, or a run of it that is safe to cut out."""

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.excerpts import HEADLINE, LONGEST, excerpt

LONG = (
    "The harbour bridge will close for repairs on 3 May, the city council said on Tuesday, after engineers found cracks in two "
    "of its nine pillars, and the ferry, which carries 400 cars a day, will run every ten minutes until October, when the bridge "
    "is to open again."
)


def words(text: str) -> int:
    return len(text.split())


def test_a_short_sentence_stands_whole() -> None:
    assert excerpt("The bridge closed on Tuesday.", None) == (0, 29)
    assert excerpt("The bridge closed on Tuesday.", None, headline=True) == (0, 29)


def test_a_long_one_is_cut_where_that_is_safe() -> None:
    start, end = excerpt(LONG, None, headline=True)
    assert 0 < words(LONG[start:end]) < words(LONG)
    start, end = excerpt(LONG, None)
    assert words(LONG[start:end]) <= LONGEST


@given(
    st.lists(
        st.sampled_from("the bridge closed , and who said that . “ ” on Tuesday — ( )".split()),
        min_size=1,
        max_size=90,
    ).map(" ".join),
    st.booleans(),
)
def test_an_excerpt_is_a_run_of_the_sentence(sentence: str, headline: bool) -> None:
    start, end = excerpt(sentence, None, headline=headline)
    assert 0 <= start < end <= len(sentence)
    if words(sentence) <= HEADLINE:
        assert (start, end) == (0, len(sentence))
