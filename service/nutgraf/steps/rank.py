"""Which sentences carry the story: sentences in, their numbers out, the best first. No LLM.

Centrality of words (as SumBasic has it), a bias to the lead, numbers, and a trigger with a day of the news week, which
finds the one sentence with the news in a long feature. Quotes and openings by pronoun count less; what repeats a
sentence already chosen counts least.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from nutgraf.line import Ranked, Sentence
from nutgraf.readers.triggers import triggers
from nutgraf.readers.words import stems
from nutgraf_schemas import Options

_NEWS_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|this (?:morning|afternoon|evening|week))\b"
)
_PRONOUN = re.compile(
    r"[“\"]?(?:He|She|It|They|This|That|These|Those|We|I|You|There|But|And|(?:Part|Some|Most|Many|None|All|Both|Half|One) of "
    r"(?:it|them|this|that|these|those))\b"
)
_BACKGROUND = re.compile(
    r"\b(?:had|used to|would|(?:in|since) (?:\w+ )?20\d\d|1[5-9]\d\d|years ago|last year)\b"
)
_HABIT = re.compile(r"\b(?:every|each|twice|once|often|always|usually|sometimes|never|still)\b", re.I)
_RELATIVE = re.compile(r",? (?:who|whom|whose|which|where)\b")
_PAST = re.compile(
    r"\w+ed\b|(?:won|met|shot|struck|sold|bought|stole|took|froze|sank|blew|quit|hit|cut|put|left|held|found|gave|went|sent|"
    r"stood|laid|lost|beat|swore|sworn|freed|taken|stolen|sunk|withdrew|wrote|read|fell|rose|drew|said|told)\b",
    re.I,
)
_ENDS = re.compile(r"[.!?…][\s”’\"')\]]*$")
"""What a heading lacks."""
_DIGITS = re.compile(r"\d[\d,.]*")
_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z]\w+")


def rank(sentences: Sequence[Sentence], want: Options) -> Ranked:
    """Choose sentences for statements and for events. Every sentence is read."""
    documents = [frozenset(word.stem for word in stems(s.prompt)) for s in sentences]
    counts = Counter(stem for document in documents for stem in document)
    total = max(1, counts.total())
    news = [_news(s) for s in sentences]
    salience = [_salience(i, s, documents[i], counts, total) * (1 + news[i]) for i, s in enumerate(sentences)]
    order = sorted(range(len(sentences)), key=lambda i: -salience[i])
    statements = _diverse(order, salience, documents, want.summary_sentences + want.key_points)
    eventful = [
        salience[i]
        * _news(s, statements=not s.speech)
        * (1 + 2 * math.exp(-i / 2))
        * (0.3 if s.speech else 1)
        for i, s in enumerate(sentences)
    ]
    candidates = [i for i in sorted(order, key=lambda i: -eventful[i]) if eventful[i] > 0]
    events = _diverse(candidates, eventful, documents, want.events, strictness=0.5)
    if events:  # the main event's sentence gives the headline and opens the summary
        statements = [events[0], *(i for i in statements if i != events[0])][: len(statements)]
    return Ranked(
        statements=tuple(sentences[i].id for i in statements),
        events=tuple(sentences[i].id for i in events),
        order=tuple(sentences[i].id for i in order),
    )


def _salience(i: int, sentence: Sentence, words: frozenset[str], counts: Counter[str], total: int) -> float:
    value = sum(math.sqrt(counts[w] / total) for w in words) / math.sqrt(max(8, len(words)))
    value *= 0.2 + 1.5 * math.exp(-i / 15)
    value *= 1 + 0.15 * math.sqrt(len(_DIGITS.findall(sentence.prompt)))
    value *= 1 + 0.1 * min(4, len(_NAME.findall(sentence.prompt)))
    if not _ENDS.search(sentence.prompt):
        value *= 0.1
    if sentence.speech:
        value *= 0.6
    if _PRONOUN.match(sentence.prompt):
        value *= 0.7
    if len(words) < 6:
        value *= 0.6
    return value


def _news(sentence: Sentence, *, statements: bool = False) -> float:
    """How much the sentence reads as a report of something that happened, or was said where `statements` count:
    0 when no trigger stands in it, or it is a heading."""
    core = sentence.core
    if not _ENDS.search(core):
        return 0.0
    found = [t for t in triggers(core) if statements or t.type != "statement"]
    if not found:
        return 0.0
    main = _RELATIVE.split(core)[0]
    value = 0.5 if any(t.verb and _PAST.match(t.text) for t in found) else 0.25
    if _HABIT.search(main):
        value *= 0.5
    if _NEWS_DAY.search(core):
        value *= 2
    elif _BACKGROUND.search(main):
        value *= 0.6
    return value * (1 + 0.1 * min(4, len(_NAME.findall(sentence.prompt))))


def _diverse(
    candidates: Sequence[int],
    value: Sequence[float],
    documents: Sequence[frozenset[str]],
    most: int,
    strictness: float = 0.8,
) -> list[int]:
    """The best of `candidates`, each discounted by the share of its words that the chosen ones have."""
    chosen: list[int] = []
    seen: set[str] = set()
    left = list(candidates)
    while left and len(chosen) < most:
        best = max(
            left,
            key=lambda i: value[i] * (1 - strictness * len(documents[i] & seen) / max(1, len(documents[i]))),
        )
        left.remove(best)
        chosen.append(best)
        seen |= documents[best]
    return chosen
