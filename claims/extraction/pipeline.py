"""From a document to its quotes and claims: extract, ground, number, join."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.grounding import grounded
from claims.model import Claim, Document, Problem, Quote, Span
from claims.model.figures import normalised_surface
from claims.model.identity import normalised
from claims.ports import Extraction, Extractor


def extract(document: Document, extractor: Extractor, *, direct_only: bool = False) -> Extraction:
    """Everything the extractor finds that the text holds, in order of place, with final ids.

    An extractor that crashes costs this document its quotes and is named in a
    Problem; it never stops the others.
    """
    try:
        found = extractor.extract(document, direct_only=direct_only)
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
        return Extraction(problems=(_stopped(extractor, error, document),))
    kept = grounded(document, found)
    quotes = _numbered_quotes(kept.quotes)
    claims = _numbered_claims(document.text, kept.claims)
    return Extraction(quotes, _joined(claims, quotes), kept.problems)


def figures(document: Document, extractor: Extractor, quotes: Sequence[Quote]) -> Extraction:
    """As `extract`, for a document whose quotes are known: claims alone come from the extractor."""
    read = getattr(extractor, "figures", extractor.extract)
    quotes = _numbered_quotes(quotes) if len(quotes) > 1 else quotes
    try:
        found = grounded(document, read(document))
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
        return Extraction(tuple(quotes), problems=(_stopped(extractor, error, document),))
    claims = _numbered_claims(document.text, found.claims)
    return Extraction(tuple(quotes), _joined(claims, quotes), found.problems)


def _stopped(extractor: Extractor, error: Exception, document: Document) -> Problem:
    what = f"the extractor {extractor.name!r} stopped: {type(error).__name__}: {error}"
    return Problem("extraction", what, document.id)


def _numbered_quotes(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The nth quote of the same words is occurrence n, so that each has an id of its own."""
    seen: Counter[str] = Counter()
    numbered = []
    for quote in sorted(quotes, key=lambda quote: (quote.spans[0], quote.whole.end)):
        words = normalised(quote.text)
        nth = seen[words]
        seen[words] += 1
        made = Quote.id_of(quote.document, quote.text, nth)
        numbered.append(replace(quote, id=made, occurrence=nth))
    return tuple(numbered)


def _numbered_claims(text: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    seen: Counter[tuple[str, str]] = Counter()
    numbered = []
    last, words = None, ""
    for claim in sorted(claims, key=lambda claim: (claim.span, claim.sentence)):
        if claim.sentence != last:  # a table has many figures in one long sentence
            last, words = claim.sentence, normalised(claim.sentence.of(text))
        key = words, normalised_surface(claim.text)
        nth = seen[key]
        seen[key] += 1
        numbered.append(replace(claim, id=Claim.id_of_normalised(claim.document, *key, nth), occurrence=nth))
    return tuple(numbered)


def _joined(claims: Sequence[Claim], quotes: Sequence[Quote]) -> tuple[Claim, ...]:
    """Claims that stand in a quote name it, and are its speaker's."""
    pieces = sorted((span, number) for number, quote in enumerate(quotes) for span in quote.spans)
    return tuple(_in_its_quote(claim, pieces, quotes) for claim in claims)


# A figure stands in the innermost quote around it; quotations are nested two
# deep at most in print, so the last few pieces that begin before it are enough.
_NESTING = 4


def _in_its_quote(claim: Claim, pieces: Sequence[tuple[Span, int]], quotes: Sequence[Quote]) -> Claim:
    after = bisect_right(pieces, claim.span.start, key=lambda piece: piece[0].start)
    for span, number in reversed(pieces[max(0, after - _NESTING) : after]):
        if span.contains(claim.span):
            quote = quotes[number]
            return replace(claim, quote=quote.id, attributed_to=quote.attribution)
    return claim
