"""A text and what is said of its passages in, the text in pieces out, each with what is said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from nutgraf_evals.marks import Place

Kind = Literal["told", "label", "clash"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that cites passages: `id` is its name in the page, `sign` what a reader knows it by (S1, E2).

    `kind` says whether the digest cites it, the label does, or it is a side of a contradiction.
    """

    id: str
    sign: str
    places: tuple[Place, ...]
    kind: Kind = "told"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text that the same claims cite. `starts` are claims whose first passage begins here, `ends` those
    of the digest of which a passage ends here."""

    text: str
    claims: tuple[Claim, ...] = ()
    starts: tuple[Claim, ...] = ()
    ends: tuple[Claim, ...] = ()

    @property
    def kinds(self) -> str:
        return " ".join(dict.fromkeys(claim.kind for claim in self.claims))

    @property
    def by(self) -> str:
        return " ".join(claim.id for claim in self.claims)


def cut(text: str, claims: Iterable[Claim]) -> list[Piece]:
    """The text, cut wherever a cited passage begins or ends; passages outside the text are cut off."""
    cited = [each for claim in claims if (each := _within(claim, len(text))).places]
    edges = {0, len(text)} | {edge for claim in cited for place in claim.places for edge in place}
    first = {claim.id: min(claim.places)[0] for claim in cited}
    pieces = []
    for start, end in pairwise(sorted(edges)):
        pieces.append(
            Piece(
                text[start:end],
                tuple(each for each in cited if any(a <= start and end <= b for a, b in each.places)),
                tuple(each for each in cited if first[each.id] == start),
                tuple(
                    each for each in cited if each.kind != "label" and any(b == end for _, b in each.places)
                ),
            )
        )
    return pieces


def _within(claim: Claim, length: int) -> Claim:
    places = ((max(start, 0), min(end, length)) for start, end in claim.places)
    return Claim(claim.id, claim.sign, tuple(each for each in places if each[0] < each[1]), claim.kind)
