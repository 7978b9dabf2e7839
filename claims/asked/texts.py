"""Passages of whole documents that hold what was asked and stand in no recorded quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from claims.asked.nearness import nearness
from claims.asked.values import InText, Part
from claims.matching.wording import FUNCTION_WORDS
from claims.model import Document, Quote, Span
from claims.views import Hit

if TYPE_CHECKING:
    from claims.store import Store

# Documents that are read, and passages that are shown.
_READ, _SHOWN = 8, 5
# Letters around a rare word that are looked through, as a multiple of those of the text.
_AROUND = 2
# Letters of a document that are looked through for rare words: a whole year of releases in one file
# has fewer.
_LONGEST = 5_000_000
# Of the words' letters so many in a hundred must be alike for a passage to be compared word by word.
_ALIKE = 70
NOT_RECORDED = "in the text, not recorded"


def in_text(store: Store, words: str) -> tuple[InText, ...]:
    """The nearest passage of each document that shares the rarest words, if it is a version of them and
    inside no recorded quote; the nearest first.
    """
    found = []
    for document in store.documents_sharing(words, _READ):
        place = _passage(document.text[:_LONGEST], words)
        if place is None:
            continue
        likeness = nearness(words, place.of(document.text))
        if likeness and likeness.relation.joins and not _is_recorded(store.quotes_of(document.id), place):
            found.append(InText(_hit(document, place, likeness.score), replace(likeness, part=Part.NEITHER)))
    return tuple(sorted(found, key=lambda one: (-one.likeness.score, one.hit.document)))[:_SHOWN]


def _passage(text: str, words: str) -> Span | None:
    """The words of a text that are most like some others, whole words."""
    best: tuple[float, Span] | None = None
    for window in _windows(text, words):
        found = fuzz.partial_ratio_alignment(words.lower(), window.of(text).lower(), score_cutoff=_ALIKE)
        if found and (best is None or found.score > best[0]) and found.dest_end > found.dest_start:
            best = found.score, Span(window.start + found.dest_start, window.start + found.dest_end)
    return _whole_words(text, best[1]) if best else None


def _windows(text: str, words: str) -> Iterator[Span]:
    """Around each place of the longest word that the text holds; overlapping ones are one."""
    reach = _AROUND * len(words)
    for word in _telling(words):
        places = [found.start() for found in re.finditer(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]
        if places:
            yield from _joined((max(0, at - reach), min(len(text), at + reach)) for at in places)
            return


def _telling(words: str) -> list[str]:
    """Words that carry matter, the longest first."""
    found = dict.fromkeys(re.findall(r"[^\W_]+", words.casefold()))
    return sorted((word for word in found if word not in FUNCTION_WORDS), key=lambda word: (-len(word), word))


def _joined(windows: Iterable[tuple[int, int]]) -> Iterator[Span]:
    start = end = 0
    for first, last in windows:
        # Many places of one word are not one long window: that would take the square of its length.
        if first < end and last - start < 4 * (last - first):
            end = last
            continue
        if end > start:
            yield Span(start, end)
        start, end = first, last
    if end > start:
        yield Span(start, end)


def _whole_words(text: str, place: Span) -> Span:
    start, end = place.start, place.end
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end - 1 and not text[start].isalnum():
        start += 1
    # Marks after the last word are no part of a quote of it either.
    while end > start + 1 and not (text[end - 1].isalnum() or text[end - 1] == "%"):
        end -= 1
    return Span(start, end)


def _is_recorded(quotes: Iterable[Quote], place: Span) -> bool:
    return any(quote.whole.contains(place) for quote in quotes)


def _hit(document: Document, place: Span, score: float) -> Hit:
    return Hit(
        key=0,
        id="",
        kind="text",
        document=document.id,
        text=place.of(document.text),
        spans=(place,),
        speaker="",
        role="",
        source=document.source.name if document.source else "",
        date=document.published,
        date_is="published" if document.published else "",
        location=document.location,
        title=document.title,
        status=NOT_RECORDED,
        score=score,
    )
