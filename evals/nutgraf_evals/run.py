"""Runs a maker: articles and a folder in, a record of each appended there as soon as it is made.

What stands in the folder is not made again, so a run that was killed goes on where it stopped. A record with a
problem does not count as made.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from time import perf_counter

from filelock import FileLock, Timeout

from nutgraf.errors import NutgrafError, SetupError
from nutgraf.llm import Spent
from nutgraf_evals.label import fingerprint
from nutgraf_evals.makers import Maker
from nutgraf_evals.records import Record, Run, append, case_key, describe, read
from nutgraf_evals.told import told
from nutgraf_evals.uniform import NoData
from nutgraf_schemas import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How far a run has come, `together` articles at once. `before` of the `total` were made by an earlier one.

    `spent` and `remembered` are of what this one has made; what remembered answers once cost is in `spent`.
    """

    total: int
    before: int
    together: int = 1
    made: int = 0
    problems: int = 0
    spent: Spent = field(default_factory=Spent)
    remembered: int = 0

    @property
    def done(self) -> int:
        """Articles that need not wait any longer."""
        return self.before + self.made + self.problems

    def left(self, elapsed: float) -> float | None:
        """Seconds that the rest will take, as far as can be told after `elapsed`; those in the works are half done."""
        rest, new = self.total - self.done, self.made + self.problems
        half = min(rest, self.together) / 2
        return elapsed / (new + half) * (rest - half) if new else None

    def plus(self, record: Record) -> "Tally":
        """The tally after `record`."""
        if record.problem:
            return replace(self, problems=self.problems + 1)
        used = told(record.digest, "").usage
        spent = Spent(used.calls, used.input_tokens, used.cached_tokens, used.output_tokens)
        return replace(
            self,
            made=self.made + 1,
            spent=self.spent + spent,
            remembered=self.remembered + record.remembered,
        )


Tell = Callable[[Tally, Record | None], None]
"""Hears how far the run has come: at its start, and with each new record."""


def chosen(
    articles: Mapping[str, Article], filters: tuple[str, ...] = (), limit: int | None = None
) -> Mapping[str, Article]:
    """The first `limit` of the articles whose id has one of `filters` in it, or matches it as a pattern.

    Raises `NoData` where there is none.
    """
    found = {
        name: article
        for name, article in articles.items()
        if not filters or any(each in name or fnmatchcase(name, each) for each in filters)
    }
    if not found:
        raise NoData(f"No article is called {' or '.join(filters)}; there are {', '.join(articles)}.")
    return dict(list(found.items())[:limit])


async def run(
    maker: Maker,
    articles: Mapping[str, Article],
    folder: Path,
    *,
    together: int = 1,
    again: bool = False,
    tell: Tell = lambda *_: None,
) -> Tally:
    """Have `maker` make what `folder` lacks, `together` articles at once; everything where it is to be made `again`.

    Raises `SetupError` where another run writes there, the folder is another maker's, or the maker cannot work.
    """
    with _alone(folder):
        _refuse_another(folder, maker)
        describe(folder, maker.configuration, together)
        keys = {
            name: case_key(article.model_dump(), maker.configuration) for name, article in articles.items()
        }
        made = set() if again else {each.key for each in read(folder) if not each.problem}
        waiting = iter([name for name, key in keys.items() if key not in made])
        before = sum(key in made for key in keys.values())
        tally = Tally(total=len(articles), before=before, together=together)
        tell(tally, None)

        async def work() -> None:
            nonlocal tally
            for name in waiting:
                record = await _record(maker, name, articles[name], keys[name])
                append(folder, record)
                tally = tally.plus(record)
                tell(tally, record)

        try:
            async with asyncio.TaskGroup() as workers:
                for _ in range(together):
                    workers.create_task(work())
        except* SetupError as failed:
            raise failed.exceptions[0] from None
        return tally


async def _record(maker: Maker, name: str, article: Article, key: str) -> Record:
    started = perf_counter()
    digest, problem, remembered = None, None, 0
    try:
        made = await maker.make(article)
        digest, remembered = dict(made.digest), made.remembered
    except SetupError:
        raise
    except NutgrafError as error:
        problem = f"{error.slug}: {error.detail}"
    return Record(
        key=key,
        article=name,
        article_sha256=fingerprint(article.text),
        digest=digest,
        problem=problem,
        seconds=round(perf_counter() - started, 3),
        configuration=maker.configuration.key,
        remembered=remembered,
    )


def _refuse_another(folder: Path, maker: Maker) -> None:
    """Raise `SetupError` where `folder` is of another maker, LLM or prompt."""
    try:
        there = Run.read(folder).configuration
    except NoData:
        return
    ours = maker.configuration
    if (there.maker, there.llm, there.prompt) != (ours.maker, ours.llm, ours.prompt):
        theirs = " ".join(filter(None, (there.maker, there.llm, there.prompt)))
        raise SetupError(f"{folder} is a run of {theirs}. Give another folder: --out DIR")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold `folder`; the lock goes with the process, however that ends."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "run.lock")
        lock.acquire(blocking=False)
    except Timeout:
        raise SetupError(
            f"Another run writes to {folder}. Wait for it, or give another folder: --out DIR"
        ) from None
    except OSError as error:
        raise SetupError(f"{folder} cannot be written: {error.strerror}.") from error
    try:
        yield
    finally:
        lock.release()
