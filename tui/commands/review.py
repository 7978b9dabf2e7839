"""`onrecord review`: the queue in the app, or line by line for pipes and screen readers."""

from __future__ import annotations

import sys
from collections import deque
from typing import TYPE_CHECKING

import click

from claims.errors import BadValue
from claims.model.judgements import DISMISSAL_REASONS
from claims.views import ReviewItem
from tui import passages
from tui.commands.decide import turned
from tui.printing import Paper, counted, say
from tui.session import Session
from tui.state.words import beyond

if TYPE_CHECKING:
    from claims import Ledger


@click.command()
@click.option("--plain", is_flag=True, help="Line by line: no screen, one answer a line of input.")
@click.option(
    "--order",
    default="first",
    type=click.Choice(["first", "newest", "random"]),
    help="Which comes first, with --plain.",
)
@click.pass_obj
def review(session: Session, plain: bool, order: str) -> int | None:
    """Decide what is open: findings that do not fit, and quotes and speakers that may be one."""
    if plain:
        with session.writing() as ledger:
            Reviewer(ledger, session.paper, order).run()
        return None
    if not session.on_terminal():
        raise BadValue("terminal", "standard input or output", "use `onrecord review --plain`")
    return session.run_app(start="review")


class Reviewer:
    """Shows one item after another and reads one answer a line."""

    def __init__(self, ledger: Ledger, paper: Paper, order: str) -> None:
        self._ledger = ledger
        self._paper = paper
        self._order = order
        self._ahead: deque[ReviewItem] = deque()
        self._seen: set[str] = set()
        self._decided: list[ReviewItem] = []

    def run(self) -> None:
        """Until nothing is open that was not shown, the answer is q, or the input ends."""
        while self._look_again():
            item = self._ahead[0]
            self._seen.add(item.id)
            answer = self._ask(item)
            if answer[0] == "q":
                break
            if answer[0] == "u":
                self._undo()
                continue
            if answer[0] != "s":
                self._judge(item, answer)
                self._decided.append(item)
            self._ahead.popleft()
        left = self._ledger.queue().items
        say(f"{counted(len(self._decided), 'decision')} made, {counted(len(left), 'item')} open.")

    def _look_again(self) -> bool:
        """Is there an item to show? A decision can make new findings, so the queue is asked again."""
        if not self._ahead:
            items = self._ledger.queue(order=self._order).items
            self._ahead.extend(item for item in items if item.id not in self._seen)
        return bool(self._ahead)

    def _ask(self, item: ReviewItem) -> list[str]:
        """Show an item; the words of a valid answer."""
        self._show(item)
        accept, reject, maybe = item.verdicts
        keys = f"a {accept}, x {reject}, m {maybe}, s skip, u undo, q quit"
        if item.kind == "finding":
            keys += f"; after x a reason: {', '.join(DISMISSAL_REASONS)}"
        while True:
            say(f"{keys}?")
            line = sys.stdin.readline()
            if not line:
                return ["q"]
            answer = line.split()
            if answer and answer[0] in "axmsuq" and len(answer[0]) == 1 and _reason_fits(item, answer):
                return answer
            say(f"{line.strip()!r} is no answer.")

    def _show(self, item: ReviewItem) -> None:
        self._paper.line()
        left = counted(len(self._ahead) - 1, "item")
        self._paper.line(f"{item.heading} ({left} after this)", style="title")
        self._paper.line(item.sentence)
        for step in (*item.why, *(beyond(item.finding) if item.finding else ())):
            self._paper.line(f"- {step}", indent=2)
        passages.evidence(self._paper, item.citations, label="Passage")

    def _judge(self, item: ReviewItem, answer: list[str]) -> None:
        verdict = item.verdicts["axm".index(answer[0])]
        shown = "\n".join([item.sentence, *(cited.value.text for cited in item.citations)])
        self._ledger.judge(item.subjects, verdict, value=" ".join(answer[1:]), shown=shown)
        say(f"Decided: {' '.join([verdict, *answer[1:]])}.")

    def _undo(self) -> None:
        """Take back the last decision; its item comes again if it was decided just now."""
        try:
            made = self._ledger.undo()
        except BadValue as nothing:
            say(str(nothing))
            return
        say(turned(self._ledger, made))
        if self._decided:
            self._ahead.appendleft(self._decided.pop())


def _reason_fits(item: ReviewItem, answer: list[str]) -> bool:
    """Only a dismissal takes a reason, and only one of the known."""
    reason = " ".join(answer[1:])
    return not reason or (answer[0] == "x" and item.kind == "finding" and reason in DISMISSAL_REASONS)
