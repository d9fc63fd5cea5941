"""The headline of a digest and the label's main event in, whether it tells that event, briefly, out."""

from collections.abc import Iterable, Iterator

from nutgraf.readers.words import stems
from nutgraf_evals.label import Label, LabelEvent
from nutgraf_evals.scorers import Score
from nutgraf_evals.scorers.phrases import length
from nutgraf_evals.told import Told

NAME = "headline"
QUESTION = "Does the headline tell the main event: who or where, and what, in 14 words?"
LONGEST = 14
"""Words of a headline."""
ENOUGH = 2
"""Words that say what happened."""


def score(told: Told, label: Label) -> Score:
    """Half for who or where, half for what happened; of a longer headline half of that.

    The one takes a content word of a participant's name or the place, the other two content words more of the
    label's description or of the passages that carry the event.
    """
    event, text = label.events[0], told.headline.text
    said, named = _stems([text]), _stems(_names(event))
    what = len((_stems(_words(event, told.text)) - named) & said) >= ENOUGH
    who = bool(named & said) or not named
    long = length(text) > LONGEST
    because = (
        *(() if who else ("it names nobody of the main event, and not its place",)),
        *(() if what else ("it does not say what happened",)),
        *((f"it is longer than {LONGEST} words",) if long else ()),
    )
    return Score(
        (who + what) / 2 / (1 + long),
        tuple(f"{each}: “{text}”" for each in because),
        {"who": who, "what": what, "short": not long},
    )


def _stems(texts: Iterable[str]) -> set[str]:
    return {word.stem for text in texts for word in stems(text)}


def _names(event: LabelEvent) -> Iterator[str]:
    for each in event.participants:
        yield from (each.name, *each.also)
    if event.where is not None:
        yield from (event.where.text, *event.where.also)


def _words(event: LabelEvent, text: str) -> Iterator[str]:
    yield event.description
    for passage in event.evidence:
        yield text[passage.start : passage.end]
