"""Tables of saved pages: as text a row a line, and each figure below its heading."""

from collections.abc import Callable

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Claim, Document, PartialDate
from claims.ports import Material
from sources.html import Html

InStep = Callable[[Callable[[], object], Callable[[], object], int], bool]

NOW = PartialDate.parse("2031-01-01", evidence="clock")
STORY = (
    "<p>HARLOW BAY (Coastal Wire) -- The sea wall broke on Saturday, the Port Authority of Harlow Bay said.</p>"
    "<p>“We were ready because people knocked on their neighbors’ doors,” Mayor Marisol Vega said.</p>"
    "<p>The county offices gave the figures on Sunday, and they will be checked again, the authority said.</p>"
)


def read(table: str) -> Document:
    page = f"<!DOCTYPE html><html><body><article><h1>Storm breaks the wall</h1>{STORY}{table}</article></body></html>"
    found = next(iter(Html().read(Material(page.encode(), "page.html", NOW))))
    assert isinstance(found, Document)
    return found


def rows(table: str) -> list[str]:
    return [line for line in read(table).text.split("\n") if line.startswith("|")]


def claims(table: str) -> list[Claim]:
    return [
        claim for claim in extract(read(table), Rules()).claims if "|" in claim.sentence.of(read(table).text)
    ]


def cells(*lines: str) -> str:
    """A table: cells of a line apart by "|", headings in the first."""
    made = [
        [f"<{'td' if at else 'th'}>{cell.strip()}</{'td' if at else 'th'}>" for cell in line.split("|")]
        for at, line in enumerate(lines)
    ]
    return f"<table>{''.join(f'<tr>{chr(10).join(row)}</tr>' for row in made)}</table>"


def test_a_figure_in_a_cell_counts_what_its_headings_say() -> None:
    table = cells("County | Arrests | Seizures", "Halden | 12 | 3", "Total | 12 | 3")
    assert rows(table) == [
        "| County | Arrests | Seizures |",
        "|---|---|---|",
        "| Halden | 12 | 3 |",
        "| Total | 12 | 3 |",
    ]
    assert [(c.text, c.counted, c.place) for c in claims(table)] == [
        ("12", "Arrests", "Halden"),
        ("3", "Seizures", "Halden"),
        ("12", "Arrests", ""),
        ("3", "Seizures", ""),
    ]


def test_a_span_is_the_cell_in_the_documents_own_text() -> None:
    document = read(cells("Port | Cost ($ million)", "Halden | 3.5", "Ostrow | 12"))
    found = [claim for claim in extract(document, Rules()).claims if claim.unit == "USD"]
    assert [document.text[claim.span.start - 2 : claim.span.end + 2] for claim in found] == [
        "| 3.5 |",
        "| 12 |",
    ]
    assert [claim.sentence.of(document.text) for claim in found] == ["| Halden | 3.5 |", "| Ostrow | 12 |"]


def test_footnote_marks_do_not_run_into_figures() -> None:
    table = cells(
        "Port | Boats<sup>1</sup> | Area (km<sup>2</sup>)",
        'Halden | 12<sup><a href="#n">[2]</a></sup> | 3<sup>a</sup>',
        "Ostrow | 4 | 5<sup>*</sup>",
    )
    assert rows(table)[2:] == ["| Halden | 12 [2] | 3 [a] |", "| Ostrow | 4 | 5 [*] |"]
    assert [(c.text, c.counted, c.unit) for c in claims(table)] == [
        ("12", "Boats", ""),
        ("3", "Area", "square kilometer"),
        ("4", "Boats", ""),
        ("5", "Area", "square kilometer"),
    ]


def test_cells_that_span_rows_and_columns_keep_figures_below_their_headings() -> None:
    table = (
        "<table><thead><tr><th rowspan=2>County</th><th colspan=2>2023</th></tr>"
        "<tr><th>Arrests</th><th>Boats seized</th></tr></thead>"
        "<tbody><tr><th rowspan=2>Halden</th><td>12</td><td>3</td></tr><tr><td>5</td><td>1</td></tr>"
        "<tr><td>Total</td><td colspan=2>21</td></tr><tr><td colspan=3>Source: the counties</td></tr></tbody></table>"
    )
    assert rows(table) == [
        "| County | 2023 | < |",
        "| ^ | Arrests | Boats seized |",
        "|---|---|---|",
        "| Halden | 12 | 3 |",
        "| ^ | 5 | 1 |",
        "| Total | 21 | < |",
        "| Source: the counties | < | < |",
    ]
    assert [(c.text, c.counted, c.place, c.period) for c in claims(table)] == [
        ("12", "Arrests", "Halden", "2023"),
        ("3", "Boats seized", "Halden", "2023"),
        ("5", "Arrests", "Halden", "2023"),
        ("1", "Boats seized", "Halden", "2023"),
        ("21", "Arrests", "", "2023"),
    ]


def test_heading_cells_that_name_rows_make_no_line_of_headings() -> None:
    table = "<table><tr><th>Injured</th><td>46</td></tr><tr><th>Homes flooded</th><td>412</td></tr></table>"
    assert rows(table) == ["| Injured | 46 |", "| Homes flooded | 412 |"]
    assert [(c.text, c.counted) for c in claims(table)] == [("46", "Injured"), ("412", "Homes flooded")]


LAYOUTS = [
    "<table><tr><td><h2>Storm</h2></td><td colspan=2 rowspan=2>12 boats<sup>1</sup> sank</td></tr><tr><td>3</td></tr></table>",
    "<table><tr><td colspan=2>The storm sank 12 boats in the outer harbor, and the city will pay for the moorings of all.</td></tr><tr><td>3</td><td>The wall broke in three places, and forty families have not come back to their homes.</td></tr></table>",
    "<table><tr><td colspan=2>The storm sank 12 boats.</td></tr></table>",
    '<table role="presentation"><tr><td rowspan=2>Boats</td><td>12</td></tr><tr><td>13</td></tr></table>',
]


@pytest.mark.parametrize("table", LAYOUTS)
def test_a_page_laid_out_with_tables_gets_no_marks(table: str) -> None:
    text = read(table).text
    assert not any(mark in text for mark in ("| <", "| ^", "[1]"))


def test_a_page_without_tables_is_as_it_was() -> None:
    assert read(
        "<p>The storm sank 12 boats<sup>1</sup>, the Port Authority of Harlow Bay said on Sunday.</p>"
    ).text.endswith("The storm sank 12 boats1, the Port Authority of Harlow Bay said on Sunday.")


# -- hostile -----------------------------------------------------------------------------


def test_spans_that_no_table_can_have_are_taken_off() -> None:
    table = f"<table>{'<tr><td rowspan=9999 colspan=9999>12</td><td>3</td></tr>' * 100}</table>"
    assert set(rows(table)) == {"| 12 | 3 |"}


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>Halden</td><td>12</td><td>3</td></tr>",
        "<tr><td rowspan=3>Halden</td><td colspan=2>12</td></tr>",
        "<tr><td>Halden<sup>1</sup></td><td>12<sup>1</sup><sup>2</sup></td></tr>",
        "<tr><td>a</td><td><table><tr><td>b</td><td>12</td></tr></table></td></tr>",
    ],
)
def test_four_times_the_rows_take_some_four_times_as_long(row: str, in_step: InStep) -> None:
    def reading(count: int) -> Callable[[], object]:
        return lambda: read(f"<table><tr><th>Port</th><th>Boats</th><th>Nets</th></tr>{row * count}</table>")

    assert in_step(reading(100), reading(400), 4)
