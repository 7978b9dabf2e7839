"""Makes derived rows follow what people decided, after a decision, an undo and a rebuild."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claims.carrying import Carrier
from claims.corrections import corrected, passage, recorded_id
from claims.corrections.bounds import BOUNDS, moved_bounds
from claims.decisions import Decisions
from claims.errors import UnknownId
from claims.linking import Linker
from claims.model import Claim, Document, Judgement, JudgementKind, Quote
from claims.succession import anchored_again

if TYPE_CHECKING:
    from claims.store import Store
    from claims.store.finished import Finished


class Follower:
    """For each kind of judgement, what it changes in derived rows."""

    def __init__(self, store: Store, decisions: Decisions, linker: Linker) -> None:
        self._store = store
        self._decisions = decisions
        self._linker = linker

    def follow(self, judgement: Judgement) -> None:
        """Bring what this judgement is about in line with the judgements that stand now."""
        self._carry_on(judgement.subjects)
        for subjects in self._decisions.subjects(judgement):
            self._follow(judgement, subjects)

    def _carry_on(self, subjects: Iterable[str]) -> None:
        """What is decided of a value of an older version counts for what stands in its place."""
        for document in sorted({value.document for value in self._store.values(subjects).values()}):
            version = self._store.version_of(document)
            if version and version.newer:
                anchored_again(self._store, self._decisions, document)

    def _follow(self, judgement: Judgement, subjects: tuple[str, ...]) -> None:
        match judgement.kind:
            case JudgementKind.CORRECTION:
                self.correct(subjects[0])
            case JudgementKind.PASSAGE:
                self.record(judgement)
            case JudgementKind.QUOTES:
                self._linker.check_again(subjects)
            case JudgementKind.SPEAKERS:
                members = self._store.members(ids=subjects)
                self._linker.group_forms(member.form for member in members)
            case JudgementKind.TAG:
                self.tag(subjects[0])
            case JudgementKind.WITHDRAWAL:
                self.withdraw(subjects[0])
            case JudgementKind.ATTACHMENT:
                self.part(subjects)
            case _:
                pass

    def part(self, attached: tuple[str, ...]) -> None:
        """After an attachment was taken back, or not any more: what was decided of both ids, anew."""
        ended = {self._decisions.carried().now(id_) for id_ in attached}
        decided = {j.id: j for id_ in {*attached, *ended} for j in self._decisions.on(id_)}
        for id_ in sorted({*attached, *ended}):
            if self._store.present([id_]):
                self.tag(id_)
                self.correct(id_)
        for judgement in decided.values():
            if judgement.kind in (JudgementKind.QUOTES, JudgementKind.SPEAKERS):
                self.follow(judgement)

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
        if not isinstance(given, Document):
            stands = [placed for one in stands if (placed := self._placed(one, given))]
        if isinstance(given, Document):
            document, _ = corrected(given, stands, given.text)
            if document != self._store.document(subject):
                self._store.put_effective(document, hidden=False)
                self.link_document(document.id)
            return
        before = self._store.value(subject)
        value, hidden = corrected(given, stands, self._store.document(given.document).text)
        if value == before and hidden == self._store.is_hidden(subject):
            return
        self._store.put_effective(value, hidden=hidden)
        self._linker.group_speakers([before])
        self._linker.link([value, *anchored_again(self._store, self._decisions, value.document)])

    def _placed(self, correction: Judgement, value: Quote | Claim) -> Judgement | None:
        """A correction as it is for this value: bounds set in another version count in its own text."""
        if correction.verdict != BOUNDS or value.id in correction.subjects:
            return correction
        before = {**self._store.past(correction.subjects), **self._store.values(correction.subjects)}
        owner = next((one.document for one in before.values() if isinstance(one, Quote)), value.document)
        if owner == value.document:
            return correction
        texts = self._store.document(owner).text, self._store.document(value.document).text
        return moved_bounds(correction, value, *texts)

    def record(self, judgement: Judgement) -> None:
        """Store the passage that was recorded by hand, or take it out if that was undone.

        Where people recorded the same words in two records, the first who still does counts.
        """
        document, id_ = judgement.subjects[0], recorded_id(judgement)
        if not self._store.has_document(document):
            return
        text, stands = (
            self._store.document(document).text,
            self._decisions.on(document, JudgementKind.PASSAGE),
        )
        made = (passage(each, text) for each in stands if recorded_id(each) == id_)
        quote = next((one for one in made if one), None)
        before = self._store.values([id_])
        if quote:
            if not before or self._store.extracted(id_) != quote:
                self._store.add_recorded(quote)
                self._linker.link([quote, *anchored_again(self._store, self._decisions, document)])
        elif before:
            around = self._linker.unlink([id_])
            self._store.remove_recorded(id_)
            self._linker.group_speakers(before.values())
            older = anchored_again(self._store, self._decisions, document)
            self._linker.link([*self._store.values([id_]).values(), *older])
            self._linker.check_again(around - {id_}, documents=[document])
        self.correct(id_)

    def tag(self, subject: str) -> None:
        tags: dict[str, None] = {}
        for judgement in self._decisions.on(subject, JudgementKind.TAG):
            if judgement.verdict == "tag":
                tags[judgement.value] = None
            else:
                tags.pop(judgement.value, None)
        if sorted(tags) != self._store.tags_of(subject):
            self._store.set_tags(subject, list(tags))

    def withdraw(self, document: str) -> None:
        if not self._store.has_document(document):
            return
        stands = self._decisions.on(document, JudgementKind.WITHDRAWAL)
        withdrawn = bool(stands) and stands[-1].verdict == "withdraw"
        if withdrawn != self._store.is_withdrawn(document):
            self._store.set_withdrawn(document, withdrawn)
            self.link_page(document)

    def is_purged(self, subject: str) -> bool:
        """Was this document destroyed here? A decision that came from another record destroys nothing."""
        return self._store.is_purged(subject)

    def link_document(self, document: str) -> None:
        """Match and check every value of a document anew, and those of the versions that it replaced."""
        older = anchored_again(self._store, self._decisions, document)
        values = [*self._store.quotes_of(document), *self._store.claims_of(document), *older]
        self._linker.link(values, documents=[document])

    def link_page(self, document: str) -> None:
        """The same for all documents that came from the places of this one: another one stands there now."""
        for each in self._store.documents_beside(document):
            self.link_document(each)

    def take_in(self, document: str) -> None:
        """Match and check a document that is new, lay what people decided over it, and let verdicts on
        findings of the versions that it replaced go on.
        """
        version = self._store.version_of(document)
        carrier = Carrier(self._store, self._decisions)
        seen = carrier.look(()) if version else None
        # What an import brings may be older than what stands there: then that is new against it.
        link = self.link_page if version and version.newer else self.link_document
        link(document)
        self.lay_over([document])
        if seen:
            carrier.carry(seen)

    def catch_up(self, documents: Sequence[Finished]) -> None:
        """Lay what people decided over new documents that replace none: decisions may come before them."""
        decided = {id_ for judgement in self._decisions.all() for id_ in judgement.subjects}
        self.lay_over(one.id for one in documents if not decided.isdisjoint(one.ids))

    def lay_over(self, documents: Iterable[str]) -> None:
        """What people decided of some documents and of all that stands in them, laid over rows
        that were derived anew or came from elsewhere.

        Verdicts on pairs and findings need nothing: they are asked when values are linked.
        """
        for document in documents:
            self._lay_over(document)

    def _lay_over(self, document: str) -> None:
        if self.is_purged(document):
            return
        self.withdraw(document)
        self.correct(document)
        for judgement in self._decisions.on(document, JudgementKind.PASSAGE):
            self.record(judgement)
        self.tag(document)
        for id_ in self._store.ids_in(document):
            decided = {judgement.kind for judgement in self._decisions.on(id_)}
            if JudgementKind.TAG in decided:
                self.tag(id_)
            if JudgementKind.CORRECTION in decided:
                self.correct(id_)
