"""Statements of one paragraph: candidates, and quoted pieces that no cue governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.extraction.quotes.candidate import Candidate, Tagger
from claims.extraction.quotes.draft import Statement
from claims.extraction.quotes.maker import Maker, kind_of
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.pieces import Piece
from claims.extraction.quotes.signatures import signer
from claims.model import Attribution, QuoteKind, Span

# Fewer words in marks than this, with no cue near, are a term or a title.
_FEWEST_WORDS = 4
# Words before a piece, with the colon: "Attorney General Ruth Adeyemi:".
_LONGEST_LABEL = 7
_OPENING_MARKS = frozenset("\u201c\u201d\u201e\u00ab\"\u2018'")


@dataclass(slots=True)
class Context:
    """What a paragraph hands to the next.

    Attributes:
        open: the last statement, which goes on if marks follow without a cue.
        unclosed: the last mark was not closed, so `open` itself goes on.
        announced: a statement without words yet ("Vega said in a statement:").
        marked_only: the announced words stand in marks, or nowhere.
    """

    open: Statement | None = None
    unclosed: bool = False
    announced: Statement | None = None
    marked_only: bool = False


class ParagraphReading:
    """One paragraph's sentences, with what goes on from the paragraph before."""

    def __init__(self, maker: Maker, tagger: Tagger, before: Context, here: Sequence[Piece]) -> None:
        self.maker, self.tagger, self.before, self.here = maker, tagger, before, here
        self.last: Statement | None = None
        self.announced: Statement | None = None
        self.marked_only = self.spoke_here = False
        self.goes_on = before.open if before.unclosed else None

    def sentence(self, s: Sentence) -> None:
        self.spoke_here = False
        if not s.is_run_on:
            self._read(s, direct_only=self.maker.direct_only)
            return
        self.maker.run_on += 1
        for part in s.beside_pieces():  # what stands in marks is said all the same
            self._read(part, direct_only=True)

    def _read(self, s: Sentence, *, direct_only: bool) -> None:
        used: set[int] = set()
        signed = self._signature(s)
        for candidate in self.tagger.candidates(s, direct_only=direct_only):
            if signed and candidate.source and any(0 in s.pieces_in(*part) for part in candidate.content):
                continue  # who is named in another sentence did not sign this one
            if direct_only:
                candidate = self._in_marks(s, candidate)
            made = self.maker.statement(s, candidate) if candidate.content or candidate.announces else None
            if made is None:
                continue
            if candidate.announces:
                self.announced, self.marked_only = made, candidate.marked_only
                continue
            for first, last in candidate.content:
                used.update(s.pieces_in(first, last))
            self._add(made, used, s)
            self.spoke_here = True
        for index in s.pieces:
            if index in used:
                continue
            if signed and index == 0:
                self._sign(s.pieces[0], signed)
            else:
                self._loose(s, index)

    def _in_marks(self, s: Sentence, candidate: Candidate) -> Candidate:
        """The candidate where all its words stand in marks; else with the sentences of it that do."""
        if kind_of(s, candidate.content) is QuoteKind.DIRECT:
            return candidate
        pieces = [index for part in candidate.content for index in s.pieces_in(*part)]
        said = tuple((index, index) for index in pieces if self._is_sentence(s.pieces[index]))
        return replace(candidate, content=said)

    def context(self) -> Context:
        unclosed = bool(self.here) and not self.here[-1].closed and not self.here[-1].single
        return Context(self.last, unclosed and self.last is not None, self.announced, self.marked_only)

    def _add(self, made: Statement, used: set[int], s: Sentence) -> None:
        """A statement with a cue; one that takes up an unclosed quotation is the same statement."""
        first = self.here[0] if self.here else None
        takes_up = self.goes_on is not None and first is not None and made.kind is QuoteKind.DIRECT
        if (
            takes_up
            and any(s.pieces[i] is first for i in used)
            and self.goes_on is not None
            and _agree(self.goes_on, made)
        ):
            self.goes_on.spans += made.spans
            self.goes_on.attribution = self.goes_on.attribution or made.attribution
            made = self.goes_on
        else:
            self.maker.made.append(made)
        self.goes_on = None
        self.last = made

    def _loose(self, s: Sentence, index: int) -> None:
        """A quoted piece that no cue governs: it goes on with a speaker, or is a term."""
        piece = s.pieces[index]
        alone = s.is_marked_whole
        if self.goes_on is not None and piece is self.here[0]:
            self.goes_on.spans.append(piece.inner)
            self.last, self.goes_on = self.goes_on, None
            return
        if not (alone or self._is_speech(s, index)):
            return
        if self.last is not None and alone:
            self._continue(piece)
            return
        attribution, method = self._beside(s, index)
        labelled = method == "label"
        if not labelled and not self._is_sentence(piece, 2 if attribution and alone else _FEWEST_WORDS):
            return
        if attribution is None and not alone and index > 0 and s.words[index - 1] != ":":
            return
        made = Statement([piece.inner], QuoteKind.DIRECT, attribution, method, 0.7 if attribution else 0.5)
        self.maker.made.append(made)
        self.last = made

    def _beside(self, s: Sentence, index: int) -> tuple[Attribution | None, str]:
        """Who is named before a colon (`Vega: PIECE`); else who spoke before, if nobody answers."""
        colon = index > 0 and s.words[index - 1] == ":"
        if colon and 2 <= index <= _LONGEST_LABEL and all(map(s.is_name, range(index - 1))):
            named = self.maker.cast.resolve(s.place(0, index - 2), None, "label", 0.9)
            if named and self.maker.cast.known(named.name):  # "Related: PIECE" is a link
                return named, "label"
        if self._is_answered(s.pieces[index]):
            return None, "no cue"
        return self._from_before(colon)

    def _signature(self, s: Sentence) -> Span | None:
        """Who signs the words in marks that begin a sentence, and are one: a title is nobody's statement."""
        piece = s.pieces.get(0)
        if piece is None or not piece.closed or not self._is_sentence(piece, 2):
            return None
        return signer(self.maker.text, piece)

    def _sign(self, piece: Piece, name: Span) -> None:
        who = self.maker.cast.resolve(name, None, "signature", 0.85)
        if self.goes_on is not None and piece is self.here[0]:
            self.goes_on.spans.append(piece.inner)
            self.goes_on.attribution = self.goes_on.attribution or who
            made = self.goes_on
        else:
            made = Statement([piece.inner], QuoteKind.DIRECT, who, "signature", 0.85)
            self.maker.made.append(made)
        self.last, self.goes_on = made, None

    def _is_answered(self, piece: Piece) -> bool:
        """A question in marks with other marks right behind it: two people are speaking."""
        if self.maker.text[piece.inner.end - 1] != "?" or not piece.closed:
            return False
        return self.maker.text[piece.outer.end : piece.outer.end + 3].lstrip()[:1] in _OPENING_MARKS

    def _continue(self, piece: Piece) -> None:
        assert self.last is not None
        if self.last.kind is QuoteKind.DIRECT:
            self.last.spans.append(piece.inner)
            return
        same = self.last.attribution
        made = Statement(
            [piece.inner], QuoteKind.DIRECT, _again(same, "same paragraph"), "same paragraph", 0.8
        )
        self.maker.made.append(made)
        self.last = made

    def _from_before(self, behind_colon: bool) -> tuple[Attribution | None, str]:
        if behind_colon and self.spoke_here and self.last is not None:
            return _again(self.last.attribution, "behind a colon"), "behind a colon"
        if self.announced is not None:
            return self.announced.attribution, "announced"
        if self.last is not None:
            return _again(self.last.attribution, "same paragraph"), "same paragraph"
        if self.before.announced is not None:
            return self.before.announced.attribution, "announced"
        if self.before.open is not None:
            return _again(self.before.open.attribution, "goes on"), "goes on"
        return None, "no cue"

    def _is_speech(self, s: Sentence, index: int) -> bool:
        """A sentence in marks after a colon, or at the head of a sentence with a tag we do not know."""
        if index > 0 and s.words[index - 1] == ":":
            return True
        after_comma = index > 0 and s.words[index - 1] == "," and self._is_sentence(s.pieces[index])
        return (index == 0 or after_comma) and self._is_sentence(s.pieces[index])

    def _is_sentence(self, piece: Piece, fewest: int = _FEWEST_WORDS) -> bool:
        text = self.maker.text
        words = piece.inner.of(text).split()
        if (len(words) < fewest and piece.closed) or not words[0].lstrip("'\u2018[(\u2026.")[:1].isupper():
            return False
        capitals = sum(word[0].isupper() for word in words)
        if capitals > 0.6 * len(words) and len(words) < 12:
            return False
        closing = text[piece.inner.end - 1 : piece.inner.end + 1]
        return any(mark in closing for mark in ".,!?\u2026") or not piece.closed


def _agree(open_one: Statement, made: Statement) -> bool:
    """One speaker, or only one of the two is known."""
    a, b = open_one.attribution, made.attribution
    return a is None or b is None or a.name == b.name


def _again(attribution: Attribution | None, method: str) -> Attribution | None:
    """The same speaker where nothing is said of it: no mention and no cue stand there."""
    if attribution is None:
        return None
    return replace(attribution, method=method, confidence=round(attribution.confidence * 0.85, 2))
