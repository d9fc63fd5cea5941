"""What happened, when, where, who did what, and who says so."""

from typing import Literal

from pydantic import Field

from .edtf import When
from .evidence import Answer, Evidence
from .statement import Statement

EventType = Literal[
    "meeting",
    "call_or_letter",
    "statement",
    "agreement",
    "cooperation",
    "aid_or_donation",
    "request_or_demand",
    "accusation_or_criticism",
    "denial_or_refusal",
    "threat_or_warning",
    "protest_or_strike",
    "sanction_or_restriction",
    "attack",
    "military_movement",
    "ceasefire_or_withdrawal",
    "arrest_or_detention",
    "charge_or_trial",
    "conviction_or_sentence",
    "release_or_exchange",
    "crime",
    "investigation",
    "election_or_vote",
    "appointment_or_departure",
    "law_or_policy",
    "death_or_injury",
    "accident_or_disaster",
    "health",
    "business",
    "science_or_technology",
    "sport_or_culture",
    "other",
]
Role = Literal["actor", "target", "counterpart", "beneficiary", "victim", "mediator", "speaker", "other"]
Modality = Literal[
    "asserted", "attributed", "denied", "unconfirmed", "alleged", "planned", "hypothetical", "negated"
]


class Where(Answer):
    """A place as the article names it."""

    text: str
    country: str | None = Field(
        description="ISO 3166-1 alpha-2, looked up in a table; null when not certain."
    )
    evidence: list[Evidence]


class Participant(Answer):
    """Somebody or something that takes part in an event."""

    name: str = Field(description="As it stands in the article.")
    entity: str | None = Field(default=None, description="Id of the entity, where there is one.")
    role: Role
    evidence: list[Evidence]
    support: Literal["verbatim"] = Field(
        default="verbatim", description="The name stands in the cited words."
    )


class Quantity(Answer):
    """A number that an event is told with."""

    text: str
    value: float | None
    unit: str | None
    kind: str = Field(description="What it counts: deaths, injuries, money, percent, duration, count …")
    evidence: list[Evidence]


class Attribution(Answer):
    """Who says so, in which words, through whom."""

    source: str
    cue: str
    via: str | None = None
    evidence: list[Evidence]


class Crosswalk(Answer):
    """The event type's name in other vocabularies; null where they have none."""

    plover: str | None
    cameo_root: str | None
    ace: str | None


class Event(Answer):
    """One event; everything told of it is in one record, each field with its own evidence."""

    id: str
    type: EventType
    main: bool
    description: Statement
    when: When | None
    where: Where | None
    participants: list[Participant]
    quantities: list[Quantity]
    modality: Modality
    attribution: list[Attribution]
    evidence: list[Evidence]
    null_reasons: dict[str, str] = Field(description="Why a field is empty, where someone would ask.")
    crosswalk: Crosswalk
