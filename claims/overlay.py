"""Lays what people decided over the rows of one value or document.

What stands is asked anew each time, so a decision, its undo and a row that was derived anew
are one case: the row is brought in line, and nothing is written where it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claims.corrections import corrected, passage, recorded_id
from claims.corrections.bounds import BOUNDS, moved_bounds
from claims.decisions import Decisions
from claims.errors import UnknownId
from claims.linking import Linker
from claims.model import Claim, Document, Judgement, JudgementKind, Quote
from claims.pages import Pages
from claims.readymade.imports import is_taken_back, is_withdrawn_alone
from claims.succession import anchored_again

if TYPE_CHECKING:
    from claims.store import Store


class Overlay:
    """Corrections, recorded passages, tags and withdrawals, each as it stands now."""

    def __init__(self, store: Store, decisions: Decisions, linker: Linker) -> None:
        self._store = store
        self._decisions = decisions
        self._linker = linker
        self._pages = Pages(store, decisions, linker)

    def lay_over(self, documents: Iterable[str]) -> None:
        """What people decided of some documents and of all that stands in them, laid over rows
        that were derived anew or came from elsewhere.

        Verdicts on pairs and findings need nothing: they are asked when values are linked.
        """
        for document in documents:
            self._lay_over(document)

    def _lay_over(self, document: str) -> None:
        if self._store.is_purged(document):
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

    def correct(self, subject: str) -> None:
        """Lay the standing corrections of one value over what extraction gave.

        A value that is gone, with a recorded passage or a purged document, keeps its
        corrections in the chain only.
        """
        if self._store.is_purged(subject):
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
                self._pages.link(document.id)
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
        alone = is_withdrawn_alone(self._decisions, document)
        withdrawn = alone or is_taken_back(self._store, self._decisions, document)
        if withdrawn != self._store.is_withdrawn(document):
            self._store.set_withdrawn(document, withdrawn)
            self.link_page(document)

    def link_page(self, document: str) -> None:
        """After another document stands at a place of this one: link its page, and lay over what decisions
        go on to now, or no longer.
        """
        before = set(self._store.attachments())
        self._pages.link_page(document)
        changed = before ^ set(self._store.attachments())
        for id_ in sorted({id_ for one in changed for id_ in (one.old, one.new)}):
            self.tag(id_)
            self.correct(id_)
