"""A record of numbers ("the most arrests of any harbor operation") put to the figures of other events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from claims.checks.citing import all_evidence, begun, in_words, names_of_both
from claims.checks.endless import is_run_on
from claims.checks.events import event_of
from claims.checks.explaining import explanations, settlers
from claims.checks.independence import carried_from
from claims.checks.leading import as_printed
from claims.checks.lexicon import OUTCOMES
from claims.checks.measured import measure_of
from claims.checks.records import Record, kind_of, record_of, stem
from claims.checks.when_told import READ, order
from claims.model import Claim, Finding, FindingKind, Severity
from claims.model.identity import normalised
from claims.ports import Citation

# Records of one key that are looked at, and figures of one event: the first ones. Of other events the
# largest figures, down to the first in the record's scope.
_MOST_RECORDS, _MOST_FIGURES, _MOST_RIVALS = 16, 64, 256
# What makes a figure another one than how many there were in all.
_NARROWED = frozenset(("part", "others", "listed", "age", "denied", "definite", "label", "several events"))


class RecordFigures:
    """Does a record of numbers stand against the figures that the record holds of other events?"""

    name = "record-figures"

    def keys(self, citation: Citation) -> Iterable[str]:
        """What is counted with the kind of event: "arrested operation"."""
        claim = citation.value
        if not isinstance(claim, Claim):
            return []
        if claim.superlative is not None:
            record = record_of(citation)
            counted = _counted_by(record) if record else ""
            return [f"{counted} {record.noun}"] if record and counted and record.sure else []
        return _keys_of_figure(citation)

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each record whose scope has a name of its own, with the largest rival."""
        records = [(one, record) for one in group if (record := record_of(one))][:_MOST_RECORDS]
        if not records:
            return
        events = _by_event(group)
        for citation, record in records:
            own = events.get(record.holder)
            if own and record.scope and not record.local:
                yield from _compared(citation, record, own, events)


def _counted_by(record: Record) -> str:
    """What a record "most arrests" counts, as figures have it; "" for other records."""
    most, _, counted = record.property.removeprefix("max|").partition("|")
    head = counted.rpartition("|")[2]
    return OUTCOMES.get(head, head) if most == "most" else ""


def _keys_of_figure(citation: Citation) -> list[str]:
    claim = citation.value
    assert isinstance(claim, Claim)
    if claim.quantity is None or claim.unit or is_run_on(claim):
        return []
    kind = kind_of(event_of(citation))
    if not kind:
        return []
    measure = measure_of(citation)
    if measure.flags & _NARROWED:
        return []
    of_itself = OUTCOMES.get(measure.head, "") == measure.outcome
    counted = measure.outcome if measure.head in ("", "person") or of_itself else stem(measure.head)
    return [f"{counted} {kind}"] if counted else []


@dataclass(frozen=True, slots=True)
class _Figure:
    """How many there were of an event in all: at least, at most, and whether it says just that."""

    cited: Citation
    low: Fraction
    high: Fraction
    is_exact: bool


def _by_event(group: Sequence[Citation]) -> dict[str, list[_Figure]]:
    found: dict[str, list[_Figure]] = {}
    for citation in group:
        figure = _figure(citation)
        if figure is not None:
            mine = found.setdefault(event_of(citation), [])
            if len(mine) < _MOST_FIGURES:
                mine.append(figure)
    return found


def _figure(citation: Citation) -> _Figure | None:
    claim = citation.value
    quantity = claim.quantity if isinstance(claim, Claim) and not claim.negated else None
    if quantity is None or quantity.low is None or quantity.high is None or quantity.is_vague:
        return None
    return _Figure(citation, Fraction(quantity.low), Fraction(quantity.high), quantity.is_exact)


def _compared(
    citation: Citation, record: Record, own: Sequence[_Figure], events: dict[str, list[_Figure]]
) -> Iterator[Finding]:
    """The record against the largest figure of another event that its scope takes in."""
    others = (figure for event, figures in events.items() if event != record.holder for figure in figures)
    largest = sorted((one for one in others if one.is_exact), key=lambda one: one.high, reverse=True)
    rival = next((one for one in largest[:_MOST_RIVALS] if _is_within(one.cited, record)), None)
    if rival is None:
        return
    mine = max(own, key=lambda one: (one.high, one.is_exact))
    if max(one.low for one in own) > rival.high:
        yield _confirmed(citation, mine, rival)
    elif rival.low > mine.high:
        yield _outdone(citation, mine, rival)


def _is_within(rival: Citation, record: Record) -> bool:
    """Does the other event's page print every word of the record's scope ("JCODE"), in the time of it?"""
    published = rival.document.published
    if record.time and (published is None or str(published.earliest.year) != record.time):
        return False
    return _words(rival.document.text[:READ]) >= record.scope


@lru_cache(maxsize=_MOST_RIVALS)
def _words(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in normalised(text).split())


def _confirmed(citation: Citation, mine: _Figure, rival: _Figure) -> Finding:
    steps = (*_steps(citation, mine, rival), f"{_digits(mine)} > {_digits(rival)}: the record stands")
    said = f"{_claimed(citation)}: {_told(mine)}, {_told(rival)}."
    return _finding(FindingKind.CORROBORATION, Severity.INFO, citation, mine, rival, said, steps)


def _outdone(citation: Citation, mine: _Figure, rival: _Figure) -> Finding:
    """A larger figure of another event: of a later one it is succession, of an earlier one a doubt."""
    turn = order(citation.document, rival.cited.document)
    said = f"{_claimed(citation)}, but {_told(rival)}, and {_told(mine)}."
    steps = (*_steps(citation, mine, rival), f"{_digits(rival)} > {_digits(mine)}")
    if turn < 0:
        steps = (*steps, "the larger one came later: the record has passed on")
        return _finding(FindingKind.UPDATE, Severity.INFO, citation, mine, rival, said, steps)
    if turn == 0:
        steps = (*steps, "which of them came first is not known")
        return _finding(FindingKind.POSSIBLE_CONFLICT, Severity.LOW, citation, mine, rival, said, steps)
    named = event_of(rival.cited) in normalised(rival.cited.sentence)
    severity = Severity.MEDIUM if named else Severity.LOW
    steps = (*steps, "the larger one came earlier")
    return _finding(FindingKind.POSSIBLE_CONFLICT, severity, citation, mine, rival, said, steps)


def _steps(citation: Citation, mine: _Figure, rival: _Figure) -> tuple[str, ...]:
    return (
        f"the record claimed: “{' '.join(citation.sentence.split())}”",
        f"its own figure: “{' '.join(mine.cited.sentence.split())}”",
        f"the largest of another event in its scope: “{' '.join(rival.cited.sentence.split())}”",
        *carried_from(citation, rival.cited),
    )


def _claimed(citation: Citation) -> str:
    record = record_of(citation)
    assert record is not None
    name, _ = names_of_both(citation.document, citation.document)
    return f"{begun(name)} gives {as_printed(record.holder, citation.document)} the “{citation.value.text}”"


def _told(figure: _Figure) -> str:
    cited = figure.cited
    return f"{in_words(cited, clause=False)} in {as_printed(event_of(cited), cited.document)}"


def _digits(figure: _Figure) -> str:
    return f"{int(figure.high):,}" if figure.high.denominator == 1 else f"{float(figure.high):,.6g}"


def _finding(
    kind: FindingKind, severity: Severity, citation: Citation, mine: _Figure, rival: _Figure,
    said: str, steps: tuple[str, ...],
) -> Finding:  # fmt: skip
    fits = kind is FindingKind.CORROBORATION
    pair = (citation, rival.cited)
    return Finding(
        RecordFigures.name, kind, severity, (citation.value.id, rival.cited.value.id), said, steps,
        all_evidence((citation, mine.cited, rival.cited)),
        () if fits else explanations(mine.cited, rival.cited), () if fits else settlers(pair),
    )  # fmt: skip
