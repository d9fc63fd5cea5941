from collections.abc import Callable

from nutgraf.line import Cited, Claim, Record, Sentence
from nutgraf.steps.merge import merge
from nutgraf_schemas import Entity, Evidence, Participant, When, Where
from nutgraf_schemas.draft import DraftEvent

Split = Callable[[str], tuple[Sentence, ...]]
SWAP = (
    "Norrland and Estmark exchanged prisoners on Monday. Norrland released the pilot Ana Lima, who had been held since May. "
    "In exchange, Estmark released Per Aas. The exchange took place in Vienna, a lawyer said. "
    "In February, Norrland released a student, Kim Dahl."
)
KINDS = {
    "Norrland": "place",
    "Estmark": "place",
    "Ana Lima": "person",
    "Per Aas": "person",
    "Kim Dahl": "person",
}


def record(
    sentences: tuple[Sentence, ...], number: int, names: list[str], edtf: str | None, kind: str
) -> Record:
    sentence = sentences[number - 1]
    evidence = [Evidence(sentence=number, start=sentence.start, end=sentence.end)]
    draft = DraftEvent(
        what=sentence.prompt[:200],
        type=kind,
        status="happened",
        when="",
        where="",
        by=[],
        to=[],
        sentences=[number],
    )
    when = edtf and When(
        text="then", edtf=edtf, precision="day", anchor="article.published", rule="x", evidence=evidence
    )
    return Record(
        draft=draft,
        description=Claim(text=draft.what, sentences=(number,)),
        type=draft.type,
        sentences=(number,),
        when=when or None,
        participants=tuple(Participant(name=n, entity=n, role="actor", evidence=evidence) for n in names),
        null_reasons={} if when else {"when": "not_in_article"},
    )


def merged(sentences: tuple[Sentence, ...], records: list[Record]) -> tuple[Record, ...]:
    entities = tuple(Entity(id=n, name=n, kind=k, aliases=[], mentions=[]) for n, k in KINDS.items())
    cited = Cited(
        headline=Claim(text="x", sentences=(1,)),
        summary=(),
        key_points=(),
        records=tuple(records),
        entities=entities,
    )
    return merge(cited, sentences).records


def swap(sentences: tuple[Sentence, ...]) -> list[Record]:
    return [
        record(sentences, 1, ["Norrland", "Estmark"], "2026-05-11", "release_or_exchange"),
        record(sentences, 2, ["Norrland", "Ana Lima"], None, "release_or_exchange"),
        record(sentences, 3, ["Estmark", "Per Aas"], None, "release_or_exchange"),
        record(sentences, 5, ["Norrland", "Kim Dahl"], "2026-02", "release_or_exchange"),
    ]


def test_one_exchange_told_in_three_sentences_is_one_record(sentences_of: Split) -> None:
    sentences = sentences_of(SWAP)
    main, earlier = merged(sentences, swap(sentences))
    assert [p.name for p in main.participants] == ["Norrland", "Estmark", "Ana Lima", "Per Aas"]
    assert main.sentences == (1, 2, 3, 4)
    assert main.when is not None
    assert main.when.edtf == "2026-05-11"
    assert [p.name for p in earlier.participants] == ["Norrland", "Kim Dahl"]


def test_a_missing_place_comes_from_the_sentence_that_says_where_it_took_place(sentences_of: Split) -> None:
    sentences = sentences_of(SWAP)
    where = merged(sentences, swap(sentences))[0].where
    assert where == Where(
        text="Vienna",
        country="AT",
        evidence=[Evidence(sentence=4, start=SWAP.index("Vienna"), end=SWAP.index("Vienna") + 6)],
    )


def test_records_of_different_days_stay_records_of_their_own(sentences_of: Split) -> None:
    sentences = sentences_of("Guards freed Ana Lima on Monday. Ana Lima was freed for a day last year, too.")
    records = [
        record(sentences, 1, ["Ana Lima"], "2026-05-11", "release_or_exchange"),
        record(sentences, 2, ["Ana Lima"], "2025", "release_or_exchange"),
    ]
    assert len(merged(sentences, records)) == 2


def test_a_state_that_acts_twice_does_not_make_two_events_one(sentences_of: Split) -> None:
    sentences = sentences_of("Estmark bought ships. Rain fell. Snow fell. Estmark bought trains.")
    records = [record(sentences, n, ["Estmark"], None, "business") for n in (1, 4)]
    assert len(merged(sentences, records)) == 2


def test_records_of_other_types_are_never_joined(sentences_of: Split) -> None:
    sentences = sentences_of("Ana Lima was freed. Ana Lima was elected mayor.")
    records = [
        record(sentences, 1, ["Ana Lima"], None, "release_or_exchange"),
        record(sentences, 2, ["Ana Lima"], None, "election_or_vote"),
    ]
    assert len(merged(sentences, records)) == 2


def test_what_has_most_words_of_the_headline_is_its_event(sentences_of: Split) -> None:
    sentences = sentences_of(
        "Norrland prisoners swapped in Vienna\n\nTwo prisoners from Norrland were swapped in Vienna on Monday. A third stayed."
    )
    headline = record(sentences, 1, [], None, "other")
    told = record(sentences, 2, ["Norrland"], "2026-05-11", "release_or_exchange")
    (joined,) = merged(sentences, [headline, told])
    assert (joined.sentences, joined.type) == ((1, 2), "release_or_exchange")
    assert joined.when is not None
    assert len(merged(sentences, [headline, record(sentences, 3, ["Kim Dahl"], None, "meeting")])) == 2
