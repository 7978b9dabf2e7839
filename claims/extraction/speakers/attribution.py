"""Whose words a place of a document is in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claims.model import Attribution, Quote, Span

# Statements nest two or three deep ("officials said Vega said ..."), so the
# ones that hold a place are among the last few that begin before it.
_NEST = 16


def claimant(quotes: Sequence[Quote], span: Span) -> Attribution | None:
    """Who claims what stands at `span`; None for the document's own voice.

    `quotes` are those of one document, in order of place. Of nested statements the
    innermost counts. A speech tag between two pieces of a quote is no part of it.
    """
    last = bisect_right(quotes, span.start, key=lambda quote: quote.spans[0].start)
    holding = [
        quote
        for quote in quotes[max(0, last - _NEST) : last]
        if any(piece.start <= span.start < piece.end for piece in quote.spans)
    ]
    if not holding:
        return None
    return min(holding, key=lambda quote: sum(map(len, quote.spans))).attribution
