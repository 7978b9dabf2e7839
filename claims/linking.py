"""Steps 6 and 7: which quotes are one utterance, who is one speaker, what fits and what does not.

Everything here is derived: it may be thrown away and made again. A pair that
people judged is never touched by a suggestion.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.decisions import Decisions
from claims.matching.candidates import pairs_for
from claims.matching.clusters import clusters
from claims.matching.speakers import group, member_of
from claims.model import Claim, Cluster, Finding, Pair, Problem, Quote
from claims.ports import Check, Citation
from claims.registry import CHECKS, plugins

if TYPE_CHECKING:
    from claims.store import Store


class Linker:
    """Derives links between values; one for an open record."""

    def __init__(self, store: Store, decisions: Decisions) -> None:
        self._store = store
        self._decisions = decisions

    def link(self, values: Sequence[Quote | Claim]) -> None:
        """Match and check new or changed values against the record; hidden ones leave it."""
        ids = {value.id for value in values}
        around = _members(self._connected(ids))
        self.group_speakers(values)
        shown = self._store.citations(ids)
        quotes = [value for value in values if isinstance(value, Quote) and value.id in shown]
        pairs = [pair for quote in quotes for pair in pairs_for(quote, self._store)]
        self._store.replace_pairs(ids, pairs)
        self.check_again(ids | around)

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
        verdicts = self._decisions.speaker_verdicts()
        judged = self._store.members(ids=sorted({id_ for pair in verdicts for id_ in pair}))
        members = self._store.members(forms=sorted({*forms, *(member.form for member in judged)}))
        if members:
            self._store.set_speaker(group(members, verdicts))

    # -- utterances -----------------------------------------------------------

    def clusters_of(self, ids: Iterable[str]) -> list[Cluster]:
        """The clusters that hold some quotes."""
        return clusters(self._connected(ids), self._decisions.quote_verdicts())

    def all_clusters(self) -> list[Cluster]:
        """Every cluster of the record."""
        return clusters(self._store.pairs(), self._decisions.quote_verdicts())

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

    # -- checks ---------------------------------------------------------------

    def check_again(self, ids: Iterable[str]) -> None:
        """Run every check over the keys that these values, and quotes that hang together with them,
        had and have.
        """
        given = set(ids)
        connected = self._connected(given)
        every = sorted(given | _members(connected))
        touched = self._store.keys_of(every)
        here = self._store.citations(every, earlier=True)
        found = clusters(connected, self._decisions.quote_verdicts())
        utterances = _utterances(found, here)
        keys = {
            id_: self._keys(replace(here[id_], utterance=utterances.get(id_, ""))) if id_ in here else set()
            for id_ in every
        }
        self._store.put_keys(keys)
        self._run(touched.union(*keys.values()))

    def _keys(self, citation: Citation) -> set[tuple[str, str]]:
        found = set()
        for name, check in plugins(CHECKS).items():
            # A replaced version is no second source: only checks of versions are given its values.
            if citation.newer and not _is_of_versions(check):
                continue
            try:
                found |= {(name, key) for key in check.keys(citation)}
            except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
                self._stopped(name, error, citation.document.id)
        return found

    def _run(self, touched: set[tuple[str, str]]) -> None:
        groups = self._store.values_under(touched)
        # A finding has two anchors, so one value alone gives none, but for a quote that its page lost.
        alone = {name for name, check in plugins(CHECKS).items() if _is_of_versions(check)}
        wanted = {id_ for (name, _), ids in groups.items() for id_ in ids if len(ids) > 1 or name in alone}
        cited = self._store.citations(wanted, earlier=True)
        found = {}
        for (name, key), ids in groups.items():
            members = [cited[id_] for id_ in ids if id_ in cited]
            enough = len(members) > 1 or (members and name in alone)
            found[name, key] = self._find(name, key, members) if enough else []
        self._store.replace_findings(found)

    def _find(self, name: str, key: str, members: list[Citation]) -> list[Finding]:
        check: Check | None = plugins(CHECKS).get(name)
        if check is None:
            return []
        # The checks of words have an utterance for their key: its smallest quote id.
        utterance = key if any(one.value.id == key for one in members) else ""
        group = sorted((replace(one, utterance=utterance) for one in members), key=_date_and_place)
        try:
            return list(check.find(group))
        except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
            self._stopped(name, error, "")
            return []

    def _stopped(self, name: str, error: Exception, document: str) -> None:
        message = f"the check {name!r} stopped: {type(error).__name__}: {error}"
        self._store.put_problems([Problem(f"check {name}", message, document)])


def _is_of_versions(check: Check) -> bool:
    return getattr(check, "of_versions", False)


def _members(pairs: Iterable[Pair]) -> set[str]:
    return {id_ for pair in pairs for id_ in (pair.a, pair.b)}


def _utterances(found: Iterable[Cluster], shown: Collection[str]) -> dict[str, str]:
    """The smallest shown quote id of its cluster, by quote id; a quote left alone has none."""
    groups = [[id_ for id_ in cluster.members if id_ in shown] for cluster in found]
    return {id_: min(group) for group in groups if len(group) > 1 for id_ in group}


def _date_and_place(citation: Citation) -> tuple[str, str, int]:
    """Undated documents come last: what is later is compared with what is earlier."""
    document, value = citation.document, citation.value
    place = value.span.start if isinstance(value, Claim) else value.spans[0].start
    return (str(document.published) if document.published else "~", document.id, place)
