"""A place in, the noun phrase that ends or begins there out, with its apposition; and who owns a noun.

Read to the left, a phrase ends at a verb, a sign or a conjunction that joins clauses, not names.
"""

from .report_groups import group_start, verblike
from .report_tokens import Tokens
from .report_words import CLAUSAL, MAYBE_NOUN, VERB_FORMS

Range = tuple[int, int]
"""Tokens, both ends included."""

_ENDS = frozenset((",", "end", "open", "break", ";", "dash", "close"))
_LONGEST = 36
_NEAR = 60


def phrase_before(t: Tokens, at: int, low: int) -> Range | None:
    """The noun phrase that ends at a token, read to the left."""
    if at < low or (verblike(t, at) and t.word[at] not in MAYBE_NOUN):
        return None
    k = at
    attached = -1  # the preposition that what was read so far hangs on
    while k >= low and at - k < _LONGEST:
        tag, word = t.tag[k], t.word[k]
        if tag in ("pos", "det", "date"):
            pass
        elif tag == "prep" or (
            tag == "to"
            and k < at
            and (t.tag[k + 1] in ("det", "pos") or t.capital(k + 1) or t.word[k + 1] not in VERB_FORMS)
        ):
            attached = k
        elif tag in ("pro", "obj"):
            if k < at and attached != k + 1:
                break
        elif tag == "word":
            if k < at and verblike(t, k) and (k == low or t.tag[k - 1] not in ("det", "pos")):
                reduced = word.endswith(("ed", "ing")) and k < attached <= k + 6
                if not reduced:
                    start = _relative(t, k, low, word)
                    return (start, at) if start is not None else _trimmed(t, k + 1, at)
        elif tag == "adv":
            if k == low or t.tag[k - 1] not in ("det", "word", "adv") or attached == k + 1:
                break
        elif tag == "coo" and word in ("and", "or"):
            if k == at or not _joins(t, k, low):
                break
        elif tag == "," and k > low and k < at and _listed(t, k, low):
            pass
        elif tag == "aux" and k < at:
            start = _relative(t, k, low, word)
            return (start, at) if start is not None else _trimmed(t, k + 1, at)
        elif tag == "rel" and attached == k + 1:
            return k, k
        elif word in ("&", "/", "-", "@", "#", "*"):
            pass
        elif tag == ")" and k > low and k < at + 1:
            while k > low and t.tag[k] != "(":
                k -= 1
        else:
            break
        k -= 1
    return _trimmed(t, k + 1, at)


def _relative(t: Tokens, verb: int, low: int, word: str) -> int | None:
    """Where "people who know Ode" begins, for the verb inside it; None where the verb is no relative clause's."""
    if VERB_FORMS.get(word, ("", ""))[1] in CLAUSAL:
        return None
    k = group_start(t, verb, low) - 1
    if (k > low and t.tag[k] == "rel") or (
        k > low and t.word[k] == "that" and t.tag[k - 1] == "word" and not verblike(t, k - 1)
    ):
        found = phrase_before(t, k - 1, low)
        return found[0] if found else None
    return None


def _joins(t: Tokens, k: int, low: int) -> bool:
    """Whether an "and" joins two noun phrases, not two clauses."""
    if k <= low or t.tag[k - 1] not in ("word", "pos", ")", "date", ","):
        return False
    if t.tag[k - 1] == ",":
        return _listed(t, k - 1, low)
    for j in range(k - 1, max(low, k - 12) - 1, -1):
        if t.tag[j] in (",", "sub", "open", "break", "close", ":", "dash", "end"):
            whole = t.tag[j] in ("sub", "open", "close", "break", ":") or t.tag[j + 1] == "det"
            return whole or j + 1 == k - 1 or t.capital(j + 1)
        if verblike(t, j) and j < k - 1:
            return t.capital(k - 1) and t.capital(k + 1) and all(t.capital(m) for m in range(j + 1, k))
        if t.tag[j] in ("pro", "prep", "rel") and j < k - 1:
            return t.tag[j] == "prep" and t.capital(k - 1) and t.capital(k + 1)
    return True


def _listed(t: Tokens, k: int, low: int) -> bool:
    """Whether a comma stands in a list of names: "Lund, Ode and Brandt"."""
    return (
        t.tag[k - 1] == "word"
        and t.capital(k - 1)
        and (
            t.capital(k + 1) and any(t.word[j] in ("and", "or") for j in range(k + 1, min(k + 6, len(t.tag))))
        )
        and k - 1 > low
    )


def _trimmed(t: Tokens, first: int, last: int) -> Range | None:
    """Without the adverbs and adverbial phrases that open it."""
    while first <= last and t.tag[first] in ("adv", "coo", ",", "date", "/") and first < last:
        first += 1
    if first <= last and t.tag[first] == "prep" and t.word[first] not in ("more", "over", "about"):
        cut = _after_phrase(t, first, last)
        if (
            cut is None
            and t.word[first] != "with"
            and (first == last or t.tag[first + 1] in ("det", "pro", "obj"))
        ):
            return None
        first = first + 1 if cut is None else cut
    while last >= first and t.tag[last] in ("prep", "coo", "adv", ","):
        last -= 1
    if first > last or not any(t.tag[k] in ("word", "pro", "obj", "det") for k in range(first, last + 1)):
        return None
    return first, last


def _after_phrase(t: Tokens, first: int, last: int) -> int | None:
    """Where the subject begins behind an opening "In a speech": its determiner, pronoun or capital letters."""
    for k in range(last, first + 1, -1):
        if t.tag[k] == "det" and t.tag[k - 1] not in ("prep", "det"):
            return k
    k = last
    while k > first and t.capital(k):
        k -= 1
    return k + 1 if k < last and k > first and t.tag[k] != "prep" else None


def owner(t: Tokens, low: int, noun: int) -> Range | None:
    """Who owns a noun: "his plan", "the mayor's long-held belief"."""
    for k in range(noun - 1, max(low, noun - 6) - 1, -1):
        tag, word = t.tag[k], t.word[k]
        if tag == "pos":
            found = phrase_before(t, k - 1, max(t.first[t.sentence[k]], k - 20))
            if found is None:
                return None
            return max((m + 1 for m in range(found[0], k - 1) if t.tag[m] == "prep"), default=found[0]), k
        if word in ("his", "her", "its", "their", "our", "my", "your", "whose"):
            return k, k
        if tag not in ("word", "adv", "det", ","):
            return None
    return None


def phrase_behind(t: Tokens, at: int, high: int) -> Range | None:
    """The noun phrase that begins at a token, with the apposition behind it, read to the right."""
    k = at
    high = min(high, at + _LONGEST)
    while k <= high:
        tag, word = t.tag[k], t.word[k]
        if tag == "open" and k == at and t.quote[k] >= 0:
            k = min(t.quotes[t.quote[k]][1], high)
        elif word == "than" and t.word[k - 1] in ("more", "less", "fewer", "other"):
            pass
        elif tag in ("word", "det", "pos", "adv"):
            if (
                k > at
                and tag == "word"
                and t.tag[k - 1] not in ("det", "pos", "prep")
                and word.endswith("ing")
                and not t.capital(k)
            ):
                break
        elif tag in ("pro", "obj"):
            k += k == at
            break
        elif tag == "date" and k > at and t.tag[k - 1] not in ("pos", "det"):
            break
        elif tag == "prep":
            if k == at or word in ("during", "on", "after", "at") or (k < high and t.tag[k + 1] == "date"):
                break
        elif word in ("&", "/", "and") and k > at and k < high:
            if word == "and" and not (t.tag[k + 1] in ("word", "det") and not verblike(t, k + 1)):
                break
        elif tag == "(" and k > at:
            while k < high and t.tag[k] != ")":
                k += 1
        elif tag != "date":
            break
        k += 1
    last = k - 1
    while last >= at and t.tag[last] in ("prep", "adv", "coo", "det") and last > at:
        last -= 1
    return (
        (at, last)
        if last >= at and t.tag[at] in ("word", "det", "pro", "obj", "adv", "date", "open")
        else None
    )


def with_apposition(t: Tokens, found: Range, high: int) -> Range:
    """The phrase with the apposition or relative clause behind its comma: "said Ines Roth, a doctor"."""
    high = min(high, found[1] + _NEAR)
    at = found[1] + 1
    if at < high and t.tag[at] == "rel":
        while at <= high and t.tag[at] not in _ENDS:
            at += 1
        found = (found[0], at - 1)
    while at < high and t.tag[at] == "," and names(t, at + 1) and not _cites(t, at + 1):
        k = at + 1
        while k <= high and t.tag[k] not in _ENDS:
            k += 1
        if t.tag[at + 1] != "rel" and k - 1 > at + 1 and verblike(t, k - 1) and not verblike(t, at + 1):
            break  # "according to the mayor, police said"
        found = (found[0], k - 1)
        at = k
    return found


def names(t: Tokens, at: int) -> bool:
    """Whether an insertion that begins here names or describes: an apposition or a relative clause."""
    tag, word = t.tag[at], t.word[at]
    return (
        tag in ("det", "rel")
        or word in ("which", "whose")
        or t.capital(at)
        or word.isdigit()
        or (tag == "word" and not word.endswith("ing") and not word.endswith("ed"))
    )


def _cites(t: Tokens, at: int) -> bool:
    """Whether "which cited" begins here."""
    return any(word.startswith(("cite", "citing", "quote", "quoting")) for word in t.word[at : at + 2])
