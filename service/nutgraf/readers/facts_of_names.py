"""Who holds what only one can hold, and how a name is spelled: passages in, names as facts out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from .facts import Fact
from .passages import Mention, Passage

_ROLES = (
    r"(?:chief executive(?: officer)?|managing director|finance director|artistic director|director[ -]general|"
    r"general secretary|secretary[ -]general|prime minister|vice[ -]president|president|chancellor|premier|governor|mayor|"
    r"(?:deputy |foreign |finance |health |interior |defen[cs]e |justice |education |labour |transport |energy |"
    r"environment |agriculture |culture |trade |economy )+minister|(?:foreign|finance|health|home|defen[cs]e) secretary|"
    r"chairman|chairwoman|chair|editor(?:-in-chief)?|head coach|coach|captain|police chief|fire chief|harbour master|"
    r"headmaster|headmistress|head teacher|rector|presiding judge|chief justice|commander|chief scientist|"
    r"chief negotiator|returning officer|owner|capital|husband|wife|widow|widower|defence lawyer|prosecutor|coroner|"
    r"bishop|archbishop|king|queen|conductor|director|leader|head)"
)
_ALONE = frozenset(
    """
    mayor,presiding judge,returning officer,chief negotiator,chief scientist,harbour master,coroner,police chief,
    fire chief,head teacher,headmaster,headmistress,education minister,health minister,justice minister,
    labour minister,transport minister,environment minister,culture minister
    """.replace("\n", "")
    .replace("    ", "")
    .split(",")
)
"""Roles that need no owner named: an article that has two of them, has them with their owners."""
_NOT_NOW = re.compile(
    r"\b(?:former|ex|late|then|new|acting|interim|outgoing|incoming|deputy|vice|previous|next|succe\w+|replac\w+|predecessor|"
    r"designate|elect|one of|another|assistant|first|second|last|old|now|resign\w*|until|before|since|took over|was|been|"
    r"candidate|would|will|co|shadow|joint|appointed|named|elected|became|honorary|regional|local|whose)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:\b(?P<own>its|their|his|her|the|[a-z]+[’']s)\s)?(?P<mods>(?:[\w-]+\s){{0,2}}?)(?P<role>{_ROLES})"
    r"(?:\s(?:of|at)\s(?:the\s)?(?P<of>(?-i:[A-Z])[\w’'&-]*(?:\s(?:of\s|and\s|the\s)?(?-i:[A-Z])[\w’'&-]*){0,4}))?,?\s$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf",\s(?:\d{{1,3}},\s)?(?:(?P<own>its|their|his|her|the|(?-i:[A-Z])[\w’'& -]{{1,40}}[’']s?)\s)?(?P<mods>(?:[\w-]+\s){{0,2}}?)(?P<role>{_ROLES})"
    r"(?:\s(?:of|at)\s(?:the\s)?(?P<of>(?-i:[A-Z])[\w’'&-]*(?:\s(?:of\s|and\s|the\s)?(?-i:[A-Z])[\w’'&-]*){0,4}))?(?=[,.;])",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?:(?:[A-Z]|\d+[a-z]{2}\b)[\w’'&.-]*,?\s)+$")
_OWNER = re.compile(r"([A-Z][\w’'&.-]*(?:\s[A-Z][\w’'&.-]*){0,4})[’']s?\s$")


def holders(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Who holds a role that only one holds."""
    for index, passage in enumerate(passages):
        for mention in passage.mentions:
            if mention.kind != "person":
                continue
            before = passage.text[max(0, mention.start - 90) : mention.start]
            found = _BEFORE.search(before) or _AFTER.match(passage.text, mention.end)
            if found is None or found[0].isupper():
                continue
            start = found.start() if found.re is _AFTER else mention.start - len(before) + found.start()
            if _NOT_NOW.search(found[0].replace(found["role"], "", 1)):
                continue
            role = " ".join(found["role"].lower().split())
            owner = _owner(passage, found, start)
            if owner is None and role not in _ALONE:
                continue
            yield Fact(
                "name",
                role,
                (role, owner),
                passage.text[mention.start : mention.end],
                passage.offset + mention.start,
                passage.offset + mention.end,
                index,
                word=mention.entity,
            )


def _owner(passage: Passage, found: re.Match[str], start: int) -> str | None:
    """Whose role it is: the entity named with it, or a pronoun's."""
    own = found["own"] or ""
    if own.lower() in ("its", "his", "her", "their"):
        earlier = [m for m in passage.mentions if m.end <= start]
        return earlier[0].entity if earlier else f"?{passage.offset}"
    named = found["of"] or (own[:-2] if own[:1].isupper() else None)
    if named is None and (owner := _OWNER.search(passage.text, max(0, start - 80), start)):
        named = owner[1]
    if named:
        inside = next(
            (m for m in passage.mentions if passage.text[m.start : m.end] in (named, named.strip("’'s"))),
            None,
        )
        return inside.entity if inside else named.lower()
    role = found.start("role") - found.start() + start
    capital = _CAPITALS.search(passage.text, max(0, role - 60), role)
    if capital is None:
        return None
    named = passage.ending(role - 1)
    return named.entity if named and named.start == capital.start() else capital[0].strip(" ,").lower()


def spellings(passages: Sequence[Passage], names: Mapping[str, str]) -> Iterator[Fact]:
    """Names of two words that differ by a letter: one person, spelled in two ways. `names` are those of the entities."""
    first: dict[str, tuple[int, Mention]] = {}
    for index, passage in enumerate(passages):
        for mention in passage.mentions:
            if mention.kind == "person":
                first.setdefault(names[mention.entity], (index, mention))
    by_part: dict[str, list[str]] = defaultdict(list)
    for name in first:
        parts = name.split()
        if len(parts) == 2 and min(map(len, parts)) > 2:
            by_part[f"{parts[0]} "].append(name)
    for given, alike in by_part.items():
        for name in alike:
            near = [other for other in alike if other != name and _near(name.split()[1], other.split()[1])]
            if near:
                index, mention = first[name]
                passage = passages[index]
                yield Fact(
                    "name",
                    "spelling of a name",
                    given + min(near[0], name),
                    passage.text[mention.start : mention.end],
                    passage.offset + mention.start,
                    passage.offset + mention.end,
                    index,
                    word=name,
                )


def _near(a: str, b: str) -> bool:
    """Whether two surnames differ by one letter, put in, left out or exchanged."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 4:
        return False
    if {a, b} == {f"{a}s", a} or {a, b} == {f"{b}s", b}:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[start + 1 :] == b[start + 1 :] or a[start:] == b[start + 1 :] or a[start + 1 :] == b[start:]
