"""Pairs, keys, findings and problems: derived from values by matching and checks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, insert, or_, select

from claims.errors import UnknownId
from claims.model import Finding, Pair, PastFinding, Problem
from claims.model.identity import content_id
from claims.store.base import Part
from claims.store.dialect import EACH, among, ask_plain, insert_rows, put, put_plain, put_rows, run_plain
from claims.store.filed import Filed, filed_as, files_of
from claims.store.rows import EVIDENCE, FINDING, PAIR, PROBLEM, QUOTE, VALUE_KEY
from claims.store.values import columns_of, dumped, value_of

_UNDER = f"SELECT key, value FROM value_key WHERE key IN {EACH}"


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
            run_plain(
                connection, "DELETE FROM pair WHERE a = ? AND b = ?", [(row["a"], row["b"]) for row in rows]
            )
            insert_rows(connection, PAIR, rows)

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

    def put_keys(self, keys: Mapping[str, Iterable[int]]) -> None:
        """Set the marks under which each value is compared, in place of those it had; ids of no value
        are passed over.
        """
        with self._database.write() as connection:
            filed = filed_as(connection, keys)
            new = {(mark, filed[id_]) for id_, marks in keys.items() if id_ in filed for mark in marks}
            held = select(VALUE_KEY).where(among(VALUE_KEY.c.value, dumped(sorted(filed.values()))))
            old = {(row.key, row.value) for row in connection.execute(held)}
            for mark, value in sorted(old - new):
                row = (VALUE_KEY.c.key == mark) & (VALUE_KEY.c.value == value)
                connection.execute(delete(VALUE_KEY).where(row))
            put_plain(connection, VALUE_KEY, sorted(new - old))

    def keys_of(self, values: Iterable[str]) -> set[int]:
        """Every mark under which some values are compared."""
        with self._database.read() as connection:
            filed = dumped(sorted(filed_as(connection, values).values()))
            marks = select(VALUE_KEY.c.key).where(among(VALUE_KEY.c.value, filed))
            return set(connection.execute(marks.distinct()).scalars())

    def values_under(self, marks: Iterable[int], alone: Collection[int] = ()) -> dict[int, list[Filed]]:
        """The values that share a mark, in order, for each of these marks that two and more share.

        Args:
            alone: marks for which one value is enough.
        """
        groups: dict[int, list[int]] = {}
        with self._database.read() as connection:
            for mark, value in ask_plain(connection, _UNDER, dumped(sorted(marks))):
                groups.setdefault(mark, []).append(value)
            shared = {
                mark: sorted(found) for mark, found in groups.items() if len(found) > 1 or mark in alone
            }
            filed = files_of(connection, {value for values in shared.values() for value in values})
        return {mark: [filed[value] for value in values] for mark, values in shared.items()}

    # -- findings -----------------------------------------------------------------

    def replace_findings(self, found: Mapping[int, Iterable[Finding]]) -> None:
        """Set what was found under each mark, in place of what had been found."""
        new = {mark: {finding.id: finding for finding in findings} for mark, findings in found.items()}
        with self._database.write() as connection:
            old = self._findings_under(connection, new)
            changed = [mark for mark in new if old.get(mark, {}) != new[mark]]
            gone = [mark for mark in changed if mark in old]
            connection.execute(delete(FINDING).where(among(FINDING.c.under, dumped(gone))))
            for mark in changed:
                for finding in new[mark].values():
                    _insert_finding(connection, mark, finding)

    def _findings_under(self, connection: Connection, marks: Iterable[int]) -> dict[int, dict[str, Finding]]:
        found: dict[int, dict[str, Finding]] = {}
        rows = select(FINDING).where(among(FINDING.c.under, dumped(list(marks))))
        for row in connection.execute(rows).mappings():
            found.setdefault(row["under"], {})[row["id"]] = value_of(Finding, row)
        return found

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

    def drop_problems(self, stage: str) -> None:
        """Forget problems of stages that begin so ("" is all of them)."""
        gone = PROBLEM.c.stage.startswith(stage, autoescape=True)
        with self._database.write() as connection:
            connection.execute(delete(PROBLEM).where(gone))

    def forget_unread(self, stage: str, locations: Iterable[str]) -> None:
        """Forget problems of a stage with inputs at some locations of which no document came."""
        lost = (PROBLEM.c.document == "") & (PROBLEM.c.stage == stage)
        gone = lost & among(PROBLEM.c.location, dumped(sorted(set(locations))))
        with self._database.read() as connection:
            if connection.execute(select(PROBLEM.c.key).where(gone).limit(1)).first() is None:
                return
        with self._database.write() as connection:
            connection.execute(delete(PROBLEM).where(gone))


def insert_problems(connection: Connection, problems: Iterable[Problem]) -> None:
    rows = [columns_of(problem) for problem in problems]
    put_rows(connection, PROBLEM, [{"id": content_id("problem", dumped(row))} | row for row in rows])


def _insert_finding(connection: Connection, mark: int, finding: Finding) -> None:
    row = columns_of(finding) | {"id": finding.id, "under": mark}
    made = connection.execute(insert(FINDING).values(row)).inserted_primary_key
    assert made is not None
    _insert_evidence(connection, made[0], finding)


def _insert_evidence(connection: Connection, key: int, finding: Finding) -> None:
    values = {piece.claim or piece.quote for piece in finding.evidence}
    put(connection, EVIDENCE, [{"value": value, "finding": key} for value in sorted(filter(None, values))])


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """One finding may come under several keys: of its most severe forms the one with most evidence is shown,
    whichever key was looked at first.
    """
    best: dict[str, Finding] = {}
    for finding in sorted(findings, key=_grave_and_full):
        best.setdefault(finding.id, finding)
    return list(best.values())


def _grave_and_full(finding: Finding) -> tuple[int, str, int, int, str]:
    rank, id_ = finding.severity.rank, finding.id
    return rank, id_, -len(finding.evidence), -len(finding.why), finding.sentence
