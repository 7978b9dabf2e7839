"""kill -9 at any step of any command leaves a whole record (RELIABILITY section 3, "kill -9 in ingest").

Each command is run once undisturbed, its steps are counted, and it is run again and
killed at steps that cover every kind, and in the middle of writes. After each kill
the record opens, `verify` finds no fault, and it says what it said before the command
or what it says after it; doing it again ends as if nothing had happened.
"""

import pytest
from records import MARK, command, copied, faults, files, holding, outdated
from steps import killed_at, run, sample, spread, stopped_at_byte
from trying import Tried, said, steps_of, tried

from claims import Ledger

# Kills a command; each costs two runs of it and two looks at everything.
MOST = 6


def check(tmp_path, one, most=MOST, **options):
    """Kill it at each step of a sample; whatever is amiss fails."""
    steps = steps_of(tmp_path, one, **options)

    def at(number):
        home = tmp_path / f"at-{number}"
        look(tmp_path, one, home, killed_at(number, home, **options))

    spread(sample(steps, most), at, tmp_path / "scratch")


def look(tmp_path, one, home, prepare):
    record = copied(one.base, home)
    ended = run(one.work(record), tmp_path / "scratch", prepare)
    assert ended.code < 0, f"it was not killed: {ended.code} {ended.err}"
    found = said(record)
    if found is not None:
        assert faults(record) == []
    assert found in one.states
    if one.again or found != one.states[-1]:
        ended = run(one.work(record), tmp_path / "scratch")
        assert (ended.code, "Traceback" in ended.err) == (0, False), ended.err
    assert said(record) == one.states[-1]
    assert faults(record) == []


@pytest.fixture
def nothing(tmp_path):
    """A place for a record, with nothing there."""
    (tmp_path / "nothing").mkdir()
    return tmp_path / "nothing" / "record.db"


@pytest.fixture
def decided(record, onrecord):
    """The record of the three papers with two decisions."""
    before = holding(record)
    assert onrecord(record, "correct", before["quotes"][0][0], "speaker", "Ines Carrow").code == 0
    assert onrecord(record, "judge", before["findings"][0][0], "real").code == 0
    return record


@pytest.fixture
def adding(tmp_path, nothing, papers):
    """Adding three papers where there is no record, with every state on the way."""
    on_the_way = []
    record = nothing.with_name("way.db")
    with Ledger.open(record, create=True):
        pass
    on_the_way.append(holding(record))
    for n in (1, 2):
        lines = papers.read_text().splitlines(keepends=True)
        (papers.parent / f"first-{n}.csv").write_text("".join(lines[: n + 1]))
        ended = run(
            command(record, "add", "--manifest", papers.parent / f"first-{n}.csv"), tmp_path / "scratch"
        )
        assert ended.code == 0, ended.err
        on_the_way.append(holding(record))
    for file in files(nothing.parent):
        file.unlink()
    return tried(
        tmp_path, nothing, lambda place: command(place, "add", "--manifest", papers), between=on_the_way
    )


@pytest.mark.slow
def test_adding_the_first_documents_of_a_record(tmp_path, adding):
    check(tmp_path, adding, most=10)


@pytest.mark.slow
def test_adding_that_dies_inside_a_write(tmp_path, adding):
    sizes = [100, 4096, 30_000, 60_000, 100_000, 160_000]

    def at(size):
        look(tmp_path, adding, tmp_path / f"size-{size}", stopped_at_byte(size))

    spread(sizes, at, tmp_path / "scratch")


def test_making_a_record(tmp_path, nothing):
    def work(place):
        return lambda: Ledger.open(place, create=True).close()

    check(tmp_path, tried(tmp_path, nothing, work))


def test_a_verdict(tmp_path, record):
    finding = holding(record)["findings"][0][0]
    work = lambda place: command(place, "judge", finding, "dismissed", "--reason", "update")  # noqa: E731
    check(tmp_path, tried(tmp_path, record, work, again=False))


def correction(tmp_path, record):
    quote = holding(record)["quotes"][0][0]
    work = lambda place: command(place, "correct", quote, "speaker", "Chief Dana Okafor")  # noqa: E731
    return tried(tmp_path, record, work, again=False)


def test_a_correction(tmp_path, record):
    check(tmp_path, correction(tmp_path, record))


def test_taking_a_decision_back(tmp_path, decided):
    check(tmp_path, tried(tmp_path, decided, lambda place: command(place, "undo"), again=False))


def test_withdrawing_a_document(tmp_path, decided):
    document = marked(decided)
    work = lambda place: command(place, "withdraw", document)  # noqa: E731
    check(tmp_path, tried(tmp_path, decided, work, again=False))


def marked(record):
    return next(one[0] for one in holding(record)["documents"] if MARK in one[2])


@pytest.mark.slow
def test_rebuilding(tmp_path, decided):
    check(tmp_path, tried(tmp_path, outdated(decided), lambda place: command(place, "rebuild")))


# -- the control: without transactions halves are seen ------------------------------------


@pytest.mark.parametrize("what", ["adding", "correcting", "rebuilding"])
def test_without_transactions_halves_are_seen_so_the_tests_above_can_fail(tmp_path, what, request, record):
    if what == "adding":
        one = request.getfixturevalue("adding")
    elif what == "correcting":
        one = correction(tmp_path, record)
    else:
        one = tried(tmp_path, outdated(record), lambda place: command(place, "rebuild"))
    steps = steps_of(tmp_path, one, transactions=False)
    writes = [number for number, step in enumerate(steps) if step.startswith(("INSERT", "UPDATE", "DELETE"))]
    for number in writes[len(writes) // 3 :: max(1, len(writes) // 16)]:
        home = tmp_path / f"at-{number}"
        record = copied(one.base, home)
        assert (
            run(one.work(record), tmp_path / "scratch", killed_at(number, home, transactions=False)).code < 0
        )
        if faults(record) or said(record) not in one.states:
            return
    pytest.fail("no half was ever seen")


# -- purge, backup, restore ---------------------------------------------------------------


@pytest.mark.slow
def test_destroying_a_document(tmp_path, decided):
    """Its words may stay until it is destroyed again, and then are in no file."""
    document = marked(decided)
    work = lambda place: command(place, "withdraw", document, "--purge", "--yes")  # noqa: E731
    steps = steps_of(tmp_path, Tried(decided, work, []))
    before = holding(decided)

    def at(number):
        home = tmp_path / f"at-{number}"
        record = copied(decided, home)
        assert run(work(record), tmp_path / "scratch", killed_at(number, home)).code < 0
        assert faults(record) == []
        found = holding(record)
        ordered = len(found["decisions"]) > len(before["decisions"])
        assert ordered or found == before
        assert ordered is not any(MARK in text for _, text, *_ in found["quotes"])
        assert run(work(record), tmp_path / "scratch").code == 0
        assert faults(record) == []
        assert [path for path in files(home) if MARK.encode() in path.read_bytes()] == []

    spread(sample(steps, MOST), at, tmp_path / "scratch")


@pytest.mark.slow
def test_a_backup_is_there_whole_or_not_at_all(tmp_path, decided, onrecord):
    work = lambda place: command(place, "backup", place.with_name("copy.zip"))  # noqa: E731
    steps = steps_of(tmp_path, Tried(decided, work, []))
    before = holding(decided)

    def at(number):
        home = tmp_path / f"at-{number}"
        record = copied(decided, home)
        assert run(work(record), tmp_path / "scratch", killed_at(number, home)).code < 0
        assert (faults(record), holding(record)) == ([], before)
        copy = record.with_name("copy.zip")
        if not copy.exists():
            assert run(work(record), tmp_path / "scratch").code == 0
        assert onrecord(home / "again.db", "restore", copy).code == 0
        assert holding(home / "again.db") == before
        assert leftovers(home) == []

    spread(sample(steps, MOST), at, tmp_path / "scratch")


def leftovers(home):
    """What a killed process made aside and nobody took away."""
    return sorted(path.name for path in home.rglob(".*"))


@pytest.mark.slow
def test_a_restore_over_a_record_never_leaves_the_place_empty(tmp_path, record, decided, onrecord):
    assert onrecord(decided, "backup", tmp_path / "copy.zip").code == 0
    assert onrecord(decided, "note", marked(decided), "ask the harbor office").code == 0
    work = lambda place: command(place, "restore", tmp_path / "copy.zip", "--replace")  # noqa: E731
    one = tried(tmp_path, decided, work)
    assert one.states[0] != one.states[-1]

    def at(number):
        home = tmp_path / f"at-{number}"
        look(tmp_path, one, home, killed_at(number, home))
        kept = [path for path in home.glob("record.db.replaced*") if is_equal(path, one.states[0])]
        assert kept or is_equal(home / "record.db", one.states[0])
        assert is_shared(home / "record.db")
        assert leftovers(home) == []

    spread(sample(steps_of(tmp_path, one), 3 * MOST), at, tmp_path / "scratch")


def is_equal(record, state):
    record.with_name(record.name + ".files").mkdir(exist_ok=True)
    return holding(record) == state


def is_shared(record):
    """Is it in the mode in which several programs may use it? (SQLite file format, 1.3.3.)"""
    return record.read_bytes()[18:20] == b"\2\2"
