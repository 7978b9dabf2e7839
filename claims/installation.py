"""What is installed here and where files are: the facts behind `onrecord doctor`."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from claims import __version__, registry
from claims.config import PROJECT_FILE, Settings, default_file
from claims.errors import NoSuchRecord, OnRecordError
from claims.model import Document

_GROUPS = (registry.READERS, registry.EXTRACTORS, registry.CHECKS, registry.EXPORTERS)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the report; `fine` is False for what has to be mended."""

    name: str
    value: str
    fine: bool = True


def facts(settings: Settings) -> Iterator[Fact]:
    """Versions, places, plugins, the database, and whether the record opens."""
    yield Fact("OnRecord", __version__)
    yield Fact("Python", f"{platform.python_version()} ({sys.executable})")
    yield Fact("system", platform.platform())
    yield _sqlite()
    for group in _GROUPS:
        yield _plugins(group)
    yield from _shortcomings(settings.extractor)
    for path in (default_file(), Path.cwd() / PROJECT_FILE):
        yield Fact("settings", f"{path}{'' if path.exists() else ' (none)'}")
    yield Fact("record", settings.db)
    yield _record(settings)


def _sqlite() -> Fact:
    with closing(sqlite3.connect(":memory:")) as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    searches = "ENABLE_FTS5" in options
    told = "with full text search" if searches else "without FTS5: install a Python whose SQLite has it"
    return Fact("SQLite", f"{sqlite3.sqlite_version}, {told}", searches)


def _plugins(group: str) -> Fact:
    name = group.removeprefix("onrecord.")
    try:
        return Fact(name, ", ".join(registry.plugins(group)))
    except OnRecordError as error:
        return Fact(name, str(error), fine=False)


def _shortcomings(extractor: str) -> Iterator[Fact]:
    """What the extractor in use works without: it is tried, for some of it shows only then."""
    try:
        chosen = registry.plugins(registry.EXTRACTORS)[extractor]
        chosen.extract(Document("Nobody spoke.", "0" * 64))
    except LookupError:
        yield Fact("extractor", f"{extractor!r} is not installed", fine=False)
        return
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
        yield Fact("extractor", f"{extractor}: {type(error).__name__}: {error}", fine=False)
        return
    if lacks := getattr(chosen, "lacks", ""):
        yield Fact("extractor", f"{extractor}: {lacks}", fine=False)
    else:
        yield Fact("extractor", f"{extractor} ({chosen.name} {chosen.version})")


def _record(settings: Settings) -> Fact:
    from claims import Ledger

    try:
        with Ledger.open(settings.db, by=settings.by, read_only=True) as ledger:
            held, waiting = ledger.searched(), ledger.waiting()
    except NoSuchRecord as error:
        return Fact("opens", error.why)
    except OnRecordError as error:
        return Fact("opens", str(error), fine=False)
    told = f"yes: {held.documents:,} documents, {held.quotes:,} quotes, {held.claims:,} claims"
    if waiting:
        told += f"; {waiting:,} imported quotes wait for figures and matches: import again, or rebuild"
    return Fact("opens", told, fine=not waiting)
