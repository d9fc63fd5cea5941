"""Tables for facts: verbs of one act, words that name what a number counts, words that make a value another one."""

import re

from .words import stem


def _classes(table: str) -> dict[str, str]:
    """Rows "name: words": the stem of each word → the name."""
    rows = (row.split(":") for row in table.strip().split(";") if row.strip())
    return {stem(word): " ".join(name.split()) for name, words in rows for word in words.split()}


_ACTS = """
    arrest: arrest arrested detain detained apprehend captured capture; sentencing: sentence sentenced jail jailed;
    conviction: convict convicted; acquittal: acquit acquitted; release: release released free freed;
    death: die died; birth: born; foundation: found founded establish established; opening: open opened inaugurate
    inaugurated; closure: close closed shut; signing: sign signed; start: begin began begun start started; end: end
    ended; collapse: collapse collapsed; sinking: sink sank capsize capsized; crash: crash crashed derail derailed;
    purchase: buy bought acquire acquired purchase purchased; resignation: resign resigned quit; appointment: appoint
    appointed; election: elect elected; marriage: marry married; discovery: discover discovered; theft: steal stole
    stolen; explosion: explode exploded; eruption: erupt erupted; launch: launch launched; burial: bury buried;
    murder: murder murdered; strike: struck; flooding: flood flooded; delivery: deliver delivered; approval: approve
    approved; kidnapping: kidnap kidnapped abduct abducted; completion: complete completed finish finished; publication:
    publish published; handover: hand handed; vote: vote voted; meeting: meet meets met; filing: file filed; exchange:
    exchange exchanged swap swapped; landing: land landed; arrival: arrive arrived; departure: depart departed left;
    graduation: graduate graduated; adoption: adopt adopted; ban: ban banned; building: build built; destruction:
    destroy destroyed; evacuation: evacuate evacuated; joining: join joined; appeal: appeal appealed; win: win won;
    defeat: lose lost defeat defeated; pass: pass passed; rescue: rescue rescued; hearing: hear heard; charge: charge
    charged; extradition: extradite extradited; dismissal: dismiss dismissed fired sack sacked; ruling: rule ruled;
    move: move moved; fall: fall fell fallen; attack: attack attacked; shooting: shoot shot; visit: visit visited;
    inspection: inspect inspected; suspension: suspend suspended; detection: detect detected; case: infect infected;
    outbreak: break broke; holding: hold held; finding: find; agreement: agree agreed; takeover: take took; slide:
    came; hospitalisation: admit admitted; retirement: retire retired; warning: warn warned; measurement: measure
    measured; order: order ordered; stabbing: stab stabbed; flight: fly flew flown; performance: perform performed; announcement: announce announced
unveil unveiled; introduction: introduce introduced; seat: based headquartered; childhood: grew; fine: fined; injury: injured;  search: search searched raid raided
"""
ACTS = {
    form: " ".join(row.partition(":")[0].split())
    for row in _ACTS.split(";")
    for word in row.partition(":")[2].split()
    for form in ((word,) if word.endswith(("d", "s", "n")) else (word, f"{word}s", f"{word}es"))
}
"""A form of a verb → its act."""
ACT_NOUNS = {
    noun: noun
    for noun in """
    launch arrest death birth release resignation opening closure signing collapse crash conviction acquittal election
    appointment marriage sinking completion delivery publication departure arrival extradition dismissal retirement
    """.split()
} | {"founding": "foundation", "sentencing": "sentencing", "wedding": "marriage", "murder": "murder"}
"""A noun → its act."""
OFTEN = frozenset(
    """
    meeting visit win defeat fall strike hearing search appeal attack shooting holding finding pass order warning move
    arrival departure landing vote ruling measurement inspection announcement performance flight injury
    """.split()
)
"""Acts that happen again and again to the same."""
ONCE = frozenset("birth death founding foundation discovery burial launch building completion".split())
"""Acts that happen once to each; others may happen again after years."""
SEVERAL = frozenset(
    "launch opening closure purchase building appointment introduction publication signing".split()
)
"""Acts that one may do to several."""

COUNTED = _classes(
    """
    death toll: dead death killed kill die fatality body perish drown toll; number of injured: injure wound hurt
    injury; number of missing: missing unaccounted; number of displaced: displace homeless; number of evacuated:
    evacuate; number of arrests: arrest detain; number of rescued: rescue survivor; number of cases: case infect
    infection; number of patients in hospital: hospital hospitalise hospitalize; number on board: aboard board carry
    passenger; number of employees: employ employee staff workforce worker; turnout: turnout; number of votes: vote
    ballot approve; price: price pay offer bid takeover acquire buy purchase worth value sell deal; debt: debt;
    revenue: revenue turnover sale; profit: profit; loss: loss lose; damages: damages compensation award; fine: fine fined; cost:
    cost; budget: budget; donation: donate donation; bail: bail; salary: salary earn wage; reward: reward prize;
    investment: invest investment; stolen sum: steal stole embezzle siphon theft launder; damage: damage; bribe: bribe;
    number of houses destroyed: destroy; magnitude: magnitude; speed: speed; rainfall: rain rainfall; height:
    height tall high; length: long length; width: wide width; depth: deep depth; weight: weigh weight; distance: distance; capacity:
    capacity seat hold; attendance: attend attendance crowd audience spectator; share: own stake hold share; number
    of dairies: dairy; number of homes without power: power electricity; rise: rise raise rose increase;
    fall: fall fell drop cut
    """
)
"""The stem of a word near a number → what the number tells."""

_OF_MONEY = frozenset(
    """
    price debt revenue profit loss damages fine cost budget donation bail salary reward investment stolen-sum damage
    bribe aid
    """.split()
)
_OF_MEASURES = frozenset("magnitude speed rainfall height length width depth weight distance".split())
_OF_PERCENT = frozenset("share turnout rise fall".split())


def told_by(kind: str, about: str) -> bool:
    """Whether a number of that kind can tell this: a share is no sum."""
    name = about.replace(" ", "-")
    match kind:
        case "money":
            return name in _OF_MONEY
        case "measure":
            return name in _OF_MEASURES
        case "percent":
            return name in _OF_PERCENT
    return not {name} & (_OF_MONEY | _OF_MEASURES | _OF_PERCENT)


TOLLS = frozenset(("death toll", "number of injured", "number of missing"))
"""What one event has one number of, whatever its words."""
ALONE = TOLLS | {"turnout", "magnitude", "fine", "bail", "attendance"}
"""What an article that tells it at all mostly tells of one thing."""

UNITS = _classes(
    """
    worker: worker employee staff job; person: person people victim resident inhabitant; house: house home building;
    ship: ship vessel boat; lorry: lorry truck; soldier: soldier troop; pupil: pupil student; body: body corpse;
    aircraft: aircraft plane; car: car vehicle; firefighter: firefighter; guest: guest visitor spectator attendee
    """
)
"""The stem of a counted noun → the noun that stands for it and its like."""

NOUNS = _classes(
    """
    strike: strike walkout stoppage; deal: deal agreement pact accord treaty contract; quake: quake earthquake tremor;
    fire: fire blaze; crash: crash accident collision derailment; flood: flood flooding; slide: slide landslide mudslide;
    purchase: purchase takeover acquisition buyout; protest: protest demonstration march rally; vote: vote ballot
    election poll referendum; storm: storm hurricane cyclone typhoon; verdict: verdict ruling judgment judgement;
    swap: swap exchange; blast: blast explosion; trial: trial hearing; ship: ship vessel ferry boat; plane: plane
    aircraft jet airliner; firm: firm company group business; bid: bid offer; sentence: sentence term; murder: murder
    killing; theft: theft robbery heist; outbreak: outbreak epidemic; inquiry: inquiry investigation probe; talk: talk
    negotiation; lorry: lorry truck; house: house home; worker: worker employee; child: child boy girl; man: man woman;
    mine: mine pit; bridge: bridge viaduct; dam: dam reservoir; drug: drug medicine; factory: factory plant
    """
)
"""The stem of a noun → the noun that stands for it and its like."""

TIME = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b|\b(?:1[5-9]|20)\d\d\b|\b(?:morning|afternoon|evening|night|noon|midnight|dawn|"
    r"yesterday|today|tonight|tomorrow|overnight|week|month|year|spring|summer|autumn|winter|quarter|century|decade)s?\b"
)
"""Words that place a value in time."""
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
YEARS = frozenset(map(str, range(1500, 2100)))
TIMES = (
    frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow".split()),
    frozenset("morning afternoon evening night noon midnight dawn tonight overnight".split()),
    MONTHS,
    YEARS,
)
"""Words for times of one sort, of which each is another time."""

OTHER_TIME = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|originally|first|former(?:ly)?|once|so far|now|already|by then|"
    r"until|since|had (?:put|said|spoken|been|reported|stood|given|risen|estimated)|at the time|then|later|"
    r"again|last|next|another|second|third|others?|more|further|additional|extra|rose|risen|rise[sn]?|climb\w*|"
    r"increas\w*|revis\w*|updat\w*|correct\w*|grew|grown|jump\w*|fell|fallen|drop\w*|down from|up from|reduc\w*|lower\w*|shr[aiu]nk|this (?:season|year|month|week)|career|compared|"
    r"against|instead|no longer|used to|average\w*|typical\w*|usual\w*|normal\w*|smaller|larger|bigger|alone|there|also|season|period|quarter|ago|each|every|per|"
    r"annual\w*|yearly|monthly|daily|weekly|recent|separate\w*)\b",
    re.IGNORECASE,
)
"""Words by which a value is that of another time, a part, or one of several."""

UNREAL = re.compile(
    r"\b(?:would|could|may|might|should|can|must|if|unless|whether|expect\w*|plan\w*|aim\w*|hop(?:e|es|ed|ing)|"
    r"intend\w*|likely|possibl[ey]|potential\w*|up to|as many as|as much as|at most|maximum|minimum|limit\w*|"
    r"propos\w*|demand\w*|ask\w*|sought|seek\w*|want\w*|fac(?:e|es|ed|ing)|estimat\w*|forecast\w*|project(?:ed|s)|"
    r"predict\w*|fear\w*|warn\w*|think|thought|believ\w*|suppos\w*|target\w*|goal|alleg\w*|accus\w*|suspect\w*|"
    r"claim\w*|rumou?r\w*|den(?:y|ies|ied)|not|never|no|n't|due to|set to|scheduled|turn\w* down|reject\w*|refus\w*|need\w*|require\w*|promis\w*|"
    r"pledg\w*|eligible|entitled|disput\w*|reportedly|apparently|appears?|seems?|about to|used to)\b",
    re.IGNORECASE,
)
"""Words by which a value is only planned, possible, asked for, alleged or denied."""
