"""Digests and LLM answers in, the same bytes out: one SQLite file that several processes may share."""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from advanced_alchemy.config import EngineConfig, SQLAlchemyAsyncConfig
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, delete, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError

from nutgraf.errors import NutgrafError, SetupError, StoreFull, StoreUnavailable
from nutgraf.store.tables import Digests, LLMAnswers
from nutgraf_schemas import Digest

_BUSY_SECONDS = 5
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

    async def put(self, digest: Digest) -> Kept:
        """Keep a digest. What is complete stays as it is: then that one is given back, and not this one."""
        kept = Kept(digest.id, digest.status == "complete", digest.model_dump_json().encode())
        new = insert(Digests).values(
            id=kept.id, complete=kept.complete, article_sha256=digest.article.sha256, body=kept.body
        )
        replaced = new.on_conflict_do_update(
            index_elements=[Digests.id],
            set_={"complete": new.excluded.complete, "body": new.excluded.body},
            where=Digests.complete.is_(False),
        )
        with _named_errors():
            async with self._sessions() as session:
                await session.execute(replaced)
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

    async def remember(self, request: str, article_sha256: str, answer: str) -> None:
        """Keep an LLM's answer under the hash of the request, to be deleted with the article's digest."""
        new = insert(LLMAnswers).values(request=request, article_sha256=article_sha256, answer=answer)
        with _named_errors():
            async with self._sessions() as session:
                await session.execute(new.on_conflict_do_nothing())
                await session.commit()


@asynccontextmanager
async def open_store(file: Path) -> AsyncIterator[Store]:
    """Open the store, made or migrated as needed. Raises `SetupError` when the file cannot be used."""
    config = SQLAlchemyAsyncConfig(
        connection_string=f"sqlite+aiosqlite:///{file}",
        engine_config=EngineConfig(connect_args={"timeout": _BUSY_SECONDS}, hide_parameters=True),
    )
    engine = config.get_engine()
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
    cursor.execute("PRAGMA journal_mode=WAL")
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
