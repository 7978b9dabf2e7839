"""Who stands beside a cue: the noun phrase that is its subject, without a parse.

Indices are of words of one Sentence, both ends included. Every walk is bounded,
so a sentence of any length costs the same a cue.
"""

from __future__ import annotations

from claims.extraction.quotes.cues import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BREAKS,
    CONTRACTED,
    DETERMINERS,
    IRREGULAR,
    MONTHS,
    NEGATIONS,
    OCCASIONS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)
from claims.extraction.quotes.noun_phrases import LONGEST, phrase_end, phrase_ending
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import DASHES, Range
from claims.extraction.quotes.set_off import before_apposition
from claims.extraction.speakers.can_speak import is_document

_NO_NAME = DETERMINERS | BREAKS | PREPOSITIONS | ADVERBS | TIMES | frozenset(MONTHS)

_NO_SUBJECT = BREAKS | PREPOSITIONS | TIMES | ADVERBS | {"of", "nothing", "something", "so"}
# What whoever speaks in a document has done with it.
_MADE = frozenset(
    "wrote delivered gave issued published released signed sent filed posted penned made".split()
)
CONTRACTED_BE = ("'s", "\u2019s", "'re", "\u2019re", "'m", "\u2019m")


def before(s: Sentence, cue: int) -> Range | None:
    """The subject that ends left of a cue: `Vega`, `Vega, the mayor,`, `officials in Halden County`."""
    at = skip_back(s, cue - 1)
    if at is None or at < 0:
        return None
    if s.words[at] == ")":
        at = _opening(s, at) - 1
        if at < 0:
            return None
    if s.words[at] == "," or s.words[at] in DASHES:
        return before_apposition(s, at)
    return phrase_ending(s, at)


def after(s: Sentence, cue: int) -> Range | None:
    """The subject of an inverted tag: `said Vega`, `said Ines Carrow, a spokeswoman`."""
    first = cue + 1
    if first >= len(s) or first in s.pieces:
        return None
    if s.low[first] in PRONOUNS:
        return first, first
    if not (s.is_name(first) or s.low[first] in DETERMINERS or s.low[first].isalpha()):
        return None
    if s.low[first] in _NO_SUBJECT:
        return None
    last = phrase_end(s, first)
    return None if s.low[last] in DETERMINERS - PLURALS else (first, last)


def whose_document(s: Sentence, first: int, last: int) -> Range | None:
    """`Ada Brask` of `a speech Ada Brask delivered`; who only received it did not say it."""
    last = min(last, first + LONGEST)
    names = (i for i in range(first + 1, last + 1) if s.is_name(i) and not s.is_name(i - 1))
    begin = next((i for i in names if is_document(s.words[i - 1 : i])), None)
    if begin is None or s.low[begin] in TIMES:
        return None
    end = begin
    while end < last and s.is_name(end + 1):
        end += 1
    made = end < len(s) - 1 and s.low[end + 1] in _MADE
    return (begin, end) if made else None


def apposed_name(s: Sentence, subject: Range) -> Range | None:
    """The name behind a role: `said her predecessor, Carl Osei.`, `according to the coach, Marisol Vega,`."""
    if s.is_name(subject[1]) or s.words[subject[1] + 1 : subject[1] + 2] != [","]:
        return None
    first = last = subject[1] + 2
    while last < len(s) and s.is_name(last):
        last += 1
    ends = last >= len(s) or s.words[last] in (",", ".")
    return (first, last - 1) if ends and last - first >= 2 else None


def of_sentence(s: Sentence, before_word: int) -> Range | None:
    """The subject of the main clause, for `..., saying`: the first name or pronoun of the sentence."""
    at = 0
    if s.low[0] in PREPOSITIONS or s.low[0] in BREAKS:
        comma = next((i for i in range(min(len(s), LONGEST)) if s.words[i] == ","), None)
        if comma is not None and comma < before_word:
            at = comma + 1
    return _common_subject(s, at, before_word) or _first_name(s, at, before_word)


def _common_subject(s: Sentence, at: int, before_word: int) -> Range | None:
    """`the justice sounded off`: an article, nouns, a verb."""
    if s.low[at] not in ARTICLES:
        return None
    verb = next((i for i in range(at + 2, min(before_word, at + 6)) if _is_past(s, i)), None)
    if verb is None:
        return None
    tail = next((i for i in range(at + 2, verb) if s.low[i] in PREPOSITIONS or s.low[i] in TIMES), verb)
    return at, tail - 1  # "the justice on Tuesday sounded off"


def _first_name(s: Sentence, at: int, before_word: int) -> Range | None:
    for i in range(at, min(before_word, at + 12)):
        if s.low[i] in PRONOUNS and s.low[i] != "i":
            return i, i
        if s.words[i] == "," or i in s.pieces:
            return None
        small = s.low[i] in _NO_NAME or s.low[i].endswith("ly")
        named = s.is_name(i) and not small
        if named:
            last = i
            while last + 1 < before_word and s.is_name(last + 1):
                last += 1
            return i, last
        if s.low[i] in AUXILIARIES and i > at:
            return at, i - 1
    return None


def _is_past(s: Sentence, at: int) -> bool:
    low = s.low[at]
    return low in IRREGULAR or low in AUXILIARIES or (low.endswith("ed") and s.words[at].islower())


def skip_back(s: Sentence, at: int) -> int | None:
    """Left over auxiliaries, adverbs and times; None where a negation denies the speech."""
    for _ in range(10):
        if at < 0:
            return at
        low = s.low[at]
        if low in NEGATIONS or low.endswith(CONTRACTED):
            return None
        if low in TIMES and low not in ADVERBS:
            at = _before_time(s, at)
            continue
        if low in PLURALS and (at == 0 or s.low[at - 1] in ("and", "but", ",")):
            return at  # "And both said"
        is_adverb = low in ADVERBS or (low.endswith("ly") and s.words[at][0].islower())
        if low in AUXILIARIES or is_adverb:
            at -= 1
            continue
        if low in OCCASIONS and s.words[at][0].islower():
            past = _before_occasion(s, at)
            if past != at:
                at = past
                continue
        return at
    return at


def _before_time(s: Sentence, at: int) -> int:
    at -= 1
    while at >= 0 and (s.low[at] in TIMES or s.low[at] in ("on", "last", "this", "in", "the", "a", "next")):
        at -= 1
    return at


def _before_occasion(s: Sentence, at: int) -> int:
    for back in range(at - 1, max(-1, at - 5), -1):
        if s.low[back] in ("in", "during", "at", "via", "through"):
            return back - 1
        if s.words[back] == "," or s.low[back] in BREAKS:
            break
    return at


def _opening(s: Sentence, at: int) -> int:
    for back in range(at - 1, max(-1, at - 15), -1):
        if s.words[back] == "(":
            return back
    return at
