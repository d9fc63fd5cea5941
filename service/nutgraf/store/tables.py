"""The tables of the store. A change here needs a migration in `migrations/versions`."""

from datetime import UTC, datetime

from advanced_alchemy.base import DefaultBase
from sqlalchemy import LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column


def _now() -> datetime:
    return datetime.now(UTC)


class Digests(DefaultBase):
    """Digests as served. `id` is the hash of the request, so a request finds its own digest."""

    __tablename__ = "digests"

    id: Mapped[str] = mapped_column(primary_key=True)
    complete: Mapped[bool]
    article_sha256: Mapped[str] = mapped_column(index=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(default=_now)


class LLMAnswers(DefaultBase):
    """What LLMs answered, by hash of the request sent to them."""

    __tablename__ = "llm_answers"

    request: Mapped[str] = mapped_column(primary_key=True)
    article_sha256: Mapped[str] = mapped_column(index=True)
    answer: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=_now)
