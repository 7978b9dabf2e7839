"""What a count counts where its noun phrase is not all of it: lists of nouns, and nouns left out."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.figures.counted import Phrase, noun_phrase
from claims.extraction.figures.counted_words import is_plural
from claims.extraction.figures.superlatives import EXTREMES
from claims.extraction.numbers.tokens import Token

# More nouns than these are a list of its own, and not of what is counted.
_MOST = 6


def with_list(row: Sequence[Token], phrase: Phrase) -> Phrase:
    """ "30 divers, sailors, and dock staff": three plural nouns or more, and "and" before the last."""
    if not is_plural(row[phrase.last - 1].lower):
        return phrase
    at = phrase.last
    for _ in range(_MOST):
        if at + 1 >= len(row) or row[at].text != ",":
            return phrase
        closes = row[at + 1].lower == "and"
        found = noun_phrase(row, at + 1 + closes, tail=False)
        if found is None or found.first != at + 1 + closes or not is_plural(row[found.last - 1].lower):
            return phrase
        if closes:
            return phrase if at == phrase.last else Phrase(phrase.first, found.last)
        at = found.last
    return phrase


def noun_left_out(row: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """ "Ports are closing; she shut two of [the busiest]": the plural noun that the sentence begins with."""
    first, last = row[phrase.first].lower, row[phrase.last - 1].lower
    is_short = phrase.last - phrase.first < 3 and not is_plural(last)
    is_extreme = is_short and (first == "most" or first in EXTREMES)
    found = noun_phrase(row, 0, tail=False) if is_extreme else None
    return found if found and found.last <= phrase.first and is_plural(row[found.last - 1].lower) else None
