"""CSV with stray quotation marks."""

import io

import pytest

from claims.errors import InputError
from sources.tables import records, table_in

VEGA = "We will not ask the fishing families to pay for this pier."


def told(raw):
    return [
        f"{one.location}: {one.why}" if isinstance(one, InputError) else tuple(filter(None, one.row))
        for one in table_in(io.BytesIO(raw.encode()), "quotes.csv")
    ]


def test_a_mark_that_is_never_closed_costs_its_own_line():
    raw = f'text,speaker\n"We will,Vega\nSecond,Vega\n"Third",Vega\n{VEGA},Vega\n'
    assert told(raw) == [
        "quotes.csv row 2: no CSV (line 2: ',' expected after '\"')",
        ("Second", "Vega"),
        ("Third", "Vega"),
        (VEGA, "Vega"),
    ]


@pytest.mark.parametrize("many", [3, 5_000])
def test_a_mark_that_is_never_closed_does_not_swallow_the_rest_of_the_file(many):
    raw = 'text,speaker\n"We will,Vega\n' + "".join(f"Pier {n} is shut,Vega\n" for n in range(many))
    assert told(raw) == [
        "quotes.csv row 2: no CSV (line 2: its quotation mark is never closed)",
        *((f"Pier {n} is shut", "Vega") for n in range(many)),
    ]


def test_one_in_the_last_line_costs_that_line():
    assert told(f'text\n{VEGA}\n"We will\n') == [
        (VEGA,),
        "quotes.csv row 3: no CSV (line 3: its quotation mark is never closed)",
    ]


def test_prose_behind_a_stray_mark_is_not_taken_for_rows():
    raw = f'text,speaker\n"We will ""not, ever\nask, she said\nanybody to pay\nand "that" is all",Vega\n{VEGA},Vega\n'
    assert told(raw) == [
        "quotes.csv row 2: no CSV (lines 2 to 5: ',' expected after '\"')",
        (VEGA, "Vega"),
    ]


def test_a_cell_of_many_lines_is_one_cell():
    speech = "\n".join(f"We lost {n} boats, and we will build {n} more." for n in range(2_000))
    assert told(f'text,speaker,date\n"{speech}",Vega,2031\n{VEGA},Vega,2031\n') == [
        (speech, "Vega", "2031"),
        (VEGA, "Vega", "2031"),
    ]


def test_rows_after_one_bad_row_keep_what_they_lack():
    full = "".join(f"Pier {n} is shut,Vega,2031\n" for n in range(20))
    found = told(f'text,speaker,date\n"We will,Vega,2031\nNo date here,Vega\n{full}Short,Vega\n')
    assert found[0] == "quotes.csv row 2: no CSV (lines 2 to 3: its quotation mark is never closed)"
    assert (found[1], len(found), found[-1]) == (("Pier 0 is shut", "Vega", "2031"), 22, ("Short", "Vega"))


def test_many_stray_marks_cost_time_in_step(in_step):
    def rows(many):
        block = '"We will,Vega\n' + "".join(f'Pier "{n}" is ""shut"",Vega\n' for n in range(400))
        return lambda: told("text,speaker\n" + block * many)

    assert in_step(rows(10), rows(80), 8)


def test_a_header_with_a_stray_mark_is_refused():
    with pytest.raises(Exception, match="no column is called text or quote"):
        told('"text,speaker\nA,Vega\n')


def test_the_look_does_not_depend_on_where_it_falls(monkeypatch):
    raw = 'text,speaker\n"We will,Vega\n' + "".join(f"Pier {n} is shut,Vega\n" for n in range(50))
    whole = told(raw)
    monkeypatch.setattr(records, "_LOOK", 3)
    assert told(raw) == whole
