"""`onrecord refresh`: pages that were fetched, fetched again."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

import click

from claims import executor
from claims.views import Status
from sources.fetching.fetcher import fetcher
from sources.fetching.refreshing import refreshed, wanted
from tui.commands.added import print_added, summed_up
from tui.printing import say
from tui.progress import progress
from tui.session import Session


@click.command()
@click.argument("addresses", nargs=-1, metavar="[URL]...")
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    help="Documents read at once; 0, as by default, for one a processor.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a page.")
@click.pass_obj
def refresh(session: Session, addresses: tuple[str, ...], jobs: int | None, as_json: bool) -> int:
    """Fetch again what was added by its URL: all pages, or those named.

    A page with another text becomes a new version; the old one and all decisions stay, and `audit` tells
    which quotes were changed or taken away. Sites are asked one page at a time, with a pause between two.
    """
    executor.get_ready()
    counts: Counter[Status] = Counter()
    with session.writing() as ledger:
        pages = wanted(ledger.fetched(), addresses)
        inputs = refreshed(fetcher(), pages)
        read_at_once = session.settings.jobs if jobs is None else jobs
        with progress(lambda: len(pages), as_json=as_json) as step:
            for result in ledger.add(inputs, jobs=read_at_once, extractor=session.extractor):
                counts[result.status] += 1
                # A reader of our output who leaves does not stop the pages from being stored.
                with step(), suppress(BrokenPipeError):
                    print_added(session.paper, result, as_json)
    say(summed_up(counts))
    return 1 if counts[Status.FAILED] else 0
