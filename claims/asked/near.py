"""Recorded quotes that may be what was asked, each with its likeness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.asked.denials import denies
from claims.asked.nearness import nearness
from claims.asked.opposites import FEW_WORDS, opposites
from claims.asked.pasted import Pasted
from claims.asked.values import Likeness, Part, rank
from claims.model import Quote, QuoteKind, Span

if TYPE_CHECKING:
    from claims.store import Store

# Quotes that are compared, for the whole text and for each piece of it.
_COMPARED, _BY_PIECE = 60, 15
# Shorter texts may stand in a longer one without sharing a run under which that is kept.
_EXCERPT = 40


@dataclass(frozen=True, slots=True)
class Near:
    quote: Quote
    likeness: Likeness


def nearest(store: Store, asked: Pasted, speaker: str) -> list[Near]:
    """Quotes that share rare runs of words, as they would be if whoever is asked for had said them; without
    the very words among them those that hold them as they stand, and without a version those that share
    rare words.
    """
    near: list[Near] = []
    for text in (asked.text, *asked.as_said):
        near += _compared(asked, _by_runs(store, text, speaker), near)
        if len(text.split()) <= _EXCERPT and not any(one.likeness.is_verbatim for one in near):
            near += _compared(asked, store.quotes_with(text, _COMPARED), near)
        if len(text.split()) <= FEW_WORDS:
            near += _compared(asked, _opposite(store, text, speaker), near)
    for piece in asked.pieces:
        near += _compared(asked, store.candidates(_as_quote(piece), _BY_PIECE), near)
    if any(one.likeness.relation.joins and one.likeness.part is not Part.RECORDED for one in near):
        return near
    for text, most in ((asked.text, _COMPARED), *((piece, _BY_PIECE) for piece in asked.pieces)):
        near += _compared(asked, store.quotes_sharing(text, most), near)
    return near


def likeness_of(asked: Pasted, quote: Quote, *, is_theirs: bool) -> Likeness | None:
    """The likeness of what was asked and a quote; of a report the best of the ways in which it was said.

    Args:
        is_theirs: whoever is asked for said it. In the mouth of somebody else "I" is another person: then
            a few reported words are compared as they stand, and only the very words are any likeness.
    """
    recorded = _as_told(quote)
    found = nearness(asked.text, recorded)
    if asked.as_said and not is_theirs and len(asked.text.split()) <= FEW_WORDS:
        return found if found and found.is_verbatim else None
    ways = [found] if found else []
    for text in asked.as_said if is_theirs else ():
        if said := nearness(text, recorded):
            ways.append(replace(said, read_as=text, why=(*said.why, f"your text is read as “{text}”")))
    return min(ways, key=rank, default=None)


def _as_told(quote: Quote) -> str:
    """The words of a quote; of a paraphrase that its source says was denied, with the words that say so."""
    who = quote.attribution
    if quote.kind is not QuoteKind.INDIRECT or who is None or not denies(who.cue_text):
        return quote.text
    return " ".join(filter(None, (who.mention_text, who.cue_text, "that", quote.text)))


def stands(store: Store, text: str) -> bool:
    """Are these very words recorded, all of a quote or in one?"""
    quotes = (*store.candidates(_as_quote(text), _COMPARED), *store.quotes_with(text, _BY_PIECE))
    found = (nearness(text, quote.text) for quote in quotes)
    return any(one is not None and one.is_verbatim and one.part is not Part.RECORDED for one in found)


def _by_runs(store: Store, text: str, speaker: str) -> Iterator[Quote]:
    yield from store.candidates(_as_quote(text), _COMPARED)
    if speaker and len(text.split()) <= _EXCERPT:
        yield from store.quotes_by_each(text, _COMPARED)


def _opposite(store: Store, text: str, speaker: str) -> Iterator[Quote]:
    """Quotes that say the opposite of a few words, of each speaker one if one is asked for."""
    for way in opposites(text):
        yield from (store.quotes_by_each(way, _COMPARED) if speaker else store.quotes_with(way, _BY_PIECE))


def _as_quote(text: str) -> Quote:
    """A quote that is in no record."""
    return Quote("", "", (Span(0, len(text)),), text, QuoteKind.DIRECT)


def _compared(asked: Pasted, quotes: Iterable[Quote], known: Iterable[Near] = ()) -> list[Near]:
    """Those quotes that are near and not known yet, each once; copies are compared once."""
    there = {one.quote.id for one in known}
    alike: dict[str, Likeness | None] = {}
    near = []
    for quote in {quote.id: quote for quote in quotes if quote.id not in there}.values():
        told = _as_told(quote)
        if told not in alike:
            alike[told] = likeness_of(asked, quote, is_theirs=True)
        found = alike[told]
        near += [Near(quote, found)] if found else []
    return near
