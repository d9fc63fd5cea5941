from collections.abc import Callable

from nutgraf.line import Sentence
from nutgraf.steps.rank import rank
from nutgraf_schemas import Options

Split = Callable[[str], tuple[Sentence, ...]]


def test_every_sentence_is_ranked_and_the_lede_comes_first(strike: str, sentences_of: Split) -> None:
    sentences = sentences_of(strike)
    ranked = rank(sentences, Options())
    assert sorted(ranked.order) == [s.id for s in sentences]
    assert ranked.statements[0] == 1
    assert ranked.events[0] == 1


def test_no_sentence_is_chosen_twice_and_no_more_than_are_wanted(strike: str, sentences_of: Split) -> None:
    ranked = rank(sentences_of(strike), Options(summary_sentences=2, key_points=1, events=2))
    assert len(ranked.statements) == len(set(ranked.statements)) == 3
    assert len(ranked.events) == len(set(ranked.events)) == 2


def test_a_quotation_without_an_event_is_not_read_for_events(sentences_of: Split) -> None:
    sentences = sentences_of('The council banned cars on Monday. "Clean air is what we want," said Ida Holm.')
    assert rank(sentences, Options()).events == (1,)


def test_the_one_sentence_with_news_is_found_in_a_long_feature(sentences_of: Split) -> None:
    calm = [
        f"The reading room number {i} of the old library smells of dust, glue and wax." for i in range(120)
    ]
    calm.insert(
        70, "On Tuesday, Culture Minister Ada Brenner resigned in Velmar over the sale of 40 manuscripts."
    )
    assert 71 in rank(sentences_of(" ".join(calm)), Options()).events[:2]
