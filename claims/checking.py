"""Step 7: runs checks over what shares a key, and keeps what they find in the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.keying import (
    Marks,
    Within,
    checks_by_name,
    in_order,
    is_between,
    is_of_versions,
    keyed,
    mark,
    stopped,
    within,
)
from claims.lots import lots
from claims.model import Finding, Quote
from claims.ports import Citation
from claims.uncollected import uncollected

if TYPE_CHECKING:
    from claims.store import Store
    from claims.store.filed import Filed
    from claims.store.finished import Figured, Finished


# So many documents are read at once.
_TOGETHER = 100

# A check, the utterance that the values are versions of, and their ids. Two reports of one event share four
# keys and more, of its names and days: of 26,800 keys of figures 21,500 had the values of another one.
_Group = tuple[str, str, tuple[str, ...]]


class Checker:
    """Keeps findings in line with the values that the record holds."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep_within(self, one: Finished | Figured) -> None:
        """Keep what was found in a new document when it was read; it had no findings before."""
        found = one.within.found if one.within else {}
        new = {mark(name, one.id): findings for name, findings in found.items() if findings}
        if new:
            self._store.replace_findings(new)

    def check_within(self, documents: Iterable[str]) -> None:
        """Look through some stored documents by themselves."""
        for id_ in sorted(documents):
            self._keep(id_, within(id_, list(self._store.citations_of(id_).values())))

    def find_within(self, documents: Iterable[str]) -> None:
        """Look through very many stored documents, each by itself, of which nothing is kept as found."""
        for lot in lots(sorted(documents), _TOGETHER):
            mine: dict[str, list[Citation]] = {}
            for cited in self._store.cited_in(lot):
                mine.setdefault(cited.document.id, []).append(cited)
            looked = {id_: within(id_, cited).found for id_, cited in mine.items()}
            new = {
                mark(name, id_): found
                for id_, each in looked.items()
                for name, found in each.items()
                if found
            }
            self._store.replace_findings(new)

    def _keep(self, document: str, looked: Within) -> None:
        self._store.put_problems(looked.problems)
        self._store.replace_findings({mark(name, document): found for name, found in looked.found.items()})

    def rekey(self, ids: Sequence[str], shown: Sequence[Citation]) -> tuple[set[int], Marks]:
        """Set the keys of some values, of which some are shown; their marks before and after."""
        before = self._store.keys_of(ids)
        made = keyed(shown)
        self._store.put_keys({id_: made.marks.get(id_, {}) for id_ in ids})
        self._store.put_problems(made.problems)
        return before, {each: name for marks in made.marks.values() for each, name in marks.items()}

    @uncollected()
    def compare(self, touched: Iterable[int], names: Marks) -> None:
        """Find anew under the marks that are touched or named.

        Args:
            names: the checks of marks, as far as they are known.
        """
        touched = {*touched, *names}
        alone = {each for each in touched if _may_stand_alone(names.get(each, ""))}
        groups = self._store.values_under(touched, alone)
        wanted = {each: group for each, group in groups.items() if _is_worth(group, names.get(each, ""))}
        cited = self._store.cited({filed for group in wanted.values() for filed in group})
        members = {
            each: [cited[filed.number] for filed in group if filed.number in cited]
            for each, group in wanted.items()
        }
        found = self._found(members, names)
        self._store.replace_findings({each: found.get(each, []) for each in touched})

    def _found(self, groups: Mapping[int, Sequence[Citation]], names: Marks) -> dict[int, list[Finding]]:
        """What is found under each mark; what several share is compared once."""
        found: dict[int, list[Finding]] = {}
        looked: dict[_Group, list[Finding]] = {}
        for each, members in groups.items():
            name = names.get(each) or _name_of(each, members)
            # A finding has two anchors, so one value alone gives none, but for a quote that its page lost.
            if len(members) > 1 or (members and _may_stand_alone(name)):
                utterance = _utterance(each, name, members)
                same = (name, utterance, tuple(one.value.id for one in members))
                if same not in looked:
                    looked[same] = self._find(name, utterance, members)
                found[each] = looked[same]
        return found

    def _find(self, name: str, utterance: str, members: Sequence[Citation]) -> list[Finding]:
        check = checks_by_name().get(name)
        if check is None:
            return []
        group = (
            in_order(replace(one, utterance=utterance) for one in members) if utterance else in_order(members)
        )
        try:
            return list(check.find(group))
        except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
            self._store.put_problems([stopped(name, error, "")])
            return []


def _is_worth(group: Sequence[Filed], name: str) -> bool:
    """Can a check find anything here? Not what needs two documents where there is one."""
    check = checks_by_name().get(name)
    return check is None or not is_between(check) or len({filed.document for filed in group}) > 1


def _may_stand_alone(name: str) -> bool:
    """May one value give a finding of this check? Nobody knows of one whose name is not known yet."""
    check = checks_by_name().get(name)
    return not name or (check is not None and is_of_versions(check))


def _name_of(each: int, members: Sequence[Citation]) -> str:
    """The check whose key a mark is, found again from the values that share it; "" if it is gone."""
    for name in checks_by_name():
        if _utterance(each, name, members):
            return name
    for one in members:
        for marks in keyed([one]).marks.values():
            if each in marks:
                return marks[each]
    return ""


def _utterance(each: int, name: str, members: Iterable[Citation]) -> str:
    """The checks of words have an utterance for their key: its smallest quote id."""
    first = min((one.value.id for one in members if isinstance(one.value, Quote)), default="")
    return first if first and mark(name, first) == each else ""
