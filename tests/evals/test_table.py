from collections import Counter
from io import StringIO

from rich.console import Console

from nutgraf_evals.marks import Marks, Miss
from nutgraf_evals.table import print_errors, print_table

ANSWER = {
    "suite": "mutations",
    "dataset": "mutations",
    "n": 1_200,
    "unit": "statements",
    "documents": 20,
    "score": {
        "value": 0.96,
        "all": {"f1": 0.5},
        "splits": {"tuned": {"value": 0.98}, "fresh": {"value": 0.94, "n": 3}},
    },
    "interval": [0.9, 0.99],
    "baseline": {"value": 0.4, "what": "every [word] stands there", "other": {"value": 0.2}},
}


def printed() -> tuple[Console, StringIO]:
    out = StringIO()
    return Console(file=out, width=100, highlight=False), out


def test_each_figure_stands_beside_the_baselines() -> None:
    console, out = printed()
    print_table(ANSWER, console)
    lines = [line.replace("│", " ").split() for line in out.getvalue().splitlines()]
    assert ["mutations:", "1,200", "statements", "in", "20", "documents"] in lines
    assert ["value", "0.960", "[0.900", "–", "0.990]", "0.400"] in lines
    assert ["all:", "f1", "0.500"] in lines
    assert ["other:", "value", "0.200"] in lines
    assert "baseline: every [word] stands there" in out.getvalue()


def test_figures_of_parts_have_a_row_for_each_part() -> None:
    console, out = printed()
    print_table(ANSWER, console)
    lines = [line.replace("│", " ").replace("┃", " ").split() for line in out.getvalue().splitlines()]
    assert ["splits", "value", "n"] in lines
    assert ["tuned", "0.980"] in lines
    assert ["fresh", "0.940", "3"] in lines


def test_errors_are_told_by_class_the_most_frequent_first() -> None:
    console, out = printed()
    marks = {
        "a": Marks(Counter(), (Miss("missed", 7, "the [mayor]"), Miss("false", 9, "he"))),
        "b": Marks(Counter(), (Miss("missed", 2, "police"),)),
    }
    print_errors(marks, 1, console)
    assert out.getvalue() == "\nmissed: 2\n  a:7  'the [mayor]'\n\nfalse: 1\n  a:9  'he'\n"


def test_errors_that_nobody_asked_for_are_not_told() -> None:
    console, out = printed()
    print_errors({"a": Marks(Counter(), (Miss("missed", 7, "the mayor"),))}, 0, console)
    assert out.getvalue() == ""
