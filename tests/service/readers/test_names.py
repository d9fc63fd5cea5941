"""Names: what is one, where it stands, and what its form says of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.names import Name, is_demonym, names


def read(text: str, context: str | None = None) -> list[str]:
    return [name.text for name in names(text, context=context) if not (name.demonym or name.calendar)]


def the(text: str, sentence: str) -> Name:
    return next(name for name in names(sentence) if name.text == text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A letter from Ada Vell reached Tom O'Brien.", ["Ada Vell", "Tom O'Brien"]),
        ("They met Greta van der Linde and Ursula de Haas.", ["Greta van der Linde", "Ursula de Haas"]),
        ("He wrote to Omar al-Rashid and J. K. Marlow.", ["Omar al-Rashid", "J. K. Marlow"]),
        ("Officials of the Ministry of Health spoke.", ["Ministry of Health"]),
        (
            "The Ministry of Trade and Industry and the University of Velm agreed.",
            ["Ministry of Trade and Industry", "University of Velm"],
        ),
        ("The Ministry of Health and President Faro agreed.", ["Ministry of Health", "Faro"]),
        ("It was sold by Marsh & Orme to the FSB and NATO.", ["Marsh & Orme", "FSB", "NATO"]),
        ("The mayor saw Velby's harbour and the Karsunds' boat.", ["Velby", "Karsunds"]),
        ("A Velby-based group and pro-Velmark voters sang.", ["Velby", "Velmark"]),
        (
            "Pro-Velby voters of the Council on Health met a Trade Centre man.",
            ["Velby", "Council on Health", "Trade Centre"],
        ),
        ("He ran from The Hague to the Gulf of Skarv.", ["The Hague", "Gulf of Skarv"]),
        ("Sam Davis Jr. sailed past St. Brannoc.", ["Sam Davis Jr.", "St. Brannoc"]),
    ],
)
def test_a_name_holds_its_particles_initials_and_joiners_and_no_possessive(
    sentence: str, expected: list[str]
) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Several people left. In all, they were nine.",
        "Police said nothing. Turning back was hard.",
        "Meanwhile, officials waited. Don't go, he said.",
        "I'm here, and it's late. “Nobody came,” she said.",
        "He was the president of a bank. Thousands marched.",
    ],
)
def test_words_that_only_open_a_sentence_are_no_names(sentence: str) -> None:
    assert read(sentence) == []


def test_the_article_decides_on_a_word_that_opens_a_sentence() -> None:
    assert read("Salgado fell.", context="The port of Salgado fell. It burned.") == ["Salgado"]
    assert read("Turnout was high.", context="They said the turnout was high. Turnout was low.") == []
    assert names("Velmark slept.")[0].sure is False
    assert names("Velmark slept.", context="All of Velmark slept.")[0].sure


def test_a_word_before_a_known_name_at_the_start_is_no_part_of_it() -> None:
    text = "Rival Blue Renewal lost. The rival, Blue Renewal, had won before."
    assert read(text) == ["Blue Renewal", "Blue Renewal"]


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        ("They saw President Ada Vell.", "Ada Vell", "President"),
        ("They saw US Secretary of State Ada Vell.", "Ada Vell", "US Secretary of State"),
        ("The talks with CIA Director Ada Vell ended.", "Ada Vell", "CIA Director"),
        ("They told Interior Minister Ada Vell.", "Ada Vell", "Interior Minister"),
        ("They told Judge Vell and Dr Orme.", "Vell", "Judge"),
        ("Biologist Ada Vell spoke.", "Ada Vell", "Biologist"),
        ("They told Lt Col Ada Vell.", "Ada Vell", "Lt Col"),
        ("Deputy Prime Minister Ada Vell left.", "Ada Vell", "Deputy Prime Minister"),
    ],
)
def test_a_title_is_no_part_of_the_name(sentence: str, name: str, title: str) -> None:
    found = the(name, sentence)
    assert (found.kind_hint, found.title, found.surname) == ("person", title, "Vell")


def test_who_stands_before_a_title_is_a_name_too() -> None:
    assert read("The talks with CIA Director Ada Vell ended.") == ["CIA", "Ada Vell"]


def test_a_title_by_itself_is_no_name_and_a_surname_may_look_like_one() -> None:
    assert read("They told the Prime Minister and the Secretary of State.") == []
    assert read("They told Stephen King and Martin King Jr.") == ["Stephen King", "Martin King Jr."]
    assert read("The boats left Prince Edward Island.") == ["Prince Edward Island"]


@pytest.mark.parametrize(
    ("name", "given_name", "surname"),
    [
        ("Ada Vell", "Ada", "Vell"),
        ("Mary Ann van der Linde", "Mary Ann", "van der Linde"),
        ("Xi Lanping", "Lanping", "Xi"),
        ("Lo Wai-man", "Wai-man", "Lo"),
        ("Sam Davis Jr.", "Sam", "Davis"),
        ("Mohammed bin Rashid", "Mohammed", "bin Rashid"),
    ],
)
def test_persons_have_a_given_name_and_a_surname(name: str, given_name: str, surname: str) -> None:
    found = the(name, f"The lawyer {name} spoke.")
    assert (found.given, found.surname) == (given_name, surname)


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Shares of Halden Foods rose.", "Halden Foods", "organisation"),
        ("He joined the Civic Alliance.", "Civic Alliance", "organisation"),
        ("It was said by UNVX.", "UNVX", "organisation"),
        ("Bright Barn shareholders agreed.", "Bright Barn", "organisation"),
        ("A house on Mill Street fell.", "Mill Street", "place"),
        ("It hit eastern Ostrovia.", "Ostrovia", "place"),
        ("A quake near Tervan, a city of 9,000, hit.", "Tervan", "place"),
        ("The boxer Kalo Vard won.", "Kalo Vard", "person"),
        ("It freed Kalo Vard, a 28-year-old man.", "Kalo Vard", "person"),
        ("It freed Kalo Vard, who slept.", "Kalo Vard", "person"),
        ("It was given to Kalo J. Vard.", "Kalo J. Vard", "person"),
        ("It was given to Kalo McVard.", "Kalo McVard", "person"),
        ("He fought in the Cod War.", "Cod War", "other"),
    ],
)
def test_form_and_neighbours_hint_at_the_kind(sentence: str, name: str, kind: str) -> None:
    assert the(name, sentence).kind_hint == kind


def test_demonyms_are_marked_and_stand_apart_from_the_name() -> None:
    found = names("A US-Russian dancer, an American Ada Vell, South African President Jan Roux, Republicans.")
    assert [name.text for name in found if name.demonym] == [
        "US-Russian",
        "American",
        "South African",
        "Republicans",
    ]
    assert all(name.kind_hint == "other" for name in found if name.demonym)
    assert read("American Airlines and the British Museum closed.") == ["American Airlines", "British Museum"]


def test_demonyms_are_told_from_other_words() -> None:
    assert is_demonym("Peruvians")
    assert is_demonym("German-Russian")
    assert not is_demonym("Peru")


def test_months_and_weekdays_are_marked() -> None:
    found = names("On Thursday, Theresa May left. In May Vell came; on 3 March Orme slept.")
    assert [name.text for name in found if name.calendar] == ["Thursday", "May", "March"]
    assert [name.text for name in found if not name.calendar] == ["Theresa May", "Vell", "Orme"]


def test_capitals_for_stress_and_abbreviations_of_things_are_no_names() -> None:
    assert read("It is for ALL of us on TV, the GDP and I agree.") == []


words = st.sampled_from(
    [
        "Ada",
        "Vell",
        "said",
        "the",
        "of",
        "Ministry",
        "President",
        "US",
        "-",
        "'s",
        "’s",
        ",",
        ".",
        "“",
        "\n",
        "van",
        "der",
        "and",
        "&",
        "May",
        "3",
        "Russian",
        "É",
        "J.",
        "(",
        ")",
        "al-",
        "The",
        "U.S.",
        "’",
        "ﬁ",
        "🙂",
    ]
)


@given(
    st.one_of(st.text(max_size=200), st.lists(words, max_size=40).map(" ".join), st.lists(words).map("".join))
)
def test_every_name_stands_in_the_text_as_it_says_and_none_overlap(text: str) -> None:
    end = 0
    for name in names(text):
        assert text[name.start : name.end] == name.text
        assert end <= name.start < name.end
        end = name.end


@given(st.lists(words, max_size=40).map(" ".join))
def test_a_title_stands_directly_before_its_name(text: str) -> None:
    for name in names(text):
        if name.title:
            assert text[: name.start].rstrip().endswith(name.title)
