"""Quotes and claims of an older version of a page: same, moved, changed or gone in the newer one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from claims.matching.names import form
from claims.model import Anchor, AnchorState, Attribution, Claim, Quote, QuoteKind, Span
from claims.model.identity import normalised
from claims.versions.anchoring import Alignment, Found

# A quote under other bounds is the same statement if this share of the shorter one is in both.
_SHARED = 0.5


def anchors(
    older: Sequence[Quote | Claim], text: str, newer: Sequence[Quote | Claim], newer_text: str
) -> list[Anchor]:
    """What became of each older value, in order.

    Args:
        newer: what the newer version holds; one of them may stand for an older value,
            and each for one only.
    """
    aligned = aligned_texts(text, newer_text)
    quotes = _Standing(value for value in newer if isinstance(value, Quote))
    claims = _Standing(value for value in newer if isinstance(value, Claim))
    return [
        _quote(value, aligned, quotes, newer_text)
        if isinstance(value, Quote)
        else _claim(value, aligned, claims)
        for value in older
    ]


# The store anchors two texts, and a check then asks the same of them.
@lru_cache(maxsize=4)
def aligned_texts(older: str, newer: str) -> Alignment:
    return Alignment(older, newer)


class _Standing:
    """Values of the newer version by place; each is given out once."""

    def __init__(self, values: Iterable[Quote | Claim]) -> None:
        placed = ((_places(value)[0].start, _places(value)[-1].end, value) for value in values)
        self._values = sorted(placed, key=lambda one: one[:2])
        self._longest = max((end - start for start, end, _ in self._values), default=0)
        self._given: set[str] = set()

    def best(self, spans: Sequence[Span]) -> Quote | Claim | None:
        """The value that shares most with some places."""
        first, last = spans[0].start, spans[-1].end
        at = bisect_left(self._values, first - self._longest, key=lambda one: one[0])
        found: tuple[float, Quote | Claim] | None = None
        while at < len(self._values) and self._values[at][0] < last:
            _, end, value = self._values[at]
            share = _shared(spans, _places(value)) if end > first and value.id not in self._given else 0.0
            if share > (found[0] if found else 0.0):
                found = share, value
            at += 1
        if found is None:
            return None
        self._given.add(found[1].id)
        return found[1]


def _places(value: Quote | Claim) -> tuple[Span, ...]:
    return value.spans if isinstance(value, Quote) else (value.span,)


def _shared(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Share of all characters that both have; 0 where it is less than half of the shorter one."""
    both = sum(max(0, min(one.end, two.end) - max(one.start, two.start)) for one in left for two in right)
    mine, other = sum(map(len, left)), sum(map(len, right))
    return both / (mine + other - both) if both >= _SHARED * min(mine, other) else 0.0


# ------------------------------------------------------------- quotes


def _quote(quote: Quote, aligned: Alignment, standing: _Standing, newer_text: str) -> Anchor:
    found = aligned.anchor(quote.spans)
    if not found.spans:
        return Anchor(quote.id, quote.document, AnchorState.GONE)
    now = standing.best(found.spans)
    if not isinstance(now, Quote):
        return Anchor(quote.id, quote.document, found.state, "", found.spans)
    if speaker_changed(quote, now) or _has_other_bounds(quote, now, newer_text, found.spans):
        return Anchor(quote.id, quote.document, AnchorState.CHANGED, now.id, now.spans)
    state = found.state
    if state is AnchorState.CHANGED and normalised(quote.text) == normalised(now.text):
        state = AnchorState.SAME
    spans = now.spans if state is AnchorState.CHANGED else found.spans
    return Anchor(quote.id, quote.document, state, now.id, spans)


def _has_other_bounds(quote: Quote, now: Quote, text: str, spans: Sequence[Span]) -> bool:
    """Do quotation marks stand around other words? A paraphrase has no marks: how extraction bounds it
    is no change of the page.
    """
    direct = quote.kind is now.kind is QuoteKind.DIRECT and not (quote.corrected or now.corrected)
    return direct and not _is_marked(text, spans) and normalised(quote.text) != normalised(now.text)


_MARKS = "\"'“”„‟‘’«»"


def _is_marked(text: str, spans: Sequence[Span]) -> bool:
    """Does a quotation mark stand right before the first and right behind the last word?"""
    before, behind = text[: spans[0].start][-1:], text[spans[-1].end :][:1]
    return before in _MARKS and behind in _MARKS and bool(before and behind)


def speaker_changed(quote: Quote, now: Quote) -> bool:
    """Does the newer version name somebody else? Nobody named on one side says nothing of the page, nor
    does a name that a person set.
    """
    if quote.attribution is None or now.attribution is None or quote.corrected or now.corrected:
        return False
    return not _one_name(quote.attribution, now.attribution)


def _one_name(one: Attribution, two: Attribution) -> bool:
    mine, other = form(one.name).split(), form(two.name).split()
    return mine[-1:] == other[-1:] or set(mine) <= set(other) or set(other) <= set(mine)


# ------------------------------------------------------------- claims


def _claim(claim: Claim, aligned: Alignment, standing: _Standing) -> Anchor:
    """A figure's fate is that of its words in its sentence; other words around it change nothing."""
    sentence = aligned.find(claim.sentence)
    place = aligned.between(sentence, claim.span)
    if sentence.state is AnchorState.GONE or place is None:
        return Anchor(claim.id, claim.document, AnchorState.GONE)
    now = standing.best((place,))
    if _is_kept(claim, sentence, aligned):
        state = AnchorState.MOVED if sentence.state is AnchorState.MOVED else AnchorState.SAME
        return Anchor(claim.id, claim.document, state, now.id if now else "", (place,))
    if not isinstance(now, Claim):
        return Anchor(claim.id, claim.document, AnchorState.GONE)
    state = AnchorState.SAME if _amount(now) == _amount(claim) else AnchorState.CHANGED
    return Anchor(claim.id, claim.document, state, now.id, (now.span,))


def _amount(claim: Claim) -> tuple[object, ...]:
    """What a figure says, however it is written: "twelve" is 12."""
    amount = claim.quantity
    if amount is None:
        return (claim.superlative,)
    bounds = (amount.low, amount.high, amount.low_open, amount.high_open)
    return (amount.comparator, *bounds, claim.unit)


def _is_kept(claim: Claim, sentence: Found, aligned: Alignment) -> bool:
    first, last = aligned.older.run_of(claim.span)
    inside = sentence.places[first - sentence.run[0] : last - sentence.run[0]]
    return all(place >= 0 for place in inside)
