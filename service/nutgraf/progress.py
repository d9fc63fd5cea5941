"""What is going on, told on stderr: a bar or a spinner on a terminal, plain lines elsewhere."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

STEP = 10
"""Percent between two plain lines."""


class Teller:
    """`progress` is told of a fetch (words, bytes done, of how many); `stage` of what goes on now."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._bar: Progress | None = None
        self._last: tuple[str, int] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clear()

    def stage(self, what: str) -> None:
        """What goes on now; nobody reads it afterwards, so only a terminal shows it."""
        if self._console.is_terminal:
            self._show(what, 0, 0)

    def progress(self, what: str, done: int, total: int) -> None:
        """How far a fetch has come. Words without a measure stay on the screen."""
        if not total:
            self._clear()
            self._console.print(what, style="dim", markup=False, highlight=False)
        elif self._console.is_terminal:
            self._show(what, done, total)
        elif (now := (what, done * 100 // total // STEP)) != self._last:
            self._last = now
            self._console.print(f"{what}: {now[1] * STEP} %", markup=False, highlight=False)

    def _show(self, what: str, done: int, total: int) -> None:
        if self._last != (what, total):
            self._clear()
            self._last = (what, total)
            measured = (BarColumn(), DownloadColumn(), TimeRemainingColumn()) if total else ()
            self._bar = Progress(
                SpinnerColumn(),
                TextColumn("{task.description}", markup=False),
                *measured,
                console=self._console,
                transient=True,
            )
            self._bar.add_task(what, total=total or None)
            self._bar.start()
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=done)

    def _clear(self) -> None:
        if self._bar:
            self._bar.stop()
            self._bar = self._last = None
