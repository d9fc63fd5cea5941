"""The panel: what a reader sees, and what must never reach a terminal."""

import io
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from nutgraf.panel import FAILED, check_panel, clean, panel
from nutgraf_schemas import CheckAnswer, CheckName, Digest

FIRST = "Two climbers [bold]were[/bold] rescued on Monday \x1b[31mby a helicopter\x1b[0m, police said."
SECOND = "Nobody was hurt 🏔 on the ridge."
TEXT = f"{FIRST} {SECOND}"


def evidence(words: str, sentence: int, unit: str = "codepoint") -> dict[str, int]:
    before = TEXT[: TEXT.index(words)]
    count = {
        "codepoint": len,
        "utf16": lambda s: len(s.encode("utf-16-le")) // 2,
        "utf8": lambda s: len(s.encode()),
    }
    start, length = count[unit](before), count[unit](words)
    return {"sentence": sentence, "start": start, "end": start + length}


def statement(text: str, support: str, *cited: dict[str, int], **checks: str) -> dict[str, Any]:
    return {"text": text, "evidence": list(cited), "support": support, "checks": checks}


def made(unit: str = "codepoint", **changed: Any) -> Digest:
    """A digest of TEXT with one of everything."""
    first, second = evidence(FIRST, 1, unit), evidence(SECOND, 2, unit)
    event = {
        "id": "ev1",
        "type": "accident_or_disaster",
        "main": True,
        "description": statement("Police say a helicopter rescued two climbers", "supported", first),
        "when": {
            "text": "Monday",
            "edtf": "2025-05-12",
            "precision": "day",
            "anchor": "article.published",
            "rule": "weekday_on_or_before",
            "evidence": [first],
        },
        "where": {"text": "the ridge", "country": None, "evidence": [second]},
        "participants": [
            {"name": "Two climbers", "role": "beneficiary", "evidence": [first]},
            {"name": "a helicopter", "role": "actor", "evidence": [first]},
        ],
        "quantities": [
            {"text": "Two climbers", "value": 2, "unit": None, "kind": "count", "evidence": [first]}
        ],
        "modality": "attributed",
        "attribution": [{"source": "police", "cue": "said", "via": None, "evidence": [first]}],
        "evidence": [first],
        "null_reasons": {"country": "ambiguous_place"},
        "crosswalk": {"plover": None, "cameo_root": None, "ace": None},
    }
    whole: dict[str, Any] = {
        "id": "dg_1",
        "status": "complete",
        "article": {
            "title": None,
            "source": None,
            "url": None,
            "language": "en",
            "published": {"edtf": "2025-05-14", "precision": "day", "basis": "field"},
            "dateline": None,
            "sha256": "0" * 64,
            "characters": len(TEXT),
            "offset_unit": unit,
            "sentences": [],
        },
        "headline": statement("Two climbers rescued", "supported", first),
        "summary": [statement("Two climbers were rescued on Monday.", "supported", first)],
        "key_points": [statement(SECOND, "extracted", second, names="failed", numbers="ok")],
        "events": [event],
        "entities": [],
        "warnings": [{"code": "date_month_only", "message": "Only the month is known.", "pointer": None}],
        "coverage": {"sentences": 2, "used": [1, 2], "read": 2},
        "provenance": {
            "nutgraf": "0.1.0",
            "llm": "scripted",
            "prompt": "steps@1",
            "prompt_sha256": "0" * 64,
            "schema_sha256": "0" * 64,
            "generated": True,
            "digital_source_type": None,
        },
        "usage": {
            "calls": 3,
            "input_tokens": 1234,
            "cached_tokens": 900,
            "output_tokens": 56,
            "seconds": 7.25,
        },
    }
    return Digest.model_validate(whole | changed)


def shown(digest: Digest, text: str = TEXT, width: int = 80, **options: Any) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, **options)
    console.print(panel(digest, text))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def on_one_line(printed: str) -> str:
    return " ".join(printed.split())


def test_a_statement_stands_above_the_words_that_carry_it() -> None:
    printed = on_one_line(shown(made()))
    assert "✓ Two climbers were rescued on Monday. [1] [1] Two climbers" in printed


def test_an_event_is_shown_as_a_record() -> None:
    printed = on_one_line(shown(made()))
    assert "1 accident or disaster · main event" in printed
    assert "when Monday → 2025-05-12 [1]" in printed
    assert "where the ridge (country not known: ambiguous place) [2]" in printed
    assert "who Two climbers as beneficiary [1] a helicopter as actor [1]" in printed
    assert "says who police: “said” [1]" in printed
    assert "status attributed" in printed


def test_of_an_empty_field_the_reason_is_told_where_someone_would_ask() -> None:
    event = made().events[0]
    for reason, told in (("month_only", True), ("not_in_article", False)):
        nowhere = event.model_copy(update={"when": None, "null_reasons": {"when": reason}})
        assert ("when" in shown(made().model_copy(update={"events": [nowhere]}))) is told


def test_a_contradiction_shows_both_values_and_their_sentences() -> None:
    digest = made()
    sides = {
        name: {"value": words, "start": (at := evidence(words, 1))["start"], "end": at["end"]}
        for name, words in (("a", "Two climbers"), ("b", "Nobody"))
    }
    told = "The article gives two values for the number of rescued: “Two climbers” and “Nobody”."
    found = {"kind": "number", "subject": None, "about": "number of rescued", "explanation": told, **sides}
    sentences = [
        {"id": n, "start": (at := evidence(words, n))["start"], "end": at["end"]}
        for n, words in ((1, FIRST), (2, SECOND))
    ]
    article = digest.article.model_dump() | {"sentences": sentences}
    printed = on_one_line(shown(made(contradictions=[found], article=article)))
    assert f"CONTRADICTIONS ≠ {told} [1][2]" in printed
    assert "CONTRADICTIONS" not in shown(digest)


def test_an_extracted_statement_tells_what_its_draft_failed_and_is_not_said_twice() -> None:
    printed = on_one_line(shown(made()))
    assert "» Nobody was hurt 🏔 on the ridge. [2] draft failed: names" in printed
    assert printed.count("Nobody was hurt") == 1


def test_warnings_and_cost_are_told() -> None:
    printed = on_one_line(shown(made()))
    assert "! Only the month is known. (date_month_only)" in printed
    assert "scripted · steps@1 · 3 calls · 1,234 tokens in (900 cached), 56 out · 7.2 s" in printed


@pytest.mark.parametrize("unit", ["utf16", "utf8"])
def test_the_words_are_the_same_in_every_unit(unit: str) -> None:
    assert shown(made(unit)) == shown(made())


def test_the_markup_of_an_article_is_shown_and_not_obeyed() -> None:
    assert "[bold]were[/bold]" in on_one_line(shown(made()))


def test_the_escape_sequences_of_an_article_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in shown(made())
    coloured = shown(made(), force_terminal=True, color_system="standard")
    assert "\x1b[31mby a helicopter" not in coloured
    assert "�[31mby a helicopter" in on_one_line(coloured)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, shown(made(), width=width).splitlines())) <= width


def test_a_digest_without_events_or_warnings_has_no_empty_sections() -> None:
    printed = shown(made(events=[], warnings=[], key_points=[]))
    assert "EVENTS" not in printed
    assert "WARNINGS" not in printed
    assert "KEY POINTS" not in printed


@given(st.text())
def test_clean_text_is_one_line_without_control_characters(words: str) -> None:
    assert clean(words).isprintable()


def test_clean_keeps_letters_and_marks_of_any_language() -> None:
    assert clean("Łódź\n naïve  “word” 東京 🏔") == "Łódź naïve “word” 東京 🏔"


def test_directions_cannot_be_reversed_by_an_article() -> None:
    assert clean("abc\u202edef\u2066") == "abcdef"


def test_a_title_is_cleaned_too() -> None:
    article = made().article.model_copy(update={"title": "A \x9b31m title"})
    assert "\x9b" not in shown(made().model_copy(update={"article": article}))


def test_the_demo_ships_an_article_that_is_valid_and_plain() -> None:
    from nutgraf.demo import article

    assert clean(article()) == " ".join(article().split())


def test_every_check_that_can_fail_has_plain_words() -> None:
    assert set(FAILED) == set(get_args(CheckName))


@pytest.mark.parametrize("unit", ["codepoint", "utf16", "utf8"])
def test_a_statement_of_somebody_else_stands_above_what_the_article_says(unit: str) -> None:
    second = evidence(SECOND, 2, unit)
    said = [
        statement("Two were \x1b[31mhurt.", "unsupported", second, polarity="failed", words="ok"),
        statement("Nobody was hurt.", "supported", second, polarity="ok"),
        statement("Nobody.", "unsupported", second, words="not_checked"),
        statement("Hurt on the ridge.", "unsupported", second, words="ok"),
    ]
    console = Console(width=100, file=io.StringIO(), highlight=False)
    console.print(check_panel(CheckAnswer.model_validate({"statements": said}), TEXT, unit))
    printed = console.file.getvalue()
    assert "✗ Two were �[31mhurt.  [2]" in printed
    assert f"  {FAILED['polarity']}" in printed
    assert f"[2] {SECOND}" in printed
    assert "✓ Nobody was hurt." in printed
    assert "only English is checked" in printed
    assert "no sentence carries all of it" in printed
    assert "1 of 4 supported" in printed
