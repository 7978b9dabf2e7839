"""The decisions of an export on their way into this record: appended as they are, followed like one's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from claims import decisions
from claims.carrying import Carrier
from claims.errors import UnknownId
from claims.exchange import fitting
from claims.exchange.chains import Chains
from claims.exchange.incoming import Line, Refused
from claims.exchange.lines import BadLine
from claims.following import Follower
from claims.judging import destroys
from claims.linking import Linker
from claims.model import Judgement, JudgementKind, PastFinding
from claims.pages import Pages
from claims.views import Added, Status, Taken

if TYPE_CHECKING:
    from claims.store import Store

# Decisions of one transaction: enough that waiting for the disk is nothing beside the
# rest, few enough that another program waits less than a second for its turn.
_BATCH = 100


class Decisions:
    """Takes in decisions, chain by chain; a chain that is broken ends at its fault."""

    def __init__(self, store: Store, known: decisions.Decisions, linker: Linker, follower: Follower) -> None:
        self._store = store
        self._decisions = known
        self._pages = Pages(store, known, linker)
        self._follower = follower
        self._chains = Chains(store)
        self._findings: list[PastFinding] = []
        self._destroyed: dict[str, list[str]] = defaultdict(list)

    def taken(self) -> Iterator[Taken]:
        """What became of each reviewer's decisions, by name."""
        for one in self._chains.taken():
            yield replace(one, destroyed=tuple(self._destroyed[one.by]))

    def lacking(self, heads: Mapping[str, Iterable[str]]) -> Iterator[str]:
        """Reviewers of whom an end of the chain is not here, though none of their decisions was refused."""
        return (by for by, hashes in heads.items() if self._chains.lacking(by, hashes))

    def take(self, lines: Iterable[Line]) -> Iterator[Added]:
        """What is refused, in order; nothing else is told one by one."""
        batch: list[Judgement] = []
        for line in lines:
            if isinstance(line.held, PastFinding):
                self._findings.append(line.held)
                continue
            try:
                made = self._checked(line)
            except BadLine as error:
                yield Added(line.place, Status.FAILED, str(error))
                continue
            if made is not None:
                batch.append(made)
            if len(batch) == _BATCH:
                self._keep(batch)
                batch = []
        self._keep(batch)
        self._carry_findings()

    def _carry_findings(self) -> None:
        """Let verdicts on findings that this record never made follow to those that stand in their place:
        another version of a page stood here already.
        """
        decided = {one.subjects[0] for one in self._decisions.all() if one.kind is JudgementKind.FINDING}
        known = self._store.present(decided) | self._store.past(decided).keys()
        new = [one for one in self._findings if one.id in decided - known]
        if not new:
            return
        carrier = Carrier(self._store, self._decisions)
        anchors = self._store.values({id_ for one in new for id_ in one.anchors})
        with self._decisions.together():
            seen = carrier.look(())
            self._store.put_past(new)
            for document in sorted({value.document for value in anchors.values()}):
                self._pages.link(document)
            carrier.carry(seen)

    def _checked(self, line: Line) -> Judgement | None:
        """The decision of a line, or None if it is not new.

        Raises:
            BadLine: it is refused, and with it what its reviewer decided after it.
        """
        held = line.held
        by = held.by if isinstance(held, Judgement | Refused) else ""
        try:
            if not isinstance(held, Judgement):
                raise BadLine(held.why if isinstance(held, Refused) else "it is no decision")
            fitting.check(held)
            return held if self._chains.is_new(held) else None
        except BadLine as error:
            if not by:
                raise
            self._chains.broke(by)
            raise BadLine(f"a decision of {by} is refused, with all that follow it: {error}") from None

    def _keep(self, batch: list[Judgement]) -> None:
        """Append decisions and let derived rows follow: all of them or none."""
        if not batch:
            return
        with self._decisions.together():
            self._store.take(batch)
            for about in self._to_follow(batch):
                self._follower.follow([about])
        for made in batch:
            if destroys(made) and not self._store.is_purged(made.subjects[0]):
                self._destroyed[made.by].append(made.subjects[0])

    def _to_follow(self, batch: list[Judgement]) -> list[Judgement]:
        """What they are about, each once: derived rows follow all that stands of one subject."""
        found: dict[object, Judgement] = {}
        for made in batch:
            about: Judgement | None = made
            if made.kind in (JudgementKind.UNDO, JudgementKind.REDO):
                about = self._judgement(made.subjects[0])
            if about is not None:
                alone = about.id if about.kind is JudgementKind.PASSAGE else ""
                found[about.kind, about.subjects, alone] = about
        return list(found.values())

    def _judgement(self, id_: str) -> Judgement | None:
        try:
            return self._store.judgement(id_)
        except UnknownId:
            return None
