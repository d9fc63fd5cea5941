import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.numbers import Number, numbers


def one(text: str) -> Number:
    found = numbers(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind", "comparison"),
    [
        ("They paid 412,000 pounds.", 412_000, "GBP", "money", None),
        ("It cost $4.8 billion.", 4.8e9, "USD", "money", None),
        ("A £4.8bn bid failed.", 4.8e9, "GBP", "money", None),
        ("He gave around $50 to them.", 50, "USD", "money", "about"),
        ("A fund of 90 million euros was set up.", 90e6, "EUR", "money", None),
        ("More than 20 people fled.", 20, "person", "count", "more_than"),
        ("Twenty-eight sailors were found.", 28, "sailor", "count", None),
        ("three hundred and five votes", 305, "vote", "count", None),
        ("a dozen eggs", 12, "egg", "count", None),
        ("dozens of houses", 12, "house", "count", "many"),
        ("half a million voters", 500_000, "voter", "count", None),
        ("It freed 3 gunmen.", 3, "gunman", "count", None),
        ("They hired four policewomen", 4, "policewoman", "count", None),
        ("It fed 40 deer.", 40, "deer", "count", None),
        ("with 12 crew members", 12, "crew", "count", None),
        ("with 12 crew, all men", 12, "crew", "count", None),
        ("two rescue teams", 2, "team", "count", None),
        ("a five-storey hotel", 5, "storey", "count", None),
        ("They won 31 of the seats.", 31, "seat", "count", None),
        ("He got 12 years.", 12, "year", "duration", None),
        ("a 12-month ban", 12, "month", "duration", None),
        ("held for over a year", 1, "year", "duration", "more_than"),
        ("a month ago", 1, "month", "duration", None),
        ("14 days or more", 14, "day", "duration", "at_least"),
        ("up to nine years", 9, "year", "duration", "at_most"),
        ("a 28-year-old baker", 28, "year", "age", None),
        ("Anna Hart, 58, was freed.", 58, "year", "age", None),
        ("patients aged 60 or older", 60, "year", "age", "at_least"),
        ("a rise of 3.1%", 3.1, "percent", "percent", None),
        ("nearly 12 per cent of it", 12, "percent", "percent", "almost"),
        ("two percentage points", 2, "percentage point", "percent", None),
        ("20 km south", 20, "kilometre", "measure", None),
        ("five square miles", 5, "square mile", "measure", None),
        ("a magnitude 6.4 quake", 6.4, "magnitude", "measure", None),
        ("a 6.4-magnitude quake", 6.4, "magnitude", "measure", None),
        ("the second such swap", 2, None, "ordinal", None),
        ("the third-largest bank", 3, "largest", "ordinal", None),
        ("the twenty-first time", 21, None, "ordinal", None),
        ("its 40th year", 40, None, "ordinal", None),
        ("less than a third of it", 1 / 3, None, "fraction", "less_than"),
        ("two-thirds of them", 2 / 3, None, "fraction", None),
        ("half of them", 0.5, None, "fraction", None),
        ("almost twice the price", 2, None, "multiple", "almost"),
        ("three times as much", 3, "time", "multiple", None),
        ("at 4.12 a.m.", 252, "clock", "time", None),
        ("at 6:40 p.m.", 1120, "clock", "time", None),
        ("in 2023", 2023, None, "year", None),
        ("since the 1990s", 1990, "decade", "year", None),
        ("on 10 April", 10, "april", "day", None),
        ("by July 10", 10, "july", "day", None),
    ],
)
def test_a_number_has_its_value_unit_kind_and_comparison(
    text: str, value: float, unit: str | None, kind: str, comparison: str | None
) -> None:
    number = one(text)
    assert number.value == pytest.approx(value)
    assert (number.unit, number.kind, number.comparison) == (unit, kind, comparison)


@pytest.mark.parametrize(
    "text", ["no one came", "one of the men", "the F-16", "a G20 host", "They saw it at first."]
)
def test_pronouns_and_names_are_no_numbers(text: str) -> None:
    assert numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "upper", "unit"),
    [
        ("won 3-1", 3, 1, None),
        ("20 to 30 people", 20, 30, "person"),
        ("between 3 and 5 days", 3, 5, "day"),
        ("$3-4 million", 3e6, 4e6, "USD"),
        ("by 61 votes to 58", 61, 58, "vote"),
    ],
)
def test_a_range_and_a_score_are_one_number(text: str, value: float, upper: float, unit: str | None) -> None:
    number = one(text)
    assert (number.value, number.upper, number.unit) == (value, upper, unit)


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-$€%:abcdhlmotwyz’\nTwelve"), max_size=60))
def test_spans_give_the_words_and_do_not_overlap(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert text[number.start : number.end] == number.text
        assert number.start >= end
        end = number.end


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_are_read_back(value: int) -> None:
    assert one(f"worth ${value:,} now").value == value
