"""How far a run has come, told on stderr: a bar on a terminal, a line an article elsewhere."""

from time import monotonic
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from nutgraf_evals.records import Record
from nutgraf_evals.run import Tally


class Bar:
    """Enter it as a context; `tell` is the run's `Tell`."""

    def __init__(self, console: Console) -> None:
        self._console, self._started = console, monotonic()
        self._progress = Progress(
            BarColumn(),
            TextColumn("{task.description}", markup=False),
            console=console,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task("", total=None)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def tell(self, tally: Tally, record: Record | None) -> None:
        """Show a new record, and how far the run has come."""
        words = told(tally, monotonic() - self._started)
        self._progress.update(self._task, description=words, completed=tally.done, total=tally.total)
        if record and record.problem:
            self._say(f"{record.article}: {record.problem}")
        if not self._console.is_terminal:
            self._say(f"{record.article} {record.seconds:.1f} s · {words}" if record else words)

    def fetch(self, words: str, done: int, total: int) -> None:
        """Tell of a fetch."""
        share = f" {done * 100 // total} %" if total else ""
        self._progress.update(self._task, description=words + share)
        if not done:
            self._say(words)

    def _say(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)


def told(tally: Tally, elapsed: float) -> str:
    """`12/36 · 4 from before · 1 failed · 25,310 tokens read (61 % cached), 2,114 written · 4:10 left`"""
    spent = tally.spent
    words = [f"{tally.done}/{tally.total}"]
    if tally.before:
        words.append(f"{tally.before} from before")
    if tally.problems:
        words.append(f"{tally.problems} failed")
    if spent.input_tokens:
        cached = spent.cached_tokens * 100 // spent.input_tokens
        words.append(
            f"{spent.input_tokens:,} tokens read ({cached} % cached), {spent.output_tokens:,} written"
        )
    if tally.remembered:
        words.append(f"{tally.remembered:,} of {spent.calls:,} answers from before")
    if tally.done == tally.total:
        words.append(f"{clock(elapsed)} passed")
    elif (left := tally.left(elapsed)) is not None:
        words.append(f"{clock(left)} left")
    return " · ".join(words)


def clock(seconds: float) -> str:
    """`4:10`, `1:04:10`"""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
