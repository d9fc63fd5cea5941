from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.dated import Dated, dated, read

TUESDAY = "2026-05-12"


def only(text: str, published: str | None = TUESDAY) -> Dated:
    (found,) = dated(text, published)
    return found


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("The bridge opened on 7 May 2026.", "The bridge opened on Thursday."),
        ("The bridge opens on 14 May 2026.", "The bridge will open on Thursday."),
        ("The court sat on Monday.", "The court sat yesterday."),
        ("Sales fell in 2025.", "Sales fell last year."),
        ("He has led it since April.", "He has led it since last month."),
    ],
)
def test_two_wordings_of_one_date_have_the_same_days(statement: str, source: str) -> None:
    assert only(statement).same_days(only(source))


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("on 10 April", "in April"),
        ("on Monday", "this week"),
        ("in March", "this year"),
        ("from 3 to 5 May", "in May"),
        ("since 2014", "since 2012"),
        ("in 2016", "since 2014"),
    ],
)
def test_a_part_is_within_the_whole_and_not_the_other_way(narrow: str, wide: str) -> None:
    assert only(narrow).within(only(wide))
    assert not only(wide).within(only(narrow))


def test_a_date_that_is_not_known_is_neither_the_same_nor_within() -> None:
    unknown = only("It closed two days later.")
    assert (unknown.edtf, unknown.precision, unknown.reason) == (None, "unknown", "relative_to_event")
    assert not unknown.same_days(unknown)
    assert not unknown.within(only("in 2026"))


def test_a_date_is_counted_from_the_one_before_it() -> None:
    _, later = dated("It opened on March 3. It closed two days later.", TUESDAY)
    assert (later.first, later.anchor) == (date(2026, 3, 5), "sentence")


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("Lund earned $5 in the first quarter, up from $4 a year earlier.", ["2026-33", "2025-33"]),
        ("Profit in the first quarter was $5, against $4 last year.", ["2026-33", "2025-33"]),
        ("Profit rose in the first quarter. Last year the firm moved.", ["2026-33", "2025"]),
        ("Profit rose in the first quarter. In the year-ago period it fell.", ["2026-33", "2025-33"]),
        (
            "Profit was $5 in the first quarter. For the six months it was $9, up from $8 a year ago.",
            ["2026-33", "2025"],
        ),
        ("For the quarter ended March 31 it lost $5.", ["2026-33", "2026-03-31"]),
        ("For its fourth quarter ended Jan. 31 it lost $5.", [None, "2026-01-31"]),
        ("The fiscal second quarter was dry. Sales in the latest quarter fell.", [None, None]),
        ("It expects to report a loss for the first quarter.", ["2026-33"]),
        ("The pass was shut from January 23 to March 9, 2024.", ["2024-01-23/2024-03-09"]),
        ("He was held on 3 May. The next day he was freed.", ["2026-05-03", "2026-05-04"]),
        ("Lima, who was born on 3 May 1980, was freed two days later.", ["1980-05-03", None]),
        ("She spoke on Monday; later in the day she left.", ["2026-05-11", "2026-05-11"]),
        ("It burned in 2003. It was rebuilt forty years later.", ["2003", None]),
        ("The postponed match will be played on Thursday.", ["2026-05-14"]),
    ],
)
def test_a_phrase_is_read_by_what_stands_around_it(text: str, meanings: list[str | None]) -> None:
    assert [found.edtf for found in dated(text, TUESDAY)] == meanings


def test_a_span_that_was_given_leans_on_the_words_before_it() -> None:
    text = "Talks are set for May 24 and 25. The tunnel will open in five years, the mayor said later in the day."
    spans = [
        (text.index(words), text.index(words) + len(words))
        for words in ("May 24", "25", "five years", "the day")
    ]
    assert [found.edtf for found in read(text, spans, TUESDAY)] == [
        "2026-05-24",
        "2026-05-25",
        "2031",
        "2026-05-12",
    ]


@given(st.text(max_size=40) | st.sampled_from(["It closed on May 3 and", "since last week, 1 of 2"]))
def test_a_date_is_the_words_where_it_stands(text: str) -> None:
    for found in dated(text, TUESDAY):
        assert text[found.start : found.end] == found.text
        assert (found.edtf is None) == (found.reason is not None)


@pytest.mark.parametrize(
    "words",
    [
        "1 ", "1/2/3/", "1.1.", "May ", "May 3 to ", "the the second third of ", "the week of ", "2019-20 ",
        "in five years ", "a year ago ", "'98 ", "Monday, ", "until May ", "twenty-", " ", "a", "19", "will be not ",
        "neither ", "third quarter ended ", "compared with ", "since the ", ", who ", "last year, the nine months ",
    ],
)  # fmt: skip
def test_the_work_grows_as_the_text_does(words: str) -> None:
    def work(length: int) -> float:
        text = (words * length)[:length]
        started = process_time()
        dated(text, TUESDAY)
        return process_time() - started

    short, long = (min(work(length) for _ in range(3)) for length in (2_500, 20_000))
    assert long < 8 * 4 * max(short, 0.001)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The fair opens on the first Monday in May.", "2026-05"),
        ("She left on Tuesday last week.", "2026-04-20/2026-04-26"),
        ("She left on Tuesday of last week.", "2026-04-20/2026-04-26"),
    ],
)
def test_a_weekday_that_is_counted_otherwise_is_not_the_nearest(text: str, edtf: str) -> None:
    assert [d.edtf for d in dated(text, "2026-04-28")] == [edtf]
