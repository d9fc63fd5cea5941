"""What the service and its callers agree on (`draft` is between us and the LLM, and not exported here)."""

from .article import MAX_CHARACTERS, Article, Options
from .check import CheckAnswer, CheckRequest, StatementToCheck
from .contradiction import Contradiction, ContradictionKind, Side
from .digest import ArticleInfo, Dateline, Digest, Entity, NumberedSentence
from .edtf import Precision, Published, When
from .event import (
    Attribution,
    Crosswalk,
    Event,
    EventType,
    Modality,
    Participant,
    Quantity,
    Role,
    Where,
)
from .evidence import Evidence, Span
from .provenance import Coverage, Provenance, Usage, Warning
from .statement import CheckName, CheckResult, Statement, Support

__all__ = [
    "MAX_CHARACTERS",
    "Article",
    "ArticleInfo",
    "Attribution",
    "CheckAnswer",
    "CheckName",
    "CheckRequest",
    "CheckResult",
    "Contradiction",
    "ContradictionKind",
    "Coverage",
    "Crosswalk",
    "Dateline",
    "Digest",
    "Entity",
    "Event",
    "EventType",
    "Evidence",
    "Modality",
    "NumberedSentence",
    "Options",
    "Participant",
    "Precision",
    "Provenance",
    "Published",
    "Quantity",
    "Role",
    "Side",
    "Span",
    "Statement",
    "StatementToCheck",
    "Support",
    "Usage",
    "Warning",
    "When",
    "Where",
]
