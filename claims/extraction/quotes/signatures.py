"""Signatures of pull quotes, letters and posts: words in marks, a dash, a name."""

from __future__ import annotations

import re

from claims.extraction.quotes.pieces import Piece
from claims.model import Span

_SIGNED = re.compile(
    r"\s{0,3}(?:[\u2013-\u2015]|--?)\s?"
    r"((?:[A-Z][\w.'\u2019\-]{0,30} ){1,4}[A-Z][\w'\u2019\-]{1,30})(?=[,.\n]|$)"
)


def signer(text: str, piece: Piece) -> Span | None:
    """Where the name of two words or more stands that signs a quoted piece."""
    found = _SIGNED.match(text, piece.outer.end)
    return Span(*found.span(1)) if found else None
