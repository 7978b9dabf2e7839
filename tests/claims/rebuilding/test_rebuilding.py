"""A rebuild with a better extractor: what it replaces, and what becomes of every decision."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress

import pytest

from claims import Ledger
from claims.errors import BadValue, NothingLeft, UnknownId
from claims.model import Speaker
from claims.views import Kind, Query

HERALD = """Harbor board backs new pier

“We will not ask the fishing families of the harbor to pay for this pier, and we will not close it while \
the engineers of the board are down there below the water,” Mayor Marisol Vega said.

“The pumps ran all night long in the lower streets,” said Ines Carrow, a spokeswoman for the Port Authority.

The storm injured 46 people and sank 12 boats, said Ines Carrow.

“Every street of the harbor was under water before midnight,” said Dana Okafor. Nobody will be forgotten, \
she added.
"""

WIRE = """Mayor promises to rebuild pier

HARLOW BAY — The storm injured 64 people and sank 12 boats, officials said.

“We will not ask the fishing families of the harbor to pay for this pier, and we will not close it while \
the engineers of the town are down there,” Mayor Marisol Vega said.
"""

BOUNDS = "bounds differ by 3 words, figures and names equal"


@pytest.fixture
def storm(ledger_of, make_material):
    return ledger_of(
        make_material(HERALD, "herald.txt", source="Harlow Bay Herald"),
        make_material(WIRE, "wire.txt", source="Coastal Wire"),
    )


def the(ledger, words, kind=Kind.QUOTES):
    """The one value of the Herald's that holds these words."""
    found = ledger.search(Query(words=words, source="Herald", kind=kind, limit=None)).hits
    (hit,) = [hit for hit in found if kind is Kind.QUOTES or ledger.show(hit.id).value.text.startswith("46")]
    return ledger.show(hit.id).value


def pier(ledger):
    """Clusters of the mayor's words on the pier."""
    return [one for one in ledger.duplicates() if "fishing families" in one.versions[0].quote.text]


def other(ledger, words):
    (hit,) = ledger.search(Query(words=words, source="Wire")).hits
    return ledger.show(hit.id).value


def merge(place):
    """Empty the write-ahead log."""
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0


def written(place):
    """How many bytes were written since then; somebody must have the record open all the time."""
    return place.with_name(place.name + "-wal").stat().st_size


def seen(ledger):
    """What a reader sees of the values, without decisions."""
    return {
        "quotes": {
            (hit.text, hit.speaker, hit.role, hit.status) for hit in ledger.search(Query(status="open")).hits
        },
        "audit": {(one.finding.id, one.finding.sentence, one.status) for one in ledger.audit()},
        "speakers": ledger.speakers(),
    }


def test_the_report_says_what_stayed_what_moved_what_is_new_and_what_is_gone(storm, installed):
    report = installed.rebuild()
    assert report["quotes"] == {"same": 4, "reattached": 1, "new": 1, "gone": 1}
    assert report["claims"] == {"same": 3, "reattached": 1, "new": 0, "gone": 0}
    assert (report["documents"], report["changed"]) == (2, 1)
    assert (report["carried"], report["lost"], report["problems"]) == ([], [], [])


def test_a_second_rebuild_writes_nothing(storm, installed, place):
    quote = the(storm, "below the water")
    storm.tag(quote.id, "pier")
    storm.correct(quote.id, "speaker", "Ines Carrow")
    storm.record(quote.document, 0, 12, speaker="Marisol Vega")
    for item in storm.queue().items:
        storm.judge(item.subjects, item.verdicts[0])
    installed.rebuild()
    merge(place)
    report = installed.rebuild()
    assert report["changed"] == report["findings"]["new"] == report["findings"]["gone"] == 0
    assert written(place) == 0


def test_what_was_decided_of_a_quote_counts_for_the_same_quote_with_better_bounds(storm, installed):
    old = the(storm, "below the water").id
    storm.correct(old, "speaker", "Ines Carrow")
    storm.tag(old, "pier")
    storm.note(old, "asked her office")
    storm.prefer(old)
    report = installed.rebuild()
    new = the(storm, "fishing families").id
    assert new != old
    assert [one["attachments"] for one in report["carried"]] == [
        [{"old": old, "new": new, "why": BOUNDS}]
    ] * 4
    shown = storm.show(new)
    assert shown.value.attribution.name == "Ines Carrow"
    assert (shown.tags, len(shown.judgements)) == (("pier",), 4)
    assert [hit.id for hit in storm.search(Query(tag="pier")).hits] == [new]
    (utterance,) = pier(storm)
    assert utterance.versions[0].quote.id == new
    assert storm.show(old).value.id == new
    assert {line.attachments[0].why for line in storm.history(subject=new)} == {BOUNDS}


def test_a_verdict_on_a_pair_holds_for_the_pair_that_took_its_place(storm, installed):
    old, there = the(storm, "below the water").id, other(storm, "fishing families").id
    storm.judge([old, there], "different")
    assert pier(storm) == []
    installed.rebuild()
    assert pier(storm) == []
    storm.undo()
    assert len(pier(storm)) == 1


def test_verdicts_on_findings_follow_their_passages(storm, installed):
    quote = the(storm, "below the water").id
    (found,) = [one.finding for one in storm.audit() if quote in one.finding.anchors]
    storm.judge([found.id], "real")
    report = installed.rebuild()
    (moved,) = [one for one in storm.audit() if the(storm, "fishing families").id in one.finding.anchors]
    assert (moved.finding.id != found.id, moved.status.value) == (True, "real")
    (carried,) = report["carried"]
    told = {"old": found.id, "new": moved.finding.id, "why": f"its passages: {BOUNDS}"}
    assert carried["attachments"] == [told]
    (line,) = storm.history(subject=found.id)
    assert "below the water" in line.subject
    installed.rebuild(extractor="rules")
    (back,) = [one for one in storm.audit() if quote in one.finding.anchors]
    assert (back.finding.id, back.status.value) == (found.id, "real")


def test_a_verdict_on_speakers_follows_when_a_name_gets_its_role(storm, installed):
    (okafor,), (vega,) = storm.speakers("okafor"), storm.speakers("vega")
    storm.judge([okafor.id, vega.id], "same")
    assert storm.speakers("okafor") == storm.speakers("vega")
    report = installed.rebuild()
    assert report["lost"] == []
    assert [one["decision"]["verdict"] for one in report["carried"]] == ["same"]
    (both,) = storm.speakers("okafor")
    assert {"fire chief", "Mayor"} <= {role.title for role in both.roles}
    storm.undo()
    assert storm.speakers("okafor") != storm.speakers("vega")


def test_a_verdict_on_speakers_is_listed_when_somebody_had_that_name_and_role_before(
    storm, installed, make_material
):
    there = "“The harbor gates held all night long,” said fire chief Dana Okafor.\n"
    list(storm.add([make_material(f"Gates\n\n{there}", "gates.txt", source="Harlow Bay Courier")]))
    (vega,) = storm.speakers("vega")
    made = storm.judge([Speaker.id_of("dana okafor", ""), vega.id], "different")
    report = installed.rebuild()
    assert (report["carried"], [one["id"] for one in report["lost"]]) == ([], [made.id])


def test_a_decision_whose_passage_is_gone_is_listed_until_it_is_dismissed(storm, installed):
    pumps = the(storm, "pumps").id
    made = storm.tag(pumps, "night")
    report = installed.rebuild()
    assert [one["id"] for one in report["lost"]] == [made.id]
    (line,) = storm.history(changed=True)
    assert (line.judgement.id, line.subject, line.changed) == (
        made.id,
        "The pumps ran all night long in the lower streets",
        True,
    )
    assert storm.show(pumps).value.text.startswith("The pumps")
    storm.judge([made.id], "dismissed")
    assert storm.history(changed=True) == []
    storm.undo()
    assert [one.judgement.id for one in storm.history(changed=True)] == [made.id]


def test_only_a_decision_whose_passage_changed_can_be_dismissed(storm):
    made = storm.tag(the(storm, "pumps").id, "night")
    with pytest.raises(BadValue, match="its passage did not change"):
        storm.judge([made.id], "dismissed")


def test_a_decision_made_again_in_its_place_is_listed_no_more(storm, installed):
    old = the(storm, "below the water")
    start, end = old.whole.start, old.whole.end
    storm.correct(old.id, "bounds", f"{start}:{end - 4}")
    installed.rebuild()
    new = the(storm, "fishing families")
    assert storm.history(changed=True) == []
    assert new.whole.end == end - 4 - len("")
    storm.judge([old.id, new.id], "different")
    assert [line.judgement.verdict for line in storm.history(changed=True)] == ["bounds"]
    storm.correct(new.id, "bounds", f"{start}:{end - 10}")
    assert storm.history(changed=True) == []


def test_a_rebuild_that_finds_the_passage_again_puts_the_decision_back_in_force(storm, installed):
    pumps = the(storm, "pumps").id
    storm.correct(pumps, "speaker", "Dana Okafor")
    start = seen(storm)
    installed.rebuild()
    assert len(storm.history(changed=True)) == 1
    with pytest.raises(ValueError):
        the(storm, "pumps")
    installed.rebuild(extractor="rules")
    assert storm.history(changed=True) == []
    assert seen(storm) == start


def test_an_attachment_is_taken_back_by_judging_the_two_different(storm, installed):
    old = the(storm, "below the water").id
    storm.tag(old, "pier")
    storm.correct(old, "speaker", "Ines Carrow")
    installed.rebuild()
    new = the(storm, "fishing families").id
    carried = seen(storm)
    storm.judge([old, new], "different")
    shown = storm.show(new)
    assert (shown.tags, shown.value.attribution.name) == ((), "Marisol Vega")
    assert len(storm.history(changed=True)) == 2
    installed.rebuild()
    assert storm.show(new).tags == ()
    storm.undo()
    assert (storm.show(new).tags, storm.history(changed=True)) == (("pier",), [])
    assert seen(storm) == carried


def test_decisions_go_on_through_two_rebuilds_and_back(storm, installed):
    first = the(storm, "below the water").id
    storm.tag(first, "one")
    installed.rebuild()
    second = the(storm, "fishing families").id
    storm.tag(second, "two")
    installed.rebuild(extractor="rules")
    assert storm.show(first).tags == ("one", "two")
    installed.rebuild()
    assert storm.show(second).tags == ("one", "two")


def decide_everything(ledger):
    quote, pumps = the(ledger, "below the water"), the(ledger, "pumps")
    ledger.correct(quote.id, "role", "mayor of Harlow Bay")
    ledger.correct(pumps.id, "quote", "no")
    ledger.tag(pumps.id, "night")
    ledger.record(quote.document, pumps.whole.start + 4, pumps.whole.start + 9)
    for item in ledger.queue().items:
        ledger.judge(item.subjects, item.verdicts[0])
    ledger.correct(the(ledger, "boats", Kind.CLAIMS).id, "counted", "islanders")


def test_a_record_whose_decisions_were_undone_is_that_of_a_rebuild_without_any(storm, installed, place):
    installed.rebuild()
    plain = seen(storm)
    installed.rebuild(extractor="rules")
    decide_everything(storm)
    installed.rebuild()
    undo_all(storm)
    assert seen(storm) == plain
    installed.rebuild()
    assert (seen(storm), storm.history(changed=True)) == (plain, [])


def undo_all(ledger):
    with suppress(NothingLeft):
        while True:
            ledger.undo()


def test_a_document_that_cannot_be_read_keeps_what_it_has(storm, installed):
    line = next(one for one in storm.documents() if one.source == "Coastal Wire")
    kept = storm.show(line.id).quotes
    (snapshot,) = [
        path
        for path in (installed.folder / "record.db.files").rglob("*")
        if path.name.startswith(storm.show(line.id).document.raw_sha256[:20])
        or path.stem == storm.show(line.id).document.raw_sha256
    ]
    snapshot.unlink()
    done = installed.onrecord("rebuild")
    assert done.code == 1
    assert "its kept bytes are gone" in " ".join(done.out.split())
    assert storm.show(line.id).quotes == kept
    assert storm.show(line.id).problems[-1].stage == "rebuild"


def test_an_import_extracts_with_the_extractor_that_is_set(storm, installed, tmp_path):
    assert installed.onrecord("export", "--format", "jsonl", "-o", "mine.jsonl").code == 0
    other = tmp_path / "other.db"
    assert installed.onrecord("--db", other, "import", "mine.jsonl").code == 0
    with closing(sqlite3.connect(other)) as record:
        assert record.execute("SELECT DISTINCT extractor FROM document").fetchall() == [("better 2",)]


def test_an_extractor_that_is_not_installed_is_named(storm, installed):
    done = installed.onrecord("rebuild", extractor="worse")
    assert done.code == 2
    assert "'worse' is no extractor: installed are better, encoder, rules" in " ".join(done.err.split())


def test_a_purged_document_leaves_no_word_of_what_was_decided_on(storm, installed, place):
    pumps = the(storm, "pumps")
    storm.tag(pumps.id, "night")
    installed.rebuild()
    storm.withdraw(pumps.document, purge=True)
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT count(*) FROM past WHERE value LIKE '%pumps%'").fetchone() == (0,)
    with pytest.raises(UnknownId):
        storm.show(pumps.id)


def test_rows_of_a_check_that_is_installed_no_more_are_gone(storm, place):
    with closing(sqlite3.connect(place)) as connection:
        connection.execute(
            "INSERT INTO finding (under, id, 'check', kind, severity, anchors, sentence, why, evidence)"
            " SELECT under, 'f00', 'old-check', kind, severity, anchors, sentence, why, evidence FROM finding"
            " LIMIT 1"
        )
        connection.commit()
    assert "old-check" in {one.finding.check for one in storm.audit()}
    storm.rebuild()
    assert "old-check" not in {one.finding.check for one in storm.audit()}


@pytest.fixture
def many(ledger, make_material):
    """Two dozen stories that have no statement in common, enough for several batches."""
    stories = [
        make_material(
            f"Pier\n\n“{words(number)} below the water,” Marisol Vega said.\n\nNobody will be forgotten.\n",
            f"{number}.txt",
            source=f"Paper {number}",
        )
        for number in range(24)
    ]
    assert {one.status.value for one in ledger.add(stories)} == {"stored"}
    return ledger


def test_a_killed_rebuild_leaves_every_document_whole_and_the_next_one_ends_the_same(
    many, installed, place, tmp_path
):
    quote = many.search(Query(words="below the water", limit=None)).hits[7].id
    many.tag(quote, "pier")
    first = min(many.documents(), key=lambda line: line.key)
    (corrected,) = many.show(first.id).quotes
    many.correct(corrected.id, "speaker", "Ines Carrow")
    many.close()
    with closing(sqlite3.connect(place)) as source:
        source.execute("VACUUM INTO ?", (str(tmp_path / "other.db"),))
    (tmp_path / "other.db.files").symlink_to(tmp_path / "record.db.files")
    killed = start_rebuild(installed)
    wait_until_half_done(place)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    with Ledger.open(place, by="okafor") as left:
        for line in left.documents():
            words = {quote.text.split()[-1] for quote in left.show(line.id).quotes}
            assert ("water" in words) != ("forgotten" in words)
        said = {quote.attribution.name for quote in left.show(first.id).quotes if quote.attribution}
        assert said == {"Ines Carrow"}
        assert left.verify().faults == ()
    installed.rebuild()
    undisturbed = install_at(installed, tmp_path / "other.db")
    undisturbed.rebuild()
    assert contents(place) == contents(tmp_path / "other.db")


def test_people_go_on_judging_while_a_rebuild_runs(many, installed, place):
    running = start_rebuild(installed)
    waited = []
    number = 0
    while running.poll() is None:
        start = time.monotonic()
        many.note(many.documents()[number % 24].id, f"call {number}")
        waited.append(time.monotonic() - start)
        number += 1
        time.sleep(0.05)
    assert running.returncode == 0
    assert number > 3
    assert len(many.history(limit=None)) == number
    assert many.verify().faults == ()


def words(number):
    """Thirty words that no other number gives."""
    return " ".join(
        f"{'abcdefghij'[(number + each) % 10]}a{number}x{each}".translate(_LETTERS) for each in range(30)
    )


_LETTERS = str.maketrans("0123456789", "klmnopqrst")


def install_at(installed, record):
    return type(installed)(installed.folder, record)


def start_rebuild(installed):
    environment = {**os.environ, "PYTHONPATH": str(installed.folder), "ONRECORD_EXTRACTOR": "better"}
    command = [sys.executable, "-m", "tui", "--db", str(installed.record), "rebuild"]
    return subprocess.Popen(
        command,
        env=environment,
        cwd=installed.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def wait_until_half_done(place):
    """Until some documents are new; there is a process to start first, so that it is not done then."""
    for _ in range(2000):
        with closing(sqlite3.connect(place)) as connection:
            (new,) = connection.execute(
                "SELECT count(*) FROM document WHERE extractor LIKE 'better%'"
            ).fetchone()
        if new:
            assert new < 24
            return
        time.sleep(0.02)
    raise AssertionError("the rebuild never began")


def contents(place):
    """The rows of a record without the numbers that only say in which order they were written."""
    with Ledger.open(place) as ledger:
        return (
            [ledger.show(line.id) for line in ledger.documents()],
            {one.finding for one in ledger.audit()},
            [[version.quote.id for version in each.versions] for each in ledger.duplicates()],
            ledger.history(limit=None),
            ledger.speakers(),
        )
