"""`onrecord demo`: a throw-away record from the sample documents."""

from __future__ import annotations

import shutil
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims.ports import Given
from tui.commands.add import Intake
from tui.commands.audit import in_order, report
from tui.printing import say
from tui.session import Session

if TYPE_CHECKING:
    from claims import Ledger


@click.command()
@click.option(
    "--jobs", type=click.IntRange(min=0), default=1, help="Documents read at once, 0 for one a CPU."
)
@click.pass_obj
def demo(session: Session, jobs: int) -> int:
    """Open the app on a throw-away record of fictional documents; without a terminal print its audit."""
    from claims import Ledger

    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, _leave)  # a closed window shall not leave the folder behind
    folder = Path(tempfile.mkdtemp(prefix="onrecord-demo-"))
    try:
        location = str(folder / "demo.db")
        with Ledger.open(location, by=session.settings.by, create=True) as ledger:
            _fill(ledger, jobs)
            if not session.on_terminal():
                report(session.paper, in_order(ledger.audit()), ledger.searched())
                return 0
        return session.run_app(location, demo=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _leave(number: int, _: object) -> None:
    raise SystemExit(128 + number)


def _fill(ledger: Ledger, jobs: int) -> None:
    from sources.samples import manifest_path, sample_paths

    say("Fictional documents: no such place, person or event exists.")
    intake = Intake([str(path) for path in sample_paths()], Given(), manifest_path())
    for _ in intake.run(ledger, jobs):
        pass
    say(intake.summary())
