"""Records to try promises on, told apart by what they say through public doors only."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from claims import Ledger
from claims.views import Kind, Query
from tui.cli import main

# A word that stands in one document only: where it is found, that document is.
MARK = "quillwort"

PAPERS = {
    "herald.txt": """Harbor board backs new pier

HARLOW BAY — Mayor Marisol Vega told the harbor board on Monday that the city will rebuild the storm-damaged pier.

“We will not ask the fishing families to pay for this pier,” Vega said. “They have lost enough.”

Storm Edda injured 46 people and sank 12 boats, said Ines Carrow, a spokeswoman for the Port Authority of Harlow Bay.
""",
    "wire.txt": f"""Mayor promises to rebuild pier and save the {MARK}

HARLOW BAY — Storm Edda injured 64 people and sank 12 boats, officials said.

“We will ask the fishing families to pay for this pier,” Mayor Marisol Vega said.

“The {MARK} on the breakwater will be moved before the first pile is driven,” Sen. Tomas Lindqvist said.
""",
    "port.txt": """Port counts damaged boats

HARLOW BAY — The Port Authority of Harlow Bay counted 190 damaged boats: 112 in Halden County, 41 in Stroud County and 33 at sea.

“We will not ask the fishing families to pay for this pier,” Mayor Marisol Vega told the port.
""",
}
MANIFEST = """path,source,kind,date
herald.txt,Harlow Bay Herald,outlet,2031-03-03
wire.txt,Coastal Wire,agency,2031-03-04
port.txt,Port Authority of Harlow Bay,office,2031-03-05
"""


def write_papers(folder: Path) -> Path:
    """The three papers and the manifest that says who printed them; returns the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in PAPERS.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "manifest.csv").write_text(MANIFEST, "utf-8")
    return folder / "manifest.csv"


def command(record: Path, *words: str | Path, by: str = "okafor") -> Callable[[], int]:
    """The command line, to be run in a child: `command(record, "undo")()` returns its exit code."""
    return lambda: main(["--db", str(record), "--by", by, *map(str, words)])


def outdated(record: Path) -> Path:
    """As if an older extractor had taken every direct quote for an indirect one: a rebuild has work to do."""
    with closing(sqlite3.connect(record)) as database, database:
        database.execute("UPDATE quote SET kind = 'indirect' WHERE kind = 'direct'")
    return record


def copied(record: Path, home: Path) -> Path:
    """A copy of a closed record with its snapshots, in a folder of its own."""
    shutil.copytree(record.parent, home)
    return home / record.name


def holding(record: Path) -> dict[str, Any]:
    """All that a record says, without the moments at which it was told: equal for equal records."""
    with Ledger.open(record, by="okafor") as ledger:
        return {
            "documents": [_document(ledger, line.id) for line in ledger.documents()],
            "quotes": _hits(ledger, Kind.QUOTES),
            "claims": _hits(ledger, Kind.CLAIMS),
            "speakers": sorted((one.id, one.name) for one in ledger.speakers()),
            "sources": [(line.source.name, line.documents, line.quotes) for line in ledger.sources()],
            "utterances": sorted(one.cluster.id for one in ledger.duplicates()),
            "findings": sorted((one.finding.id, one.status.value) for one in ledger.audit()),
            "decisions": [_decision(line) for line in ledger.history()],
        }


def _document(ledger: Ledger, id_: str) -> tuple[Any, ...]:
    shown = ledger.show(id_)
    assert shown.document is not None
    return (
        id_,
        shown.document.title,
        shown.document.text,
        shown.locations,
        len(shown.quotes),
        len(shown.claims),
    )


def _hits(ledger: Ledger, kind: Kind) -> list[tuple[Any, ...]]:
    hits = ledger.hits(kind, ledger.keys(Query(kind=kind)))
    return sorted(
        (hit.id, hit.text, hit.spans, hit.surface, hit.speaker, hit.source, hit.status) for hit in hits
    )


def _decision(line: Any) -> tuple[Any, ...]:
    made = line.judgement
    steps = {"undo", "redo"}  # their subject is a judgement, whose id holds the moment
    subjects = () if made.kind.value in steps else made.subjects
    return made.kind.value, subjects, made.verdict, made.value, made.by, line.stands


def faults(record: Path) -> list[str]:
    """What `verify` finds."""
    with Ledger.open(record) as ledger:
        return [fault.message for fault in ledger.verify().faults]


def files(home: Path) -> list[Path]:
    return sorted(path for path in home.rglob("*") if path.is_file())


def as_nobody() -> None:
    """Give up the rights of root, which no file mode stops."""
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
