"""The one door to a record. Each verb lists its steps; the work is done elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claims.errors import InputError
from claims.model import Cluster, Judgement, Problem, Speaker
from claims.ports import Material
from claims.views import (
    Added,
    Answer,
    Assessed,
    DocumentLine,
    HistoryLine,
    Hit,
    Kind,
    Query,
    Queue,
    Rebuilt,
    Searched,
    Shown,
    SourceLine,
    Utterance,
    Verified,
)


class Ledger:
    """A record, open. Use it in a `with` statement; safe to use from several threads.

    Every id argument may be shortened to its first 6 or more characters.
    """

    location: str
    by: str
    read_only: bool

    @classmethod
    def open(
        cls, location: str | Path, *, by: str = "", create: bool = False, read_only: bool = False
    ) -> Ledger:
        """Open the record at a path.

        Args:
            by: the reviewer's name for decisions; the login name if empty.
            create: make a new record where there is none.

        Raises:
            NoSuchRecord, NotARecord, NewerRecord, DamagedRecord, ReadOnlyRecord, StoreBusy.
        """
        raise NotImplementedError

    def close(self) -> None: ...
    def __enter__(self) -> Ledger: ...
    def __exit__(self, *exc: object) -> None: ...

    # -- intake ---------------------------------------------------------------

    def add(self, materials: Iterable[Material | InputError], *, jobs: int = 1) -> Iterator[Added]:
        """Read, extract, store, match and check each input; one result each, in order."""
        raise NotImplementedError

    def rebuild(self) -> Rebuilt: ...
    def withdraw(self, document: str, *, note: str = "", purge: bool = False) -> Judgement: ...

    # -- asking ---------------------------------------------------------------

    def search(self, query: Query) -> Answer: ...
    def keys(self, query: Query) -> Sequence[int]:
        """Row keys of every hit, newest first: what a virtual list scrolls over."""
        raise NotImplementedError

    def hits(self, kind: Kind, keys: Sequence[int]) -> list[Hit]:
        """The rows of some keys, in their order (kinds quotes and claims)."""
        raise NotImplementedError

    def searched(self) -> Searched: ...
    def show(self, wanted: str) -> Shown: ...
    def speakers(self, words: str = "") -> list[Speaker]: ...
    def sources(self) -> list[SourceLine]: ...
    def documents(self, source: str = "") -> list[DocumentLine]: ...
    def duplicates(self) -> list[Utterance]: ...
    def audit(
        self, *, check: str = "", kind: str = "", severity: str = "", status: str = ""
    ) -> list[Assessed]: ...
    def queue(self, *, order: str = "first", decided: bool = False) -> Queue:
        """What is to decide.

        Args:
            order: "first" (what to look at first), "newest" or "random".
            decided: also give the items this reviewer has decided.
        """
        raise NotImplementedError

    def problems(self) -> list[Problem]: ...
    def history(self, *, subject: str = "", by: str = "", limit: int | None = None) -> list[HistoryLine]:
        """Decisions, newest first."""
        raise NotImplementedError

    # -- deciding -------------------------------------------------------------

    def judge(
        self, subjects: Sequence[str], verdict: str, *, value: str = "", note: str = "",
        shown: str = "", settles: bool = False,
    ) -> Judgement:
        """Decide a finding (real, dismissed with a reason as value, unsure), or a pair of quotes
        or speakers (same, different, unsure).

        Args:
            shown: the words that were on screen.

        Raises:
            UnknownId, AmbiguousId: a subject.
            BadValue: the verdict or the reason.
        """
        raise NotImplementedError

    def correct(self, wanted: str, field: str, value: str, *, note: str = "") -> Judgement:
        """Set one field of a quote, claim or document by hand; what it touches is derived again.

        Fields: of a quote: speaker, role, organization, bounds (START:END), said_on, kind, quote
        ("no": it is none; "yes"); of a claim: speaker, value, unit, counted, place, event, period,
        as_of, claim ("no"); of a document: title, author, source, kind, published, modified, url.
        An empty value takes the field away (a quote without a speaker).
        """
        raise NotImplementedError

    def record(self, document: str, start: int, end: int, *, speaker: str = "", note: str = "") -> Judgement:
        """Record a passage as a quote by hand; its id is `Quote.id_of` of the passage."""
        raise NotImplementedError

    def note(self, wanted: str, words: str) -> Judgement: ...
    def tag(self, wanted: str, tag: str, *, remove: bool = False) -> Judgement: ...
    def prefer(self, quote: str) -> Judgement: ...
    def undo(self) -> Judgement:
        """Take back this reviewer's last decision, as a new row. BadValue if there is none."""
        raise NotImplementedError

    def redo(self) -> Judgement: ...

    # -- care -----------------------------------------------------------------

    def verify(self) -> Verified: ...
    def backup(self, target: Path) -> Path:
        """A checked copy of the database and its snapshots: one ZIP file."""
        raise NotImplementedError
