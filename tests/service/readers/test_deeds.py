from time import process_time

import pytest

from nutgraf.readers.deeds import deed, topic


@pytest.mark.parametrize(
    ("sentence", "by", "to", "where"),
    [
        ("Police arrested two men in Velby on Monday.", "Police", "two men", "in Velby"),
        ("Two men were arrested by the coastguard near Aldhaven.", "the coastguard", "Two men", "near Aldhaven"),
        ("Two men arrested after a raid in Velby", "", "Two men", "in Velby"),
        ("Nine miners died when a shaft collapsed in Norrland.", "", "Nine miners", "in Norrland"),
        ("A bomb killed three soldiers in Velby.", "", "three soldiers", "in Velby"),
        ("An attack by rebels on a barracks took place on Monday.", "rebels", "a barracks", ""),
        ("Two soldiers and a rebel were killed by gunmen in Norrland.", "gunmen", "Two soldiers + a rebel", "in Norrland"),
        ("Rebels killed a nurse, a clerk and two farmers.", "Rebels", "a nurse + a clerk + two farmers", ""),
        ("A few hours later the rebels attacked a village.", "the rebels", "a village", ""),
        ("Since 20 August the dockers have blocked the port.", "the dockers", "the port", ""),
        ("Two powerful bombs exploded near Velby.", "", "", "near Velby"),
        ("The club pulled out of the deal on Monday.", "The club", "", ""),
        ("He resigned on Monday.", "", "", ""),
    ],
)  # fmt: skip
def test_word_order_says_who_and_to_whom_and_where(sentence: str, by: str, to: str, where: str) -> None:
    found = deed(sentence)
    assert found is not None
    assert (" + ".join(found.by), " + ".join(found.to), found.where) == (by, to, where)


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("The board blamed its loss in Tuesday's poll on the press in a call on Saturday.", "Saturday"),
        ("Rebels attacked a village on 3 May after a truce ended on 1 May.", "3 May"),
        ("Police said on Monday that the court had jailed a clerk in March.", "March"),
        ("Rebels attacked a village.", ""),
        ("A contract was lost on Monday, and the club asked for help.", ""),
    ],
)
def test_the_date_is_that_of_the_triggers_clause(sentence: str, when: str) -> None:
    found = deed(sentence)
    assert found is not None
    assert found.when == when


@pytest.mark.parametrize(
    ("headline", "by", "to"),
    [
        ("Velby floods: Three old bridges shut for repairs", ("Three old bridges",), ()),
        ("Last lock keepers chosen from three towns", (), ("Last lock keepers",)),
        ("Norrwater sparks outrage with a higher toll", ("Norrwater",), ()),
    ],
)
def test_a_headline_without_a_trigger_is_about_somebody(
    headline: str, by: tuple[str, ...], to: tuple[str, ...]
) -> None:
    found = topic(headline)
    assert found is not None
    assert (found.by, found.to, found.trigger.type) == (by, to, "other")


def test_a_headline_that_names_nobody_is_about_nobody() -> None:
    assert topic("a quiet day in the valley without any news at all") is None


def test_a_sentence_without_a_trigger_tells_no_deed() -> None:
    assert deed("The bridge is 300 metres long.") is None


@pytest.mark.parametrize("words", ["in the A", "killed by ", "attack on, ", "in a "])
def test_a_long_sentence_takes_no_long_time(words: str) -> None:
    text = "Police arrested " + words * (20_000 // len(words))
    started = process_time()
    deed(text)
    assert process_time() - started < 2
