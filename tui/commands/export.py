"""`onrecord export`: quotes or claims in a format for other programs."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from claims.errors import BadValue
from claims.exports.rows import row
from claims.model import Claim, Quote
from claims.ports import Citation, Exporter, ExportRow
from claims.views import Hit, Query
from tui.commands.filters import QueryCommand, known, query_of, query_options
from tui.commands.folders import check_folder
from tui.printing import counted, say
from tui.session import Session

if TYPE_CHECKING:
    from claims import Ledger

# Hits fetched at once, and documents kept at hand: enough that a page of one day's
# documents is read once, few enough that a million rows are never all in memory.
_PAGE, _DOCUMENTS = 500, 200


@click.command(cls=QueryCommand)
@query_options
@click.option("--format", "name", default="csv", metavar="F", help="csv, jsonl or markdown [csv].")
@click.option("--kind", default="quotes", type=click.Choice(["quotes", "claims"]), help="What to export.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file instead of standard output.")
@click.option("--raw", is_flag=True, help="CSV without the guard against formulas: never for a spreadsheet.")
@click.pass_obj
def export(session: Session, /, name: str, kind: str, output: Path | None, raw: bool, **filters: str) -> None:
    """Write quotes or claims; QUERY and filters as in search, all of them without."""
    exporter = _exporter(name, raw=raw)
    query = query_of(kind, None, **filters)  # type: ignore[arg-type]  # click makes words a tuple
    with session.reading() as ledger, _opened(output) as out:
        count = exporter.write(_rows(ledger, known(ledger, query)), out)
    say(f"{counted(count, kind[:-1])} exported{f' to {output}' if output else ''}.")
    guarded: int = getattr(exporter, "guarded", 0)
    if guarded:
        say(f"{counted(guarded, 'cell')} would run as a formula: ' was put in front (--raw leaves it out).")


def _exporter(name: str, *, raw: bool) -> Exporter:
    from claims.registry import EXPORTERS, plugins

    known: dict[str, Exporter] = plugins(EXPORTERS)
    if name not in known:
        raise BadValue("format", name, f"the formats are {', '.join(known)}")
    exporter = known[name]
    if hasattr(exporter, "raw"):
        exporter.raw = raw
    elif raw:
        raise BadValue("option", "--raw", f"{name} guards nothing")
    return exporter


def _rows(ledger: Ledger, query: Query) -> Iterator[ExportRow]:
    """Every hit as a row, newest first, a page at a time."""

    @lru_cache(_DOCUMENTS)
    def values_of(document: str) -> dict[str, Citation]:
        shown = ledger.show(document)
        assert shown.document is not None
        values: list[Quote | Claim] = [*shown.quotes, *shown.claims]
        return {value.id: Citation(value, shown.document) for value in values}

    keys = ledger.keys(query)
    for start in range(0, len(keys), _PAGE):
        for hit in ledger.hits(query.kind, keys[start : start + _PAGE]):
            yield row(values_of(hit.document).get(hit.id) or _hidden(ledger, hit))


def _hidden(ledger: Ledger, hit: Hit) -> Citation:
    """A value that its document no longer lists: somebody judged that it is none."""
    shown = ledger.show(hit.id)
    cited = shown.citations
    return cited[0]


@contextlib.contextmanager
def _opened(output: Path | None) -> Iterator[IO[str]]:
    """Standard output, or a file that is there whole or not at all, as open to others as it was."""
    if output is None:
        yield sys.stdout
        return
    output = output.resolve()
    check_folder(output)
    if output.exists() and not output.is_file():  # a pipe or a device cannot be replaced
        with output.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    part = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        with part.open("w", encoding="utf-8", newline="") as out:
            if output.exists():
                shutil.copymode(output, part)
            yield out
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
