"""Makes derived rows follow what people decided: after a decision or an undo, and when a document comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claims.carrying import Carrier
from claims.decisions import Decisions
from claims.judging import of_import
from claims.linking import Linker
from claims.model import Judgement, JudgementKind
from claims.overlay import Overlay
from claims.pages import Pages
from claims.readymade import imports
from claims.succession import anchored_again

if TYPE_CHECKING:
    from claims.store import Store
    from claims.store.finished import Figured, Finished


# What a finding rests on is another thing after these, or two things.
_MAY_END_FINDINGS = (
    JudgementKind.QUOTES,
    JudgementKind.UTTERANCE,
    JudgementKind.CORRECTION,
    JudgementKind.PASSAGE,
    JudgementKind.WITHDRAWAL,
)


class Follower:
    """For each kind of judgement, what it changes in derived rows."""

    def __init__(self, store: Store, decisions: Decisions, linker: Linker) -> None:
        self._store = store
        self._decisions = decisions
        self._linker = linker
        self._pages = Pages(store, decisions, linker)
        self._overlay = Overlay(store, decisions, linker)
        self._carrier = Carrier(store, decisions)

    def follow(self, step: Sequence[Judgement]) -> None:
        """Bring what these judgements are about in line with the judgements that stand now."""
        self._carry_on({id_ for judgement in step for id_ in judgement.subjects})
        may_end = any(judgement.kind in _MAY_END_FINDINGS for judgement in step)
        seen = self._carrier.findings() if may_end else None
        for judgement in step:
            for subjects in self._decisions.subjects(judgement):
                self._follow(judgement, subjects)
        if seen is not None:
            self._carrier.carry_findings(seen)
            self._decisions.forget_attachments()

    def _carry_on(self, subjects: Iterable[str]) -> None:
        """What is decided of a value of an older version counts for what stands in its place."""
        for document in sorted({value.document for value in self._store.values(subjects).values()}):
            version = self._store.version_of(document)
            if version and version.newer:
                anchored_again(self._store, self._decisions, document)

    def _follow(self, judgement: Judgement, subjects: tuple[str, ...]) -> None:
        match judgement.kind:
            case JudgementKind.CORRECTION:
                self._overlay.correct(subjects[0])
            case JudgementKind.PASSAGE:
                self._overlay.record(judgement)
            case JudgementKind.QUOTES | JudgementKind.UTTERANCE:
                self._linker.pair_around(subjects)
                self._linker.check_again(subjects)
            case JudgementKind.SPEAKERS:
                members = self._store.members(ids=subjects)
                self._linker.group_forms(member.form for member in members)
            case JudgementKind.TAG:
                self._overlay.tag(subjects[0])
            case JudgementKind.WITHDRAWAL:
                self._withdraw(judgement, subjects[0])
            case JudgementKind.ATTACHMENT:
                self._part(subjects)
            case _:
                pass

    def _withdraw(self, judgement: Judgement, subject: str) -> None:
        if moment := of_import(judgement):
            imports.follow(self._store, self._decisions, self._linker, moment)
        else:
            self._overlay.withdraw(subject)

    def _part(self, attached: tuple[str, ...]) -> None:
        """After an attachment was taken back, or not any more: what was decided of both ids, anew."""
        ended = {self._decisions.carried().now(id_) for id_ in attached}
        decided = {j.id: j for id_ in {*attached, *ended} for j in self._decisions.on(id_)}
        for id_ in sorted({*attached, *ended}):
            if self._store.present([id_]):
                self._overlay.tag(id_)
                self._overlay.correct(id_)
        for judgement in decided.values():
            if judgement.kind in (JudgementKind.QUOTES, JudgementKind.UTTERANCE, JudgementKind.SPEAKERS):
                self.follow([judgement])

    def take_in(self, document: str) -> None:
        """Match and check a document that is new, lay what people decided over it, and let verdicts on
        findings of the versions that it replaced go on.
        """
        version = self._store.version_of(document)
        seen = self._carrier.look(()) if version else None
        # What an import brings may be older than what stands there: then that is new against it.
        link = self._overlay.link_page if version and version.newer else self._pages.link
        link(document)
        self._overlay.lay_over([document])
        if seen:
            self._carrier.carry(seen)

    def page_changed(self, document: str) -> None:
        """A known document came again, so that the versions of its page are others: what was decided of
        them goes on.
        """
        seen = self._carrier.look(())
        self._overlay.link_page(document)
        self._carrier.carry(seen)

    def catch_up(self, documents: Sequence[Finished | Figured]) -> None:
        """Lay what people decided over new documents that replace none: decisions may come before them."""
        decided = {id_ for judgement in self._decisions.all() for id_ in judgement.subjects}
        self._overlay.lay_over(one.id for one in documents if not decided.isdisjoint(one.ids))
