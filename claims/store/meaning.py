"""Whom and what the filters of a query mean: members, and names of sources."""

from __future__ import annotations

from collections.abc import Sequence

from claims.store.dialect import EACH
from claims.store.listed import FEW, Listed
from claims.store.memory import Memory
from claims.store.people import Meant, Times
from claims.store.texts import begin, plain_words
from claims.store.values import dumped, storable

# Of so many members the rows are many too, and to bind their ids takes longer than to look at rows.
MOST_MEMBERS = 2_000


def speakers(memory: Memory, wanted: str) -> tuple[Meant, dict[str | None, bool | Times], Listed | None]:
    """Who is meant, of which members it is known already, and how their rows are listed."""
    meant, outline = memory.people().meant(storable(wanted)), memory.outline
    if len(meant) > MOST_MEMBERS:
        return meant, {}, None
    if outline and outline.members.share(meant.members) * len(outline.keys) > FEW:
        return meant, {}, None
    return meant, {}, Listed(f"FROM quote WHERE member IN {EACH}", (dumped(sorted(meant.members)),))


def sources(memory: Memory, wanted: str) -> str:
    """Names of the sources whose words begin so, as one JSON array."""
    return dumped(sorted(named_so(memory, wanted)))


def named_so(memory: Memory, wanted: str) -> list[str]:
    return memory.kept(("named", wanted), lambda _: _names(memory, plain_words(wanted)))


def _names(memory: Memory, words: Sequence[str]) -> list[str]:
    return [name for name, known in memory.sources() if words and begin(words, known)]
