from rich.cells import cell_len
from textual.app import App, ComposeResult

from tui.state.rows import PAGE, Column, PagedRows, Row
from tui.widgets.row_list import RowList, fitted


class ListApp(App[None]):
    """A list of a million numbers, of which only the pages asked for are made."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = PagedRows[int](range(1_000_000), lambda number: Row((f"row {number}",)))
        self.pages: list[int] = []
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield RowList((Column("Words", 10, grows=True),))

    def on_mount(self) -> None:
        self.query_one(RowList).show(self.rows)

    def on_row_list_wanted(self, event: RowList.Wanted) -> None:
        for page in event.pages:
            self.pages.append(page)
            self.rows.put(page, self.rows.keys_of(page))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.chosen.append(event.index)

    def text(self) -> list[str]:
        list_ = self.query_one(RowList)
        return [list_.render_line(y).text.rstrip() for y in range(list_.size.height)]


async def test_a_million_rows_open_and_end_with_two_pages_made():
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        assert app.text()[:3] == ["  Words", "▸ row 0", "  row 1"]
        await pilot.press("G")
        assert app.text()[-1] == "▸ row 999999"
        assert app.pages == [0, 999_999 // PAGE]
        await pilot.press("enter")
        assert app.chosen == [999_999]


async def test_keys_move_the_cursor_and_it_stays_in_sight():
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        list_ = app.query_one(RowList)
        await pilot.press("j", "j", "k", "pagedown")
        assert list_.cursor == 10
        assert "▸ row 10" in app.text()
        await pilot.press("home")
        assert app.text()[1] == "▸ row 0"


async def test_a_click_puts_the_cursor_and_a_second_one_opens():
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click(RowList, offset=(5, 3))
        assert (app.query_one(RowList).cursor, app.chosen) == (2, [])
        await pilot.click(RowList, offset=(5, 3))
        assert app.chosen == [2]


def test_a_cell_has_its_width_whatever_the_letters():
    assert fitted("ferry", 8) == "ferry   "
    assert fitted("ferry", 4) == "fer…"
    assert fitted("12", 4, right=True) == "  12"
    assert [cell_len(fitted("渡し船渡し船", width)) for width in (5, 6, 12)] == [5, 6, 12]


def test_a_line_of_a_megabyte_is_cut_before_it_is_looked_at():
    assert fitted("x" * 1_000_000, 10) == "xxxxxxxxx…"


def test_markup_and_controls_are_shown_as_they_stand():
    assert fitted("[/] [sic]\x1b]52;c\x07\n", 30).rstrip() == "[/] [sic]␛]52;c␇"
