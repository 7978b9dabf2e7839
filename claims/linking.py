"""Steps 6 and 7: which quotes are one utterance, who is one speaker, what fits and what does not.

Everything here is derived: it may be thrown away and made again. A pair that
people judged is never touched by a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking import Checker
from claims.decisions import Decisions
from claims.keying import Marks, keyed
from claims.matching.candidates import LIMIT, pairs_of
from claims.matching.clusters import clusters, first_members
from claims.matching.grams import Runs
from claims.matching.likeness import may_be_alike
from claims.matching.speakers import member_of
from claims.model import Claim, Cluster, Pair, Quote
from claims.naming import Naming
from claims.uncollected import uncollected

if TYPE_CHECKING:
    from claims.store import Store
    from claims.store.finished import Figured, Finished


# An utterance that was printed more often than this has copies enough to hang on.
_MOST_AROUND = 300

# Number of a quote -> numbers of the quotes that it is worth comparing with.
Close = dict[int, list[int]]


class Linker:
    """Derives links between values; one for an open record."""

    def __init__(self, store: Store, decisions: Decisions) -> None:
        self._store = store
        self._decisions = decisions
        self._checker = Checker(store)
        self.naming = Naming(store, decisions)

    def add(self, documents: Sequence[Finished]) -> None:
        """Write new documents whose bytes are kept, and match and check them all.

        Each is matched with those that came before it, so what is derived does not
        depend on how many come at once.
        """
        close: Close = {}
        for runs in self._store.add_all(documents).values():
            close |= self._close(runs, last=max(runs, default=0))
        pairs = self._pairs(close)
        self._store.put_pairs(pairs)
        self.group_forms({form for one in documents for form in one.forms})
        quotes = {quote.id for one in documents for quote in one.quotes}
        self._check_new(documents, _members(pairs) | (quotes & self._judged()))

    def link(self, values: Sequence[Quote | Claim], *, documents: Iterable[str] = ()) -> None:
        """Match and check new or changed values against the record; hidden ones leave it.

        Args:
            documents: what else must be checked within; those of the values are.
        """
        ids = {value.id for value in values}
        around = _members(self._connected(ids))
        self.group_speakers(values)
        pairs = self._pairs(self._close(self._store.runs_of(ids)))
        self._store.replace_pairs(ids, pairs)
        self.check_again(ids | around, documents={*documents, *(value.document for value in values)})

    def pair(self, quotes: Iterable[str]) -> None:
        """Match stored quotes that were not matched yet with all others; nothing is checked."""
        self._store.put_pairs(self._pairs(self._close(self._store.runs_of(quotes))))

    def pair_around(self, quotes: Iterable[str]) -> None:
        """Match all that hangs together with some quotes, each with all others: an import keeps only as many
        pairs as hold an utterance together, and a decision may take out the one on which all hang.
        """
        around = {*quotes, *_members(self._connected(quotes))}
        if len(around) <= _MOST_AROUND:
            self.pair(sorted(around))

    def take_figures(self, documents: Sequence[Figured]) -> None:
        """Group the speakers of documents whose figures came now, and keep what was found inside each."""
        self.group_forms({form for one in documents for form in one.forms})
        for one in documents:
            self._checker.keep_within(one)

    def marks_of(self, documents: Iterable[str]) -> Marks:
        """Under what the checks compare all that stands in some documents."""
        made = keyed(self._store.cited_in(documents))
        return {mark: name for marks in made.marks.values() for mark, name in marks.items()}

    def find_within(self, documents: Iterable[str]) -> None:
        """Look through documents by themselves that are in sight again."""
        self._checker.find_within(documents)

    def compare(self, marks: Marks) -> None:
        """Find anew under these marks."""
        self._checker.compare(marks, marks)

    def check_utterances(self, quotes: Iterable[str]) -> set[str]:
        """Check new quotes as versions of others; returns all that hang together with them."""
        every = {*quotes, *_members(self._connected(quotes))}
        self.check_again(every)
        return every

    def unlink(self, ids: Iterable[str]) -> set[str]:
        """Forget the pairs of some quotes; returns the quotes that hung together with them."""
        ids = sorted(ids)
        around = _members(self._connected(ids))
        self._store.drop_pairs(ids)
        return around

    def group_speakers(self, values: Iterable[Quote | Claim]) -> None:
        """Decide again which attributions with these values' names are one speaker."""
        attributions = [
            value.attribution if isinstance(value, Quote) else value.attributed_to for value in values
        ]
        self.group_forms({member_of(who).form for who in attributions if who})

    def group_forms(self, forms: Iterable[str]) -> None:
        """Group everyone of these name forms, and of all forms of which people judged somebody."""
        self.naming.group(forms)

    # -- utterances -----------------------------------------------------------

    def clusters_of(self, ids: Iterable[str]) -> list[Cluster]:
        """The clusters that hold some quotes."""
        return clusters(self._connected(ids), self._decisions.quote_verdicts())

    def all_clusters(self) -> list[Cluster]:
        """Every cluster of the record."""
        with uncollected():
            return clusters(self._store.pairs(), self._decisions.quote_verdicts())

    def _close(self, runs: Mapping[int, Runs], *, last: int | None = None) -> Close:
        """For stored quotes, given by number, those that share word runs with each and came before `last`."""
        if not runs:
            return {}
        return self._store.alike(runs, LIMIT) if last is None else self._store.alike(runs, LIMIT, last=last)

    def _pairs(self, close: Close) -> list[Pair]:
        texts = self._store.texts({number for own, others in close.items() for number in (own, *others)})
        # Most candidates fall here, for a fraction of what it takes to read them whole.
        worth = {
            own: [other for other in others if may_be_alike(texts[own], texts[other])]
            for own, others in close.items()
        }
        numbers = {number for own, others in worth.items() if others for number in (own, *others)}
        quotes = self._store.numbered(numbers)
        return [
            pair
            for own, others in worth.items()
            if others
            for pair in pairs_of(quotes[own], (quotes[other] for other in others))
        ]

    def _connected(self, ids: Iterable[str]) -> list[Pair]:
        """Every pair that hangs together with some quotes, judged pairs included."""
        judged = self._decisions.quote_verdicts()
        seen: set[str] = set()
        front = set(ids)
        pairs: dict[tuple[str, str], Pair] = {}
        while front:
            seen |= front
            found = {(pair.a, pair.b): pair for pair in self._store.pairs(sorted(front))}
            pairs |= found
            linked = {id_ for key in found for id_ in key}
            linked |= {id_ for key in judged if front & set(key) for id_ in key}
            front = linked - seen
        return list(pairs.values())

    def _judged(self) -> set[str]:
        return {id_ for pair in self._decisions.quote_verdicts() for id_ in pair}

    # -- checks ---------------------------------------------------------------

    def check_again(
        self, ids: Iterable[str], *, documents: Iterable[str] = (), marks: Iterable[int] = ()
    ) -> None:
        """Compare these values, and quotes that hang together with them, under the keys that they had and
        have; what else stands under some marks; and look through documents by themselves.
        """
        before, after = self._rekeyed(set(ids))
        self._checker.compare(before.union(marks), after)
        # Last: records of the first schema have keys of these checks too, under which nothing is found now.
        self._checker.check_within(documents)

    def _check_new(self, new: Sequence[Finished], paired: set[str]) -> None:
        """Compare new values under the keys that they came with, and quotes that now are versions of others
        under those of their utterance.
        """
        marks: Marks = {}
        for one in new:
            self._checker.keep_within(one)
            marks.update(one.marks)
        before, after = self._rekeyed(paired)
        self._checker.compare(before | marks.keys(), marks | after)

    def _rekeyed(self, ids: set[str]) -> tuple[set[int], Marks]:
        """Key some values, and quotes that hang together with them, by what is known now; their marks
        before and after.
        """
        if not ids:
            return set(), {}
        connected = self._connected(ids)
        every = sorted(ids | _members(connected))
        here = self._store.citations(every, earlier=True)
        found = clusters(connected, self._decisions.quote_verdicts())
        utterances = first_members(found, here)
        cited = [replace(one, utterance=utterances.get(id_, "")) for id_, one in here.items()]
        return self._checker.rekey(every, cited)


def _members(pairs: Iterable[Pair]) -> set[str]:
    return {id_ for pair in pairs for id_ in (pair.a, pair.b)}
