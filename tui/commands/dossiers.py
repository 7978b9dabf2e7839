"""The dossier of `onrecord export`: which passages and findings, and where to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claims.dossiers import packing, redacting
from claims.dossiers.values import Dossier
from claims.errors import BadValue
from claims.ports import Citation, FilesExporter
from claims.views import Kind, Query
from tui.commands.audit import in_order
from tui.commands.filters import known
from tui.commands.folders import check_folder, written_whole
from tui.printing import counted, say

if TYPE_CHECKING:
    from claims import Ledger
    from tui.session import Session

# Which values each kind of export chooses, besides findings.
_VALUES = {"quotes": (Kind.QUOTES,), "claims": (Kind.CLAIMS,), "all": (Kind.QUOTES, Kind.CLAIMS)}
_WITH_FINDINGS = ("findings", "all")


def gathered(ledger: Ledger, query: Query, kind: str, narrowed: dict[str, str]) -> Dossier:
    """What a query chooses, all as it was at one moment: a rebuild meanwhile would give passages of one text
    and another text.

    Args:
        kind: "quotes", "claims", "findings", or "all" of them.
        narrowed: check, severity and status of findings.

    Raises:
        BadValue: nothing fits.
    """
    chosen = {"kind": kind, **query.filters, **{name: value for name, value in narrowed.items() if value}}
    with ledger.view():
        values = list(_values(ledger, query, kind))
        findings = in_order(ledger.audit(query=query, **narrowed)) if kind in _WITH_FINDINGS else []
        if not (values or findings):
            raise BadValue("choice for a dossier", query.words, "nothing of this record fits it")
        return ledger.dossier(chosen, values, findings)


def write(exporter: FilesExporter, dossier: Dossier, place: Path) -> None:
    """A ZIP file where the place ends in .zip, else a new folder; there whole or not at all.

    Raises:
        BadValue: its folder is not there, or there is something already.
    """
    check_folder(place.absolute())
    if place.suffix.lower() != ".zip":
        packing.write_folder(exporter.files(dossier), place)
        return
    # Notes and kept bytes are in it: closed to others, as the record is.
    with written_whole(place, mode=0o600) as out:
        packing.write_zip(exporter.files(dossier), out)


def told(dossier: Dossier) -> str:
    """ "3 findings, 12 passages, 4 documents and 2 decisions"."""
    decisions = sum(link.told is not None for link in dossier.chain)
    held = f"{counted(len(dossier.findings), 'finding')}, {counted(len(dossier.citations), 'passage')}, "
    return held + f"{counted(len(dossier.documents), 'document')} and {counted(decisions, 'decision')}"


def export(
    session: Session,
    exporter: FilesExporter,
    query: Query,
    kind: str,
    narrowed: dict[str, str],
    output: Path | None,
    *,
    redacted: bool,
) -> int:
    """`onrecord export --format dossier`; 1 if kept bytes are lacking."""
    if kind == "documents":
        raise BadValue("kind of dossier", kind, "it holds the documents of all that is chosen")
    if output is None:
        raise BadValue("place for a dossier", "", "-o FOLDER, or -o FILE.zip, says where to")
    with session.reading() as ledger:
        dossier = gathered(ledger, known(ledger, query), kind, narrowed)
        dossier = redacting.redacted(dossier) if redacted else dossier
        write(exporter, dossier, output)
    say(f"{told(dossier)} exported to {output}.")
    lacking = [one for one in dossier.documents if dossier.raw(one.document.raw_sha256) is None]
    for item in lacking:
        say(f"onrecord: the kept bytes of {item.document.location} are gone or changed: they are not in it")
    return 1 if lacking else 0


def verify(session: Session, place: Path) -> int:
    """`onrecord verify DOSSIER`; 1 if anything in it does not hold."""
    from claims.dossiers import verifying

    done = verifying.verify(place)
    for fault in done.faults:
        session.paper.line(fault.message)
    for name, heads in sorted(done.heads.items()):
        for head in heads:
            session.paper.line(f"head of {name}'s decisions: {head}")
    for note in done.notes:
        say(f"{note}.")
    held = (
        f"{counted(done.files, 'file')} of {place}: {counted(done.documents, 'document')}, "
        f"{counted(done.passages, 'passage')}, {counted(done.findings, 'finding')} and "
        f"{counted(done.decisions, 'decision')}"
    )
    say(f"{counted(len(done.faults), 'fault') if done.faults else 'No fault'} in {held}.")
    if done.faults:
        return 1
    origin, record = session.settings.origins["db"], Path(session.settings.db)
    # Settings may name a record that is not on this machine; who names one with the command means it.
    if origin == "--db" or (origin != "default" and record.exists()):
        _tell_changes(session, place)
    return 0


def _tell_changes(session: Session, place: Path) -> None:
    """What the record that was named says otherwise now: no fault of the dossier."""
    with session.reading() as ledger:
        found = ledger.changed_since(place)
        for change in found:
            session.paper.line(change)
    since = counted(len(found), "change") if found else "Nothing has changed"
    say(f"{since} since in the record {session.settings.db}.")


def _values(ledger: Ledger, query: Query, kind: str) -> Iterator[Citation]:
    for one in _VALUES.get(kind, ()):
        yield from ledger.citations(replace(query, kind=one))
