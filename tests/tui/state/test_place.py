from pathlib import Path

from tui.state.place import Place, Places


def test_each_reviewer_of_each_record_goes_on_where_they_were(tmp_path: Path):
    file = tmp_path / "state" / "review.json"
    here = Place("newest", "second", True, "f1")
    Places(file, "a.db", "okafor").write(here)
    Places(file, "b.db", "okafor").write(Place(item="f2"))
    assert Places(file, "a.db", "okafor").read() == here
    assert Places(file, "b.db", "okafor").read() == Place(item="f2")
    assert Places(file, "a.db", "carrow").read() == Place()
    assert [path.name for path in file.parent.iterdir()] == ["review.json"]


def test_what_cannot_be_read_is_the_beginning(tmp_path: Path):
    file = tmp_path / "review.json"
    for written in (
        "",
        "[]",
        "{",
        '{"[\\"a.db\\", \\"okafor\\"]": {"order": 3, "which": "open", "item": ""}}',
    ):
        file.write_text(written, "utf-8")
        assert Places(file, "a.db", "okafor").read() == Place()
    assert Places(None, "a.db", "okafor").read() == Place()


def test_a_folder_that_cannot_be_written_loses_nothing_else(tmp_path: Path):
    (tmp_path / "state").write_text("a file, no folder", "utf-8")
    Places(tmp_path / "state" / "review.json", "a.db", "okafor").write(Place(item="f1"))
    assert [path.name for path in tmp_path.iterdir()] == ["state"]
