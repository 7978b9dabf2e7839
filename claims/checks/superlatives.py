"""Two holders of one record, a record that passes on, and one whose scope drifts as it is repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import combinations

from claims.checks.citing import all_evidence, begun, names_of_both, one_source
from claims.checks.explaining import explanations, settlers
from claims.checks.leading import as_printed
from claims.checks.one_field import family
from claims.checks.records import Record, record_of
from claims.checks.ties import FRESH, days_apart
from claims.checks.together import linked_by_passage, together
from claims.checks.when_told import READ, order, when
from claims.model import Document, Finding, FindingKind, Severity
from claims.model.identity import normalised
from claims.ports import Citation, Reach

# Records of one kind that are compared, each with each: the first ones in time.
_MOST_HOLDERS = 32
# Share of the smaller scope's words that must be the other's too.
_OVERLAP = 0.7
# So many rare names in the leads of two documents are one field: "Joint Harbor Smuggling Team".
_FAMILY = 4


class Superlatives:
    """One extreme of one kind of thing, claimed in two documents."""

    name = "superlatives"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The extreme with the kind of thing that holds it: "max|largest operation"."""
        record = record_of(citation)
        return [f"{record.property} {record.noun}"] if record and record.noun else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """The holders of the documents, each with each, on the first passage for each.

        What shares a holder and is of one kind is one finding: thirty holders of one record are one question.
        """
        first: dict[tuple[str, str], tuple[Citation, Record]] = {}
        for citation in group:
            record = record_of(citation)
            if record:
                first.setdefault((citation.document.id, record.holder), (citation, record))
            if len(first) == _MOST_HOLDERS:
                break
        found = [
            finding
            for (a, one), (b, two) in combinations(first.values(), 2)
            if a.document.id != b.document.id
            for finding in _compared(a, one, b, two)
        ]
        for kind in dict.fromkeys(one.kind for one in found):
            for linked in linked_by_passage(one for one in found if one.kind is kind):
                yield from together(linked)


_MOST_SHARED = 5
_UNKNOWN = "which of them came first is not known: the later may have succeeded the earlier"
_Holder = tuple[Citation, Record]


class _Turn(Enum):
    """How the order of two records is known: by dates, since one page names the other's holder, or not."""

    DATED = "dated"
    NAMED = "named"
    UNKNOWN = "unknown"


def _compared(a: Citation, one: Record, b: Citation, two: Record) -> Iterator[Finding]:
    # "The city's history" of two publishers may be of two cities.
    if (one.local or two.local) and not one_source(a.document, b.document):
        return
    if one.holder == two.holder:
        if one.scope != two.scope and one.scope and two.scope:
            yield _drift(a, one, b, two)
    elif one.time != two.time:
        return  # each year has its own
    elif _is_one_scope(one, two) and one.sure and two.sure:
        yield _rivals(a, one, b, two)
    elif len(family(a.document, b.document)) >= _FAMILY:
        yield _moved(a, one, b, two)


def _is_one_scope(one: Record, two: Record) -> bool:
    shared, fewer = one.scope & two.scope, min(len(one.scope), len(two.scope))
    return len(shared) >= max(2, _OVERLAP * fewer)


def _drift(a: Citation, one: Record, b: Citation, two: Record) -> Finding:
    """One holder, another scope: the record of a county becomes one of a state."""
    steps = (*_sentences(a, b), "it is one holder", _drifted(one, two))
    return _finding(FindingKind.COMPATIBLE, Severity.LOW, (a, one), (b, two), steps)


def _rivals(a: Citation, one: Record, b: Citation, two: Record) -> Finding:
    """Two holders of one record: one after the other, unless the later page still gives it to the older."""
    left, right, known = _in_turn((a, one), (b, two))
    apart = days_apart(a.document, b.document)
    steps = _sentences(left[0], right[0])
    if apart is not None and apart <= FRESH and known is not _Turn.NAMED:
        steps = (*steps, *_dates(left[0], right[0]), "only one can hold the record")
        return _finding(FindingKind.POSSIBLE_CONFLICT, Severity.MEDIUM, left, right, steps)
    if known is _Turn.UNKNOWN:
        steps = (*steps, *_dates(left[0], right[0]), _UNKNOWN)
        return _finding(FindingKind.POSSIBLE_CONFLICT, Severity.LOW, left, right, steps)
    if right[1].still:
        steps = (*steps, *_dates(left[0], right[0]), "the later page says that the record still stands")
        return _finding(FindingKind.POSSIBLE_CONFLICT, Severity.MEDIUM, left, right, steps)
    steps = (*steps, *_dates(left[0], right[0]), "the later succeeds the earlier: each held on its day")
    return _finding(FindingKind.UPDATE, Severity.INFO, left, right, steps)


def _moved(a: Citation, one: Record, b: Citation, two: Record) -> Finding:
    """Another holder and another scope in one field of news: the later may follow the earlier."""
    left, right, known = _in_turn((a, one), (b, two))
    shared = ", ".join(family(left[0].document, right[0].document)[:_MOST_SHARED])
    steps = (
        *_sentences(left[0], right[0]),
        f"both begin with the names {shared}",
        _drifted(left[1], right[1]),
    )
    if known is _Turn.UNKNOWN:
        steps = (*steps, *_dates(left[0], right[0]), _UNKNOWN)
        return _finding(FindingKind.COMPATIBLE, Severity.LOW, left, right, steps)
    steps = (*steps, *_dates(left[0], right[0]), "the later may succeed the earlier: each held on its day")
    return _finding(FindingKind.UPDATE, Severity.LOW, left, right, steps)


def _drifted(one: Record, two: Record) -> str:
    """What each scope has that the other has not."""
    mine, other = sorted(one.scope - two.scope), sorted(two.scope - one.scope)
    told = [
        f"only the {which} names {', '.join(words)}"
        for which, words in (("first", mine), ("second", other))
        if words
    ]
    return f"the scope is another: {'; '.join(told)}"


def _in_turn(left: _Holder, right: _Holder) -> tuple[_Holder, _Holder, _Turn]:
    """The two with the earlier first, as far as that is known."""
    by_date = order(left[0].document, right[0].document)
    if by_date:
        return (left, right, _Turn.DATED) if by_date < 0 else (right, left, _Turn.DATED)
    mine, other = _names(left[0].document, right[1].holder), _names(right[0].document, left[1].holder)
    if mine != other:
        return (right, left, _Turn.NAMED) if mine else (left, right, _Turn.NAMED)
    return left, right, _Turn.UNKNOWN


def _names(document: Document, holder: str) -> bool:
    """Does a page know the other holder? Then that one came no later."""
    return holder in normalised(document.text[:READ])


def _sentences(a: Citation, b: Citation) -> tuple[str, ...]:
    left, right = names_of_both(a.document, b.document)
    return f"{left}: “{' '.join(a.sentence.split())}”", f"{right}: “{' '.join(b.sentence.split())}”"


def _dates(a: Citation, b: Citation) -> tuple[str, ...]:
    names = names_of_both(a.document, b.document)
    known = ((name, when(one.document)) for name, one in zip(names, (a, b), strict=True))
    return tuple(f"{name} {at.known}" if at else f"{name} has no date" for name, at in known)


def _finding(
    kind: FindingKind, severity: Severity, left: _Holder, right: _Holder, steps: tuple[str, ...]
) -> Finding:
    (a, one), (b, two) = left, right
    names = names_of_both(a.document, b.document)
    first = f"{begun(names[0])} calls {_held(a, one)} the “{_words(a)}”"
    said = f"{first}; {names[1]} calls {_held(b, two)} the “{_words(b)}”."
    return Finding(
        Superlatives.name, kind, severity, (a.value.id, b.value.id), said, steps, all_evidence((a, b)),
        explanations(a, b), settlers((a, b)),
    )  # fmt: skip


def _held(citation: Citation, record: Record) -> str:
    """The holder: as the sentence names it, else what it calls it."""
    if record.named or not record.subject:
        return as_printed(record.holder, citation.document)
    return record.subject[:1].lower() + record.subject[1:]


def _words(citation: Citation) -> str:
    words = citation.value.text.split()
    return " ".join(words[1:] if words[0].casefold() == "the" and len(words) > 1 else words)
