"""The store keeps bytes, gives them back, and says plainly when it cannot."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from advanced_alchemy.base import orm_registry
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, event

from nutgraf import store as store_module
from nutgraf.errors import SetupError, StoreFull, StoreUnavailable
from nutgraf.store import Store, open_store
from nutgraf_schemas import Digest

T = TypeVar("T")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "digests.sqlite"


def with_store(file: Path, work: Callable[[Store], Awaitable[T]]) -> T:
    async def opened() -> T:
        async with open_store(file) as store:
            return await work(store)

    return asyncio.run(opened())


def test_a_digest_comes_back_byte_for_byte_after_the_store_was_closed(file: Path, digest: Digest) -> None:
    kept = with_store(file, lambda store: store.put(digest))
    again = with_store(file, lambda store: store.get(digest.id))
    assert again == kept
    assert Digest.model_validate_json(kept.body) == digest
    assert again.etag == kept.etag


def test_what_was_never_kept_is_none(file: Path) -> None:
    assert with_store(file, lambda store: store.get("dg_0")) is None
    assert with_store(file, lambda store: store.recall("0")) is None
    assert with_store(file, lambda store: store.delete("dg_0")) is False


def test_a_complete_digest_is_never_replaced(file: Path, digest: Digest) -> None:
    async def work(store: Store) -> None:
        first = await store.put(digest)
        later = digest.model_copy(update={"usage": digest.usage.model_copy(update={"seconds": 99.0})})
        assert await store.put(later) == first
        assert await store.put(digest.model_copy(update={"status": "degraded"})) == first

    with_store(file, work)


def test_a_degraded_digest_gives_way(file: Path, digest: Digest) -> None:
    async def work(store: Store) -> None:
        degraded = await store.put(digest.model_copy(update={"status": "degraded"}))
        assert not degraded.complete
        complete = await store.put(digest)
        assert complete.complete
        assert await store.get(digest.id) == complete
        assert complete.etag != degraded.etag

    with_store(file, work)


def test_deleting_a_digest_forgets_the_answers_about_its_article_and_no_others(
    file: Path, digest: Digest
) -> None:
    async def work(store: Store) -> None:
        other = digest.model_copy(
            update={"id": "dg_other", "article": digest.article.model_copy(update={"sha256": "other"})}
        )
        await store.put(digest, {"one": '{"t": "mine"}'})
        await store.put(other, {"two": '{"t": "theirs"}'})
        assert await store.delete(digest.id)
        assert await store.get(digest.id) is None
        assert await store.recall("one") is None
        assert await store.recall("two") == '{"t": "theirs"}'

    with_store(file, work)


def test_the_first_answer_to_a_request_stays(file: Path, digest: Digest) -> None:
    async def work(store: Store) -> None:
        await store.put(digest, {"one": '{"t": "first"}'})
        await store.put(digest, {"one": '{"t": "second"}'})
        assert await store.recall("one") == '{"t": "first"}'

    with_store(file, work)


def test_the_tables_are_those_that_the_migrations_make(file: Path) -> None:
    with_store(file, lambda store: store.get("dg_0"))
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), orm_registry.metadata)
    engine.dispose()
    assert differences == []


WRITER = """
import asyncio, sys
from pathlib import Path
from nutgraf.store import open_store
from nutgraf_schemas import Digest

async def main(file, name, digest):
    async with open_store(Path(file)) as store:
        for n in range(40):
            await store.put(Digest.model_validate_json(digest), {f"{name}-{n}": "{}"})

asyncio.run(main(*sys.argv[1:]))
"""


def test_processes_that_start_at_once_share_one_file_and_lose_nothing(file: Path, digest: Digest) -> None:
    raw = digest.model_dump_json()
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(file), name, raw]) for name in "abc"]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0]
    with sqlite3.connect(file) as connection:
        (count,) = connection.execute("select count(*) from llm_answers").fetchone()
        (check,) = connection.execute("pragma integrity_check").fetchone()
    connection.close()
    assert (count, check) == (120, "ok")


def test_the_file_is_where_the_setting_says_whatever_its_name(tmp_path: Path, digest: Digest) -> None:
    file = tmp_path / "what? #1 & 100%" / "a?mode=memory"
    kept = with_store(file, lambda store: store.put(digest))
    assert file.is_file()
    assert with_store(file, lambda store: store.get(digest.id)) == kept


def test_a_folder_that_cannot_be_made_is_named_with_the_setting(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file where a folder should be")
    with pytest.raises(SetupError, match="NUTGRAF_STORE"):
        with_store(tmp_path / "folder" / "digests.sqlite", lambda store: store.get("dg_0"))


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("my notes, not a database " * 100)
    with pytest.raises(SetupError, match="not a database"):
        with_store(file, lambda store: store.get("dg_0"))
    assert file.read_text().startswith("my notes")


def test_a_store_of_a_newer_version_is_refused(file: Path) -> None:
    with_store(file, lambda store: store.get("dg_0"))
    with sqlite3.connect(file) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()
    with pytest.raises(SetupError, match="newer nutgraf"):
        with_store(file, lambda store: store.get("dg_0"))


def test_a_full_disk_is_told_as_such_and_what_is_kept_can_still_be_read(file: Path, digest: Digest) -> None:
    with_store(file, lambda store: store.put(digest))

    def no_more_pages(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(
            "PRAGMA max_page_count = 1"
        )  # SQLite takes the present size, and says "full" beyond

    async def work(store: Store) -> None:
        with pytest.raises(StoreFull):
            await store.put(digest, {"big": "x" * 1_000_000})
        assert await store.get(digest.id) is not None

    event.listen(Engine, "connect", no_more_pages)
    try:
        with_store(file, work)
    finally:
        event.remove(Engine, "connect", no_more_pages)


def test_a_store_that_another_holds_is_unavailable_and_says_no_word_of_the_article(
    file: Path, digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_BUSY_SECONDS", 0.05)

    async def work(store: Store) -> None:
        holder = sqlite3.connect(file)
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnavailable) as caught:
            await store.put(digest)
        assert digest.headline.text not in repr(caught.value.__cause__)
        holder.close()
        await store.put(digest)

    with_store(file, work)
