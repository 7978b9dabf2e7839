"""Markdown: quotes as block quotes, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import IO
from urllib.parse import quote

from claims.display import one_line
from claims.exports.findings import decision, passages
from claims.exports.telling import ended, page_of, where, who, words
from claims.ports import ExportRow
from claims.views import Assessed

# What CommonMark or GitHub's dialect reads as markup anywhere in a line; "$" begins
# a formula there, which would swallow the text between two amounts of money.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~#$]")
# What is markup only at the beginning of a line: list marks, rules, underlines.
_AT_START = re.compile(r"(\d{0,9})([-+=.)])")


class Markdown:
    """One block quote a value, with speaker, source, date and place under it."""

    name = "markdown"
    suffix = ".md"

    def write(self, rows: Iterable[ExportRow], out: IO[str]) -> int:
        """Write all rows to `out`; returns how many."""
        return _parted(map(_lines, rows), out)

    def write_findings(self, findings: Iterable[Assessed], out: IO[str]) -> int:
        """A heading a finding, its reasons as a list, its passages as block quotes; returns how many."""
        return _parted(map(_finding, findings), out)


def escaped(text: str) -> str:
    """Text on one line that Markdown prints as it is."""
    line = _ANYWHERE.sub(r"\\\g<0>", one_line(text))
    return _AT_START.sub(r"\1\\\2", line, count=1) if _AT_START.match(line) else line


def _parted(several: Iterable[Iterable[str]], out: IO[str]) -> int:
    """Lines with an empty one between two values."""
    count = 0
    for count, lines in enumerate(several, 1):
        out.write(("\n" if count > 1 else "") + "\n".join(lines) + "\n")
    return count


def _finding(found: Assessed) -> Iterable[str]:
    finding = found.finding
    yield f"## {escaped(finding.sentence)}"
    yield ""
    told = f"{finding.kind.value}, {finding.severity.value}, {found.status.value}"
    yield f"{told}. {finding.check}, finding {finding.id}."
    yield from _listed("", finding.why)
    yield from _listed("It may be that:", finding.explains)
    yield from _listed("To settle it:", finding.settles)
    yield from _listed("Decided:", [decision(made) for made in found.judgements])
    for row in passages(found):
        yield ""
        yield from _lines(row)


def _listed(heading: str, several: Sequence[str]) -> Iterable[str]:
    """A list under its heading; nothing of nothing."""
    if several and heading:
        yield from ("", heading)
    if several:
        yield from ("", *(f"- {escaped(one)}" for one in several))


def _lines(row: ExportRow) -> Iterable[str]:
    yield f"> {escaped(words(row))}"
    yield ">"
    yield f"> {escaped(ended(who(row)))} {escaped(where(row))}."
    if row.kind == "claim":
        yield f"> Figure: {escaped(row.fields.get('figure', ''))}."
    if row.fields.get("asserted"):
        yield f"> {escaped(row.fields['asserted'].capitalize())}."
    located = f", {escaped(row.fields['located'])}" if row.fields.get("located") else ""
    yield f"> {_place(row)}{located}, characters {row.start} to {row.end}, {row.kind} {row.id}"


def _place(row: ExportRow) -> str:
    """The page as a link if it has an address of the web, else the location as text."""
    if page := page_of(row):
        # "<" and ">" end a link's address, blanks and controls break it.
        return f"[{escaped(page)}](<{quote(page, safe=_IN_URLS)}>)"
    return escaped(row.location)


_IN_URLS = "%/:=&?~#+!$,;'@()*"
