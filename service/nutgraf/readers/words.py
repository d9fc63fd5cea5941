"""Content words: text in, its words out without function words, each with its span and its stem.

Stems are Snowball's for English, after irregular forms and British spellings are brought together, so that
"wins", "won" and "winning", or "organised" and "organizing", have one stem. Parts of hyphenated words are words.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer


@dataclass(frozen=True, slots=True)
class Word:
    """A content word. `stem` is for comparing only; offsets count in the text that was read."""

    stem: str
    text: str
    start: int
    end: int


FUNCTION_WORDS = frozenset(
    """
    a an the this that these those such it its itself he him his himself she her hers herself they them
    their theirs themselves we us our ours you your i me my who whom whose which what where when why how
    there here am is are was were be been being have has had having do does did doing done will would shall
    should can could may might must ought and or nor but if than then so as because while although though
    since until unless whether of in on at by to from for with without within into onto upon over under
    above below between among against through during before after about around across along behind beyond
    near off out up down toward towards per via despite amid amidst alongside regarding concerning including
    not no nor never n't s t d ll ve re m also too very just only even still yet both each either neither
    some any all other another same own more most less least much many few several one ones now again once
    however meanwhile well rather quite around
    """.split()
)

# One-word names of states and bodies that are also written out. "US" in capitals only: "us" is a pronoun.
_ALIASES = (
    (r"U\.?S\.?(?:A\.?)?(?![\w.])|United States(?: of America)?", "usa"),
    (r"(?<!South )(?<!Latin )(?<!North )(?<!Central )Americans?(?! Airlines| Express)", "usa"),
    (r"U\.?K\.?(?![\w.])|United Kingdom", "uk"),
    (r"U\.?N\.?(?![\w.])|United Nations", "un"),
    (r"E\.?U\.?(?![\w.])|European Union", "eu"),
    (r"[Pp]er cent|[Pp]ercent|pct|%", "percent"),
    (r"[Pp]rime [Mm]inister|PM(?!\w)", "prime-minister"),
)
_TOKEN = re.compile(
    r"(?=[UAEPp%])(?<![\w.])(?:"  # what an alias begins with: most words are not tried
    + "|".join(f"(?P<a{i}>{pattern})" for i, (pattern, _) in enumerate(_ALIASES))
    + r")|(?:[A-Z]\.){2,}|[^\W_]+(?:['’][^\W_]+)*"
)
_STEM_OF_ALIAS = {f"a{i}": stem for i, (_, stem) in enumerate(_ALIASES)}

# Irregular forms, the lemma first.
_IRREGULAR = """
win won; sell sold; buy bought; give gave given; take took taken; find found; fall fell fallen; rise rose
risen; strike struck stricken; shoot shot; tell told; say said; hold held; leave left; lose lost; meet met;
make made; pay paid; put; keep kept; lead led; lay laid; fly flew flown; flee fled; fight fought; bring
brought; begin began begun; break broke broken; build built; burn burnt; catch caught; choose chose chosen;
come came; become became; deal dealt; draw drew drawn; drive drove driven; eat ate eaten; feel felt; forbid
forbade forbidden; forget forgot forgotten; freeze froze frozen; get got gotten; go goes went gone; grow grew
grown; hear heard; hide hid hidden; hurt; know knew known; learn learnt; lend lent; mean meant; overcome
overcame; overthrow overthrew overthrown; run ran; see saw seen; seek sought; send sent; shake shook shaken;
show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; speak spoke spoken; spend spent; spread;
stand stood; steal stole stolen; stick stuck; swear swore sworn; sweep swept; swim swam swum; teach taught;
tear tore torn; think thought; throw threw thrown; understand understood; undergo undergoes underwent undergone; wear
wore worn; withdraw withdrew withdrawn; write wrote written; bear bore borne; bind bound; blow blew blown;
breed bred; feed fed; ride rode ridden; ring rang rung; sit sat; sleep slept; slide slid; weave wove woven;
wake woke woken; bite bit bitten; beat beat beaten; free freed; cut; hit; set; let; cost; shut; split; cast;
read; quit; burst; shed; die died dies dying; lie lied lies lying; arise arose arisen; withstand withstood;
mistake mistook mistaken; plead pled; overtake overtook overtaken; undertake undertook undertaken; retake
retook retaken; uphold upheld; withhold withheld; mislead misled; rebuild rebuilt; repay repaid; oversee oversaw
overseen; hang hung; dig dug; creep crept; weep wept; swing swung; spill spilt; kneel knelt; foresee foresaw foreseen
"""
_IRREGULAR_NOUNS = """
man men; woman women; child children; person people persons; life lives; wife wives; knife knives; thief
thieves; foot feet; tooth teeth; crisis crises; medium media; analysis analyses; policeman policemen;
policewoman policewomen
"""
_LEMMA = {
    form: forms[0]
    for group in (_IRREGULAR + ";" + _IRREGULAR_NOUNS).split(";")
    for forms in [group.split()]
    for form in forms
}

IRREGULAR_PAST = frozenset(
    form for group in _IRREGULAR.split(";") for form in (group.split()[1:] or group.split())
)
"""Past forms and participles of irregular verbs."""

_BRITISH = (
    (re.compile(r"(?<=[a-z]{3})is(e[drs]?|ers?|ing|ations?|ational|able)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})ys(e[drs]?|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2}[b-df-hj-np-tv-z])our(s|ed|ing|able|ful|ites?|hoods?)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{2})tre(s?)$"), r"ter\1"),
    (re.compile(r"^(def|off|lic|pret)ence"), r"\1ense"),
    (re.compile(r"^(program)me(?=s?$)"), r"\1"),
    (re.compile(r"^(kilomet|met|lit|fib)re(?=s?$)"), r"\1er"),
    (re.compile(r"^aeroplane"), "airplane"),
)
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one lower-case word."""
    word = _LEMMA.get(word, word)
    for pattern, replacement in _BRITISH:
        word = pattern.sub(replacement, word)
    return str(_STEMMER.stemWord(word))


def stems(text: str) -> tuple[Word, ...]:
    """The content words of `text`, in order."""
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match.lastgroup is not None:
            found.append(Word(_STEM_OF_ALIAS[match.lastgroup], match[0], start, end))
            continue
        word = match[0]
        if word.isalpha():
            if (lower := word.lower()) not in FUNCTION_WORDS:
                found.append(Word(stem(lower), word, start, end))
            continue
        word = _without_possessive(word)
        lower = word.lower().replace("’", "'").replace(".", "")
        if (
            lower in FUNCTION_WORDS
            or lower.endswith("n't")
            or ("'" in lower and lower.split("'")[0] in FUNCTION_WORDS)
        ):
            continue
        found.append(Word(stem(lower), word, start, start + len(word)))
    return tuple(found)


def _without_possessive(word: str) -> str:
    for ending in ("'s", "’s", "'S", "’S"):
        word = word.removesuffix(ending)
    return word
