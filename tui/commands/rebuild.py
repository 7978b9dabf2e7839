"""`onrecord rebuild`: everything derived again, and what that changed."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten

import click

from claims.views import CarriedOn, HistoryLine, Rebuilt, Searched, Tally
from tui import jsonforms, jsonviews, passages
from tui.printing import Paper, counted, say, short
from tui.progress import steps
from tui.session import Session

_LONGEST = 160

_OUT_OF_SIGHT = (
    "Counted with those that a search leaves out: withdrawn, judged to be none, of an older version "
    "whose newer one has them too."
)


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
        done = ledger.rebuild(jobs=wanted, extractor=session.extractor, progress=told)
        lost = [] if as_json else ledger.history(changed=True)
        in_sight = ledger.searched()
    if as_json:
        jsonforms.emit_json(jsonviews.rebuilt(done))
    else:
        _print(session.paper, done, lost, in_sight)
    say(_summary(done))
    return 1 if done.problems else 0


def _summary(done: Rebuilt) -> str:
    unread = len(done.problems)
    of = f"{done.documents - unread:,} of " if unread else ""
    read = f"Derived again from {of}{counted(done.documents, 'document')}"
    fate = "nothing changed"
    if done.changed or done.findings_new or done.findings_gone:
        fate = f"{done.changed:,} came out otherwise"
    keep = "keeps" if unread == 1 else "keep"
    rest = f" {unread:,} could not be read and {keep} what was derived before." if unread else ""
    return f"{read}: {fate}.{rest}"


def _print(paper: Paper, done: Rebuilt, lost: Iterable[HistoryLine], in_sight: Searched) -> None:
    paper.fields(
        (
            ("quotes", _tally(done.quotes)),
            ("claims", _tally(done.claims)),
            ("findings", f"{done.findings:,}, {done.findings_new:,} new, {done.findings_gone:,} gone"),
        )
    )
    if _held(done.quotes) > in_sight.quotes or _held(done.claims) > in_sight.claims:
        paper.line(_OUT_OF_SIGHT, style="dim")
    for problem in done.problems:
        passages.problem(paper, problem)
    for carried in done.carried:
        _carried(paper, carried)
    for line in lost:
        _lost(paper, line)


def _held(tally: Tally) -> int:
    return tally.same + tally.reattached + tally.new


def _tally(tally: Tally) -> str:
    return (
        f"{tally.same:,} as before, {tally.reattached:,} in the same place with other bounds, "
        f"{tally.new:,} new, {tally.gone:,} gone"
    )


def _carried(paper: Paper, carried: CarriedOn) -> None:
    paper.line(f"Decision {short(carried.judgement.id)} carried on: {passages.decision(carried.judgement)}")
    for step in carried.attachments:
        paper.line(f"{short(step.old)} is now {short(step.new)}: {step.why}", style="dim", indent=2)


_LOST = {False: "The passage of decision {} changed", True: "The finding of decision {} is found no more"}


def _lost(paper: Paper, line: HistoryLine) -> None:
    made = line.judgement
    paper.line(f"{_LOST[line.found_no_more].format(short(made.id))}: {passages.decision(made)}", style="high")
    paper.words(shorten(" ".join(line.subject.split()), _LONGEST, placeholder=" …"))
    paper.line(f"by {made.by}, {made.at:%Y-%m-%d %H:%M} UTC", style="dim", indent=2)
