"""Imports of ready-made quotes as wholes: the list of them, and taking one back."""

from __future__ import annotations

from claims.views import ImportLine
from tui import jsonforms, jsonviews
from tui.commands.decide import confirm
from tui.printing import counted, say, short
from tui.session import Session


def print_imports(session: Session, *, as_json: bool) -> None:
    """The latest first."""
    with session.reading() as ledger:
        found = ledger.imports()
    for one in found:
        if as_json:
            jsonforms.emit_json(jsonviews.import_line(one))
        else:
            session.paper.line(f"{short(one.id)} · {_words(one)}")
    if not found:
        say("No import of ready-made quotes is in the record.")


def take_back(session: Session, wanted: str, *, note: str = "", as_json: bool) -> None:
    """Args: wanted: the beginning of an import's id; "" for the latest."""
    with session.writing() as ledger:
        made = ledger.withdraw_import(wanted, note=note)
    confirm(made, as_json)
    say("What came with another import too stays; `onrecord undo` brings the others back.")


def _words(one: ImportLine) -> str:
    """ "2031-03-04 10:30 UTC · quotes.csv · 3 quotes, 1 of them withdrawn", or "3 more quotes"."""
    at = f"{one.moment[:10]} {one.moment[11:16]} UTC"
    gone = f", {one.withdrawn:,} of them withdrawn" if one.withdrawn else ""
    told = "taken back" if one.taken_back and one.withdrawn == one.quotes else ""
    quotes = counted(one.quotes, "more quote" if one.again else "quote")
    return f"{at} · {one.location} · {quotes}{f' · {told}' if told else gone}"
