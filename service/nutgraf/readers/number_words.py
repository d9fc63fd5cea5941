"""Tables for the numbers reader: number words, units, currencies, and words that compare."""

import re

_UNITS = """
    zero one two three four five six seven eight nine ten
    eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS: dict[str, int] = {word: i for i, word in enumerate(_UNITS.split())} | {
    word: 10 * i for i, word in enumerate(_TENS.split(), 2)
}
MAGNITUDES: dict[str, float] = {
    "dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
VAGUE: dict[str, float] = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "tens of thousands": 1e4,
    "hundreds of thousands": 1e5,
    "tens of millions": 1e7,
    "hundreds of millions": 1e8,
}
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth
    eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
ORDINALS: dict[str, int] = {word: i for i, word in enumerate(_ORDINALS.split(), 1)} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "hundredth": 100,
}
_TIMES: dict[float, str] = {
    0.5: "halve halved halving",
    2: "twice double doubled doubles doubling",
    3: "triple tripled triples tripling treble trebled",
    4: "quadruple quadrupled",
}
TIMES: dict[str, float] = {word: value for value, words in _TIMES.items() for word in words.split()}
HOURS = {"noon": 720.0, "midday": 720.0, "midnight": 0.0}
"""Hours that have a name → minutes after midnight."""
NAMED_HOURS = tuple(HOURS)
FRACTIONS: dict[str, int] = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}

_MONTHS = """
    January Jan, February Feb, March Mar, April Apr, May, June Jun, July Jul, August Aug, September Sept Sep, October Oct,
    November Nov, December Dec
"""
MONTHS: dict[str, str] = {
    form: forms.split()[0].lower() for forms in _MONTHS.split(",") for form in forms.split()
}
"""Forms of the months' names → the month."""

_SYMBOLS = """
    $ USD, US$ USD, A$ AUD, C$ CAD, HK$ HKD, NZ$ NZD, S$ SGD, R$ BRL, £ GBP, € EUR, ¥ JPY, ₹ INR, ₩ KRW, ₽ RUB, ₺ TRY,
    ₴ UAH, ₪ ILS, USD USD, EUR EUR, GBP GBP, CHF CHF, JPY JPY, CNY CNY
"""
_CURRENCIES = """
    dollar USD, US dollar USD, U.S. dollar USD, buck USD, Australian dollar AUD, Canadian dollar CAD, pound GBP,
    pound sterling GBP, euro EUR, yen JPY, yuan CNY, rupee INR, rouble RUB, ruble RUB, Swiss franc CHF, franc CHF,
    lira TRY, won KRW, krona SEK, krone NOK, zloty PLN, shekel ILS, peso MXN, rand ZAR, reais BRL, dirham AED, riyal SAR,
    cent cent, penny penny, pence penny
"""


def _pairs(table: str) -> dict[str, str]:
    """Rows of words, the last of them the value."""
    rows = (" ".join(row.split()).rpartition(" ") for row in table.split(","))
    return {key: value for key, _, value in rows}


SYMBOLS = _pairs(_SYMBOLS)
"""Signs and codes before an amount → ISO 4217."""
CURRENCIES = {name.lower(): code for name, code in _pairs(_CURRENCIES).items()}
"""Names of currencies, in the singular → ISO 4217; of small change its name."""

DURATIONS = frozenset(
    """
    year month week day hour minute second decade century night weekend quarter fortnight millennium
    semester
    """.split()
)
_MEASURES = """
    kilometre kilometer km; metre meter m; centimetre centimeter cm; millimetre millimeter mm; mile; foot feet ft;
    inch inches; yard; kilogram kilogramme kilo kg; gram gramme; tonne; ton; litre liter; gallon; barrel; degree; acre;
    hectare ha; megawatt MW; gigawatt GW; knot; ounce; mph; km/h kph kmh; °C; °F; magnitude
"""
MEASURES: dict[str, str] = {
    form: forms.split()[0] for forms in _MEASURES.split(";") for form in forms.split()
}
"""Forms of the names of measures → the measure."""

_IRREGULAR = _pairs(
    """
    people person, persons person, men man, women woman, children child, lives life, feet foot, inches inch,
    bodies body, policemen policeman, servicemen serviceman, fishermen fisherman, congressmen congressman, wives wife,
    crises crisis, centuries century, millennia millennium, pence penny, pennies penny, troops soldier, police police,
    cattle cattle, sheep sheep, personnel personnel, staff staff, aircraft aircraft, spacecraft spacecraft,
    crew crew, deer deer, fish fish, salmon salmon, livestock livestock, clergy clergy, offspring offspring, mice mouse,
    geese goose, teeth tooth, oxen ox, thieves thief, knives knife, wolves wolf, leaves leaf, loaves loaf, calves calf,
    halves half, criteria criterion, alumni alumnus, nuclei nucleus, stimuli stimulus, hypotheses hypothesis
    """
)
_NOT_PLURAL = ("ss", "us", "is", "’s", "'s")
_NOT_MEN = ("specimen", "regimen", "abdomen", "acumen")

HUMAN = frozenset(
    """
    person man woman child soldier civilian passenger worker employee student victim resident patient
    prisoner hostage officer policeman migrant refugee protester climber fisherman sailor tourist guest
    teacher girl boy adult villager miner firefighter rescuer demonstrator voter survivor crew serviceman
    fighter militant detainee inmate captive suspect gunman
    """.split()
)

NO_UNIT = frozenset(
    """
    a an the of in on at by to from for with without and or but who which that whose where when while as
    than were was is are had has have will would could may might be been being it he she they his her its
    their this these those after before since until during because if so per against between into over under
    up down out off about around not no more less fewer other others each every said says told including ago
    later earlier old such also then there here
    """.split()
)

_BEFORE = {
    "about": """
        about, around, roughly, approximately, some, an estimated, estimated, approx., circa, in the region of, or about
    """,
    "almost": "almost, nearly, just under, close to, just short of, just shy of, approaching, nearing",
    "at_least": "at least, no fewer than, no less than, not less than, a minimum of, minimum of",
    "at_most": "up to, as many as, as much as, at most, no more than, not more than, a maximum of, maximum of",
    "more_than": """
        more than, over, above, exceeding, upwards of, in excess of, just over, well over, greater than, longer than,
        higher than, topping, beyond
    """,
    "less_than": "less than, fewer than, under, below, lower than, shorter than, well under",
    "many": "many",
}
BEFORE: dict[str, str] = {
    " ".join(phrase.split()): comparison
    for comparison, phrases in _BEFORE.items()
    for phrase in phrases.split(",")
}
"""Words before a number → how they compare it."""
AFTER: dict[str, str] = {
    "or more": "at_least",
    "or older": "at_least",
    "or longer": "at_least",
    "at least": "at_least",
    "or so": "about",
    "or fewer": "at_most",
    "or less": "at_most",
    "or younger": "at_most",
    "at most": "at_most",
}
"""Words after a number → how they compare it."""


def singular(word: str) -> str | None:
    """The lemma of a plural noun, or None where the word does not look like one."""
    lower = word.lower().replace("’", "'")
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower.endswith("men") and len(lower) > 4 and lower not in _NOT_MEN:  # gunmen, firewomen
        return lower[:-2] + "an"
    if len(lower) < 3 or not lower.endswith("s") or lower.endswith(_NOT_PLURAL):
        return None
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("ches", "shes", "sses", "xes", "zes")):
        return lower[:-2]
    return lower[:-1]


def is_human(unit: str) -> bool:
    """Whether the lemma names people: "hostage", "oarsman"."""
    return unit in HUMAN or unit.endswith(("man", "woman"))


def spelled(words: str) -> float:
    """The value of a number in words, lower case: "three hundred and five"."""
    total, part = 0.0, 0.0
    for word in re.split(r"[\s-]+", words):
        if word == "and":
            continue
        if word == "hundred":
            part = max(part, 1) * 100
        elif word in MAGNITUDES:
            total, part = total + max(part, 1) * MAGNITUDES[word], 0
        else:
            part += WORDS[word]
    return total + part


def fraction(words: str) -> float:
    """The value of a fraction in words, lower case: "two-thirds", "a quarter", "half"."""
    parts = re.split(r"[\s-]+", words)
    if len(parts) == 1:
        return 0.5
    return WORDS.get(parts[0], 1) / FRACTIONS[parts[1].removesuffix("s")]
