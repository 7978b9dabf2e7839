"""A statement and its opposite in the same words of matter, whatever else was said beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.matching.likeness import likeness
from claims.matching.wording import NEGATORS, matter, wording
from claims.model import Quote, QuoteKind, Relation
from claims.model.identity import content_id
from claims.ports import Citation
from claims.printed import pieces
from claims.views import Compared

# With fewer words of matter than this, "yes, we will" and "no, we will not" are of anything.
FEWEST_WORDS = 4
# Sentences of one quote that are compared: the first ones.
_MOST_SENTENCES = 12
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")


def turned_keys(citation: Citation) -> list[str]:
    """Of words in quotation marks: a key for each sentence, the same with and without "not"."""
    quote = citation.value
    if not isinstance(quote, Quote) or quote.kind is QuoteKind.INDIRECT:
        return []
    return list(dict.fromkeys(key for _, key in _keyed(_sentences(quote))))


def turned(a: Citation, b: Citation) -> Compared | None:
    """How two quotes say the opposite: as a whole, or in one sentence each; None if they do not."""
    compared = likeness(a.value.text, b.value.text)
    if compared.relation is Relation.NEGATED:
        return compared
    if not isinstance(a.value, Quote) or not isinstance(b.value, Quote):
        return None
    return next(_opposites(a.value, b.value), None)


def _opposites(left: Quote, right: Quote) -> Iterator[Compared]:
    """Of sentences with one matter that each quote has in one sense only."""
    mine, other = _by_key(left), _by_key(right)
    for key in mine.keys() & other.keys():
        one, two = mine[key], other[key]
        if {_is_odd(text) for text in one}.isdisjoint(_is_odd(text) for text in two):
            compared = likeness(one[0], two[0])
            if compared.relation is Relation.NEGATED:
                yield compared


def _is_odd(text: str) -> bool:
    return sum(form in NEGATORS for form in wording(text).forms) % 2 == 1


def _by_key(quote: Quote) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text, key in _keyed(_sentences(quote)):
        found.setdefault(key, []).append(text)
    return found


def _sentences(quote: Quote) -> tuple[str, ...]:
    """Those of each piece: in “A,” she said. “B.” the comma ends one."""
    said = ""
    for piece in pieces(quote.text, quote.spans):
        joins = piece[:1].isupper() and said
        said = f"{said.rstrip(' ,')}. {piece}" if joins else f"{said} {piece}"
    return tuple(text.strip() for text in _SENTENCE.findall(said)[:_MOST_SENTENCES])


@lru_cache(maxsize=1024)
def _keyed(sentences: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Those that state something, each with what stands for its words of matter, in order."""
    told = [(text, matter(text)) for text in sentences if "?" not in text]
    return tuple(
        (text, content_id("matter", " ".join(forms))) for text, forms in told if len(forms) >= FEWEST_WORDS
    )
