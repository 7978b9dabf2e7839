"""Care of the record: withdraw, verify, backup, restore."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claims.errors import BadValue, RecordError
from tui import passages
from tui.commands import dossiers
from tui.commands.decide import confirm
from tui.commands.folders import check_folder
from tui.commands.imports import take_back
from tui.printing import counted, say
from tui.session import Session


@click.command()
@click.argument("document", default="", metavar="[DOCUMENT]")
@click.option("--import", "whole", default="", metavar="ID", help="All that an import of a table brought.")
@click.option("--note", default="", metavar="WORDS", help="Why.")
@click.option("--purge", is_flag=True, help="Destroy its text and its kept bytes: this cannot be undone.")
@click.option("--yes", is_flag=True, help="Do not ask before --purge.")
@click.option("--json", "as_json", is_flag=True, help="Print the decision as JSON.")
@click.pass_obj
def withdraw(
    session: Session, document: str, whole: str, note: str, purge: bool, yes: bool, as_json: bool
) -> None:
    """Hide a DOCUMENT and all that stands in it; decisions and their chain stay whole.

    With --import ID all quotes that one `onrecord import` brought; `onrecord import --list` names them.
    """
    if bool(document) == bool(whole):
        raise click.UsageError("name a DOCUMENT or an --import", click.get_current_context())
    if whole:
        if purge:
            raise BadValue("purge", whole, "it destroys one DOCUMENT")
        take_back(session, whole, note=note, as_json=as_json)
        return
    if purge and not yes:
        _ask(document)
    with session.writing() as ledger:
        made = ledger.withdraw(document, note=note, purge=purge)
    confirm(made, as_json)


def _ask(document: str) -> None:
    """Purging wants the id typed again: no key is near enough to destroy a document by mistake."""
    if not sys.stdin.isatty():
        raise BadValue("confirmation", "", "without a terminal, --purge needs --yes")
    typed = click.prompt(f"This destroys document {document} for good. Type its id again", err=True)
    if typed != document:
        raise BadValue("confirmation", typed, "nothing was destroyed")


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def verify(session: Session, dossier: Path | None) -> int:
    """Check the database, the kept bytes, every quote against its text, and the chain of decisions.

    With the path of a DOSSIER, a folder or a ZIP file, that is checked, and no record is needed: every file
    against the manifests, every passage against the characters of its text, every hash, the decisions.
    Where a record is named too (--db, ONRECORD_DB, onrecord.toml), what has changed there since is told.
    """
    if dossier:
        return dossiers.verify(session, dossier)
    with session.reading() as ledger:
        done = ledger.verify()
    for fault in done.faults:
        passages.problem(session.paper, fault)
    looked_at = (
        f"{counted(done.documents, 'document')}, {counted(done.snapshots, 'snapshot')} and "
        f"{counted(done.judgements, 'decision')}"
    )
    for name, heads in sorted(done.heads.items()):
        for head in heads:
            session.paper.line(f"head of {name}'s decisions: {head}")
    say(f"{counted(len(done.faults), 'fault') if done.faults else 'No fault'} in {looked_at}.")
    return 1 if done.faults else 0


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_obj
def backup(session: Session, target: Path) -> None:
    """Write a checked copy of the record with its kept documents to TARGET, one ZIP file."""
    check_folder(target)
    with session.reading() as ledger:
        written = ledger.backup(target)
    say(f"Backup written and checked: {written}.")


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.option(
    "--replace", is_flag=True, help="Put it in the place of a record that is there; that one is kept."
)
@click.pass_obj
def restore(session: Session, archive: Path, replace: bool) -> None:
    """Make the record from a backup ARCHIVE; it is checked before anything is replaced."""
    from claims.restoring import restore as put

    if not archive.is_file():
        raise RecordError(str(archive), "there is no such file")
    if not replace and Path(session.settings.db).exists():
        raise BadValue(
            "free place", session.settings.db, "a record is there: name another with --db, or give --replace"
        )
    put(archive, session.settings.db, overwrite=replace)
    with session.reading() as ledger:
        held = passages.what_was_searched(ledger.searched())
    say(f"Restored to {session.settings.db}: {held}.")
