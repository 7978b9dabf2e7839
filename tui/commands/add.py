"""`onrecord add`: documents into the record."""

from __future__ import annotations

import signal
import sys
import threading
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims import executor
from claims.errors import InputError
from claims.intake import DEFAULT_EXTRACTOR
from claims.ports import Given, Material
from claims.views import Added, Status
from sources.gather import expected, gather
from tui.commands.added import print_added, summed_up
from tui.commands.filters import day_of
from tui.printing import say
from tui.progress import progress
from tui.session import Session
from tui.walked import is_no_document

if TYPE_CHECKING:
    from claims import Ledger


@click.command()
@click.argument("inputs", nargs=-1, metavar="PATH|URL|-...")
@click.option(
    "--manifest",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV with a header: path, url, source, kind, origin, date, country.",
)
@click.option("--source", default="", metavar="NAME", help="Who published them.")
@click.option("--date", "day", default="", metavar="DATE", help="When: YYYY-MM-DD, YYYY-MM or YYYY.")
@click.option("--url", default="", metavar="URL", help="Where it was published; for a single document.")
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    help="Documents read at once; 0, as by default, for one a processor.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object an input.")
@click.pass_obj
def add(
    session: Session,
    inputs: tuple[str, ...],
    manifest: Path | None,
    source: str,
    day: str,
    url: str,
    jobs: int | None,
    as_json: bool,
) -> int:
    """Read files, folders, pages by their URL or standard input (-) into the record.

    Formats are told by content: text, HTML, PDF, Word, Markdown, captions. Mail, feeds, ZIP and web
    archives are opened, and each document in them is an input.

    What you say of a document (--source, --date, --url, a line of --manifest) wins over what it says.
    """
    if not inputs and manifest is None:
        raise click.UsageError("give a file, a folder, a URL, - or --manifest", click.get_current_context())
    intake = Intake(inputs, Given(source=source, url=url, date=day_of(day)), manifest)
    executor.get_ready()  # it imports what reading needs while we open the record
    with _heeding_sigterm():
        try:
            _run(session, intake, session.settings.jobs if jobs is None else jobs, as_json)
        except (KeyboardInterrupt, SystemExit):
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough: the rest takes milliseconds
            say(f"What was stored stays: {intake.summary()}")
            raise
    say(intake.summary())
    return 1 if intake.counts[Status.FAILED] else 0


def _run(session: Session, intake: Intake, jobs: int, as_json: bool) -> None:
    with session.writing(create=True) as ledger, progress(intake.expected, as_json=as_json) as step:
        for result in intake.run(ledger, jobs, session.extractor):
            # A reader of our output who leaves does not stop the documents from being stored.
            with step(), suppress(BrokenPipeError):
                print_added(session.paper, result, as_json)


@contextmanager
def _heeding_sigterm() -> Iterator[None]:
    """SIGTERM ends the run as Ctrl-C does: the record is closed, workers end, the rest is said."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGTERM, _leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _: object) -> None:
    raise SystemExit(128 + number)


class Intake:
    """One run of `add`: what is gathered, what becomes of it, counted.

    Raises:
        BadSettings, BadValue: of the manifest, before any record is opened.
    """

    def __init__(self, inputs: Sequence[str], given: Given, manifest: Path | None) -> None:
        self._inputs, self._manifest = inputs, manifest
        self._gathered = gather(inputs, given, manifest=manifest, stdin=sys.stdin.buffer)
        self._walked: set[str] = set()
        self._no_documents: set[str] = set()
        self.counts: Counter[Status] = Counter()

    def run(
        self, ledger: Ledger, jobs: int, extractor: str = DEFAULT_EXTRACTOR
    ) -> Generator[Added, None, None]:
        """Add every input; `jobs` is how many are read at once, 0 for one a processor."""
        for result in ledger.add(self._materials(), jobs=jobs, extractor=extractor):
            fate = replace(result, status=self._status(result))
            self.counts[fate.status] += 1
            yield fate

    def expected(self) -> int:
        """How many inputs there are, counted by name."""
        return expected(self._inputs, manifest=self._manifest)

    def summary(self) -> str:
        return summed_up(self.counts)

    def _materials(self) -> Iterator[Material | InputError]:
        for each in self._gathered:
            if each.walked:
                self._walked.add(each.location)
                if is_no_document(each):
                    self._no_documents.add(each.location)
            if each.material is not None:
                yield each.material
            elif each.error is not None:
                yield each.error

    def _status(self, result: Added) -> Status:
        """What is no document is skipped where a folder was walked, and failed where it was named."""
        if result.status is Status.FAILED and result.location in self._no_documents:
            return Status.SKIPPED
        if result.status is Status.SKIPPED and result.location not in self._walked:
            return Status.FAILED
        return result.status
