"""One statement in its document: the passage highlighted, and where it comes from.

Without a statement, the document alone. Passages are selected by keys and
recorded as quotes; what the machine got wrong is corrected here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from claims.model import Claim, Document, Judgement, Quote, Span
from claims.views import ReviewItem
from tui import keys
from tui.safe import line
from tui.screens.base import RecordScreen
from tui.screens.dialogs import Ask, Message
from tui.screens.form import Correct
from tui.state.cases import case_of_finding
from tui.state.origin import card
from tui.state.page import Page, page_of
from tui.state.sides import speaker_of
from tui.state.words import QUOTED, counted, date_words
from tui.widgets.card import Card
from tui.widgets.document_text import DocumentText


class Statement(RecordScreen):
    """Args: wanted: the id of a quote, a claim or a document; place: what to show of a document."""

    HEADING = "Statement"
    FOOTER = ("next.quote", "edit", "range", "note", "tag", "why", "undo", "help")
    FOOTER_WORDS = {"range": "select words", "why": "what fits?"}  # noqa: RUF012
    SCOPES = ("text", "statement")
    BINDINGS = keys.bindings("statement")  # type: ignore[assignment]  # Textual's type is wider
    AUTO_FOCUS = "DocumentText"

    def __init__(self, wanted: str, place: Sequence[Span] = ()) -> None:
        super().__init__()
        self._place = tuple(place)
        self._wanted = wanted
        self.page: Page | None = None

    def body(self) -> Iterable[Widget]:
        yield Static(id="about", markup=False)
        with Horizontal(id="pane"):
            yield DocumentText()
            yield Card()

    def load(self) -> None:
        wanted = self._wanted
        self.ask(lambda: page_of(self.ledger, wanted), self._show, group="page")

    def _show(self, page: Page) -> None:
        self.page = page
        others = [span for quote in page.quotes for span in quote.spans if quote.id != self._wanted]
        self.query_one(DocumentText).show(page.document.text, page.spans or self._place, others)
        self.query_one(Card).show(card(page.shown, page.versions))
        self.query_one("#about", Static).update(_heading(page))

    def leave(self) -> bool:
        text = self.query_one(DocumentText)
        if text.drop_selection():
            return True
        if self.has_class("zoomed"):
            self.action_zoom()
            return True
        return False

    def taken_back(self, judgements: Sequence[Judgement]) -> None:
        """A passage recorded here may be gone again: then show its document."""
        if self.page and (self.page.document.id,) in [one.subjects for one in judgements]:
            self._wanted = self.page.document.id

    # Reading.

    def action_quote(self, step: int) -> None:
        """Show the next or previous quote of the document, from the cursor on."""
        if not self.page or not self.page.quotes:
            self.app.remark("No quote was found in this document.")
            return
        here = self.query_one(DocumentText).reading.word.start
        quotes = sorted(self.page.quotes, key=lambda quote: quote.whole)
        after = [quote for quote in quotes if quote.whole.start > here]
        before = [quote for quote in quotes if quote.whole.end <= here]
        chosen = (after[0] if after else quotes[0]) if step > 0 else (before[-1] if before else quotes[-1])
        self._go(chosen.id)

    def _go(self, wanted: str) -> None:
        self.app.moved_on()
        self._wanted = wanted
        self.load()

    def on_document_text_opened(self, event: DocumentText.Opened) -> None:
        for quote in self.page.quotes if self.page else ():
            if quote.whole.start <= event.place < quote.whole.end:
                self._go(quote.id)
                return
        self.app.remark("No quote stands here. Press v to select words, then enter to record them.")

    def on_document_text_selecting(self, event: DocumentText.Selecting) -> None:
        """Say in words what is selected: colour alone does not."""
        if event.span:
            words = event.span.of(self.page.document.text) if self.page else ""
            keys_ = Content("enter records   esc gives up").stylize("$text-muted")
            about = Content("   ").join([Content("selected:").stylize("bold"), line(_ends(words)), keys_])
            self.query_one("#about", Static).update(about)
        elif self.page:
            self.query_one("#about", Static).update(_heading(self.page))

    def action_zoom(self) -> None:
        self.toggle_class("zoomed")

    # What it is compared with.

    def action_why(self) -> None:
        findings = self.page.shown.findings if self.page else ()
        self._decide([case_of_finding(each) for each in findings], "Nothing was found about this one.")

    def action_versions(self) -> None:
        if self.page and self.page.versions:
            self.app.compare([[self.page.value.id, *(other.value.id for other in self.page.versions)]])
        elif self.page:
            self.app.remark("No other version of it is on record.")

    def _decide(self, cases: list[ReviewItem], empty: str) -> None:
        if cases:
            self.app.decide(cases)
        else:
            self.app.remark(empty)

    # Deciding.

    def action_edit(self) -> None:
        if self.page:
            selection = self.query_one(DocumentText).reading.selection
            self.app.push_screen(Correct(self.page.value, selection))

    def action_note(self) -> None:
        if self.page:
            self.note_on(self.page.value.id, self.page.words)

    def action_tag(self) -> None:
        if self.page:
            self.tag_on(self.page.value.id, self.page.words, self.page.shown.tags)

    def action_copy(self) -> None:
        if self.page:
            self.offer_copy(self.page.shown)

    def action_flag(self) -> None:
        if self.page:
            self.flag_on(self.page.value.id, self.page.shown.tags)

    def on_document_text_selected(self, event: DocumentText.Selected) -> None:
        if self.page is None:
            return
        document, span = self.page.document, event.span
        if any(quote.spans == (span,) for quote in self.page.quotes):
            self.app.push_screen(Message("On record already", "These very words are a quote of the record."))
            return
        names = sorted({q.attribution.name for q in self.page.quotes if q.attribution})

        def record(speaker: str | None) -> None:
            if speaker is not None:
                self._record(document, span, speaker)

        self.app.push_screen(
            Ask(
                "Who says it?",
                about=span.of(document.text)[:400],
                hint="full name as the document gives it; empty: nobody is named",
                known=names,
            ),
            record,
        )

    def _record(self, document: Document, span: Span, speaker: str) -> None:
        def record() -> str:
            self.ledger.record(document.id, span.start, span.end, speaker=speaker)
            made = (quote for quote in self.ledger.show(document.id).quotes if quote.spans == (span,))
            return next((quote.id for quote in made), document.id)

        def recorded(quote: str) -> None:
            self.query_one(DocumentText).drop_selection()
            self._wanted = quote
            self.app.say("Recorded. u takes it back.")

        self.app.save(record, recorded)


def _ends(words: str) -> str:
    """The beginning and the end of a selection."""
    return words if len(words) <= 60 else f"{words[:28]} … {words[-28:]}"


def _heading(page: Page) -> Content:
    """Who, and the source with its date; a document alone has its title."""
    value, document = page.shown.value, page.document
    source = document.source.name if document.source else document.location
    where = f"{source}, {date_words(document.published)}"
    if isinstance(value, Quote | Claim):
        who = speaker_of(value)
        nth = _number(page, value)
        if isinstance(value, Quote):
            who = f"{who} ({QUOTED[value.kind]})"
        return Content("   ").join([line(who, "bold"), line(where, "$text-muted"), line(nth, "$text-muted")])
    title = document.title or document.location
    count = counted(len(page.quotes), "quote") if page.quotes else "no quotes"
    return Content("   ").join([line(title, "bold"), line(where, "$text-muted"), line(count, "$text-muted")])


def _number(page: Page, value: Quote | Claim) -> str:
    ids = [quote.id for quote in sorted(page.quotes, key=lambda quote: quote.whole)]
    return f"quote {ids.index(value.id) + 1} of {len(ids)}" if value.id in ids else ""
