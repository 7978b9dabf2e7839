"""A search whose words name a speaker: what to ask instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.views import Kind, Query

if TYPE_CHECKING:
    from claims import Ledger

# With more hits than this the words were no mistake; of more names than this none is meant.
LITTLE, MOST_NAMES = 2, 3


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker, and the word that names them."""

    word: str
    name: str
    quotes: int


def speakers_named(ledger: Ledger, query: Query, total: int) -> tuple[Named, ...]:
    """Speakers with quotes whose name holds a word of a search that found little, most quoted first."""
    if total > LITTLE or query.speaker or query.kind is Kind.TEXT:
        return ()
    return tuple(_named(ledger, query.words))[:MOST_NAMES]


def _named(ledger: Ledger, words: str) -> Iterator[Named]:
    for word in dict.fromkeys(words.casefold().split()):
        # Row keys are cheap: most words name nobody, and then no speaker is read.
        if not word.isalpha() or not len(ledger.first(Query(speaker=word), 1)):
            continue
        for speaker in ledger.speakers(word):
            names = " ".join((speaker.name, *speaker.aliases)).casefold().split()
            if word in names and speaker.quotes:
                yield Named(word, speaker.name, speaker.quotes)
