"""One decision at a time: checked, appended to the chain, followed by derived rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from claims import corrections
from claims.config import login_name
from claims.corrections.bounds import BOUNDS, words_at
from claims.corrections.bounds import SHOWN as _SHOWN
from claims.decisions import Decisions
from claims.errors import BadValue, NothingLeft, UnknownId
from claims.following import Follower
from claims.judging import PURGE, to_redo, to_undo
from claims.model import Judgement, JudgementKind, Quote, QuoteKind
from claims.model.judgements import LONGEST_NAME, is_name
from claims.naming import rest_of
from claims.readymade.imports import chosen
from claims.series.key import NO_WORD, key_of
from claims.verdicts import Verdicts
from claims.views import Draft

if TYPE_CHECKING:
    from claims.store import Store

# What is cleared by deciding the same again.
CLEARED = (
    JudgementKind.FINDING,
    JudgementKind.QUOTES,
    JudgementKind.SPEAKERS,
    JudgementKind.UTTERANCE,
    JudgementKind.PREFERRED,
)


def reviewer(by: str) -> str:
    """Under what name decisions are kept: the login name if none is given.

    Raises:
        BadValue: the name cannot be printed on a line, so that no other record would take it.
    """
    by = by or login_name()
    if not is_name(by):
        raise BadValue("reviewer", by, f"a name is one line of {LONGEST_NAME} characters at most")
    return by


class Decider:
    """Decisions of one reviewer on one record."""

    def __init__(self, store: Store, decisions: Decisions, follower: Follower, by: str) -> None:
        self._store = store
        self._decisions = decisions
        self._follower = follower
        self._by = by
        self._verdicts = Verdicts(store, decisions, by)
        # Ids of what was decided here.
        self.made: set[str] = set()

    def judge(
        self, subjects: Sequence[str], verdict: str, *, value: str, note: str, shown: str, settles: bool
    ) -> Judgement:
        draft = self._verdicts.of(subjects, verdict, value=value, note=note, shown=shown, settles=settles)
        return self._keep([draft])[0]

    def judge_all(self, drafts: Iterable[Draft]) -> list[Judgement]:
        checked = [
            self._verdicts.of(one.subjects, one.verdict, value=one.value, shown=one.shown) for one in drafts
        ]
        return self._keep(checked) if checked else []

    def clear_all(self, things: Iterable[Sequence[str]]) -> list[Judgement]:
        wanted = {tuple(sorted(self._store.resolve(id_)[1] for id_ in subjects)) for subjects in things}
        own = [one for one in self._decisions.standing() if one.by == self._by and one.kind in CLEARED]
        mine = [one for one in own if wanted.intersection(self._decisions.subjects(one))]
        if not mine:
            raise NothingLeft("undo", "you have decided nothing of this that can be taken back")
        return self._step(JudgementKind.UNDO, mine[::-1])

    def split(self, wanted: str, member: str, *, note: str, shown: str) -> Judgement:
        speaker, taken = self._resolved(wanted, "speaker"), self._resolved(member, "speaker")
        pair = rest_of(self._store, speaker, taken)
        return self._decide(JudgementKind.SPEAKERS, pair, "different", value=taken, note=note, shown=shown)

    def correct(self, wanted: str, field: str, written: str, *, note: str) -> Judgement:
        kind, id_ = self._store.resolve(wanted)
        if kind not in ("quote", "claim", "document"):
            raise BadValue("subject", wanted, "corrections are made to quotes, claims and documents")
        before = self._checked(kind, id_, field, written)
        return self._decide(
            JudgementKind.CORRECTION, (id_,), field, value=written.strip(), note=note, shown=before
        )

    def _checked(self, kind: str, id_: str, field: str, written: str) -> str:
        """Raise BadValue unless the correction can be made; returns the words it is about: of new
        bounds those that they hold, so that they are known wherever the text goes.
        """
        if kind == "document":
            document = self._store.document(id_)
            if self._store.is_purged(id_):
                raise BadValue("subject", id_, "this document was destroyed")
            corrections.check(document, field, written, document.text)
            return document.title
        value = self._store.value(id_)
        text = self._store.document(value.document).text
        corrections.check(value, field, written, text)
        return words_at(written, text) if field == BOUNDS else value.text[:_SHOWN]

    def record(self, wanted: str, start: int, end: int, *, speaker: str, note: str) -> Judgement:
        id_ = self._resolved(wanted, "document")
        text = self._store.document(id_).text
        span = corrections.span_of(f"{start}:{end}", text)
        words = span.of(text)
        there = [quote for quote in self._store.quotes_of(id_) if quote.spans == (span,)]
        if there:
            raise BadValue("passage", f"{start}:{end}", f"it is recorded as {there[0].id}")
        said = {
            "start": span.start,
            "end": span.end,
            "speaker": speaker.strip(),
            "kind": (QuoteKind.DIRECT if _in_marks(text, span.start) else QuoteKind.INDIRECT).value,
            "quote": self._free_id(id_, words),
        }
        value = json.dumps(said, sort_keys=True)
        return self._decide(
            JudgementKind.PASSAGE, (id_,), "record", value=value, note=note, shown=words[:_SHOWN]
        )

    def _free_id(self, document: str, words: str) -> str:
        """The id of the next quote of these words; one that is hidden keeps its own."""
        ids = (Quote.id_of(document, words, nth) for nth in count())
        return next(id_ for id_ in ids if not self._store.values([id_]))

    def note(self, wanted: str, words: str) -> Judgement:
        if not words.strip():
            raise BadValue("note", words, "write something")
        _, id_ = self._store.resolve(wanted)
        return self._decide(JudgementKind.NOTE, (id_,), "note", note=words)

    def tag(self, wanted: str, tag: str, *, remove: bool) -> Judgement:
        tag = tag.strip()
        if not tag or any(sign.isspace() or not sign.isprintable() for sign in tag):
            raise BadValue("tag", tag, "a tag is one word")
        kind, id_ = self._store.resolve(wanted)
        if kind not in ("quote", "claim", "document", "finding"):
            raise BadValue("subject", wanted, "tags go on quotes, claims, documents and findings")
        return self._decide(JudgementKind.TAG, (id_,), "untag" if remove else "tag", value=tag)

    def series(self, topic: str, wanted: str, verdict: str, *, note: str) -> Judgement:
        """Put a claim into the figures of a topic, or take it out."""
        if not key_of(topic):
            raise BadValue("topic", topic, NO_WORD)
        id_ = self._resolved(wanted, "claim")
        mine = self._own_series(topic, id_)
        if mine and mine.verdict == verdict and note in ("", mine.note):
            return mine
        shown, value = self._store.value(id_).text[:_SHOWN], " ".join(topic.split())
        return self._decide(JudgementKind.FIGURES, (id_,), verdict, value=value, note=note, shown=shown)

    def series_of_all(
        self, topic: str, added: Iterable[str], dropped: Iterable[str], *, note: str
    ) -> list[Judgement]:
        """Both for several claims: all of them are known, or nothing is decided."""
        asked = [*((one, "added") for one in added), *((one, "dropped") for one in dropped)]
        found = [(self._resolved(one, "claim"), verdict) for one, verdict in asked]
        with self._decisions.together():
            return [self.series(topic, id_, verdict, note=note) for id_, verdict in found]

    def _own_series(self, topic: str, claim: str) -> Judgement | None:
        """What this reviewer last decided of a claim for a topic, if it stands."""
        key = key_of(topic)
        for each in reversed(self._decisions.standing()):
            is_own = each.kind is JudgementKind.FIGURES and each.by == self._by and key_of(each.value) == key
            if is_own and (claim,) in self._decisions.subjects(each):
                return each
        return None

    def prefer(self, wanted: str) -> Judgement:
        return self._decide(JudgementKind.PREFERRED, (self._resolved(wanted, "quote"),), "preferred")

    def withdraw(self, wanted: str, *, note: str, purge: bool) -> Judgement:
        id_ = self._resolved(wanted, "document")
        value = PURGE if purge else ""
        with self._decisions.together():  # the decision and what it destroys: both or neither
            made = self._decide(JudgementKind.WITHDRAWAL, (id_,), "withdraw", value=value, note=note)
            if purge:
                self._store.purge(id_)
        self._store.finish_purges()
        return made

    def withdraw_import(self, wanted: str, *, note: str) -> Judgement:
        one = chosen(self._store, self._decisions, wanted)
        shown = f"{one.quotes:,} {'quote' if one.quotes == 1 else 'quotes'} of {one.location}"
        return self._decide(
            JudgementKind.WITHDRAWAL, (one.id,), "withdraw", value=one.moment, note=note, shown=shown
        )

    def undo(self) -> list[Judgement]:
        last = to_undo(self._decisions.all(), self._by)
        if not last:
            raise NothingLeft("undo", "you have decided nothing that can be taken back")
        return self._step(JudgementKind.UNDO, last[::-1])

    def redo(self) -> list[Judgement]:
        undone = to_redo(self._decisions.all(), self._by)
        if not undone:
            raise NothingLeft("redo", "you took nothing back, or decided something since")
        return self._step(JudgementKind.REDO, undone)

    def _step(self, kind: JudgementKind, targets: Sequence[Judgement]) -> list[Judgement]:
        now = datetime.now(UTC)
        rows = [Judgement(kind, (target.id,), kind.value, self._by, now) for target in targets]
        return self._keep(rows, about=targets)

    def _decide(
        self,
        kind: JudgementKind,
        subjects: tuple[str, ...],
        verdict: str,
        *,
        value: str = "",
        note: str = "",
        shown: str = "",
    ) -> Judgement:
        now = datetime.now(UTC)
        return self._keep([Judgement(kind, subjects, verdict, self._by, now, value, note, shown)])[0]

    def _keep(self, drafts: Sequence[Judgement], about: Sequence[Judgement] = ()) -> list[Judgement]:
        """Keep one step, and let derived rows follow it or what it is about: both or neither."""
        with self._decisions.together():
            made = self._store.append_all(drafts)
            self._follower.follow(about or made)
        self.made.update(row.id for row in made)
        return made

    def _resolved(self, wanted: str, kind: str) -> str:
        found, id_ = self._store.resolve(wanted)
        if found != kind:
            raise UnknownId(wanted, kind)
        return id_


_MARKS = '"\u201c\u201d\u00ab\u2018'


def _in_marks(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] in _MARKS
