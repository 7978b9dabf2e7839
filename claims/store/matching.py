"""The words of one query, brought to one text index."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select

from claims.store.fulltext import TextIndex, either, every, phrase
from claims.store.memory import Memory
from claims.store.queries import Term, Terms
from claims.store.texts import folded


class Matcher:
    """What a query's terms match in one index."""

    def __init__(self, index: TextIndex, meant: Terms, memory: Memory) -> None:
        self._index = index
        self._meant = meant
        self._memory = memory

    @property
    def expressions(self) -> list[str]:
        """One for each different wanted term, in order."""
        return [self._expression(term) for term in dict.fromkeys(self._meant.wanted)]

    @property
    def rows(self) -> Select[Any] | None:
        """Keys of the rows that hold every wanted term; None if no term is wanted."""
        expressions = self.expressions
        return self._index.matching(every(expressions)) if expressions else None

    def without(self, key: ColumnElement[int]) -> list[ColumnElement[bool]]:
        """Conditions that no excluded term is there."""
        return [
            key.not_in(self._index.matching(self._expression(term)))
            for term in dict.fromkeys(self._meant.excluded)
        ]

    def _expression(self, term: Term) -> str:
        if not term.fuzzy:
            return phrase(term.text, beginning=term.last)
        words = folded(term.text)
        spellings = (self._memory.near(self._index, word) for word in words)
        return (
            "("
            + every(
                [
                    either([phrase(one) for one in (word, *near)])
                    for word, near in zip(words, spellings, strict=True)
                ]
            )
            + ")"
        )
