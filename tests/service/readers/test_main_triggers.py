from time import process_time

import pytest

from nutgraf.readers.main_triggers import main_triggers


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("The council said that it would buy a mill.", "business", "buy"),
        ("Ousted mayor Ida Holm accused the board.", "accusation_or_criticism", "accused"),
        ("Dockers began a hunger strike to demand bread.", "protest_or_strike", "hunger strike"),
        ("A judge opened fraud investigations on Monday.", "investigation", "investigations"),
        ("The exchange took place in Velby.", "release_or_exchange", "exchange"),
        ("The mayor announced nothing new.", "statement", "announced"),
        ("A fire burned for days.", "accident_or_disaster", "fire"),
        ("Gunmen killed a clerk near Velby.", "attack", "killed"),
        ("A clerk was killed by masked gunmen.", "attack", "killed"),
        ("A lorry killed a clerk near Velby.", "death_or_injury", "killed"),
        ("A bomb exploded at the gate.", "attack", "exploded"),
        ("A boiler exploded at the mill.", "accident_or_disaster", "exploded"),
        ("Two bombs rocked the port.", "attack", "bombs"),
    ],
)
def test_a_sentence_is_about_its_main_verb_or_noun(text: str, kind: str, word: str) -> None:
    found = main_triggers(text)[0]
    assert (found.type, text[found.start : found.end]) == (kind, word)


def test_what_is_quoted_is_not_what_happens() -> None:
    text = 'The mayor said on Monday in Velby: "They bombed us and they jailed us."'
    assert [t.type for t in main_triggers(text)] == ["statement"]


def test_a_sentence_without_a_trigger_is_about_none() -> None:
    assert main_triggers("The lake is calm.") == ()


@pytest.mark.parametrize("words", ["killed by ", "bombs ", "said that must ", '"attack" ', "began a b c "])
def test_a_long_text_takes_no_long_time(words: str) -> None:
    text = "Police arrested " + words * (20_000 // len(words))
    started = process_time()
    main_triggers(text)
    assert process_time() - started < 2


def test_what_somebody_must_do_is_asked_of_them() -> None:
    found = main_triggers("The secretary said on Friday that both sides must reach an agreement.")
    assert [t.type for t in found][:1] == ["request_or_demand"]
