"""Workbooks that unpack to far more than they are."""

import io
import zipfile

import openpyxl
import pytest

from claims.errors import BadValue
from sources.tables import packed, table_in

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
ROWS = (["text", "speaker"], ["The pier stays shut.", "Vega"])

TYPES = "[Content_Types].xml"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
SHARED = ('<Override PartName="/xl/sharedStrings.xml" ContentType="' + TYPE + '"/></Types>').encode()


def workbook(changed):
    """Args: changed: from a part's XML to another, by name; there are no shared strings without."""
    book, raw, out = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == TYPES and STRINGS in changed:
                content = content.replace(b"</Types>", SHARED)
            new.writestr(name, changed[name](content) if name in changed else content)
        if STRINGS in changed:
            new.writestr(STRINGS, changed[STRINGS](strings(b"<si><t>pier</t></si>")))
    return out.getvalue()


def strings(inside):
    return b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + inside + b"</sst>"


def refused(raw):
    with pytest.raises(BadValue) as caught:
        list(table_in(io.BytesIO(raw), "q.xlsx"))
    return str(caught.value).removeprefix("'q.xlsx' is no table of quotes: ")


def cell(words):
    inline = b'<row r="3"><c r="A3" t="inlineStr"><is><t>' + words + b"</t></is></c></row></sheetData>"
    return lambda xml: xml.replace(b"</sheetData>", inline)


def test_what_is_within_bounds_is_read():
    rows = list(table_in(io.BytesIO(workbook({SHEET: cell(b"a" * 100_000)})), "q.xlsx"))
    assert [len(one.row.text) for one in rows] == [20, 100_000]


def test_a_small_file_of_a_huge_cell_is_refused_before_it_is_unpacked():
    raw = workbook({SHEET: cell(b"a" * 70_000_000)})
    assert len(raw) < 100_000
    assert "times its size, which no workbook does" in refused(raw)


def test_the_sum_of_all_parts_is_bounded(monkeypatch):
    monkeypatch.setattr(packed, "_MOST_BYTES", 100)
    assert "over the limit of 100" in refused(workbook({}))


@pytest.mark.parametrize("part", [SHEET, STRINGS])
def test_one_row_or_shared_text_is_bounded(monkeypatch, part):
    monkeypatch.setattr(packed, "_ROW_BYTES", 50_000)
    shared = lambda xml: xml.replace(b"<si>", b"<si><t>" + b"a" * 100_000 + b"</t></si><si>", 1)  # noqa: E731
    raw = workbook({part: cell(b"a" * 100_000) if part == SHEET else shared})
    assert refused(raw) == "one row or cell has more than 50,000 bytes"


def test_cells_of_one_row_are_bounded(monkeypatch):
    monkeypatch.setattr(packed, "_ROW_ELEMENTS", 1_000)
    cells = b'<row r="3">' + b"<c/>" * 1_001 + b"</row></sheetData>"
    raw = workbook({SHEET: lambda xml: xml.replace(b"</sheetData>", cells)})
    assert refused(raw) == "one row has more than 1,000 parts"


@pytest.mark.parametrize(
    ("part", "before", "many", "why"),
    [
        (SHEET, b"</sheetData>", b'<row r="1"/>', "it has more than 50 rows, which no spreadsheet has"),
        (STRINGS, b"</sst>", b"<si/>", "it has more than 50 shared texts, which no spreadsheet has"),
    ],
)
def test_rows_and_shared_texts_are_counted_though_they_hold_nothing(monkeypatch, part, before, many, why):
    monkeypatch.setattr(packed, "_MOST", {"row": 50, "si": 50})
    assert refused(workbook({part: lambda xml: xml.replace(before, many * 60 + before)})) == why


def test_parts_that_are_read_as_a_whole_are_bounded(monkeypatch):
    monkeypatch.setattr(packed, "_WHOLE", 50_000)
    raw = workbook({"xl/styles.xml": lambda xml: xml + b" " * 60_000})
    assert refused(raw) == "its part 'xl/styles.xml' has more than 50,000 bytes"


def test_entities_are_refused():
    raw = workbook({STRINGS: lambda xml: b'<!DOCTYPE sst [<!ENTITY a "aaaa">]>' + xml[xml.index(b"<sst") :]})
    assert refused(raw) == "it declares entities, which no spreadsheet does"


def test_a_list_of_parts_that_says_too_little_gives_no_more_than_it_says():
    raw = bytearray(workbook({SHEET: cell(b"a" * 100_000)}))
    with zipfile.ZipFile(io.BytesIO(raw)) as made:
        size = made.getinfo(SHEET).file_size
    at = raw.rindex(size.to_bytes(4, "little"))
    raw[at : at + 4] = (500).to_bytes(4, "little")
    assert refused(bytes(raw)).startswith("it is no workbook (")
