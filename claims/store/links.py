"""Pairs, keys, findings and problems: derived from values by matching and checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, delete, false, insert, or_, select, update

from claims.errors import UnknownId
from claims.model import Finding, Pair, PastFinding, Problem
from claims.model.identity import content_id
from claims.store.base import Part
from claims.store.dialect import among, put
from claims.store.rows import EVIDENCE, FINDING, MEMBER, PAIR, PROBLEM, QUOTE, VALUE_KEY
from claims.store.values import columns_of, dumped, value_of

# A check's name and one of its keys.
Touched = tuple[str, str]


class Links(Part):
    # -- pairs --------------------------------------------------------------------

    def put_pairs(self, pairs: Iterable[Pair]) -> None:
        """Keep pairs, new ones over old ones; one whose quote is gone meanwhile is left out."""
        new = {(pair.a, pair.b): pair for pair in pairs}
        if not new:
            return
        with self._database.write() as connection:
            ids = dumped(sorted({id_ for both in new for id_ in both}))
            known = set(connection.execute(select(QUOTE.c.id).where(among(QUOTE.c.id, ids))).scalars())
            rows = [columns_of(pair) for pair in new.values() if {pair.a, pair.b} <= known]
            for row in rows:
                connection.execute(delete(PAIR).where(PAIR.c.a == row["a"], PAIR.c.b == row["b"]))
            put(connection, PAIR, rows)

    def pairs(self, quotes: Iterable[str] | None = None) -> list[Pair]:
        """All pairs, or those that hold any of some quotes; in order of their ids."""
        rows = select(PAIR).order_by(PAIR.c.a, PAIR.c.b)
        if quotes is not None:
            ids = dumped(list(quotes))
            rows = rows.where(or_(among(PAIR.c.a, ids), among(PAIR.c.b, ids)))
        with self._database.read() as connection:
            return [value_of(Pair, row) for row in connection.execute(rows).mappings()]

    def drop_pairs(self, quotes: Iterable[str]) -> None:
        ids = dumped(list(quotes))
        with self._database.write() as connection:
            connection.execute(delete(PAIR).where(or_(among(PAIR.c.a, ids), among(PAIR.c.b, ids))))

    def replace_pairs(self, quotes: Iterable[str], pairs: Iterable[Pair]) -> None:
        """Set the pairs that hold any of some quotes; what is the same is not written again."""
        new = {(pair.a, pair.b): pair for pair in pairs}
        with self._database.write() as connection:
            old = {(pair.a, pair.b): pair for pair in self.pairs(quotes)}
            for a, b in sorted(old.keys() - new.keys()):
                connection.execute(delete(PAIR).where(PAIR.c.a == a, PAIR.c.b == b))
            self.put_pairs(pair for both, pair in new.items() if old.get(both) != pair)

    # -- keys ---------------------------------------------------------------------

    def put_keys(self, keys: Mapping[str, Iterable[tuple[str, str]]]) -> None:
        """Set under which (check, key) each value is compared, in place of those it had."""
        new = {(check, key, value) for value, under in keys.items() for check, key in under}
        with self._database.write() as connection:
            mine = select(VALUE_KEY.c.check, VALUE_KEY.c.key, VALUE_KEY.c.value).where(
                among(VALUE_KEY.c.value, dumped(list(keys)))
            )
            old = {(row[0], row[1], row[2]) for row in connection.execute(mine)}
            for check, key, value in sorted(old - new):
                row = (VALUE_KEY.c.check == check) & (VALUE_KEY.c.key == key)
                connection.execute(delete(VALUE_KEY).where(row, VALUE_KEY.c.value == value))
            put(connection, VALUE_KEY, [{"check": c, "key": k, "value": v} for c, k, v in sorted(new - old)])

    def keys_of(self, values: Iterable[str]) -> set[tuple[str, str]]:
        """Every (check, key) of some values."""
        found = select(VALUE_KEY.c.check, VALUE_KEY.c.key).where(
            among(VALUE_KEY.c.value, dumped(list(values)))
        )
        with self._database.read() as connection:
            return {(row.check, row.key) for row in connection.execute(found.distinct())}

    def values_under(self, touched: Iterable[Touched]) -> dict[Touched, list[str]]:
        """For each (check, key) the ids of the values that the check compares under it, in order."""
        groups: dict[Touched, list[str]] = {pair: [] for pair in sorted(touched)}
        found = select(VALUE_KEY).where(_under(VALUE_KEY.c.check, VALUE_KEY.c.key, groups))
        with self._database.read() as connection:
            for row in connection.execute(found.order_by(VALUE_KEY.c.value)):
                groups[row.check, row.key].append(row.value)
        return groups

    # -- findings -----------------------------------------------------------------

    def replace_findings(self, found: Mapping[Touched, Iterable[Finding]]) -> None:
        """Set what each check found under each key, in place of what it had found."""
        new = {pair: {finding.id: finding for finding in findings} for pair, findings in found.items()}
        with self._database.write() as connection:
            old = self._findings_under(connection, new)
            for (check, key), findings in new.items():
                if old.get((check, key), {}) == findings:
                    continue
                connection.execute(delete(FINDING).where(FINDING.c.check == check, FINDING.c.under == key))
                for finding in findings.values():
                    _insert_finding(connection, check, key, finding)

    def _findings_under(
        self, connection: Connection, pairs: Iterable[Touched]
    ) -> dict[Touched, dict[str, Finding]]:
        found: dict[Touched, dict[str, Finding]] = {}
        rows = select(FINDING).where(_under(FINDING.c.check, FINDING.c.under, pairs))
        for row in connection.execute(rows).mappings():
            found.setdefault((row["check"], row["under"]), {})[row["id"]] = value_of(Finding, row)
        return found

    def drop_findings(self) -> None:
        with self._database.write() as connection:
            connection.execute(delete(FINDING))

    def findings(self, *, check: str = "", kind: str = "", severity: str = "") -> list[Finding]:
        """Each finding once, the most severe first, then by id; empty arguments do not filter."""
        rows = select(FINDING)
        for column, wanted in (
            (FINDING.c.check, check),
            (FINDING.c.kind, kind),
            (FINDING.c.severity, severity),
        ):
            rows = rows.where(column == wanted) if wanted else rows
        with self._database.read() as connection:
            found = [
                value_of(Finding, row) for row in connection.execute(rows.order_by(FINDING.c.key)).mappings()
            ]
        return _once(found)

    def anchors(self, ids: Iterable[str]) -> list[PastFinding]:
        """What makes the ids of some findings; those that are none now are left out."""
        rows = select(FINDING.c.id, FINDING.c.check, FINDING.c.anchors).distinct().order_by(FINDING.c.id)
        with self._database.read() as connection:
            found = connection.execute(rows.where(among(FINDING.c.id, dumped(sorted(ids))))).mappings()
            return [value_of(PastFinding, row) for row in found]

    def finding(self, id_: str) -> Finding:
        """Raises UnknownId."""
        with self._database.read() as connection:
            rows = connection.execute(select(FINDING).where(FINDING.c.id == id_)).mappings().all()
        if not rows:
            raise UnknownId(id_, "finding")
        return _once([value_of(Finding, row) for row in rows])[0]

    def findings_on(self, value: str) -> list[Finding]:
        """The findings that rest on a value, in the order of `findings`."""
        touched = select(EVIDENCE.c.finding).where(EVIDENCE.c.value == value)
        rows = select(FINDING).where(FINDING.c.key.in_(touched)).order_by(FINDING.c.key)
        with self._database.read() as connection:
            return _once([value_of(Finding, row) for row in connection.execute(rows).mappings()])

    def clear_links(self) -> None:
        """Forget pairs, keys, findings, and who is one speaker: a rebuild derives them anew."""
        with self._database.write() as connection:
            for table in (PAIR, VALUE_KEY, FINDING):
                connection.execute(delete(table))
            connection.execute(update(MEMBER).values(speaker=MEMBER.c.id))

    # -- problems -----------------------------------------------------------------

    def put_problems(self, problems: Iterable[Problem]) -> None:
        """Keep problems; the same problem is kept once."""
        if problems := tuple(problems):
            with self._database.write() as connection:
                insert_problems(connection, problems)

    def problems(self, document: str | None = None) -> list[Problem]:
        """All, or those of one document, in the order in which they came."""
        rows = select(PROBLEM).order_by(PROBLEM.c.key)
        rows = rows if document is None else rows.where(PROBLEM.c.document == document)
        with self._database.read() as connection:
            return [value_of(Problem, row) for row in connection.execute(rows).mappings()]

    def drop_problems(self, stage: str, *, location: str = "") -> None:
        """Forget problems of stages that begin so ("" is all of them), of one location if it is given."""
        gone = PROBLEM.c.stage.startswith(stage, autoescape=True)
        with self._database.write() as connection:
            here = gone & (PROBLEM.c.location == location) if location else gone
            connection.execute(delete(PROBLEM).where(here))


def insert_problems(connection: Connection, problems: Iterable[Problem]) -> None:
    rows = [columns_of(problem) for problem in problems]
    put(connection, PROBLEM, [row | {"id": content_id("problem", dumped(row))} for row in rows])


def _under(check: Column[Any], key: Column[Any], pairs: Iterable[Touched]) -> ColumnElement[bool]:
    """Is it any of these (check, key)? One question for all keys of each check."""
    keys: dict[str, list[str]] = {}
    for name, one in pairs:
        keys.setdefault(name, []).append(one)
    return or_(false(), *((check == name) & among(key, dumped(mine)) for name, mine in keys.items()))


def _insert_finding(connection: Connection, check: str, key: str, finding: Finding) -> None:
    # `check` is that of the caller: it is what the next replacement looks for.
    row = columns_of(finding) | {"id": finding.id, "under": key, "check": check}
    made = connection.execute(insert(FINDING).values(row)).inserted_primary_key
    assert made is not None
    _insert_evidence(connection, made[0], finding)


def _insert_evidence(connection: Connection, key: int, finding: Finding) -> None:
    values = {piece.claim or piece.quote for piece in finding.evidence}
    put(connection, EVIDENCE, [{"value": value, "finding": key} for value in sorted(filter(None, values))])


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """One finding may come under several keys: the most severe form of it is shown."""
    ordered = sorted(findings, key=lambda finding: (finding.severity.rank, finding.id))
    return list({finding.id: finding for finding in reversed(ordered)}.values())[::-1]
