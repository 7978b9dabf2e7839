from tui.state.kept import Kept, SavedSearch


def test_searches_are_kept_by_record_until_the_next_run(tmp_path):
    place = tmp_path / "state" / "app.json"
    Kept(place).keep_searches("one.db", [SavedSearch("speaker:vega", 3)])
    Kept(place).keep_toured()
    again = Kept(place)
    assert again.searches("one.db") == [SavedSearch("speaker:vega", 3)]
    assert again.searches("two.db") == []
    assert again.toured


def test_a_damaged_file_and_none_at_all_are_a_beginning(tmp_path):
    place = tmp_path / "app.json"
    place.write_text("[")
    assert Kept(place).searches("one.db") == []
    assert not Kept().toured
