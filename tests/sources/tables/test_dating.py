"""Dates of a table that can be read two ways."""

import io
from datetime import datetime

import openpyxl
import pytest

from claims.errors import InputError
from sources.tables import Reading, table_in

OPEN = (
    "2 dates can be read two ways (the first is '03/04/2031' in quotes.csv row 2) and are kept as being "
    "between the two; to tell which, take this import back (`onrecord import --undo`) and import it again with "
    "--day-first or --month-first"
)


def read(dates, order=""):
    """The dates as they are understood, and what is told of them."""
    raw = "text,date\n" + "".join(f"Pier {n} is shut,{written}\n" for n, written in enumerate(dates))
    return dated(table_in(io.BytesIO(raw.encode()), "quotes.csv", Reading(order=order)))


def dated(table):
    found = [one.why if isinstance(one, InputError) else str(one.published) for one in table]
    return found, table.told()


def test_a_date_that_can_be_two_days_is_kept_as_between_them():
    assert read(["03/04/2031", "05-06-2031"]) == (
        ["2031-03-04/2031-04-03", "2031-05-06/2031-06-05"],
        [OPEN],
    )


@pytest.mark.parametrize(
    ("order", "days"),
    [("day-first", ["2031-04-03", "2031-04-13"]), ("month-first", ["2031-03-04", "2031-04-13"])],
)
def test_a_person_says_what_comes_first(order, days):
    assert read(["03/04/2031", "13/04/2031"], order) == (days, [])


def test_another_date_of_the_column_settles_all_wherever_it_stands():
    assert read(["03/04/2031", "2031-01-01", "04/13/2031 10:30"]) == (
        ["2031-03-04", "2031-01-01", "2031-04-13"],
        ["dates are read with the month first, as '04/13/2031 10:30' must be"],
    )
    assert read(["13/04/2031", "03/04/2031"])[0] == ["2031-04-13", "2031-04-03"]


def test_dates_that_contradict_each_other_settle_nothing():
    assert read(["13/04/2031", "04/13/2031", "03/04/2031"])[0] == [
        "2031-04-13",
        "2031-04-13",
        "2031-03-04/2031-04-03",
    ]


def test_what_reads_one_way_needs_no_order():
    assert read(["03/03/2031", "3.4.2031", "4 March 2031", "31/31/2031"]) == (
        [
            "2031-03-03",
            "2031-04-03",
            "2031-03-04",
            "'31/31/2031' is no date: write YYYY-MM-DD, YYYY-MM or YYYY",
        ],
        [],
    )


def test_json_lines_and_sheets_are_looked_through_as_well():
    lines = b'{"text": "A", "date": "03/04/2031"}\n{\n{"text": "B", "date": "13/04/2031"}\n'
    assert dated(table_in(io.BytesIO(lines), "q.jsonl"))[0] == ["2031-04-03", "no JSON", "2031-04-13"]
    book, raw = openpyxl.Workbook(), io.BytesIO()
    for row in (["text", "date"], ["A", "03/04/2031"], ["B", datetime(2031, 3, 4)], ["C", "13/04/2031"]):
        book.active.append(row)
    book.save(raw)
    assert dated(table_in(raw, "q.xlsx"))[0] == ["2031-04-03", "2031-03-04", "2031-04-13"]


def test_the_kept_bytes_say_how_the_date_is_read():
    from claims.readymade.row import row_of
    from sources.ready_made import date_of

    raw = b"text,date\nA,03/04/2031\nB,13/04/2031\n"
    first, second = (one.row for one in table_in(io.BytesIO(raw), "quotes.csv"))
    assert (first.raw, second.raw) == (
        b'{"asserted":"quote","text":"A","date":"03/04/2031","order":"day-first"}',
        b'{"asserted":"quote","text":"B","date":"13/04/2031"}',
    )
    kept = row_of(first.raw)
    assert (kept, str(date_of(kept.date, kept.order))) == (first, "2031-04-03")
