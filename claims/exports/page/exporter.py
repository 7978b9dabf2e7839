"""HTML: one file to hand on, which asks for nothing else and runs nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from claims.exports.page.contents import Contents, of_findings, of_report, of_rows
from claims.exports.page.history import HEIGHT, WIDTH
from claims.exports.templates import policy, template, text_of
from claims.ports import ExportRow
from claims.views import Assessed, Report

_PACKAGE = "claims.exports.page"
# Pieces of the template that are written at once.
_BUFFER = 200


class Html:
    """A page for people, light or dark, on paper and read aloud; all of it text, whatever documents hold."""

    name = "html"
    suffix = ".html"

    def write(self, rows: Iterable[ExportRow], out: IO[str]) -> int:
        """Quotes by speaker, or claims, and the documents they stand in; returns how many rows."""
        every = list(rows)
        _print(of_rows(every), out)
        return len(every)

    def write_findings(self, findings: Iterable[Assessed], out: IO[str]) -> int:
        """Findings with their passages, and the documents these stand in; returns how many."""
        every = list(findings)
        _print(of_findings(every), out)
        return len(every)

    def write_report(self, report: Report, out: IO[str]) -> None:
        _print(of_report(report), out)


def _print(page: Contents, out: IO[str]) -> None:
    style = text_of(_PACKAGE, "page.css")
    shown = template(_PACKAGE, "page.html")
    pieces = shown.stream(page=page, style=style, policy=policy(style), width=WIDTH, height=HEIGHT)
    pieces.enable_buffering(_BUFFER)
    for piece in pieces:
        out.write(piece)
