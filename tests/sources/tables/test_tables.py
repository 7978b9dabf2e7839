"""Tables of quotes in each format, good and bad."""

import io
import json
import zipfile

import openpyxl
import pytest

from claims.errors import BadValue, InputError
from sources.tables import Reading, columns, lines, sheets, table_in

VEGA = "We will not ask the fishing families to pay for this pier."


def read(raw, location="quotes.csv"):
    return list(table_in(io.BytesIO(raw if isinstance(raw, bytes) else raw.encode()), location))


def told(found):
    return [
        f"{one.location}: {one.why}" if isinstance(one, InputError) else tuple(filter(None, one.row))
        for one in found
    ]


def refused(raw):
    with pytest.raises(BadValue) as caught:
        read(raw)
    return str(caught.value)


# -- CSV ----------------------------------------------------------------------


@pytest.mark.parametrize("nothing", ["N/A", "-", "…", "none", "“ ”"])
def test_what_people_write_for_nothing_is_no_quote(nothing):
    assert told(read(f"text,speaker\n{nothing},Vega\n")) == ["quotes.csv row 2: no text"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_columns_are_found_whatever_stands_between_them(mark):
    raw = f"text{mark}speaker{mark}date\n{VEGA}{mark}Marisol Vega{mark}2031-03\n"
    assert told(read(raw)) == [(VEGA, "Marisol Vega", "2031-03")]


@pytest.mark.parametrize(
    "header",
    ["text,speaker,source", "Quote,NAME,Outlet", " quotation ,said_by,Publisher", "Words,Who,Source-Name"],
)
def test_columns_have_many_names(header):
    assert told(read(f"{header}\n{VEGA},Vega,Bay Ledger\n")) == [(VEGA, "Vega", "Bay Ledger")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_tells_the_encoding(encoding):
    assert told(read("quote\nÜber den Hafen\n".encode(encoding))) == [("Über den Hafen",)]


def test_an_encoding_without_a_mark_is_found():
    raw = "quote;name\n“Wir wählen größere Häfen für Mütter”;Jürgen Köhler\n".encode("cp1252")
    assert told(read(raw)) == [("“Wir wählen größere Häfen für Mütter”", "Jürgen Köhler")]


def test_broken_utf_8_is_kept_with_replacement_characters():
    raw = b"quote\n" + "Größe und Mühe über Häfen ä ö ü é è à".encode() + b" x\xff\n"
    assert told(read(raw)) == [("Größe und Mühe über Häfen ä ö ü é è à x\ufffd",)]


def test_bad_rows_are_named_as_a_spreadsheet_counts_them_and_the_others_are_read():
    raw = (
        "text,speaker,date,url\n"
        f"{VEGA},Vega,2031-03-03,\n"
        " ,Vega,,\n"
        "\n"
        "We will, she said, not,Vega,2031,https://a.example/,x\n"
        f"{VEGA},Vega,31/31/2031,\n"
        f"{VEGA},Vega,today,\n"
        f"{VEGA},Vega,,www.ledger.example\n"
        "Nul\0 here,Vega,,\n"
    )
    assert told(read(raw)) == [
        (VEGA, "Vega", "2031-03-03"),
        "quotes.csv row 3: no text",
        "quotes.csv row 5: 7 fields under 4 columns",
        "quotes.csv row 6: '31/31/2031' is no date: write YYYY-MM-DD, YYYY-MM or YYYY",
        "quotes.csv row 7: 'today' is no date: write YYYY-MM-DD, YYYY-MM or YYYY",
        "quotes.csv row 8: 'www.ledger.example' is no address: write http:// or https:// and the rest",
        ("Nul\ufffd here", "Vega"),
    ]


def test_a_line_break_and_doubled_marks_inside_a_cell_stay():
    assert told(read('text,speaker\n"We ""will""\nnot",Vega\n')) == [('We "will"\nnot', "Vega")]


def test_a_quote_of_a_million_characters_is_read_and_a_longer_line_than_the_limit_is_named(monkeypatch):
    long = "pier " * 200_000
    assert told(read(f"text\n{long}\n")) == [(long.strip(),)]
    monkeypatch.setattr(lines, "LONGEST", 1_000)
    assert told(read(f"text\n{long}\nShort\n")) == [
        "quotes.csv row 2: no CSV (line 2: it is longer than 1,000 characters)",
        ("Short",),
    ]


def test_text_that_a_spreadsheet_would_run_is_text():
    assert told(read("text\n=HYPERLINK(1)\n")) == [("=HYPERLINK(1)",)]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("", "it is empty"),
        ("\n\n", "it is empty"),
        (
            "name,date\nVega,2031\n",
            "no column is called text or quote (its columns: 'name', 'date'); say which one with --map text=NAME",
        ),
        (
            "quote,statement\na,b\n",
            "'quote', 'statement' may each be the text: call one of them 'text'; say which one with --map text=NAME",
        ),
        (
            "text,text\na,b\n",
            "'text', 'text' may each be the text: call one of them 'text'; say which one with --map text=NAME",
        ),
        ('[{"text": "a"}]', "its first line is no JSON object; write one object a line"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is a workbook of an old form: save it as XLSX or CSV"),
        (b"PK\x03\x04 and no more", "it is no workbook (File is not a zip file)"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(raw, why):
    assert refused(raw) == f"'quotes.csv' is no table of quotes: {why}"


def test_our_own_name_for_a_column_wins_over_another_that_would_do():
    assert columns.columns_of(["statement", "text", "name"], "quotes.csv", {}) == {"text": 1, "speaker": 2}


def test_columns_that_are_not_used_are_told():
    table = table_in(io.BytesIO(b"text,mood,\nA,B,\n"), "quotes.csv")
    assert (table.notes, table.count()) == (
        [
            "the column 'mood' is not used",
            "no column is known to hold the speaker; say which one with --map speaker=NAME",
        ],
        1,
    )


def test_a_person_says_which_column_is_what():
    raw = b"Quote,Statement,Who\nA,B,Vega\n"
    reading = Reading({"text": "statement", "speaker": "WHO"})
    table = table_in(io.BytesIO(raw), "quotes.csv", reading)
    assert told(table) == [("B", "Vega")]
    assert table.notes == ["the column 'Quote' is not used"]
    with pytest.raises(
        BadValue, match=r"no column is called 'Said' \(its columns: 'Quote', 'Statement', 'Who'\)"
    ):
        table_in(io.BytesIO(raw), "quotes.csv", Reading({"text": "Said"}))


def test_rows_are_counted_while_they_are_read():
    for raw in (b"text\n" + b"The pier stays shut.\n" * 9_000, b'{"text": "The pier stays shut."}\n' * 9_000):
        table = table_in(io.BytesIO(raw), "quotes")
        rows = iter(table)
        first = next(rows)
        assert table.count() == 9_000
        assert len([first, *rows]) == 9_000


def test_titles_may_stand_above_the_names_of_the_columns():
    raw = f"Quotes of the week\n\nQuote,Name\n{VEGA},Vega\n,\n"
    table = table_in(io.BytesIO(raw.encode()), "quotes.csv")
    assert (told(table), table.count()) == ([(VEGA, "Vega")], 2)
    assert told(read(workbook(["Bay Ledger"], [None], ["Quote", "Name"], [VEGA, "Vega"]), "q.xlsx")) == [
        (VEGA, "Vega")
    ]


def test_the_names_of_the_columns_again_are_no_quote():
    raw = f"Quote,Name\n{VEGA},Vega\nQuote,Name\nQuote,Vega\n"
    assert told(read(raw)) == [(VEGA, "Vega"), ("Quote", "Vega")]
    again = workbook(["Quote", "Name"], [VEGA, "Vega"], ["Quote", "Name"], ["The pier stays shut.", "Vega"])
    assert told(read(again, "q.xlsx")) == [(VEGA, "Vega"), ("The pier stays shut.", "Vega")]


def test_only_a_workbook_has_sheets():
    for raw in (b"text\nA\n", b'{"text": "A"}\n'):
        with pytest.raises(BadValue, match="only a workbook has sheets: leave out --sheet"):
            table_in(io.BytesIO(raw), "quotes", Reading(sheet="Quotes"))


# -- JSON Lines ---------------------------------------------------------------


def test_each_line_names_its_own_fields():
    raw = '{"text": "A", "speaker": null, "date": 2031}\n\n{"name": "Vega", "quote": "B"}\n'
    assert told(read(raw, "q.jsonl")) == [("A", "2031"), ("B", "Vega")]


def test_lines_that_are_no_quotes_are_named_by_their_number():
    raw = [
        {"text": "A"},
        {"text": ["A"]},
        {"text": True},
        {"speaker": "Vega"},
        {"kind": "claim", "id": "c", "text": "12 boats"},
        {"text": "half \ud800"},
    ]
    text = "".join(json.dumps(one) + "\n" for one in raw) + "{\n[1]\n" + "[" * 99_999 + "\n"
    assert told(read(text, "q.jsonl")) == [
        ("A",),
        "q.jsonl row 2: its text is no text",
        "q.jsonl row 3: its text is no text",
        "q.jsonl row 4: no text",
        "q.jsonl row 5: a claim, no quote",
        ("half \ufffd",),
        "q.jsonl row 7: no JSON",
        "q.jsonl row 8: no JSON object",
        "q.jsonl row 9: no JSON",
    ]


# -- XLSX ---------------------------------------------------------------------


def workbook(*rows, more=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for title in more:
        book.create_sheet(title)
    with io.BytesIO() as file:
        book.save(file)
        return file.getvalue()


def with_saved_value(raw, formula, value):
    """The same workbook as a spreadsheet leaves it: with what a formula came to."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                cell = f"<f>{formula}</f><v></v>".encode()
                text = text.replace(cell.replace(b"<v></v>", b"<v />"), cell)
                assert cell in text
                text = text.replace(b"><" + cell[1:], b' t="str"><' + cell[1:]).replace(
                    cell, f"<f>{formula}</f><v>{value}</v>".encode()
                )
            new.writestr(name, text)
    return out.getvalue()


def test_dates_and_numbers_of_a_sheet_become_words():
    from datetime import date, datetime

    raw = workbook(
        ["Quote", "Name", "Day"],
        [VEGA, "Vega", datetime(2031, 3, 3, 10, 30)],
        [VEGA, "Carrow", date(2031, 3, 4)],
        [None, None, None],
        [VEGA, "Vega", 2031],
        [VEGA, "Vega", 2031.0],
        [VEGA, "Vega", 47909],
        [46, "Vega", "2031-03"],
        ["#N/A", "Vega", None],
    )
    assert told(read(raw, "q.xlsx")) == [
        (VEGA, "Vega", "2031-03-03"),
        (VEGA, "Carrow", "2031-03-04"),
        (VEGA, "Vega", "2031"),
        (VEGA, "Vega", "2031"),
        "q.xlsx row 7: '47909' is no date: write YYYY-MM-DD, YYYY-MM or YYYY",
        ("46", "Vega", "2031-03"),
        "q.xlsx row 9: its text is the error #N/A",
    ]


def test_a_formula_counts_as_the_value_that_was_saved_with_it():
    raw = workbook(["text", "speaker"], ["A", "Vega"], ["=A2&A2", "Vega"])
    assert told(read(raw, "q.xlsx")) == [
        ("A", "Vega"),
        "q.xlsx row 3: a formula in it has no saved value: save the workbook in a spreadsheet once",
    ]
    saved = with_saved_value(raw, "A2&amp;A2", "AA")
    assert told(read(saved, "q.xlsx")) == [("A", "Vega"), ("AA", "Vega")]


def test_other_sheets_and_columns_are_told():
    table = table_in(io.BytesIO(workbook(["text", "mood"], ["A", "glad"], more=["Old"])), "q.xlsx")
    assert table.notes == [
        "the column 'mood' is not used",
        "no column is known to hold the speaker; say which one with --map speaker=NAME",
        "the sheet 'Sheet' is read; the other sheet is not: 'Old' (--sheet chooses one)",
    ]
    assert table.count() == 1


@pytest.fixture
def with_cover():
    """A cover, the quotes of this year, and those of the last."""
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    book.active.append(["Bay Ledger", "all quotes"])
    for title, text in (("2031", "The pier stays shut."), ("2030", "The pier stays open.")):
        book.create_sheet(title).append(["Quote", "Name"])
        book[title].append([text, "Vega"])
    with io.BytesIO() as file:
        book.save(file)
        return file.getvalue()


def test_the_first_sheet_that_has_the_columns_is_read_or_the_one_that_is_named(with_cover):
    table = table_in(io.BytesIO(with_cover), "q.xlsx")
    assert (told(table), table.count()) == ([("The pier stays shut.", "Vega")], 1)
    assert table.notes == [
        "the sheet '2031' is read; the other sheets are not: 'Cover', '2030' (--sheet chooses one)"
    ]
    old = table_in(io.BytesIO(with_cover), "q.xlsx", Reading(sheet="2030"))
    assert told(old) == [("The pier stays open.", "Vega")]


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(with_cover):
    with pytest.raises(BadValue, match=r"has no sheet '2029' \(its sheets: 'Cover', '2031', '2030'\)"):
        table_in(io.BytesIO(with_cover), "q.xlsx", Reading(sheet="2029"))
    with pytest.raises(BadValue, match="sheet 'Cover'\" is no table of quotes: no column is called text"):
        table_in(io.BytesIO(with_cover), "q.xlsx", Reading(sheet="Cover"))


def test_a_row_number_beyond_any_spreadsheet_is_refused(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 50)
    book = openpyxl.Workbook()
    book.active.append(["text"])
    book.active.cell(row=2_000, column=1, value=VEGA)
    raw = io.BytesIO()
    book.save(raw)
    with pytest.raises(BadValue, match="more than 50 rows"):
        read(raw.getvalue(), "quotes.xlsx")


def test_a_damaged_workbook_is_refused():
    raw = workbook(["text"], ["A"])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<worksheet" if "sheet1" in name else old.read(name))
    assert "is no table of quotes: it is no workbook (unclosed token" in refused(out.getvalue())


def test_lines_let_go_of_a_stream_that_was_closed_before_them():
    stream = io.BytesIO(b"text\nThe pier stays shut.\n")
    found = lines.Lines(stream)
    assert next(found) == "text\n"
    stream.close()
    found.close()


def test_a_row_without_a_speaker_is_read_alike_in_each_format():
    rows = [["text", "speaker"], ["The pier stays shut.", None], [None, "Vega"], [None, None], ["A", "Vega"]]
    lines = [[cell or "" for cell in row] for row in rows]
    objects = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    tables = [
        read("\n".join(map(",".join, lines)).encode()),
        read("\n".join(map(json.dumps, objects)).encode(), "q.jsonl"),
        read(workbook(*rows), "q.xlsx"),
    ]
    for table in tables:
        quote, failed, last = told(table)
        assert (quote, last) == (("The pier stays shut.",), ("A", "Vega"))
        assert failed.endswith(": no text")
