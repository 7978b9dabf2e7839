"""Where the words after a cue begin, past addressee, time, place and `that`."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.quotes.cues import (
    AUXILIARIES,
    BREAKS,
    CUES,
    DETERMINERS,
    OCCASIONS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    Frame,
)
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import DASHES
from claims.extraction.quotes.tags import Tag

# Alone these begin a clause ("said night traffic would stop"), behind a day they end a time.
_SPANS = frozenset("morning afternoon evening night week month year early late".split())
# "promised to rebuild it": what is promised, not to whom.
_TAKING_TO = frozenset("promise pledge vow swear".split())
_FINAL = frozenset((".", "!", "?", "...", "\u2026"))


@dataclass(frozen=True, slots=True)
class Complement:
    start: int | None
    explicit: bool
    adjunct_end: int
    interrupted: bool = False
    announces: bool = False


def complement(s: Sentence, tag: Tag) -> Complement:
    """What stands behind a cue. Each step passes one adjunct; eight are more than anybody writes."""
    at = tag.last + 1
    if tag.cue.lemma == "point" and s.low[at : at + 1] == ["out"]:
        at += 1
    if tag.cue.frame is Frame.TELL:
        at = _past_addressee(s, at)
    for _ in range(8):
        found = _opening(s, tag, at)
        if found is not None:
            return found
        past = _past_comma(s, at) if _is_pause(s, at) else _past_adjunct(s, tag, at)
        if past is None:
            return Complement(None, False, at, interrupted=True, announces=at + 1 >= len(s))
        if past == at:
            return Complement(at, False, at - 1)
        at = past
    return Complement(at, False, at - 1) if at < len(s) else Complement(None, False, len(s) - 1)


def _opening(s: Sentence, tag: Tag, at: int) -> Complement | None:
    """The complement if it plainly begins, or ends, at `at`."""
    if at >= len(s) or is_end(s, at):
        return Complement(None, False, min(at, len(s)) - 1)
    if at in s.pieces:
        # warned of a "king tide": a term inside a phrase, not the words of a verb
        inside = s.low[at - 1] in DETERMINERS or s.low[at - 1] in PREPOSITIONS or s.low[at - 1] == "of"
        return Complement(at, not inside, at - 1)
    if s.low[at] == "that":
        return Complement(at + 1, True, at)
    if s.words[at] == ":":
        last = at + 1 >= len(s)
        return Complement(None if last else at + 1, True, at, announces=last)
    if _governs(tag, s, at):
        return Complement(at + 1 if at + 1 < len(s) else None, False, at)
    return None


def _is_pause(s: Sentence, at: int) -> bool:
    return s.words[at] == "," or s.words[at] in DASHES


def _governs(tag: Tag, s: Sentence, at: int) -> bool:
    """`called for a vote`, `warned against delay`: the preposition belongs to the verb."""
    if tag.cue.lemma in ("say", "tell", "add") or s.low[at] not in ("for", "on", "about", "against"):
        return False
    if s.low[at] == "on":
        return tag.cue.lemma == "call" and not (s.low[at + 1 : at + 2] and s.low[at + 1] in TIMES)
    return True


def _past_comma(s: Sentence, at: int) -> int | None:
    """Past a comma that stands before marks or `that`, or around a parenthesis; else None."""
    following = at + 1
    if following >= len(s):
        return None
    if following in s.pieces or s.low[following] == "that":
        return following
    for i in range(following, min(len(s), following + 10)):
        if s.low[i] in CUES:
            return None
        if s.words[i] == "," and (i + 1 in s.pieces or s.low[i + 1 : i + 2] == ["that"]):
            return i + 1
    if s.low[following] in ("however", "too", "instead", "though"):
        return following + 2 if s.words[following + 1 : following + 2] == [","] else following + 1
    return None


def _past_adjunct(s: Sentence, tag: Tag, at: int) -> int:
    """Past `on Tuesday`, `in a statement`, `at a rally in Halden County that`; `at` itself if none begins."""
    low = s.low[at]
    if low == "to" and tag.cue.lemma in _TAKING_TO:
        return at
    if low in TIMES - _SPANS or low == "again" or (low in _SPANS and s.low[at - 1] in TIMES):
        return at + 1
    if low in ("last", "this", "late", "early") and s.low[at + 1 : at + 2] and s.low[at + 1] in TIMES:
        return at + 2
    if low in ("only", "simply", "merely") and s.low[at + 1 : at + 2] == ["that"]:
        return at + 1
    if low == "on" and at + 1 < len(s) and (s.low[at + 1] in TIMES or _is_date(s, at + 1)):
        return at + (3 if _is_date(s, at + 1) else 2)
    if low in PREPOSITIONS or low == "of":
        return _past_phrase(s, at)
    return at


def _is_date(s: Sentence, at: int) -> bool:
    return s.is_name(at) and s.words[at + 1 : at + 2] != [] and s.words[at + 1][0].isdigit()


def _past_phrase(s: Sentence, at: int) -> int:
    limit = min(len(s), at + 16)
    occasion: int | None = None
    for i in range(at + 1, limit):
        low = s.low[i]
        if low == "that" or i in s.pieces or s.words[i] == ":" or (s.words[i] == "," and i + 1 in s.pieces):
            return i
        if is_end(s, i):
            return i
        if s.words[i] == ",":
            return i
        if low in PRONOUNS and i > at + 1:
            return i
        if low in AUXILIARIES or (low in BREAKS and low != "and"):
            break
        if low in OCCASIONS and occasion is None:
            occasion = i + 1
    if occasion is not None:
        return occasion
    return at


_ADDRESSEES = frozenset(
    "him her them me us you it reporters lawmakers journalists voters himself herself themselves".split()
)
_CLAUSE_OPENERS = frozenset("that , : to he she they it we i".split())
_CLAUSE_MARKERS = frozenset("the a his her their there how why what if on in at".split())


def _past_addressee(s: Sentence, at: int) -> int:
    """Past the person told: `told the Harlow Bay Herald`, `told a crowd in Halden County`."""
    if at >= len(s) or at in s.pieces:
        return at
    if s.low[at] in _ADDRESSEES:
        return at + 1
    last = at + 1 if s.low[at] in DETERMINERS else at
    first = last
    while last < len(s) and (s.is_name(last) or s.words[last] in ("and", "&", "'s", "\u2019s")):
        last += 1
    if last > first:
        titled = last in s.pieces and s.low[last - 1].endswith(("'s", "\u2019s"))
        return last + 1 if titled else last  # told the Herald's "Morning Tide"
    for i in range(at, min(len(s), at + 12)):
        low = s.low[i]
        if low in _CLAUSE_OPENERS or i in s.pieces or is_end(s, i) or (i > at and low in _CLAUSE_MARKERS):
            return i
    return at + 1


def is_end(s: Sentence, at: int) -> bool:
    return s.words[at] in _FINAL or s.words[at] == ";"
