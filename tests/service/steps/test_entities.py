"""Entities: who and what the article names, who takes part in an event, and where it happens."""

from collections.abc import Sequence
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.line import Cited, Claim, Record, Sentence
from nutgraf.steps.entities import resolve_entities
from nutgraf_schemas import EventType
from nutgraf_schemas.draft import DraftEvent


def sentences(*texts: str, frames: dict[int, str] | None = None) -> list[Sentence]:
    """Sentences with two spaces between them; `frames` are report frames by number."""
    found, at = [], 3
    for number, text in enumerate(texts, start=1):
        frame = (frames or {}).get(number)
        span = None if frame is None else (at + text.index(frame), at + text.index(frame) + len(frame))
        found.append(Sentence(number, at, at + len(text), text, text, 1, frame=span))
        at += len(text) + 2
    return found


def event(
    kind: EventType,
    *,
    where: str = "",
    by: Sequence[str] = (),
    to: Sequence[str] = (),
    told: Sequence[int] = (1,),
) -> Record:
    draft = DraftEvent(
        what="Something happened.", type=kind, status="happened", when="", where=where,
        by=list(by), to=list(to), sentences=[told[0]],
    )  # fmt: skip
    return Record(
        draft=draft,
        description=Claim(text=draft.what, sentences=tuple(told)),
        type=kind,
        sentences=tuple(told),
    )


def resolved(read: Sequence[Sentence], *records: Record) -> Cited:
    claim = Claim(text="x", sentences=(1,))
    return resolve_entities(Cited(headline=claim, summary=(), key_points=(), records=records), read)


def one(record: Record, *texts: str, frames: dict[int, str] | None = None) -> Record:
    return resolved(sentences(*texts, frames=frames), record).records[0]


def parts(record: Record) -> list[tuple[str, str]]:
    return [(p.name, p.role) for p in record.participants]


def test_entities_are_numbered_by_first_mention_with_spans_in_the_article() -> None:
    read = sentences("The CIA freed Ada Vell.", "Vell's lawyer, Tom Orme, thanked the CIA.")
    source = {s.start: s.text for s in read}
    entities = resolved(read).entities
    assert [(e.id, e.name, e.kind, e.aliases) for e in entities] == [
        ("e1", "CIA", "organisation", []),
        ("e2", "Ada Vell", "person", ["Vell"]),
        ("e3", "Tom Orme", "person", []),
    ]
    for entity in entities:
        for mention in entity.mentions:
            start = max(at for at in source if at <= mention.start)
            assert source[start][mention.start - start : mention.end - start] in {
                entity.name,
                *entity.aliases,
            }


def test_a_participant_has_the_name_inside_the_copied_words_and_its_entity() -> None:
    record = one(
        event("release_or_exchange", by=["Moscow"], to=["US-Russian dancer Ada Vell"]),
        "Moscow released US-Russian dancer Ada Vell.",
    )
    actor, target = record.participants
    assert (actor.name, actor.role, actor.entity) == ("Moscow", "actor", "e1")
    assert (target.name, target.role, target.entity) == ("Ada Vell", "target", "e2")
    assert (target.evidence[0].start, target.evidence[0].end) == (3 + 16, 3 + 42)
    assert target.evidence[0].sentence == 1


def test_a_description_that_is_certain_is_an_alias_and_a_participant_of_the_entity() -> None:
    texts = ("The dancer Ada Vell fell.", "The dancer was freed.")
    read = sentences(*texts)
    done = resolved(read, event("release_or_exchange", to=["The dancer"], told=(2,)))
    [entity] = done.entities
    assert (entity.name, entity.aliases) == ("Ada Vell", ["the dancer"])
    assert [read[1].start <= m.start < read[1].end for m in entity.mentions] == [False, True]
    [part] = done.records[0].participants
    assert (part.name, part.entity) == ("The dancer", entity.id)


def test_a_list_of_names_is_several_participants() -> None:
    record = one(event("meeting", by=["Russia and the United States"]), "Russia and the United States met.")
    assert parts(record) == [("Russia", "actor"), ("United States", "actor")]


def test_words_copied_from_the_prompt_stand_in_the_article_as_it_was_sent() -> None:
    (read,) = sentences("They freed the two  🙂 hostages.")
    read = replace(read, prompt=read.text.replace("🙂", " "))
    (participant,) = resolved([read], event("attack", to=["two hostages"])).records[0].participants
    assert participant.name == "two  🙂 hostages"


def test_a_short_noun_phrase_without_a_name_is_a_participant() -> None:
    record = one(event("attack", to=["two hostages"]), "Gunmen killed two hostages.")
    assert [(p.name, p.entity) for p in record.participants] == [("two hostages", None)]


@pytest.mark.parametrize("words", ["she", "at least 37", "on Monday", "the", "somebody who is not there"])
def test_pronouns_numbers_dates_and_what_does_not_stand_there_are_nobody(words: str) -> None:
    assert parts(one(event("attack", to=[words]), "On Monday she saw at least 37 of the.")) == []


@pytest.mark.parametrize(
    ("kind", "by", "to"),
    [
        ("statement", "speaker", "target"),
        ("arrest_or_detention", "actor", "target"),
        ("attack", "actor", "victim"),
        ("crime", "actor", "victim"),
        ("aid_or_donation", "actor", "beneficiary"),
        ("meeting", "actor", "counterpart"),
        ("agreement", "actor", "counterpart"),
    ],
)
def test_the_kind_of_event_gives_the_roles(kind: EventType, by: str, to: str) -> None:
    assert parts(one(event(kind, by=["Ada Vell"], to=["Tom Orme"]), "Ada Vell and Tom Orme.")) == [
        ("Ada Vell", by),
        ("Tom Orme", to),
    ]


def test_nobody_takes_part_twice() -> None:
    record = one(
        event("meeting", by=["Ada Vell", "Vell"], to=["Ada Vell"], told=(1, 2)),
        "Ada Vell met him.",
        "Then Vell left.",
    )
    assert parts(record) == [("Ada Vell", "actor")]


def test_who_only_says_so_is_no_participant_unless_the_content_names_them_too() -> None:
    text = "Ada Vell was freed, the Harbour Times said."
    record = event("release_or_exchange", by=["the Harbour Times"], to=["Ada Vell"])
    assert parts(one(record, text, frames={1: ", the Harbour Times said"})) == [("Ada Vell", "target")]
    text = "The Harbour Times sacked Ada Vell, the Harbour Times said."
    record = event("appointment_or_departure", by=["Harbour Times"], to=["Ada Vell"])
    assert parts(one(record, text, frames={1: ", the Harbour Times said"})) == [
        ("Harbour Times", "actor"),
        ("Ada Vell", "target"),
    ]


@pytest.mark.parametrize(
    ("proposed", "text", "country"),
    [
        ("in Abu Dhabi", "Abu Dhabi", "AE"),
        ("the Abu Dhabi airport", "the Abu Dhabi airport", "AE"),
        ("off the coast of Peru", "off the coast of Peru", "PE"),
    ],
)
def test_a_place_has_its_exact_words_and_its_country(proposed: str, text: str, country: str) -> None:
    sentence = f"They met on Monday {proposed} at noon."
    record = one(event("meeting", where=proposed), sentence)
    assert record.where is not None
    assert (record.where.text, record.where.country) == (text, country)
    evidence = record.where.evidence[0]
    assert sentence[evidence.start - 3 : evidence.end - 3] == text
    assert record.null_reasons == {}


def test_a_place_without_a_country_says_why() -> None:
    unknown = one(event("meeting", where="Tervan"), "They met in Tervan.")
    assert unknown.null_reasons == {"country": "not_in_table"}
    ambiguous = one(event("meeting", where="London"), "They met in London.")
    assert ambiguous.null_reasons == {"country": "ambiguous_place"}
    settled = one(event("meeting", where="London"), "They met in London.", "She flew home to Canada.")
    assert settled.where is not None
    assert settled.where.country == "CA"


def test_what_is_no_place_is_refused() -> None:
    record = one(event("meeting", where="Thursday"), "They met on Thursday.")
    assert record.where is None
    assert record.null_reasons == {"where": "failed_check"}


def test_the_place_of_another_event_is_refused() -> None:
    record = one(
        event("release_or_exchange", where="Malta"),
        "They released Ada Vell, whom police had arrested in Malta last May.",
    )
    assert (record.where, record.null_reasons) == (None, {"where": "failed_check"})


def test_a_place_that_the_draft_left_out_is_taken_from_the_verb() -> None:
    record = one(event("release_or_exchange"), "The swap took place in Abu Dhabi.")
    assert record.where is not None
    assert (record.where.text, record.where.country) == ("Abu Dhabi", "AE")
    missing = one(event("release_or_exchange"), "They freed Ada Vell, who lives in Oslo.")
    assert missing.null_reasons == {"where": "not_in_article"}


def test_a_long_article_takes_no_long_time() -> None:
    line = (
        "Minister Ada Vell{0} of Velm met Tom Orme{1} and the Karsund{1} Trade Commission in Tervan{0} today."
    )
    letters = [a + b for a in "abcdefghij" for b in "klmnopqrst"]
    read = sentences(*(line.format(letters[i % 100], letters[i % 83]) for i in range(1800)))
    started = process_time()
    cited = resolved(read, *(event("meeting", by=["Tom Orme"], told=(i,)) for i in range(1, 21)))
    assert process_time() - started < 2
    assert read[-1].end > 150_000
    assert len(cited.records) == 20


words = st.sampled_from(
    "Ada Vell/Vell/and/the/arrested/in/Oslo/said/US/who/,/Monday/airport/took place/Russians/London/🙂".split(
        "/"
    )
)
texts = st.lists(words, min_size=1, max_size=25).map(" ".join)
copied = texts.map(lambda text: text.replace("🙂", "")[:80])


@given(st.lists(texts, min_size=1, max_size=4), copied, copied, copied)
def test_whatever_is_proposed_all_that_stands_in_the_record_stands_in_the_article(
    told: list[str], by: str, to: str, where: str
) -> None:
    read = sentences(*told)
    record = event("arrest_or_detention", by=[by, told[0].replace("🙂", "")[:80]], to=[to], where=where)
    cited = resolved(read, record)
    by_id = {s.id: s for s in read}
    ids = {e.id for e in cited.entities}
    made = cited.records[0]
    for participant in made.participants:
        (evidence,) = participant.evidence
        home = by_id[evidence.sentence]
        assert home.start <= evidence.start < evidence.end <= home.end
        span = home.text[evidence.start - home.start : evidence.end - home.start]
        assert span == span.strip()
        assert participant.name in home.text[evidence.start - home.start : evidence.end - home.start]
        assert participant.entity is None or participant.entity in ids
    if made.where is not None:
        (evidence,) = made.where.evidence
        home = by_id[evidence.sentence]
        assert home.text[evidence.start - home.start : evidence.end - home.start] == made.where.text
    assert (made.where is None) == ("where" in made.null_reasons)
