"""Captions as a transcript: who said what, and at what time."""

from __future__ import annotations

from collections.abc import Iterator

from claims.errors import UnreadableDocument
from claims.extraction.page import Page
from claims.extraction.speakers.coreference import Cast
from claims.model import Attribution, Document, Problem, Quote, QuoteKind, Span
from claims.ports import Material
from sources.decoding import decode
from sources.documents import Stated, spoken_document
from sources.sniff import is_captions
from sources.transcripts.cues import Captions, captions
from sources.transcripts.speaking import said
from sources.transcripts.turns import Spoken, is_sound, spoken

_METHOD = "transcript"
# Whoever wrote the captions may have misheard.
_SURE_OF_WORDS = 0.9


class Transcript:
    """Reader of WebVTT and SubRip.

    The text is what is said, a paragraph a passage, "Marisol Vega: ..." where another one begins to speak;
    sentences that go over several cues are whole. `Document.locators` has the time of every cue. Where the
    file names speakers, each paragraph is a quote of the one named last, or of nobody after ">>" or a
    dash without a name; where it names none, the text is read as any other.
    """

    name = "transcript"

    def claims(self, material: Material) -> bool:
        return is_captions(material)

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """One document.

        Raises:
            UnreadableDocument: nothing is said in it.
        """
        decoded = decode(material.raw)
        told = captions(decoded.text)
        made = spoken(said(told.cues))
        if not made.text:
            raise UnreadableDocument(material.location, "the captions hold no words")
        stated = Stated(title=told.title, language=told.language)
        media_type = "text/vtt" if decoded.text.lstrip().startswith("WEBVTT") else "application/x-subrip"
        yield from spoken_document(material, decoded, made.text, media_type, stated, made.locators)

    def quotes(self, material: Material, document: Document) -> tuple[Quote, ...] | None:
        """What those say whom the file names, and what is said between them; None where it names nobody."""
        made = _spoken(material)
        if not made.names_speakers:
            return None
        cast = Cast(Page(document))
        return tuple(
            Quote.of(
                document.id,
                document.text,
                (passage.words,),
                QuoteKind.DIRECT,
                _attribution(cast, document.text, passage.label) if passage.label else None,
                confidence=_SURE_OF_WORDS,
                method=_METHOD,
            )
            for passage in made.passages
            if not is_sound(passage.words.of(document.text))
        )


def _spoken(material: Material) -> Spoken:
    told: Captions = captions(decode(material.raw).text)
    return spoken(said(told.cues))


def _attribution(cast: Cast, text: str, label: Span) -> Attribution:
    """Whom a label names, with the role it tells ("Mayor Marisol Vega")."""
    if not label.of(text).isupper() and " " in label.of(text):
        found = cast.resolve(label, None, _METHOD, _SURE_OF_WORDS)
        if found is not None:
            return found
    return cast.labelled(label)
