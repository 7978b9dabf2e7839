"""`onrecord rebuild`: everything derived again, and what that changed."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten

import click

from claims.views import CarriedOn, HistoryLine, Rebuilt, Tally
from tui import jsonforms, jsonviews, passages
from tui.printing import Paper, counted, say, short
from tui.progress import steps
from tui.session import Session

_LONGEST = 160


@click.command()
@click.option("--jobs", type=click.IntRange(min=0), help="Documents read at once, 0 for one a processor.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@click.pass_obj
def rebuild(session: Session, jobs: int | None, as_json: bool) -> int:
    """Derive quotes, claims, duplicates and findings again from the kept documents.

    Decisions stay: one whose passage has other bounds now is carried on, one whose
    passage changed is listed. Others may go on working on the record meanwhile.
    """
    settings = session.settings
    wanted = settings.jobs if jobs is None else jobs
    with session.writing() as ledger, steps("steps") as told:
        done = ledger.rebuild(jobs=wanted, extractor=settings.extractor, progress=told)
        lost = [] if as_json else ledger.history(changed=True)
    if as_json:
        jsonforms.emit_json(jsonviews.rebuilt(done))
    else:
        _print(session.paper, done, lost)
    say(_summary(done))
    return 1 if done.problems else 0


def _summary(done: Rebuilt) -> str:
    read = f"Derived again from {counted(done.documents, 'document')}"
    if done.changed or done.findings_new or done.findings_gone:
        return f"{read}: {done.changed:,} came out otherwise."
    return f"{read}: nothing changed."


def _print(paper: Paper, done: Rebuilt, lost: Iterable[HistoryLine]) -> None:
    paper.fields(
        (
            ("quotes", _tally(done.quotes)),
            ("claims", _tally(done.claims)),
            ("findings", f"{done.findings:,}, {done.findings_new:,} new, {done.findings_gone:,} gone"),
        )
    )
    for problem in done.problems:
        passages.problem(paper, problem)
    for carried in done.carried:
        _carried(paper, carried)
    for line in lost:
        _lost(paper, line)


def _tally(tally: Tally) -> str:
    return (
        f"{tally.same:,} as before, {tally.reattached:,} in the same place with other bounds, "
        f"{tally.new:,} new, {tally.gone:,} gone"
    )


def _carried(paper: Paper, carried: CarriedOn) -> None:
    paper.line(f"Decision {short(carried.judgement.id)} carried on: {passages.decision(carried.judgement)}")
    for step in carried.attachments:
        paper.line(f"{short(step.old)} is now {short(step.new)}: {step.why}", style="dim", indent=2)


def _lost(paper: Paper, line: HistoryLine) -> None:
    made = line.judgement
    paper.line(f"The passage of decision {short(made.id)} changed: {passages.decision(made)}", style="high")
    paper.words(shorten(" ".join(line.subject.split()), _LONGEST, placeholder=" …"))
    paper.line(f"by {made.by}, {made.at:%Y-%m-%d %H:%M} UTC", style="dim", indent=2)
