"""Where a noun phrase begins and ends beside a cue, without a parse.

Indices are of words of one Sentence, both ends included; every walk is bounded.
"""

from __future__ import annotations

from claims.extraction.quotes.cues import (
    ADVERBS,
    ARTICLES,
    BREAKS,
    CONTRACTED,
    CUES,
    DETERMINERS,
    MONTHS,
    NEGATIONS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIMES,
    Form,
)
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import Range
from claims.extraction.speakers.can_speak import may_speak

_BEFORE_ARTICLE = frozenset("of and & all both half to".split())
# In -ly, and no adverbs.
_NOUNS_IN_LY = frozenset("family daily weekly monthly elderly assembly ally supply early".split())
# Words. A longer subject is two misread ones.
LONGEST = 25


def phrase_ending(s: Sentence, at: int) -> Range | None:
    """The noun phrase whose last word is at `at`."""
    low = s.low[at]
    if at in s.pieces or not (low[0].isalnum()) or low.endswith(("'s", "\u2019s")):
        return None
    if low.endswith("ly") and s.words[at][0].islower() and len(low) > 4:
        return None
    if low in RELATIVES:
        return _antecedent(s, at)
    if low in PRONOUNS:
        return at, at
    if (
        low in PREPOSITIONS
        or low == "of"
        or low in DETERMINERS - PLURALS - {"one", "this"}
        or (low in BREAKS and (at == 0 or not s.is_name(at)))
        or low == "having"
    ):
        return None
    first = at
    for back in range(at - 1, max(-1, at - LONGEST), -1):
        if not belongs(s, back, first):
            break
        first = back
    return _without_lead(s, first, at)


def belongs(s: Sentence, back: int, first: int) -> bool:
    """May a noun phrase that begins at `first` take in the word before?"""
    low = s.low[back]
    if s.low[first] in ARTICLES and not (low in PREPOSITIONS or low in _BEFORE_ARTICLE):
        return False  # "marked a victory": a verb stands there
    if s.low[first] == "by" and low.endswith(("ed", "en")):
        return False  # "echoed by Vega"
    if back in s.pieces:
        return back > 0 and s.words[back - 1] not in ",:" and s.low[back - 1] in DETERMINERS
    if low in ("and", "&"):
        if back == 0:
            return False
        both = s.is_name(back - 1) and s.is_name(first)
        return both or (low == "&")
    if low in PRONOUNS or low in BREAKS or low in NEGATIONS | RELATIVES or low.endswith(CONTRACTED):
        return False
    if (
        low in CUES
        and s.words[back][0].islower()
        and CUES[low].form in (Form.PAST, Form.ING)
        and not CUES[low].noun
    ):
        return False
    return low[0].isalnum() or (low in ("$", "%", ".") and low != ".")


def _without_lead(s: Sentence, first: int, last: int) -> Range | None:
    """Drop a fronted adjunct: `In Halden County officials` begins with no subject."""
    if s.low[first] in PREPOSITIONS and first != last:
        start = last
        if s.is_name(last):
            while start - 1 > first and s.is_name(start - 1):
                start -= 1
        else:
            while start - 1 > first and s.low[start - 1] not in PREPOSITIONS and not s.is_name(start - 1):
                start -= 1
                if s.low[start] in DETERMINERS:
                    break
        first = start
    if s.low[first] in ("this", "last", "next") and first + 1 < last and s.low[first + 1] in TIMES:
        first += 2  # "this year Mayor Vega said"
    while (
        first < last
        and (s.low[first] in ADVERBS or s.low[first] in TIMES)
        and s.low[first] not in DETERMINERS
    ):
        first += 1
    if s.low[last] in TIMES or s.low[last] in MONTHS:
        return None
    return first, last


def _antecedent(s: Sentence, relative: int) -> Range | None:
    at = relative - 1
    if at < 0:
        return None
    if s.words[at] == "," and at > 0:
        at -= 1
    if s.low[relative] == "that" and (s.words[at] == "," or at in s.pieces):
        return None
    if s.low[at] in RELATIVES:
        return None
    found = phrase_ending(s, at)
    return _nearest_person(s, found) if found and s.low[relative] == "who" else found


def _nearest_person(s: Sentence, phrase: Range) -> Range:
    """Who is the `who` of `a victory for Vega, who`: the name, unless the head can speak."""
    first, last = phrase
    prepositions = [i for i in range(first + 1, last) if s.low[i] in PREPOSITIONS or s.low[i] == "of"]
    if not prepositions or not s.is_name(last) or may_speak(s.words[first : prepositions[0]]):
        return phrase
    named = range(prepositions[-1] + 1, last + 1)
    return (named[0], last) if all(s.is_name(i) for i in named) else phrase


def phrase_end(s: Sentence, first: int) -> int:
    """The last word of the noun phrase that begins at `first`."""
    last = first
    for i in range(first + 1, min(len(s), first + LONGEST)):
        low = s.low[i]
        if low in ("of", "for") and not s.is_name(i) and i not in s.pieces:
            continue
        if low == "to" and s.low[i - 1] in ("ambassador", "envoy", "adviser", "advisor"):
            continue
        if low == "in" and s.words[i + 1 : i + 2] == ["Charge"]:
            continue  # "Special Agent in Charge Hollis Grand"
        if _ends_phrase(s, i):
            break
        last = i
    return last


def _ends_phrase(s: Sentence, i: int) -> bool:
    low = s.low[i]
    if i in s.pieces or not (low[0].isalnum() or low == "&" or low[0] in "'\u2019"):
        return True
    if low == "and":
        return not (i + 1 < len(s) and s.is_name(i + 1))
    if low in TIMES or low in BREAKS or low in PREPOSITIONS or low in PRONOUNS or low in ADVERBS:
        return True
    if low in DETERMINERS and s.is_name(i - 1):
        return True
    if low in ARTICLES:
        return s.low[i - 1] not in _BEFORE_ARTICLE and s.low[i - 1] != "for"
    following = s.low[i + 1] if i + 1 < len(s) else ""
    if low.endswith("ed") and s.words[i].islower() and (following in TIMES or following == "by"):
        return True  # "a report released Thursday by"
    adverb = low.endswith("ly") and s.words[i][0].islower() and low not in _NOUNS_IN_LY
    return adverb or (low in CUES and CUES[low].form is Form.ING)
