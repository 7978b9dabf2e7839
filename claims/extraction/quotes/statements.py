"""Statements on record: direct, mixed and indirect quotes with their speakers.

The layers, each in a module of its own:
marks (what stands in quotation marks), phrases (sentences as words), tags (cue and
subject), clauses (what a tag governs), coreference (who a mention is), assembly
(candidates become statements), and here the page, paragraph by paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.extraction.page import Page
from claims.extraction.passages import is_run
from claims.extraction.quotes.announcements import heading
from claims.extraction.quotes.assembly import Context, ParagraphReading
from claims.extraction.quotes.candidate import Marked, Tagger
from claims.extraction.quotes.clauses import ByRule
from claims.extraction.quotes.datelines import after_dateline
from claims.extraction.quotes.draft import Statement
from claims.extraction.quotes.maker import Maker
from claims.extraction.quotes.nesting import outermost
from claims.extraction.quotes.phrases import read
from claims.extraction.quotes.pieces import Piece, Pieces
from claims.extraction.quotes.transcripts import Turn, turns
from claims.extraction.speakers.runs import is_headline
from claims.extraction.windows import MOST_STATEMENTS, Window, too_many_statements, windows
from claims.model import Problem, Quote, QuoteKind, Span

_HEADLINE_NAME = re.compile(r"((?:[A-Z][\w.'\u2019\-]{0,30}\s){0,3}[A-Z][\w.'\u2019\-]{0,30}):\s+(?=\S)")


def statements(page: Page, *, direct_only: bool = False) -> Iterator[Quote | Problem]:
    """Every statement of a page in order of place, then what could not be decided.

    With `direct_only` reported clauses are left out, and only paragraphs with
    quotation marks are read word by word.
    """
    reading = Statements(page, ByRule())
    for window in windows(page):
        reading.read(window, direct_only=direct_only or window.in_marks_only)
    yield from reading.found()


class Statements:
    """The statements of one page, read window by window."""

    def __init__(self, page: Page, tagger: Tagger, *, most: int = MOST_STATEMENTS) -> None:
        self.page, self.text = page, page.text
        self._tagger, self._most = tagger, most
        self.maker = Maker(page)
        self._pieces = Pieces(page)
        self._turns = turns(page)
        self._in_turns = {index for turn in self._turns.values() for index in turn.paragraphs}
        self._context = Context()
        self._given_up: list[Problem] = []

    def read(self, window: Window, *, direct_only: bool) -> None:
        """Read the next window; a statement may go on from the one before.

        Once there are too many, what follows is not read, and a Problem says from where.
        """
        if len(self.maker.made) > self._most:
            self._given_up = self._given_up or [too_many_statements(self.page, window, self._most)]
            return
        self.maker.direct_only = direct_only
        numbered = enumerate(window.paragraphs, window.first)
        marked = [Marked(paragraph, self._pieces.of(index)) for index, paragraph in numbered]
        if not direct_only:
            outside = (one for index, one in enumerate(marked, window.first) if index not in self._in_turns)
            self._tagger.read(list(outside))
        for index, each in enumerate(marked, window.first):
            if is_run(each.span):
                continue
            if index in self._turns:
                self._turn(self._turns[index])
            in_turn = index in self._in_turns
            self._context = Context() if in_turn else self._paragraph(each.span, each.pieces, self._context)

    def found(self) -> Iterator[Quote | Problem]:
        """The quotes of all that was read in order of place, then what could not be decided."""
        for one in outermost(self.maker.made):
            yield Quote.of(
                self.page.document.id,
                self.text,
                tuple(one.spans),
                one.kind,
                one.attribution,
                said_on=one.said_on,
                confidence=one.confidence,
                method=one.method,
            )
        yield from self._pieces.problems()
        yield from self.maker.problems()
        yield from self._tagger.problems()
        yield from self._given_up

    def _turn(self, turn: Turn) -> None:
        """A transcript's turn is verbatim, whatever marks it has."""
        if not turn.words:
            return
        name = turn.label.of(self.text)
        attribution = None
        if name.lower().strip(".") not in ("q", "a", "question", "answer"):
            attribution = self.maker.cast.labelled(turn.label)
        self.maker.made.append(Statement(list(turn.words), QuoteKind.DIRECT, attribution, "transcript", 0.9))

    def _paragraph(self, paragraph: Span, here: Sequence[Piece], before: Context) -> Context:
        if not here:
            announced = self._heading(paragraph)
            if announced:
                return announced
            if before.announced and before.announced.attribution and not before.marked_only:
                return self._block(paragraph, before.announced)
            if self.maker.direct_only and self.text[paragraph.end - 1] not in ":,":
                return Context()
            if is_headline(self.text, paragraph) and self._headline(paragraph):
                return Context()
        reading = ParagraphReading(self.maker, self._tagger, before, here)
        words = after_dateline(self.text, paragraph)
        for sentence in read(self.text, words, [piece for piece in here if piece.outer.start >= words.start]):
            reading.sentence(sentence)
        after = reading.context()
        if before.marked_only and not here and not after.announced and is_headline(self.text, paragraph):
            return before
        return after

    def _heading(self, paragraph: Span) -> Context | None:
        """`Statement of Mayor Marisol Vega` above words in marks."""
        who = heading(self.text, paragraph)
        attribution = self.maker.cast.resolve(who, None, "announced", 0.8) if who else None
        if attribution is None:
            return None
        made = Statement([], QuoteKind.DIRECT, attribution, "announced", 0.8)
        return Context(announced=made, marked_only=True)

    def _block(self, paragraph: Span, announced: Statement) -> Context:
        """The paragraph after `Vega said in a statement:` is hers, marks or none."""
        announced.spans.append(paragraph)
        announced.kind, announced.method, announced.confidence = QuoteKind.DIRECT, "block", 0.7
        self.maker.made.append(announced)
        return Context()

    def _headline(self, paragraph: Span) -> bool:
        """`Vega: Harbour Will Reopen` above a story that names Vega."""
        found = _HEADLINE_NAME.match(self.text, paragraph.start, paragraph.end)
        if not found or self.maker.direct_only:
            return False
        person = self.maker.cast.known(found.group(1))
        if person is None:
            return False
        mention = Span(found.start(1), found.end(1))
        attribution = self.maker.cast.resolve(mention, None, "headline", 0.7)
        words = Span(found.end(), paragraph.end)
        self.maker.made.append(Statement([words], QuoteKind.INDIRECT, attribution, "headline", 0.7))
        return True
