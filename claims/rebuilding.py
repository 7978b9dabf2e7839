"""Derives a record again from its kept snapshots, a few documents at a time, while people go on judging."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.carrying import Carrier
from claims.changed import changed
from claims.corrections import recorded_id
from claims.decisions import Decisions
from claims.intake import DEFAULT_EXTRACTOR, Prepared, check_extractor
from claims.keying import compared_by
from claims.linking import Linker
from claims.model import Attachment, Claim, Document, Judgement, JudgementKind, Problem, Quote
from claims.overlay import Overlay
from claims.pages import Pages
from claims.registry import CHECKS, plugins
from claims.rereading import Reread, reread
from claims.store.extracted import is_same
from claims.turns import in_turns
from claims.views import CarriedOn, Rebuilt, Tally

if TYPE_CHECKING:
    from claims.store import Store

_STAGE = "rebuild"

# Steps done, and how many there are: each document is derived, then linked.
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Counts:
    changed: int = 0
    quotes: Tally = field(default_factory=Tally)
    claims: Tally = field(default_factory=Tally)


class Rebuild:
    """One rebuild: documents are read and extracted again outside any transaction.

    First those that come out otherwise are replaced, decisions laid over them; then
    all are matched and checked again. Transactions are short, so that whoever judges
    meanwhile waits for one at most; killed at any time, every document is
    either old or new, and the next rebuild comes to the same end.
    """

    def __init__(self, store: Store, decisions: Decisions, linker: Linker) -> None:
        self._store = store
        self._decisions = decisions
        self._overlay = Overlay(store, decisions, linker)
        self._pages = Pages(store, decisions, linker)
        self._linker = linker
        self._carrier = Carrier(store, decisions)
        self._counts = _Counts()

    def run(
        self,
        *,
        jobs: int = 1,
        extractor: str = DEFAULT_EXTRACTOR,
        progress: Progress = lambda *_: None,
        only: Collection[str] | None = None,
    ) -> Rebuilt:
        """Derive all documents again, or `only` some."""
        check_extractor(extractor)
        findings, attachments = self._store.finding_ids(), self._store.attachments()
        ids = self._store.document_ids()
        if only is None:
            with self._decisions.together():
                self._clear()
        else:
            ids = [id_ for id_ in ids if id_ in only]
        problems: list[Problem] = []
        done = 0
        for batch in reread(self._store, ids, jobs=jobs, extractor=extractor):
            problems += [self._problem(one) for one in batch if one.why]
            for number in in_turns(self._decisions, batch, self._replace):
                progress(done := done + number, 2 * len(ids))
        with self._decisions.together():
            self._store.derive_versions()
        for number in in_turns(self._decisions, ids, self._link):
            progress(done := done + number, 2 * len(ids))
        for _ in in_turns(self._decisions, self._by_hand(), self._link_value):
            pass
        with self._decisions.together():
            self._finish(whole=only is None)
        self._store.shrink()
        return self._report(len(ids), problems, findings, attachments)

    def _clear(self) -> None:
        """Forget what checks found that are installed no more, that a check stopped (they run again), what
        a rebuild before could not read, and what damage has garbled.
        """
        self._store.drop_unreadable()
        self._store.drop_checks_but(list(plugins(CHECKS)))
        self._store.drop_problems("check ")
        self._store.drop_problems(_STAGE)

    # -- derive -------------------------------------------------------------------

    def _replace(self, again: Reread) -> None:
        """Put what came out otherwise in place of what is there, decisions laid over it."""
        if again.why:
            self._store.put_problems([self._problem(again)])
        if again.made and again.made.document and self._is_new(again.id, again.made):
            self._put(again.made.document, again.made)

    def _problem(self, unread: Reread) -> Problem:
        title = self._store.document(unread.id).title
        return Problem(_STAGE, f"“{title}”: {unread.why}" if title else unread.why, unread.id)

    def _is_new(self, id_: str, made: Prepared) -> bool:
        """Does a document come out otherwise? Nothing is written of one that does not."""
        assert made.document is not None
        there = self._store.derived(id_)
        if there.purged:
            return False
        if is_same(there, made.document, made.extraction):
            self._count(Tally(len(made.extraction.quotes)), Tally(len(made.extraction.claims)))
            self._store.set_makers(id_, made.extractor, made.document.read_with)
            return False
        return True

    def _put(self, document: Document, made: Prepared) -> None:
        seen = self._carrier.look([document.id])
        before = list(seen.values[document.id].values())
        around = self._linker.unlink(value.id for value in before)
        touched = self._store.keys_of(value.id for value in before)
        self._store.replace_derived(document, made.extraction, extractor=made.extractor)
        moved = self._carrier.attach(seen)
        self._linker.group_speakers(before)
        self._overlay.lay_over([document.id])
        self._pages.link(document.id)
        self._linker.check_again(self._store.present(around), documents=[document.id], marks=touched)
        self._carrier.carry(seen, moved)
        self._counts.changed += 1
        for one in moved:
            self._count(one.tally(Quote), one.tally(Claim))

    def _link(self, id_: str) -> None:
        seen = self._carrier.look(())
        self._overlay.lay_over([id_])
        self._pages.link(id_)
        self._carrier.carry(seen)
        self._store.end_waiting([id_])

    def _by_hand(self) -> list[str]:
        """Quotes that people corrected or recorded, in the order of their last decision.

        Of two quotes the one matched last looks for the other, which need not find it: as when
        people decided, what they changed is matched after all that came in.
        """
        found: dict[str, None] = {}
        for judgement in self._decisions.standing():
            for id_ in self._changed_by(judgement):
                found.pop(id_, None)
                found[id_] = None
        return list(found)

    def _changed_by(self, judgement: Judgement) -> list[str]:
        match judgement.kind:
            case JudgementKind.CORRECTION:
                return [subject for (subject,) in self._decisions.subjects(judgement)]
            case JudgementKind.PASSAGE:
                return [recorded_id(judgement)]
            case _:
                return []

    def _link_value(self, id_: str) -> None:
        value = self._store.values([id_]).get(id_)
        if isinstance(value, Quote):
            self._linker.link([value])

    def _finish(self, *, whole: bool) -> None:
        self._carrier.finish()
        # Verdicts on speakers hold for other members now, so these are grouped again.
        self._linker.group_forms(())
        if whole:
            self._store.set_made_by(CHECKS, compared_by())

    # -- report -------------------------------------------------------------------

    def _count(self, quotes: Tally, claims: Tally) -> None:
        self._counts.quotes += quotes
        self._counts.claims += claims

    def _report(
        self, documents: int, problems: list[Problem], findings: set[str], attachments: list[Attachment]
    ) -> Rebuilt:
        now = self._store.finding_ids()
        return Rebuilt(
            documents,
            self._counts.changed,
            self._counts.quotes,
            self._counts.claims,
            len(now),
            len(now - findings),
            len(findings - now),
            tuple(self._carried_on(set(attachments))),
            tuple(changed(self._store, self._decisions)),
            tuple(problems),
        )

    def _carried_on(self, before: set[Attachment]) -> Iterator[CarriedOn]:
        for judgement in self._decisions.standing():
            steps = self._decisions.steps(judgement)
            if set(steps) - before:
                yield CarriedOn(judgement, tuple(steps))
