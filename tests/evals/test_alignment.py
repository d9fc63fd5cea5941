from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf_evals.alignment import FLOOR, align
from nutgraf_evals.label import Label, LabelEvent, filled
from nutgraf_evals.pairing import best_pairs
from nutgraf_evals.perfect import perfect
from nutgraf_evals.told import Told, ToldEvent, told

TEXT = (
    "A ferry ran aground off Velby on Tuesday. The captain, Ane Holm, was questioned by police. "
    "All 80 passengers were taken ashore by a fishing boat. Holm was questioned again on Friday."
)


def event(name: str, kind: str, description: str, words: str, *, main: bool = False) -> dict[str, object]:
    return {
        "id": name,
        "type": kind,
        "main": main,
        "description": description,
        "modality": "asserted",
        "evidence": [{"words": words}],
    }


SHARES = st.integers(0, 100).map(lambda percent: percent / 100)


@st.composite
def tables(draw: st.DrawFn, most: int = 6) -> list[list[float]]:
    rows, columns = draw(st.integers(0, most)), draw(st.integers(1, most))
    return [[draw(SHARES) for _ in range(columns)] for _ in range(rows)]


def total(table: list[list[float]], pairs: list[tuple[int, int]]) -> float:
    return sum(table[row][column] for row, column in pairs)


def greedy(table: list[list[float]], floor: float) -> list[tuple[int, int]]:
    cells = sorted(
        ((value, row, column) for row, values in enumerate(table) for column, value in enumerate(values)),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    for value, row, column in cells:
        if value >= floor and all(row != a and column != b for a, b in pairs):
            pairs.append((row, column))
    return pairs


def best(table: list[list[float]], floor: float) -> float:
    """By trying every way."""
    if not table:
        return 0
    wide = [[value if value >= floor else 0 for value in row] + [0] * len(table) for row in table]
    return max(
        sum(row[column] for row, column in zip(wide, columns, strict=True))
        for columns in permutations(range(len(wide[0])), len(wide))
    )


@given(tables(), SHARES)
def test_every_row_and_column_is_taken_at_most_once_and_none_below_the_floor(
    table: list[list[float]], floor: float
) -> None:
    pairs = best_pairs(table, floor)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(table[row][column] >= floor for row, column in pairs)


@given(tables(), SHARES)
def test_no_greedy_choice_is_better(table: list[list[float]], floor: float) -> None:
    assert total(table, best_pairs(table, floor)) >= total(table, greedy(table, floor)) - 1e-9


@given(tables(most=4), SHARES)
def test_no_choice_at_all_is_better(table: list[list[float]], floor: float) -> None:
    assert total(table, best_pairs(table, floor)) == pytest.approx(best(table, floor))


def test_the_best_in_all_may_not_be_the_best_for_one() -> None:
    assert best_pairs([[0.9, 0.8], [0.8, 0.1]], 0.4) == ((0, 1), (1, 0))


LABEL = filled(
    Label.model_validate(
        {
            "article": "ferry-wire",
            "published": "2026-05-15",
            "events": [
                event(
                    "ev1",
                    "accident_or_disaster",
                    "A ferry grounded near Velby.",
                    "A ferry ran aground",
                    main=True,
                ),
                event("ev2", "investigation", "Police questioned the captain.", "was questioned by police"),
                event(
                    "ev3",
                    "aid_or_donation",
                    "A boat rescued everyone on board.",
                    "passengers were taken ashore",
                ),
                event(
                    "ev4",
                    "investigation",
                    "The captain was questioned a second time.",
                    "was questioned again",
                ),
            ],
            "key_facts": [{"fact": "A ferry ran aground", "groups": [["ferry"], ["aground"]]}],
        }
    ),
    TEXT,
    {},
)


def told_as(*described: tuple[str, str]) -> Told:
    """Events, each by its description and the words that it cites."""
    return told(
        {
            "events": [
                {"description": {"text": text}, "evidence": [{"start": at, "end": at + len(cited)}]}
                for text, cited in described
                for at in [TEXT.index(cited)]
            ]
        },
        TEXT,
    )


def pairs(digest: Told, label: Label = LABEL) -> list[tuple[int, int]]:
    return [(pair.told, pair.label) for pair in align(digest, label).pairs]


def test_events_are_known_by_what_they_say_and_cite_not_by_their_order() -> None:
    digest = told_as(
        ("Passengers were taken ashore.", "All 80 passengers were taken ashore by a fishing boat."),
        ("Holm was questioned again.", "Holm was questioned again on Friday."),
        ("The ferry ran aground.", "A ferry ran aground off Velby on Tuesday."),
    )
    assert pairs(digest) == [(2, 0), (0, 2), (1, 3)]
    alignment = align(digest, LABEL)
    assert alignment.told_of(LABEL.events[1]) is None
    assert alignment.label_of(digest.events[0]) is LABEL.events[2]
    assert alignment.extra == []


def test_without_evidence_what_is_said_decides() -> None:
    digest = told({"events": [{"description": {"text": "Police questioned the captain."}}]}, TEXT)
    assert pairs(digest) == [(0, 1)]


def test_what_is_cited_from_elsewhere_is_another_event() -> None:
    digest = told_as(("Passengers were taken ashore.", "The captain, Ane Holm, was questioned by police."))
    assert pairs(digest) == []
    assert align(digest, LABEL).extra == digest.events
    assert align(digest, LABEL).label_of(digest.events[0]) is None


def test_a_sentence_that_tells_two_things_is_told_for_the_one_that_is_not_in_the_background() -> None:
    both = ("Passengers were taken ashore.", "All 80 passengers were taken ashore by a fishing boat.")
    one = LABEL.events[2]
    behind = one.model_copy(update={"id": "ev0", "background": True})
    for events in ([one, behind], [behind, one]):
        (pair,) = align(told_as(both), LABEL.model_copy(update={"events": events})).pairs
        assert events[pair.label] is one


def test_an_event_that_is_told_twice_is_paired_once() -> None:
    once = ("The ferry ran aground.", "A ferry ran aground off Velby on Tuesday.")
    alignment = align(told_as(once, once), LABEL)
    assert len(alignment.pairs) == len(alignment.extra) == 1
    assert alignment.label_of(alignment.extra[0]) is LABEL.events[0]


def test_a_label_is_paired_with_itself() -> None:
    alignment = align(perfect(LABEL, TEXT), LABEL)
    assert [(pair.told, pair.label) for pair in alignment.pairs] == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_nothing_has_no_pairs() -> None:
    assert pairs(told({}, TEXT)) == []


@st.composite
def digests(draw: st.DrawFn) -> Told:
    """Events with words and passages of the article, at random."""
    vocabulary = TEXT.replace(".", "").split()
    events = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(TEXT) - 1))
        some = " ".join(draw(st.lists(st.sampled_from(vocabulary), max_size=6)))
        evidence = [{"start": start, "end": draw(st.integers(start + 1, len(TEXT)))}]
        kind = draw(st.sampled_from(["investigation", "accident_or_disaster", "other"]))
        events.append({"type": kind, "description": {"text": some}, "evidence": evidence})
    return told({"events": events}, TEXT)


@given(digests(), st.permutations(range(5)), st.permutations(LABEL.events))
def test_the_order_of_the_events_decides_nothing(
    digest: Told, order: list[int], known: list[LabelEvent]
) -> None:
    mixed = digest.model_copy(
        update={"events": [digest.events[at] for at in order if at < len(digest.events)]}
    )

    def found(some: Told, label: Label) -> list[tuple[ToldEvent, str]]:
        events = [(some.events[pair.told], label.events[pair.label].id) for pair in align(some, label).pairs]
        return sorted(events, key=lambda event: event[1])

    assert found(digest, LABEL) == found(mixed, LABEL.model_copy(update={"events": known}))


@given(digests())
def test_pairs_are_one_to_one_and_alike(digest: Told) -> None:
    found = align(digest, LABEL).pairs
    assert len({pair.told for pair in found}) == len({pair.label for pair in found}) == len(found)
    assert all(FLOOR <= pair.likeness <= 1 for pair in found)
