"""The words of reported speech: verbs by what they do to what is said, and patterns for those who say it."""

import re
from typing import Literal

Manner = Literal["say", "claim", "think", "ask"]
"""`say` leaves the words as they are; `claim` doubts or blames; `think` is an opinion; `ask` wants an act."""

# Base forms; a stem before a bar doubles its last letter or is irregular: base|past|ing.
_VERBS: dict[Manner, str] = {
    "say": "say|said|saying tell|told|telling write|wrote|writing add announce report state note explain"
    " reply|replied|replying"
    " declare reveal disclose post tweet|tweeted|tweeting comment remark respond continue observe"
    " point_out|pointed_out|pointing_out"
    " mention recall recount describe testify|testified|testifying conclude indicate show|showed|showing"
    " find|found|finding"
    " confirm inform emphasize emphasise stress acknowledge admit|admitted|admitting concede"
    " hear|heard|hearing"
    " summarise summarize joke read|read|reading echo stipulate reiterate clarify|clarified|clarifying"
    " detail",
    "claim": "claim allege accuse charge insist maintain assert argue contend deny|denied|denying blame"
    " complain boast"
    " criticise criticize denounce condemn dismiss reject dispute warn lament mock blast"
    " slam|slammed|slamming attack",
    "think": "believe think|thought|thinking suggest estimate predict expect hope fear suspect assume"
    " doubt consider feel|felt|feeling"
    " speculate forecast|forecast|forecasting project calculate know|knew|knowing see|saw|seeing praise"
    " support defend",
    "ask": "ask urge demand call_for|called_for|calling_for call_on|called_on|calling_on request order vow"
    " pledge promise"
    " threaten propose recommend advise appeal instruct call want plan|planned|planning agree question",
}


def _forms(entry: str) -> tuple[str, str, str, str]:
    """Base, third person, past and -ing form of a verb."""
    base, past, ing = [*entry.split("|"), "", ""][:3]
    verb, _, particle = base.partition("_")
    stem = verb[:-1] if verb[-1] in "ey" and verb not in ("say", "see") else verb
    third = (
        stem + "ies"
        if verb[-1] == "y" and verb != "say"
        else verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    )
    past = past or stem + "ed"
    ing = ing or (verb[:-1] if verb[-1] == "e" else verb) + "ing"
    tail = f" {particle}" if particle else ""
    return verb + tail, third + tail, past.replace("_", " "), ing.replace("_", " ")


FORMS: dict[str, tuple[Manner, str]] = {
    form: (manner, base)
    for manner, verbs in _VERBS.items()
    for base, *others in map(_forms, verbs.split())
    for form in (base, *others)
}
"""Each form of each verb: its manner and its base form."""

DROPPABLE = frozenset("say tell add report announce write state note".split())
"""Verbs whose frame can go without changing what is claimed."""

INVERTS = frozenset(
    "say write add report note explain reply declare comment continue observe ask joke recall tweet "
    "warn insist argue".split()
)
"""Verbs that stand before their subject behind a quotation: `said X`."""

_FORM = "|".join(sorted(map(re.escape, FORMS), key=len, reverse=True))
_AUXILIARY = (
    r"(?:(?:has|have|had|would|will|could|may|might|did|also|later|then|further|previously|earlier"
    r"|repeatedly|recently|once|reportedly"
    r"|publicly|first|again|still|often|since|already|now|separately|subsequently|reportedly|has also"
    r"|had also) )*"
)
VERB = re.compile(rf"\b(?P<aux>{_AUXILIARY})(?P<verb>{_FORM})\b")
QUOTED_AS = re.compile(
    r"\b(?P<cue>(?:was|were|is|are|has been|have been) quoted(?: by (?P<via>[^,.]{2,50}?))? as saying)\b"
)
ACCORDING = re.compile(r"\b(?P<cue>[Aa]ccording to|[Aa]s reported by|[Ii]n the words of|[Aa]s stated by)\s+")
CITING = re.compile(r",?\s(?:(?:which|who|that)\s)?(?P<cue>citing|cited|quoting|quoted)\s+")

PASSIVE = re.compile(r"\b(?:am|is|are|was|were|be|been|being|get|got)(?: \w+ly)?\s*$", re.IGNORECASE)
PASSIVE_BY = re.compile(
    r"\b(?:is|are|was|were|been|being)(?: \w+ly| also| later)? (?P<verb>accused|blamed|described|reported"
    r"|announced|confirmed|criticised|criticized"
    r"|condemned|denied|dismissed|rejected|told|warned|urged|asked|called"
    r"|quoted)(?: on (?:\w+day))? by (?=[\w“])"
)
NOUNISH = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|our|my|your|this|these|those|of|in|with|for|from|by|no|some|any"
    r"|such|to|not|never|including)|n['’]t|['’]s)\s*$",
    re.IGNORECASE,
)
NEEDS_THAT = frozenset(
    "state note comment show find hear read continue describe indicate joke echo detail see know feel "
    "consider project plan want agree order advise appeal call attack support defend question declare "
    "concede conclude recall observe mention charge assume mock blast calculate request instruct "
    "maintain respond post tweet propose forecast doubt boast assert remark".split()
)
"""Verbs that report only with "that", a colon or a quotation beside them."""
MAYBE_NOUN = frozenset(
    "report reports claim claims call for demand demands vow vows promise promises pledge pledges "
    "estimate estimates fear fears hope hopes stress thought alleged suspected expected proposed "
    "reported estimated".split()
)
"""Forms that are often nouns or adjectives: like `NEEDS_THAT`, unless a pronoun is their subject."""

OUTLET = re.compile(
    r"\b(?:AP|AFP|Reuters|UPI|PTI|APP|BBC|CNN|CNBC|NPR|NBC|ABC|CBS|TASS|Xinhua|Interfax|Bloomberg|Politico"
    r"|WSJ|NYT|Axios|Fox News|Al Jazeera"
    r"|Associated Press|Times|Post|Journal|Herald|Tribune|Guardian|Gazette|Courier|Press|News|newspapers?"
    r"|the paper|agency|broadcaster"
    r"|radio|television|TV|magazine|website|outlets?|media|tabloid|daily|weekly|the report|report)\b"
)

SUBORDINATOR = re.compile(
    r"(?:^|[\s,])(?:that|while|as|when|because|if|although|though|after|before|since|where|whereas|with"
    r"|than|but|so|even though|whether|how|why|what)\s+",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"(?:(?:and|but|so|yet|or|meanwhile|however|also|still|then|later|now|instead|separately|earlier|today"
    r"|yesterday|in turn|for (?:his|her|its|their) part"
    r"|(?:early |late )?(?:on |last |in |by )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning"
    r"|night|evening|afternoon))?"
    r"|in (?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})"
    r"|in a statement|in an interview"
    r"|last (?:week|month|year|night)|this (?:week|month|year)),?\s+)+",
    re.IGNORECASE,
)
ADVERBIAL = re.compile(
    r"(?:in|on|at|by|after|before|during|despite|since|for|from|under|with|without|as|when|while|if"
    r"|although|though|because|until|meanwhile|however"
    r"|earlier|later|last|this|next|today|yesterday|separately|asked|speaking|still|instead|also|moreover"
    r"|but|and|so|yet|then|now|amid|given|days|weeks|months|hours|minutes|shortly|soon|just|even|only|of|to"
    r"|following|unlike|like|over|between|among|through)\b",
    re.IGNORECASE,
)
PRONOUNS = re.compile(
    r"\b(?:[Ii]t|[Ii]ts|itself|[Hh]e|[Hh]is|him|himself|[Ss]he|[Hh]er|hers?elf|[Tt]hey|[Tt]heir|them"
    r"|themselves|[Ww]e|[Oo]ur|us|I|[Mm]y|me)\b"
)
