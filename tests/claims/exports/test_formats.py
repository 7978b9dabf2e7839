"""What the exporters write can be read back, and runs nothing where it is opened."""

import csv
import io
import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.exports.jsonl import JsonLines
from claims.exports.markdown import Markdown, escaped
from claims.exports.table import Csv
from claims.ports import ExportRow, Passage

QUOTE = ExportRow(
    kind="quote",
    id="0123456789abcdef0123",
    text="They have lost enough.",
    speaker="Marisol Vega",
    role="mayor",
    source="Harlow Bay Herald",
    date="2031-03-03",
    date_is="published",
    location="herald.txt",
    url="https://herald.example/pier",
    document="fedcba9876543210fedc",
    start=120,
    end=142,
    fields={"type": "direct", "organization": "", "title": "Harbor board backs new pier"},
)


def written(exporter, *rows):
    out = io.StringIO(newline="")
    assert exporter.write(rows, out) == len(rows)
    return out.getvalue()


def cells(exporter, *rows):
    return list(csv.DictReader(io.StringIO(written(exporter, *rows), newline="")))


def test_csv_has_a_header_and_reads_back():
    (read,) = cells(Csv(), QUOTE)
    assert read["text"] == "They have lost enough."
    assert (read["start"], read["end"], read["type"]) == ("120", "142", "direct")
    assert read["value"] == ""


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_cell_that_would_run_as_a_formula_gets_an_apostrophe(sign):
    exporter = Csv()
    (read,) = cells(exporter, replace(QUOTE, text=f"{sign}1+1"))
    assert read["text"][:1] == "'"
    assert exporter.guarded == 1


def test_a_negative_number_stays_a_number():
    exporter = Csv()
    (read,) = cells(exporter, replace(QUOTE, fields={"value": "-12.50", "low": "-12.50"}))
    assert (read["value"], exporter.guarded) == ("-12.50", 0)


def test_raw_csv_is_exact():
    exporter = Csv()
    exporter.raw = True
    (read,) = cells(exporter, replace(QUOTE, text="=1+1\x1b"))
    assert read["text"] == "=1+1\x1b"


def test_no_escape_sequence_reaches_a_csv_or_markdown_file():
    hostile = replace(QUOTE, text="\x1b]0;x\x07 \x9b2J \u202e", speaker="\x1b[31m")
    for exporter in (Csv(), Markdown(), JsonLines()):
        assert not set(written(exporter, hostile)) & set("\x1b\x9b\x07\u202e")


def test_json_lines_say_exactly_what_the_row_says():
    stands = (Passage(120, 142, "They have lost enough.", "“", "\u2028"),)
    row = replace(QUOTE, text="\x1b[0m “Größe”\u2028\u202e\nline", passages=stands)
    (line,) = written(JsonLines(), row).splitlines()
    plain = asdict(row)
    fields = plain.pop("fields")
    assert json.loads(line) == {**plain, **fields, "passages": [asdict(passage) for passage in row.passages]}


def test_markdown_names_speaker_source_date_and_place():
    assert written(Markdown(), QUOTE) == (
        "> “They have lost enough.”\n>\n"
        "> Marisol Vega, mayor. Harlow Bay Herald, 2031-03-03 (published).\n"
        "> [https://herald.example/pier](<https://herald.example/pier>), characters 120 to 142, "
        "quote 0123456789abcdef0123\n"
    )


def test_what_nobody_is_known_to_publish_is_called_by_its_title():
    told = written(Markdown(), replace(QUOTE, source="", date=""))
    assert "\n> Marisol Vega, mayor. “Harbor board backs new pier”, undated.\n" in told


def test_a_role_that_ends_with_a_full_stop_gets_no_second():
    assert "\n> Marisol Vega, Sen. Harlow Bay Herald," in written(Markdown(), replace(QUOTE, role="Sen."))


def test_markdown_puts_marks_around_direct_words_only():
    told = {"type": "direct", "spans": "120:129,135:141", "organization": "Harlow Bay"}
    direct = written(Markdown(), replace(QUOTE, text="They have enough", fields=told))
    assert direct.startswith("> “They have” … “enough”\n>\n> Marisol Vega, mayor, Harlow Bay.")
    indirect = written(Markdown(), replace(QUOTE, text="they lost enough", fields={"type": "indirect"}))
    assert indirect.startswith("> paraphrase: they lost enough\n")
    mixed = written(Markdown(), replace(QUOTE, text="they “lost” enough", fields={"type": "mixed"}))
    assert mixed.startswith("> they “lost” enough\n")


def test_words_that_look_like_markdown_stay_words():
    assert escaped("# [sic] *all* <b> $5 to $6") == r"\# \[sic\] \*all\* \<b\> \$5 to \$6"
    assert escaped("12. of March") == r"12\. of March"
    assert escaped("- no") == r"\- no"
    assert escaped("3 boats, 4.5 tons") == "3 boats, 4.5 tons"


def test_an_address_that_is_no_page_becomes_no_link():
    row = replace(QUOTE, url="javascript:alert(1)")
    assert "](" not in written(Markdown(), row)


def test_an_address_cannot_leave_its_link():
    row = replace(QUOTE, url="https://herald.example/>) [x](y)\n# z")
    (line,) = [line for line in written(Markdown(), row).splitlines() if "herald.example" in line]
    assert line.count("](") == line.count("\\](") + 1
    assert "](<https://herald.example/%3E)%20%5Bx%5D(y)%0A#%20z>)" in line


@given(st.text())
def test_every_export_of_any_text_is_one_record(text):
    row = replace(QUOTE, text=text, speaker=text)
    assert len(cells(Csv(), row)) == 1
    assert len(written(JsonLines(), row).split("\n")) == 2
    assert all(line.startswith(">") for line in written(Markdown(), row).rstrip("\n").split("\n"))
