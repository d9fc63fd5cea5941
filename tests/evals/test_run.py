"""Runs with makers of the tests' own: what is made, what is kept, and what a killed run leaves."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from filelock import FileLock

from nutgraf.errors import NutgrafError, SetupError, UpstreamUnavailable
from nutgraf_evals.makers import Made
from nutgraf_evals.records import Configuration, Run, read
from nutgraf_evals.run import Tally, chosen, run
from nutgraf_evals.uniform import NoData
from nutgraf_schemas import Article

ARTICLES = {
    f"{story}-{outlet}": Article(text=f"{story} in {outlet}") for story in ("fog", "mill") for outlet in "ab"
}

COPYIST = Configuration(maker="copyist", llm="quill", prompt="copy@1")


@dataclass
class Copyist:
    """Makes a digest that holds the article; remembers what it was asked, and how many at once."""

    configuration: Configuration = COPYIST
    fails: Callable[[Article], NutgrafError | None] = lambda _: None
    asked: list[str] = field(default_factory=list)
    now: int = 0
    most: int = 0

    async def make(self, article: Article) -> Made:
        self.asked.append(article.text)
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.01)
        self.now -= 1
        if error := self.fails(article):
            raise error
        usage = {"calls": 2, "input_tokens": 100, "cached_tokens": 60, "output_tokens": 7, "seconds": 0.1}
        return Made({"headline": {"text": article.text}, "usage": usage}, remembered=1)


def go(maker: Copyist, folder: Path, **options: object) -> Tally:
    return asyncio.run(run(maker, ARTICLES, folder, **options))  # type: ignore[arg-type]  # any option of run


def test_a_run_has_a_record_of_every_article(tmp_path: Path) -> None:
    maker, heard = Copyist(), []
    tally = go(
        maker, tmp_path, tell=lambda tally, record: heard.append((tally.done, record and record.article))
    )
    assert heard == [(0, None), *enumerate(ARTICLES, 1)]
    assert (tally.done, tally.spent.calls, tally.spent.cached_tokens, tally.remembered) == (4, 8, 240, 4)
    found = Run.read(tmp_path)
    assert found.configuration == maker.configuration
    assert list(found.records) == list(ARTICLES)
    for name, record in found.records.items():
        assert record.digest is not None
        assert record.digest["headline"]["text"] == ARTICLES[name].text
        assert record.problem is None
        assert record.seconds >= 0.01


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    go(Copyist(), tmp_path)
    maker = Copyist()
    tally = go(maker, tmp_path)
    assert maker.asked == []
    assert (tally.before, tally.made, tally.done) == (4, 0, 4)
    assert len(read(tmp_path)) == 4


def test_again_makes_what_is_there_again(tmp_path: Path) -> None:
    go(Copyist(), tmp_path)
    maker = Copyist()
    assert go(maker, tmp_path, again=True).made == 4
    assert len(maker.asked) == 4
    assert len(Run.read(tmp_path).records) == 4


def test_a_changed_article_is_made_again_and_no_other(tmp_path: Path) -> None:
    go(Copyist(), tmp_path)
    maker = Copyist()
    changed = {**ARTICLES, "fog-b": ARTICLES["fog-b"].model_copy(update={"published": "2026-01-02"})}
    asyncio.run(run(maker, changed, tmp_path))
    assert maker.asked == ["fog in b"]


def test_changed_code_makes_everything_again_and_the_old_records_do_not_count(tmp_path: Path) -> None:
    go(Copyist(), tmp_path)
    changed = Copyist(Configuration(maker="copyist", llm="quill", prompt="copy@1", parts={"code": "2"}))
    asyncio.run(run(changed, chosen(ARTICLES, limit=1), tmp_path))
    assert list(Run.read(tmp_path).records) == ["fog-a"]
    back = Copyist()
    assert go(back, tmp_path).before == 4
    assert len(Run.read(tmp_path).records) == 4


def test_a_problem_is_recorded_and_tried_again(tmp_path: Path) -> None:
    def fails(article: Article) -> NutgrafError | None:
        return UpstreamUnavailable("The ink is dry.") if article.text == "fog in b" else None

    tally = go(Copyist(fails=fails), tmp_path)
    assert (tally.made, tally.problems, tally.done) == (3, 1, 4)
    record = Run.read(tmp_path).records["fog-b"]
    assert (record.digest, record.problem) == (None, "upstream-unavailable: The ink is dry.")
    maker = Copyist()
    tally = go(maker, tmp_path)
    assert maker.asked == ["fog in b"]
    assert (tally.before, tally.made) == (3, 1)
    assert Run.read(tmp_path).records["fog-b"].problem is None


def test_a_maker_that_cannot_work_ends_the_run_and_what_is_made_stays(tmp_path: Path) -> None:
    def fails(article: Article) -> NutgrafError | None:
        return SetupError("There is no ink.") if article.text == "mill in a" else None

    with pytest.raises(SetupError, match="There is no ink"):
        go(Copyist(fails=fails), tmp_path)
    assert [record.article for record in read(tmp_path)] == ["fog-a", "fog-b"]


@pytest.mark.parametrize("together", [1, 3])
def test_so_many_articles_are_in_the_works_at_once(tmp_path: Path, together: int) -> None:
    maker = Copyist()
    go(maker, tmp_path, together=together)
    assert maker.most == together
    assert Run.read(tmp_path).together == together


def test_the_folder_of_another_maker_is_left_alone(tmp_path: Path) -> None:
    go(Copyist(), tmp_path)
    with pytest.raises(
        SetupError, match=r"is a run of copyist quill copy@1\. Give another folder: --out DIR"
    ):
        go(Copyist(Configuration(maker="copyist", llm="quill", prompt="copy@2")), tmp_path)


def test_two_runs_do_not_write_to_one_folder(tmp_path: Path) -> None:
    with FileLock(tmp_path / "run.lock"), pytest.raises(SetupError, match="Another run writes to"):
        go(Copyist(), tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SetupError, match="cannot be written"):
        go(Copyist(), tmp_path / "file" / "run")


@pytest.mark.parametrize(
    ("filters", "limit", "found"),
    [
        ((), None, "fog-a fog-b mill-a mill-b"),
        ((), 3, "fog-a fog-b mill-a"),
        (("mill",), None, "mill-a mill-b"),
        (("*-b",), None, "fog-b mill-b"),
        (("*-b", "fog"), 2, "fog-a fog-b"),
    ],
)
def test_articles_are_chosen_by_part_or_pattern_and_number(
    filters: tuple[str, ...], limit: int | None, found: str
) -> None:
    assert " ".join(chosen(ARTICLES, filters, limit)) == found


def test_a_filter_that_finds_nothing_is_told() -> None:
    with pytest.raises(NoData, match="No article is called rain; there are fog-a, fog-b, mill-a, mill-b"):
        chosen(ARTICLES, ("rain",))


SLOW = """
import asyncio, sys
from pathlib import Path
from nutgraf_evals.makers import Made
from nutgraf_evals.records import Configuration
from nutgraf_evals.run import run
from nutgraf_schemas import Article

class Slow:
    configuration = Configuration(maker="slow")

    async def make(self, article):
        await asyncio.sleep(0.05)
        print(article.text, flush=True)
        return Made({"headline": {"text": article.text * 1000}})

articles = {f"tale-{n}": Article(text=f"tale {n}") for n in range(12)}
asyncio.run(run(Slow(), articles, Path(sys.argv[1]), together=2))
"""


def slow(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SLOW, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_a_run_that_was_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with slow(tmp_path) as first:
        assert first.stdout is not None
        for _ in range(5):
            first.stdout.readline()
        first.send_signal(signal.SIGKILL)
    kept = [record.article.replace("-", " ") for record in read(tmp_path)]
    assert 3 <= len(kept) < 12  # of the last two told, either may not have been written yet
    with slow(tmp_path) as second:
        assert second.stdout is not None
        made = second.stdout.read().split("\n")[:-1]
    assert second.returncode == 0
    assert set(made).isdisjoint(kept)
    assert len(made) + len(kept) == 12
    assert len(read(tmp_path)) == len(Run.read(tmp_path).records) == 12


def test_a_line_torn_by_a_kill_costs_its_article_and_no_other(tmp_path: Path) -> None:
    go(Copyist(), tmp_path)
    path = tmp_path / "records.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    maker = Copyist()
    go(maker, tmp_path)
    assert maker.asked == ["mill in b"]
    assert [record.article for record in read(tmp_path)] == list(ARTICLES)
