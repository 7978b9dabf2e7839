"""Records claimed: "the largest operation to date", "the most of any raid", "a record 12 rescues"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.extraction.figures.comparatives import COMPARATIVES, Extreme, clause_end, more_than_any
from claims.extraction.figures.counted import noun_phrase
from claims.extraction.figures.counted_words import CLOSED, VERBS, is_participle, is_plural
from claims.extraction.numbers.reading import number_at
from claims.extraction.numbers.tokens import HYPHENS, Token, glued
from claims.extraction.numbers.values import Numeral
from claims.extraction.units.money import SIGNS
from claims.model import Superlative

# Extremes that can be checked against a list. "Best", "worst", "greatest" and "latest"
# are opinions or dates.
_MAX = frozenset(
    """largest biggest highest longest deadliest tallest heaviest fastest oldest costliest busiest richest
    hottest wettest strongest deepest widest bloodiest priciest wealthiest steepest sharpest broadest
    fattest thickest farthest furthest""".split()
)
_MIN = frozenset(
    """smallest lowest shortest slowest lightest youngest coldest driest weakest cheapest poorest fewest
    narrowest quietest""".split()
)
EXTREMES = _MAX | _MIN
# Words that a superlative may begin with.
SUPERLATIVES = EXTREMES | COMPARATIVES.keys() | {"most", "more", "record", "first"}

# Without one of these the comparison has no edge: "the biggest surprise" claims nothing.
_SCOPE = re.compile(
    r"\b(?:ever|to\sdate|in\s(?:[\w’'.-]+\s){0,4}history|on\srecord|of\sall\stime|in\sthe\s(?:world|country|nation|state|region|U\.S\.|city)"
    r"|since\s(?:the\s)?(?:[A-Z][a-z]+\s)?(?:1[6-9]|20)[0-9]{2}|in\s(?:more\sthan\s|nearly\s|over\s)?(?:a|[0-9]+|two|three|four|five|six|seven|eight|nine|ten)\s"
    r"(?:years?|decades?|century|generation)|of\sits\skind|of\sany|for\sany|of\sthe\s(?:year|decade|century)|so\sfar|anywhere"
    r"|in\s(?:the\s)?[A-Z])",
    re.ASCII,
)
_TIED = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())


def superlatives(sentence: str, row: Sequence[Token]) -> Iterator[Extreme]:
    """The superlatives of a sentence that can be checked, in order of place."""
    for at, token in enumerate(row):
        word = token.lower
        if word in _MAX or word in _MIN:
            found = _of_adjective(sentence, row, at)
        elif word == "most":
            found = _of_most(sentence, row, at)
        elif word == "more" or word in COMPARATIVES:
            found = more_than_any(row, at)
        elif word == "record":
            found = _record(row, at)
        elif word == "first":
            found = _first(sentence, row, at)
        else:
            continue
        if found:
            yield found


def _of_adjective(sentence: str, row: Sequence[Token], at: int) -> Extreme | None:
    if _is_ranked(row, at) or _is_one_of(row, at):
        return None
    direction = "max" if row[at].lower in _MAX else "min"
    return _made(sentence, row, at, at + 1, row[at].lower, direction)


def _of_most(sentence: str, row: Sequence[Token], at: int) -> Extreme | None:
    """ "the most arrests ever", "are the most ever for any raid", "the most expensive house in ..."."""
    if at == 0 or row[at - 1].lower not in ("the", "its", "their", "his", "her") or _is_one_of(row, at):
        return None
    following = row[at + 1].lower if at + 1 < len(row) else ""
    if is_plural(following):
        return _made(sentence, row, at, at + 2, f"most {following}", "max")
    if following in ("ever", "of", "in", "since", "for", "on"):
        counted = _subject_head(row, at)
        return _made(sentence, row, at, at + 1, f"most {counted}".strip(), "max")
    checkable = (
        "expensive",
        "populous",
        "destructive",
        "powerful",
        "lethal",
        "densely",
        "costly",
        "visited",
        "watched",
    )
    return _made(sentence, row, at, at + 2, f"most {following}", "max") if following in checkable else None


def _made(
    sentence: str, row: Sequence[Token], at: int, after: int, name: str, direction: str
) -> Extreme | None:
    """The superlative with its scope: the words to the end of the clause, if they set an edge."""
    end = clause_end(row, after)
    first = after
    if first < end and row[first].text in HYPHENS:
        first += 1
    if first >= end:
        return None
    scope = sentence[row[first].start : row[end - 1].end]
    if not _SCOPE.search(scope):
        return None
    return Extreme(at, end, Superlative(name, " ".join(scope.split()), direction))


def _is_ranked(row: Sequence[Token], at: int) -> bool:
    """ "second-largest", "third largest": ranks, not records."""
    before = at - 2 if at >= 2 and row[at - 1].text in HYPHENS else at - 1
    if before < 0:
        return False
    word = row[before].lower
    return (
        word in _TIED
        or (word.endswith(("th", "nd", "rd")) and word[0].isdigit())
        or (word in ("th", "nd", "rd") and glued(row[before - 1], row[before]))
    )


def _is_one_of(row: Sequence[Token], at: int) -> bool:
    """ "one of the largest" claims membership of a group, not its top."""
    words = [token.lower for token in row[max(0, at - 6) : at]]
    return "among" in words[-3:] or any(
        words[i : i + 2] in (["one", "of"], ["some", "of"], ["two", "of"], ["three", "of"])
        for i in range(len(words))
    )


def _subject_head(row: Sequence[Token], at: int) -> str:
    """ "The number of rescues, including 20 at night, is the most ever": rescues."""
    for place in range(max(0, at - 24), at - 1):
        if row[place].lower == "number" and row[place + 1].lower == "of":
            phrase = noun_phrase(row, place + 2, tail=False)
            if phrase:
                return phrase.of(row)
    return ""


def _record(row: Sequence[Token], at: int) -> Extreme | None:
    """ "a record high", "a record number of arrests", "a record 12 rescues", "a record $4 million"."""
    before = row[at - 1].lower if at else ""
    if before not in (
        "a",
        "an",
        "the",
        "its",
        "his",
        "her",
        "their",
        "new",
        "another",
        "hit",
        "reached",
        "to",
    ) or at + 1 >= len(row):
        return None
    following = row[at + 1].lower
    if following in ("low", "lows"):
        return Extreme(at, at + 2, Superlative("record low", _rest(row, at + 2), "min"))
    if following in ("high", "highs"):
        return Extreme(at, at + 2, Superlative("record high", _rest(row, at + 2), "max"))
    if following in ("for", "of") and row[at + 2 : at + 3] and row[at + 2].lower == "any":
        counted = _told_of(row, at)
        return Extreme(at, clause_end(row, at + 1), Superlative(counted, _rest(row, at + 2), "max"))
    last = at + 2 if following in ("number", "amount", "level") else _figure_end(row, at + 1)
    return Extreme(at, last, Superlative("record", _rest(row, at + 1), "max")) if last else None


def _told_of(row: Sequence[Token], at: int) -> str:
    """ "The 179 rescues are a record for any patrol": most rescues; of one thing it is a record."""
    before = row[at - 3 : at] if at > 2 else []
    told = len(before) == 3 and before[1].lower in ("are", "were") and is_plural(before[0].lower)
    return f"most {before[0].lower}" if told else "record"


def _figure_end(row: Sequence[Token], at: int) -> int:
    """Where the amount that begins at `at` ends; 0 where none begins."""
    if row[at].text in SIGNS and at + 1 < len(row):
        at += 1
    number = number_at(row, at)
    return number.last if isinstance(number, Numeral) else 0


def _rest(row: Sequence[Token], first: int) -> str:
    end = min(clause_end(row, first), first + 8)
    words = ""
    for place in range(first, end):
        joined = place > first and glued(row[place - 1], row[place])
        words += row[place].text if joined or not words else f" {row[place].text}"
    return words


# "The first step to take" is first in no list.
_NO_RECORD = r"(?:step|thing|time|chance|attempt|effort|move|way|trip|visit|place|opportunity|response)\b"
_FIRST_OF = re.compile(
    rf"\b(?:ever|in\s(?:[\w’'.-]+\s){{0,3}}history|of\sits\skind|since\s(?:1[6-9]|20)[0-9]{{2}}"
    r"|in\s(?:more\sthan\s|nearly\s|over\s)?(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|a)\s"
    r"(?:years|decades|decade|century))\b"
    rf"|^(?:(?!{_NO_RECORD})[\w’'-]+\s){{1,4}}to(?=\s[a-z])",
)
_NOT_FIRST_TO = frozenset("due led open according back ready set close next subject".split())


def _is_first_to(row: Sequence[Token], at: int) -> bool:
    """ "mayor to sail": only nouns stand before "to"."""
    while at < len(row) and row[at].lower != "to":
        word = row[at].lower
        if word in CLOSED or word in VERBS or word in _NOT_FIRST_TO or is_participle(word):
            return False
        at += 1
    return True


def _first(sentence: str, row: Sequence[Token], at: int) -> Extreme | None:
    """ "the first X ever", "first-ever", "for the first time in history", "the first mayor to sail"."""
    if at == 0 or row[at - 1].lower not in ("the", "its", "a", "their", "his", "her"):
        return None
    end = clause_end(row, at + 1)
    scope = sentence[row[at].end : row[end - 1].end].strip(" -")
    found = _FIRST_OF.search(scope)
    if not found or (found.group().endswith(" to") and not _is_first_to(row, at + 1)):
        return None
    if (
        not scope
        or row[at + 1].lower in CLOSED
        or row[at + 1].lower in VERBS
        or is_participle(row[at + 1].lower)
    ):
        return None
    return Extreme(at, end, Superlative("first", " ".join(scope.split()), "first"))
