"""What a run says while it goes on: lines, or a bar on a terminal."""

from io import StringIO

import pytest
from rich.console import Console

from nutgraf_evals.records import Record
from nutgraf_evals.run import Tally
from nutgraf_evals.run_progress import Bar, clock, told

USAGE = {"calls": 2, "input_tokens": 100, "cached_tokens": 60, "output_tokens": 7, "seconds": 0.1}
MADE = Record(
    key="k", article="fog-a", article_sha256="0", digest={"usage": USAGE}, seconds=1.26, remembered=1
)
FAILED = MADE.model_copy(update={"article": "fog-b", "digest": None, "problem": "llm-refused: no [/b]"})


def said(*, terminal: bool) -> str:
    file = StringIO()
    with Bar(Console(file=file, force_terminal=terminal, width=160)) as bar:
        tally = Tally(total=3, before=1)
        bar.tell(tally, None)
        bar.fetch("fetching the weights", 0, 10)
        bar.fetch("fetching the weights", 5, 10)
        bar.tell(tally := tally.plus(MADE), MADE)
        bar.tell(tally.plus(FAILED), FAILED)
    return file.getvalue()


def test_elsewhere_than_on_a_terminal_it_is_a_line_an_article() -> None:
    lines = said(terminal=False).splitlines()
    assert lines[:2] == ["1/3 · 1 from before", "fetching the weights"]
    assert lines[2].startswith("fog-a 1.3 s · 2/3 · 1 from before · 100 tokens read (60 % cached), 7 written")
    assert lines[3] == "fog-b: llm-refused: no [/b]"
    assert lines[4].startswith("fog-b 1.3 s · 3/3 · 1 from before · 1 failed")
    assert len(lines) == 5


def test_a_terminal_has_a_bar_and_reads_of_failures() -> None:
    shown = said(terminal=True)
    assert "━" in shown
    assert "3/3 · 1 from before · 1 failed · 100 tokens read" in shown
    assert "fog-b: llm-refused: no [/b]" in shown
    assert "fog-a" not in shown


def test_the_words_tell_how_far_a_run_has_come() -> None:
    start = Tally(total=36, before=4, together=2)
    assert told(start, 0.0) == "4/36 · 4 from before"
    one = start.plus(MADE)
    assert told(one, 10.0) == (
        "5/36 · 4 from before · 100 tokens read (60 % cached), 7 written · 1 of 2 answers from before · 2:30 left"
    )
    assert told(one.plus(FAILED), 10.0).startswith("6/36 · 4 from before · 1 failed · 100 tokens")
    assert told(Tally(total=1, before=0).plus(MADE), 3_725.0).endswith("1:02:05 passed")


def test_those_in_the_works_are_taken_to_be_half_done() -> None:
    assert Tally(total=4, before=0, together=4).left(10) is None
    assert Tally(total=4, before=0, together=4, made=1).left(100) == pytest.approx(60)
    assert Tally(total=4, before=3, together=4, made=1).left(100) == 0


def test_a_clock_has_hours_where_it_needs_them() -> None:
    assert [clock(each) for each in (0, 59.6, 250, 3_850)] == ["0:00", "1:00", "4:10", "1:04:10"]
