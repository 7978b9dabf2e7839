"""The words of one query, brought to one text index."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select

from claims.store.folding import Folding, sought
from claims.store.fulltext import TextIndex, but_not, either, every, phrase
from claims.store.memory import Memory
from claims.store.phrases import Phrase, pattern_of
from claims.store.queries import Term, Terms
from claims.store.texts import plain_words
from claims.store.vocabulary import Vocabulary

# What is sought in a folded text, which has to hold one of it at least.
Group = tuple[bytes, ...]

# With one letter begin thousands of words.
_SHORTEST = 2

# More words that begin alike are sooner put together by the index.
_MANY = 1_000

# Microseconds that the index takes to begin with a word, and for each of its parts; and what is not worth
# looking for a shorter way.
_LOOK, _LOOK_IN, _SOON = 2.0, 3.0, 1_200


class Matcher:
    """What a query's terms match in one index.

    Where the index knows no places, it finds every row that may match: phrases are left
    open, for the caller to settle by looking at each text.
    """

    def __init__(self, connection: Connection, index: TextIndex, meant: Terms, memory: Memory) -> None:
        self.fold = Folding(connection)
        self._index = index
        self._wanted = tuple(dict.fromkeys(meant.wanted))
        self._excluded = tuple(dict.fromkeys(meant.excluded))
        self._memory = memory
        self._connection = connection
        self._goes_on: dict[Term, list[str]] = {}
        self._near: dict[Term, list[list[str]]] = {}

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

    @property
    def is_plain(self) -> bool:
        """Does the index know words of every term? Of a script newer than it, it may know none."""
        return all(map(self._words, (term.text for term in (*self._wanted, *self._excluded))))

    @property
    def beginning(self) -> Term | None:
        """The wanted term whose last word may go on, if the index has no list of that beginning: it then
        reads the lists of all words that begin so before it gives the first row.
        """
        last = self._wanted[-1] if self._wanted and self._wanted[-1].last else None
        if last is None or (last in self._goes_on and len(self._goes_on[last]) <= self._few):
            return None
        return last if len(self._words(last.text)[-1]) != self._index.prefix else None

    @property
    def is_vain(self) -> bool:
        """Does no word of the index begin as the last one does?"""
        return not all(self._goes_on.values())

    def complete(self) -> None:
        """Look up the words that begin as the last one does, and ask for each from now on: each has a list
        of its own in the index, so that for a few nothing is put together beforehand.
        """
        last = self.beginning
        words = self._words(last.text) if last else []
        if last and len(words) == 1 and len(words[0]) >= _SHORTEST:
            known = self._memory.words(self._index)
            found = known.going_on(words[0]) if known else None
            if found is None:
                found = self._index.going_on(self._connection, words[0], self._few + 1)
                found = found if len(found) <= self._few else None
            if found is not None and len(found) <= _MANY:
                self._goes_on[last] = found

    @property
    def going_on(self) -> int:
        """How many words are asked for in place of the last one."""
        return max(map(len, self._goes_on.values()), default=0)

    @property
    def until_begun(self) -> float:
        """Microseconds until the index has begun with each of them."""
        return self.begin_with(self.going_on)

    @property
    def rows_about(self) -> list[int] | None:
        """About how many rows have each wanted term, or more; None where the words were not read ahead."""
        known = self._memory.words(self._index)
        return [self._rows_of(term, known) for term in self._wanted] if known else None

    @property
    def rows_of_words(self) -> list[int]:
        """How many rows have each wanted word, rising; none where the words were not read ahead."""
        known = self._memory.words(self._index)
        found = (known.rows(word, beginning=goes_on) for word, goes_on in self.words_wanted) if known else ()
        return sorted(found)

    def _rows_of(self, term: Term, known: Vocabulary) -> int:
        if term.fuzzy:
            return min(sum(map(known.rows, near)) for near in self._spellings(term))
        *first, last = self._words(term.text)
        return min((*map(known.rows, first), known.rows(last, beginning=term.last)))

    @property
    def words_wanted(self) -> list[tuple[str, bool]]:
        """Every word that a row must have, as the index folds it, and whether it may go on; but for what may
        be spelled in several ways.
        """
        found = [(self._words(term.text), term.last) for term in self._wanted if not term.fuzzy]
        return [(word, goes_on and word is words[-1]) for words, goes_on in found for word in words]

    @property
    def is_of_words(self) -> bool:
        """Does every row fit that has the wanted words, wherever they stand?"""
        each = (not term.fuzzy and len(self._words(term.text)) == 1 for term in self._wanted)
        return not self._excluded and all(each)

    def expression_of(self, words: Iterable[str]) -> str:
        """Any of some words of the index."""
        return either(list(map(phrase, words)))

    def begin_with(self, words: int) -> float:
        """Microseconds until the index has begun with so many words."""
        return words * self._one_word

    @cached_property
    def _one_word(self) -> float:
        parts = self._memory.kept(("parts", self._index.name), self._index.parts)
        return _LOOK + _LOOK_IN * parts

    @property
    def _few(self) -> int:
        return int(_SOON / self._one_word)

    def expression(self, wanted: Iterable[Term], *, merged: bool = False) -> str | None:
        """Some wanted terms together, without the excluded ones; None for no terms. For an index that knows
        places.

        Args:
            merged: a beginning is asked for as such, though its words are known.
        """
        found = [self._expression(term, merged=merged) for term in wanted]
        return but_not(every(found), [self._expression(term) for term in self._excluded]) if found else None

    @property
    def wanted(self) -> tuple[Term, ...]:
        return self._wanted

    def groups(self, wanted: Iterable[Term]) -> list[Group]:
        """What folded texts hold that have some terms: one of each group."""
        return [group for term in wanted for group in self._groups(term)]

    @property
    def unwanted(self) -> list[Group]:
        """What no folded text may hold."""
        return [group for term in self._excluded for group in self._groups(term)]

    def _groups(self, term: Term) -> list[Group]:
        if term.fuzzy:
            spellings = self._spellings(term)
            return [tuple(sought(self._words(word)) for word in near) for near in spellings]
        return [(sought(self._words(term.text), beginning=term.last),)]

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

    def _expression(self, term: Term, *, merged: bool = False) -> str:
        if (goes_on := self._goes_on.get(term)) and not merged:
            return either(list(map(phrase, goes_on)))
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
        return self.fold.words(text)

    def _spellings(self, term: Term) -> list[list[str]]:
        """For each word of a fuzzy term, itself and those near it."""
        if term not in self._near:
            words = plain_words(term.text)
            self._near[term] = [[word, *self._memory.near(self._index, word)] for word in words]
        return self._near[term]


def _any_spelling(expressions: list[list[str]]) -> str:
    return "(" + every([either(near) for near in expressions]) + ")"
