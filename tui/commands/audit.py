"""`onrecord audit`: what does not fit, and what does, each with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

import click

from claims.errors import BadValue
from claims.model import FindingKind, FindingStatus, Severity
from claims.views import Assessed, Searched
from tui import jsonforms, jsonviews, passages
from tui.commands.filters import choice
from tui.printing import Paper, counted, say, short
from tui.session import Session
from tui.state.words import BEHIND, waiting_words

MET = 3
_FAILING = ("high", "medium", "low")


@click.command()
@click.option("--check", metavar="NAME", default="", help="Only findings of this check.")
@choice("--kind", FindingKind, "Only findings of this kind.")
@choice("--severity", Severity, "Only findings of this severity.")
@choice("--status", FindingStatus, "Only findings of this status.")
@choice("--fail-on", _FAILING, "Exit with 3 if a finding that does not fit is as severe, and not dismissed.")
@click.option("--limit", type=click.IntRange(min=0), default=None, help="The gravest N, 0 for all [50].")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a finding; all without --limit.")
@click.pass_obj
def audit(
    session: Session,
    check: str,
    kind: str,
    severity: str,
    status: str,
    fail_on: str,
    limit: int | None,
    as_json: bool,
) -> int:
    """Findings of every check, the gravest first, then what agrees (`--kind corroboration`: that alone).

    --fail-on looks at all of them, whatever the limit.
    """
    if check:
        known_check(check)
    with session.reading() as ledger:
        found = in_order(ledger.audit(check=check, kind=kind, severity=severity, status=status))
        searched, is_behind, waiting = ledger.searched(), ledger.is_behind(), ledger.waiting()
    most = (0 if as_json else session.settings.limit) if limit is None else limit
    shown = found[:most] if most else found
    if as_json:
        for each in shown:
            jsonforms.emit_json(jsonviews.assessed(each))
        say(summary(found, searched))
    else:
        report(session.paper, found, searched, shown)
    if len(shown) < len(found):
        say(f"{counted(len(shown), 'finding')} shown, the gravest first: --limit 0 prints all.")
    if waiting:
        say(waiting_words(waiting))
    if is_behind:
        say(BEHIND)
    return MET if fail_on and any(_fails(each, Severity(fail_on)) for each in found) else 0


def report(
    paper: Paper, found: Sequence[Assessed], searched: Searched, shown: Sequence[Assessed] | None = None
) -> None:
    """Findings in groups of one severity, and a summary of all.

    Args:
        shown: those that are printed; None for all.
    """
    for severity, group in groupby(found if shown is None else shown, key=lambda each: each.finding.severity):
        heading = "WHAT FITS" if severity is Severity.INFO else f"{severity.value.upper()} SEVERITY"
        paper.line(heading, style=severity.value)
        paper.line()
        for each in group:
            _print(paper, each)
    paper.line(summary(found, searched))


def in_order(found: Sequence[Assessed]) -> list[Assessed]:
    """By severity; among equals conflicts first, then in the order given."""
    kinds = list(FindingKind)
    return sorted(found, key=lambda each: (each.finding.severity.rank, kinds.index(each.finding.kind)))


def summary(found: Sequence[Assessed], searched: Searched) -> str:
    """How many of each kind, and in what: "1 conflict, 2 corroborations in 4 documents ..."."""
    where = passages.what_was_searched(searched)
    if not found:
        return f"No finding in {where}."
    kinds = Counter(each.finding.kind for each in found)
    told = [counted(kinds[kind], kind.value, _PLURALS.get(kind, "")) for kind in FindingKind if kind in kinds]
    return f"{', '.join(told)} in {where}.{_to_decide(found)}"


def _to_decide(found: Sequence[Assessed]) -> str:
    """How many of those that do not fit nobody has decided, by severity."""
    waiting = [each for each in found if each.status is FindingStatus.OPEN and _does_not_fit(each)]
    severities = Counter(each.finding.severity for each in waiting)
    told = [f"{severities[severity]:,} {severity.value}" for severity in Severity if severity in severities]
    return f" To decide: {', '.join(told)}." if told else ""


_PLURALS = {FindingKind.COMPATIBLE: "compatible"}


def _print(paper: Paper, view: Assessed) -> None:
    finding = view.finding
    status = "" if view.status is FindingStatus.OPEN else f" · {view.status.value}"
    paper.line(finding.sentence, style="title")
    passages.reasons(paper, finding)
    passages.evidence(paper, view.citations)
    paper.line(f"{finding.kind.value} · {finding.check} · finding {short(finding.id)}{status}", style="dim")
    paper.line()


_DO_NOT_FIT = (FindingKind.CONFLICT, FindingKind.POSSIBLE_CONFLICT, FindingKind.UPDATE)


def _does_not_fit(view: Assessed) -> bool:
    return view.finding.kind in _DO_NOT_FIT


def _fails(view: Assessed, least: Severity) -> bool:
    severe = view.finding.severity.rank <= least.rank
    return severe and _does_not_fit(view) and view.status is not FindingStatus.DISMISSED


def known_check(check: str) -> None:
    """Raise BadValue unless a check of this name is installed."""
    from claims.registry import CHECKS, plugins

    known = plugins(CHECKS)
    if check not in known:
        raise BadValue("check", check, f"the checks are {', '.join(known)}")
