"""Two records exchange documents and decisions by file: `export --format jsonl`, `import`."""

import base64
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

STORM = "Storm in Halden County\n\nThe storm sank 12 boats, Ines Carrow said.\n"


@pytest.fixture
def mine(record):
    """A record of the stories with two decisions of okafor, and its export: the lines of mine.jsonl."""
    quote = record("search", "lost enough", "--json").json[0]["id"]
    record("tag", quote, "pier")
    record("note", quote, "ask her office")
    assert record("export", "--format", "jsonl", "-o", "mine.jsonl").code == 0
    return record


def lines(path="mine.jsonl"):
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def write(path, forms):
    Path(path).write_text("".join(json.dumps(form) + "\n" for form in forms), "utf-8")


def dump(path, *, but=("alembic_version",)):
    """Every row of a record."""
    with closing(sqlite3.connect(path)) as connection:
        # An index without content has no rows of its own; its shadow tables have.
        plain = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        tables = [row[0] for row in connection.execute(plain)]
        return {
            table: connection.execute(f"SELECT * FROM {table}").fetchall()
            for table in tables
            if table not in but
        }


def searched(run):
    """What a reader sees: quotes and claims with their speakers, tags, findings, decisions."""
    decided = [
        {name: line[name] for name in ("id", "by", "at", "hash", "previous", "stands")}
        for line in run("history", "--json", "--limit", "0").json
    ]
    return {
        "quotes": sorted(run("export", "--format", "csv").out.splitlines()),
        "claims": sorted(run("export", "--format", "csv", "--kind", "claims").out.splitlines()),
        "pier": sorted(hit["id"] for hit in run("search", "--tag", "pier", "--json").json),
        "findings": sorted((each["id"], each["status"]) for each in run("audit", "--json").json),
        "decided": sorted(decided, key=lambda each: each["id"]),
    }


def in_record(onrecord, db, by="okafor"):
    def run(*arguments, **options):
        return onrecord("--db", db, "--by", by, *arguments, **options)

    return run


# -- a round trip -------------------------------------------------------------


def test_a_record_that_takes_another_in_holds_its_documents_and_decisions(mine):
    theirs = in_record(mine, "theirs.db", "carrow")
    run = theirs("import", "mine.jsonl")
    assert run.code == 0
    assert run.err.splitlines() == [
        "New record at theirs.db.",
        "3 documents stored, 0 unchanged; 2 decisions of 1 reviewer taken.",
    ]
    assert "okafor: 2 decisions taken, 0 were here, 0 refused" in run.flat
    assert searched(theirs) == searched(in_record(mine, "record.db"))
    assert theirs("verify").code == 0
    assert [line["by"] for line in theirs("history", "--json").json] == ["okafor", "okafor"]


def test_bytes_places_what_was_given_and_times_travel(mine):
    in_record(mine, "theirs.db")("import", "mine.jsonl")
    columns = (
        "document.id, arrival.location, arrival.retrieved, given, arrival.raw_sha256, size, arrival.place"
    )
    came = f"SELECT {columns} FROM arrival JOIN document ON document.key = document_key ORDER BY document.id"
    rows = []
    for path in ("record.db", "theirs.db"):
        with closing(sqlite3.connect(path)) as connection:
            rows.append(connection.execute(came).fetchall())
    assert rows[0] == rows[1]
    snapshots = {path.name: path.read_bytes() for path in Path("record.db.files").glob("??/*")}
    assert len(snapshots) == 3
    assert snapshots == {path.name: path.read_bytes() for path in Path("theirs.db.files").glob("??/*")}


def test_the_same_file_again_changes_nothing(mine):
    theirs = in_record(mine, "theirs.db", "carrow")
    theirs("import", "mine.jsonl")
    before = dump("theirs.db")
    run = theirs("import", "mine.jsonl")
    assert (run.code, run.err) == (
        0,
        "0 documents stored, 3 unchanged; 0 decisions taken, 2 were here.\n",
    )
    assert dump("theirs.db") == before


def test_only_reviewers_of_whom_a_decision_is_taken_are_counted(mine):
    theirs = in_record(mine, "theirs.db", "carrow")
    theirs("import", "mine.jsonl")
    theirs("tag", theirs("search", "lost enough", "--json").json[0]["id"], "storm")
    theirs("export", "--format", "jsonl", "-o", "theirs.jsonl")
    run = in_record(mine, "record.db")("import", "theirs.jsonl")
    assert "1 decision of 1 reviewer taken, 2 were here" in run.err


def test_records_that_exchange_both_ways_come_to_the_same(mine, stories):
    theirs, ours = in_record(mine, "theirs.db", "carrow"), in_record(mine, "record.db")
    (stories / "storm.txt").write_text(STORM, "utf-8")
    theirs("add", "storm.txt", "herald.txt")  # herald.txt without what the manifest said of it
    theirs("import", "mine.jsonl")
    finding = theirs("audit", "--json").json[0]["id"]
    theirs("judge", finding, "dismissed", "--reason", "rounding")
    quote = theirs("search", "fishing families", "--json").json[0]["id"]
    theirs("correct", quote, "role", "harbor mayor")
    assert theirs("export", "--format", "jsonl", "-o", "theirs.jsonl").code == 0
    run = ours("import", "theirs.jsonl")
    assert run.code == 0
    ours("export", "--format", "jsonl", "-o", "again.jsonl")
    assert theirs("import", "again.jsonl").code == 0
    assert searched(ours) == searched(theirs)
    assert {line["by"] for line in ours("history", "--json").json} == {"okafor", "carrow"}
    assert ours("verify").code == theirs("verify").code == 0


def test_one_reviewer_in_two_records_keeps_both_branches_and_goes_on(mine):
    here, there = in_record(mine, "record.db"), in_record(mine, "theirs.db")
    there("import", "mine.jsonl")
    quote = here("search", "lost enough", "--json").json[0]["id"]
    here("tag", quote, "harbor")
    there("tag", quote, "storm")
    there("export", "--format", "jsonl", "-o", "theirs.jsonl")
    run = here("import", "theirs.jsonl")
    assert "1 decision of 1 reviewer taken, 2 were here" in run.err
    run = here("verify")
    assert (run.code, run.out.count("head of okafor's decisions")) == (0, 2)
    assert here("search", "--tag", "harbor", "--json").json == here("search", "--tag", "storm", "--json").json
    here("undo")
    assert here("search", "--tag", "storm", "--json").json == []
    assert here("search", "--tag", "harbor", "--json").json
    assert here("verify").code == 0


def test_my_undo_never_touches_a_decision_of_a_colleague(mine):
    theirs = in_record(mine, "theirs.db", "carrow")
    theirs("import", "mine.jsonl")
    run = theirs("undo")
    assert (run.code, "nothing to undo" in run.err) == (2, True)
    assert theirs("search", "--tag", "pier", "--json").json


def test_a_decision_waits_for_its_document(mine):
    """Decisions without their documents: they apply when the document is added."""
    theirs = in_record(mine, "theirs.db", "carrow")
    head, *rest = lines()
    write("bare.jsonl", [{**head, "documents": 0}, *(one for one in rest if one["kind"] == "judgement")])
    assert theirs("import", "bare.jsonl").code == 0
    assert theirs("add", "herald.txt", "--manifest", "manifest.csv").code == 0
    (hit,) = theirs("search", "--tag", "pier", "--json").json
    assert hit["text"].endswith("They have lost enough.")


def test_a_correction_waits_for_its_document(mine):
    quote = mine("search", "lost enough", "--json").json[0]["id"]
    mine("correct", quote, "speaker", "Dana Okafor")
    document = mine("show", quote, "--json").json[0]["document"]["id"]
    start = Path("herald.txt").read_text("utf-8").index("The storm injured")
    mine("record", document, str(start), str(start + 28))
    mine("export", "--format", "jsonl", "-o", "mine.jsonl")
    head, *rest = lines()
    write("bare.jsonl", [{**head, "documents": 0}, *(one for one in rest if one["kind"] == "judgement")])
    theirs = in_record(mine, "theirs.db", "carrow")
    theirs("import", "bare.jsonl")
    theirs("import", "mine.jsonl")
    assert searched(theirs) == searched(in_record(mine, "record.db"))
    assert "Dana Okafor" in theirs("search", "lost enough").out
    assert "The storm injured 46 people" in theirs("export", "--format", "csv").out


def test_a_purge_of_a_colleague_hides_the_document_and_destroys_nothing(mine):
    theirs = in_record(mine, "theirs.db", "carrow")
    theirs("import", "mine.jsonl")
    wire = theirs("search", "--source", "wire", "--since", "2031", "--json").json[0]["document"]
    assert theirs("withdraw", wire, "--purge", "--yes").code == 0
    theirs("export", "--format", "jsonl", "-o", "theirs.jsonl")
    (stone,) = [line for line in lines("theirs.jsonl") if line["kind"] == "document" and line["purged"]]
    assert (stone["id"], stone["raw"]) == (wire, None)
    ours = in_record(mine, "record.db")
    run = ours("import", "theirs.jsonl")
    assert run.code == 0
    assert f"document {wire[:12]} was destroyed by carrow in their record; here it is hidden" in run.flat
    assert "1 skipped" in run.err
    assert ours("search", "--source", "wire", "--since", "2031", "--json").json == []
    shown = ours("show", wire, "--json").json[0]
    assert "fishing families" in json.dumps(shown)
    run = ours("verify")
    assert (run.code, "3 snapshots" in run.err) == (0, True)
    # What was destroyed there does not come back from here.
    ours("export", "--format", "jsonl", "-o", "again.jsonl")
    assert "2 unchanged, 1 skipped" in theirs("import", "again.jsonl").err
    assert "2 snapshots" in theirs("verify").err


# -- what leaves ----------------------------------------------------------------


def test_an_export_says_what_it_holds_line_by_line(mine):
    head, *rest = lines()
    assert (head["kind"], head["format"], head["documents"], head["judgements"]) == ("record", 1, 3, 2)
    kinds = [line["kind"] for line in rest]
    assert list(dict.fromkeys(kinds)) == ["document", "quote", "claim", "judgement"]
    assert head["heads"] == {"okafor": [rest[-1]["hash"]]}
    herald = next(line for line in rest if line.get("source") == "Harlow Bay Herald")
    assert base64.b64decode(herald["raw"]) == Path("herald.txt").read_bytes()
    assert (herald["url"], herald["date"]) == ("https://herald.example/pier", "2031-03-03")
    (arrival,) = herald["arrivals"]
    assert (arrival["location"], arrival["given"]["kind"]) == ("herald.txt", "outlet")
    assert rest[-1]["note"] == "ask her office"


def test_a_filter_leaves_out_documents_that_it_does_not_touch_but_keeps_chains_whole(mine):
    mine("export", "--format", "jsonl", "--source", "wire", "-o", "wire.jsonl")
    _, *rest = lines("wire.jsonl")
    assert [line["source"] for line in rest if line["kind"] == "document"] == ["Coastal Wire"]
    assert {line["source"] for line in rest if line["kind"] in ("quote", "claim")} == {"Coastal Wire"}
    theirs = in_record(mine, "theirs.db", "carrow")
    assert theirs("import", "wire.jsonl").code == 0
    assert theirs("verify").code == 0


def test_documents_can_leave_without_decisions(mine):
    run = mine("export", "--format", "jsonl", "--kind", "documents", "-o", "bare.jsonl")
    assert "and no decisions" in run.err
    assert not [line for line in lines("bare.jsonl") if line["kind"] == "judgement"]
    assert in_record(mine, "theirs.db")("import", "bare.jsonl").code == 0


def test_only_json_lines_hold_documents(mine):
    run = mine("export", "--format", "csv", "--kind", "all")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "jsonl" in run.err


def test_help_says_that_decisions_travel(mine):
    assert "Decisions travel with it" in mine("export", "--help").flat


def test_an_export_of_a_record_is_for_its_owner_only(mine):
    assert Path("mine.jsonl").stat().st_mode & 0o777 == 0o600


def test_an_export_names_a_document_whose_bytes_are_damaged_and_exits_1(mine):
    snapshot = next(path for path in Path("record.db.files").glob("??/*"))
    snapshot.chmod(0o600)
    snapshot.write_bytes(b"other")
    run = mine("export", "--format", "jsonl", "-o", "mine.jsonl")
    assert (run.code, "gone or changed" in run.err) == (1, True)
    run = in_record(mine, "theirs.db")("import", "mine.jsonl")
    assert (run.code, "2 documents stored, 0 unchanged, 1 skipped" in run.err) == (0, True)


# -- files that are not as they were written ----------------------------------------


def document_of(forms):
    """Which line has the bytes of the Herald's story."""
    return next(
        at
        for at, form in enumerate(forms)
        if form["kind"] == "document" and form["source"] == "Harlow Bay Herald"
    )


def other_bytes(form):
    raw = base64.b64decode(form["raw"]).replace(b"lost enough", b"had enough!")
    return form | {"raw": base64.b64encode(raw).decode()}


BAD_DOCUMENTS = {
    "other bytes": (other_bytes, "changed on the way"),
    "another id": (lambda form: form | {"id": "f" * 20}, "its id is not that of its bytes"),
    "another address": (
        lambda form: form | {"url": "https://wire.example/"},
        "its id is not that of its bytes",
    ),
    "no base64": (lambda form: form | {"raw": "*"}, "no base64"),
    "a number for bytes": (lambda form: form | {"raw": 7}, "'raw' is missing, or of another kind"),
    "no arrival": (lambda form: form | {"arrivals": []}, "where it came from"),
    "no place": (lambda form: form | {"arrivals": [{"location": "a"}]}, "'given' is missing"),
    "no object": (lambda _: ["kind", "document"], "no JSON object"),
    "an unknown kind": (lambda form: form | {"kind": "speaker"}, "nothing of this kind"),
    "half a character": (lambda form: form | {"member": "\ud800"}, "half a character"),
}


@pytest.mark.parametrize("case", BAD_DOCUMENTS)
def test_a_bad_document_is_named_by_its_line_and_the_rest_goes_on(mine, case):
    change, said = BAD_DOCUMENTS[case]
    forms = lines()
    at = document_of(forms)
    write("bad.jsonl", [*forms[:at], change(forms[at]), *forms[at + 1 :]])
    theirs = in_record(mine, "theirs.db", "carrow")
    run = theirs("import", "bad.jsonl")
    assert run.code == 1
    assert f"bad.jsonl, line {at + 1}: " in run.err
    assert said in run.err
    assert "2 documents stored, 0 unchanged, 1 failed; 2 decisions of 1 reviewer taken" in run.err
    assert theirs("verify").code == 0


def test_a_changed_decision_is_refused_with_all_that_follow_it(mine):
    mine("tag", mine("search", "lost enough", "--json").json[0]["id"], "storm")
    mine("export", "--format", "jsonl", "-o", "mine.jsonl")
    forms = lines()
    forms[-2] = forms[-2] | {"note": "print it"}
    write("bad.jsonl", forms)
    theirs = in_record(mine, "theirs.db", "carrow")
    run = theirs("import", "bad.jsonl")
    assert run.code == 1
    assert f"bad.jsonl, line {len(forms) - 1}: a decision of okafor is refused" in run.err
    assert "it was changed after it was made" in run.err
    assert "1 decision of 1 reviewer taken, 2 refused" in run.err
    assert [line["verdict"] for line in theirs("history", "--json").json] == ["tag"]
    assert theirs("verify").code == 0
    # The whole file mends it.
    assert "2 decisions of 1 reviewer taken, 1 were here" in theirs("import", "mine.jsonl").err


def test_a_chain_with_a_gap_is_refused_from_the_gap_on(mine):
    forms = lines()
    write("bad.jsonl", forms[:-2] + forms[-1:])
    theirs = in_record(mine, "theirs.db", "carrow")
    run = theirs("import", "bad.jsonl")
    assert (run.code, "the decision before it is missing" in run.err) == (1, True)
    assert theirs("history", "--json").out == ""


def test_a_file_that_was_cut_says_so(mine):
    whole = Path("mine.jsonl").read_text("utf-8").splitlines(keepends=True)
    theirs = in_record(mine, "theirs.db", "carrow")
    Path("cut.jsonl").write_text("".join(whole[:-1]), "utf-8")
    run = theirs("import", "cut.jsonl")
    assert (run.code, "it ends early: it lacks decisions of okafor" in run.err) == (1, True)
    Path("cut.jsonl").write_text("".join(whole[:2]), "utf-8")
    run = theirs("import", "cut.jsonl")
    assert (run.code, "1 of 3 documents are in it" in run.err) == (1, True)
    assert theirs("import", "mine.jsonl").code == 0
    assert searched(theirs) == searched(in_record(mine, "record.db"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no table of quotes: it is empty"),
        ('{"kind": "record", "format": 1\n', "is no export of a record: it is no JSON"),
        ('{"kind": "record", "x": [' + "[" * 300_000, "is no export of a record: it holds too many values"),
        ('{"kind": "record", "format": 1}\n', "missing, or of another kind"),
        ('{"kind": "quote", "id": "a"}\n', "is no table of quotes: no column is called text"),
        ("[" * 100_000, "is no table of quotes: its first line is no JSON"),
    ],
)
def test_what_is_neither_an_export_nor_a_table_gets_one_sentence_and_2_and_makes_no_record(
    onrecord, text, said
):
    Path("other.jsonl").write_text(text, "utf-8")
    run = onrecord("import", "other.jsonl")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert said in run.err
    assert not Path("record.db").exists()


def test_an_export_of_a_newer_program_is_refused(mine):
    forms = lines()
    write("newer.jsonl", [forms[0] | {"format": 2}, *forms[1:]])
    run = in_record(mine, "theirs.db")("import", "newer.jsonl")
    assert (run.code, "a newer OnRecord wrote this export" in run.err) == (2, True)
    assert not Path("theirs.db").exists()


def test_an_export_is_taken_from_standard_input_and_told_as_json(mine):
    theirs = in_record(mine, "theirs.db", "carrow")
    run = theirs("import", "-", "--json", stdin=Path("mine.jsonl").read_text("utf-8"))
    *documents, reviewer = run.json
    assert [each["status"] for each in documents] == ["stored"] * 3
    assert documents[0].keys() >= {"location", "status", "reason", "document", "quotes", "claims"}
    assert reviewer == {"reviewer": "okafor", "taken": 2, "unchanged": 0, "refused": 0, "destroyed": []}


def test_an_export_through_a_pipe_is_whole(mine):
    os.mkfifo("pipe")
    reading = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert mine("export", "--format", "jsonl", "-o", "pipe").code == 0
    assert (
        os.read(reading, 1_000_000).decode().splitlines()[1:]
        == Path("mine.jsonl").read_text("utf-8").splitlines()[1:]
    )
    os.close(reading)


def test_nothing_of_a_hostile_export_reaches_the_terminal_raw(mine):
    forms = lines()
    at = document_of(forms)
    forms[at]["arrivals"][0]["location"] = "\x1b]52;c;aGk=\x07\u202eherald.txt"
    forms[-1]["by"] = "\x1b[2Jokafor"
    write("bad.jsonl", forms)
    run = in_record(mine, "theirs.db")("import", "bad.jsonl")
    assert not set(run.out + run.err) & set("\x1b\x07\u202e")
