"""Tokens in, the reports that a single cue carries out: verbs, nouns, adjectives and phrases like "according to"."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from .report_contents import ahead, around, behind, sentence_end
from .report_subjects import (
    Range,
    Subject,
    group_start,
    owner,
    phrase_before,
    phrase_behind,
    subject,
    verblike,
    with_apposition,
)
from .report_tokens import Tokens, being
from .report_words import ADJECTIVES, CLAUSAL, INVERTS, MAYBE_NOUN, NOUNS, PAST, THIRD, VERB_FORMS, Manner

Position = Literal["initial", "medial", "final"]


@dataclass(slots=True)
class Report:
    """A report, in tokens; ranges include both ends. `frame` is the whole of who says so and the cue."""

    source: Range | None
    cue: Range
    said: list[Range]
    frame: Range
    position: Position
    manner: Manner
    verb: str
    quote: bool = False
    shared: bool = False
    via: Range | None = None


_LIGHT = frozenset(
    "make made makes making issue issued issuing express expressed expresses expressing voice voiced give gave"
    " deliver delivered have has had take took raise raised offer offered release released repeat repeated reiterated"
    " draw announced unveiled outlined get show showed shown reject rejected post posted".split()
)
_SURVEYS = frozenset("poll polls survey surveys study report polling".split())
_LINKS = frozenset(
    "remain remains remained remaining seem seems become becomes became feel feels felt grow grew look".split()
)
_STAND_ALONE = frozenset(
    "another some many most several both all few each others one two three four more half these those".split()
)
_MAKES = ("make", "makes", "made", "making")
_IN = frozenset("view words opinion eyes mind telling account estimation judgment statement".split())


def reports(t: Tokens) -> Iterator[Report]:
    """The reports of a text, in the order of their cues."""
    verbs, nouns, adjectives = VERB_FORMS, NOUNS, ADJECTIVES
    for at, word in enumerate(t.word):
        found: Report | None = None
        if word in verbs:
            if t.tag[at] == "word":
                found = _verb(t, at, word)
                if found is None and word in nouns:
                    found = _noun(t, at, word)
        elif word in nouns:
            found = _noun(t, at, word)
        elif word in adjectives:
            found = _adjective(t, at, word)
        elif word in _PHRASES:
            found = _PHRASES[word](t, at)
        if found and found.said:
            yield found


# ------------------------------------------------------------------------------------------------ verbs


def _verb(t: Tokens, at: int, word: str) -> Report | None:
    manner, base = VERB_FORMS[word]
    low = t.first[t.sentence[at]]
    first = group_start(t, at, low)
    if not _is_verb(t, at, word, first, low):
        return None
    after = t.word[at + 1] if at + 1 < len(t.word) else ""
    auxiliaries = [t.word[k] for k in range(first, at) if t.tag[k] == "aux"]
    if word in PAST and (after == "by" or (auxiliaries and being(auxiliaries[-1]))):
        if after == "as" and t.word[at + 2 : at + 3] == ["saying"]:
            who = subject(t, at)
            return _ahead(t, who, first, at + 2, "say", "say") if who else None
        return _passive(t, at, first, manner, base)
    if inverted := _inverted(t, at, base, first):
        return inverted
    if at == low and word in PAST:
        return None
    who = subject(t, at)
    if who is None or who.last >= at:
        return None
    if (
        not who.shared
        and t.word[who.last] not in ("who", "which", "that")
        and (found := behind(t, who.first, at, False, at))
    ):
        said, quote = found
        position: Position = "medial" if len(said) > 1 else "final"
        return Report((who.first, who.last), (at, at), said, (who.first, at), position, manner, base, quote)
    return _ahead(t, who, at, at, manner, base)


def _ahead(t: Tokens, who: Subject, at: int, last: int, manner: Manner, base: str) -> Report | None:
    said = ahead(t, last, base, clause=True)
    if said is None or said[1] < said[0]:
        return None
    quote = t.tag[said[0]] == "open"
    frame = (at if who.shared else min(who.first, at), said[0] - 1)
    return Report(
        (who.first, who.last), (at, last), [said], frame, "initial", manner, base, quote, who.shared
    )


def _is_verb(t: Tokens, at: int, word: str, first: int, low: int) -> bool:
    """Whether the form is a verb here, not a noun or an adjective."""
    if t.capital(at) and at > low and t.tag[at - 1] not in ("open", "to") and not _titled(t, at, low):
        return False
    before = t.tag[first - 1] if first > low else ""
    if before == "to" and first - 1 > low and t.word[first - 2] == "according":
        return False
    if t.word[at - 2 : at] == ["quoted", "as"]:
        return False
    if before in ("pro", "rel", "to") or (first < at and any(t.tag[k] == "aux" for k in range(first, at))):
        return True
    if (
        before == "det"
        and t.word[first - 1] in _STAND_ALONE
        and word not in MAYBE_NOUN
        and not (word.endswith("ed") and t.tag[at + 1 : at + 2] == ["word"])
    ):
        return True
    if before in ("det", "pos"):
        return first - 1 > low and t.word[first - 1] == "which" and t.tag[first - 2] in (",", "prep", "word")
    after = t.tag[at + 1] if at + 1 < len(t.tag) else "end"
    if word.endswith("ing"):
        return word not in MAYBE_NOUN or after in ("sub", "open", "to", ",", ":", "pro", "det")
    if before == "prep":
        return word in PAST and word not in MAYBE_NOUN
    if word not in MAYBE_NOUN:
        return True
    if t.word[at + 1 : at + 2] == ["that"]:
        return before != "" or True
    if first <= low or verblike(t, first - 1):
        return False
    phrase = phrase_before(t, first - 1, low)
    if (
        phrase
        and phrase[0] > low
        and (
            t.tag[phrase[0] - 1] == "prep"
            or (
                verblike(t, phrase[0] - 1)
                and VERB_FORMS.get(t.word[phrase[0] - 1], ("", ""))[1] not in CLAUSAL
            )
        )
    ):
        return False
    plural = t.word[first - 1].endswith("s") and not t.word[first - 1].endswith("ss")
    agrees = not plural or t.capital(first - 1) if word in THIRD else plural or before == "coo"
    if word in PAST and word not in THIRD:
        agrees = True
    return agrees and (after in ("det", "pro", "obj", "open", "to", "sub", "rel", ":") or _object(t, at))


def _object(t: Tokens, at: int) -> bool:
    """Whether a name or a preposition with its noun stands behind."""
    if at + 1 >= len(t.tag):
        return False
    return (t.tag[at + 1] == "word" and t.capital(at + 1)) or (
        t.tag[at + 1] == "prep" and t.word[at + 1] != "of" and t.tag[at - 1] == "word"
    )


def _titled(t: Tokens, at: int, low: int) -> bool:
    """Whether the words around begin with capitals too, as in a headline."""
    last = min(t.last[t.sentence[at]], low + 12)
    words = [k for k in range(low, last) if t.tag[k] == "word"]
    return len(words) > 2 and sum(t.capital(k) for k in words) > 0.7 * len(words)


def _passive(t: Tokens, at: int, first: int, manner: Manner, base: str) -> Report | None:
    """`was accused by X of fraud`; without "by" nobody is named."""
    end = sentence_end(t, at)
    source = None
    last = at
    for k in range(at + 1, min(end, at + 7)):
        if t.word[k] == "by":
            source = phrase_behind(t, k + 1, end)
            if source and base == "accuse":
                source = (
                    source[0],
                    next((m - 1 for m in range(source[0] + 1, source[1]) if t.word[m] == "of"), source[1]),
                )
            last = source[1] if source else at
            break
        if t.tag[k] not in ("prep", "date", "adv", "to", "aux", "word") or verblike(t, k):
            break
    return Report(source, (at, at), around(t, None, first, last), (first, last), "medial", manner, base)


def _inverted(t: Tokens, at: int, base: str, first: int) -> Report | None:
    """`…,” said X, a doctor.`"""
    if base not in INVERTS or first != at or at < 1 or t.word[at].endswith("ing"):
        return None
    end = t.last[t.sentence[at]]
    before = t.tag[at - 1]
    if before == "coo" and at > 1 and t.tag[at - 2] in (",", "close"):
        return None
    if before not in (",", "close", "end", "dash", "break") and at != t.first[t.sentence[at]]:
        return None
    if at >= end or t.tag[at + 1] not in ("word", "det", "pro"):
        return None
    who = phrase_behind(t, at + 1, end)
    if who is None:
        return None
    if t.tag[who[0]] == "det" and before == ",":
        pass
    if (
        before == ","
        and t.tag[at - 2] not in ("close", "end")
        and (
            any(verblike(t, k) for k in range(who[0], who[1] + 1))
            or (t.tag[who[1] + 1 : who[1] + 2] and t.tag[who[1] + 1] in ("aux", "word", "adv"))
        )
    ):
        return None
    who = with_apposition(t, who, end)
    if at == t.first[t.sentence[at]] and before != "close":
        said = ahead(t, who[1], base, clause=True)
        if t.tag[who[1] + 1 : who[1] + 2] not in ([":"], [","]) or said is None:
            return None
        return Report(
            who,
            (at, at),
            [said],
            (at, said[0] - 1),
            "initial",
            VERB_FORMS[t.word[at]][0],
            base,
            t.tag[said[0]] == "open",
        )
    found = behind(t, at, at, True, who[1])
    if not found:
        return None
    said_before, quote = found
    position: Position = "medial" if len(said_before) > 1 else "final"
    return Report(who, (at, at), said_before, (at, who[1]), position, VERB_FORMS[t.word[at]][0], base, quote)


# ------------------------------------------------------------------------------------- nouns and adjectives


def _noun(t: Tokens, at: int, word: str) -> Report | None:
    """`his claim that`, `a promise by X to`, `X issued a statement`."""
    end = sentence_end(t, at)
    if at >= end or t.tag[at] not in ("word",):
        return None
    low = t.first[t.sentence[at]]
    after, nextword = t.tag[at + 1], t.word[at + 1]
    source = owner(t, low, at)
    last = at
    shared = False
    if source and source[0] == source[1]:
        verb = next(
            (
                k
                for k in range(source[0] - 1, max(low, source[0] - 4) - 1, -1)
                if t.tag[k] not in ("prep", "adv")
            ),
            low,
        )
        who = subject(t, verb) if verblike(t, verb) and verb < source[0] else None
        if who:
            source, shared = (who.first, who.last), True
    if source is None and nextword in ("by", "from", "among") and at + 2 <= end:
        source = phrase_behind(t, at + 2, end)
        last = source[1] if source else at
        if last < end:
            after, nextword = t.tag[last + 1], t.word[last + 1]
    elif (
        source is None
        and nextword == "of"
        and word in ("view", "views", "opinion", "belief", "words", "opinions", "hopes", "fears")
        and at + 2 <= end
    ):
        source = phrase_behind(t, at + 2, end)
        last = source[1] if source else at
    if source is None:
        verb = _light(t, at, low)
        who = subject(t, verb) if verb is not None else None
        if who:
            source, shared = (who.first, who.last), True
        elif t.word[at + 1] != "that":
            return None
    if nextword not in (
        "that",
        "to",
        "of",
        "about",
        "for",
        "on",
        "over",
        "against",
        "with",
        "in",
        "as",
        ":",
    ) and after not in ("open", "rel", "sub"):
        if not (shared or source) or after in ("aux",):
            return None
    said = ahead(t, last, "noun", clause=False)
    if said is None:
        return None
    frame = (min(source[0], at) if source and not shared else at, max(last, said[0] - 1))
    return Report(
        source, (at, at), [said], frame, "initial", NOUNS[word], "noun", t.tag[said[0]] == "open", shared
    )


def _light(t: Tokens, noun: int, low: int) -> int | None:
    """The verb of "made the claim", "issued a statement"."""
    for k in range(noun - 1, max(low, noun - 6) - 1, -1):
        if t.word[k] in _LIGHT:
            return k
        if t.tag[k] not in ("word", "det", "adv", "coo", "pos"):
            return None
    return None


def _adjective(t: Tokens, at: int, word: str) -> Report | None:
    """`is confident that`, `was critical of`."""
    low, end = t.first[t.sentence[at]], sentence_end(t, at)
    first = group_start(t, at, low)
    if at >= end or not (
        any(being(t.word[k]) for k in range(first, at))
        or (first > low and t.word[first - 1] in (*_LINKS, *(_MAKES if word == "clear" else ())))
    ):
        return None
    if t.tag[at + 1] not in ("prep", "sub", "to"):
        return None
    who = subject(t, at if any(being(t.word[k]) for k in range(first, at)) else first - 1)
    if who is None:
        return None
    said = ahead(t, at, "be", clause=t.tag[at + 1] == "sub")
    if said is None:
        return None
    return Report(
        (who.first, who.last), (at, at), [said], (who.first, said[0] - 1), "initial", ADJECTIVES[word], "be"
    )


# ---------------------------------------------------------------------------------------------- set phrases


def _according(t: Tokens, at: int) -> Report | None:
    end = sentence_end(t, at)
    start = at + (2 if t.word[at + 1 : at + 2] == ["to"] else 1)
    if start > end or (t.word[at] == "according") == (start == at + 1):
        return None
    if start == at + 1 and (t.capital(at) or not (t.capital(start) or t.tag[start] == "det")):
        return None  # "per day", and Per as a name
    return _by_phrase(t, at, start, (at, start - 1), "according")


def _by_phrase(t: Tokens, at: int, start: int, cue: Range, verb: str) -> Report | None:
    """A phrase at either end of the sentence, or set into it: "according to X"."""
    low, end = t.first[t.sentence[at]], sentence_end(t, at)
    who = phrase_behind(t, start, end)
    if who is None:
        return None
    who = with_apposition(t, who, end) if at > low else who
    opens = (
        at == low
        or all(t.tag[k] in _BEFORE for k in range(max(low, at - 3), at))
        or t.tag[at - 1] in _CLAUSE_SIGNS
    )
    if opens:
        begin = who[1] + 1
        while begin < end and t.tag[begin] in (",",):
            begin += 1
        return (
            Report(who, cue, [(begin, end)], (at, begin - 1), "initial", "say", verb)
            if begin <= end
            else None
        )
    last = at - 1
    while last > low and t.tag[last] in (",", "dash"):
        last -= 1
    said = [(low, last)]
    if who[1] + 1 < end and t.tag[who[1] + 1] == "," and not _aside(t, who[1] + 2):
        said.append((who[1] + 2, end))
    position: Position = "medial" if len(said) > 1 else "final"
    return Report(who, cue, said, (last + 1, who[1]), position, "say", verb, t.tag[last] == "close")


_BEFORE = frozenset(("open", "coo", "adv", "break"))
_CLAUSE_SIGNS = frozenset((":", ";", "coo", "sub", "open"))


def _aside(t: Tokens, at: int) -> bool:
    """Whether what begins here hangs on what stands before it: ", citing …", ", which …"."""
    return t.word[at].endswith("ing") or t.tag[at] == "rel" or t.word[at] in ("which", "whose")


def _in(t: Tokens, at: int) -> Report | None:
    """`in X's view`, `in the words of X`, `in a poll by X`."""
    end = sentence_end(t, at)
    for k in range(at + 1, min(end, at + 8)):
        if t.word[k] in _SURVEYS and all(
            x in ("break", "open", "coo") for x in t.tag[t.first[t.sentence[at]] : at]
        ):
            return _by_phrase(t, at, at + 1, (at, at), "according")
        if t.word[k] in _IN:
            if t.word[k + 1] == "of" and t.word[k - 1] == "the":
                return _by_phrase(t, at, k + 2, (at, k + 1), "according")
            if own := owner(t, at + 1, k):
                if own[0] > at and (t.tag[k + 1] == "," or t.tag[at - 1 : at] == [","]):
                    found = _by_phrase(t, at, k, (k, k), "according")
                    if found:
                        found.source = own
                    return found
            return None
        if t.tag[k] not in ("word", "det", "pos"):
            return None
    return None


_PHRASES: dict[str, Callable[[Tokens, int], Report | None]] = {
    "according": _according,
    "per": _according,
    "in": _in,
}
