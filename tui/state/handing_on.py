"""Writing what a screen shows to a file, in any installed format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from claims.errors import BadValue, OnRecordError
from claims.ports import Exporter, FilesExporter
from claims.views import Kind, Query
from tui.commands.folders import written_for
from tui.state.words import counted

if TYPE_CHECKING:
    from claims import Ledger
    from claims.dossiers.values import Dossier

Write = Callable[[Exporter, IO[Any]], int]


@dataclass(frozen=True, slots=True)
class HandedOn:
    """What is in view.

    Attributes:
        one: what each is called: "quote".
        needs: the protocol that an exporter must have for it.
        write: writes all of it, and returns how many.
        dossier: gathers all of it, with its documents and what was decided.
    """

    one: str
    write: Write
    dossier: Callable[[], Dossier]
    needs: type = Exporter


def hits_of(ledger: Ledger, query: Query) -> HandedOn | None:
    """All that a query finds; None for whole text, which no exporter holds."""

    def write(exporter: Exporter, out: IO[Any]) -> int:
        return exporter.write(ledger.export_rows(query), out)

    def dossier() -> Dossier:
        from tui.commands import dossiers

        return dossiers.gathered(ledger, query, query.kind.value, {})

    return None if query.kind is Kind.TEXT else HandedOn(query.kind.value[:-1], write, dossier)


def formats(wanted: HandedOn) -> list[tuple[str, str, str]]:
    """A key, the name and the name with its suffix of each installed format that can hold it."""
    from claims.registry import EXPORTERS, plugins

    known: Mapping[str, Exporter | FilesExporter] = plugins(EXPORTERS)
    # The formats that are asked for most have the shortest names: they stand first, and keep their letters.
    fitting = sorted((each for each in known.values() if _can(each, wanted)), key=lambda each: len(each.name))
    used: set[str] = set()
    found = []
    for each in fitting:
        key = next((letter for letter in f"{each.name}0123456789" if letter not in used), "")
        used.add(key)
        found.append((key, each.name, f"{each.name:<14}{each.suffix}"))
    return found


def _can(exporter: Exporter | FilesExporter, wanted: HandedOn) -> bool:
    return wanted.needs is Exporter or isinstance(exporter, wanted.needs | FilesExporter)


def write(wanted: HandedOn, name: str, place: Path) -> str:
    """Write it all to a new file, whole or not at all; says in a sentence how many and where.

    Raises:
        BadValue: a file is there already, or there is no such folder.
        OSError: it cannot be written.
    """
    from claims.registry import EXPORTERS, plugins

    place = place.expanduser().absolute()
    if place.exists():
        raise BadValue("free place", str(place), "a file is there already, and none is replaced from here")
    exporter: Exporter | FilesExporter = plugins(EXPORTERS)[name]
    if isinstance(exporter, FilesExporter):
        from tui.commands import dossiers

        dossier = wanted.dossier()
        dossiers.write(exporter, dossier, place)
        return f"{dossiers.told(dossier)} written to {place}."
    with written_for(exporter, place) as out:
        count = wanted.write(exporter, out)
    guarded: int = getattr(exporter, "guarded", 0)
    note = f" {counted(guarded, 'cell')} got a ' in front: it would run as a formula." if guarded else ""
    return f"{counted(count, wanted.one)} written to {place}.{note}"


def not_written(error: OSError) -> OnRecordError:
    """Why a file is not there, as the app tells it."""
    return BadValue("file that can be written", str(error.filename or ""), error.strerror or str(error))
