"""A dossier that means harm gives sentences: nothing outside of it is read or written, and nothing hangs."""

import contextlib
import json
import os
import struct
import zipfile

import making
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims import Ledger
from claims.dossiers.verifying import verify
from claims.errors import InputError, NoDossier, NothingThere

SECRET = "the neighbour's secret"


@pytest.fixture
def secret(tmp_path):
    """A file beside the dossier that no message may tell of."""
    path = tmp_path / "secret.txt"
    path.write_text(SECRET)
    return path


# -- folders --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/passwd", "data/../../secret.txt", "data/texts/\x00.txt", "%2e%2e/a"]
)
def test_a_path_in_a_manifest_is_never_followed(folder, secret, name):
    manifest = folder / "manifest-sha256.txt"
    digest = making.sha256(SECRET.encode()).hexdigest()
    manifest.write_text(manifest.read_text() + f"{digest}  {name}\n")
    assert any(
        f"names {name!r}, which is no file of a dossier: it was not looked for" in one
        for one in making.faults(folder)
    )


@pytest.mark.parametrize("name", ["data/index.html", "data/extra", "data/texts", "data"])
def test_links_are_named_and_not_followed(folder, secret, tmp_path, name):
    path = folder / name
    if path.is_dir():
        path.rename(tmp_path / "moved")
        path.symlink_to(tmp_path / "moved")
    else:
        path.unlink(missing_ok=True)
        path.symlink_to(secret)
    assert f"{name!r} is a link: a dossier has none, and it was not followed" in making.faults(folder)


def test_a_pipe_is_not_opened(folder):
    (folder / "data" / "index.html").unlink()
    os.mkfifo(folder / "data" / "index.html")
    assert "'data/index.html' is no file: it was not opened" in making.faults(folder)


def test_folders_in_a_row_are_not_walked(folder):
    deep = folder / "data" / "a"
    for _ in range(40):
        deep = deep / "a"
    deep.mkdir(parents=True)
    assert making.faults(folder) == ["the folder 'data/a' was added: it was not looked into"]


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(folder):
    (folder / "data" / "index.html").chmod(0)
    assert any(one.startswith("data/index.html cannot be read") for one in making.faults(folder))


def test_what_is_no_dossier_is_said(tmp_path):
    with pytest.raises(NothingThere):
        verify(tmp_path / "nothing")
    with pytest.raises(NoDossier):
        verify(tmp_path)
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 no more")
    with pytest.raises(NoDossier):
        verify(tmp_path / "a.zip")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NoDossier):
        verify(tmp_path / "pipe")
    with pytest.raises(NothingThere):
        verify(tmp_path / ("a" * 300))


def test_a_newer_dossier_is_not_half_understood(folder):
    head = folder / "data" / "dossier.json"
    head.write_text(json.dumps(json.loads(head.read_text()) | {"format": 2}))
    with pytest.raises(NoDossier, match="a newer OnRecord wrote this dossier"):
        verify(folder)


# -- ZIP files ------------------------------------------------------------------------


@pytest.fixture
def zipped(folder, tmp_path):
    """zipped(more): the ZIP file of a dossier with further members, each a ZipInfo and bytes."""

    def of(*more):
        place = tmp_path / "hostile.zip"
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    archive.write(path, f"dossier/{path.relative_to(folder).as_posix()}")
            for about, raw in more:
                archive.writestr(about, raw)
        return place

    return of


@pytest.mark.parametrize(
    "name", ["dossier/../../secret.txt", "dossier/data/..\\..\\x", "dossier/data/index.html\x00.txt"]
)
def test_a_member_with_a_path_is_named_and_nothing_is_written(zipped, tmp_path, name):
    place = zipped((zipfile.ZipInfo("dossier/PLACEHOLDER".ljust(len(name), "_")), b"boo"))
    raw = place.read_bytes().replace(b"dossier/PLACEHOLDER".ljust(len(name), b"_"), name.encode())
    place.write_bytes(raw)
    before = sorted(path for path in tmp_path.rglob("*"))
    assert any("was added: no dossier has such a file" in one for one in making.faults(place))
    assert sorted(path for path in tmp_path.rglob("*")) == before


def test_a_member_outside_of_the_one_folder_is_named(zipped):
    assert making.faults(zipped((zipfile.ZipInfo("/etc/passwd"), b"boo")))


def test_a_name_that_is_there_twice_is_named(zipped):
    with pytest.warns(UserWarning, match="Duplicate name"):
        place = zipped((zipfile.ZipInfo("dossier/data/index.html"), b"another page"))
    found = making.faults(place)
    assert "'dossier/data/index.html' is there more than once" in found


def test_a_link_in_a_zip_file_is_named(zipped):
    link = zipfile.ZipInfo("dossier/data/link")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    assert "'data/link' is a link: a dossier has none, and it was not followed" in making.faults(
        zipped((link, b"/etc/passwd"))
    )


def test_a_bomb_is_not_unpacked(zipped):
    place = zipped()
    with (
        zipfile.ZipFile(place, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("dossier/data/snapshots/" + "0" * 64, "w") as bomb,
    ):
        for _ in range(210):
            bomb.write(bytes(2**20))
    with pytest.raises(NoDossier, match="it unpacks to more than 50 times its size"):
        verify(place)


def test_long_texts_are_not_read_again_for_every_passage(folder):
    long = folder / "data" / "texts"
    texts = sorted(long.iterdir())
    for path in texts:
        path.write_text(path.read_text("utf-8") + " " * 2**23, "utf-8")
    passages = making.lines(folder, "passages.jsonl")
    by_text = [next(one for one in passages if path.name.startswith(one["document"])) for path in texts]
    making.rewrite(folder, "passages.jsonl", by_text * 5_000)
    making.make_anew(folder)
    assert "passages go to and fro between long texts: not all of them were compared" in making.faults(folder)


def test_a_size_that_lies_is_found(zipped):
    place = zipped()
    raw = bytearray(place.read_bytes())
    entry = raw.rfind(b"PK\x01\x02")
    struct.pack_into("<I", raw, entry + 24, 10)  # the size of what comes out
    place.write_bytes(raw)
    assert making.faults(place)


def test_a_list_of_more_files_than_memory_holds_is_not_read(zipped):
    place = zipped()
    raw = bytearray(place.read_bytes())
    struct.pack_into("<I", raw, raw.rfind(b"PK\x05\x06") + 12, 2**31)
    place.write_bytes(raw)
    with pytest.raises(NoDossier, match="it lists more files than a dossier has"):
        verify(place)


def test_an_encrypted_member_is_named(zipped):
    place = zipped()
    raw = bytearray(place.read_bytes())
    at = raw.find(b"dossier/data/passages.jsonl")
    raw[at - 30 + 6] |= 1
    entry = raw.find(b"dossier/data/passages.jsonl", at + 1)
    raw[entry - 46 + 8] |= 1
    place.write_bytes(raw)
    assert any(one.startswith("data/passages.jsonl cannot be read") for one in making.faults(place))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_zip_file_with_any_bytes_in_its_lists_gives_a_sentence(zipped, data):
    place = zipped()
    raw = bytearray(place.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(raw.find(b"PK\x01\x02"), len(raw) - 1))
        raw[at] = data.draw(st.integers(0, 255))
    place.write_bytes(raw)
    sentence_or_error(place)


# -- JSON -----------------------------------------------------------------------------

FILES = ("dossier.json", "documents.jsonl", "passages.jsonl", "findings.jsonl", "decisions.jsonl")


def sentence_or_error(place):
    """It holds, or something is said."""
    with contextlib.suppress(InputError):
        assert all(one.message for one in verify(place).faults)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "hostile",
    [b"[" * 100_000, b'{"a":' * 50_000, b'{"id": [' + b"[]," * 1_000_000 + b"[]]}", b"\xff\xfe", b"null", b'"a"', b"{}", b'{"format": 1e999}', b'{"id": ' + b"9" * 10_000 + b"}"],
    ids=["brackets", "braces", "values", "no text", "null", "word", "empty", "infinite", "digits"],
)  # fmt: skip
def test_hostile_json_gives_a_sentence(folder, name, hostile):
    (folder / "data" / name).write_bytes(hostile + b"\n")
    making.make_anew(folder)
    assert making.faults(folder)


VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.text(max_size=8)
    | st.just([])
    | st.just({})
    | st.just([[1, 2]])
    | st.just({"start": 0, "end": 1})
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_field_of_any_other_type_gives_a_sentence(made, folder, data):
    name = data.draw(st.sampled_from(FILES))
    path = folder / "data" / name
    kept = path.read_bytes()
    objects = [json.loads(kept)] if name == "dossier.json" else making.lines(folder, name)
    holder = data.draw(st.sampled_from(objects))
    while True:
        key = data.draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
        if not (holder[key] and isinstance(holder[key], dict | list) and data.draw(st.booleans())):
            break
        holder = holder[key]
    if data.draw(st.booleans()):
        holder[key] = data.draw(VALUES)
    elif isinstance(holder, dict):
        del holder[key]
    making.rewrite(folder, name, objects)
    making.make_anew(folder)
    try:
        sentence_or_error(folder)
    finally:
        path.write_bytes(kept)


def test_a_million_faults_are_not_all_told(folder):
    (folder / "data" / "passages.jsonl").write_bytes(b"{}\n" * 5_000)
    assert len(making.faults(folder)) == 1_000


@pytest.mark.parametrize(
    "wrong", [{"decides": None}, {"at": []}, {"value": {}}, {"settles": "yes"}, {"by": 1}, {"id": ["1"]}]
)
def test_a_redacted_decision_that_could_not_be_compared_is_a_fault(folder, wrong):
    cut = dict.fromkeys(("id", "by", "decides", "verdict", "value", "at"), "1") | {"settles": False}
    making.rewrite(folder, "decisions.jsonl", [{"kind": "redacted", **cut, **wrong}])
    making.make_anew(folder)
    (name,) = wrong
    assert any(
        one.startswith(f"line 1 of data/decisions.jsonl: its field {name!r} is missing")
        for one in making.faults(folder)
    )


def test_a_link_that_tells_more_than_its_place_is_compared_by_its_place(folder, record):
    told = [{"kind": "link", "by": "x", "hash": "0" * 64, "previous": "", "id": ["x"]}]
    making.rewrite(folder, "decisions.jsonl", told)
    with Ledger.open(record, read_only=True) as ledger:
        assert f"a decision of x, {'0' * 20}, is not in this record" in ledger.changed_since(folder)


def test_a_text_in_a_slow_encoding_is_not_decoded(folder):
    documents = making.lines(folder, "documents.jsonl")
    for one in documents:
        one["encoding"] = "punycode"
    making.rewrite(folder, "documents.jsonl", documents)
    making.make_anew(folder)
    done = verify(folder)
    assert any("were not made anew of their bytes" in note for note in done.notes)


@pytest.mark.parametrize("encoding", ["cp9999", "mac_nowhere", "latin-99", "zip", "\x00", "utf-8-sig\x00"])
def test_an_encoding_that_nobody_knows_is_not_decoded(folder, encoding):
    documents = making.lines(folder, "documents.jsonl")
    for one in documents:
        one["encoding"] = encoding
    making.rewrite(folder, "documents.jsonl", documents)
    making.make_anew(folder)
    assert any("were not made anew of their bytes" in note for note in verify(folder).notes)


@pytest.mark.parametrize("name", ["../../../secret.txt", "/etc/passwd"])
def test_a_path_in_place_of_a_hash_is_never_opened(folder, secret, monkeypatch, name):
    documents = making.lines(folder, "documents.jsonl")
    for one in documents:
        one["sha256"] = one["arrivals"][0]["sha256"] = name
    making.rewrite(folder, "documents.jsonl", documents)
    making.make_anew(folder)
    opened, open_ = [], os.open
    monkeypatch.setattr(
        "os.open", lambda path, *more: (opened.append(os.path.realpath(path)), open_(path, *more))[1]
    )
    assert any(one.startswith("kept bytes of document ") for one in making.faults(folder))
    assert opened
    assert [path for path in opened if not path.startswith(os.path.realpath(folder))] == []


def test_a_foreign_template_is_words(folder, decided, tmp_path):
    with Ledger.open(decided / "record.db", read_only=True) as ledger:
        dossier = making.dossier_of(ledger)
    chosen = {"kind": "all", "words": "{{ ''.__class__ }}{% include '/etc/passwd' %}"}
    made = making.write(
        type(dossier)(**{name: getattr(dossier, name) for name in dossier.__slots__} | {"chosen": chosen}),
        tmp_path / "d",
    )
    assert "{{ &#39;&#39;.__class__ }}{% include" in (made / "data" / "index.html").read_text("utf-8")
