"""The headline of a digest and the label's main event in, whether it tells that event, briefly, out."""

import re
from collections.abc import Iterator

from nutgraf.readers.words import stems
from nutgraf_evals.label import Label, LabelEvent
from nutgraf_evals.scorers import Score
from nutgraf_evals.scorers.phrases import stands
from nutgraf_evals.told import Told

NAME = "headline"
QUESTION = "Does the headline tell the main event: who, and what, in 14 words?"
LONGEST = 14
"""Words of a headline."""
_ENOUGH = 2
"""Words of the event beside its participants that say what happened."""


def score(told: Told, label: Label) -> Score:
    """Half for somebody or something that takes part, half for what happened; of a longer headline half of that.

    What happened is told where at least two content words, names of participants apart, are the label's own or
    stand in the passages that carry the event.
    """
    event, text = label.events[0], told.headline.text
    names = [name for each in event.participants for name in (each.name, *each.also)]
    who = not names or any(_named(name, text) for name in names)
    apart = {word.stem for name in names for word in stems(name)}
    there = {word.stem for words in _words(event, told.text) for word in stems(words)} - apart
    shared = there & {word.stem for word in stems(text)}
    what = len(shared) >= _ENOUGH
    long = len(re.findall(r"\S*\w\S*", text)) > LONGEST
    because = (
        *(() if who else ("it names nobody of the main event",)),
        *(() if what else ("it does not say what happened",)),
        *((f"it is longer than {LONGEST} words",) if long else ()),
    )
    return Score(
        (who + what) / 2 / (1 + long),
        tuple(f"{each}: “{text}”" for each in because),
        {"who": who, "what": what, "short": not long},
    )


def _named(name: str, text: str) -> bool:
    """Whether the name, or its last word alone, stands in the text: the surname, the head of "three judges"."""
    return stands(name, text) or stands(name.split()[-1], text)


def _words(event: LabelEvent, text: str) -> Iterator[str]:
    yield event.description
    for passage in event.evidence:
        yield text[passage.start : passage.end]
