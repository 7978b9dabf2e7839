"""A figure's history as a spreadsheet."""

from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook

from claims.exports.series_sheet import sheet
from claims.model import PartialDate
from claims.series.values import Change


def series_of(ledger, make_material, text, **given):
    (added,) = ledger.add([make_material(text, **given)], extractor="rules")
    assert added.status == "stored"
    return ledger.figures("arrests")


def rows(series):
    page = load_workbook(BytesIO(sheet(series)))["Figures"]
    heading, *found = page.iter_rows()
    return [dict(zip([cell.value for cell in heading], row, strict=True)) for row in found]


def test_a_row_has_numbers_as_numbers_and_says_where_it_stands(ledger, make_material):
    series = series_of(
        ledger, make_material, "Police made 1,120 arrests in Stroud.\n", date=PartialDate.parse("2031-03")
    )
    (one,) = rows(series)
    told = {name: cell.value for name, cell in one.items()}
    assert (told["Date"], told["Date is"], told["Figure"], told["Value"]) == (
        "2031-03",
        "published",
        "1,120",
        1120,
    )
    assert (told["Place"], told["Start"], told["End"]) == ("Stroud", 12, 17)
    assert told["Claim"] == series.rows[0].claim.id
    assert (told["Change"], told["Change %"]) == (None, None)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_text_is_a_formula(ledger, make_material, sign):
    text = f"{sign}HYPERLINK(1) Police made 120 arrests in Stroud.\n"
    for one in rows(series_of(ledger, make_material, text, source=f"{sign}cmd")):
        assert {cell.data_type for cell in one.values() if isinstance(cell.value, str)} == {"s"}
        assert one["Source"].value == f"{sign}cmd"


def test_what_no_xml_may_hold_is_shown_as_a_sign(ledger, make_material):
    (one,) = rows(series_of(ledger, make_material, "Police \x1b[2J\uffff made 120 arrests in Stroud.\n"))
    assert one["Sentence"].value == "Police ␛[2J\N{REPLACEMENT CHARACTER} made 120 arrests in Stroud."


def test_numbers_that_a_cell_would_round_are_text(ledger, make_material):
    series = series_of(ledger, make_material, "Police made 120 arrests in Stroud.\n")
    big = replace(series.rows[0], change=Change(Fraction(10**20 + 1), Fraction(1, 3), "c", False))
    (one,) = rows(replace(series, rows=(big,)))
    assert one["Change"].value == "100000000000000000001"
    assert one["Change %"].value == 0.3333333333
