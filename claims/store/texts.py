"""Words as filters and searches compare them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# An id may be named by so many of its first characters.
SHORTEST_PREFIX = 6

_NOT_WORDS = re.compile(r"[\W_]+")


def plain_words(text: str) -> list[str]:
    """Words in lower case without accents and punctuation."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NOT_WORDS.sub(" ", plain).split()


def fits(wanted: Sequence[str], text: str) -> bool:
    """Is each wanted word the beginning of a word of the text? `wanted` is folded."""
    return not wanted or begin(wanted, plain_words(text))


def begin(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """The same for words that are folded already."""
    return all(any(word.startswith(beginning) for word in words) for beginning in wanted)
