"""The real command is killed while it adds; what it had finished is whole, the rest can be added."""

import os
import random
import signal
import subprocess
import sys
import time

from claims import Ledger
from claims.views import Query

KILLS, PAPERS = 3, 9

STORY = """Paper number {n}

HARLOW BAY — Storm Edda injured {hurt} people and sank {boats} boats, said Ines Carrow, a spokeswoman for the port.

“We will rebuild every pier in this harbor before the winter storms arrive,” Mayor Marisol Vega said.

“It will cost {cost} million dollars and take two years,” Chief Dana Okafor said.
"""


def test_killed_again_and_again_it_ends_as_if_nothing_had_happened(tmp_path):
    papers = [tmp_path / f"{n:02}.txt" for n in range(PAPERS)]
    for n, paper in enumerate(papers):
        paper.write_text(STORY.format(n=n, hurt=46 + n % 2, boats=10 + n, cost=2 + n % 3))
    undisturbed, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    _add(undisturbed, papers).wait()
    chance = random.Random(4)
    for _ in range(KILLS):
        _kill_after_the_first(_add(killed, papers), chance.uniform(0, 0.25))
        with Ledger.open(killed) as ledger:
            assert ledger.verify().faults == ()
            assert {line.quotes for line in ledger.documents()} == {3}
    assert _add(killed, papers).wait() == 0
    assert _holding(killed) == _holding(undisturbed)


def _add(record, papers):
    command = [sys.executable, "-m", "tui", "--db", str(record), "add", "--json", *map(str, papers)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)


def _kill_after_the_first(process, seconds):
    process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def _holding(record):
    """Everything derived, by content: values, clusters and findings with their evidence."""
    with Ledger.open(record) as ledger:
        quotes = ledger.search(Query(words="we", limit=None)).hits
        return (
            sorted((hit.id, hit.speaker, hit.spans) for hit in quotes),
            sorted(line.id for line in ledger.documents()),
            sorted(utterance.cluster.id for utterance in ledger.duplicates()),
            sorted((one.finding.id, one.finding.kind) for one in ledger.audit()),
        )
