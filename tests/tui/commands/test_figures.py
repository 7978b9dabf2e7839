"""The history of a figure by the command line."""

import pytest
from openpyxl import load_workbook

TEXTS = {"2028": "Police made 120 arrests in Stroud.\n", "2029": "Police made 150 arrests in Stroud.\n"}


@pytest.fixture
def raids(onrecord, own_settings):
    """A record of two years; gives the command."""
    for year, text in TEXTS.items():
        (own_settings / f"{year}.txt").write_text(text, "utf-8")
        assert onrecord("add", f"{year}.txt", "--date", year, "--source", "Bay Ledger").code == 0
    return onrecord


def test_rows_are_printed_by_date_with_their_change(raids):
    run = raids("figures", "arrests")
    assert run.code == 0
    first, second = run.out.split("\n\n")[:2]
    assert first.splitlines()[0] == "2028 (published) · 120"
    assert second.splitlines()[0] == "2029 (published) · 150 · +30 (+25.0%)"
    assert "arrests · Stroud · Bay Ledger" in second
    assert run.err == (
        "2 figures of “arrests” in 2 documents dated 2028 to 2029 (0 undated) with 0 quotes and 2 claims.\n"
    )


def test_json_has_scope_change_and_passage(raids):
    first, second = raids("figures", "stroud", "arrests", "--json").json
    assert first["change"] is None
    assert second["change"] == {"by": "30", "percent": 25.0, "since": first["claim"]["id"], "about": False}
    assert {name: second[name] for name in ("date", "date_is", "counts", "place", "source", "state")} == {
        "date": "2029",
        "date_is": "published",
        "counts": "arrests",
        "place": "Stroud",
        "source": "Bay Ledger",
        "state": "found",
    }
    assert second["sentence"] == TEXTS["2029"].strip()


def test_a_row_is_dropped_put_back_and_undone(raids):
    (first, _) = raids("figures", "arrests", "--json").json
    run = raids("figures", "arrests", "--drop", first["claim"]["id"][:8], "--note", "a drill")
    assert "dropped from the figures of “arrests”" in run.err
    assert run.err.endswith("2 claims. 1 dropped.\n")
    assert [one["state"] for one in raids("figures", "arrests", "--json").json] == ["found", "dropped"]
    assert raids("figures", "arrests", "--add", first["claim"]["id"]).code == 0
    assert [one["state"] for one in raids("figures", "arrests", "--json").json] == ["added", "found"]
    raids("undo")
    raids("undo")
    assert [one["state"] for one in raids("figures", "arrests", "--json").json] == ["found", "found"]
    assert "dropped from the figures of “arrests”" in raids("history").flat


def test_a_spreadsheet_is_written_and_a_missing_folder_named(raids, own_settings):
    run = raids("figures", "arrests", "--xlsx", "arrests.xlsx")
    assert run.err.startswith("2 rows written to arrests.xlsx.\n")
    page = load_workbook(own_settings / "arrests.xlsx")["Figures"]
    assert [cell.value for cell in next(page.iter_rows())][:4] == ["Date", "Date is", "Figure", "Value"]
    assert not list(own_settings.glob(".arrests*"))
    missing = raids("figures", "arrests", "--xlsx", "nowhere/arrests.xlsx")
    assert (missing.code, "there is no folder nowhere" in missing.err) == (2, True)


def test_a_spreadsheet_and_json_come_together(raids, own_settings):
    run = raids("figures", "arrests", "--json", "--xlsx", "arrests.xlsx")
    assert [one["counts"] for one in run.json] == ["arrests", "arrests"]
    assert (own_settings / "arrests.xlsx").is_file()


def test_of_several_claims_all_are_decided_or_none_and_each_once(raids):
    (first, second) = (one["claim"]["id"] for one in raids("figures", "arrests", "--json").json)
    assert raids("figures", "arrests", "--drop", first, "--drop", "zzzz").code == 2
    assert [one["state"] for one in raids("figures", "arrests", "--json").json] == ["found", "found"]
    for _ in range(2):
        assert raids("figures", "arrests", "--drop", first, "--drop", second).code == 0
    raids("undo")
    raids("undo")
    assert [one["state"] for one in raids("figures", "arrests", "--json").json] == ["found", "found"]


def test_the_newest_have_a_date(raids, own_settings):
    (own_settings / "undated.txt").write_text("Police made 90 arrests in Stroud.\n", "utf-8")
    assert raids("add", "undated.txt").code == 0
    run = raids("figures", "arrests", "--limit", "1")
    assert run.out.startswith("2029 (published) · 150")
    assert "90 arrests" not in run.out
    assert "1 earlier figure not printed" in run.err
    assert "1 undated figure not printed" in run.err
    assert "90 arrests" in raids("figures", "arrests", "--limit", "3").out


@pytest.mark.parametrize("asked", [("figures", "dollars"), ("audit",)])
def test_what_waits_for_figures_is_told(onrecord, own_settings, monkeypatch, asked):
    (own_settings / "q.csv").write_text(
        "Quote,Name\nThe pier cost 3 million dollars.,Marisol Vega\n", "utf-8"
    )
    monkeypatch.setattr("tui.commands.import_quotes._derive", lambda *given: None)
    assert onrecord("import", "q.csv").code == 0
    assert "1 quote waits for figures and checks: onrecord rebuild" in onrecord(*asked).err


def test_nothing_found_says_what_was_searched(raids):
    run = raids("figures", "aqueducts")
    assert (run.code, run.out) == (0, "")
    assert run.err.startswith("No claim counts “aqueducts” in 2 documents")


def test_a_topic_of_no_words_is_a_usage_error(raids):
    run = raids("figures", "of", "the")
    assert (run.code, "name what is counted" in run.err) == (2, True)


def test_what_is_not_printed_is_told(raids):
    run = raids("figures", "arrests", "--limit", "1")
    assert "120" not in run.out
    assert "1 earlier figure not printed: --limit 0 prints all." in run.err
