"""Makes statements of candidates: who said it, when, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.extraction.page import Page
from claims.extraction.quotes.candidate import Candidate
from claims.extraction.quotes.cues import Frame
from claims.extraction.quotes.dates import said_on
from claims.extraction.quotes.draft import Statement
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import Range, has_verb
from claims.extraction.quotes.relatives import antecedent, is_relative
from claims.extraction.quotes.tags import ACCORDING, LEARNED
from claims.extraction.speakers.can_speak import Voice, voice
from claims.extraction.speakers.coreference import Cast
from claims.extraction.speakers.own_page import is_own_page
from claims.model import Attribution, Problem, QuoteKind, Span

# Words. A reported clause longer than this is no prose, or a page without full stops.
_LONGEST_CLAUSE = 400
_CONFIDENCE = {QuoteKind.DIRECT: 0.95, QuoteKind.MIXED: 0.85, QuoteKind.INDIRECT: 0.75}

_METHODS = {ACCORDING: "according to", LEARNED: "encoder"}


class Maker:
    """Makes statements of candidates and keeps them.

    Attributes:
        direct_only: statements outside of quotation marks are left out now.
        too_long: how many reported clauses were given up.
        run_on: how many sentences have lost their punctuation.
    """

    def __init__(self, page: Page) -> None:
        self.document, self.text, self.published = page.document.id, page.text, page.document.published
        self.direct_only = False
        self.cast = Cast(page)
        self.made: list[Statement] = []
        self.too_long = self.run_on = 0

    def statement(self, s: Sentence, made: Candidate) -> Statement | None:
        """The statement of a candidate; its spans are empty where it is only announced. What the page says
        of itself is none.
        """
        if sum(last - first for first, last in made.content) > _LONGEST_CLAUSE:
            self.too_long += 1
            return None
        kind = kind_of(s, made.content)
        tag = made.tag
        asked = _asked(s, tag.subject) if tag.subject else None
        subject = s.words[asked[0] : asked[1] + 1] if asked else []
        if is_own_page(subject):
            return None
        heard = voice(subject) if subject and tag.cue is not LEARNED else Voice.SURE
        if heard is not Voice.SURE and _is_weak(s, made, kind):
            return None
        confidence = _CONFIDENCE[kind] if made.confidence is None else made.confidence
        method = _METHODS.get(tag.cue, "subject of cue")
        attribution = None
        if heard is not Voice.NONE:
            attribution = self._whose(s, made, asked, method, confidence)
        when = said_on(self.text, self._beside(s, made), self.published)
        is_clause = not _is_weak(s, made, kind) or any(has_verb(s, part) for part in made.content)
        spans = [_span(s, part) for part in made.content]
        return Statement(spans, kind, attribution, method, confidence, when, is_clause)

    def _whose(
        self, s: Sentence, made: Candidate, asked: Range | None, method: str, confidence: float
    ) -> Attribution | None:
        """Who `asked`, or the source in another sentence, is; the mention stays the subject as printed."""
        place = s.place(*asked) if asked else made.source
        cue = s.place(made.tag.first, made.tag.last)
        found = self.cast.resolve(place, cue, method, confidence) if place else None
        if found and made.tag.subject and asked != made.tag.subject:
            mention = s.place(*made.tag.subject)
            found = replace(found, mention=mention, mention_text=mention.of(self.text))
        if found:
            self.cast.heard(found, cue.start)
        return found

    def problems(self) -> Iterator[Problem]:
        """What was given up, counted."""
        if self.too_long:
            message = f"{self.too_long:,} reported clauses are too long to be read"
            yield Problem("quotes", message, self.document)
        if self.run_on:
            message = (
                f"punctuation is missing: no reported words are read in {self.run_on:,} overlong sentences"
            )
            yield Problem("quotes", message, self.document)

    @staticmethod
    def _beside(s: Sentence, made: Candidate) -> Span:
        """Where a date of speaking may stand: from a short lead over the tag to its adjuncts."""
        tag = made.tag
        lead = tag.begin
        if not any(last < tag.begin for _, last in made.content):
            lead = max(0, tag.begin - 5)
        last = min(len(s) - 1, max(made.zone[1], tag.end))
        return s.place(min(lead, tag.begin), last)


def _asked(s: Sentence, subject: Range) -> Range:
    """Whom the Cast is asked for: the subject, or what its "who" stands for."""
    found = antecedent(s, subject[0]) if is_relative(s, subject) else None
    return found or subject


def _is_weak(s: Sentence, made: Candidate, kind: QuoteKind) -> bool:
    """Neither marks, nor `that`, nor a plain `said` show that somebody speaks."""
    if kind is not QuoteKind.INDIRECT or made.announces or made.tag.cue is ACCORDING:
        return False
    explicit = made.content[0][0] > 0 and s.low[made.content[0][0] - 1] == "that"
    return not explicit and made.tag.cue.frame is not Frame.TELL and made.tag.cue.lemma != "say"


def kind_of(s: Sentence, content: tuple[Range, ...]) -> QuoteKind:
    """Direct if every word stands in marks, indirect if none does."""
    inside = outside = 0
    for first, last in content:
        quoted = len(s.pieces_in(first, last))
        inside += quoted
        if quoted == 0 or last - first + 1 > quoted:
            words = sum(s.words[i][0].isalnum() for i in range(first, last + 1) if i not in s.pieces)
            outside += words
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.MIXED if outside else QuoteKind.DIRECT


def _span(s: Sentence, part: Range) -> Span:
    """A piece alone without its marks; a clause with the marks inside it, so that they stay in pairs."""
    first, last = part
    if first == last and first in s.pieces:
        return s.pieces[first].inner
    return s.place(first, last)
