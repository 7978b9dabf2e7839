from hashlib import sha256

import pytest

from claims import Ledger, bulk_matching
from claims.model.identity import content_id
from claims.readymade import figures, waiting
from claims.readymade.row import Row
from claims.views import Kind, Query

from .conftest import BARE, CARROW, VEGA

OPPOSITE = VEGA | {"text": "We will ask the fishing families to pay for this pier.", "source": "Coastal Wire"}
OTHER = CARROW | {"text": "Storm Edda sank 12 boats and injured 64 people."}


@pytest.fixture
def stored(ledger, rows):
    """Rows that wait for all that follows."""
    list(ledger.import_quotes(rows(VEGA, CARROW, BARE, OPPOSITE, OTHER)))
    return ledger


def derive(ledger):
    matched = ledger.match_waiting()
    return matched, ledger.read_figures(extractor="rules"), ledger.check_waiting()


def derived(ledger):
    """What a reader sees of it."""
    return {
        "claims": [
            (hit.surface, hit.speaker, hit.asserted)
            for hit in ledger.hits(Kind.CLAIMS, ledger.keys(Query(kind=Kind.CLAIMS)))
        ],
        "findings": sorted(each.finding.id for each in ledger.audit()),
        "clusters": [each.cluster.id for each in ledger.duplicates()],
    }


def test_stored_quotes_wait_until_their_figures_are_read_and_they_are_matched(stored):
    assert stored.waiting() == 5
    assert derived(stored) == {"claims": [], "findings": [], "clusters": []}
    assert derive(stored) == (5, 4, 4)
    assert stored.waiting() == 0
    assert sorted(claim for claim, *_ in derived(stored)["claims"]) == [
        "12 · boats",
        "12 · boats",
        "46 · people",
        "64 · people",
    ]
    assert {tuple(rest) for _, *rest in derived(stored)["claims"]} == {("Ines Carrow", True)}
    assert [one.finding.check for one in stored.audit(check="altered-wording")] == ["altered-wording"] * 2
    assert derive(stored) == (0, 0, 0)


def test_progress_is_told_to_the_end(stored):
    told = []
    stored.match_waiting(progress=lambda *step: told.append(step))
    stored.read_figures(extractor="rules", progress=lambda *step: told.append(step))
    stored.check_waiting(progress=lambda *step: told.append(step))
    assert told[:4] == [(0, 5), (5, 5), (0, 5), (5, 5)]
    # Four rows hold something to compare, and all four are one utterance with another.
    assert told[4:] == [(2, 4), (4, 4), (4, 8), (8, 8)]


def test_figures_that_were_not_compared_yet_are_when_it_goes_on(stored, place):
    stored.match_waiting()
    stored.read_figures(extractor="rules")
    assert stored.audit() == []
    with Ledger.open(place) as again:
        again.check_waiting()
        assert [one.finding.check for one in again.audit()] != []
        assert again.waiting() == 0


def test_a_rebuild_makes_the_same_of_what_waits_and_of_what_does_not(stored, place, tmp_path, rows):
    stored.rebuild(extractor="rules")
    assert stored.waiting() == 0
    with Ledger.open(tmp_path / "other.db", create=True) as other:
        list(other.import_quotes(rows(VEGA, CARROW, BARE, OPPOSITE, OTHER)))
        derive(other)
        assert derived(other) == derived(stored)
        done = other.rebuild(extractor="rules")
        assert (done.documents, done.changed, done.findings_new, done.findings_gone) == (5, 0, 0, 0)


def test_what_was_stopped_is_taken_up(stored, monkeypatch):
    monkeypatch.setattr(waiting, "_TOGETHER", 2)
    with pytest.raises(KeyboardInterrupt):
        stored.match_waiting(progress=_stop)
    stored.match_waiting()
    with pytest.raises(KeyboardInterrupt):
        stored.read_figures(extractor="rules", progress=_stop)
    assert 0 < len(derived(stored)["claims"]) < 4
    stored.read_figures(extractor="rules")
    with pytest.raises(KeyboardInterrupt):
        stored.check_waiting(progress=_stop)
    stored.check_waiting()
    assert stored.waiting() == 0
    assert len(derived(stored)["claims"]) == 4
    assert [one.finding.check for one in stored.audit(check="altered-wording")] == ["altered-wording"] * 2


def _stop(done, _):
    if done:
        raise KeyboardInterrupt


def test_what_people_decided_meanwhile_holds(stored):
    (boats, _) = stored.search(Query("boats")).hits
    stored.correct(boats.id, "speaker", "Marisol Vega")
    (shut,) = stored.search(Query("pier stays")).hits
    stored.withdraw(shut.document)
    (other,) = stored.search(Query("injured 64")).hits
    stored.withdraw(other.document)
    derive(stored)
    found = stored.hits(Kind.CLAIMS, stored.keys(Query(kind=Kind.CLAIMS)))
    assert len(found) == 2
    assert stored.search(Query("stays")).hits == ()
    assert stored.verify().faults == ()


def test_figures_of_a_row_whose_bytes_are_gone_are_a_problem(stored, place):
    (pack,) = (place.with_name("record.db.files") / "packs").iterdir()
    pack.write_bytes(pack.read_bytes().replace(b"sank 12", b"sank 13", 1))
    stored.match_waiting()
    assert stored.read_figures(extractor="rules") == 2
    (problem,) = stored.problems()
    assert problem.message == "its figures were not read: its kept bytes are gone or changed"


def test_a_row_that_costs_its_worker_costs_no_other_row(stored, monkeypatch):
    lost = stored._store.next_waiting(waiting.Step.MATCHES, 9)[1][1]

    def run(work, items, jobs, *, lost, weigh):
        for lot in items:
            yield lost(lot, "it took more than 20 s") if any(id_ == unlucky for id_, _ in lot) else work(lot)

    unlucky = lost
    monkeypatch.setattr(waiting, "run", run)
    stored.match_waiting()
    assert stored.read_figures(extractor="rules") == 2
    (problem,) = stored.problems()
    assert (problem.document, problem.message) == (lost, "its figures were not read: it took more than 20 s")
    stored.check_waiting()
    assert stored.waiting() == 0


def test_a_second_program_that_was_quicker_leaves_nothing_to_do(stored, place):
    with Ledger.open(place) as other:
        assert derive(other) == (5, 4, 4)
    assert derive(stored) == (0, 0, 0)


def test_what_another_program_stored_meanwhile_still_waits(stored, place, rows):
    stored.match_waiting()
    stored.read_figures(extractor="rules")
    mine = [id_ for _, id_, _ in stored._store.next_waiting(waiting.Step.COMPARES, -1)]
    with Ledger.open(place) as other:
        list(other.import_quotes(rows(VEGA | {"text": "Nobody here will pay 46 dollars for the pier."})))
        other.match_waiting()
        other.read_figures(extractor="rules")
        stored._store.end_compares(mine)
        assert other._store.waiting(waiting.Step.COMPARES) == 1
        assert other._store.waiting(waiting.Step.CHECKS) == len(mine)


def test_a_rebuild_of_what_waits_is_the_same_as_going_on(stored, place, tmp_path, rows):
    stored.rebuild(extractor="rules")
    again = stored.rebuild(extractor="rules")
    assert (again.changed, again.findings_new, again.findings_gone) == (0, 0, 0)


def test_an_utterance_that_was_matched_in_bulk_survives_its_first_copy(ledger, rows, monkeypatch):
    monkeypatch.setattr(bulk_matching, "_FEWEST", 1)
    copies = [VEGA | {"source": f"Paper {number}"} for number in range(4)]
    list(ledger.import_quotes(rows(*copies)))
    derive(ledger)
    (found,) = ledger.duplicates()
    (hub,) = set.intersection(*({pair.a, pair.b} for pair in found.cluster.pairs))
    ledger.judge([hub], "apart")
    assert [len(each.versions) for each in ledger.duplicates()] == [3]
    ledger.undo()
    assert [len(each.versions) for each in ledger.duplicates()] == [4]


def test_only_what_others_share_is_keyed_again(ledger, rows, monkeypatch):
    alone = [OTHER | {"text": f"Pier {n} lost {n} gulls, {n} masts and {n} ropes."} for n in range(3)]
    list(ledger.import_quotes(rows(*alone, VEGA, OPPOSITE)))
    ledger.match_waiting()
    ledger.read_figures(extractor="rules")
    waiting_ = [id_ for _, id_, _ in ledger._store.next_waiting(waiting.Step.COMPARES, -1)]
    shared = ledger._store.shared_marks(waiting_)
    asked = []
    marks_of = ledger._linker.marks_of
    monkeypatch.setattr(ledger._linker, "marks_of", lambda lot: (asked.extend(lot), marks_of(lot))[1])
    ledger.check_waiting()
    assert sorted(asked) == sorted(set(shared.values()))
    assert len(asked) < len(waiting_)


def test_a_quote_of_thousands_of_figures_takes_time_in_step_with_them(in_step):
    def quote(many):
        text = " ".join(f"Pier {n} lost {n * 7 % 1_000 + 2} boats." for n in range(many))
        row = Row(text, "Ines Carrow")
        id_ = content_id("document", "", sha256(row.raw).hexdigest(), "")
        return lambda: figures.figures([(id_, row.raw)], "rules")

    assert len(quote(100)()[0].claims) >= 100
    assert in_step(quote(150), quote(1_200), 8)
