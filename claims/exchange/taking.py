"""What becomes of an export in the record that takes it in.

Documents go through the same guarded reading as those that are added. Decisions are
appended as they are; derived rows follow them like one's own. Whatever ends it early,
whole documents and whole beginnings of chains are in, and the same file goes on there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from claims import adding
from claims.carrying import Carrier
from claims.decisions import Decisions
from claims.errors import InputError, UnknownId
from claims.exchange import fitting
from claims.exchange.chains import Chains
from claims.exchange.incoming import ExportFile, Line, Refused, is_decision
from claims.exchange.lines import BadLine
from claims.exchange.parsing import Arriving
from claims.following import Follower
from claims.judging import destroys
from claims.linking import Linker
from claims.model import Judgement, JudgementKind, PastFinding
from claims.ports import Material
from claims.rebuilding import Rebuild
from claims.views import Added, Status, Taken

if TYPE_CHECKING:
    from claims.store import Store

# Decisions of one transaction: enough that waiting for the disk is nothing beside the
# rest, few enough that another program waits less than a second for its turn.
_BATCH = 100


class Taking:
    """One import, from the head of the file to its end."""

    def __init__(
        self, store: Store, decisions: Decisions, follower: Follower, linker: Linker, file: ExportFile
    ) -> None:
        self._store = store
        self._decisions = decisions
        self._follower = follower
        self._rebuild = Rebuild(store, decisions, follower, linker)
        self._location = file.location
        self._head = file.head
        self._lines = iter(file)
        self._chains = Chains(store)
        self._aside: list[Added] = []
        self._documents = 0
        self._findings: list[PastFinding] = []
        self._ids: set[str] = set()
        self._earlier: set[str] = set()
        self._destroyed: dict[str, list[str]] = defaultdict(list)

    def run(self, jobs: int) -> Iterator[Added | Taken]:
        """One result a document and a refused line, in order; then one for each reviewer."""
        for added in adding.add(self._store, self._follower, self._materials(), jobs=jobs):
            yield from self._set_aside()
            self._note(added)
            yield added
        yield from self._set_aside()
        if self._earlier:
            self._rebuild.run(jobs=jobs, only=self._earlier)
        yield from self._decided()
        yield from self._missing()
        for taken in self._chains.taken():
            yield replace(taken, destroyed=tuple(self._destroyed[taken.by]))

    # -- documents ------------------------------------------------------------

    def _materials(self) -> Iterator[Material | InputError]:
        """Up to the first decision, which stays the next line."""
        for line in self._lines:
            if is_decision(line.held):
                self._lines = chain([line], self._lines)
                return
            self._documents += 1
            if isinstance(line.held, Refused):
                yield InputError(self._place(line), line.held.why)
            elif isinstance(line.held, Arriving):
                yield from self._material(line, line.held)

    def _material(self, line: Line, arriving: Arriving) -> Iterator[Material | InputError]:
        if not arriving.own and arriving.id not in self._ids:
            yield InputError(self._place(line), "its id is not that of its bytes and its address")
            return
        self._ids.add(arriving.id)
        if arriving.material is None:
            self._aside.append(Added(arriving.location, Status.SKIPPED, arriving.lacking, arriving.id))
        elif arriving.own and self._store.has_document(arriving.id):
            known = adding.known_already(self._store, self._follower, arriving.material)
            self._aside.append(known)
            self._note(known)
        else:
            yield arriving.material

    def _note(self, added: Added) -> None:
        if added.status is Status.UNCHANGED and self._came_earlier(added.document):
            self._earlier.add(added.document)

    def _came_earlier(self, id_: str) -> bool:
        """Did it come into the other record before it came into this one? What was said of it then counts."""
        document, came = self._store.document(id_), self._store.arrivals(id_)
        first = next((each for each in came if each.raw_sha256 == document.raw_sha256), came[0])
        return (first.location, first.retrieved) != (document.location, document.retrieved)

    def _set_aside(self) -> list[Added]:
        told, self._aside = self._aside, []
        return told

    # -- decisions ------------------------------------------------------------

    def _decided(self) -> Iterator[Added]:
        batch: list[Judgement] = []
        for line in self._lines:
            if isinstance(line.held, PastFinding):
                self._findings.append(line.held)
                continue
            try:
                made = self._checked(line)
            except BadLine as error:
                yield Added(self._place(line), Status.FAILED, str(error))
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
        with self._together():
            seen = carrier.look(())
            self._store.put_past(new)
            for document in sorted({value.document for value in anchors.values()}):
                self._follower.link_document(document)
            carrier.carry(seen)

    @contextmanager
    def _together(self) -> Iterator[None]:
        """One transaction; if it fails, what was read of it is forgotten."""
        try:
            with self._store.together():
                yield
        except BaseException:
            self._decisions.forget()
            raise

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
        with self._together():
            self._store.take(batch)
            for about in self._to_follow(batch):
                self._follower.follow(about)
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

    # -- the end --------------------------------------------------------------

    def _missing(self) -> Iterator[Added]:
        """What the head promises and the file does not hold: it was cut."""
        if self._documents < self._head.documents:
            why = f"it ends early: {self._documents:,} of {self._head.documents:,} documents are in it"
            yield Added(self._location, Status.FAILED, why)
        for by, heads in self._head.heads.items():
            if self._chains.lacking(by, heads):
                yield Added(self._location, Status.FAILED, f"it ends early: it lacks decisions of {by}")

    def _place(self, line: Line) -> str:
        return f"{self._location}, line {line.number}"
