"""What the outputs of the network mean. Weights and code agree on these, so a change needs a new training."""

from __future__ import annotations

from enum import IntEnum


class Part(IntEnum):
    """What a word is part of. Tag `2 * part - 1` begins one, `2 * part` goes on with it, 0 is neither."""

    NONE = 0
    SOURCE = 1
    CUE = 2
    CONTENT = 3


class Link(IntEnum):
    """To what a content points."""

    SOURCE = 0
    CUE = 1


TAGS = 2 * len(Part) - 1
# Numbers per vector of the pointer heads.
WIDTH = 64
# Per link: content's first word, content's last word, target's first word.
LINK_VECTORS = 3

CASES, FLAGS = 4, 8


def flag(word: str, *, is_quoted: bool) -> int:
    """The token type of a word: lower 0, Capital 1, UPPER 2, with a digit 3; inside marks 4 more."""
    if any(map(str.isdigit, word)):
        case = 3
    elif not word[0].isupper():
        case = 0
    else:
        case = 2 if len(word) > 1 and word.isupper() else 1
    return case + CASES * is_quoted
