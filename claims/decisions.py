"""The record's judgements, kept in memory and brought up to date before each use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

from claims.carried import Carried
from claims.judging import of_import, outcomes, standing
from claims.matching.clusters import QuoteVerdicts
from claims.model import Attachment, Judgement, JudgementKind, Outcome
from claims.ordering import Ordered

if TYPE_CHECKING:
    from claims.store import Store

# Of two reviewers who disagree on a pair neither wins: a disputed pair is left
# to the machine until one settles it.
Verdicts = dict[tuple[str, str], str]


class Decisions:
    """Reads only rows that came since the last look, so that each key press stays quick.

    Inside a transaction its own rows are seen before others can see them: what was
    read is forgotten if the transaction fails, or if a thread outside it looks meanwhile.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = RLock()  # the app asks from several threads
        self._read: list[Judgement] = []
        self._ordered = Ordered()
        self._last = 0
        self._standing: list[Judgement] | None = None
        self._outcomes: dict[JudgementKind, dict[tuple[str, ...], Outcome]] = {}
        self._about: dict[str, list[Judgement]] | None = None
        self._carried: tuple[int, Carried] | None = None
        self._taken_back: tuple[list[Judgement], frozenset[str]] | None = None

    def all(self) -> list[Judgement]:
        """Every judgement, undo and redo rows included, in the one order of decisions."""
        with self._lock:
            last = self._store.last_judgement()
            if last < self._last:
                self.forget()
            if last != self._last:
                # Rows that came after `last` was asked for come again at the next look.
                self._ordered.add(self._store.judgements(after=self._last))
                self._read = self._ordered.all()
                self._last = last
                self._standing = None
                self.forget_attachments()
            return self._read

    @contextmanager
    def together(self) -> Iterator[None]:
        """One transaction of the record; if it fails, what was read of its rows is forgotten."""
        try:
            with self._store.together():
                yield
        except BaseException:
            self.forget()
            raise

    def forget(self) -> None:
        """Read everything again at the next look."""
        with self._lock:
            # A new list: another thread may be walking through the old one.
            self._read, self._ordered, self._last, self._standing = [], Ordered(), 0, None
            self.forget_attachments()

    def forget_attachments(self) -> None:
        """Look again at which ids decisions are carried on to: call it after they were changed."""
        with self._lock:
            self._carried, self._about, self._outcomes = None, None, {}

    def standing(self) -> list[Judgement]:
        """Those in force, oldest first."""
        with self._lock:
            read = self.all()
            if self._standing is None:
                self._standing = standing(read)
            return self._standing

    def taken_back(self) -> frozenset[str]:
        """When the imports began that were taken back as a whole."""
        with self._lock:
            stands = self.standing()
            if self._taken_back is None or self._taken_back[0] is not stands:
                latest = {moment: each.verdict for each in stands if (moment := of_import(each))}
                found = frozenset(moment for moment, verdict in latest.items() if verdict == "withdraw")
                self._taken_back = stands, found
            return self._taken_back[1]

    def carried(self) -> Carried:
        """The attachments in force: those that people did not judge to be different things."""
        with self._lock:
            stands = self.standing()
            changed = self._store.changed
            if self._carried is None or self._carried[0] != changed:
                verdicts = outcomes(stands, JudgementKind.ATTACHMENT)
                apart = {subjects for subjects, result in verdicts.items() if result.verdict == "different"}
                found = Carried(
                    one for one in self._store.attachments() if tuple(sorted((one.old, one.new))) not in apart
                )
                self.forget_attachments()
                self._carried = changed, found
            return self._carried[1]

    def are_attached(self, one: str, other: str) -> bool:
        """Is one attached to the other, in force or taken back?"""
        both = {one, other}
        return any({each.old, each.new} == both for each in self._store.attachments())

    def subjects(self, judgement: Judgement) -> list[tuple[str, ...]]:
        """What a judgement is about: its own subjects first, what they are now last."""
        return self.carried().subjects(judgement)

    def steps(self, judgement: Judgement) -> list[Attachment]:
        """The attachments from what a judgement was about to what it is about now."""
        carried = self.carried()
        if len(carried.subjects(judgement)) == 1:
            return []
        return [step for id_ in judgement.subjects for step in carried.steps(id_)]

    def outcomes(self, kind: JudgementKind) -> dict[tuple[str, ...], Outcome]:
        """What the reviewers' verdicts of one kind come to, by subjects, attachments followed."""
        with self._lock:
            stands, carried = self.standing(), self.carried()
            if kind not in self._outcomes:
                self._outcomes[kind] = outcomes(stands, kind, carried.subjects)
            return self._outcomes[kind]

    def on(self, subject: str, *kinds: JudgementKind) -> list[Judgement]:
        """Standing judgements about one id, or about one that is attached to it, oldest first."""
        with self._lock:
            stands, carried = self.standing(), self.carried()
            if self._about is None:
                self._about = {}
                for judgement in stands:
                    for id_ in {id_ for subjects in carried.subjects(judgement) for id_ in subjects}:
                        self._about.setdefault(id_, []).append(judgement)
            found = self._about.get(subject, [])
        return [judgement for judgement in found if not kinds or judgement.kind in kinds]

    def quote_verdicts(self) -> QuoteVerdicts:
        """Agreed or settled verdicts on pairs of quotes, and on quotes that stand alone."""
        single = self.outcomes(JudgementKind.UTTERANCE)
        alone = (subjects[0] for subjects, result in single.items() if result.verdict == "apart")
        return QuoteVerdicts(self._pairs(JudgementKind.QUOTES), alone)

    def speaker_verdicts(self) -> Verdicts:
        """Agreed or settled verdicts on pairs of speakers."""
        return self._pairs(JudgementKind.SPEAKERS)

    def taken_out(self) -> set[str]:
        """Members that people took out of a speaker and nobody put back."""
        found = self.outcomes(JudgementKind.SPEAKERS).values()
        splits = (
            made for one in found if one.verdict == "different" for made in one.judgements if made.value
        )
        return {self.carried().now(made.value) for made in splits}

    def _pairs(self, kind: JudgementKind) -> Verdicts:
        found = self.outcomes(kind)
        return {(s[0], s[1]): result.verdict for s, result in found.items() if result.verdict}
