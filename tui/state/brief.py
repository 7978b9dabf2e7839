"""A sentence for a list line: long names of sources give way to what they say."""

from __future__ import annotations

from collections.abc import Iterable

# Letters of a name that tell which it is.
_LEAST = 12


def brief(sentence: str, names: Iterable[str], room: int) -> str:
    """The sentence with names cut, the longest first, only as far as it needs to fit."""
    for name in sorted(set(names), key=len, reverse=True):
        over = len(sentence) - room
        if over <= 0:
            break
        kept = max(_LEAST, len(name) - over - 1)
        if kept < len(name) - 1:
            sentence = sentence.replace(name, f"{name[:kept].rstrip()}…")
    return sentence
