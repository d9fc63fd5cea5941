from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.calendar import bounds, precision
from nutgraf.readers.date_tense import tense
from nutgraf.readers.dates import Resolved, phrases, resolve

DAY = "2026-05-12"  # a Tuesday
MONTH = "2026-05"


def edtf(phrase: str, published: str | None = DAY, **given_: str) -> str:
    found = resolve(phrase, published, **given_)  # type: ignore[arg-type] # plain strings read better here
    return found if isinstance(found, str) else found.edtf


@pytest.mark.parametrize(
    ("phrase", "means"),
    [
        ("Tuesday", "2026-05-12"),
        ("on Monday", "2026-05-11"),
        ("Wednesday", "2026-05-06"),
        ("Sunday night", "2026-05-10"),
        ("early Monday", "2026-05-11"),
        ("last Tuesday", "2026-05-05"),
        ("next Tuesday", "2026-05-19"),
        ("this coming Friday", "2026-05-15"),
        ("today", "2026-05-12"),
        ("tonight", "2026-05-12"),
        ("yesterday evening", "2026-05-11"),
        ("tomorrow", "2026-05-13"),
        ("last night", "2026-05-11"),
        ("the day before yesterday", "2026-05-10"),
        ("an hour ago", "2026-05-12"),
        ("three days ago", "2026-05-09"),
        ("ten days ago", "2026-05-02"),
        ("two weeks ago", "2026-04-27/2026-05-03"),
        ("four months ago", "2026-01"),
        ("a year ago", "2025"),
        ("twenty-five years ago", "2001"),
        ("two decades ago", "2006~"),
        ("two days from now", "2026-05-14"),
        ("this week", "2026-05-11/2026-05-17"),
        ("last week", "2026-05-04/2026-05-10"),
        ("next month", "2026-06"),
        ("last month", "2026-04"),
        ("this year", "2026"),
        ("late last year", "2025"),
        ("last weekend", "2026-05-09/2026-05-10"),
        ("in January", "2026-01"),
        ("mid-February", "2026-02"),
        ("early February", "2026-02"),
        ("the end of March", "2026-03"),
        ("last June", "2025-06"),
        ("next March", "2027-03"),
        ("January 2024", "2024-01"),
        ("March of last year", "2025-03"),
        ("August 1, 2024", "2024-08-01"),
        ("10 April 2025", "2025-04-10"),
        ("10th Apr, 2025", "2025-04-10"),
        ("the 3rd of March 2020", "2020-03-03"),
        ("Thursday, April 10, 2025", "2025-04-10"),
        ("May 3", "2026-05-03"),
        ("Dec. 30", "2025-12-30"),
        ("2025-04-10", "2025-04-10"),
        ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("2023", "2023"),
        ("early 2023", "2023"),
        ("nineteen ninety-six", "1996"),
        ("two thousand and four", "2004"),
        ("the 1990s", "199X"),
        ("the '80s", "198X"),
        ("the early seventies", "197X"),
        ("the 19th century", "18XX"),
        ("spring 2024", "2024-21"),
        ("last summer", "2025-22"),
        ("this winter", "2026-24"),
        ("the third quarter", "2025-35"),
        ("the first quarter of 2027", "2027-33"),
        ("Q2 2024", "2024-34"),
        ("the second half of 2024", "2024-07/2024-12"),
        ("H1 2024", "2024-01/2024-06"),
        ("from 3 to 5 May", "2026-05-03/2026-05-05"),
        ("May 3-5", "2026-05-03/2026-05-05"),
        ("between 2019 and 2021", "2019/2021"),
        ("from March to May 2024", "2024-03/2024-05"),
        ("from November to February 2024", "2023-11/2024-02"),
        ("since 2014", "2014/.."),
        ("since last week", "2026-05-04/.."),
        ("since the 1990s", "1990-01-01/.."),
        ("Christmas Day", "2025-12-25"),
        ("Thanksgiving Day 2025", "2025-11-27"),
        ("this Friday", "2026-05-15"),
        ("this past week", "2026-05-04/2026-05-10"),
        ("over the weekend", "2026-05-09/2026-05-10"),
        ("about two years ago", "2024~"),
        ("March eighth", "2026-03-08"),
        ("the third of March, 2020", "2020-03-03"),
        ("this coming Sunday, May 17", "2026-05-17"),
        ("the week of May 4", "2026-05-04/2026-05-10"),
        ("the week ending May 9", "2026-05-03/2026-05-09"),
        ("the week beginning Sunday, May 3", "2026-05-03/2026-05-09"),
        ("9 a.m. Tuesday", "2026-05-12"),
        ("midnight on Monday", "2026-05-11"),
        ("Monday's", "2026-05-11"),
        ("[Ten] years ago", "2016"),
        ("9/11", "2001-09-11"),
        ("the first two quarters of 2024", "2024-01/2024-06"),
        ("the last three months of 2024", "2024-10/2024-12"),
        ("the second half of the year", "2025-07/2025-12"),
        ("1939–45", "1939/1945"),
        ("between Monday and Wednesday", "2026-05-04/2026-05-06"),
        ("later in the day", "2026-05-12"),
    ],
)
def test_a_phrase_means_a_date(phrase: str, means: str) -> None:
    assert edtf(phrase) == means


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("12 years", "not_a_date"),
        ("over a year", "not_a_date"),
        ("a 12-year term", "not_a_date"),
        ("the past year", "not_a_date"),
        ("three days", "not_a_date"),
        ("$50", "not_a_date"),
        ("the president", "not_a_date"),
        ("", "not_a_date"),
        ("a week after", "relative_to_event"),
        ("two days later", "relative_to_event"),
        ("the same day", "relative_to_event"),
        ("a few days ago", "vague"),
        ("several months ago", "vague"),
        ("03/04/2025", "ambiguous_day_month"),
        ("2025-02-30", "no_such_day"),
        ("February 30", "no_such_day"),
        ("fiscal 2024", "fiscal"),
        ("the fiscal third quarter", "fiscal"),
        ("the 2025-26 school year", "fiscal"),
        ("2026-27", "fiscal"),
        ("a couple of years ago", "vague"),
        ("in five years", "not_a_date"),
        ("the day after", "relative_to_event"),
        ("that quarter", "relative_to_event"),
        ("the same period last year", "relative_to_event"),
        ("the school year", "fiscal"),
        ("9999 years ago", "out_of_range"),
    ],
)
def test_what_has_no_date_has_a_reason(phrase: str, reason: str) -> None:
    assert edtf(phrase) == reason


@pytest.mark.parametrize(
    ("phrase", "means"),
    [
        ("Thursday", MONTH),
        ("yesterday", MONTH),
        ("next Tuesday", MONTH),
        ("three days ago", MONTH),
        ("in January", "2026-01"),
        ("mid-February", "2026-02"),
        ("last month", "2026-04"),
        ("last year", "2025"),
        ("May 3", "2026-05-03"),
        ("last summer", "2025-22"),
        ("three weeks ago", "month_only"),
        ("this week", "month_only"),
    ],
)
def test_nothing_is_more_precise_than_the_month_of_publication(phrase: str, means: str) -> None:
    assert edtf(phrase, MONTH) == means


def test_from_a_year_of_publication_weekdays_are_that_year() -> None:
    assert edtf("Thursday", "2026") == "2026"
    assert edtf("last month", "2026") == "year_only"
    assert edtf("last year", "2026") == "2025"


def test_from_a_span_of_publication_only_what_its_days_share_is_known() -> None:
    days, season, winter = "2026-05-11/2026-05-12", "2026-22", "2026-24"
    assert edtf("Thursday", days) == days
    assert edtf("last month", days) == "2026-04"
    assert edtf("this week", days) == "month_only"
    assert edtf("Thursday", season) == season
    assert (edtf("last year", season), edtf("last month", season)) == ("2025", "year_only")
    assert edtf("last year", winter) == "no_published_date"


def test_without_a_date_of_publication_only_dates_by_themselves_resolve() -> None:
    assert edtf("Thursday", None) == "no_published_date"
    assert edtf("May 3", None) == "no_published_date"
    assert edtf("May 3, 2024", None) == "2024-05-03"


def test_the_verb_says_which_thursday() -> None:
    assert edtf("Thursday", tense="past") == "2026-05-07"
    assert edtf("Thursday", tense="future") == "2026-05-14"
    assert edtf("this Friday", tense="past") == "2026-05-08"
    assert edtf("this winter", "2026-10-01", tense="future") == "2026-24"
    assert edtf("this spring", "2026-10-01", tense="future") == "2027-21"
    assert edtf("in five years", tense="future") == "2031"
    assert edtf("from Monday to Friday", tense="future") == "2026-05-18/2026-05-22"
    assert edtf("in October", tense="past") == "2025-10"
    assert edtf("in October", tense="future") == "2026-10"


def test_an_approximate_date_of_publication_stays_approximate() -> None:
    assert edtf("Thursday", "2026-05~") == "2026-05~"


def test_a_date_that_stands_before_is_counted_from() -> None:
    assert edtf("two days later", reference="2026-03-03") == "2026-03-05"
    assert edtf("the following month", reference="2025-12-03") == "2026-01"
    assert edtf("a year earlier", reference="2026-33") == "2025-33"
    assert edtf("the next morning", reference="2026-05-01") == "2026-05-02"
    assert edtf("that night", reference="2026-05-01") == "2026-05-01"
    assert edtf("the following Tuesday", reference="2026-05-01") == "2026-05-05"
    assert edtf("the previous Friday", reference="2026-05-01") == "2026-04-24"
    assert edtf("later in the day", reference="2026-05-01") == "2026-05-01"
    found = resolve("the same day", DAY, reference="2026-03-03")
    assert isinstance(found, Resolved)
    assert (found.edtf, found.anchor) == ("2026-03-03", "sentence")


def test_results_are_compared_with_those_of_the_quarter_that_is_told() -> None:
    for phrase in (
        "a year earlier",
        "a year ago",
        "last year",
        "the year-ago quarter",
        "the same period last year",
    ):
        assert edtf(phrase, period="2026-33") == "2025-33"
    assert edtf("the latest quarter", period="2026-33") == edtf("that quarter", period="2026-33") == "2026-33"
    assert edtf("the 2024 period", period="2026-33") == "2024-33"
    assert edtf("the quarter", period="fiscal") == "fiscal"
    assert edtf("the quarter") == "2026-33"


def test_on_a_sunday_last_week_is_the_one_that_ends() -> None:
    assert edtf("last week", "2026-05-10") == "2026-05-04/2026-05-10"
    assert edtf("last week", "2026-05-11") == "2026-05-04/2026-05-10"


def test_earlier_this_year_is_not_early_this_year() -> None:
    parts = [resolve(f"{word} this year", DAY) for word in ("earlier", "early", "later", "late")]
    assert [found.part for found in parts if isinstance(found, Resolved)] == [None, "early", None, "late"]


def test_what_a_date_was_counted_from_and_by_which_rule_is_said() -> None:
    weekday, explicit, part = (resolve(p, DAY) for p in ("on Monday", "May 3, 2024", "late February"))
    assert isinstance(weekday, Resolved)
    assert isinstance(explicit, Resolved)
    assert isinstance(part, Resolved)
    assert (weekday.anchor, weekday.rule) == ("article.published", "weekday_on_or_before")
    assert (explicit.anchor, explicit.precision) == ("none", "day")
    assert (part.part, part.precision) == ("late", "month")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The swap took place on August 1, 2024, aides said on Friday.", ["August 1, 2024", "Friday"]),
        ("He served 12 years and paid $50 over a year.", []),
        ("More than 2000 people marched in May, and some may march in 2027.", ["May", "2027"]),
        ("A 2019 law and the 1988 quake", ["2019", "1988"]),
        ("She ran from 3 to 5 May and has ruled since 2014.", ["3 to 5 May", "since 2014"]),
        ("It fell between 2019 and 2021.", ["between 2019 and 2021"]),
        ("The shop sold 1990 cars on Mondays at 10.30.", []),
        ("March on, May said in spring.", ["spring"]),
        ("Two days later, that same day", ["Two days later", "that same day"]),
        ("He is in his 80s and was born in the 1940s.", ["the 1940s"]),
        ("It was the worst flood in five years, or over the past year.", []),
        ("The tunnel will open in five years.", ["in five years"]),
        ("They meet on a Monday, every May and each spring.", []),
        ("A Sunday night vigil for Ann Christmas, who was in her forties", ["Sunday night"]),
        ("The wall began to fall apart before Christmas.", ["Christmas"]),
        ("The 2014 protests hurt the firm's 2015 results.", ["2014", "2015"]),
        ("It landed at 7:30 p.m. (1930 GMT), see http://daily.example/2016/11/landing.", []),
        ("Weekend traffic grew over the weekend.", ["over the weekend"]),
        ("After the fall in prices, engines fall away; it opens in the fall.", ["the fall"]),
        ("The latest quarter and the year-ago period", ["The latest quarter", "the year-ago period"]),
        ("The match was moved from Monday to Thursday.", ["Monday", "Thursday"]),
    ],
)
def test_date_phrases_are_found_where_they_stand(text: str, found: list[str]) -> None:
    assert [p.text for p in phrases(text)] == found
    assert all(text[p.start : p.end] == p.text for p in phrases(text))


@pytest.mark.parametrize(
    ("sentence", "phrase", "expected"),
    [
        ("The ferry sank on Monday.", "Monday", "past"),
        ("The minister will meet the union on Friday.", "Friday", "future"),
        ("On Friday, the minister will meet the union.", "Friday", "future"),
        ("She said that she would appeal the ruling, announced Wednesday.", "Wednesday", "past"),
        ("The port stays shut until Friday.", "Friday", "future"),
        ("They had filed their reports by Friday.", "Friday", "past"),
        ("The regatta, which he has not won since he moved in January, is off.", "January", "past"),
        ("A calm Friday", "Friday", None),
        ("The hearing is on Friday.", "Friday", "future"),
        ("The unions are meeting on Friday.", "Friday", "future"),
        ("He agreed to sell the mill in January.", "January", "future"),
        ("The bonus would be handed out on some day in January.", "January", "future"),
        ("She would have won on Friday.", "Friday", "past"),
        ("Neither of the climbers could be found on Friday.", "Friday", "past"),
        ("A vote could come on Friday.", "Friday", "future"),
        ("They vowed to overturn Friday's ruling.", "Friday", "past"),
        ("They will rally ahead of Friday's vote.", "Friday", "future"),
        ("They were likely to sell as soon as the market opened on Friday.", "Friday", "future"),
        ("The pool was open on Friday.", "Friday", "past"),
        ("The wreck was not found until Friday.", "Friday", "past"),
        ("The hearing was postponed until Friday.", "Friday", "future"),
        ("Mr. Lund will join Aas Corp. on Friday.", "Friday", "future"),
    ],
)
def test_the_nearest_verb_gives_the_tense(sentence: str, phrase: str, expected: str | None) -> None:
    start = sentence.index(phrase)
    assert tense(sentence, start, start + len(phrase)) == expected


WORDS = st.sampled_from(
    "last next this the a an early mid late end of on in since from to between and until Monday Fri."
    " January May Sept. spring winter "
    "first third quarter half year month week weekend decade century days ago later from now two"
    " twenty-five 3 31 2024 1999 '98 1990s "
    "nineteen ninety-six today yesterday night tomorrow Christmas , - 19th 2025-02 30/12/2024 Q3".split()
)
PUBLISHED = st.sampled_from(
    [
        None,
        DAY,
        MONTH,
        "2026",
        "2026-05~",
        "0001-01-01",
        "9999-12-31",
        "2024-02-29",
        "2026-21",
        "2026-24",
        "2026-05-11/2026-06",
    ]
)


@given(
    st.lists(WORDS, min_size=1, max_size=6).map(" ".join),
    PUBLISHED,
    st.sampled_from([None, "past", "future"]),
    st.sampled_from([None, "2024-02-29", "2026-33", "2026-05", "2014/..", "199X", "2026-05~"]),
)
def test_whatever_resolves_is_valid_edtf(
    phrase: str, published: str | None, verb: str | None, reference: str | None
) -> None:
    found = resolve(phrase, published, tense=verb, reference=reference)  # type: ignore[arg-type] # drawn from its values
    if isinstance(found, Resolved):
        parse_edtf(found.edtf)
        assert found.precision == precision(found.edtf)
        first, last = bounds(found.edtf)
        assert first is None or last is None or first <= last


@given(st.lists(WORDS | st.text(max_size=3), max_size=20).map(" ".join))
def test_phrases_are_in_order_disjoint_and_true(text: str) -> None:
    at = 0
    for phrase in phrases(text):
        assert at <= phrase.start < phrase.end
        assert phrase.text == text[phrase.start : phrase.end]
        at = phrase.end


@given(st.dates(min_value=date(1900, 1, 8), max_value=date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_within_a_week_of_publication(published: date, index: int) -> None:
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[index]
    back = (published - date.fromisoformat(edtf(name, published.isoformat()))).days
    ahead = (date.fromisoformat(edtf(name, published.isoformat(), tense="future")) - published).days
    assert 0 <= back < 7
    assert 0 <= ahead < 7
    assert (back + ahead) % 7 == 0


@pytest.mark.parametrize(
    "value",
    [
        "2026-05-12",
        "2026-05",
        "2026",
        "199X",
        "19XX",
        "2026-21",
        "2026-33",
        "2026-36",
        "2026-05-11/2026-05-17",
    ],
)
def test_first_and_last_day_agree_with_the_edtf_library(value: str) -> None:
    parsed = parse_edtf(value)
    first, last = bounds(value)
    assert first is not None
    assert last is not None
    assert (first.timetuple()[:3], last.timetuple()[:3]) == (
        parsed.lower_strict()[:3],
        parsed.upper_strict()[:3],
    )


def test_an_open_end_has_no_last_day_and_winter_ends_in_the_next_year() -> None:
    assert bounds("2014/..") == (date(2014, 1, 1), None)
    assert bounds("2026-24") == (date(2026, 12, 1), date(2027, 2, 28))
