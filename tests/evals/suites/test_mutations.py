from typing import Any

from nutgraf_evals.marks import Document
from nutgraf_evals.suites.mutations import SUITE, mark

TEXT = (
    "A ferry with 40 passengers ran aground off Velby on Tuesday.\n\n"
    "Captain Ida Holm called the coastguard. Nobody was hurt."
)
TRUE, JOINED = "A ferry ran aground off Velby on Tuesday.", "The coastguard called Captain Ida Holm."


def row(
    text: str, *, form: str | None = None, kind: str | None = None, split: str = "tuned-1"
) -> dict[str, Any]:
    return {"article": "a", "text": text, "true": kind is None, "form": form, "kind": kind, "split": split}


def document(*rows: dict[str, Any]) -> Document:
    return Document("ferry-wire", "mutations", TEXT, labels=rows)


def test_true_statements_taken_and_changed_ones_refused_give_one() -> None:
    marks = mark(
        document(
            row(TRUE, form="own_words"),
            row("A ferry with 90 passengers ran aground off Velby.", kind="number"),
            row("A ferry ran aground off Aldhaven on Tuesday.", kind="place"),
        )
    )
    figures = SUITE.score(marks.counts)
    assert (figures["value"], figures["true_accepted"], figures["changed_refused"]) == (1.0, 1.0, 1.0)
    assert (marks.counts["n"], marks.misses) == (3, ())


def test_labels_that_say_the_opposite_give_nothing() -> None:
    marks = mark(
        document(row(TRUE, kind="noun"), row("A ferry with 90 passengers ran aground.", form="paraphrase"))
    )
    figures = SUITE.score(marks.counts)
    assert (figures["value"], figures["true_accepted"], figures["changed_refused"]) == (0.0, 0.0, 0.0)
    assert [miss.kind for miss in marks.misses] == [
        "changed noun accepted",
        "true paraphrase refused for numbers",
    ]


def test_what_was_looked_at_and_what_was_not_are_told_apart() -> None:
    figures = SUITE.score(
        mark(
            document(
                row(TRUE, form="own_words"),
                row("A ferry ran aground off Aldhaven.", kind="place"),
                row(TRUE, form="own_words", split="fresh-1"),
                row(TRUE, kind="noun", split="fresh-2"),
            )
        ).counts
    )
    assert figures["splits"]["tuned"]["value"] == 1.0
    assert (figures["splits"]["fresh"]["true"], figures["splits"]["fresh"]["changed_refused"]) == (1, 0.0)
    assert figures["false_accepted"]["noun"] == {"fresh": "1 of 1", "tuned": "0 of 0"}
    assert figures["false_accepted"]["place"]["tuned"] == "0 of 1"


def test_the_baselines_look_at_words_only() -> None:
    baseline = SUITE.baseline(
        mark(
            document(
                row(TRUE, form="own_words"),
                row(JOINED, kind="role_swap"),
                row("A barge sank off Velby.", kind="noun"),
            )
        ).counts
    )
    assert (baseline["true_accepted"], baseline["changed_refused"]) == (1.0, 0.0)
    assert baseline["every_word_stands_in_it"]["true_accepted"] == 1.0
    assert baseline["every_word_stands_in_it"]["changed_refused"] == 0.5
