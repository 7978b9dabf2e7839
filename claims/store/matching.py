"""The words of one query, brought to one text index."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select

from claims.store.fulltext import TextIndex, either, every, phrase
from claims.store.indexed_text import IndexedText
from claims.store.memory import Memory
from claims.store.phrases import Phrase, pattern_of
from claims.store.queries import Term, Terms
from claims.store.texts import folded

# Certainly one word to the tokenizer; of anything else it is asked.
_ONE_WORD = re.compile("[0-9A-Za-z]+")


class Matcher:
    """What a query's terms match in one index.

    Where the index knows no places, it finds every row that may match: phrases are left
    open, for the caller to settle by looking at each text.
    """

    def __init__(self, connection: Connection, index: TextIndex, meant: Terms, memory: Memory) -> None:
        self._connection = connection
        self._index = index
        self._wanted = tuple(dict.fromkeys(meant.wanted))
        self._excluded = tuple(dict.fromkeys(meant.excluded))
        self._memory = memory

    @property
    def expressions(self) -> list[str]:
        """One for each different wanted term, in order."""
        return [self._expression(term) for term in self._wanted]

    @property
    def rows(self) -> Select[Any] | None:
        """Keys of the rows that hold, or where the index knows no places may hold, every wanted term;
        None if no term is wanted.
        """
        found = [self._loosely(term) for term in self._wanted]
        return self._index.matching(every(found)) if found else None

    def without(self, key: ColumnElement[int]) -> list[ColumnElement[bool]]:
        """Conditions that no excluded term is there, but for those that are left open."""
        settled = (term for term in self._excluded if self._is_settled(term))
        return [key.not_in(self._index.matching(self._expression(term))) for term in settled]

    @property
    def open_wanted(self) -> list[Phrase]:
        """Wanted terms that the index cannot tell: each hit matches them all."""
        return [self._phrase(term) for term in self._wanted if not self._is_settled(term)]

    @property
    def open_excluded(self) -> list[Phrase]:
        """Excluded terms that the index cannot tell: no hit matches one."""
        return [self._phrase(term) for term in self._excluded if not self._is_settled(term)]

    def _phrase(self, term: Term) -> Phrase:
        words = [] if term.fuzzy else self._words(term.text)
        pattern = pattern_of(words, beginning=term.last) if words else None
        return Phrase(self._expression(term), self._loosely(term), pattern)

    def _is_settled(self, term: Term) -> bool:
        return self._loosely(term) == self._expression(term)

    def _expression(self, term: Term) -> str:
        if not term.fuzzy:
            return phrase(term.text, beginning=term.last)
        return _any_spelling([list(map(phrase, near)) for near in self._spellings(term)])

    def _loosely(self, term: Term) -> str:
        """What every row with the term matches, without a phrase if the index knows no places."""
        if self._index.placed:
            return self._expression(term)
        if not term.fuzzy:
            return self._anywhere(term.text, beginning=term.last)
        return _any_spelling([list(map(self._anywhere, near)) for near in self._spellings(term)])

    def _anywhere(self, text: str, *, beginning: bool = False) -> str:
        """The words of a phrase, wherever they stand in a row."""
        *first, last = self._words(text) or [""]
        if not first:
            return phrase(text, beginning=beginning)
        found = [*map(phrase, dict.fromkeys(first)), phrase(last, beginning=beginning)]
        return "(" + every(found) + ")"

    def _words(self, text: str) -> list[str]:
        """The words of a text as the index folds them."""
        if _ONE_WORD.fullmatch(text):
            return [text]
        with IndexedText(self._connection) as aside:
            aside.hold(text)
            return aside.words()

    def _spellings(self, term: Term) -> list[list[str]]:
        """For each word of a fuzzy term, itself and those near it."""
        words = folded(term.text)
        return [[word, *self._memory.near(self._index, word)] for word in words]


def _any_spelling(expressions: list[list[str]]) -> str:
    return "(" + every([either(near) for near in expressions]) + ")"
