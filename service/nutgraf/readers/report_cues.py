"""Tokens in, the reports that a single cue carries out."""

from collections.abc import Iterator

from .report_contents import ahead, around, behind, sentence_end
from .report_groups import group_start, verblike
from .report_nouns import by_adjective, by_noun
from .report_parts import Position, Report
from .report_phrases import phrase_before, phrase_behind, with_apposition
from .report_set_phrases import SET_PHRASES
from .report_subjects import subject
from .report_tokens import Subject, Tokens, being
from .report_words import (
    ADJECTIVES,
    CLAUSAL,
    INVERTS,
    MAYBE_NOUN,
    MOVES,
    NOUNS,
    PAST,
    THIRD,
    VERB_FORMS,
    Manner,
)

_STAND_ALONE = frozenset(
    "another some many most several both all few each others one two three four more half these those".split()
)
"""Determiners that are subjects of their own: "another said"."""


def reports(t: Tokens) -> Iterator[Report]:
    """The reports of a text, in the order of their cues."""
    verbs, nouns, adjectives = VERB_FORMS, NOUNS, ADJECTIVES
    for at, word in enumerate(t.word):
        found: Report | None = None
        if word in verbs:
            if t.tag[at] == "word":
                found = _verb(t, at, word)
                if found is None and word in nouns:
                    found = by_noun(t, at, word)
                if (found is None or found.source is None) and word in adjectives:
                    found = by_adjective(t, at, word) or found
        elif word in nouns:
            found = by_noun(t, at, word)
        elif word in adjectives:
            found = by_adjective(t, at, word)
        elif word in SET_PHRASES:
            found = SET_PHRASES[word](t, at)
        if found and found.said:
            yield found


def _verb(t: Tokens, at: int, word: str) -> Report | None:
    manner, base = VERB_FORMS[word]
    low = t.first[t.sentence[at]]
    first = group_start(t, at, low)
    if not _is_verb(t, at, word, first, low):
        return None
    after = t.word[at + 1] if at + 1 < len(t.word) else ""
    if base == "call" and after in ("for", "on"):
        base = f"call {after}"
    auxiliaries = [t.word[k] for k in range(first, at) if t.tag[k] == "aux"]
    if word in PAST and (after == "by" or (auxiliaries and being(auxiliaries[-1]))):
        if after == "as" and t.word[at + 2 : at + 3] == ["saying"]:
            who = subject(t, at)
            return _ahead(t, who, first, at + 2, "say", "say") if who else None
        return _passive(t, at, first, manner, base)
    if base in MOVES:
        return _moved(t, at, manner, base)
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


def _moved(t: Tokens, at: int, manner: Manner, base: str) -> Report | None:
    """`the vote angered the farmers`: what is felt stands first, who feels it behind the verb."""
    what, end = subject(t, at), sentence_end(t, at)
    source = phrase_behind(t, at + 1, end) if at < end and t.tag[at + 1] != "open" else None
    if what is None or source is None or what.last >= at:
        return None
    said = (what.first, what.last)
    return Report(source, (at, at), [said], (at, source[1]), "final", manner, base)


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
        return False
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
    head = _head(t, *phrase) if phrase else first - 1
    plural = t.word[head].endswith("s") and not t.word[head].endswith("ss")
    agrees = not plural or t.capital(head) if word in THIRD else plural or before == "coo"
    if word in PAST and word not in THIRD:
        agrees = True
    return agrees and (after in ("det", "pro", "obj", "open", "to", "sub", "rel", ":") or _object(t, at))


def _head(t: Tokens, first: int, last: int) -> int:
    """The head of a noun phrase: "survey" in "a survey of nurses"."""
    return next((k - 1 for k in range(first + 1, last) if t.tag[k] == "prep"), last)


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
    return Report(source, (at, at), around(t, first, last), (first, last), "medial", manner, base)


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
