"""A speaker on one page: roles by date, names, statements month by month, and who may be the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.model import PartialDate, Role, Speaker
from claims.printed import NO_DATE
from claims.views import Query
from tui.state.origin import Line, Section
from tui.state.series import bar
from tui.state.words import counted

if TYPE_CHECKING:
    from claims import Ledger
    from claims.matching.likely import Likely

BAR = 20
# A longer silence is told in one line.
MOST_SILENT = 3


def person(ledger: Ledger, speaker: Speaker) -> list[Section]:
    """Ask the record for everything the page shows."""
    hits = ledger.search(Query(speaker=speaker.id, limit=None)).hits
    return sections(speaker, [hit.date for hit in hits], ledger.suggestions(speaker.id))


def sections(
    speaker: Speaker, dates: Sequence[PartialDate | None], likely: Sequence[Likely]
) -> list[Section]:
    counts = f"{counted(speaker.quotes, 'quote')}, {counted(speaker.claims, 'claim')}"
    entry = [("authority", speaker.authority)] if speaker.authority else []
    found = [
        Section(speaker.name, (("", speaker.kind.value), ("on record", counts), *entry)),
        Section("Roles by date", tuple(_role_line(role) for role in sorted(speaker.roles, key=_since))),
        Section("Also printed as", tuple(("", name) for name in speaker.aliases)),
        Section("Statements by month", tuple(_months(dates))),
        Section("Who may be the same (i decides)", tuple(_likely_line(one, speaker) for one in likely)),
    ]
    return [section for section in found if section.lines]


def _since(role: Role) -> tuple[str, str]:
    """Those without a day first: they are how the documents name the speaker."""
    return str(role.since or ""), role.title


def _role_line(role: Role) -> Line:
    time = " to ".join((str(role.since or "?"), str(role.until or "now"))) if role.since or role.until else ""
    return time, ", ".join(filter(None, (role.title, role.organization)))


def _months(dates: Sequence[PartialDate | None]) -> Iterator[Line]:
    """Each month with a bar; short silences month by month, long ones in a line; what has no month last."""
    named = Counter(str(date)[:7] for date in dates if date)
    months = sorted(month for month in named if len(month) == 7)
    most = max(named.values(), default=0)
    for before, month in pairwise(["", *months]):
        yield from _silence(before, month) if before else ()
        yield month, f"{bar(named[month], most, BAR)} {named[month]:,}"
    for year in sorted(set(named) - set(months)):
        yield year, f"{bar(named[year], most, BAR)} {named[year]:,}, the month is not told"
    undated = sum(date is None for date in dates)
    if undated:
        yield NO_DATE, f"{undated:,}"


def _silence(before: str, month: str) -> Iterator[Line]:
    first, last = (12 * int(one[:4]) + int(one[5:]) - 1 for one in (before, month))
    if last - first - 1 > MOST_SILENT:
        yield "…", f"nothing for {last - first - 1} months"
        return
    for number in range(first + 1, last):
        yield f"{number // 12}-{number % 12 + 1:02}", "0"


def _likely_line(one: Likely, speaker: Speaker) -> Line:
    other = one.b if one.a.id == speaker.id else one.a
    role = next((role.title or role.organization for role in other.roles), "")
    return f"{one.score:.0%}", f"{', '.join(filter(None, (other.name, role)))}: {'; '.join(one.why)}"
