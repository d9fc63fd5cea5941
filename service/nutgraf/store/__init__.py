"""Digests and LLM answers in, the same bytes out: one SQLite file that several processes may share."""

import logging
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from sqlite3 import OperationalError
from time import monotonic, sleep
from typing import Any

from advanced_alchemy.config import SQLAlchemyAsyncConfig
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, delete, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from nutgraf.errors import NutgrafError, SetupError, StoreFull, StoreUnavailable
from nutgraf.store.tables import Digests, LLMAnswers
from nutgraf_schemas import Digest

_BUSY_SECONDS = 5
_PAUSE_SECONDS = 0.02
logging.getLogger("aiosqlite").setLevel(logging.INFO)  # at DEBUG it would log what is written, word for word


@dataclass(frozen=True, slots=True)
class Kept:
    """A digest as it is stored and served: `body` is its JSON, byte for byte."""

    id: str
    complete: bool
    body: bytes

    @property
    def etag(self) -> str:
        """A strong entity tag over the bytes."""
        return f'"{sha256(self.body).hexdigest()[:32]}"'


class Store:
    """What is kept. Every method raises `StoreUnavailable` or `StoreFull` when the file does not serve."""

    def __init__(self, config: SQLAlchemyAsyncConfig) -> None:
        self._sessions = config.create_session_maker()

    async def get(self, id: str) -> Kept | None:  # noqa: A002 (the contract's name for it)
        """The digest of this id."""
        with _named_errors():
            async with self._sessions() as session:
                row = await session.get(Digests, id)
        return None if row is None else Kept(row.id, row.complete, row.body)

    async def put(self, digest: Digest, answers: Mapping[str, str] | None = None) -> Kept:
        """Keep a digest, and with it what LLMs answered about its article: JSON by the request's hash.

        A digest that is complete stays as it is, and so does an answer. What is kept now is given back.
        """
        kept = Kept(digest.id, digest.status == "complete", digest.model_dump_json().encode())
        new = insert(Digests).values(
            id=kept.id, complete=kept.complete, article_sha256=digest.article.sha256, body=kept.body
        )
        replaced = new.on_conflict_do_update(
            index_elements=[Digests.id],
            set_={"complete": new.excluded.complete, "body": new.excluded.body},
            where=Digests.complete.is_(False),
        )
        rows = [
            {"request": request, "article_sha256": digest.article.sha256, "answer": answer}
            for request, answer in (answers or {}).items()
        ]
        with _named_errors():
            async with self._sessions() as session:
                await session.execute(replaced)
                if rows:
                    await session.execute(insert(LLMAnswers).on_conflict_do_nothing(), rows)
                await session.commit()
        return await self.get(kept.id) or kept

    async def delete(self, id: str) -> bool:  # noqa: A002 (the contract's name for it)
        """Forget a digest and all that LLMs answered about its article. False if there is no such digest."""
        gone = delete(Digests).where(Digests.id == id).returning(Digests.article_sha256)
        with _named_errors():
            async with self._sessions() as session:
                article = await session.scalar(gone)
                if article is not None:
                    await session.execute(delete(LLMAnswers).where(LLMAnswers.article_sha256 == article))
                await session.commit()
        return article is not None

    async def recall(self, request: str) -> str | None:
        """What an LLM answered to the request of this hash, as JSON."""
        with _named_errors():
            async with self._sessions() as session:
                row = await session.get(LLMAnswers, request)
        return None if row is None else row.answer


@asynccontextmanager
async def open_store(file: Path) -> AsyncIterator[Store]:
    """Open the store, made or migrated as needed. Raises `SetupError` when the file cannot be used."""
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(file)),  # in a string, a `?` would end it
        connect_args={"timeout": _BUSY_SECONDS},
        hide_parameters=True,
    )
    config = SQLAlchemyAsyncConfig(engine_instance=engine)
    event.listen(engine.sync_engine, "connect", _settle)
    try:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            async with engine.connect() as connection:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")  # one process migrates, the others wait
                await connection.run_sync(_migrate)
                await connection.commit()
        except (OSError, DBAPIError) as error:
            raise SetupError(
                f"The store {file} cannot be used ({getattr(error, 'orig', error)}). "
                "Name another file in NUTGRAF_STORE, or mend its rights or disk."
            ) from error
        except CommandError as error:
            raise SetupError(
                f"The store {file} was written by a newer nutgraf. "
                "Update nutgraf, or name another file in NUTGRAF_STORE."
            ) from error
        yield Store(config)
    finally:
        await engine.dispose()


def _settle(connection: Any, _record: object) -> None:
    """Readers beside one writer (WAL); what is committed survives a power cut (FULL)."""
    cursor = connection.cursor()
    until = monotonic() + _BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            break
        except OperationalError as error:  # who turn one new file to WAL at once do not wait for each other
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(_PAUSE_SECONDS)
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def _migrate(connection: Connection) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    command.upgrade(config, "head")


@contextmanager
def _named_errors() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        kind: type[NutgrafError] = StoreFull if "disk is full" in str(error.orig) else StoreUnavailable
        raise kind from error
