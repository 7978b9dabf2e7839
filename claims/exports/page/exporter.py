"""HTML: one file to hand on, which asks for nothing else and runs nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import IO, TYPE_CHECKING, Any

from claims.display import display_safe
from claims.exports.page.contents import Contents, of_findings, of_report, of_rows
from claims.exports.page.history import HEIGHT, WIDTH
from claims.ports import ExportRow
from claims.views import Assessed, Report

if TYPE_CHECKING:
    from jinja2 import Template

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
    style = _text("page.css")
    pieces = _template().stream(page=page, style=style, policy=policy(style), width=WIDTH, height=HEIGHT)
    pieces.enable_buffering(_BUFFER)
    for piece in pieces:
        out.write(piece)


def policy(style: str) -> str:
    """What a browser may do with the page (Content Security Policy, level 3): use this style, and no more."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined  # takes a tenth of a second to import

    environment = Environment(
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(_text("page.html"))


def _shown(value: Any) -> Any:
    """Every text of a document is shown with what is hidden in it."""
    from markupsafe import Markup

    return display_safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _text(name: str) -> str:
    return files("claims.exports.page").joinpath(name).read_text("utf-8")
