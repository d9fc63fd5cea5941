"""Who does it: tokens and the place of a verb in, the noun phrase that is its subject out.

No grammar is built. The subject is read from the verb to the left, over adverbs, appositions and relative clauses,
to the last boundary; it is taken over from another verb for "and said", ", saying" and "declined to say".
"""

from .report_groups import group_start, verblike
from .report_phrases import Range, names, owner, phrase_before
from .report_tokens import Subject, Tokens
from .report_words import FORMS, MAYBE_NOUN, OBJECT_RULES, VERB_FORMS

_NEAR = 60
_DEEPEST = 4
"""From how many verbs in a row a subject may be taken over."""


def subject(t: Tokens, verb: int, depth: int = 0) -> Subject | None:
    """The subject of the verb, or None where none is found."""
    if (verb, depth) not in t.subjects:
        t.subjects[verb, depth] = _subject(t, verb, depth)
    return t.subjects[verb, depth]


def _subject(t: Tokens, verb: int, depth: int) -> Subject | None:
    low = max(t.first[t.sentence[verb]], verb - 120)
    if t.quote[verb] >= 0 and t.tag[verb] != "open":
        low = max(low, t.quotes[t.quote[verb]][0] + 1)
    start = group_start(t, verb, low)
    at = start - 1
    ing = t.word[verb].endswith("ing")
    progressive = ing and any(t.tag[k] == "aux" for k in range(start, verb))
    if at < low:
        return _behind_comma(t, verb, start, depth) if ing and not progressive else None
    tag, word = t.tag[at], t.word[at]
    if tag == "to":
        return _of_infinitive(t, at, low, depth)
    if tag == "rel" or (word in ("that", "which") and start <= verb and at > low):
        return Subject(at, at, start)
    if tag in ("pro", "obj") and (at == low or t.word[at - 1] not in ("of", "for", "with")):
        return Subject(at, at, start)
    if ing and not progressive and verblike(t, at) and tag != "aux":
        return _taken_over(t, at, low, start, depth, verb)
    if ing and not progressive and word == "that":
        return None
    if ing and not progressive and tag in ("prep", ",", "sub", "close", "dash", "coo", ")"):
        return _taken_over(t, at, low, start, depth, verb) or _behind_comma(t, verb, start, depth)
    if tag == "coo":
        return _taken_over(t, at, low, start, depth, verb)
    if tag in (",", ")", "dash", "close"):
        found = _over_insertion(t, at, low)
        if found:
            return Subject(*found, start)
        return _taken_over(t, at, low, start, depth, verb)
    found = phrase_before(t, at, low)
    return Subject(*found, start) if found else None


def _taken_over(t: Tokens, at: int, low: int, start: int, depth: int, verb: int) -> Subject | None:
    """The subject of the verb before: of "and said", ", saying", "after saying"."""
    if depth >= _DEEPEST:
        return None
    ing = t.word[verb].endswith("ing")
    quote = t.quote[verb]
    verbs = [k for k in range(at, max(low, at - _NEAR) - 1, -1) if t.quote[k] == quote and verblike(t, k)]
    verbs.sort(key=lambda k: (not _parallel(t, k, at), not _reports(t, k)))
    for k in verbs:
        if (
            ing
            and (t.word[k].endswith("ing") and not (k and t.tag[k - 1] == "aux"))
            and not _parallel(t, k, at)
        ):
            continue
        if found := subject(t, k, depth + 1):
            if (
                t.word[found.first] in ("it", "there", *(("that", "which") if ing else ()))
                and found.first == found.last
            ):
                continue
            return Subject(found.first, found.last, start, shared=True)
    if ing and t.tag[at] == ",":
        found2 = phrase_before(t, at - 1, low) if at > low else None
        return Subject(*found2, start) if found2 else None
    return None


def _parallel(t: Tokens, verb: int, joint: int) -> bool:
    """Whether ", noting A" stands before the "and" of "and suggesting B"."""
    return t.tag[joint] == "coo" and verb > 0 and t.tag[verb - 1] == "," and t.word[verb].endswith("ing")


def _reports(t: Tokens, at: int) -> bool:
    """Whether a verb has a whole clause behind it, so that what follows may still be its subject's."""
    return t.word[at] in FORMS and not t.word[at].endswith("ing")


def _behind_comma(t: Tokens, verb: int, start: int, depth: int) -> Subject | None:
    """The subject of an opening participle: "Citing the cost, the mayor …"."""
    if depth >= _DEEPEST:
        return None
    stop = min(t.last[t.sentence[verb]], verb + _NEAR)
    for k in range(verb + 1, stop):
        if t.tag[k] == "," and t.quote[k] == t.quote[verb]:
            for m in range(k + 1, min(stop + 1, k + 16)):
                if verblike(t, m):
                    found = subject(t, m, _DEEPEST)
                    if found and found.first > k:
                        return Subject(found.first, found.last, start, shared=True)
                    break
    return None


def _of_infinitive(t: Tokens, to: int, low: int, depth: int) -> Subject | None:
    """The subject of "to say": the object or the subject of the verb that governs it."""
    if depth >= _DEEPEST:
        return None
    wished = phrase_before(t, to - 1, low)
    if wished and wished[0] > low and t.word[wished[0] - 1] == "for":
        return Subject(*wished, to)
    if t.tag[to - 1] == "obj" and to - 2 > low and t.word[to - 2] == "for":
        return Subject(to - 1, to - 1, to)
    for k in range(to - 1, max(low, to - 14) - 1, -1):
        word = t.word[k]
        if t.tag[k] in (";", ":", "close", "open", "end", "sub", "rel") and word not in ("so", "as"):
            break
        if not verblike(t, k) and word not in VERB_FORMS:
            continue
        if t.tag[k] == "to" or (word in MAYBE_NOUN and k and t.tag[k - 1] in ("det", "pos")):
            continue
        base = VERB_FORMS.get(word, ("", word))[1]
        if base in OBJECT_RULES and to - k > 1:
            found = phrase_before(t, to - 1, k + 1)
            if found:
                return Subject(*found, to)
        inner = subject(t, k, depth + 1)
        return Subject(inner.first, inner.last, to, shared=True) if inner else None
    found = phrase_before(t, to - 1, low) if t.tag[to - 1] == "word" else None
    if found and (owned := owner(t, found[0], found[1] + 1)):
        return Subject(*owned, to)
    return None


def _over_insertion(t: Tokens, at: int, low: int) -> Range | None:
    """The noun phrase before an insertion: "Lena Brandt, 41, the mayor, said", "Ode (left) said"."""
    last = at - (t.tag[at] == ",")
    opened = at
    nearest: Range | None = None
    for _ in range(6):
        opened = _opening(t, opened, low)
        if opened <= low:
            break
        found = phrase_before(t, opened - 1, low)
        if found:
            named = (
                names(t, opened + 1)
                and t.tag[opened + 1] != "rel"
                and t.word[opened + 1] not in ("which", "whose")
            )
            whole = found[0], last if named or t.tag[at] == ")" else found[1]
            if found[0] <= low or t.tag[found[0] - 1] in ("sub", "coo", "open", "break", "close", ":"):
                return whole
            if nearest is None or t.word[nearest[0]].isdigit():
                nearest = whole  # "On Monday, Lena Brandt, 41, a nurse, said"
        if t.tag[opened] != ",":
            break
    return nearest


def _opening(t: Tokens, at: int, low: int) -> int:
    """The sign that opens the insertion that the sign at `at` closes; `low` where none does."""
    pair = {")": "(", ",": ",", "dash": "dash", "close": "open"}[t.tag[at]]
    k = at - 1
    if t.tag[at] == "," and k > low and t.tag[k] == "close":
        k = max(low, t.quotes[t.quote[k]][0] - 1) if t.quote[k] >= 0 else k
    while k > low and at - k < _NEAR:
        if t.tag[k] == pair:
            return k
        if t.tag[k] == ")":
            while k > low and t.tag[k] != "(":
                k -= 1
        k -= 1
    return low
