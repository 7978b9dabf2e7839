"""What became of one input, as `add` and `import` print it."""

from __future__ import annotations

from collections.abc import Mapping

from claims.views import Added, Status
from tui import jsonforms, jsonviews
from tui.printing import Paper, counted, say, short


def summed_up(counts: Mapping[Status, int]) -> str:
    """The four states counted: "12 stored, 1 unchanged, 3 skipped, 0 failed."."""
    return ", ".join(f"{counts[status]:,} {status.value}" for status in Status) + "."


def print_added(paper: Paper, result: Added, as_json: bool) -> None:
    if as_json:
        jsonforms.emit_json(jsonviews.added(result))
    elif result.status is Status.FAILED:
        say(f"onrecord: {result.location}: {result.reason}")
    elif result.status is Status.STORED:
        held = f"{counted(result.quotes, 'quote')}, {counted(result.claims, 'claim')}"
        paper.line(f"{result.location}: stored, {held}, document {short(result.document)}")
    else:
        paper.line(f"{result.location}: {result.status.value}, {result.reason}", style="dim")
