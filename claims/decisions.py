"""The record's judgements, kept in memory and brought up to date before each use."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING

from claims.judging import outcomes, standing
from claims.model import Judgement, JudgementKind, Outcome
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
                self._outcomes = {}
            return self._read

    def forget(self) -> None:
        """Read everything again at the next look."""
        with self._lock:
            # A new list: another thread may be walking through the old one.
            self._read, self._ordered, self._last, self._standing = [], Ordered(), 0, None
            self._outcomes = {}

    def standing(self) -> list[Judgement]:
        """Those in force, oldest first."""
        with self._lock:
            read = self.all()
            if self._standing is None:
                self._standing = standing(read)
            return self._standing

    def outcomes(self, kind: JudgementKind) -> dict[tuple[str, ...], Outcome]:
        """What the reviewers' verdicts of one kind come to, by subjects."""
        with self._lock:
            stands = self.standing()
            if kind not in self._outcomes:
                self._outcomes[kind] = outcomes(stands, kind)
            return self._outcomes[kind]

    def on(self, subject: str, *kinds: JudgementKind) -> list[Judgement]:
        """Standing judgements about one id, oldest first."""
        return [j for j in self.standing() if subject in j.subjects and (not kinds or j.kind in kinds)]

    def quote_verdicts(self) -> Verdicts:
        """Agreed or settled verdicts on pairs of quotes."""
        return self._pairs(JudgementKind.QUOTES)

    def speaker_verdicts(self) -> Verdicts:
        """Agreed or settled verdicts on pairs of speakers."""
        return self._pairs(JudgementKind.SPEAKERS)

    def _pairs(self, kind: JudgementKind) -> Verdicts:
        found = self.outcomes(kind)
        return {(s[0], s[1]): result.verdict for s, result in found.items() if result.verdict}
