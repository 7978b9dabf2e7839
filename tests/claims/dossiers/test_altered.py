"""Whatever is altered, missing or added in a dossier is named, also where the manifests were made anew."""

import json
import shutil
from hashlib import sha256
from pathlib import Path

import making
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims import Ledger
from claims.dossiers.bags import TAGS
from claims.dossiers.verifying import verify
from claims.errors import NoDossier

KINDS = (
    "README.txt",
    "bag-info.txt",
    "bagit.txt",
    "manifest-sha256.txt",
    "data/decisions.jsonl",
    "data/documents.jsonl",
    "data/dossier.json",
    "data/findings.jsonl",
    "data/index.html",
    "data/passages.jsonl",
    "data/snapshots/*",
    "data/texts/*",
)


def one_of(folder, pattern):
    return next(iter(sorted(folder.glob(pattern))))


def change(path, at=-2):
    raw = bytearray(path.read_bytes())
    raw[at] ^= 1
    path.write_bytes(raw)


# -- files ------------------------------------------------------------------------


def test_a_dossier_as_it_was_made_holds(folder):
    assert making.faults(folder) == []


@pytest.mark.parametrize("kind", KINDS)
def test_one_altered_byte_in_a_file_names_the_file(folder, kind):
    path = one_of(folder, kind)
    change(path)
    name = path.relative_to(folder).as_posix()
    assert [one for one in making.faults(folder) if one.startswith(f"{name} was altered")]


@pytest.mark.parametrize("kind", [*KINDS, "tagmanifest-sha256.txt"])
def test_a_missing_file_is_named(folder, kind):
    path = one_of(folder, kind)
    path.unlink()
    name = path.relative_to(folder).as_posix()
    assert [one for one in making.faults(folder) if one.startswith(f"{name} is missing")]


def test_an_altered_tag_manifest_is_found(folder):
    change(folder / "tagmanifest-sha256.txt", at=0)
    assert any("tagmanifest-sha256.txt" in one for one in making.faults(folder))


@pytest.mark.parametrize("name", ["data/notes.txt", "extra.pdf", "data/texts/other.txt", "data/.DS_Store"])
def test_an_added_file_is_named(folder, name):
    (folder / name).write_text("more")
    assert making.faults(folder) == [f"{name!r} was added: no dossier has such a file"]


def test_an_added_file_of_a_name_that_fits_is_named(folder):
    (folder / "data" / "snapshots" / ("0" * 64)).write_text("more")
    assert f"data/snapshots/{'0' * 64} was added: manifest-sha256.txt does not name it" in making.faults(
        folder
    )
    making.make_anew(folder)
    assert making.faults(folder) == [f"data/snapshots/{'0' * 64} belongs to no document of the dossier"]


def test_lines_of_a_manifest_in_another_order_are_told(folder):
    manifest = folder / "manifest-sha256.txt"
    manifest.write_text("".join(reversed(manifest.read_text().splitlines(keepends=True))))
    making.write_manifest(folder, "tagmanifest-sha256.txt", [folder / name for name in TAGS])
    assert making.faults(folder) == [
        "manifest-sha256.txt was altered: its lines are not as OnRecord writes them"
    ]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_any_byte_that_is_flipped_in_a_folder_is_found(made, folder, data):
    path = data.draw(st.sampled_from(sorted(one for one in folder.rglob("*") if one.is_file())))
    raw = path.read_bytes()
    at, mask = data.draw(st.integers(0, len(raw) - 1)), data.draw(st.integers(1, 255))
    path.write_bytes(raw[:at] + bytes([raw[at] ^ mask]) + raw[at + 1 :])
    try:
        assert making.faults(folder)
    finally:
        path.write_bytes(raw)


@pytest.fixture(scope="module")
def zipped(decided, tmp_path_factory):
    with Ledger.open(decided / "record.db", read_only=True) as ledger:
        place = tmp_path_factory.mktemp("zipped") / "dossier.zip"
        return making.write(making.dossier_of(ledger, words="pier"), place)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_any_byte_that_is_flipped_in_a_zip_file_is_found(zipped, tmp_path, data):
    raw = zipped.read_bytes()
    # As often in what stands between files and after them as in the files.
    at = data.draw(
        st.integers(0, len(raw) - 1) | st.integers(len(raw) - 1800, len(raw) - 1) | st.integers(0, 40)
    )
    mask = data.draw(st.integers(1, 255))
    place = tmp_path / "flipped.zip"
    place.write_bytes(raw[:at] + bytes([raw[at] ^ mask]) + raw[at + 1 :])
    try:
        found = making.faults(place)
    except NoDossier:
        return
    assert found


def test_bytes_after_the_end_of_a_zip_file_are_found(zipped, tmp_path):
    place = tmp_path / "longer.zip"
    place.write_bytes(zipped.read_bytes() + b"more")
    assert making.faults(place) == ["the ZIP file itself was altered: its seal is not that of its bytes"]


def test_a_zip_file_that_was_packed_again_holds_and_says_so(zipped, tmp_path):
    shutil.unpack_archive(zipped, tmp_path / "out")
    again = shutil.make_archive(str(tmp_path / "again"), "zip", tmp_path / "out" / "dossier")
    done = verify(Path(again))
    assert done.faults == ()
    assert any("packed by another program" in note for note in done.notes)


# -- what the files say, by a forger who makes the manifests anew -----------------------


def forged(folder, name, alter):
    """Change one object of a file, and every manifest after it; what is found."""
    objects = making.lines(folder, name)
    alter(objects)
    making.rewrite(folder, name, objects)
    making.make_anew(folder)
    return making.faults(folder)


def test_an_altered_passage_is_named(folder):
    def alter(passages):
        passages[0]["passages"][0]["exact"] = "We will"

    one = making.lines(folder, "passages.jsonl")[0]
    assert forged(folder, "passages.jsonl", alter) == [
        f"the {one['kind']} {one['id']} is not what stands at its place in document {one['document']}"
    ]


def test_words_that_are_altered_wherever_their_line_tells_them_are_named(folder):
    def alter(passages):
        one = next(one for one in passages if one["kind"] == "quote" and len(one["passages"]) == 1)
        one["words"] = one["text"] = one["passages"][0]["exact"] = one["text"].replace("e", "a")

    (fault,) = forged(folder, "passages.jsonl", alter)
    assert "is not what stands at its place" in fault


@pytest.mark.parametrize("field", ["words", "text"])
def test_words_that_do_not_stand_there_are_named(folder, field):
    def alter(passages):
        passages[0][field] = passages[0][field].replace(" ", "  ", 1)

    (fault,) = forged(folder, "passages.jsonl", alter)
    assert "is not what stands at its place" in fault


def test_a_passage_that_is_moved_is_named(folder):
    def alter(passages):
        passages[0]["passages"][0]["start"] += 1

    (fault,) = forged(folder, "passages.jsonl", alter)
    assert "is not what stands at its place" in fault


def test_an_altered_context_is_named(folder):
    def alter(passages):
        passages[0]["context"]["text"] = passages[0]["context"]["text"][::-1]

    (fault,) = forged(folder, "passages.jsonl", alter)
    assert "is not what stands at its place" in fault


def test_a_passage_of_a_finding_is_compared_too(folder):
    def alter(findings):
        findings[0]["evidence"][0]["text"] = "We will"

    one = making.lines(folder, "findings.jsonl")[0]
    (fault,) = forged(folder, "findings.jsonl", alter)
    assert fault.startswith(f"passage 1 of finding {one['id']} is not what stands at its place")


def test_a_finding_about_other_values_is_named(folder):
    def alter(findings):
        findings[0]["anchors"] = ["a" * 20, "b" * 20]

    one = making.lines(folder, "findings.jsonl")[0]
    assert forged(folder, "findings.jsonl", alter) == [
        f"the id of finding {one['id']} is not that of its check and what it is about"
    ]


def test_a_text_that_is_not_that_of_its_bytes_is_named(folder):
    herald = next(one for one in making.lines(folder, "documents.jsonl") if one["url"])
    path = folder / "data" / "texts" / f"{herald['id']}.txt"
    path.write_text(path.read_text("utf-8").replace("12 boats", "92 boats"), "utf-8")

    def alter(documents):
        told = next(one for one in documents if one["id"] == herald["id"])
        told["text"]["sha256"] = sha256(path.read_bytes()).hexdigest()

    found = forged(folder, "documents.jsonl", alter)
    assert f"the text of document {herald['id']} is not what its kept bytes say" in found
    assert [one for one in found if one.startswith("the claim ") and "is not what stands" in one]


def test_other_bytes_under_the_name_of_kept_ones_are_named(folder):
    path = one_of(folder, "data/snapshots/*")
    path.write_bytes(b"other words")
    making.make_anew(folder)
    found = making.faults(folder)
    assert f"data/snapshots/{path.name} does not hold the bytes that it is named by" in found


def test_kept_bytes_that_are_taken_out_are_missed(folder):
    path = one_of(folder, "data/snapshots/*")
    path.unlink()
    making.make_anew(folder)
    (fault,) = making.faults(folder)
    assert fault.startswith("kept bytes of document ")
    assert path.name in fault


def test_a_document_with_another_address_is_named(folder):
    def alter(documents):
        next(one for one in documents if one["url"])["url"] = "https://herald.example/other"

    (fault,) = forged(folder, "documents.jsonl", alter)
    assert fault.endswith("is not that of its address and bytes")


def test_a_passage_that_is_taken_out_is_counted(folder):
    found = forged(folder, "passages.jsonl", lambda passages: passages.pop())
    assert [one for one in found if one.startswith("data/dossier.json tells of")]


def test_a_page_that_says_other_than_the_files_is_told(folder):
    page = folder / "data" / "index.html"
    page.write_text(page.read_text("utf-8").replace("lost enough", "lost it all"), "utf-8")
    making.make_anew(folder)
    assert making.faults(folder) == ["data/index.html does not say what the other files say"]


# -- the chain ------------------------------------------------------------------------


def test_an_altered_decision_is_named(folder):
    def alter(decisions):
        decisions[0]["verdict"] = "real"

    (fault, *_) = forged(folder, "decisions.jsonl", alter)
    assert fault == (
        "line 1 of data/decisions.jsonl: it was changed after it was made: its hash is not that of its fields"
    )


def test_a_decision_that_is_taken_out_breaks_the_chain(folder):
    def alter(decisions):
        del decisions[1]

    after = making.lines(folder, "decisions.jsonl")[2]
    found = forged(folder, "decisions.jsonl", alter)
    assert f"before the decision {after['id']} of okafor one is missing, or it was put out of order" in found


def test_a_chain_that_ends_too_early_is_told(folder):
    found = forged(folder, "decisions.jsonl", lambda decisions: decisions.pop())
    assert "the decisions of lindqvist do not end with the head that dossier.json tells of" in found


def test_a_head_that_is_changed_is_told(folder):
    head = folder / "data" / "dossier.json"
    told = json.loads(head.read_text("utf-8"))
    told["heads"]["okafor"] = ["0" * 64]
    head.write_text(json.dumps(told), "utf-8")
    making.make_anew(folder)
    assert making.faults(folder) == [
        "the decisions of okafor do not end with the head that dossier.json tells of"
    ]


def test_an_address_that_was_given_by_hand_is_the_one_that_is_told(record, tmp_path):
    with Ledger.open(record, by="okafor") as ledger:
        id_ = making.document(ledger, "coastal.txt")
        ledger.correct(id_, "url", "https://wire.example/pier")
        folder = making.write(making.dossier_of(ledger), tmp_path / "dossier")
    assert making.faults(folder) == []
    found = making.lines(folder, "documents.jsonl")
    for one in found:
        one["url"] = "https://elsewhere.example/" if one["id"] == id_ else one["url"]
    making.rewrite(folder, "documents.jsonl", found)
    making.make_anew(folder)
    assert f"the address of document {id_} is not the one that it was given by hand" in making.faults(folder)
