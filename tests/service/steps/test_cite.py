import time

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.line import Sentence
from nutgraf.steps.cite import cite, snap
from nutgraf_schemas.draft import Draft, DraftEvent, DraftStatement

STORY = (
    "A ferry ran aground off Skarn on Sunday, injuring 14 people.",
    "The coastguard sent two helicopters.",
    "Captain Mira Holt, 44, had reported engine trouble an hour earlier.",
    "She was questioned by police in Orvel on Monday.",
    "The ferry’s owner, Blue Line, was fined £90,000 in 2021.",
)


def sentences(*texts: str) -> list[Sentence]:
    found, at = [], 0
    for i, text in enumerate(texts, 1):
        found.append(Sentence(i, at, at + len(text), text, text, 1))
        at += len(text) + 1
    return found


def statement(text: str, *hint: int) -> DraftStatement:
    return DraftStatement(text=text, sentences=list(hint))


def event(what: str, *hint: int, **fields: object) -> DraftEvent:
    empty: dict[str, object] = {"when": "", "where": "", "by": [], "to": []}
    return DraftEvent.model_validate(
        {"what": what, "type": "other", "status": "happened", **empty, **fields, "s": list(hint)}
    )


def cited(text: str, *hint: int) -> tuple[int, ...]:
    draft = Draft(headline=statement(text, *hint), summary=[], key_points=[], events=[])
    return cite(draft, sentences(*STORY)).headline.sentences


def test_the_sentence_that_covers_a_statement_is_cited_whatever_the_hint() -> None:
    assert cited("Blue Line was fined £90,000 in 2021", 1) == (5,)


def test_numbers_out_of_range_are_dropped() -> None:
    assert cited("The coastguard sent two helicopters", 99, 0, -1) == (2,)


def test_a_name_from_another_sentence_brings_that_sentence() -> None:
    assert cited("Mira Holt was questioned by police in Orvel", 4) == (3, 4)


def test_a_stray_word_brings_no_sentence() -> None:
    assert cited("The ferry ran aground off Skarn, injuring 14 people, an hour of trouble", 1) == (1,)


def test_of_equal_sentences_the_one_nearest_to_the_hint_is_cited() -> None:
    same = ("The bridge closed.", "Rain fell.", "The bridge closed.")
    draft = Draft(headline=statement("Bridge closed", 3), summary=[], key_points=[], events=[])
    assert cite(draft, sentences(*same)).headline.sentences == (3,)


def test_a_statement_that_nothing_covers_keeps_its_hint_or_the_lede() -> None:
    assert cited("Xyzzy plugh", 4) == (4,)
    assert cited("Xyzzy plugh") == (1,)


def test_an_event_keeps_its_sentence_and_exact_words() -> None:
    draft = Draft(
        headline=statement("Ferry aground"),
        summary=[],
        key_points=[],
        events=[
            event(
                "A ferry ran aground",
                1,
                when="on sunday",
                where="off the coast of Skarn",
                to=["14 people", "14 people"],
            ),
            event(
                "Owner fined",
                5,
                when=",",
                where="the",
                by=["Blue Line Ltd", "nobody"],
                to=["the ferry's owner"],
            ),
        ],
    )
    first, second = cite(draft, sentences(*STORY)).records
    assert first.sentences == first.description.sentences == (1,)
    assert (first.draft.when, first.draft.where, first.draft.to) == ("on Sunday", "Skarn", ["14 people"])
    assert (second.draft.when, second.draft.where) == ("2021", "")
    assert second.draft.by == ["Blue Line"]
    assert second.draft.to == ["The ferry’s owner"]


def test_the_date_that_a_draft_leaves_out_is_read_from_the_triggers_clause() -> None:
    draft = Draft(
        headline=statement("A ferry ran aground off Skarn", 1),
        summary=[],
        key_points=[],
        events=[
            event("A ferry ran aground off Skarn", 1),
            event("The captain was questioned by police", 4, when="on Tuesday, Monday"),
            event("The coastguard sent two helicopters", 2),
        ],
    )
    told = [record.draft.when for record in cite(draft, sentences(*STORY)).records]
    assert told == ["Sunday", "Monday", ""]


def test_an_event_without_a_hint_is_given_the_sentence_that_covers_it() -> None:
    draft = Draft(
        headline=statement("x y"), summary=[], key_points=[], events=[event("Blue Line fined £90,000")]
    )
    assert cite(draft, sentences(*STORY)).records[0].sentences == (5,)


def test_words_are_found_in_the_prompt_copy_and_taken_from_the_article() -> None:
    sentence = Sentence(1, 0, 24, "He paid “Ana Poe” $50\u200b now", "He paid “Ana Poe” $50  now", 1)
    assert snap("$50", sentence) == "$50"
    assert snap("ana poe", sentence) == "Ana Poe"


@given(st.text(max_size=40), st.text(max_size=60))
def test_what_is_copied_stands_in_the_sentence(value: str, text: str) -> None:
    assert snap(value, Sentence(1, 0, len(text), text, text, 1)) in text


@given(
    st.lists(st.sampled_from(STORY), min_size=1, max_size=8),
    st.text(max_size=60),
    st.lists(st.integers(-3, 12), max_size=3),
)
def test_every_statement_cites_one_to_three_sentences_that_exist(
    texts: list[str], text: str, hint: list[int]
) -> None:
    draft = Draft.model_construct(
        headline=DraftStatement.model_construct(text=text, sentences=hint),
        summary=[],
        key_points=[],
        events=[],
    )
    found = cite(draft, sentences(*texts)).headline.sentences
    assert 1 <= len(found) <= 3
    assert set(found) <= set(range(1, len(texts) + 1))


def test_five_thousand_sentences_are_no_trouble() -> None:
    many = sentences(*(f"{s} It was ferry {i}." for i in range(1_000) for s in STORY))
    draft = Draft(
        headline=statement("A ferry ran aground off Skarn, injuring 14 people", 1),
        summary=[statement("Mira Holt was questioned by police in Orvel", 9)] * 3,
        key_points=[],
        events=[],
    )
    started = time.process_time()
    cite(draft, many)
    assert time.process_time() - started < 5


def test_two_facts_of_two_sentences_are_not_fused() -> None:
    assert cited("The ferry ran aground off Skarn and was fined £90,000 in 2021", 1) in ((1,), (5,))


def test_what_repeats_an_earlier_statement_gives_way_to_its_own_sentence() -> None:
    again = statement("A ferry ran aground off Skarn on Sunday", 2)
    draft = Draft(
        headline=again,
        summary=[statement("A ferry ran aground off Skarn on Sunday", 1), again],
        key_points=[],
        events=[],
    )
    first, second = cite(draft, sentences(*STORY)).summary
    assert (first.extract, first.sentences) == (False, (1,))
    assert (second.extract, second.text) == (True, STORY[1])
