"""Does it say what people find worth saying? The digest's summary, of two sentences, against human summaries.

ROUGE as F1, the mean over a document's human summaries; where there are several, each against the others says what
people reach. Participants of the digest's events are held against what at least three of five summaries name:
persons, organisations, places and things, but neither events, times nor ideas.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import permutations
from typing import Any

from nutgraf_evals.digesting import Digester, without_llm
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Place, Suite, f1, share
from nutgraf_evals.reading import read
from nutgraf_evals.rouge import rouge
from nutgraf_evals.uniform import NoData
from nutgraf_schemas import Digest, Options

WANT = Options(summary_sentences=2)
"""The human summaries are of one sentence, as long as two of an article's: some 44 words."""
SALIENT = 3
NO_PARTICIPANTS = frozenset({"abstract", "event", "time"})
SAME = 0.5
"""Share of their common length that two spans must share to be of one thing."""
KINDS = ("rouge_1", "rouge_2", "rouge_l")
_FINE = 1_000_000
_WORD = re.compile(r"\S+")


def mark(document: Document, make: Digester = without_llm) -> Marks:
    """Raises `NoData` for a document whose entities have no salience."""
    human = [row["text"] for row in document.of_type("summary_reference")]
    if not human:
        return Marks(Counter())
    digest = make(document, WANT)
    told = " ".join(statement.text for statement in digest.summary)
    counts: Counts = Counter({"n": 1})
    counts += _rouge("found", [(told, each) for each in human])
    counts += _rouge("lead", [(_lead(document, len(told.split())), each) for each in human])
    if len(human) > 1:
        counts["several"] = 1
        counts += _rouge("human", list(permutations(human, 2)))
        counts += _rouge("beside", [(told, each) for each in human])
    entities, misses = _participants(document, digest)
    return Marks(counts + entities, tuple(misses))


def _rouge(name: str, pairs: Sequence[tuple[str, str]]) -> Counts:
    """The mean of each kind over the pairs, in millionths, so that counts of documents add up."""
    found = [rouge(*pair) for pair in pairs]
    return Counter(
        {f"{name} {kind}": round(_FINE * sum(each[kind] for each in found) / len(found)) for kind in KINDS}
    )


def _lead(document: Document, length: int) -> str:
    """The first words of the article's prose."""
    words = [word for sentence in read(document)[1] for word in _WORD.findall(sentence.text)]
    return " ".join(words[:length])


def _participants(document: Document, digest: Digest) -> tuple[Counts, list[Miss]]:
    rows = document.of_type("entity")
    if any(name not in row for row in rows for name in ("salience", "entity_type", "mentions")):
        raise NoData(f"{document.id} has an entity without salience, entity_type or mentions.")
    rows = tuple(row for row in rows if row["entity_type"] not in NO_PARTICIPANTS)
    wanted = {i for i, row in enumerate(rows) if (row["salience"] or 0) >= SALIENT}
    given = [(p.evidence[0].start, p.evidence[0].end) for event in digest.events for p in event.participants]
    meant = {place: _meant(place, rows) for place in given}
    found = {i for i in meant.values() if i is not None}
    strangers = {place for place, i in meant.items() if i is None}
    misses = [Miss("not among the participants", *_first(rows[i])) for i in sorted(wanted - found)]
    misses += [Miss("not salient", *_first(rows[i])) for i in sorted(found - wanted)]
    misses += [Miss("no entity of the set", a, document.text[a:b]) for a, b in sorted(strangers)]
    counts = Counter({"entities right": len(found & wanted), "entities wanted": len(wanted)})
    counts["entities given"] = len(found) + len(strangers)
    return counts, misses


def _meant(place: Place, rows: Sequence[Mapping[str, Any]]) -> int | None:
    """The entity whose mention shares most of its span with a participant's."""
    shares = ((_overlap(place, (each["start"], each["end"])), -i) for i, each in _mentions(rows))
    best, number = max(shares, default=(0.0, 0))
    return -number if best >= SAME else None


def _mentions(rows: Sequence[Mapping[str, Any]]) -> Iterable[tuple[int, Mapping[str, Any]]]:
    return ((i, mention) for i, row in enumerate(rows) for mention in row["mentions"])


def _overlap(one: Place, other: Place) -> float:
    both = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return share(both, one[1] - one[0] + other[1] - other[0] - both)


def _first(row: Mapping[str, Any]) -> tuple[int, str]:
    return row["mentions"][0]["start"], row["mentions"][0]["text"]


def _figures(counts: Counts, name: str, documents: str = "n") -> dict[str, float]:
    return {kind: share(counts[f"{name} {kind}"], _FINE * counts[documents]) for kind in KINDS}


def _score(counts: Counts) -> Figures:
    ours = _figures(counts, "found")
    figures: dict[str, Any] = {
        "value": ours["rouge_l"],
        **ours,
        "participants": f1(counts["entities right"], counts["entities given"], counts["entities wanted"]),
    }
    if counts["several"]:
        people, beside = _figures(counts, "human", "several"), _figures(counts, "beside", "several")
        figures["where_people_wrote_several"] = {
            f"{counts['several']} documents": {
                **{f"{kind}_people": people[kind] for kind in KINDS},
                **{f"{kind}_ours": beside[kind] for kind in KINDS},
            }
        }
    return figures


def _baseline(counts: Counts) -> Figures:
    lead = _figures(counts, "lead")
    return {
        "value": lead["rouge_l"],
        **lead,
        "what": "the first words of the article, as many as the summary has",
    }


SUITE = Suite(
    question="Does it say what people find worth saying?",
    sets=("gum_news",),
    unit="summaries",
    mark=mark,
    score=_score,
    baseline=_baseline,
)


def with_digests(make: Digester) -> Suite:
    """The suite with digests that are made otherwise."""
    return replace(SUITE, mark=partial(mark, make=make))
