"""What a record answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claims import answering, reviewing, suggesting
from claims.agreeing import agreements
from claims.hitting import every_hit
from claims.keying import compared_by
from claims.ledger.base import Base
from claims.matching.likely import Likely
from claims.matching.speakers import Part
from claims.model import Judgement, Outcome, Problem, Speaker
from claims.readymade.imports import imports
from claims.registry import CHECKS
from claims.utterances import printed_often, utterances
from claims.views import (
    Agreement,
    Answer,
    Assessed,
    DocumentLine,
    HistoryLine,
    Hit,
    ImportLine,
    Kind,
    Query,
    Queue,
    ReviewItem,
    Searched,
    Shown,
    SourceLine,
    Utterance,
    Which,
)

if TYPE_CHECKING:
    from claims.asked.values import Checked
    from claims.series.values import Counted, Series


class Asking(Base):
    """Reads, and never writes."""

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

    def mark(self) -> int:
        """A mark of what came in so far: `Query.after` finds what came in later."""
        return self._store.mark()

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

    def speaker_called(self, wanted: str) -> str:
        """The id of the one speaker whom an id, the beginning of one, or a name means.

        Raises:
            BadValue: nobody is called so, or several are, who are listed.
        """
        return answering.speaker_called(self._store, wanted)

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

    def versions(self, quotes: Iterable[str]) -> Utterance | None:
        """The utterance with most of these quotes among its versions; None if none of them has another."""
        ids = set(quotes)
        found = utterances(self._store, self._decisions, self._linker.clusters_of(ids))
        return max(found, key=lambda one: len(ids.intersection(one.cluster.members)), default=None)

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

    def figures(self, topic: str) -> Series:
        """The history of a figure: every claim that counts what a topic names, by date, with its change.

        Raises:
            BadValue: there is no word in the topic.
        """
        from claims.series.gathering import gather  # what tells units apart takes long to load

        return gather(self._store, self._decisions, topic)

    def counted_often(self) -> list[Counted]:
        """Topics for `figures`: what the claims of most documents count."""
        from claims.series.often import counted_often

        return counted_often(self._store)

    def audit(
        self,
        *,
        check: str = "",
        kind: str = "",
        severity: str = "",
        status: str = "",
        query: Query | None = None,
    ) -> list[Assessed]:
        """Findings, most severe first, with what was decided of them.

        Args:
            query: which quotes and claims one of its passages must be among; None for all.
        """
        found = self._store.findings(check=check, kind=kind, severity=severity)
        if query is not None and not query.is_empty:
            found = reviewing.resting_on(found, every_hit(self._store, query))
        assessed = reviewing.assess(found, self._decisions, self._store)
        return [one for one in assessed if not status or one.status.value == status]

    def outcomes(self, subjects: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], Outcome]:
        """What was decided of findings and of pairs of quotes or speakers, by their ids; without those
        of which nobody decided.
        """
        return reviewing.outcomes_of(self._decisions, subjects)

    def is_behind(self) -> bool:
        """Were its documents compared by other checks than are installed? Then a rebuild may find more."""
        return self._store.made_by(CHECKS) != compared_by()

    def queue(self, *, order: str = "first", which: Which = Which.OPEN, decided: bool = False) -> Queue:
        """What is to decide.

        Args:
            order: "first" (what to look at first), "newest" or "random": one order for each reviewer.
            which: what nobody decided; for a second reader what others did; or where they disagree.
            decided: also give the items this reviewer has decided.
        """
        return reviewing.queue(
            self._store, self._decisions, self.by, order=order, which=which, decided=decided
        )

    def agreements(self) -> list[Agreement]:
        """How far every two reviewers agree on what both decided, and how much of that is chance."""
        return agreements(self._decisions.standing(), self._decisions.subjects)

    def news(self) -> list[Judgement]:
        """Decisions that came since the last call and were not made here: others', or those of the same
        reviewer in another program. The first call gives none.
        """
        last = self._store.last_judgement()
        since, self._told = self._told, last
        if since is None or last == since:
            return []
        return [one for one in self._store.judgements(after=since) if one.id not in self._decider.made]

    def problems(self) -> list[Problem]:
        """What could not be read or decided."""
        return self._store.problems()

    def imports(self) -> list[ImportLine]:
        """Every import of ready-made quotes, the latest first."""
        return imports(self._store, self._decisions)

    def is_withdrawn(self, document: str) -> bool:
        """Is a document out of sight, by itself or with its import?"""
        return self._store.is_withdrawn(document)

    def history(
        self, *, subject: str = "", by: str = "", limit: int | None = None, changed: bool = False
    ) -> list[HistoryLine]:
        """Decisions, newest first; with `changed` only those whose passage changed."""
        return answering.history(
            self._store, self._decisions, subject=subject, by=by, limit=limit, only_changed=changed
        )
