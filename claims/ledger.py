"""The one door to a record. Each verb lists its steps; the work is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claims import adding, answering, authorities, reviewing, suggesting
from claims.authorities import Refused
from claims.deciding import Decider, reviewer
from claims.decisions import Decisions
from claims.errors import InputError
from claims.exchange import ExportFile, giving
from claims.exchange.taking import Taking
from claims.following import Follower
from claims.intake import DEFAULT_EXTRACTOR
from claims.judging import destroyed_since
from claims.linking import Linker
from claims.matching.likely import Likely
from claims.matching.speakers import Part
from claims.model import Entry, Judgement, Problem, Speaker
from claims.ports import ExportItem, ExportRow, Material
from claims.readymade import waiting
from claims.readymade.row import Stated
from claims.readymade.storing import store_rows
from claims.rebuilding import Rebuild
from claims.store import Store
from claims.store.waiting import Step
from claims.utterances import printed_often, utterances
from claims.views import (
    Added,
    Answer,
    Assessed,
    AuthorityTaken,
    DocumentLine,
    HistoryLine,
    Hit,
    Kind,
    Query,
    Queue,
    Rebuilt,
    ReviewItem,
    Searched,
    Shown,
    SourceLine,
    Taken,
    Utterance,
    Verified,
)

if TYPE_CHECKING:
    from claims.asked.values import Checked


class Ledger:
    """A record, open. Use it in a `with` statement; safe to use from several threads.

    Every id argument may be shortened to its first 6 or more characters.
    """

    def __init__(self, store: Store, by: str) -> None:
        self._store = store
        self.by = by
        self._decisions = Decisions(store)
        self._linker = Linker(store, self._decisions)
        self._follower = Follower(store, self._decisions, self._linker)
        self._decider = Decider(store, self._decisions, self._follower, self.by)
        self._parts = (store, self._decisions, self._linker, self._follower)

    @classmethod
    def open(
        cls, location: str | Path, *, by: str = "", create: bool = False, read_only: bool = False
    ) -> Ledger:
        """Open the record at a path.

        Args:
            by: the reviewer's name for decisions; the login name if empty.
            create: make a new record where there is none.

        Raises:
            BadValue: the name cannot be printed on a line.
            NoSuchRecord, NotARecord, NewerRecord, DamagedRecord, ReadOnlyRecord, StoreBusy.
        """
        name = reviewer(by)
        return cls(Store.open(location, create=create, read_only=read_only), name)

    @property
    def location(self) -> str:
        return self._store.location

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    @property
    def changed(self) -> int:
        """Another number after every write, whoever wrote: tells an app when to look again."""
        return self._store.changed

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    # -- intake ---------------------------------------------------------------

    def add(
        self,
        materials: Iterable[Material | InputError],
        *,
        jobs: int = 1,
        extractor: str = DEFAULT_EXTRACTOR,
    ) -> Iterator[Added]:
        """Read, extract, store, match and check each input; one result for each document, in order."""
        return adding.add(*self._parts, materials, jobs=jobs, extractor=extractor)

    def rebuild(
        self,
        *,
        jobs: int = 1,
        extractor: str = DEFAULT_EXTRACTOR,
        progress: Callable[[int, int], None] = lambda done, steps: None,
    ) -> Rebuilt:
        """Derive everything again from the kept snapshots; decisions stay with what they were about.

        Args:
            jobs: how many documents are read at once.
            extractor: name of the installed extractor to use.
            progress: told steps done and how many there are.
        """
        return Rebuild(self._store, self._decisions, self._linker).run(
            jobs=jobs, extractor=extractor, progress=progress
        )

    def take_authority(self, entries: Iterable[Entry | Refused], location: str) -> AuthorityTaken:
        """Take in an authority file as `claims.authorities.read` reads it: speakers who fit an entry by
        name, role and date are it from now on. The same file again changes nothing; a newer one
        replaces entries of the same id.
        """
        return authorities.take(self._store, self._linker.naming, entries, location)

    def import_record(
        self, file: ExportFile, *, jobs: int = 1, extractor: str = DEFAULT_EXTRACTOR
    ) -> Iterator[Added | Taken]:
        """Take in what another record exported: its documents, and its decisions as they were made.

        What is here stays as it is, so the same file again changes nothing.

        Returns:
            One result a document and a refused line, in order; then one for each reviewer.
        """
        return Taking(*self._parts, file, extractor=extractor).run(jobs)

    def import_quotes(self, rows: Iterable[Stated | InputError]) -> Iterator[list[Added]]:
        """Store ready-made quotes, some thousands in one transaction; what became of each row, in order.

        A row that is here stays as it is. What follows is done by `match_waiting`, `read_figures` and
        `check_waiting`, in this order.
        """
        return store_rows(self._store, self._decisions, rows)

    def match_waiting(self, *, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
        """Find what is one utterance with imported quotes that wait for it; returns how many waited.

        Args:
            progress: told quotes done and how many there are.
        """
        return waiting.match(self._store, self._decisions, self._linker, progress=progress)

    def read_figures(
        self,
        *,
        jobs: int = 1,
        extractor: str = DEFAULT_EXTRACTOR,
        progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> int:
        """Find and check the figures in imported quotes that were matched; returns how many they hold."""
        return waiting.read_figures(*self._parts, jobs=jobs, extractor=extractor, progress=progress)

    def check_waiting(self, *, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
        """Check imported quotes against their other printings; returns how many waited for it."""
        return waiting.check(self._store, self._decisions, self._linker, progress=progress)

    def waiting(self) -> int:
        """How many imported quotes wait for their figures or matches."""
        return sum(self._store.waiting(step) for step in Step)

    def withdraw(self, document: str, *, note: str = "", purge: bool = False) -> Judgement:
        """Hide a document; with `purge` its text and snapshot are destroyed for good."""
        return self._decider.withdraw(document, note=note, purge=purge)

    # -- asking ---------------------------------------------------------------

    def search(self, query: Query) -> Answer:
        """Hits, newest first, how many in all, and what was searched."""
        return answering.search(self._store, query)

    def first(self, query: Query, wanted: int) -> Sequence[int]:
        """Row keys of the first hits, newest first: within milliseconds, while `keys` of a common word takes
        a second in a record of a million quotes (kinds quotes and claims).
        """
        return self._store.first(query, wanted)

    def warm(self) -> None:
        """Read ahead what searches need: for who will ask many; a single search needs it not."""
        self._store.warm()

    def keys(self, query: Query) -> Sequence[int]:
        """Row keys of every hit, newest first: what a virtual list scrolls over."""
        return self._store.keys(query)

    def slices(self, query: Query) -> Iterator[Sequence[int]]:
        """The same in parts; between two of them it may be given up."""
        return self._store.slices(query)

    def count(self, query: Query) -> int:
        """How many hits there are, whatever the limit."""
        return answering.count(self._store, query)

    def hits(self, kind: Kind, keys: Sequence[int]) -> list[Hit]:
        """The rows of some keys, in their order (kinds quotes and claims)."""
        return self._store.hits(kind, keys)

    def searched(self) -> Searched:
        """What the record holds to search in."""
        return self._store.searched()

    def show(self, wanted: str) -> Shown:
        """Everything about one document, quote, claim, finding, speaker or judgement."""
        return answering.show(self._store, self._decisions, self._linker, wanted)

    def speakers(self, words: str = "") -> list[Speaker]:
        """Speakers with their counts, most quoted first."""
        return answering.speakers(self._store, words)

    def members(self, speaker: str) -> tuple[Speaker, list[Part]]:
        """A speaker, and what each of its members said as it."""
        return answering.members(self._store, speaker)

    def suggestions(self, speaker: str = "") -> list[Likely]:
        """Pairs of speakers that may be one and that nobody has judged, the likeliest first; with
        `speaker` those of one.
        """
        return self._suggestions(speaker)

    def speaker_cases(self, speaker: str = "", limit: int = 200) -> list[ReviewItem]:
        """The same as things to decide, each side with what it said last."""
        return suggesting.cases(self._store, self._suggestions(speaker)[:limit])

    def _suggestions(self, speaker: str) -> list[Likely]:
        wanted = self._store.resolve(speaker)[1] if speaker else ""
        authority = self._linker.naming.authority
        return suggesting.suggestions(self._store, self._decisions, authority, wanted)

    def sources(self) -> list[SourceLine]:
        """Sources with their counts, by name."""
        return self._store.source_lines()

    def documents(self, source: str = "") -> list[DocumentLine]:
        """Documents, newest first, undated last."""
        return self._store.document_lines(source)

    def duplicates(self, query: Query | None = None) -> list[Utterance]:
        """Quotes that are one utterance, the most printed first.

        Args:
            query: which quotes one of its versions must be among; None for all.
        """
        query = query or Query(limit=None)
        found = printed_often(self._store, self._linker, query)
        return utterances(self._store, self._decisions, found, query.limit)

    def check(self, text: str, *, speaker: str = "", limit: int = 5) -> Checked:
        """Did anyone say this? The nearest statements, passages that are no quote, and claims of the
        same measure; or what was searched.

        Args:
            speaker: did this one say it? Words of a name or role, or an id; if empty, whom the text names.
            limit: how many utterances.

        Raises:
            BadValue: there is no word in the text.
        """
        from claims.asked.asking import check  # reading a paste takes extraction, which takes long to load

        return check(self._store, self._decisions, text, speaker=speaker, limit=limit)

    def audit(
        self, *, check: str = "", kind: str = "", severity: str = "", status: str = ""
    ) -> list[Assessed]:
        """Findings, most severe first, with what was decided of them."""
        found = self._store.findings(check=check, kind=kind, severity=severity)
        assessed = reviewing.assess(found, self._decisions, self._store)
        return [one for one in assessed if not status or one.status.value == status]

    def queue(self, *, order: str = "first", decided: bool = False) -> Queue:
        """What is to decide.

        Args:
            order: "first" (what to look at first), "newest" or "random".
            decided: also give the items this reviewer has decided.
        """
        return reviewing.queue(self._store, self._decisions, self.by, order=order, decided=decided)

    def problems(self) -> list[Problem]:
        """What could not be read or decided."""
        return self._store.problems()

    def history(
        self, *, subject: str = "", by: str = "", limit: int | None = None, changed: bool = False
    ) -> list[HistoryLine]:
        """Decisions, newest first; with `changed` only those whose passage changed."""
        return answering.history(
            self._store, self._decisions, subject=subject, by=by, limit=limit, only_changed=changed
        )

    # -- giving ---------------------------------------------------------------

    def export_rows(self, query: Query) -> Iterator[ExportRow]:
        """Every hit with all its fields, newest first."""
        return giving.rows(self._store, query)

    def export_record(self, query: Query, *, decisions: bool = True) -> Iterator[ExportItem]:
        """What `import_record` of another record takes in: all of this one, or what a query with
        words or filters touches; decisions of all reviewers, whole.
        """
        return giving.record(self._store, query, decisions=decisions)

    # -- deciding -------------------------------------------------------------

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

    def prefer(self, quote: str) -> Judgement:
        """Make this quote the version of its utterance that is shown first."""
        return self._decider.prefer(quote)

    def undo(self) -> Judgement:
        """Take back this reviewer's last decision, as a new row. Raises NothingLeft."""
        return self._decider.undo()

    def redo(self) -> Judgement:
        """Decide again what the last undo took back, as a new row. Raises NothingLeft."""
        return self._decider.redo()

    def destroyed_since(self, undone: Judgement) -> bool:
        """Was a document destroyed after a decision that an undo took back? That stays as it is."""
        return destroyed_since(self._decisions.all(), undone)

    def split(self, speaker: str, member: str, *, note: str = "", shown: str = "") -> Judgement:
        """Take a member out of a speaker: what else belongs to it is kept apart from it from then on.

        Raises:
            BadValue: the member is no part of the speaker, or all of it.
        """
        return self._decider.split(speaker, member, note=note, shown=shown)

    # -- care -----------------------------------------------------------------

    def verify(self) -> Verified:
        """Are the database, the snapshots, the offsets and the chains sound?"""
        return self._store.verify()

    def backup(self, target: Path) -> Path:
        """A checked copy of the database and its snapshots: one ZIP file."""
        return self._store.backup(target)
