"""Tables for the numbers reader: number words, units, currencies, and words that compare."""

WORDS: dict[str, int] = {
    **{w: i for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )},
    **{w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)},
}  # fmt: skip
MAGNITUDES: dict[str, float] = {
    "dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
VAGUE: dict[str, float] = {
    "dozens": 12, "scores": 20, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "tens of thousands": 1e4, "hundreds of thousands": 1e5, "tens of millions": 1e7, "hundreds of millions": 1e8,
}  # fmt: skip
ORDINALS: dict[str, int] = {
    w: i
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100}
TIMES: dict[str, float] = {
    "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3, "triples": 3,
    "tripling": 3, "trebled": 3, "treble": 3, "quadrupled": 4, "quadruple": 4, "halved": 0.5, "halve": 0.5, "halving": 0.5,
}  # fmt: skip
FRACTIONS: dict[str, int] = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}

MONTHS: dict[str, str] = {
    form: month
    for month, forms in {
        "january": "January Jan", "february": "February Feb", "march": "March Mar", "april": "April Apr", "may": "May",
        "june": "June Jun", "july": "July Jul", "august": "August Aug", "september": "September Sept Sep",
        "october": "October Oct", "november": "November Nov", "december": "December Dec",
    }.items()
    for form in forms.split()
}  # fmt: skip

SYMBOLS: dict[str, str] = {
    "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "£": "GBP",
    "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₪": "ILS",
    "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CHF": "CHF", "JPY": "JPY", "CNY": "CNY",
}  # fmt: skip
CURRENCIES: dict[str, str] = {
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "buck": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "pound": "GBP", "pound sterling": "GBP", "euro": "EUR", "yen": "JPY", "yuan": "CNY",
    "rupee": "INR", "rouble": "RUB", "ruble": "RUB", "swiss franc": "CHF", "franc": "CHF", "lira": "TRY", "won": "KRW",
    "krona": "SEK", "krone": "NOK", "zloty": "PLN", "shekel": "ILS", "peso": "MXN", "rand": "ZAR", "real": "BRL",
    "reais": "BRL", "dirham": "AED", "riyal": "SAR", "cent": "cent", "penny": "penny", "pence": "penny",
}  # fmt: skip
PERCENT = ("percentage point", "percent", "per cent", "pct")

DURATIONS = frozenset(
    "year month week day hour minute second decade century night weekend quarter fortnight millennium semester".split()
)
MEASURES: dict[str, str] = {
    form: unit
    for unit, forms in {
        "kilometre": "kilometre kilometer km", "metre": "metre meter m", "centimetre": "centimetre centimeter cm",
        "millimetre": "millimetre millimeter mm", "mile": "mile", "foot": "foot feet ft", "inch": "inch inches",
        "yard": "yard", "kilogram": "kilogram kilogramme kilo kg", "gram": "gram gramme", "tonne": "tonne", "ton": "ton",
        "litre": "litre liter", "gallon": "gallon", "barrel": "barrel", "degree": "degree", "acre": "acre",
        "hectare": "hectare ha", "megawatt": "megawatt MW", "gigawatt": "gigawatt GW", "knot": "knot", "ounce": "ounce",
        "mile per hour": "mph", "kilometre per hour": "km/h kph kmh", "degree celsius": "°C", "degree fahrenheit": "°F",
        "magnitude": "magnitude",
    }.items()
    for form in forms.split()
}  # fmt: skip

_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "lives": "life",
    "feet": "foot", "inches": "inch", "bodies": "body", "policemen": "policeman", "servicemen": "serviceman",
    "fishermen": "fisherman", "wives": "wife", "crises": "crisis", "centuries": "century", "millennia": "millennium",
    "pence": "penny", "pennies": "penny", "troops": "soldier", "police": "police", "cattle": "cattle", "sheep": "sheep",
    "personnel": "personnel", "staff": "staff", "aircraft": "aircraft", "grams": "gram", "congressmen": "congressman",
}  # fmt: skip
_NOT_PLURAL = ("ss", "us", "is", "’s", "'s")

HUMAN = frozenset(
    "person man woman child soldier civilian passenger worker employee student victim resident patient prisoner hostage "
    "officer policeman migrant refugee protester climber fisherman sailor tourist guest teacher girl boy adult villager "
    "miner firefighter rescuer demonstrator voter survivor crew serviceman fighter militant detainee inmate".split()
)

NO_UNIT = frozenset(
    "a an the of in on at by to from for with without and or but who which that whose where when while as than were was is "
    "are had has have will would could may might be been being it he she they his her its their this these those after before "
    "since until during because if so per against between into over under up down out off about around not no more less "
    "fewer other others each every said says told including ago later earlier old such also then there here".split()
)

BEFORE: dict[str, str] = {
    **dict.fromkeys(
        ("about", "around", "roughly", "approximately", "some", "an estimated", "estimated", "approx.", "circa",
         "in the region of", "or about"), "about"
    ),
    **dict.fromkeys(
        ("almost", "nearly", "just under", "close to", "just short of", "just shy of", "approaching", "nearing"), "almost"
    ),
    **dict.fromkeys(
        ("at least", "no fewer than", "no less than", "not less than", "a minimum of", "minimum of"), "at_least"
    ),
    **dict.fromkeys(
        ("up to", "as many as", "as much as", "at most", "no more than", "not more than", "a maximum of", "maximum of"),
        "at_most",
    ),
    **dict.fromkeys(
        ("more than", "over", "above", "exceeding", "upwards of", "in excess of", "just over", "well over", "greater than",
         "longer than", "higher than", "topping", "beyond"), "more_than"
    ),
    **dict.fromkeys(
        ("less than", "fewer than", "under", "below", "lower than", "shorter than", "well under"), "less_than"
    ),
    "many": "many",
}  # fmt: skip
AFTER: dict[str, str] = {
    "or more": "at_least", "or older": "at_least", "or longer": "at_least", "or so": "about", "or fewer": "at_most",
    "or less": "at_most", "or younger": "at_most", "at least": "at_least", "at most": "at_most",
}  # fmt: skip


def singular(word: str) -> str | None:
    """The lemma of a plural noun, or None where the word does not look like one."""
    lower = word.lower().replace("’", "'")
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if len(lower) < 3 or not lower.endswith("s") or lower.endswith(_NOT_PLURAL):
        return None
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("ches", "shes", "sses", "xes", "zes")):
        return lower[:-2]
    return lower[:-1]
