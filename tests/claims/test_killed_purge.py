"""A purge is killed at every step: the document is there with all it had, or it is gone for good."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claims import Ledger
from claims.store.database import Database
from claims.store.removal import Removal
from claims.store.snapshots import Snapshots

WORDS = b"fishing families"


def killed_at(place, document, where, name, *, after):
    """Purge in a process that dies before or after one step."""
    child = os.fork()
    if child == 0:
        step = getattr(where, name)

        def dies(*arguments):
            if after:
                step(*arguments)
            os._exit(9)

        try:
            setattr(where, name, dies)
            with Ledger.open(place, by="okafor") as ledger:
                ledger.withdraw(document, purge=True)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


STEPS = [
    (Snapshots, "mark", False),
    (Snapshots, "mark", True),
    (Removal, "purge", True),
    (Removal, "finish_purges", False),
    (Snapshots, "drop", False),
    (Snapshots, "drop", True),
    (Database, "forget", False),
    (Snapshots, "unmark", False),
    (Snapshots, "unmark", True),
]


@pytest.mark.parametrize(("where", "name", "after"), STEPS)
def test_a_purge_that_is_killed_leaves_no_half(two_stories, where, name, after):
    place = Path(two_stories.location)
    document = two_stories.documents()[0].id
    two_stories.close()
    # Opening finishes purges too: then the process dies before it decided anything.
    assert killed_at(place, document, where, name, after=after) == 9
    with Ledger.open(place, by="okafor") as ledger:
        decided = bool(ledger.history())
        shown = ledger.show(document)
        assert ledger.verify().faults == ()
        assert bool(shown.document.text) == (not decided)
        assert len(list(Path(f"{place}.files").glob("??/*"))) == (1 if decided else 2)
        assert not list(Path(f"{place}.files").glob("destroying/*"))
        if decided:
            assert not [
                path for path in place.parent.glob("record.db*") if path.is_file() and held(path, shown)
            ]
        ledger.withdraw(document, purge=True)
        assert ledger.show(document).document.text == ""
        assert ledger.verify().faults == ()


def held(path, shown):
    """Does a file still hold the words of the story that is gone?"""
    other = {"herald.txt": b"They have lost enough", "wire.txt": b"We will ask the fishing"}
    return other[shown.document.location] in path.read_bytes()
