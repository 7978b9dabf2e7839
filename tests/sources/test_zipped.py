import io
import os
import stat
import struct
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import unpacking
from claims.errors import InputError, UnreadableDocument
from claims.model import PartialDate
from claims.ports import Given, Material
from claims.unpacking import Closed, room_in, unpack
from sources.gather import gather
from sources.zipped import Zip
from tui.walked import is_no_document

NOW = PartialDate.parse("2031-01-01", evidence="clock")


def two_files() -> bytes:
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("a.txt"), "The wall held. " * 20, zipfile.ZIP_DEFLATED)
            archive.writestr(zipfile.ZipInfo("b.txt"), "It broke.")
        return file.getvalue()


_TWO_FILES = two_files()


def opened(raw: bytes) -> list[str]:
    """What lies in a ZIP: the text of a member, or why there is none."""
    material = Material(raw, "a.zip", NOW)
    members = unpack(Closed(material, room_in(material))).members
    return [
        one.raw.decode() if isinstance(one, Material) else one.why if one else "itself" for one in members
    ]


def test_each_file_is_an_input_of_its_own(zipped, taken) -> None:
    raw = zipped({"march/a.txt": b"The wall held.", "march/b.html": b"<p>It broke.</p>"})
    assert taken("news.zip", raw) == {
        "news.zip/march/a.txt": b"The wall held.",
        "news.zip/march/b.html": b"<p>It broke.</p>",
    }


def test_what_is_said_of_the_archive_holds_for_its_files_but_not_the_address(zipped, tmp_path) -> None:
    path = tmp_path / "news.zip"
    path.write_bytes(zipped({"a.txt": b"The wall held."}))
    (found,) = gather([str(path)], Given(source="Herald", url="https://herald.example/news.zip"))
    assert found.material is not None
    assert (found.material.given.source, found.material.given.url) == ("Herald", "")
    assert found.material.place == "https://herald.example/news.zip/a.txt"
    assert found.walked


def test_archives_in_archives_are_opened_three_deep(zipped, taken) -> None:
    raw = zipped({"a.txt": b"The wall held."})
    for name in ("c.zip", "b.zip"):
        raw = zipped({name: raw, f"{name}.txt": b"Beside it."})
    assert taken("a.zip", raw) == {
        "a.zip/b.zip/c.zip/a.txt": b"The wall held.",
        "a.zip/b.zip/c.zip.txt": b"Beside it.",
        "a.zip/b.zip.txt": b"Beside it.",
    }
    assert taken("deeper.zip", zipped({"a.zip": raw}))["deeper.zip/a.zip/b.zip/c.zip"] == (
        "it lies in more than 3 others: unpack the outer ones and add what is in them"
    )


def test_what_is_no_document_by_its_name_is_left_out_as_in_a_folder(zipped, taken) -> None:
    files = {"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "~$a.docx": b"x", "empty.txt": b"", "folder/": b""}
    found = taken("news.zip", zipped(files))
    assert found == {
        "news.zip/__MACOSX/._a.txt": "it is a hidden file",
        "news.zip/.DS_Store": "it is a hidden file",
        "news.zip/~$a.docx": "it is a lock file or an unfinished copy",
        "news.zip/empty.txt": b"",
    }
    assert all(is_no_document(one) for one in gather(["news.zip"], Given()))


def test_names_are_shown_and_never_used_as_paths(zipped, taken, tmp_path) -> None:
    names = ["../../slip.txt", "/etc/slip.txt", "..\\slip.txt", "a\x1b[2J.txt"]
    before = sorted(tmp_path.parent.iterdir())
    found = taken("slip.zip", zipped(dict.fromkeys(names, b"The wall held.")))
    assert found == {f"slip.zip/{name}": b"The wall held." for name in names}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["slip.zip"]
    assert sorted(tmp_path.parent.iterdir()) == before


def test_two_files_of_one_name_are_both_taken_each_at_a_place_of_its_own(zipped, taken) -> None:
    raw = zipped({"a.txt": b"The wall held.", "b.txt": b"The wall broke."}).replace(b"b.txt", b"a.txt")
    assert taken("news.zip", raw) == {
        "news.zip/a.txt": b"The wall held.",
        "news.zip/2/a.txt": b"The wall broke.",
    }


def test_what_a_browser_saved_beside_a_page_is_left_out_as_in_a_folder(zipped, taken) -> None:
    files = ["news/Storm.html", "news/Storm_files/ads/frame.html", "news/Pier_files/a.html"]
    found = taken("news.zip", zipped(dict.fromkeys(files, b"<p>The wall held.</p>")))
    assert found == {
        "news.zip/news/Storm.html": b"<p>The wall held.</p>",
        "news.zip/news/Storm_files/ads/frame.html": "it is a part of the saved page Storm.html",
        "news.zip/news/Pier_files/a.html": b"<p>The wall held.</p>",
    }


def test_names_of_thousands_of_folders_are_held_once(zipped) -> None:
    raw = zipped({f"{number}/{'a/' * 10_000}story.txt": b"The wall held." for number in range(40)})
    tracemalloc.start()
    try:
        members = opened(raw)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(members) == 40
    assert most < 20_000_000


def test_a_file_without_a_name_is_taken(zipped) -> None:
    raw = zipped({"a.txt": b"The wall held."})
    assert opened(raw.replace(b"a.txt", b"\0.txt")) == ["The wall held."]


def test_an_office_file_is_no_archive(zipped) -> None:
    assert not Zip().opens(Material(zipped({"[Content_Types].xml": b"<Types/>"}), "a.docx", NOW))
    assert opened(zipped({"word/document.xml": b"<p/>", "[Content_Types].xml": b"<Types/>"})) == ["itself"]


def test_an_encrypted_file_is_named_and_the_others_are_taken(zipped) -> None:
    raw = bytearray(zipped({"secret.txt": b"The wall broke.", "a.txt": b"The wall held."}))
    raw[6] |= 1  # of the first local header
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert opened(bytes(raw)) == [
        "it is encrypted: unpack it with its password and add the file",
        "The wall held.",
    ]


def test_a_link_is_not_followed() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        link = zipfile.ZipInfo("passwords.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert opened(file.getvalue()) == ["it is a symbolic link"]


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_cannot_be_unpacked_in_steps_is_refused(way: int) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", way) as archive:
        archive.writestr("a.txt", "The wall held.")
    assert opened(file.getvalue()) == [f"it is compressed in a way that is not read (number {way})"]


def test_a_damaged_file_costs_itself(zipped) -> None:
    raw = bytearray(zipped({"a.txt": b"The wall broke.", "b.txt": b"The wall held."}))
    raw[raw.index(b"a.txt") + 6] ^= 0xFF
    assert opened(bytes(raw)) == ["this file of the archive is damaged", "The wall held."]


def test_an_archive_that_is_cut_off_or_empty_says_so(zipped, taken) -> None:
    raw = zipped({"a.txt": b"The wall held." * 100})
    assert taken("cut.zip", raw[:-30]) == {"cut.zip": "the ZIP archive is damaged or cut off"}
    assert taken("empty.zip", zipped({})) == {"empty.zip": "the archive holds no files"}
    (found,) = gather(["empty.zip"], Given())
    assert not found.walked
    assert isinstance(found.error, UnreadableDocument)


# -- bombs -------------------------------------------------------------------------


def test_what_grows_out_of_measure_is_not_unpacked(zipped) -> None:
    raw = zipped({"a.txt": b"The wall held.", "bomb.txt": bytes(3_000_000), "b.txt": b"Never read."})
    assert opened(raw) == [
        "The wall held.",
        "it unpacks to more than 200 MB, or 200 times its size: the rest was not read",
    ]


def test_a_size_that_a_header_tells_is_not_relied_on(zipped) -> None:
    raw = bytearray(zipped({"bomb.txt": bytes(3_000_000)}))
    for at in (22, raw.index(b"PK\x01\x02") + 24):
        raw[at : at + 4] = struct.pack("<I", 10)
    assert opened(bytes(raw)) in (
        ["this file of the archive is damaged"],
        ["it unpacks to more than 200 MB, or 200 times its size: the rest was not read"],
    )


def test_all_that_lies_in_an_archive_shares_one_room(zipped, taken) -> None:
    inner = zipped({"bomb.txt": os.urandom(1000) + bytes(900_000)})
    found = taken("a.zip", zipped({"1.zip": inner, "2.zip": inner}))
    assert {name: type(one) for name, one in found.items()} == {
        "a.zip/1.zip/bomb.txt": bytes,
        "a.zip/2.zip": str,
    }


def test_too_many_files_are_refused_before_one_is_read(zipped, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_MEMBERS", 3)
    raw = zipped({f"{number}.txt": b"x" for number in range(4)})
    assert opened(raw) == ["the archive holds 4 files, over the limit of 20,000"]


def test_an_archive_that_holds_itself_ends(taken) -> None:
    # Every level is the same bytes: what `Zip` gives of it is made here, as a real one is long.
    class Endless(Zip):
        def members(self, material, room):
            yield unpacking.inside(material, "again.zip", material.raw)

    from sources.inside import members

    first = Material(b"PK\x03\x04 endless", "a.zip", NOW)
    found = list(
        members(first, lambda closed: unpacking.Opened(list(Endless().members(closed.material, closed.room))))
    )
    assert [(one.location, is_member) for one, is_member in found] == [
        ("a.zip/again.zip/again.zip/again.zip", True)
    ]
    assert isinstance(found[0][0], InputError)


@settings(deadline=None)  # the first example imports what reading needs
@given(st.lists(st.tuples(st.integers(4, 200), st.integers(0, 255)), max_size=8))
def test_a_zip_with_any_bytes_exchanged_gives_members_or_says_why(spoilt: list[tuple[int, int]]) -> None:
    raw = bytearray(_TWO_FILES)
    for at, byte in spoilt:
        raw[at] = byte
    material = Material(bytes(raw), "a.zip", NOW)
    for one in unpack(Closed(material, room_in(material))).members:
        assert isinstance(one, Material) or (isinstance(one, InputError) and "stopped" not in one.why)
