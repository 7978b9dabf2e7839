"""Decisions: judge, correct, record, note, tag, undo, redo. Each appends one judgement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claims.errors import BadValue
from claims.model import Claim, Document, Finding, Judgement, Quote, Speaker
from claims.model.judgements import DISMISSAL_REASONS, MISREAD
from tui import jsonforms, passages
from tui.commands.filters import choice
from tui.printing import say, short
from tui.session import Session
from tui.state.form import check_kind
from tui.state.words import turned_words

if TYPE_CHECKING:
    from claims import Ledger

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

# Enough of a passage to know which it is.
_ABOUT = 40

_note = click.option("--note", default="", metavar="WORDS", help="Why, in your words.")
_json = click.option("--json", "as_json", is_flag=True, help="Print the decision as JSON.")


@click.command()
@click.argument("subjects", nargs=-1, required=True, metavar="ID [ID2]")
@click.argument("verdict")
@choice("--reason", DISMISSAL_REASONS, "Why a finding is dismissed.")
@click.option("--settle", is_flag=True, help="End a dispute between reviewers, by your name.")
@_note
@_json
@click.pass_obj
def judge(
    session: Session,
    subjects: tuple[str, ...],
    verdict: str,
    reason: str,
    settle: bool,
    note: str,
    as_json: bool,
) -> None:
    """Decide a finding (real, dismissed, unsure), or two quotes or two speakers (same, different, unsure).

    A dismissed finding takes a reason; what was misread is corrected next. Of one quote: apart takes it
    out of its utterance whatever is like it, together puts it back, preferred makes it the version that
    is shown first.
    """
    if len(subjects) > 2:
        raise BadValue("subject", subjects[2], "a decision is about one finding, one quote or two ids")
    with session.writing() as ledger:
        shown = "\n".join(_in_words(ledger, each) for each in subjects)
        made = ledger.judge(subjects, verdict, value=reason, note=note, shown=shown, settles=settle)
        about = ledger.show(subjects[0]).value if reason == MISREAD else None
    confirm(made, as_json)
    if isinstance(about, Finding):
        say(f"To set right what was misread: {'; '.join(_corrections(about))}.")


def _corrections(finding: Finding) -> list[str]:
    """The command for each passage of a finding, with the words that it is about."""
    pieces = [(piece.claim or piece.quote or "", " ".join(piece.text.split())) for piece in finding.evidence]
    return [f"`onrecord correct {short(id_)} FIELD VALUE` (“{words[:_ABOUT]}”)" for id_, words in pieces]


@click.command()
@click.argument("wanted", metavar="ID")
@click.argument("field")
@click.argument("value")
@_note
@_json
@click.pass_obj
def correct(session: Session, wanted: str, field: str, value: str, note: str, as_json: bool) -> None:
    """Set one field of a quote, claim or document by hand; an empty VALUE takes it away.

    Of a quote: speaker, role, organization, bounds (START:END), said_on, kind, quote ("no": it is
    none). Of a claim: speaker, value, unit, counted, subject, place, event, period, as_of, claim ("no").
    Of a document: title, author, source, kind, published, modified, url.
    """
    with session.writing() as ledger:
        if field == "kind":
            check_kind(ledger.show(wanted).value, value)
        made = ledger.correct(wanted, field, value, note=note)
    confirm(made, as_json)


@click.command()
@click.argument("document")
@click.argument("start", type=click.IntRange(min=0))
@click.argument("end", type=click.IntRange(min=1))
@click.option("--speaker", default="", metavar="NAME", help="Who said it.")
@_note
@_json
@click.pass_obj
def record(
    session: Session, document: str, start: int, end: int, speaker: str, note: str, as_json: bool
) -> None:
    """Record the passage from character START up to END of a DOCUMENT as a quote."""
    with session.writing() as ledger:
        made = ledger.record(document, start, end, speaker=speaker, note=note)
    confirm(made, as_json)


@click.command()
@click.argument("wanted", metavar="ID")
@click.argument("words")
@_json
@click.pass_obj
def note(session: Session, wanted: str, words: str, as_json: bool) -> None:
    """Write a note on anything that has an id."""
    with session.writing() as ledger:
        made = ledger.note(wanted, words)
    confirm(made, as_json)


@click.command()
@click.argument("wanted", metavar="ID")
@click.argument("tag", metavar="TAG")
@click.option("--remove", is_flag=True, help="Take the tag off.")
@_json
@click.pass_obj
def tag(session: Session, wanted: str, tag: str, remove: bool, as_json: bool) -> None:
    """Put a tag on anything that has an id; `search --tag` finds it."""
    with session.writing() as ledger:
        made = ledger.tag(wanted, tag, remove=remove)
    confirm(made, as_json)


@click.command()
@_json
@click.pass_obj
def undo(session: Session, as_json: bool) -> None:
    """Take back your own last decision; both stay in the history."""
    with session.writing() as ledger:
        made = ledger.undo()
        _tell(ledger, made, as_json)


@click.command()
@_json
@click.pass_obj
def redo(session: Session, as_json: bool) -> None:
    """Put back what you took back last."""
    with session.writing() as ledger:
        made = ledger.redo()
        _tell(ledger, made, as_json)


def confirm(made: Judgement, as_json: bool) -> None:
    if as_json:
        jsonforms.emit_json(jsonforms.judgement(made))
    if made.shown:
        say(made.shown)
    say(f"{made.by} decided: {passages.decision(made)} (decision {short(made.id)}).")


def _tell(ledger: Ledger, step: Sequence[Judgement], as_json: bool) -> None:
    if as_json:
        for made in step:
            jsonforms.emit_json(jsonforms.judgement(made))
    say(turned(ledger, step))


def turned(ledger: Ledger, step: Sequence[Judgement]) -> str:
    """What an undo or a redo was about, and what it could not take back."""
    made = step[-1]
    about = ledger.show(made.subjects[0]).value
    assert isinstance(about, Judgement)
    (last,) = ledger.history(by=made.by, limit=1)
    words = f"{passages.turned(about, last.subject)} (decision {short(made.id)})"
    if len(step) > 1:
        words = f"{len(step):,} decisions of one step, the last {words}"
    return turned_words(made.kind, words, destroyed_since=ledger.destroyed_since(about)) + "."


def _in_words(ledger: Ledger, wanted: str) -> str:
    """What a subject says: printed with the decision, and kept with it."""
    value = ledger.show(wanted).value
    match value:
        case Finding():
            return value.sentence
        case Quote() | Claim():
            return value.text
        case Speaker():
            return value.name
        case Document():
            return value.title
        case _:
            return value.verdict
