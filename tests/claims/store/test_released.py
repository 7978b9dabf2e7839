"""A record of every released revision opens with all that it said."""

import pytest
from released import ARCHIVES, unpacked
from store_material import shape, sql

from claims import Ledger
from claims.store import Store, restore, schema
from claims.views import Kind, Query

FIRST = ARCHIVES[0]


@pytest.fixture(params=ARCHIVES, ids=lambda archive: archive.stem)
def old(request, tmp_path):
    return unpacked(request.param, tmp_path / "old.db")


@pytest.fixture
def first(tmp_path):
    """The record of revision 0001, brought up to date."""
    with Ledger.open(unpacked(FIRST, tmp_path / "first.db"), by="marit") as ledger:
        yield ledger


def test_a_record_of_the_first_release_is_kept():
    assert FIRST.stem == schema.REVISIONS[0]


def test_an_old_record_opens_without_fault_and_has_the_schema_of_a_new_one(old, path):
    Store.open(path, create=True).close()
    store = Store.open(old)
    assert store.verify().faults == ()
    store.close()
    assert shape(old) == shape(path)
    assert sql(old, "SELECT version_num FROM alembic_version") == [(schema.CURRENT,)]


def test_a_second_opening_changes_nothing(old):
    Store.open(old).close()
    before = {file: file.read_bytes() for file in old.parent.iterdir() if file.is_file()}
    Store.open(old).close()
    assert {file: file.read_bytes() for file in old.parent.iterdir() if file.is_file()} == before


def test_what_came_in_and_what_people_decided_is_carried_over_exactly(old):
    came, decided = _intake(old), sql(old, "SELECT * FROM judgement ORDER BY key")
    Store.open(old).close()
    assert _intake(old) == came != []
    assert sql(old, "SELECT * FROM judgement ORDER BY key") == decided != []


def _intake(path):
    """Arrivals with the id of their document, however the schema names it."""
    columns = {row[1] for row in sql(path, "PRAGMA table_info(arrival)")}
    named = "key = document_key" if "document_key" in columns else "id = arrival.document"
    came = "arrival.key, document.id, arrival.location, arrival.retrieved, given, size"
    return sql(path, f"SELECT {came} FROM arrival JOIN document ON document.{named} ORDER BY 1")


def test_the_record_as_it_was_is_kept_beside_it(old, tmp_path):
    revision = sql(old, "SELECT version_num FROM alembic_version")
    rows = sql(old, "SELECT id, text, spans FROM quote ORDER BY id")
    Store.open(old).close()
    (kept,) = tmp_path.glob("old.db.before-*")
    assert sql(kept, "SELECT version_num FROM alembic_version") == revision
    assert sql(kept, "SELECT id, text, spans FROM quote ORDER BY id") == rows
    assert kept.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda archive: archive.stem)
def test_a_backup_that_an_older_program_made_can_be_restored(archive, path):
    restore(archive, path)
    store = Store.open(path)
    assert store.verify().faults == ()
    assert store.verify().documents > 0
    store.close()


def test_a_rebuild_of_an_old_record_finds_the_same_again(first):
    before = [(one.finding.id, one.status.value) for one in first.audit()]
    first.rebuild()
    assert [(one.finding.id, one.status.value) for one in first.audit()] == before
    assert first.verify().faults == ()


def test_links_are_filed_as_a_rebuild_files_them(first):
    migrated = _filed(first.location)
    first.rebuild()
    rebuilt = _filed(first.location)
    assert migrated["runs"] == rebuilt["runs"] != []
    assert migrated["findings"] == rebuilt["findings"] != []
    # The checks of then had other keys: of figures nearly all are others now. Those of words stand, but for
    # one statement of several pieces, which are filed by the piece.
    quotes = {id_ for (id_,) in sql(first.location, "SELECT id FROM quote")}
    of_quotes = {(key, id_) for key, id_ in migrated["keys"] if id_ in quotes}
    assert [id_ for _, id_ in of_quotes - set(rebuilt["keys"])] == ["b4fdea7ecbd1a2534c30"]
    assert len(of_quotes) > 10


def test_an_old_record_says_that_older_checks_compared_it_until_a_rebuild(first):
    assert first.is_behind()
    first.rebuild()
    assert not first.is_behind()


def _filed(path):
    """Word runs, findings and keys, each with the id of its value."""
    numbered = "SELECT id, 2 * number AS filed FROM quote UNION ALL SELECT id, 2 * number + 1 FROM claim"
    return {
        "runs": sql(path, "SELECT gram, id FROM gram JOIN quote ON number = quote ORDER BY 1, 2"),
        "findings": sql(path, "SELECT under, id FROM finding ORDER BY 1, 2"),
        "keys": sql(path, f"SELECT value_key.key, id FROM value_key JOIN ({numbered}) ON filed = value"),
    }


# -- what the first record says -----------------------------------------------------------

HEADS = {
    "marit": ("3768919607797ec7d33fcf5c5746801bb2ca996a2e806346db5f150c631dd847",),
    "tomas": ("af82bc5af7460c8d977f383e2f7255a85fd5b972c2a4419d0ff2b9b6a796cbd5",),
}
POLICE, HURT = "f15614ef470db67c0cf7", "b4fdea7ecbd1a2534c30"
PLANKS, RECORDED = "481c65465a37612db875", "fbfbaaa0452618413c7c"


def test_both_chains_of_decisions_end_where_they_ended(first):
    found = first.verify()
    assert (found.documents, found.snapshots, found.judgements, found.heads) == (7, 6, 14, HEADS)


def test_documents_have_their_sources_dates_and_counts(first):
    lines = [
        (line.location, line.source, str(line.date), line.quotes, line.claims, line.withdrawn)
        for line in first.documents()
    ]
    assert lines == [
        ("boats.txt", "Harlow Bay Herald", "2024-05-07", 1, 7, False),
        ("police.txt", "Harlow Bay Herald", "2024-05-06", 3, 3, False),
        ("pier-wire.txt", "Coastal Wire", "2024-05-04", 5, 4, False),
        ("pier.txt", "Port Authority of Harlow Bay", "2024-05-03", 6, 5, False),
        ("withdrawn.txt", "Harlow Bay Herald", "None", 1, 0, True),
        ("open.txt", "", "None", 1, 0, False),
    ]


def test_quotes_and_claims_keep_what_people_corrected(first):
    said = first.show(HURT).value
    assert (said.text, said.attribution.name) == (
        "Nobody was hurt on the quay We closed the road at once.",
        "Marisol Vega",
    )
    assert [(one.field, one.value, one.by) for one in said.corrected] == [
        ("speaker", "Marisol Vega", "marit")
    ]
    counted = first.show(PLANKS).value
    assert (counted.text, counted.counted, counted.quantity.value) == ("179", "planks of the pier", 179)
    assert first.show(RECORDED).value.text == "The port authority counted 179 damaged planks"
    assert first.show(POLICE).locations == ("police.txt", "copy-of-police.txt")


def test_what_was_undone_is_undone_and_can_be_corrected_further(first):
    assert len(first.history(by="tomas")) == 7
    first.undo()  # the withdrawal
    assert found(first, "harbour") == ["The harbour master resigned on Monday"]
    first.correct(HURT, "speaker", "Dana Okafor")
    assert found(first, "hurt", speaker="okafor") == [
        "Nobody was hurt on the quay We closed the road at once."
    ]
    assert first.verify().faults == ()


def test_findings_and_pairs_are_there_with_what_was_decided_of_them(first):
    findings = [(one.finding.check, one.finding.id, one.status.value) for one in first.audit()]
    assert findings == [
        ("altered-wording", "15894dee273318325a04", "real"),
        ("sum-of-parts", "5eb10368cd56bd42da64", "open"),
        ("conversion", "332d33fa19a1822105ea", "open"),
        ("altered-wording", "fb9612d4184c922272f3", "open"),
    ]
    clusters = [one.cluster for one in first.duplicates()]
    assert [[pair.relation.value for pair in one.pairs] for one in clusters] == [
        ["changed-figure"],
        ["identical"],
    ]


TOLL = "The old pier will open again in spring, and nobody will pay a toll to walk on it"
LATER, COUNTED = (f"The port authority counted {number} damaged planks." for number in (197, 179))


@pytest.mark.parametrize(
    ("words", "filters", "hits"),
    [
        ('"walk on it"', {}, [TOLL, TOLL]),
        ("toll to wa", {}, [TOLL, TOLL]),
        ("spring", {"speaker": "vega", "source": "port"}, [TOLL]),
        ("planks", {"kind": Kind.CLAIMS}, [LATER, COUNTED]),
        ('"damaged planks"', {"kind": Kind.CLAIMS}, [LATER, COUNTED]),
        ('"179 planks"', {"kind": Kind.CLAIMS}, []),
        ("damaged -179", {"kind": Kind.CLAIMS}, [LATER]),
        ("planks of the pier", {"kind": Kind.CLAIMS}, [COUNTED]),
        ("~pirr", {"kind": Kind.TEXT, "source": "port"}, ["Harlow Bay rebuilds its pier", f"“{TOLL},” said Mayor Marisol Vega."]),
        ("harbour", {}, []),
        ("harbour", {"status": "withdrawn"}, ["The harbour master resigned on Monday"]),
        ("petition", {}, []),
        ("petition", {"status": "hidden"}, ["more than 220 people had signed the petition"]),
        ("address", {"kind": Kind.TEXT}, []),
        ("", {"tag": "quay"}, ["Nobody was hurt on the quay We closed the road at once."]),
    ],
)  # fmt: skip
def test_a_search_gives_what_it_gave(first, words, filters, hits):
    assert found(first, words, **filters) == hits


def found(ledger, words, **filters):
    return [hit.text for hit in ledger.search(Query(words, **filters)).hits]


def test_problems_are_there(first):
    assert [(one.stage, one.message, one.location) for one in first.problems()] == [
        ("quotes", "a quotation mark is never closed", ""),
        ("reading", "the file is empty", "empty.txt"),
    ]
