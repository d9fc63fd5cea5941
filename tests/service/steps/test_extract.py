from collections.abc import Callable

from nutgraf.line import Ranked, Sentence
from nutgraf.steps.extract import extract
from nutgraf_schemas import Options


def test_the_ranked_sentences_stand_as_they_are_in_reading_order(
    strike: str, sentences_of: Callable[[str], tuple[Sentence, ...]]
) -> None:
    sentences = sentences_of(strike)
    ranked = Ranked(statements=(3, 1, 4), events=(1,), order=(3, 1, 4, 2, 5))
    cited = extract(sentences, ranked, Options(summary_sentences=2, key_points=1))
    assert [c.sentences for c in cited.summary] == [(1,), (3,)]
    assert [c.sentences for c in cited.key_points] == [(4,)]
    assert cited.headline.text == sentences[2].text
    assert all(c.extract for c in (cited.headline, *cited.summary, *cited.key_points))


def test_an_event_has_the_fields_that_word_order_tells(
    strike: str, sentences_of: Callable[[str], tuple[Sentence, ...]]
) -> None:
    sentences = sentences_of(strike)
    ranked = Ranked(statements=(1,), events=(5, 3), order=(1, 2, 3, 4, 5))
    (record,) = extract(sentences, ranked, Options()).records  # the third sentence tells no event
    assert (record.type, record.sentences) == ("arrest_or_detention", (5,))
    assert (record.draft.by, record.draft.to) == (["police"], ["two men"])
    assert record.description.text == sentences[4].text
    assert record.description.extract


def test_a_headline_in_the_text_comes_first_also_without_a_trigger(
    sentences_of: Callable[[str], tuple[Sentence, ...]],
) -> None:
    sentences = sentences_of(
        "Norrwater sparks outrage with a higher toll\n\nDockers protested in Velby on Monday. The lake is calm."
    )
    ranked = Ranked(statements=(2,), events=(2,), order=(2, 1, 3))
    headline, lede = extract(sentences, ranked, Options()).records
    assert (headline.sentences, headline.type, headline.draft.by) == ((1,), "other", ["Norrwater"])
    assert lede.type == "protest_or_strike"
    assert extract(sentences, Ranked(statements=(2,), events=(), order=(2, 1, 3)), Options()).records == ()


def test_an_event_is_told_in_the_shortest_safe_run_of_its_sentence(
    sentences_of: Callable[[str], tuple[Sentence, ...]],
) -> None:
    (sentence,) = sentences_of("Police arrested two men in Velby on Monday, including a clerk of the bank.")
    (record,) = extract((sentence,), Ranked(statements=(1,), events=(1,), order=(1,)), Options()).records
    assert record.description.text == "Police arrested two men in Velby on Monday"
    assert record.description.span == (sentence.start, sentence.start + len(record.description.text))
