"""A process that adds documents is killed at any moment; the record holds whole documents only."""

import itertools
import os
import random
import signal
import time

from store_material import SIZE, add_paper, sql

from claims.store import Store, database

KILLS = 24


def test_a_killed_process_leaves_whole_documents_and_a_sound_text_index(path):
    Store.open(path, create=True).close()
    chance = random.Random(1)
    for kill in range(KILLS):
        _killed_while_adding(path, kill * 1000, chance.uniform(0.005, 0.06))
        assert _halves(path) == []
        assert _index_faults(path) == []
    store = Store.open(path)
    assert store.verify().faults == ()
    assert len(store.document_ids()) >= KILLS
    store.close()


def test_without_the_transaction_halves_are_seen_so_the_test_above_can_fail(path):
    Store.open(path, create=True).close()
    chance = random.Random(1)
    kills = 0
    while not _halves(path):
        assert kills < 10 * KILLS, "no half document was ever seen"
        _killed_while_adding(path, kills * 1000, chance.uniform(0.005, 0.06), transaction=False)
        kills += 1


def test_after_a_kill_the_same_documents_can_be_added_as_if_nothing_had_happened(path, tmp_path):
    Store.open(path, create=True).close()
    _killed_while_adding(path, 0, 0.05)
    undisturbed = Store.open(tmp_path / "other.db", create=True)
    again = Store.open(path)
    for number in range(40):
        add_paper(again, number)
        add_paper(undisturbed, number)
    numbers = [paper.id for paper in map(undisturbed.document, undisturbed.document_ids())]
    for id_ in numbers:
        assert again.document(id_) == undisturbed.document(id_)
        assert again.quotes_of(id_) == undisturbed.quotes_of(id_)
        assert again.claims_of(id_) == undisturbed.claims_of(id_)
    again.close()
    undisturbed.close()


def _killed_while_adding(path, first, seconds, *, transaction=True):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _add_for_ever(path, first, writer, transaction=transaction)
    os.close(writer)
    os.read(reader, 1)
    os.close(reader)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGKILL


def _add_for_ever(path, first, ready, *, transaction):
    try:
        if not transaction:
            database._begin = lambda connection: None
        store = Store.open(path)
        for number in itertools.count(first):
            add_paper(store, number)
            os.write(ready, b"!")
    finally:
        os._exit(1)


def _halves(path):
    """Documents that lack a part: quotes, claims, word runs, or where they came from."""
    counts = [
        f"(SELECT count(*) FROM {table} WHERE {table}.document_key = document.key)"
        for table in ("quote", "claim")
    ]
    counts.append("(SELECT count(*) FROM arrival WHERE arrival.document_key = document.key)")
    indexed = "SELECT count(DISTINCT quote.number) FROM quote JOIN gram ON gram.quote = quote.number"
    runs = f"({indexed} WHERE quote.document_key = document.key)"
    whole = (SIZE, SIZE, 1, SIZE)
    rows = sql(path, f"SELECT id, {', '.join(counts)}, {runs} FROM document")
    return [row[0] for row in rows if row[1:] != whole]


def _index_faults(path):
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    assert sql(path, "PRAGMA foreign_key_check") == []
    for index in ("quote_text", "claim_text", "document_text"):
        sql(path, f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    return []
