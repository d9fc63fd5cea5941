"""Evidence chosen by code: the LLM's draft in, claims and records that know their sentences out.

The LLM's numbers are hints. A statement cites the smallest set of sentences, at most three, that covers its checkable
words, the nearest to the hint first; a sentence beyond those hinted at lends it names only, for a fact of one sentence
and a fact of another make a third that nobody has told. What repeats an earlier statement gives way to its own sentence. An event was read from one sentence and keeps it; what it copied is set to the
exact words of that sentence, or left empty where it has none of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from nutgraf.line import Cited, Claim, Record, Sentence
from nutgraf.readers.deeds import deed
from nutgraf.readers.equivalents import implied_by
from nutgraf.readers.numbers import numbers
from nutgraf.readers.words import FUNCTION_WORDS, stems
from nutgraf_schemas.draft import Draft, DraftEvent, DraftStatement

MOST = 3
"""Sentences that a statement may cite."""
REPEATED = 0.9
"""Share of the shorter statement's words that makes two statements one."""
_CANDIDATES = 10
_LONGEST_PARTICIPANT = 12
_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")


def cite(draft: Draft, sentences: Sequence[Sentence]) -> Cited:
    """Give every statement and event of the draft its sentences. There must be at least one sentence."""
    index = _Index(sentences)

    told: list[frozenset[str]] = []

    def claim(statement: DraftStatement) -> Claim:
        return Claim(text=statement.text, sentences=index.cover(statement.text, statement.sentences))

    def new(statement: DraftStatement) -> Claim:
        made, said = claim(statement), frozenset(_keys(statement.text))
        home = next((n for n in statement.sentences if n in index.by_id), None)
        if home is not None and any(_repeats(said, earlier) for earlier in told):
            made = Claim(text=index.by_id[home].text, sentences=(home,), extract=True)
        told.append(said)
        return made

    return Cited(
        headline=claim(draft.headline),
        summary=tuple(map(new, draft.summary)),
        key_points=tuple(map(new, draft.key_points)),
        records=tuple(_record(e, index) for e in draft.events),
    )


def _repeats(said: frozenset[str], earlier: frozenset[str]) -> bool:
    return len(said & earlier) >= REPEATED * max(1, min(len(said), len(earlier)))


class _Index:
    """The article's sentences by the keys of their words and numbers."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.by_id = {s.id: s for s in sentences}
        self._first = sentences[0].id
        self._having: dict[str, set[int]] = defaultdict(set)
        for sentence in sentences:
            for key in _keys(sentence.prompt):
                self._having[key].add(sentence.id)

    def cover(self, text: str, hint: Iterable[int], most: int = MOST) -> tuple[int, ...]:
        """The smallest set of sentences that covers the most of `text`, in reading order.

        The base is what is hinted at, or else one sentence; any further one counts for the names it lends.
        """
        hinted = [n for n in hint if n in self.by_id]
        wanted = sorted(_keys(text).items())
        having = [self._supporters(key) for key, _ in wanted]
        covered: dict[int, int] = defaultdict(int)
        for bit, ids in enumerate(having):
            for n in ids:
                covered[n] |= 1 << bit
        for n in hinted:
            covered.setdefault(n, 0)
        if not covered:
            return (self._first,)

        def distance(n: int) -> int:
            return min((abs(n - h) for h in hinted), default=n)

        heavy = sum(1 << bit for bit, (_, telling) in enumerate(wanted) if telling)
        lent = sum(1 << bit for bit, (key, telling) in enumerate(wanted) if telling and key[0] != "#")

        def weight(bits: int) -> int:
            return bits.bit_count() + (bits & heavy).bit_count()

        best = sorted(covered, key=lambda n: (-weight(covered[n]), distance(n), n))[:_CANDIDATES]
        best += [n for n in hinted if n not in best]
        far = {n: distance(n) for n in best}

        def cost(group: tuple[int, ...]) -> tuple[int, int, int, tuple[int, ...]]:
            base = [n for n in group if n in hinted] or [max(group, key=lambda n: weight(covered[n]))]
            together = 0
            for n in group:
                together |= covered[n] if n in base else covered[n] & lent
            return len(group) - weight(together), len(group), sum(far[n] for n in group), group

        everything = 0
        for n in best:
            everything |= covered[n]
        found: tuple[int, ...] = min(((n,) for n in best), key=cost)
        for size in range(2, most + 1):
            if cost(found)[0] <= size - weight(everything):  # no larger group can be better
                break
            found = min((found, *combinations(sorted(best), size)), key=cost)
        return found

    def _supporters(self, key: str) -> set[int]:
        found = self._having.get(key, set())
        for other in implied_by(key):
            found = found | self._having.get(other, set())
        return found


def _keys(text: str) -> dict[str, bool]:
    """What of `text` can be looked up elsewhere, stems of content words and values of numbers; whether it is telling."""
    values = numbers(text)
    spans = [(n.start, n.end) for n in values]
    keys = {w.stem: w.text[0].isupper() for w in stems(text) if not any(a <= w.start < b for a, b in spans)}
    return keys | {f"#{n.value:g}": True for n in values}


def _record(event: DraftEvent, index: _Index) -> Record:
    home = next((n for n in event.sentences if n in index.by_id), None)
    if home is None:
        home = index.cover(event.what, (), most=1)[0]
    sentence = index.by_id[home]
    by = _participants(event.by, sentence)
    told = deed(sentence.prompt)
    exact = event.model_copy(
        update={
            "sentences": [home],
            "when": snap(event.when, sentence) or (told.when if told else ""),
            "where": snap(event.where, sentence),
            "by": by,
            "to": [name for name in _participants(event.to, sentence) if name not in by],
        }
    )
    return Record(
        draft=exact,
        description=Claim(text=event.what, sentences=(home,)),
        type=event.type,
        sentences=(home,),
    )


def _participants(values: Iterable[str], sentence: Sentence) -> list[str]:
    snapped = (snap(value, sentence) for value in values)
    return list(dict.fromkeys(s for s in snapped if s and len(s.split()) <= _LONGEST_PARTICIPANT))


def snap(value: str, sentence: Sentence) -> str:
    """The exact words of the sentence that `value` copies, or the longest run of them; "" where there is none.

    Found in the prompt copy, which the LLM saw, and taken from the article at the same place.
    """
    asked = [_plain(m[0]) for m in _WORD.finditer(value)]
    there = list(_WORD.finditer(sentence.prompt))
    words = [_plain(m[0]) for m in there]
    length, start = _longest_run(asked, words)
    run = there[start : start + length]
    if length < len(asked):  # a part of what was asked: without the function words that hang over
        while run and run[0][0].lower() in FUNCTION_WORDS:
            run = run[1:]
        while run and run[-1][0].lower() in FUNCTION_WORDS:
            run = run[:-1]
    if not any(m[0].lower() not in FUNCTION_WORDS for m in run):
        return ""
    begin, end = run[0].start(), run[-1].end()
    if length == len(asked):  # signs at the edges that were copied too: "$50", "3.1%"
        begin = _over(value, sentence.prompt, begin, -1)
        end = _over(value, sentence.prompt, end, 1)
    return sentence.text[begin:end]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _over(value: str, prompt: str, at: int, step: int) -> int:
    """`at`, moved over signs that stand both in the sentence and at that edge of `value`."""
    edge = re.match(r"^[^\w\s]*", value) if step < 0 else re.search(r"[^\w\s]*$", value)
    signs = edge[0].strip(" ,;:.\"“”'‘’") if edge else ""
    if not signs:
        return at
    if step < 0:
        return at - len(signs) if prompt[:at].endswith(signs) else at
    return at + len(signs) if prompt.startswith(signs, at) else at


def _longest_run(asked: Sequence[str], words: Sequence[str]) -> tuple[int, int]:
    """Length and start in `words` of the run that stands in both and has most content words, then most words."""
    best, length, where = (0, 0), 0, 0
    ending = [0] * (len(words) + 1)
    telling = [0] * (len(words) + 1)
    for word in asked:
        previous, before = 0, 0
        content = word not in FUNCTION_WORDS
        for i, other in enumerate(words, 1):
            above, over = ending[i], telling[i]
            alike = word == other
            ending[i] = previous + 1 if alike else 0
            telling[i] = before + content if alike else 0
            previous, before = above, over
            if (telling[i], ending[i]) > best:
                best, length, where = (telling[i], ending[i]), ending[i], i - ending[i]
    return length, where
