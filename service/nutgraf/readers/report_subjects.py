"""Who does it: tokens and the place of a verb in, the noun phrase that is its subject out.

No grammar is built. The subject is read from the verb to the left, over adverbs, appositions and relative clauses,
to the last boundary; it is taken over from another verb for "and said", ", saying" and "declined to say".
"""

from dataclasses import dataclass

from .report_tokens import Tokens
from .report_words import CLAUSAL, OBJECT_RULES, OTHER_VERBS, VERB_FORMS, MAYBE_NOUN

Range = tuple[int, int]

_ENDS = frozenset((",", "end", "open", "break", ";", "dash", "close"))
_SELVES = frozenset(("himself", "herself", "itself", "themselves"))
_LONGEST = 36
_NEAR = 60
_DEEPEST = 4
_STOPS = frozenset((":", ";", "end", "break", "dash", "open", "close", "(", ")", ",", "sub", "aux", "to"))


@dataclass(frozen=True, slots=True)
class Subject:
    """The tokens of a subject, both ends included, and the first token of its verb group.

    `shared` says that it was taken over from another verb.
    """

    first: int
    last: int
    group: int
    shared: bool = False


def verblike(t: Tokens, at: int) -> bool:
    """Whether a token looks like a finite verb or a participle."""
    if t.tag[at] == "aux":
        return True
    word = t.word[at]
    if t.tag[at] != "word" or (t.capital(at) and at and t.sentence[at - 1] == t.sentence[at]):
        return False
    if word in OTHER_VERBS:
        return True
    if word in VERB_FORMS:
        if word in MAYBE_NOUN and not word.endswith("ed"):
            return _acts(t, at)
        return not _qualifies(t, at)
    return (
        len(word) > 4
        and word.endswith("ed")
        and not _qualifies(t, at)
        and (at == 0 or t.tag[at - 1] != "prep")
    )


def _qualifies(t: Tokens, at: int) -> bool:
    """Whether a participle stands before its noun: "the newly elected mayor"."""
    at -= at > 1 and t.tag[at - 1] == "adv"
    return at > 0 and t.tag[at - 1] in ("det", "pos")


def _acts(t: Tokens, at: int) -> bool:
    """Whether a form that may be a noun is a verb here."""
    before = t.tag[at - 1] if at else "end"
    while before == "adv" and at > 1:
        at -= 1
        before = t.tag[at - 1]
    return before in ("pro", "rel", "aux", "to")


def group_start(t: Tokens, verb: int, low: int) -> int:
    """The first token of the verb group: before it stand auxiliaries, adverbs and dates."""
    at = verb
    while at > low:
        tag, word = t.tag[at - 1], t.word[at - 1]
        if (
            tag in ("aux", "adv")
            or (word in _SELVES and at - 1 > low)
            or (word == "since" and at - 1 > low and t.tag[at - 2] == "aux")
            or (word in ("both", "all", "each") and at - 1 > low)
        ):
            at -= 1
        elif tag == "date" and at - 1 > low and t.tag[at - 2] in ("prep", "date", "det", "word", "pro"):
            back = at - 1
            while back > low and (
                t.tag[back - 1] == "date" or t.word[back - 1] in ("last", "this", "late", "early")
            ):
                back -= 1
            if back > low and t.tag[back - 1] == "prep":
                back -= 1
            if back <= low:
                break
            at = back
        else:
            break
    return at


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
    if found is None:
        return _taken_over(t, at, low, start, depth, verb) if tag in ("sub", "prep") and False else None
    return Subject(*found, start)


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
        if k + 1 <= at and t.tag[k] == "aux" and t.tag[k + 1] in ("word", "adv", "aux") and k + 1 < verb:
            pass
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
    manner, base = VERB_FORMS.get(t.word[at], ("", ""))
    return base in CLAUSAL or (manner in ("claim", "ask", "say") and not t.word[at].endswith("ing"))


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
                _names(t, opened + 1)
                and t.tag[opened + 1] != "rel"
                and t.word[opened + 1] not in ("which", "whose")
            )
            whole = found[0], last if named or t.tag[at] == ")" else found[1]
            if found[0] <= low or t.tag[found[0] - 1] in ("sub", "coo", "open", "break", "close", ":"):
                return whole
            nearest = nearest or whole
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


def _names(t: Tokens, at: int) -> bool:
    """Whether an insertion that begins here names or describes: an apposition or a relative clause."""
    tag, word = t.tag[at], t.word[at]
    return (
        tag in ("det", "rel")
        or word in ("which", "whose")
        or t.capital(at)
        or word.isdigit()
        or (tag == "word" and not word.endswith("ing") and not word.endswith("ed"))
    )


def phrase_before(t: Tokens, at: int, low: int) -> Range | None:
    """The noun phrase that ends at a token, read to the left."""
    if at < low or (verblike(t, at) and t.word[at] not in MAYBE_NOUN):
        return None
    k = at
    attached = -1  # the preposition that what was read so far hangs on
    head = -1
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
            if k < at or head < 0:
                head = k
            if k < at and verblike(t, k) and (k == low or t.tag[k - 1] not in ("det", "pos")):
                if attached < 0 or attached > k + 6 or not (word.endswith("ed") or word.endswith("ing")):
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
    if (
        k > low
        and t.tag[k] == "rel"
        or (k > low and t.word[k] == "that" and t.tag[k - 1] == "word" and not verblike(t, k - 1))
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
    while at < high and t.tag[at] == "," and _names(t, at + 1) and not _cites(t, at + 1):
        k = at + 1
        while k <= high and t.tag[k] not in _ENDS:
            k += 1
        if t.tag[at + 1] != "rel" and k - 1 > at + 1 and verblike(t, k - 1) and not verblike(t, at + 1):
            break  # "according to the mayor, police said"
        found = (found[0], k - 1)
        at = k
    return found


def _cites(t: Tokens, at: int) -> bool:
    """Whether "which cited" begins here."""
    return any(word.startswith(("cite", "citing", "quote", "quoting")) for word in t.word[at : at + 2])
