import errno
import io
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.errors import BadSettings, BadValue, InputError, NothingThere, TooLarge
from claims.model import PartialDate, SourceKind
from claims.ports import Given
from sources import files
from sources.gather import Gathered, expected, gather
from tui.walked import is_no_document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden.txt", ".git/config", "~$a.docx", "README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"words of {name}")
    return tmp_path


def outcome(found: Gathered, top: Path) -> tuple[str, str]:
    path = Path(found.location)
    name = path.relative_to(top).as_posix() if path.is_relative_to(top) else found.location
    return name, found.error.why if found.error else "taken"


def one(path: str | Path, **more: object) -> Gathered:
    (found,) = gather([str(path)], Given(), **more)  # type: ignore[arg-type]
    return found


def failure(found: Gathered) -> InputError:
    assert found.error is not None
    assert not found.walked
    return found.error


# -- files and folders -----------------------------------------------------------


def test_a_file_becomes_its_bytes_with_the_time_they_were_taken(folder: Path) -> None:
    found = one(folder / "a.txt")
    assert found.material is not None
    assert (found.material.raw, found.material.location) == (b"words of a.txt", str(folder / "a.txt"))
    assert found.material.retrieved.evidence == "clock"
    assert found.material.retrieved.moment is not None


def test_what_a_browser_saved_beside_a_page_is_no_page_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "Storm.html").write_text("<p>words</p>")
    for name in ("Storm_files", "Sturm_Dateien"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "ad.html").write_text("<p>buy</p>")
    assert [outcome(item, tmp_path) for item in gather([str(tmp_path)], Given())] == [
        ("Storm.html", "taken"),
        ("Storm_files", "it holds the pictures and frames of the saved page Storm.html"),
        ("Sturm_Dateien/ad.html", "taken"),
    ]
    assert [outcome(item, tmp_path) for item in gather([str(tmp_path / "Storm_files")], Given())] == [
        ("Storm_files/ad.html", "taken")
    ]


def test_a_folder_is_walked_in_order_and_says_what_it_left_out(folder: Path) -> None:
    found = list(gather([str(folder)], Given()))
    assert [outcome(item, folder) for item in found] == [
        (".git", "it is a hidden folder"),
        (".hidden.txt", "it is a hidden file"),
        ("README.md", "it describes the folder"),
        ("a.txt", "taken"),
        ("b.txt", "taken"),
        ("deep/c.txt", "taken"),
        ("~$a.docx", "it is a lock file or an unfinished copy"),
    ]
    assert all(item.walked for item in found)


def test_inputs_come_in_the_order_given(folder: Path) -> None:
    found = gather([str(folder / "b.txt"), str(folder / "a.txt")], Given())
    assert [outcome(item, folder)[0] for item in found] == ["b.txt", "a.txt"]


def test_a_file_named_itself_is_taken_though_it_is_hidden(folder: Path) -> None:
    assert one(folder / ".hidden.txt").material is not None


def test_links_are_not_followed(folder: Path) -> None:
    (folder / "deep" / "link.txt").symlink_to(folder / "a.txt")
    (folder / "deep" / "loop").symlink_to(folder)
    found = dict(outcome(item, folder) for item in gather([str(folder / "deep")], Given()))
    assert found["deep/link.txt"] == "it is a symbolic link: name the file it points to"
    assert found["deep/loop"] == "it is a symbolic link: name the file it points to"
    assert len(found) == 3
    assert "symbolic link" in failure(one(folder / "deep" / "link.txt")).why


def test_a_pipe_is_refused_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert failure(one(tmp_path / "pipe")).why == "it is a pipe: use - to read standard input"


def test_sockets_and_devices_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        assert failure(one("socket")).why == "it is a socket, no file"
    assert failure(one("/dev/null")).why == "it is a device, no file"


def test_what_is_not_there_fails_and_the_next_goes_on(folder: Path) -> None:
    found = list(gather([str(folder / "none.txt"), str(folder / "a.txt")], Given()))
    assert [outcome(item, folder)[1] for item in found] == ["there is no such file", "taken"]
    assert isinstance(found[0].error, NothingThere)


@pytest.mark.parametrize("name", ["a\0b", "", "x" * 5000])
def test_what_is_no_name_of_a_file_fails(name: str) -> None:
    assert isinstance(failure(one(name)), NothingThere)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_fails(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    assert failure(one(folder / "a.txt")).why == "there is no permission to read it"


def test_what_may_not_be_read_is_missed_and_what_is_not_there_is_none(folder: Path) -> None:
    refused = files.error_of("a.txt", PermissionError(errno.EACCES, "Permission denied"))
    assert (refused.why, refused.is_missed) == ("there is no permission to read it", True)
    assert not is_no_document(Gathered(None, refused, walked=True, location=str(folder)))
    assert not files.error_of("a.txt", FileNotFoundError(errno.ENOENT, "No such file")).is_missed


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    assert failure(one(tmp_path)).why == "the folder holds no files"


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(files.MAX_BYTES + 1)
    error = failure(one(large))
    assert isinstance(error, TooLarge)
    assert error.why == "52,428,801 bytes are over the limit of 52,428,800"


def test_a_page_that_may_not_be_asked_for_is_an_error_of_its_own() -> None:
    error = failure(one("https://storm:secret@herald.example/pier"))
    assert error.why == "an address with a name or password in it is not asked"


# -- standard input -----------------------------------------------------------------


def test_a_dash_is_standard_input() -> None:
    found = one("-", stdin=io.BytesIO(b"The wall broke."))
    assert found.material is not None
    assert (found.material.raw, found.location) == (b"The wall broke.", "-")


def test_standard_input_has_the_same_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    assert isinstance(failure(one("-", stdin=io.BytesIO(b"x" * 11))), TooLarge)


# -- what was said of inputs --------------------------------------------------------------


def manifest(folder: Path, *lines: str) -> Path:
    path = folder / "manifest.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path


def said(found: Iterator[Gathered]) -> list[Given]:
    return [item.material.given for item in found if item.material]


def test_a_manifest_without_paths_names_the_inputs(folder: Path) -> None:
    listing = manifest(
        folder,
        "path,url,source,kind,origin,date,country",
        "b.txt,https://wire.example/1,Coastal Wire,agency,,2024-03-05,us",
        "deep/c.txt,,Lighthouse Digest,repost,Coastal Wire,2024-03,",
    )
    assert said(gather([], Given(), manifest=listing)) == [
        Given(
            "Coastal Wire",
            SourceKind.AGENCY,
            "US",
            "https://wire.example/1",
            "",
            PartialDate.parse("2024-03-05"),
        ),
        Given("Lighthouse Digest", SourceKind.REPOST, "", "", "Coastal Wire", PartialDate.parse("2024-03")),
    ]


def test_a_manifest_describes_the_files_of_a_walk_and_is_none_of_them(folder: Path) -> None:
    listing = manifest(folder, "path,source", "b.txt,Coastal Wire")
    found = [item for item in gather([str(folder)], Given(country="US"), manifest=listing) if item.material]
    assert [(outcome(item, folder)[0], item.material and item.material.given) for item in found] == [
        ("a.txt", Given(country="US")),
        ("b.txt", Given("Coastal Wire", country="US")),
        ("deep/c.txt", Given(country="US")),
    ]


def test_a_row_goes_before_what_was_said_of_all_inputs(folder: Path) -> None:
    listing = manifest(folder, "path,source", "a.txt,Coastal Wire", "b.txt,")
    found = gather([str(folder / "a.txt"), str(folder / "b.txt")], Given("HBTV"), manifest=listing)
    assert said(found) == [Given("Coastal Wire"), Given("HBTV")]


def test_a_row_whose_file_is_missing_fails(folder: Path) -> None:
    listing = manifest(folder, "path,source", "a.txt,Coastal Wire", "gone.txt,Coastal Wire")
    by_itself = list(gather([], Given(), manifest=listing))
    beside = list(gather([str(folder / "b.txt")], Given(), manifest=listing))
    assert [outcome(item, folder) for item in by_itself] == [
        ("a.txt", "taken"),
        ("gone.txt", "there is no such file"),
    ]
    assert [outcome(item, folder) for item in beside] == [
        ("b.txt", "taken"),
        ("gone.txt", "the manifest names it, and there is no such file"),
    ]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (
            ["path,outlet", "a.txt,Herald"],
            "setting 'outlet' in .*manifest.csv: the columns are path, url, source",
        ),
        (["source", "Herald"], "setting 'path' in .*: the first line names the columns"),
        (["path,path", "a.txt,b.txt"], "stands there twice"),
        (["path,source", 'a.txt,"Herald'], "line 2: the manifest is no CSV: unexpected end of data"),
        (["path"], "the manifest names no files"),
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused_before_any_input(
    folder: Path, lines: list[str], why: str
) -> None:
    with pytest.raises(BadSettings, match=why):
        gather([], Given(), manifest=manifest(folder, *lines))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("a.txt,2024,,,,,", "line 2: 7 fields under 5 columns"),
        (",2024,,,", "'' is no path: .*line 2: the line names no file"),
        ("a.txt,,,,\n./a.txt,,,,", "'./a.txt' is no new path: .*line 3: a line before names it"),
        ("a.txt,2024-02-30,,,", "'2024-02-30' is no date: .*line 2: write YYYY-MM-DD"),
        ("a.txt,last week,,,", "'last week' is no date"),
        ("a.txt,,blog,,", "'blog' is no kind: .*write one of office, agency, outlet"),
        ("a.txt,,,herald.example,", "'herald.example' is no url"),
        ("a.txt,,,,USA", "'USA' is no country: .*two letters"),
    ],
)
def test_a_field_that_is_none_names_its_line(folder: Path, row: str, why: str) -> None:
    with pytest.raises(BadValue, match=why):
        gather([], Given(), manifest=manifest(folder, "path,date,kind,url,country", row))


def test_a_missing_manifest_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingThere, match="there is no such file"):
        gather([], Given(), manifest=tmp_path / "none.csv")


def test_one_address_fits_one_file(folder: Path) -> None:
    with pytest.raises(BadSettings, match="one address fits one file"):
        gather(["a.txt", "b.txt"], Given(url="https://herald.example/storm"))
    with pytest.raises(BadSettings, match="one address fits one file"):
        gather([str(folder)], Given(url="https://herald.example/storm"))


def test_inputs_are_counted_by_name_as_they_will_be_given(folder: Path) -> None:
    inputs = [str(folder), "ftp://herald.example/storm", str(folder / "none.txt")]
    assert expected(inputs) == len(list(gather(inputs, Given())))
    listing = manifest(folder, "path,source", "a.txt,HBTV", "gone.txt,HBTV")
    assert expected([], manifest=listing) == 2


def test_counting_opens_no_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr("sources.files.os.open", lambda *call: opened.append(call))
    assert expected([str(folder)]) > 0
    assert opened == []


def test_a_place_is_the_address_that_was_given_else_the_absolute_path(tmp_path, monkeypatch):
    (tmp_path / "story.txt").write_text("words", "utf-8")
    monkeypatch.chdir(tmp_path)
    (by_path,) = gather(["./story.txt"], Given())
    (by_address,) = gather(["story.txt"], Given(url="https://herald.example/pier"))
    (by_stdin,) = gather(["-"], Given(), stdin=io.BytesIO(b"words"))
    places = [one.material.place for one in (by_path, by_address, by_stdin)]
    assert places == [str(tmp_path / "story.txt"), "https://herald.example/pier", ""]
    assert by_path.material.location == "./story.txt"
