"""What people decide; each verb adds a judgement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.judging import destroyed_since
from claims.ledger.base import Base
from claims.model import Judgement
from claims.readymade import imports
from claims.views import Draft


class Deciding(Base):
    """The reviewer is the one who opened the record."""

    def judge(
        self,
        subjects: Sequence[str],
        verdict: str,
        *,
        value: str = "",
        note: str = "",
        shown: str = "",
        settles: bool = False,
    ) -> Judgement:
        """Decide a finding (real, dismissed with a reason as value, unsure), a pair of quotes or
        speakers (same, different, unsure), or one quote: apart takes it out of its utterance,
        together puts it back, preferred makes it the version to show.

        Args:
            shown: the words that were on screen.

        Raises:
            UnknownId, AmbiguousId: a subject.
            BadValue: the verdict or the reason.
        """
        return self._decider.judge(subjects, verdict, value=value, note=note, shown=shown, settles=settles)

    def judge_all(self, drafts: Iterable[Draft]) -> list[Judgement]:
        """Several verdicts in one step: all of them or none, and one undo takes all of them back.

        Raises:
            UnknownId, AmbiguousId, BadValue: as `judge`; nothing is kept then.
        """
        return self._decider.judge_all(drafts)

    def clear(self, subjects: Sequence[str]) -> list[Judgement]:
        """Take back what this reviewer decided of a finding, a quote or a pair, whenever that was, as new
        rows; `redo` brings it back. Raises NothingLeft.
        """
        return self.clear_all([subjects])

    def clear_all(self, things: Iterable[Sequence[str]]) -> list[Judgement]:
        """The same for several things, in one step."""
        return self._decider.clear_all(things)

    def correct(self, wanted: str, field: str, value: str, *, note: str = "") -> Judgement:
        """Set one field of a quote, claim or document by hand; what it touches is derived again.

        `claims.corrections.fields_of` lists the fields of a value. An empty value
        takes the field away (a quote without a speaker).
        """
        return self._decider.correct(wanted, field, value, note=note)

    def record(self, document: str, start: int, end: int, *, speaker: str = "", note: str = "") -> Judgement:
        """Record a passage as a quote by hand; the quote's id is `claims.corrections.recorded_id` of it."""
        return self._decider.record(document, start, end, speaker=speaker, note=note)

    def note(self, wanted: str, words: str) -> Judgement:
        return self._decider.note(wanted, words)

    def tag(self, wanted: str, tag: str, *, remove: bool = False) -> Judgement:
        return self._decider.tag(wanted, tag, remove=remove)

    def put_in_series(self, topic: str, claim: str, *, note: str = "") -> Judgement:
        """Add a claim to the figures of a topic that its words do not find.

        Raises:
            UnknownId, AmbiguousId: the claim.
            BadValue: there is no word in the topic.
        """
        return self._decider.series(topic, claim, "added", note=note)

    def drop_from_series(self, topic: str, claim: str, *, note: str = "") -> Judgement:
        """Take a claim out of the figures of a topic that only seems to count the same; raises as above."""
        return self._decider.series(topic, claim, "dropped", note=note)

    def arrange_series(
        self, topic: str, *, added: Iterable[str] = (), dropped: Iterable[str] = (), note: str = ""
    ) -> list[Judgement]:
        """Both for several claims, all or none of them; raises as above."""
        return self._decider.series_of_all(topic, added, dropped, note=note)

    def prefer(self, quote: str) -> Judgement:
        """Make this quote the version of its utterance that is shown first."""
        return self._decider.prefer(quote)

    def undo(self) -> list[Judgement]:
        """Take back this reviewer's last decision, or all that was decided with it in one step: a new
        row for each. Raises NothingLeft.
        """
        return self._turned(self._decider.undo())

    def redo(self) -> list[Judgement]:
        """Decide again what the last undo took back, a new row for each. Raises NothingLeft."""
        return self._turned(self._decider.redo())

    def _turned(self, made: list[Judgement]) -> list[Judgement]:
        for row in made:
            imports.finish(self._store, self._decisions, self._linker, row)
        return made

    def destroyed_since(self, undone: Judgement) -> bool:
        """Was a document destroyed after a decision that an undo took back? That stays as it is."""
        return destroyed_since(self._decisions.all(), undone)

    def split(self, speaker: str, member: str, *, note: str = "", shown: str = "") -> Judgement:
        """Take a member out of a speaker: what else belongs to it is kept apart from it from then on.

        Raises:
            BadValue: the member is no part of the speaker, or all of it.
        """
        return self._decider.split(speaker, member, note=note, shown=shown)

    def withdraw(self, document: str, *, note: str = "", purge: bool = False) -> Judgement:
        """Hide a document; with `purge` its text and snapshot are destroyed for good."""
        return self._decider.withdraw(document, note=note, purge=purge)

    def withdraw_import(self, wanted: str = "", *, note: str = "") -> Judgement:
        """Hide all that one import of ready-made quotes brought, but what came with another one too; the
        latest that was not taken back if none is wanted.

        Raises:
            UnknownId, AmbiguousId: the import.
            BadValue: it is taken back.
            NothingLeft: no import is left.
        """
        return self._decider.withdraw_import(wanted, note=note)
