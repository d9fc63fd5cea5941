"""The closed list of event types: what each means, and what other vocabularies call it.

PLOVER and CAMEO are codings of political events; ACE is the Automatic Content Extraction ontology.
Only their names are used here; the definitions are our own.
"""

from .event import Crosswalk, EventType

DEFINITIONS: dict[EventType, str] = {
    "meeting": "People or delegations meet, visit or negotiate face to face.",
    "call_or_letter": "People talk or write to one another from a distance.",
    "statement": "Someone announces or says something, and the saying itself is the news.",
    "agreement": "Parties agree, sign, settle or ratify.",
    "cooperation": "Parties work together or restore relations.",
    "aid_or_donation": "Money, goods, rescue or help is given.",
    "request_or_demand": "Someone asks for, applies for or demands something.",
    "accusation_or_criticism": "Someone blames, accuses or criticises.",
    "denial_or_refusal": "Someone denies, rejects or declines.",
    "threat_or_warning": "Someone threatens, or warns of danger.",
    "protest_or_strike": "People demonstrate, walk out or stop work.",
    "sanction_or_restriction": "A sanction, ban, closure or expulsion is imposed.",
    "attack": "Violence with weapons or force against people or things.",
    "military_movement": "Forces are deployed, massed or moved.",
    "ceasefire_or_withdrawal": "Fighting stops, or forces leave.",
    "arrest_or_detention": "Someone is arrested, held or abducted.",
    "charge_or_trial": "Someone is charged, sued or tried.",
    "conviction_or_sentence": "A court convicts, acquits, sentences or fines.",
    "release_or_exchange": "Someone held, or something taken, is freed, exchanged or given back.",
    "crime": "A crime other than an attack: theft, fraud, murder, smuggling.",
    "investigation": "An authority investigates, searches or questions.",
    "election_or_vote": "People vote, or an election is won, lost or called.",
    "appointment_or_departure": "Someone takes or leaves an office or post.",
    "law_or_policy": "A law, rule, ruling or public decision is made or changed.",
    "death_or_injury": "People die or are hurt, where that is the news itself.",
    "accident_or_disaster": "An accident, a natural disaster, a collapse or a fire.",
    "health": "Disease, treatment, vaccination or a matter of public health.",
    "business": "Firms buy, merge, sell, report results, hire, or close.",
    "science_or_technology": "A finding, a launch, an invention.",
    "sport_or_culture": "A match, a title, a performance, a prize, an exhibition.",
    "other": "An event of none of these types.",
}

_NAMES: dict[EventType, tuple[str | None, str | None, str | None]] = {
    "meeting": ("CONSULT", "04", "Contact:Meet"),
    "call_or_letter": ("CONSULT", "04", "Contact:Phone-Write"),
    "statement": (None, "01", None),
    "agreement": ("AGREE", "05", None),
    "cooperation": ("COOPERATE", "06", None),
    "aid_or_donation": ("AID", "07", "Transaction:Transfer-Money"),
    "request_or_demand": ("REQUEST", "10", None),
    "accusation_or_criticism": ("ACCUSE", "11", None),
    "denial_or_refusal": ("REJECT", "12", None),
    "threat_or_warning": ("THREATEN", "13", None),
    "protest_or_strike": ("PROTEST", "14", "Conflict:Demonstrate"),
    "sanction_or_restriction": ("SANCTION", "17", None),
    "attack": ("ASSAULT", "19", "Conflict:Attack"),
    "military_movement": ("MOBILIZE", "15", "Movement:Transport"),
    "ceasefire_or_withdrawal": ("RETREAT", "08", None),
    "arrest_or_detention": ("COERCE", "17", "Justice:Arrest-Jail"),
    "charge_or_trial": (None, None, "Justice:Charge-Indict"),
    "conviction_or_sentence": ("SANCTION", None, "Justice:Sentence"),
    "release_or_exchange": ("RETREAT", "08", "Justice:Release-Parole"),
    "crime": (None, None, None),
    "investigation": ("ACCUSE", "09", None),
    "election_or_vote": (None, None, "Personnel:Elect"),
    "appointment_or_departure": (None, None, "Personnel:Start-Position"),
    "law_or_policy": (None, None, None),
    "death_or_injury": (None, None, "Life:Die"),
    "accident_or_disaster": (None, None, None),
    "health": (None, None, None),
    "business": (None, None, "Business:Merge-Org"),
    "science_or_technology": (None, None, None),
    "sport_or_culture": (None, None, None),
    "other": (None, None, None),
}

CROSSWALK: dict[EventType, Crosswalk] = {
    kind: Crosswalk(plover=plover, cameo_root=cameo, ace=ace) for kind, (plover, cameo, ace) in _NAMES.items()
}
"""An event type → its nearest name elsewhere. Where they split finer (ACE: Start- and End-Position) the first."""
