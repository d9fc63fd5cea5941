from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.reports import Frame, attributions, droppable, frames, reported


def told(sentence: str) -> list[tuple[str, str, str | None]]:
    """Who says so, in which words, through whom."""
    return [
        (
            sentence[slice(*(frame.source or (0, 0)))],
            sentence[slice(*frame.cue)],
            sentence[slice(*frame.via)] if frame.via else None,
        )
        for frame in frames(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Police said that two men were hurt.", [("Police", "said", None)]),
        ("Two men were hurt, police said.", [("police", "said", None)]),
        ("Two men were hurt, police said on Monday.", [("police", "said", None)]),
        (
            "“We lost,” said Ines Roth, a doctor at the hospital.",
            [("Ines Roth, a doctor at the hospital", "said", None)],
        ),
        (
            "“We lost,” said the union’s president, Lena Brandt.",
            [("the union’s president, Lena Brandt", "said", None)],
        ),
        ("“We lost,” she wrote on Telegram, “and we know it.”", [("she", "wrote", None)]),
        (
            "The mayor's lawyer, Tom Ode, told reporters that she would appeal.",
            [("The mayor's lawyer, Tom Ode", "told", None)],
        ),
        ("Ines Roth, 58, told AFP that the ward was full.", [("Ines Roth, 58", "told", "AFP")]),
        ("The bank, which employs 900 people, denied the report.", [("The bank", "denied", None)]),
        ("According to the ministry, the ferry was old.", [("the ministry", "According to", None)]),
        (
            "The ferry was old, according to an audit published in May.",
            [("an audit published in May", "according to", None)],
        ),
        (
            "The talks failed, according to the Journal, which cited an unnamed diplomat.",
            [("an unnamed diplomat", "according to", "the Journal")],
        ),
        (
            "The talks failed, according to state radio, citing the foreign ministry.",
            [("the foreign ministry", "according to", "state radio")],
        ),
        (
            "“The talks failed, according to a person in the room,” the report said.",
            [("a person in the room", "according to", "the report"), ("the report", "said", None)],
        ),
        (
            "The captain was quoted as saying the ferry was old.",
            [("The captain", "was quoted as saying", None)],
        ),
        ("The captain was accused by prosecutors of fraud.", [("prosecutors", "accused", None)]),
        ("The ferry sank, with its owner saying that it was old.", [("its owner", "saying", None)]),
        (
            "“We lost,” Brandt wrote, adding that the strike would go on.",
            [("Brandt", "wrote", None), ("Brandt", "adding", None)],
        ),
        (
            "The ministry appealed for blood and said that the ward was full.",
            [("The ministry", "said", None)],
        ),
        ("On Thursday, officials said the ferry was old.", [("officials", "said", None)]),
        ("Meanwhile the company announced that it would close.", [("the company", "announced", None)]),
    ],
)
def test_who_says_so_is_read(sentence: str, found: list[tuple[str, str, str | None]]) -> None:
    assert told(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "The report was published in the United States.",
        "The ferry is said to be old.",
        "He was told to leave.",
        "She did not say when the ferry sank.",
        "The court heard the charges against him.",
        "Alleged spies were held in the west.",
        "The two companies agreed to merge.",
        "The president called a general.",
        "",
        "said",
        ", said",
        "according to",
    ],
)
def test_what_reports_nothing_has_no_frame(sentence: str) -> None:
    assert told(sentence) == []


def frame(sentence: str) -> Frame:
    (found,) = frames(sentence)
    return found


@pytest.mark.parametrize(
    ("sentence", "position", "said", "quote"),
    [
        ("Police said that two men were hurt.", "initial", ["that two men were hurt"], False),
        ("“Two men were hurt,” police said.", "final", ["“Two men were hurt,”"], True),
        ("“We lost,” she said, “and we know it.”", "medial", ["“We lost,”", "“and we know it.”"], True),
        ("The two men, police said, were hurt.", "medial", ["The two men", "were hurt"], False),
    ],
)
def test_what_is_said_and_where_the_frame_stands(
    sentence: str, position: str, said: list[str], quote: bool
) -> None:
    found = frame(sentence)
    assert [sentence[a:b] for a, b in found.content] == said
    assert (found.position, found.quote) == (position, quote)


@pytest.mark.parametrize(
    ("sentence", "dropped"),
    [
        ("Two men were hurt in the fire, police said on Monday.", ", police said on Monday"),
        ("The ferry was full of people, according to an audit.", ", according to an audit"),
        ("The Journal reported that the two firms had merged.", "The Journal reported that "),
        ("According to the ministry, the ferry was very old.", "According to the ministry, "),
    ],
)
def test_a_frame_that_changes_nothing_can_go(sentence: str, dropped: str) -> None:
    span = droppable(sentence)
    assert span is not None
    assert sentence[slice(*span)] == dropped


@pytest.mark.parametrize(
    "sentence",
    [
        "“We lost the whole ward,” the doctor said.",
        "Halvorsen said that it would close its plant.",
        "The owner denied that the ferry was old.",
        "Prosecutors alleged that the owner took bribes.",
        "Yes, police said.",
        "The men, police said, were hurt in the fire.",
    ],
)
def test_a_frame_that_matters_stays(sentence: str) -> None:
    assert droppable(sentence) is None


def held(text: str) -> list[tuple[str | None, str, list[str]]]:
    """Whose it is, the cue, and what is said, thought or wanted."""
    return [
        (
            text[slice(*frame.source)] if frame.source else None,
            text[slice(*frame.cue)],
            [text[a:b] for a, b in frame.content],
        )
        for frame in attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The mayor’s belief that the dam holds is old.",
            ("The mayor’s", "belief", ["that the dam holds is old"]),
        ),
        ("The board issued a statement on the strike.", ("The board", "statement", ["on the strike"])),
        ("Brandt is confident that the dam holds.", ("Brandt", "confident", ["that the dam holds"])),
        ("Brandt backs the new dam.", ("Brandt", "backs", ["the new dam"])),
        ("Brandt wants to close the port.", ("Brandt", "wants", ["to close the port"])),
        ("The vote angered the farmers.", ("the farmers", "angered", ["The vote"])),
        ("The dam is expected to hold.", (None, "expected", ["The dam", "to hold"])),
        (
            "In the eyes of the farmers, the dam is old.",
            ("the farmers", "In the eyes of", ["the dam is old"]),
        ),
        ("The dam is old, as the mayor has acknowledged.", ("the mayor", "acknowledged", ["The dam is old"])),
        ("A survey of nurses shows they are tired.", ("A survey of nurses", "shows", ["they are tired"])),
        (
            "The nurse who wrote that the ward was full left.",
            ("who", "wrote", ["that the ward was full left"]),
        ),
        ("BRANDT: The dam will hold. I know it.", ("BRANDT", ":", ["The dam will hold. I know it"])),
        ("Ode left the hall in what he called “a black hour.”", ("he", "called", ["“a black hour.”"])),
    ],
)
def test_nouns_attitudes_and_set_phrases_have_an_owner(
    text: str, found: tuple[str | None, str, list[str]]
) -> None:
    assert found in held(text)


def test_a_quotation_goes_on_over_sentences_and_paragraphs() -> None:
    text = (
        "“We lost the ward,” said Ines Roth. “It was full. Nobody came.”\n\n“We will build it again.”\n\n"
        "The county has no plan."
    )
    (found,) = reported(text)
    assert [text[a:b] for a, b in found.content] == [
        "“We lost the ward,”",
        "“It was full. Nobody came.”",
        "“We will build it again.”",
    ]


def test_a_quotation_behind_a_colon_is_the_subjects_of_its_sentence() -> None:
    text = "Ines Roth told the board:\n\n“The ward is full.”"
    (found,) = reported(text)
    assert found.source is not None
    assert (text[slice(*found.source)], text[slice(*found.content[0])]) == (
        "Ines Roth",
        "“The ward is full.”",
    )


def test_a_sentence_of_its_own_does_not_report_the_quotation_before_it() -> None:
    text = "The mayor said: “We will rebuild.” The owner's lawyer, Ana Poe, confirmed to Norda she had been freed."
    source, cue, content = held(text)[-1]
    assert (source, cue) == ("The owner's lawyer, Ana Poe", "confirmed")
    assert content == ["to Norda she had been freed"]


def test_what_one_source_says_ends_where_it_goes_on_to_say_more() -> None:
    said = [
        content
        for _, cue, content in held(
            "Brandt said the ward was full and added that nobody came, warning of a strike."
        )
        if cue in ("said", "added", "warning")
    ]
    assert said == [["the ward was full"], ["that nobody came"], ["of a strike"]]


def test_what_is_not_said_is_no_report() -> None:
    assert frames("Brandt did not say that the ward was full.") == []
    assert frames("Brandt declined to say that the ward was full.") == []
    assert [cue for _, cue, _ in held("Brandt declined to say that the ward was full.")] == [
        "declined",
        "say",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "said ",
        "he said, ",
        "according to ",
        "was told by ",
        "citing X, ",
        "x, said X, ",
        "“a b” he said ",
        "in his view, ",
        "his claim that ",
        "and ",
        "'",
        "“",
        "a (b) ",
        "X said:\n",
    ],
)
def test_packed_cues_take_time_in_line_with_their_length(words: str) -> None:
    def seconds(length: int) -> float:
        text = (words * (length // len(words) + 1))[:length]
        started = process_time()
        attributions(text)
        return process_time() - started

    seconds(1_000)
    shorter, longer = (min(seconds(length) for _ in range(3)) for length in (10_000, 40_000))
    assert longer < 12 * shorter + 0.05  # in line with its length it is 4, with its square 16


WORDS = st.sampled_from(
    [
        "said",
        "told",
        "that",
        "according to",
        "citing",
        "which cited",
        "police",
        "The",
        "Moe",
        ",",
        "“",
        "”",
        '"',
        ".",
        "and",
        "but",
        "who",
        "saying",
        "was quoted as saying",
        "accused by",
        "was",
        "reporters",
        "AFP",
        "on Monday",
        "in a statement",
        "he",
        "I",
        "report",
        "—",
        ":",
        "with",
        "58",
        "a doctor",
        "were hurt",
        "denied",
        "adding",
        "’s",
        "of",
    ]
)


@given(st.lists(WORDS | st.text(max_size=3), max_size=20).map(" ".join))
def test_every_span_of_a_frame_is_inside_the_sentence(sentence: str) -> None:
    for found in (*frames(sentence), *attributions(sentence)):
        named = [span for span in (found.source, found.via) if span]
        spans = [*named, found.cue, found.span, *found.content]
        assert all(0 <= start < end <= len(sentence) for start, end in spans)
        assert sentence[slice(*found.cue)].strip()
        assert found.content
    if span := droppable(sentence):
        assert (sentence[: span[0]] + sentence[span[1] :]).strip()
