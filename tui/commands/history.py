"""`onrecord history` and `onrecord problems`: what was decided, and what could not be."""

from __future__ import annotations

from textwrap import shorten

import click

from claims.model import JudgementKind
from claims.views import HistoryLine
from tui import jsonforms, jsonviews, passages
from tui.printing import Paper, counted, say, short
from tui.session import Session
from tui.state.words import changed_words, is_taken_back

# Three lines of a terminal tell which it was; `show` and --json have all of it.
_LONGEST = 230


@click.command()
@click.argument("subject", default="", metavar="[ID]")
@click.option("--reviewer", metavar="NAME", default="", help="Only this reviewer's decisions.")
@click.option("--limit", type=click.IntRange(min=0), default=50, show_default=True, help="0 for all.")
@click.option("--changed", is_flag=True, help="Only those whose passage changed: decide them anew.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a decision.")
@click.pass_obj
def history(session: Session, subject: str, reviewer: str, limit: int, changed: bool, as_json: bool) -> None:
    """Decisions, newest first; of one value if an ID is given.

    A decision whose passage changed, or whose finding is found no more, is in force for nothing
    until that is found again; `onrecord judge DECISION dismissed` takes it off the list of --changed.
    """
    with session.reading() as ledger:
        found = ledger.history(subject=subject, by=reviewer, limit=limit or None, changed=changed)
    for each in found:
        if as_json:
            jsonforms.emit_json(jsonviews.history(each))
        else:
            _print(session.paper, each)
    if not found and changed:
        say("Every decision still has its passage.")
    elif not found:
        say("No decision on it is in the record." if subject else "No decision is in the record.")


def _print(paper: Paper, line: HistoryLine) -> None:
    made = line.judgement
    decided = passages.decision(made)
    paper.line(f"{made.at:%Y-%m-%d %H:%M} UTC · {made.by} · {decided}", style="title")
    if line.subject:
        paper.words(shorten(" ".join(line.subject.split()), _LONGEST, placeholder=" …"))
    if made.note and made.kind is not JudgementKind.NOTE:
        paper.line(f"note: {made.note}", indent=2)
    for step in line.attachments:
        paper.line(f"now on {short(step.new)}: {step.why}", indent=2)
    if line.changed:
        paper.line(changed_words(line), style="high", indent=2)
    taken_back = " · taken back" if is_taken_back(line) else ""
    subjects = " ".join(short(subject) for subject in made.subjects)
    paper.line(f"on {subjects} · decision {short(made.id)}{taken_back}", style="dim", indent=2)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a problem.")
@click.pass_obj
def problems(session: Session, as_json: bool) -> None:
    """What could not be read or decided."""
    with session.reading() as ledger:
        found = ledger.problems()
        documents = ledger.searched().documents
    for each in found:
        if as_json:
            jsonforms.emit_json(jsonforms.problem(each))
        else:
            passages.problem(session.paper, each)
    say(f"{counted(len(found), 'problem')} in {counted(documents, 'document')}.")
