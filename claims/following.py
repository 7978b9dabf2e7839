"""Makes derived rows follow what people decided, after a decision, an undo and a rebuild."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.corrections import corrected, passage, recorded_id
from claims.decisions import Decisions
from claims.errors import UnknownId
from claims.judging import destroys
from claims.linking import Linker
from claims.model import Document, Judgement, JudgementKind

if TYPE_CHECKING:
    from claims.store import Store


class Follower:
    """For each kind of judgement, what it changes in derived rows."""

    def __init__(self, store: Store, decisions: Decisions, linker: Linker) -> None:
        self._store = store
        self._decisions = decisions
        self._linker = linker

    def follow(self, judgement: Judgement) -> None:
        """Bring what this judgement is about in line with the judgements that stand now."""
        match judgement.kind:
            case JudgementKind.CORRECTION:
                self.correct(judgement.subjects[0])
            case JudgementKind.PASSAGE:
                self.record(judgement)
            case JudgementKind.QUOTES:
                self._linker.check_again(judgement.subjects)
            case JudgementKind.SPEAKERS:
                members = self._store.members(ids=judgement.subjects)
                self._linker.group_forms(member.form for member in members)
            case JudgementKind.TAG:
                self.tag(judgement.subjects[0])
            case JudgementKind.WITHDRAWAL:
                self.withdraw(judgement.subjects[0])
            case _:
                pass

    def correct(self, subject: str) -> None:
        """Lay the standing corrections of one value over what extraction gave.

        A value that is gone, with a recorded passage or a purged document, keeps its
        corrections in the chain only.
        """
        if self.is_purged(subject):
            return
        try:
            given = self._store.extracted(subject)
        except UnknownId:
            return
        stands = self._decisions.on(subject, JudgementKind.CORRECTION)
        if isinstance(given, Document):
            document, _ = corrected(given, stands, given.text)
            self._store.put_effective(document, hidden=False)
            self.link_document(document.id)
            return
        before = self._store.value(subject)
        value, hidden = corrected(given, stands, self._store.document(given.document).text)
        self._store.put_effective(value, hidden=hidden)
        self._linker.group_speakers([before])
        self._linker.link([value])

    def record(self, judgement: Judgement) -> None:
        """Store the passage that was recorded by hand, or take it out if that was undone."""
        text = self._store.document(judgement.subjects[0]).text
        quote, id_ = passage(judgement, text), recorded_id(judgement)
        stands = judgement in self._decisions.on(judgement.subjects[0], JudgementKind.PASSAGE)
        if quote and stands:
            self._store.add_recorded(quote)
        else:
            around = self._linker.unlink([id_])
            self._store.remove_recorded(id_)
            self._linker.check_again(around - {id_}, documents=[judgement.subjects[0]])
        self.correct(id_)

    def tag(self, subject: str) -> None:
        tags: dict[str, None] = {}
        for judgement in self._decisions.on(subject, JudgementKind.TAG):
            if judgement.verdict == "tag":
                tags[judgement.value] = None
            else:
                tags.pop(judgement.value, None)
        self._store.set_tags(subject, list(tags))

    def withdraw(self, document: str) -> None:
        stands = self._decisions.on(document, JudgementKind.WITHDRAWAL)
        self._store.set_withdrawn(document, bool(stands) and stands[-1].verdict == "withdraw")
        self.link_document(document)

    def is_purged(self, subject: str) -> bool:
        """Did people have this document destroyed?"""
        return any(destroys(j) for j in self._decisions.on(subject, JudgementKind.WITHDRAWAL))

    def link_document(self, document: str) -> None:
        """Match and check every value of a document anew."""
        self._linker.link_documents([document])

    def replay(self) -> None:
        """After a rebuild: everything that people decided, laid over the new derived rows."""
        done: set[tuple[JudgementKind, tuple[str, ...]]] = set()
        for judgement in self._decisions.standing():
            key = (judgement.kind, judgement.subjects)
            if judgement.kind is JudgementKind.PASSAGE or key not in done:
                done.add(key)
                self.follow(judgement)
