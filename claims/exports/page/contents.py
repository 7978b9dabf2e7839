"""What a page of the report tells, ready to print: plain values, their text still as documents have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.display import one_line
from claims.exports.context import around
from claims.exports.findings import decision
from claims.exports.page.entries import Entry, entry
from claims.exports.page.history import History, history
from claims.exports.page.sources import Kept, Unread, corrected, kept, problem, sources
from claims.exports.rows import row
from claims.model import Claim, FindingKind, Speaker
from claims.ports import Citation, ExportRow
from claims.printed import NO_SPEAKER
from claims.views import Assessed, Query, Report, Said, Searched

_FITS = (FindingKind.CORROBORATION, FindingKind.COMPATIBLE)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its passages; what stands in one sentence is one of them."""

    assessed: Assessed
    decisions: tuple[str, ...]
    passages: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Speaking:
    """Whose words these are: a name with roles."""

    name: str
    roles: str
    quotes: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A page. What it says nothing of is left out; `is_whole`: then it is said that there is none."""

    title: str
    told: tuple[str, ...] = ()
    discrepancies: tuple[Found, ...] = ()
    agreements: tuple[Found, ...] = ()
    speakers: tuple[Speaking, ...] = ()
    claims: tuple[Entry, ...] = ()
    histories: tuple[History, ...] = ()
    sources: tuple[Kept, ...] = ()
    unread: tuple[Unread, ...] = ()
    is_whole: bool = False


def of_rows(rows: Sequence[ExportRow]) -> Contents:
    """Quotes by the name that their document gives, claims, and the documents they stand in."""
    quotes = [one for one in rows if one.kind == "quote"]
    claims = tuple(entry([one]) for one in rows if one.kind != "quote")
    named = sorted(quotes, key=lambda one: (not one.speaker, one.speaker.casefold()))
    speakers = tuple(
        Speaking(name or _NOBODY, "", tuple(entry([one]) for one in same))
        for name, same in groupby(named, key=lambda one: one.speaker)
    )
    return Contents("Quotes and claims", speakers=speakers, claims=claims, sources=tuple(sources(rows)))


def of_findings(findings: Iterable[Assessed]) -> Contents:
    found = [_found(one) for one in findings]
    rows = [row(citation) for one in found for citation in one.assessed.citations]
    return Contents("Findings", (), _misfits(found), _fitting(found), sources=tuple(sources(rows)))


def of_report(report: Report) -> Contents:
    found = [_found(one) for one in report.findings]
    unread = [problem(one, each) for each in report.documents for one in each.problems]
    return Contents(
        "What was said, and where sources disagree",
        tuple(_told(report)),
        _misfits(found),
        _fitting(found),
        speakers=tuple(_speakers(report.quotes)),
        histories=tuple(history(one) for one in report.series),
        sources=tuple(map(kept, report.documents)),
        unread=(*(problem(one) for one in report.problems), *unread),
        is_whole=True,
    )


_NOBODY = NO_SPEAKER.capitalize()


# ------------------------------------------------------------- what it is about


def _told(report: Report) -> Iterator[str]:
    yield f"Made on {report.made:%Y-%m-%d at %H:%M} UTC of {_searched(report.searched)}."
    if limits := list(_limits(report.query)):
        yield f"Only what this finds: {'; '.join(limits)}."
    held = (
        (len(report.quotes), "quotes"),
        (len(report.findings), "findings"),
        (len(report.documents), "documents"),
    )
    yield f"In it: {', '.join(f'{count:,} {what}' for count, what in held)}."


def _searched(searched: Searched) -> str:
    dated = f" dated {searched.period}" if searched.period else ""
    return (
        f"a record of {_counted(searched.documents, 'document')}{dated} ({searched.undated:,} undated) with "
        f"{_counted(searched.quotes, 'quote')} and {_counted(searched.claims, 'claim')}"
    )


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _limits(query: Query) -> Iterator[str]:
    """The filters in words."""
    for name in ("words", "speaker", "source", "tag", "document", "status"):
        if value := getattr(query, name):
            yield f"{name} “{one_line(value)}”"
    for name, day in (("since", query.since), ("until", query.until)):
        if day:
            yield f"{name} {day}"


# ------------------------------------------------------------- findings


def _misfits(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(one for one in found if one.assessed.finding.kind not in _FITS)


def _fitting(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(one for one in found if one.assessed.finding.kind in _FITS)


def _found(one: Assessed) -> Found:
    groups = (list(same) for _, same in groupby(one.citations, key=_shared))
    passages = tuple(entry([row(each) for each in group], around(*group)) for group in groups)
    return Found(one, tuple(map(decision, one.judgements)), passages)


def _shared(cited: Citation) -> tuple[str, ...]:
    """What passages share that are printed as one: a sentence, and whose claims its figures are."""
    value = cited.value
    if not isinstance(value, Claim):
        return (value.id,)
    said = value.attributed_to
    return value.document, str(value.sentence), said.name if said else "", said.role if said else ""


# ------------------------------------------------------------- quotes and claims


def _speakers(quotes: Iterable[Said]) -> Iterator[Speaking]:
    """Whoever is quoted most first, nobody who is known last."""
    whose: dict[str, list[Said]] = {}
    for one in quotes:
        whose.setdefault(_name(one), []).append(one)
    for name in sorted(whose, key=lambda name: (not name, -len(whose[name]), name.casefold())):
        roles = _roles(whose[name][0].speaker)
        yield Speaking(name.partition("\n")[0] or _NOBODY, roles, tuple(map(_said, whose[name])))


def _roles(speaker: Speaker | None) -> str:
    roles = speaker.roles if speaker else ()
    held = (", ".join(filter(None, (one.title, one.organization))) for one in roles)
    return "; ".join(dict.fromkeys(filter(None, held)))


def _name(one: Said) -> str:
    """Two speakers of one name stay two."""
    if one.speaker:
        return f"{one.speaker.name}\n{one.speaker.id}"
    return row(one.citation).speaker


def _said(one: Said) -> Entry:
    return entry([row(one.citation)], around(one.citation), tuple(_notes(one)))


def _notes(one: Said) -> Iterator[str]:
    """A correction in force is among the decisions of its reviewer, unless it was made of another passage."""
    told = [decision(made) for made in one.judgements]
    yield from told
    yield from (words for made in one.citation.value.corrected if (words := corrected(made)) not in told)
