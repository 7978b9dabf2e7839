from textual.app import App, ComposeResult

from claims.model import Span
from tui.widgets.document_text import DocumentText

TEXT = "Rain fell.\n\n" + "The ferry stays at its berth today. " * 30 + "\n\n“Tolls stay,” she said.\n\nEnd."
QUOTE = Span(TEXT.index("Tolls"), TEXT.index(",”"))


class TextApp(App[None]):
    def __init__(self, text: str = TEXT, shown: tuple[Span, ...] = (QUOTE,)) -> None:
        super().__init__()
        self.shown = (text, shown)
        self.selected: list[Span] = []
        self.opened: list[int] = []

    def compose(self) -> ComposeResult:
        yield DocumentText()

    def on_mount(self) -> None:
        text = self.query_one(DocumentText)
        text.show(*self.shown, [])
        text.focus()

    def on_document_text_selected(self, event: DocumentText.Selected) -> None:
        self.selected.append(event.span)

    def on_document_text_opened(self, event: DocumentText.Opened) -> None:
        self.opened.append(event.place)

    def lines(self) -> list[str]:
        text = self.query_one(DocumentText)
        return [text.render_line(y).text.rstrip() for y in range(text.size.height)]


async def test_it_opens_at_the_passage_with_a_bar_beside_it():
    app = TextApp()
    async with app.run_test(size=(50, 9)) as pilot:
        await pilot.pause()
        assert "▌ “Tolls stay,” she said." in app.lines()


async def test_words_are_selected_by_keys_and_given_whole():
    app = TextApp()
    async with app.run_test(size=(50, 9)) as pilot:
        await pilot.press("v", "l", "enter")
        assert [span.of(TEXT) for span in app.selected] == ["Tolls stay"]
        app.query_one(DocumentText).drop_selection()
        await pilot.press("h", "enter")
        assert app.opened == [QUOTE.start]


async def test_the_cursor_walks_past_empty_lines():
    app = TextApp()
    async with app.run_test(size=(50, 9)) as pilot:
        await pilot.press("j")
        assert app.query_one(DocumentText).reading.word.of(TEXT) == "End"
        await pilot.press("home", "j")
        assert app.query_one(DocumentText).reading.word.of(TEXT) == "The"


async def test_hidden_characters_are_visible_and_places_still_hold():
    text = "\u202eab\x1b[2J [/] [sic]\x9b31m “Tolls stay,” she said."
    span = Span(text.index("Tolls"), text.index(",”"))
    app = TextApp(text, (span,))
    async with app.run_test(size=(50, 5)) as pilot:
        await pilot.pause()
        assert app.lines()[0] == "▌ ⇄ab␛[2J [/] [sic]␦31m “Tolls stay,” she said."
        await pilot.press("v", "l", "enter")
        assert app.selected[0].of(text) == "Tolls stay"


async def test_an_empty_document_is_shown():
    app = TextApp("", ())
    async with app.run_test(size=(50, 5)) as pilot:
        await pilot.press("j", "G", "home", "l")
        assert app.lines()[0] == ""
