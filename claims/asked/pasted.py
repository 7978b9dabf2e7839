"""What somebody pasted, read as a statement: its words, and who is said to have said them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from claims.asked.denials import denies, lead
from claims.asked.reported import as_said
from claims.bare import bare_document
from claims.errors import BadValue
from claims.extraction.pipeline import extract
from claims.matching.titles import TITLES
from claims.model import Document, Quote, QuoteKind
from claims.model.identity import normalised
from claims.ports import Citation, Extraction
from claims.registry import EXTRACTORS, plugins

# Words of a paste that must stand in the statements found in it for the rest to be attribution.
_MOST = 0.5
# Words around a paraphrase besides who said it: "told the harbor board on Monday".
_MORE = 6
# A paste of more words than this may hold several statements, which are looked for apart as well; so
# many sentences at most, each of so many words at least.
_LONG, _PIECES, _SHORTEST = 30, 12, 5


@dataclass(frozen=True, slots=True)
class Pasted:
    """A paste as it is looked for.

    Attributes:
        text: its words without marks around, attribution, hyphens of line ends and "[sic]".
        speaker: whom the paste itself names, or "".
        pieces: what else is looked for: the statements or the sentences of a long paste.
        figures: the claims in it.
        whole: all its words, with those that were taken for attribution.
        as_said: of a text that reports ("she won't resign") the words that may have been said.
    """

    text: str
    speaker: str
    pieces: tuple[str, ...]
    figures: tuple[Citation, ...]
    whole: str
    as_said: tuple[str, ...] = ()

    def as_it_stands(self) -> Pasted:
        """The same with all its words for what was said, by nobody who is named."""
        return replace(self, text=self.whole, speaker="", pieces=_pieces(self.whole, ()), as_said=())

    def reported_of(self, speaker: str) -> Pasted:
        """The same as a report of a speaker whom the text does not name, if it begins with a pronoun."""
        if self.as_said or not _PRONOUN.match(self.whole) or self.text != self.whole:
            return self
        return replace(self, as_said=as_said(self.text, speaker))


def _nobody(_: str) -> bool:
    return False


def pasted(words: str, is_speaker: Callable[[str], bool] = _nobody) -> Pasted:
    """Read a paste.

    Args:
        is_speaker: is somebody on record whom these words name? Then they are taken off before a colon.

    Raises:
        BadValue: there is no word in it.
    """
    said, signed = _signed(bare_document(words).text)
    untouched = _bare(_tidied(bare_document(words).text))
    if not signed:
        said, signed = _labelled(said, is_speaker)
    whole = _bare(said)
    if not normalised(whole):
        raise BadValue("statement", words.strip(), "paste or type the words that were said")
    document = bare_document(_closed(said))
    found = extract(document, plugins(EXTRACTORS)["rules"])
    told = _told(whole, found, is_speaker)
    return Pasted(
        told.text,
        signed or told.speaker,
        _pieces(told.text, told.parts),
        _figures(document, found),
        untouched,
        told.as_said,
    )


def _tidied(words: str) -> str:
    """Words as they were printed before lines were broken: of a PDF, a column, a mail."""
    words = words.replace("\xad", "").replace("\r\n", "\n")
    words = _LINE_END.sub(r"\1\2", words)
    words = _CUT.sub("…", words)
    return " ".join(_SIC.sub("", words).split())


_LINE_END = re.compile(r"(\w)[-\u2010]\n\s*([a-zß-ÿ])")
_SIC = re.compile(r"\s*[\[(]\s*sic\s*[\])]", re.IGNORECASE)
_CUT = re.compile(r"[\[(]\s*(?:\.\s?\.\s?\.|\u2026)\s*[\])]|\.(?: \.){2,3}")

_OPENS, _CLOSES, _BOTH = "“«„‘", "”»’", "\"'"
_MARKS = _OPENS + _CLOSES + _BOTH + " \t\n"


def _bare(words: str) -> str:
    """Without marks around; a mark that is an apostrophe of the last word stays as nobody reads it."""
    return words.strip(_MARKS)


# A name after a dash at the end: "... pay.” — Mayor Marisol Vega".
_SIGNED = re.compile(
    r"(?P<said>.*\S)\s*(?P<before>[”\"»’.!?…]|\n)\s*[-\u2013\u2014]{1,2}\s*"
    r"(?P<who>[A-Z][\w.'’-]*(?:,? (?:of|the|for|and|de|van|von|[A-Z][\w.'’-]*)){0,9})\s*\.?\s*",
    re.DOTALL,
)


def _signed(words: str) -> tuple[str, str]:
    """The words, and the name under them if there is one."""
    found = _SIGNED.fullmatch(words.strip())
    if not found:
        return _tidied(words), ""
    return _tidied(found["said"] + found["before"]), " ".join(found["who"].split())


# A name before a colon, with or without its verb: "Mayor Vega: ...", "Vega said on Monday: ...".
_LABEL = re.compile(
    r"(?P<who>[A-Z][\w.'’-]*(?:,? (?:of|the|for|and|de|van|von|[A-Z][\w.'’-]*)){0,7})(?: \([^()]{1,40}\))?"
    r"(?P<verb> (?:said|says|wrote|writes|added|tweeted|posted|told)\b[^:“\"]{0,40})?\s*:\s*(?P<said>\S.*)",
    re.DOTALL,
)


def _labelled(words: str, is_speaker: Callable[[str], bool]) -> tuple[str, str]:
    """The words, and the name before them if there is one: with a verb, before marks, or one on record."""
    found = _LABEL.fullmatch(words)
    if not found or not (found["verb"] or found["said"][0] in _OPENS + _BOTH or is_speaker(found["who"])):
        return words, ""
    return found["said"], _as_name(found["who"])


def _as_name(who: str) -> str:
    """A name without titles before it; one in capitals as names are printed."""
    words = who.title().split() if who.isupper() else who.split()
    titles = next((place for place, word in enumerate(words) if normalised(word) not in TITLES), 0)
    return " ".join(words[titles:])


def _closed(words: str) -> str:
    """With the mark that was left out when the words were copied: before a closing one, or at the end."""
    opening = sum(words.count(mark) for mark in "“«„")
    closing = sum(words.count(mark) for mark in "”»")
    straight = words.count('"')
    if closing > opening or (straight % 2 and re.search(r'[\w.,!?…]"(?:\s|$)', words)):
        return ("“" if closing > opening else '"') + words
    if opening > closing or straight % 2:
        return words + ("”" if opening > closing else '"')
    return words


class _Told(NamedTuple):
    """The statements in a paste (`parts` where there are several), and whose they are."""

    text: str
    speaker: str = ""
    parts: tuple[str, ...] = ()
    as_said: tuple[str, ...] = ()


def _told(whole: str, found: Extraction, is_speaker: Callable[[str], bool]) -> _Told:
    """What was said, where the rest of a paste only says by whom; else all of it."""
    quotes = [quote for quote in found.quotes if _is_told(quote, whole, is_speaker)]
    words = " ".join(map(_words, quotes))
    paraphrases = [quote for quote in quotes if quote.kind is QuoteKind.INDIRECT]
    rest = _size(whole) - _size(words)
    if not quotes or rest > (_MORE + sum(map(_tag, paraphrases)) if paraphrases else _MOST * _size(whole)):
        return _Told(whole)
    names = {quote.attribution.name for quote in quotes if quote.attribution}
    speaker = names.pop() if len(names) == 1 else ""
    if len(quotes) == len(paraphrases) == 1:
        return _reported(whole, quotes[0], speaker)
    return _Told(words, speaker, tuple(map(_words, quotes)))


def _reported(whole: str, quote: Quote, speaker: str) -> _Told:
    """A paraphrase; what is denied by its verb is looked for with that verb."""
    text, cue = _words(quote), quote.attribution.cue_text if quote.attribution else ""
    if denies(cue) or lead(whole)[0]:
        return _Told(whole, speaker, (text,), as_said(text, speaker, denied=True))
    return _Told(text, speaker, (), as_said(text, speaker))


def _is_told(quote: Quote, whole: str, is_speaker: Callable[[str], bool]) -> bool:
    """Are these somebody's words, and the rest only says whose? Of a paraphrase that is told by a name, by
    an office on record or by "she": "our coalition promised to ..." are words of the one who is asked about.
    """
    if quote.kind is not QuoteKind.INDIRECT:
        return quote.kind is QuoteKind.DIRECT
    who = quote.attribution
    if who is None:
        return _PRONOUN.match(whole) is not None
    return not _OURS.match(who.name) and (who.name[:1].isupper() or is_speaker(who.name))


_PRONOUN = re.compile(r"(?:s?he|they)\b", re.IGNORECASE)
_OURS = re.compile(r"(?:my|our)\b", re.IGNORECASE)


def _tag(quote: Quote) -> int:
    """How many words say who said it."""
    who = quote.attribution
    return _size(f"{who.role} {who.mention_text} {who.cue_text}") if who else 0


def _words(quote: Quote) -> str:
    return _bare(quote.text).rstrip(",")


def _size(words: str) -> int:
    return len(words.split())


def _pieces(text: str, told: Sequence[str]) -> tuple[str, ...]:
    denied, rest = lead(text)
    several = [*(told if len(told) > 1 else []), *([rest] if denied else [])]
    sentences = list(_sentences(text)) if _size(text) > _LONG else []
    return tuple(dict.fromkeys([*several, *sentences]))[:_PIECES]


def _sentences(text: str) -> Iterator[str]:
    for sentence in _END.split(text):
        if _size(sentence) >= _SHORTEST and sentence != text:
            yield sentence


_END = re.compile(r"(?<=[.!?…;:])[”\"’]?\s+")


def _figures(document: Document, found: Extraction) -> tuple[Citation, ...]:
    return tuple(Citation(claim, document) for claim in found.claims if claim.quantity is not None)
