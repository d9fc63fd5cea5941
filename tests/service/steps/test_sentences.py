from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.errors import BadArticle
from nutgraf.line import Sentence
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import LONGEST, split
from nutgraf_schemas import Article

Split = Callable[[str], tuple[Sentence, ...]]


@pytest.mark.parametrize(
    "marked",
    [
        "The U.S. Department of Labor fined Gov. Ida Roe on Oct. 9 in Trenton, N.J., a clerk said.",
        "She left for the U.S. in May.| Both brothers stayed behind.",
        "That is a matter for the U.S.| Our own rules are stricter.",
        "Lt. Gen. Ole Tvedt, U.S. Navy, sang for 2 1/4 minutes.| Sen. Kit Arbo, R-Idaho, wept.",
        "The last tram runs at 11:20 p.m.| The first is back at 5 a.m. on weekdays.",
        "His degree is from T.C.D. in Dublin.| Then he went to sea.",
        "Tickets rose 4.5% to $7.80 at Velby Ferries Inc. on Monday.| Harbour.com Ltd. kept its price.",
        "“Who left the gate open?” asked Moe.| The goats did not say.",
        "“Keep the lights on,” said Brig. Gen. Una Falk.| “All of them.| All night.”",
        "Divers thought the wreck might be older ... and went down again.",
        "They met in Peoria, Ill.| Their house is on 12th Ave. by the mill.",
        "The list is on velby.example.| Look there first.",
        "A.B. Lund and C.D.E. Frost sang.| Nobody heard F.G. Holm.",
    ],
)
def test_sentences_end_where_they_end(marked: str, sentences_of: Split) -> None:
    parts = marked.split("|")
    assert [s.text for s in sentences_of("".join(parts))] == [part.strip() for part in parts]


def test_blank_lines_part_paragraphs(sentences_of: Split) -> None:
    text = (
        "Ferry sinks off Velby\r\n\r\nThe ferry sank. It was old.\n \nNobody was hurt\u2029The inquiry begins"
    )
    assert [(s.text, s.paragraph) for s in sentences_of(text)] == [
        ("Ferry sinks off Velby", 0),
        ("The ferry sank.", 1),
        ("It was old.", 1),
        ("Nobody was hurt", 2),
        ("The inquiry begins", 3),
    ]


def test_headings_and_list_items_are_their_own(sentences_of: Split) -> None:
    text = "What we know\nThe ferry sank off Velby, the coast guard said.\n- It was old\n- It was full\n2) It ran"
    assert [s.text for s in sentences_of(text)] == text.split("\n")


def test_wrapped_lines_are_joined(sentences_of: Split) -> None:
    text = (
        "The ferry, which had been built in 1971 and carried\n"
        "four hundred passengers on most days of the summer\n"
        "season, sank off Velby. The company that ran it had\n"
        "Mayor Ann Lee to thank for its licence."
    )
    first, second = sentences_of(text)
    assert first.text.startswith("The ferry, which had")
    assert first.text.endswith("sank off Velby.")
    assert "\n" in first.text
    assert "\n" not in first.prompt
    assert second.text.startswith("The company")
    assert second.text.endswith("licence.")


def test_furniture_is_in_no_sentence(strike: str, sentences_of: Split) -> None:
    first, *_ = sentences_of(strike)
    assert first.start == strike.index(" - ") + 3


def test_speech_is_marked_until_the_quotation_closes(sentences_of: Split) -> None:
    text = 'The mayor left. "We lost. We will be back," she said. She took no questions.\n\n"Good," said Moe.'
    assert [s.speech for s in sentences_of(text)] == [False, True, True, False, True]


def test_a_report_frame_that_can_go_is_marked(sentences_of: Split) -> None:
    (sentence,) = sentences_of("Two men were hurt in the fire, police said on Monday.")
    assert sentence.frame is not None
    assert sentence.text[slice(*sentence.frame)] == ", police said on Monday"
    assert sentence.core == "Two men were hurt in the fire."


def test_a_sentence_without_an_end_is_cut(sentences_of: Split) -> None:
    text = "".join(f"word {n} and " for n in range(500)) + "".join(
        f", and then {n} more, " for n in range(200)
    )
    pieces = sentences_of(text)
    assert max(len(s.text) for s in pieces) <= LONGEST
    assert not [s for s in pieces[:-1] if text[s.end - 1].isalpha() and text[s.end].isalpha()]


def test_many_lines_of_dashes_take_no_longer_than_as_much_prose() -> None:
    prose = "".join(
        f"Ferry {n} sank off Velby on day {n}. Nobody was hurt, police said.\n" for n in range(1_600)
    )

    def seconds(text: str) -> float:
        began = process_time()
        assert len(split(normalise(Article(text=text)))) >= 1_600
        return process_time() - began

    assert len(prose) > 90_000
    assert seconds(prose + "-\n" * 40_000) < 10 * seconds(prose)
    assert seconds(prose + "-" * 80_000 + "a") < 10 * seconds(prose)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("es", "El Sr. García llegó el lunes.| Se fue el martes."),
        ("de", "Am 3. Oktober kam er an.| Dann ging er."),
        ("ja", "船は月曜日に沈んだ。|けが人はいなかった。"),
        ("fa", "کشتی غرق شد.| کسی زخمی نشد."),
        ("sv", "Färjan sjönk i måndags.| Ingen skadades."),
        ("th", "เรือจมเมื่อวันจันทร์"),
    ],
)
def test_other_languages_are_split_too(language: str, marked: str) -> None:
    parts = marked.split("|")
    found = split(normalise(Article(text="".join(parts), language=language)))
    assert [s.text for s in found] == [part.strip() for part in parts]


PIECES = st.sampled_from(
    [
        "The U.S. ",
        "Lt. Col. ",
        "Moe",
        " said. ",
        '"',
        "“",
        "”",
        "’",
        "\n",
        "\r\n",
        "\n\n",
        "\u2028",
        "\u2029",
        "\f",
        "\x85",
        " ",
        "...",
        "!",
        "?",
        "- ",
        "1) ",
        "He ",
        "she ",
        "12",
        "é",
        "👩‍👩‍👧",
        "\u200b",
        "date 2026-05 ",
        "PARIS (AFP) — ",
        "By Anna Keller\n",
        "***\n",
        "。",
        "ا؟ ",
        ", police said",
        "according to ",
        "that ",
        ", ",
        "and ",
        "saying ",
        " was ",
        "told ",
        "which cited ",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["en", "en", "de", "ja", "sv"]))
def test_every_visible_character_of_the_prose_is_in_one_sentence(text: str, language: str) -> None:
    try:
        read = normalise(Article(text=text, language=language))
    except BadArticle:
        return
    sentences = split(read)
    covered = [False] * len(text)
    for start, end in read.furniture:
        covered[start:end] = [True] * (end - start)
    at = 0
    for number, sentence in enumerate(sentences, 1):
        assert sentence.id == number
        assert at <= sentence.start < sentence.end <= len(text)
        assert sentence.text == text[sentence.start : sentence.end]
        assert len(sentence.prompt) == len(sentence.text)
        assert sentence.prompt == sentence.prompt.strip()
        assert not any(covered[sentence.start : sentence.end])
        covered[sentence.start : sentence.end] = [True] * len(sentence.text)
        if sentence.frame:
            assert sentence.start <= sentence.frame[0] < sentence.frame[1] <= sentence.end
            assert sentence.core
        at = sentence.end
    assert [c for c, seen in zip(read.prompt, covered, strict=True) if not seen and not c.isspace()] == []
