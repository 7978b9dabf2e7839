from tui.state.rows import KEPT, PAGE, Column, HeldRows, PagedRows, Row, widths


def row(number: int) -> Row:
    return Row((str(number),))


def test_growing_columns_share_what_is_left():
    columns = (Column("Date", 10), Column("Words", 5, grows=True), Column("Source", 5, grows=True))
    assert widths(columns, 42) == [10, 15, 15]


def test_a_narrow_list_leaves_a_column_out():
    columns = (Column("Words", 5, grows=True), Column("Source", 10, gone_below=76))
    assert widths(columns, 75) == [75, 0]
    assert widths(columns, 76) == [65, 10]


def test_rows_are_asked_for_by_the_page_and_once():
    rows = PagedRows[int](range(1000), row)
    assert rows.missing(60, 70) == [0, 1]
    assert rows.missing(62, 120) == []
    rows.put(0, range(PAGE))
    assert rows.at(5) == Row(("5",))
    assert rows.at(PAGE) is None


def test_nothing_is_asked_for_past_the_end():
    assert PagedRows[int](range(3), row).missing(0, 40) == [0]
    assert PagedRows[int]([], row).missing(0, 40) == []


def test_pages_out_of_sight_are_let_go():
    rows = PagedRows[int](range(PAGE * (KEPT + 2)), row)
    for page in range(KEPT + 1):
        rows.put(page, range(PAGE))
    assert rows.at(0) is None
    assert rows.missing(0, 0) == [0]


def test_a_row_is_made_once_and_anew_when_its_page_comes_again():
    made = []
    rows = PagedRows[int](range(3), lambda number: made.append(number) or row(number))
    rows.put(0, [7, 8, 9])
    assert [rows.at(0), rows.at(0)] == [Row(("7",))] * 2
    assert made == [7]
    rows.put(0, [1, 2, 3])
    assert rows.at(0) == Row(("1",))


def test_a_page_that_came_back_short_has_no_further_rows():
    rows = PagedRows[int](range(10), row)
    rows.put(0, [1, 2])
    assert rows.at(1) == Row(("2",))
    assert rows.at(9) is None


def test_rows_that_are_held_are_never_missing():
    rows = HeldRows([7], row)
    assert (len(rows), rows.at(0), rows.missing(0, 9)) == (1, Row(("7",)), [])
