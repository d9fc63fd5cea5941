"""The table of news dates: which pattern is read by which reader, under which name."""

import re

from . import date_readers as read
from . import date_spans as spans
from .date_context import Reader, Rule
from .date_words import DAY_PARTS, MO, NUM, ORDINAL_DAY, PART, UNIT, WD, WHICH, D, Y


def _named(pattern: str, old: str, new: str) -> str:
    return pattern.replace(f"?P<{old}>", f"?P<{new}>")


_CUES = {
    "date": "digit",
    "month_day": "month",
    "week_of": "month",
    "years": "digit",
    "days": "month",
    "month": "month",
    "weekday": "weekday",
    "year": "digit spoken",
    "decade": "digit spoken",
    "century": "digit",
    "season": "season",
    "quarter": "unit digit",
    "half": "unit digit",
    "fiscal": "unit digit",
    "day_by_name": "digit",
    "holiday": "holiday",
}


def _rule(name: str, pattern: str, reader: Reader) -> Rule:
    cues = frozenset(_CUES.get(name, "unit").split())
    return Rule(name, re.compile(rf"(?=[\w'’])(?<![\w$€£-])(?:{pattern})(?!\w)"), reader, cues)


_MO2, _D2, _Y0 = _named(MO, "mo", "mo2"), _named(D, "d", "d2"), _named(Y, "y", "y0")
_LAST_THIS_NEXT = r"(?P<{0}>(?i:last|this|next))"
_WITH_YEAR = rf"(?:,? (?:of )?{Y})?"
_OR_STEP = rf"(?:,? (?:of )?{Y}|,? (?:of )?" + _LAST_THIS_NEXT.format("year_step") + " year)?"
_TO = r" ?(?:-|–|(?i:to|and|through|until)) ?"
_ABOUT = (
    r"(?:(?:(?P<about>(?i:about|around|almost|nearly|some|over|(?:more|less) than|at least))"
    r"|(?i:just|exactly|only)) )?"
)
_LATE = r"(?i:early|late|earlier|later)"
_WEEKDAY = rf"(?:(?:(?i:this|next|last)(?: (?i:coming|past))? )?{WD}(?: {DAY_PARTS})?,? )?"
_REPORTED = r"(?i:the|their|its)"

_SPANNED = r"(?i:season|campaign|(?:school|academic|fiscal|financial|budget)\b)"

RULES = (
    _rule(
        "date", r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>\d\d))?(?!-?\d)" + rf"(?! {_SPANNED})", read.iso
    ),
    _rule("date", r"(?P<a>\d{1,2})(?P<s>[/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d\d)", read.numeric),
    _rule(
        "month_day", rf"{_WEEKDAY}(?:(?P<which>(?i:last|this|next)) )?{MO} {D}{_WITH_YEAR}", read.month_day
    ),
    _rule("month_day", rf"{_WEEKDAY}(?:(?P<which>(?i:the)) )?{D}(?: of)? {MO}{_WITH_YEAR}", read.month_day),
    _rule(
        "month_day",
        rf"{_WEEKDAY}(?:(?P<which>(?i:last|this|next)) )?{MO} (?:the )?{ORDINAL_DAY}"
        rf"(?![ -](?:quarter|half|time|place|round|day|week)){_WITH_YEAR}",
        read.month_day,
    ),
    _rule("month_day", rf"{_WEEKDAY}(?P<which>(?i:the)) {ORDINAL_DAY} of {MO}{_WITH_YEAR}", read.month_day),
    _rule(
        "week_of",
        r"(?i:(?:the )?week (?:(?:(?P<ending>ending|ended)|(?P<opening>beginning|starting))(?: on)?|of)) "
        rf"{_WEEKDAY}{MO} {D}{_WITH_YEAR}(?P<which>)",
        read.week_of,
    ),
    _rule(
        "years",
        rf"(?<!/)(?P<y>1[5-9]\d\d|20\d\d)[-–/](?P<z>\d{{4}}|\d\d)(?![-/]?\d|/)(?: {_SPANNED}(?: (?i:year))?)?",
        spans.years,
    ),
    _rule("days", rf"{MO} {D}{_TO}(?:{_MO2} )?{_D2}{_WITH_YEAR}", read.days),
    _rule("days", rf"{D}(?: {MO})?{_TO}{_D2} {_MO2}{_WITH_YEAR}", read.days),
    _rule("month", rf"{PART}(?:{WHICH} )?{MO}{_OR_STEP}", spans.month),
    _rule("weekday", rf"(?:{_LATE}(?: on)? )?(?:{WHICH} )?{WD}(?: {DAY_PARTS})?", read.weekday),
    _rule(
        "today",
        rf"(?:{_LATE} )?(?P<word>(?i:today|tonight|overnight|this (?:morning|afternoon|evening)|yesterday"
        rf"|last night"
        rf"|the day before yesterday|tomorrow|the day after tomorrow))(?: {DAY_PARTS})?",
        read.today,
    ),
    _rule("units_ago", rf"{_ABOUT}{NUM}[ -]{UNIT}[ -](?:ago|back)", read.ago),
    _rule("units_hence", rf"(?:(?i:in) )?{NUM} {UNIT}(?: (?i:from now|hence)|['’] (?i:time))", read.hence),
    _rule("units_ahead", rf"(?i:in) {NUM} {UNIT}", read.ahead),
    _rule(
        "units_later",
        rf"{_ABOUT}{NUM} {UNIT} (?P<way>(?i:later|earlier|afterwards|beforehand|previously))",
        read.later,
    ),
    _rule("units_later", rf"{_ABOUT}{NUM} {UNIT} (?i:after|before)", spans.no("relative_to_event")),
    _rule(
        "the_day_before", r"(?i:the (?:day|week|month|year) (?:before|after))", spans.no("relative_to_event")
    ),
    _rule(
        "same_unit",
        rf"(?:{_LATE} )?(?P<way>(?i:the (?:very )?(?:same|following|next|previous|preceding)|that(?: same)?))"
        rf" (?P<unit>(?i:day|week|month|quarter|year|night|morning|evening|afternoon))",
        read.same,
    ),
    _rule("later_in_the_day", rf"{_LATE} in the day", read.in_the_day),
    _rule("weekend", r"(?:(?i:over|during|throughout) )?(?:(?i:the) )?(?i:weekend)", spans.weekend),
    _rule(
        "same_period",
        rf"(?i:the|that) (?i:same|comparable|corresponding) (?P<unit>(?i:day|week|month|quarter|period))"
        r"(?:,? (?i:of|in))? (?:the )?"
        rf"(?:{Y}|(?P<back>(?i:last year|a year (?:ago|earlier|before)|(?:previous|prior|preceding) year)))",
        spans.same_period,
    ),
    _rule("year_period", rf"(?i:the) {Y} (?i:period)", spans.year_period),
    _rule(
        "first_units",
        rf"(?:(?i:the) )?(?P<edge>(?i:first|last|final|opening|closing)) {NUM} (?P<unit>(?i:month|quarter)s)"
        rf" of (?:the )?(?:{Y}|{_LAST_THIS_NEXT.format('year_step')} year|(?i:year))",
        spans.first_units,
    ),
    _rule(
        "step",
        rf"(?:(?P<part>(?i:early|mid|late|later|earlier|(?:the )?(?:end|beginning|start|middle) of"
        rf"|end))[ -](?:the )?)?{WHICH}"
        r" (?P<unit>(?i:week|weekend|month|quarter|year|decade|century))",
        spans.step,
    ),
    _rule(
        "unit_edge",
        r"(?:(?P<part>(?i:(?:earlier|later|early|late) in|(?:by )?(?:the )?(?:beginning|start|middle|end"
        r"|close) of)) (?:the )?"
        r"(?P<unit>(?i:week|month|year))|(?P<unit2>(?i:month|year))[ -]end)",
        spans.edge,
    ),
    _rule(
        "reported_period",
        rf"(?:{_REPORTED} )?(?P<ago>(?i:(?:comparable )?year[ -](?:ago|earlier)))(?: (?i:(?:(?:first|second"
        rf"|third|fourth) )?quarter|period))?"
        rf"|{_REPORTED} (?:(?i:latest|most recent|full) )?(?i:quarter|period|year)",
        spans.reported,
    ),
    _rule("year", rf"{PART}(?:(?i:the year) )?{Y}", spans.year),
    _rule(
        "decade",
        rf"{PART}(?:(?i:the) )?(?:(?P<digits>1\d\d0|20\d0)['’]?s|(?P<word>(?i:twenties|thirties|forties"
        r"|fifties|sixties|seventies|eighties|nineties)))",
        spans.decade,
    ),
    _rule("decade", rf"{PART}(?:(?i:the) )?(?P<digits>['’]\d0)['’]?s(?P<word>)", spans.decade),
    _rule("century", rf"{PART}(?:(?i:the) )?(?P<n>1\d|2[01])(?:st|nd|rd|th)[ -](?i:century)", spans.century),
    _rule(
        "season",
        rf"{PART}(?:(?:{WHICH}|(?i:the)) )?(?P<season>(?i:spring|summer|autumn|fall|winter)){_OR_STEP}",
        spans.season,
    ),
    _rule(
        "quarter",
        rf"(?:{_REPORTED} )?(?:{_Y0} |{_LAST_THIS_NEXT.format('step0')} year['’]s )?(?P<fiscal>(?i:fiscal) )?"
        rf"(?:(?P<q>(?i:first|second|third|fourth|1st|2nd|3rd|4th))[ -](?i:quarter)"
        rf"|[Qq](?P<digit>[1-4])){_OR_STEP}",
        spans.quarter,
    ),
    _rule(
        "half",
        rf"(?:(?i:the) )?(?:(?P<half>(?i:first|second|last)) half of|[Hh](?P<h>[12])) (?:the )?"
        rf"(?:{Y}|{_LAST_THIS_NEXT.format('year_step')} year|(?i:year))",
        spans.half,
    ),
    _rule(
        "day_by_name",
        r"9/11(?:-[a-z]{4,8})?",
        read.by_name,
    ),
    _rule(
        "holiday",
        r"(?:(?P<which>(?i:last|this|next)) )?(?P<holiday>(?i:new year['’]s (?:day|eve)|christmas(?: day"
        r"| eve)?|boxing day|halloween"
        rf"|valentine['’]s day|thanksgiving(?: day)?|labor day)){_WITH_YEAR}",
        read.holiday,
    ),
    _rule(
        "fiscal",
        rf"(?:(?i:the) )?(?i:fiscal|financial|school|academic)(?: year)? (?:{Y}|year)",
        spans.no("fiscal"),
    ),
)
