"""A sentence as tokens: words, runs of digits, single marks. One pass, linear time."""

from __future__ import annotations

import re
from typing import NamedTuple

WORD, DIGITS, VULGAR, MARK = "word", "digits", "vulgar", "mark"


class Token(NamedTuple):
    """One token; `start` and `end` count code points of the sentence.

    Attributes:
        kind: WORD (letters, inner apostrophes, dotted initials such as "U.S."), DIGITS
            (with inner points and commas), VULGAR ("½") or MARK (one other character).
    """

    start: int
    end: int
    text: str
    lower: str
    kind: str


# Dotted initials are one word, so that the points of "U.S." end nothing. \d also matches
# digits of other scripts: they are tokens too, and are turned down where they are read.
_TOKEN = re.compile(
    r"(?P<digits>\d+(?:[.,]\d+)*|\.\d+(?:[.,]\d+)*)"
    r"|(?P<vulgar>[\u00bc-\u00be\u2150-\u215e])"
    r"|(?P<word>(?:[A-Za-z]\.){2,6}|[^\W\d_\u00bc-\u00be\u2150-\u215e]+(?:['’][^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)


def tokens(sentence: str) -> list[Token]:
    """All tokens of a sentence, in order."""
    found = []
    for match in _TOKEN.finditer(sentence):
        text = match.group()
        found.append(Token(match.start(), match.end(), text, text.lower(), match.lastgroup or MARK))
    return found


_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VULGAR = re.compile(r"[\u00bc-\u00be\u2150-\u215e]")


def has_digits(sentence: str) -> bool:
    """Digits of any script."""
    return bool(_DIGIT.search(sentence))


def may_hold_number(sentence: str, words: frozenset[str]) -> bool:
    """Does a sentence without digits hold a vulgar fraction, or one of these words in any case?

    It is asked before the tokens are made, which costs five times as much.
    """
    return bool(_VULGAR.search(sentence)) or not words.isdisjoint(_WORD.findall(sentence.lower()))


def glued(left: Token, right: Token) -> bool:
    """Do two neighbours touch?"""
    return left.end == right.start


HYPHENS = frozenset("-\u2010\u2011")
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212~")
