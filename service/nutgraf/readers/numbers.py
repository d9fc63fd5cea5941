"""Numbers with what they count: text in, numbers out, each one value with unit, comparison and span.

"around $50", "more than 20 dead", "12-year", "the second", "4.8 billion", "twice", "Hartley, 58," (an age), "4.12 a.m.",
"3-1". A plain year or day is read too ("2023", "10 April"); which date it is, is the dates reader's business.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from nutgraf.readers import number_patterns as patterns
from nutgraf.readers import number_words as table
from nutgraf.readers.number_words import singular

Kind = Literal[
    "count",
    "duration",
    "age",
    "money",
    "percent",
    "ordinal",
    "fraction",
    "multiple",
    "measure",
    "time",
    "year",
    "day",
]


@dataclass(frozen=True, slots=True)
class Number:
    """One number as the text has it.

    `value` is written out ("4.8 billion" is 4.8e9); of a time of day it is minutes after midnight. `upper` is the other
    end of a range or the other side of a score. `unit` is a singular lemma ("year", "person"), a currency's ISO 4217
    code, "percent", the month of a day, or None. `comparison` is "about", "almost", "at_least", "at_most", "more_than",
    "less_than", "many" ("dozens") or None. The span covers comparison, number and a unit that follows directly.
    """

    value: float
    unit: str | None
    kind: Kind
    comparison: str | None
    text: str
    start: int
    end: int
    upper: float | None = None


def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of `text`, in order, no two overlapping."""
    found: list[Number] = []
    for number, core in _each(text):
        last = found[-1] if found else None
        joined = _range(text, last, number, core) if last else None
        if joined is not None:
            found[-1] = joined
        elif last is None or core >= last.end:
            found.append(number)
    return tuple(found)


def _each(text: str) -> Iterator[tuple[Number, int]]:
    """Each number with the offset where its value begins (its span may begin with a comparison)."""
    for match in patterns.SCAN.finditer(text):
        bare = _bare(match, text)
        if bare is None:
            continue
        number = bare if bare.unit or bare.kind != "count" else _with_unit(bare, text)
        if bare.kind == "ordinal" and (best := patterns.SUPERLATIVE.match(text, bare.end)):
            number = replace(bare, unit=best["word"].lower())
        number = _compared(number, text, match)
        yield number, match.start()


def _bare(match: re.Match[str], text: str) -> Number | None:
    """The match as a number, without its comparison and, of plain counts, without its unit."""
    start, end = match.span()
    value: float
    unit: str | None = None
    kind: Kind = "count"
    comparison: str | None = None
    if match["time"]:
        value, unit, kind = *_hour(match["time"].lower()), "time"
    elif match["day"]:
        value, unit, kind = (
            float(_first(r"\d+", match["day"])),
            table.MONTHS[_first(patterns.MONTH, match["day"])],
            "day",
        )
    elif match["decade"]:
        value, unit, kind = float(match["decade"][:-1]), "decade", "year"
    elif match["symbol"]:
        value = _float(match["amount"]) * table.MAGNITUDES.get((match["amount_by"] or "").lower(), 1)
        unit, kind = table.SYMBOLS[match["symbol"]], "money"
    elif match["digits"]:
        value = _float(match["digits"]) * table.MAGNITUDES.get((match["by"] or "").lower(), 1)
        if match["th"]:
            kind = "ordinal"
        elif _is_year(match, text):
            kind = "year"
    elif match["vague"]:
        value, comparison = table.VAGUE[" ".join(match["vague"].lower().split())], "many"
    elif match["fraction"]:
        value, kind = table.fraction(match["fraction"].lower()), "fraction"
    elif match["round"]:
        first, *_, size = match["round"].lower().split()
        value = table.MAGNITUDES[size] * (0.5 if first == "half" else 1)
        comparison = "many" if first == "several" or " few " in match["round"].lower() else None
    elif match["times"]:
        value, kind = table.TIMES[match["times"].lower()], "multiple"
    elif match["ordinal"]:
        value = float(
            table.WORDS.get((match["ordinal_tens"] or "").lower(), 0)
            + table.ORDINALS[match["ordinal"].lower()]
        )
        kind = "ordinal"
        if value == 1 and text[max(0, start - 3) : start].lower().endswith("at "):
            return None
    elif match["words"]:
        value = table.spelled(match["words"].lower())
        if value == 1 and not _counts(match, text):
            return None
    else:
        value = 1.0
        if not patterns.BEFORE.search(text, max(0, start - 24), start) and not _spans(text, start, end):
            return None
    return Number(value, unit, kind, comparison, text[start:end], start, end)


def _with_unit(bare: Number, text: str) -> Number:
    """A plain count with the unit that follows it, or that its place gives it (an age, a magnitude)."""
    after = bare.end

    def ends(kind: Kind, unit: str, end: int) -> Number:
        return replace(bare, kind=kind, unit=unit, end=end, text=text[bare.start : end])

    if found := patterns.PERCENT.match(text, after):
        return ends("percent", "percentage point" if found["points"] else "percent", found.end())
    if found := patterns.CURRENCY.match(text, after):
        name = " ".join(found["name"].lower().split())
        return ends("money", table.CURRENCIES[name], found.end())
    if found := patterns.OLD.match(text, after):
        return ends("age", found["unit"].lower(), found.end())
    if (
        text[max(0, bare.start - 14) : bare.start]
        .lower()
        .endswith(("magnitude ", "magnitude of ", "magnitude-"))
    ):
        return replace(bare, kind="measure", unit="magnitude")
    if found := patterns.TIMES_AFTER.match(text, after):
        return ends("multiple", "time", found.end())
    if found := patterns.MEASURE.match(text, after):
        name = found["name"].lower()
        unit = "century" if name == "centuries" else table.MEASURES.get(found["name"], name)
        kind: Kind = "duration" if unit in table.DURATIONS else "measure"
        if kind == "duration" and patterns.AGED_IN_UNITS.search(text, max(0, bare.start - 60), bare.start):
            kind = "age"
        return ends(kind, " ".join(f"{found['squared'] or ''}{unit}".split()), found.end())
    if (
        bare.value < 120
        and patterns.AGED.search(text, max(0, bare.start - 60), bare.start)
        and patterns.AGE_ENDS.match(text, after)
    ):
        return replace(bare, kind="age", unit="year")
    return _counted(bare, text)


def _counted(bare: Number, text: str) -> Number:
    """A count with the noun it counts: the first plural among the next four words; the next word after "one"."""
    of = patterns.OF.match(text, bare.end)
    at = of.end() - 1 if of and text[of.end() - 1].isspace() else of.end() if of else bare.end
    if text[bare.end : bare.end + 1] == "-" and bare.value != 1:  # a "five-storey" building
        found = patterns.NOUNS.match(text, bare.end)
        unit = found[0].strip(" -").lower() if found else None
        return (
            replace(bare, unit=unit, end=found.end(), text=text[bare.start : found.end()]) if found else bare
        )
    for place in range(4):
        found = patterns.NOUNS.match(text, at)
        word = found[0].strip().lstrip("-") if found else ""
        if not found or word.lower() in table.NO_UNIT:
            break
        one = word.lower() if bare.value == 1 and not of else None
        unit = singular(word) if one is None else one
        if unit is not None:
            direct = place == 0 and not of
            end = found.end() if direct else bare.end
            return replace(bare, unit=unit, end=end, text=text[bare.start : end])
        at = found.end()
    return bare


def _compared(number: Number, text: str, match: re.Match[str]) -> Number:
    """The number with the words that compare it, before or after."""
    if number.kind in ("ordinal", "year", "day"):
        return number
    if found := patterns.BEFORE.search(text, max(0, match.start() - 30), match.start()):
        word = " ".join(found["words"].lower().split())
        start = found.start("words")
        comparison = number.comparison or table.BEFORE[word]
        return replace(number, comparison=comparison, start=start, text=text[start : number.end])
    for at in (match.end(), number.end):
        if found := patterns.AFTER.match(text, at):
            end = max(number.end, found.end())
            word = " ".join(found["words"].lower().split())
            if at == match.end() != number.end:  # "12 or more years": the unit comes after
                return replace(number, comparison=table.AFTER[word])
            return replace(number, comparison=table.AFTER[word], end=end, text=text[number.start : end])
    return number


def _range(text: str, first: Number, second: Number, core: int) -> Number | None:
    """Two plain numbers as the ends of one range, or the sides of one score: "20 to 30 people", "3-1"."""
    gap = text[first.end : core]
    between = (
        text[max(0, first.start - 8) : first.start].lower().endswith("between ") and gap.strip() == "and"
    )
    if not (patterns.RANGE.fullmatch(gap) or between) or first.upper is not None:
        return None
    score = second.kind == "count" and second.unit is None and gap.strip() == "to"  # "61 votes to 58"
    plain = first.kind == "count" and (first.unit is None or score)
    money = first.kind == "money" and second.kind in ("money", "count")
    if not (plain or money) or second.kind in ("ordinal", "year", "day", "time", "fraction", "multiple"):
        return None
    scale = 1.0
    if first.value < 1_000 <= second.value and "," not in second.text:  # "$3-4 million"
        scale = next((m for m in (1e12, 1e9, 1e6, 1e3) if second.value >= m), 1.0)
    unit, kind = (first.unit, first.kind) if money else (second.unit or first.unit, second.kind)
    return replace(
        first,
        value=first.value * scale,
        upper=second.value,
        unit=unit,
        kind=kind,
        end=second.end,
        text=text[first.start : second.end],
    )


def _is_year(match: re.Match[str], text: str) -> bool:
    if match["by"] or not patterns.YEAR.fullmatch(match["digits"]):
        return False
    if (
        patterns.PERCENT.match(text, match.end())
        or patterns.CURRENCY.match(text, match.end())
        or patterns.MEASURE.match(text, match.end())
    ):
        return False
    noun = patterns.NOUNS.match(text, match.end())
    return bool(patterns.YEAR_AFTER.search(text, max(0, match.start() - 8), match.start())) or not (
        noun and singular(noun[0].strip(" -"))
    )


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether "one" is a number here, and no pronoun."""
    noun = patterns.NOUNS.match(text, match.end())
    return bool(
        noun
        and noun[0].strip(" -").lower() not in table.NO_UNIT
        and not patterns.NOT_ONE.search(text, max(0, match.start() - 9), match.start())
    )


def _spans(text: str, start: int, end: int) -> bool:
    """Whether "a" measures a span of time here: "for a year", "a week ago"."""
    before, after = text[:start].lower(), text[end:].lower()
    return before.endswith(("for ", "within ", "after ", "in ", "last ")) or bool(
        re.match(r"\s\w+(?:\s\w+)?\s(?:ago|later|earlier|long)\b", after)
    )


def _hour(time: str) -> tuple[float, str]:
    """Minutes after midnight and the unit of a time of day in lower case: "7 p.m.", "noon", "seven in the evening".

    Of "six o'clock" nobody knows which half of the day it is in: it is of half a clock.
    """
    if time.endswith(table.NAMED_HOURS):
        return next(value for name, value in table.HOURS.items() if time.endswith(name)), "clock"
    hour, *rest = [int(n) for n in re.findall(r"\d+", time)] or [table.WORDS[re.split(r"\s", time)[0]]]
    late = re.search(r"\bp\.?m\b|afternoon|evening|night", time)
    if late and hour < 12:
        hour += 12
    if re.search(r"\ba\.?m\b|morning", time) and hour == 12:
        hour = 0
    return float(60 * hour + sum(rest)), "half clock" if time.endswith("clock") else "clock"


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[0] if found else ""


def _float(digits: str) -> float:
    return float(digits.replace(",", ""))
