"""Mentions: one person, organisation or place under all its names, and never two under one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.mentions import Group, group
from nutgraf.readers.names import names


def groups(text: str) -> list[Group]:
    return list(group(names(text), text))


def one(name: str, text: str) -> Group:
    return next(found for found in groups(text) if found.name == name)


def test_a_surname_and_a_title_name_the_person_named_in_full() -> None:
    text = "President Ada Vell spoke. Vell left. President Vell came back, and Dr Vell sang."
    assert [(g.name, g.kind, g.aliases, len(g.mentions)) for g in groups(text)] == [
        ("Ada Vell", "person", ("Vell",), 4)
    ]


def test_a_person_is_known_by_the_surname_that_comes_later() -> None:
    assert one("Kalo Vard", "It freed Kalo Vard on Monday. The men said Vard was asleep.").kind == "person"
    assert one("Moment Tervan", "It is Moment Tervan trams meet. A Tervan tram crashed.").kind == "other"


def test_a_headline_without_stops_makes_no_person_of_a_town() -> None:
    text = "Ada Vell Tervan march\n\nThe mayor, Ada Vell, marched in Tervan. Police from Tervan, who sang, came too."
    assert {(g.name, g.kind) for g in groups(text)} >= {("Ada Vell", "person"), ("Tervan", "place")}


def test_two_persons_of_one_surname_stay_two_and_the_bare_surname_joins_neither() -> None:
    text = "Robert Kane met Anna Kane. The judge told Kane to sit."
    assert [(g.name, g.aliases) for g in groups(text)] == [
        ("Robert Kane", ()),
        ("Anna Kane", ()),
        ("Kane", ()),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Robert Kane met Anna Kane. It told Ms. Kane to sit.", {"Robert Kane": 1, "Anna Kane": 2}),
        ("Robert Kane met Anna Kane. It told Mr Kane to sit.", {"Robert Kane": 2, "Anna Kane": 1}),
        ("Judge Ada Orme met Tom Orme. Judge Orme sat.", {"Ada Orme": 2, "Tom Orme": 1}),
        ("Tom Vell left. Mrs Vell slept, and Vell sang.", {"Tom Vell": 2, "Vell": 1}),
        ("President Kalo Faro left. King Faro slept.", {"Kalo Faro": 1, "Faro": 1}),
        ("Kalo Kane met Anna Kane. It told Ms Kane to sit.", {"Kalo Kane": 1, "Anna Kane": 1, "Kane": 1}),
        ("Dr Ada Vell left. Mrs Vell slept.", {"Ada Vell": 2}),
    ],
)
def test_a_title_tells_persons_of_one_surname_apart(text: str, who: dict[str, int]) -> None:
    assert {g.name: len(g.mentions) for g in groups(text)} == who


def test_a_middle_name_may_be_left_out() -> None:
    assert one("John Paul Orme", "The lawyer John Paul Orme left. Later John Orme came.").aliases == (
        "John Orme",
    )


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("It was in the Velby Street Journal. The VSJ said so.", "Velby Street Journal", "VSJ"),
        ("The Federal Guard Service (FSB) came. An FSB man left.", "Federal Guard Service", "FSB"),
        ("They flew to the United States. The US and the U.S. agreed.", "United States", "US"),
        ("It was bought by Halden Foods. He said Halden would pay.", "Halden Foods", "Halden"),
        (
            "A Velby Trade Commission ruling fell. The Commission rose.",
            "Velby Trade Commission",
            "Commission",
        ),
        ("TERVAN fell. All of Tervan burned.", "Tervan", "TERVAN"),
    ],
)
def test_acronyms_and_shortened_names_join_the_full_name(text: str, name: str, alias: str) -> None:
    assert alias in one(name, text).aliases


def test_all_names_of_a_country_are_one_and_its_parts_are_others() -> None:
    text = (
        "The United Kingdom and Scotland agreed; Britain paid, said the UK. West Bank roads led to Palestine."
    )
    assert [(g.name, g.aliases) for g in groups(text)] == [
        ("United Kingdom", ("Britain", "UK")),
        ("Scotland", ()),
        ("West Bank", ()),
        ("Palestine", ()),
    ]


def test_what_may_be_two_stays_two() -> None:
    text = "A Washington Post reporter flew to Washington. The Velby University is in Velby."
    assert {g.name for g in groups(text)} == {"Washington Post", "Washington", "Velby University", "Velby"}


def test_a_firm_named_after_a_person_is_another() -> None:
    text = "Robert Kane founded Kane & Lowe Construction. He said Kane left, and Kane & Lowe paid."
    assert [(g.name, g.kind, g.aliases) for g in groups(text)] == [
        ("Robert Kane", "person", ("Kane",)),
        ("Kane & Lowe Construction", "organisation", ("Kane & Lowe",)),
    ]


def test_a_firm_is_not_the_one_person_of_its_name() -> None:
    text = "Kane was founded by Robert Kane. The shares fell, and Kane's shareholders left."
    assert [(g.name, g.kind) for g in groups(text)] == [("Kane", "organisation"), ("Robert Kane", "person")]


def test_the_home_of_a_person_is_no_person() -> None:
    text = "They met a couple from Tervan, a driver, and the women of Velby, who sang."
    assert {(g.name, g.kind) for g in groups(text)} == {("Tervan", "other"), ("Velby", "other")}


def test_the_table_of_places_gives_the_kind_unless_it_is_a_person() -> None:
    text = "Moscow agreed. President Joao Lima flew to Oslo, where Lima slept."
    assert [(g.name, g.kind) for g in groups(text)] == [
        ("Moscow", "place"),
        ("Joao Lima", "person"),
        ("Oslo", "place"),
    ]


def test_peoples_dates_and_mere_openers_are_nobody() -> None:
    assert groups("Russians came on Monday. Turnout was high. Swimmers slept in March.") == []


def test_a_word_that_opens_a_sentence_and_acts_is_somebody() -> None:
    assert [g.name for g in groups("Velmark said no. Skarvik's king slept.")] == ["Velmark", "Skarvik"]


@pytest.mark.parametrize(
    "text", ["Vard said that Sr was killed.", "It freed Jr. Jr said no.", "Ada Jr III left."]
)
def test_a_generation_alone_is_nobody_s_given_name(text: str) -> None:
    assert not [g for g in groups(text) if g.kind == "person" and g.name in ("Sr", "Jr")]


words = st.sampled_from(
    [
        "Ada Vell",
        "Vell",
        "Tom Vell",
        "said",
        "US",
        "United States",
        "(",
        ")",
        ".",
        ",",
        "Vell Foods",
        "Moscow",
        "'s",
        "the",
        "President",
        "\n",
        "FSB",
        "U.S.",
        "VELBY",
        "Velby",
        "A.",
        "Jr",
        "Sr.",
        "III",
        "that",
    ]
)


@given(st.lists(words, max_size=60).map(" ".join))
def test_every_mention_stands_in_the_text_and_belongs_to_one_group(text: str) -> None:
    found = groups(text)
    spans = [(m.start, m.end) for g in found for m in g.mentions]
    assert len(spans) == len(set(spans))
    for g in found:
        assert {text[m.start : m.end] for m in g.mentions} == {g.name, *g.aliases}
    assert [g.mentions[0].start for g in found] == sorted(g.mentions[0].start for g in found)
