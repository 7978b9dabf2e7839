"""Passages of an older text, found in the newer one.

The texts are aligned by paragraphs, then by sentences, then by words; what does not
align in order is looked for elsewhere, first as it stands, then by its rare words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import LCSseq

from claims.matching.blocks import blocks
from claims.matching.wording import FUNCTION_WORDS
from claims.model import AnchorState, Span
from claims.versions.words import Run, Words, words

# Share of a passage's words, by weight, that must stand in the newer text for it to be
# the same passage with other words: most of them. Elsewhere in the text chance has more room.
_MOST, _MOST_ELSEWHERE = 0.5, 0.6
# Words of grammar are shared by chance.
_SMALL_WEIGHT = 0.2
# Fewer words in a row than this stand in many places ("I don't know").
_FEWEST_ELSEWHERE = 4
# Places of one word that are looked at: a word met more often tells nothing of where a passage went.
_MOST_PLACES = 40
# New words that may stand in a gap at a passage's edge for each word that is missing there, and besides.
_PER_WORD, _BESIDES = 2, 4

_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Found:
    """One run of older words: what became of it, and the newer place of each word, -1 for none."""

    state: AnchorState
    run: Run
    places: tuple[int, ...]
    passage: Run | None


@dataclass(frozen=True, slots=True)
class Anchored:
    """A passage of one or several pieces: what became of it, and where it stands now."""

    state: AnchorState
    spans: tuple[Span, ...]


class Alignment:
    """An older and a newer text side by side; the same question always has the same answer."""

    def __init__(self, older: str, newer: str) -> None:
        self.older, self.newer = words(older), words(newer)
        self._to = [_NOWHERE] * len(self.older.forms)
        self._taken = bytearray(len(self.newer.forms))
        self._in_order = bytearray(len(self.older.forms))
        self._align()

    def anchor(self, spans: Sequence[Span]) -> Anchored:
        """What became of a passage; one that holds no words stays the same."""
        found = [self.find(span) for span in spans]
        now = tuple(self._span(span, one) for span, one in zip(spans, found, strict=True) if one.passage)
        states = {one.state for one in found if one.run[0] < one.run[1]} or {AnchorState.SAME}
        if states <= {AnchorState.SAME}:
            return Anchored(AnchorState.SAME, now)
        if states <= {AnchorState.SAME, AnchorState.MOVED}:
            return Anchored(AnchorState.MOVED, _in_order(now))
        kept = sum(_weight(self.older.forms, one) for one in found)
        whole = sum(_weights(self.older.forms, one.run) for one in found)
        if kept < _MOST * whole or not now:
            return Anchored(AnchorState.GONE, ())
        return Anchored(AnchorState.CHANGED, _in_order(now))

    def find(self, span: Span) -> Found:
        """What became of the words of one span."""
        run = self.older.run_of(span)
        places = tuple(self._to[run[0] : run[1]])
        if places and _is_run(places):
            moved = not all(self._in_order[run[0] : run[1]])
            state = AnchorState.MOVED if moved else AnchorState.SAME
            return Found(state, run, places, (places[0], places[-1] + 1))
        for look in (self._elsewhere, self._here, self._likest):
            if found := look(run):
                return found
        return Found(AnchorState.GONE, run, (_NOWHERE,) * len(places), None)

    def between(self, found: Found, span: Span) -> Span | None:
        """Where the words of a span inside a passage stand now, or what stands between its neighbours;
        None if nothing does.
        """
        first, last = self.older.run_of(span)
        start = found.run[0]
        inside = found.places[first - start : last - start]
        if inside and _is_run(inside):
            return self.newer.span_of((inside[0], inside[-1] + 1))
        before = [place for place in found.places[: first - start] if place >= 0]
        after = [place for place in found.places[last - start :] if place >= 0]
        if found.passage is None or not (before or after):
            return None
        run = (before[-1] + 1 if before else found.passage[0], after[0] if after else found.passage[1])
        return self.newer.span_of(run) if run[0] < run[1] else None

    # -- alignment ----------------------------------------------------------------

    def _align(self) -> None:
        gaps = [(0, len(self.older.forms), 0, len(self.newer.forms))]
        for mine, other in (
            (self.older.paragraphs, self.newer.paragraphs),
            (self.older.sentences, self.newer.sentences),
        ):
            gaps = [rest for gap in gaps for rest in self._by_units(mine, other, gap)]
        for mine, other in (
            (self.older.paragraphs, self.newer.paragraphs),
            (self.older.sentences, self.newer.sentences),
        ):
            self._moved_units(mine, other)
        for gap in gaps:
            self._by_words(gap)

    def _by_units(
        self, mine: Sequence[Run], other: Sequence[Run], gap: tuple[int, int, int, int]
    ) -> Iterator[tuple[int, int, int, int]]:
        """Match whole units inside a gap; yields what lies between them."""
        a, b, c, d = gap
        left, right = _within(mine, a, b), _within(other, c, d)
        matched = blocks(_keys(self.older, left), _keys(self.newer, right))
        for one, two, size in sorted(matched):
            for unit, now in zip(left[one : one + size], right[two : two + size], strict=True):
                self._map(unit, now[0], in_order=True)
                yield a, unit[0], c, now[0]
                a, c = unit[1], now[1]
        yield a, b, c, d

    def _moved_units(self, mine: Sequence[Run], other: Sequence[Run]) -> None:
        """Match what is left of equal units wherever they stand now, in order of place."""
        free: defaultdict[tuple[str, ...], list[Run]] = defaultdict(list)
        for run in reversed(other):
            if not any(self._taken[run[0] : run[1]]):
                free[self.newer.forms[run[0] : run[1]]].append(run)
        for run in mine:
            key = self.older.forms[run[0] : run[1]]
            if self._to[run[0]] == _NOWHERE and free.get(key) and self._is_free(run):
                self._map(run, free[key].pop()[0], in_order=False)

    def _is_free(self, run: Run) -> bool:
        return all(place == _NOWHERE for place in self._to[run[0] : run[1]])

    def _by_words(self, gap: tuple[int, int, int, int]) -> None:
        a, b, c, d = gap
        mine = [place for place in range(a, b) if self._to[place] == _NOWHERE]
        other = [place for place in range(c, d) if not self._taken[place]]
        left = [self.older.forms[place] for place in mine]
        right = [self.newer.forms[place] for place in other]
        for one, two, size in blocks(left, right):
            for step in range(size):
                self._map((mine[one + step], mine[one + step] + 1), other[two + step], in_order=True)

    def _map(self, run: Run, to: int, *, in_order: bool) -> None:
        size = run[1] - run[0]
        self._to[run[0] : run[1]] = range(to, to + size)
        self._taken[to : to + size] = b"\1" * size
        self._in_order[run[0] : run[1]] = (b"\1" if in_order else b"\0") * size

    # -- one passage --------------------------------------------------------------

    def _elsewhere(self, run: Run) -> Found | None:
        """The same words in a row, where nothing else of the older text stands if there is such a place."""
        wanted = self.older.forms[run[0] : run[1]]
        if len(wanted) < _FEWEST_ELSEWHERE:
            return None
        rarest = min(range(len(wanted)), key=lambda step: len(self._where.get(wanted[step], ())))
        starts = [place - rarest for place in self._where.get(wanted[rarest], ())[:_MOST_PLACES]]
        size = len(wanted)
        same = [at for at in starts if at >= 0 and self.newer.forms[at : at + size] == wanted]
        if not same:
            return None
        at = min(same, key=lambda at: (sum(self._taken[at : at + size]), at))
        return Found(AnchorState.MOVED, run, tuple(range(at, at + size)), (at, at + size))

    def _here(self, run: Run) -> Found | None:
        """Most of the words, where the alignment has them."""
        places = tuple(self._to[word] if self._in_order[word] else _NOWHERE for word in range(run[0], run[1]))
        kept = [place for place in places if place >= 0]
        if not kept or kept[-1] - kept[0] > 2 * len(places) + _BESIDES:
            return None
        return self._mostly(run, places, self._widened(run, places), _MOST)

    def _widened(self, run: Run, places: tuple[int, ...]) -> Run:
        """From the first to the last kept word, with the new words that stand for those lost at the edges."""
        kept = [step for step, place in enumerate(places) if place >= 0]
        first, last = places[kept[0]], places[kept[-1]]
        lost_first, lost_last = kept[0], len(places) - 1 - kept[-1]
        before = self._to[run[0] - 1] if run[0] else _NOWHERE
        after = self._to[run[1]] if run[1] < len(self._to) else _NOWHERE
        room_first = first - before - 1 if 0 <= before < first or not run[0] else lost_first
        room_last = (after if after > last else len(self.newer.forms)) - last - 1
        if after <= last and run[1] < len(self._to):
            room_last = min(room_last, lost_last)
        return first - _share(room_first, lost_first), last + 1 + _share(room_last, lost_last)

    def _likest(self, run: Run) -> Found | None:
        """Most of the words, close together where most of its rare words stand."""
        wanted = self.older.forms[run[0] : run[1]]
        rare = {form for form in wanted if form not in FUNCTION_WORDS}
        near = sorted(
            place
            for form in rare
            if len(where := self._where.get(form, ())) <= _MOST_PLACES
            for place in where
        )
        if len(rare) < _FEWEST_ELSEWHERE or len(near) < _FEWEST_ELSEWHERE:
            return None
        size = len(wanted) + len(wanted) // 2
        start = max(0, _densest(near, size) - len(wanted) // 2)
        window = self.newer.forms[start : start + size + len(wanted)]
        places = [_NOWHERE] * len(wanted)
        for one, two, length in LCSseq.editops(wanted, window).as_matching_blocks():
            places[one : one + length] = range(start + two, start + two + length)
        kept = [place for place in places if place >= 0]
        if not kept or kept[-1] - kept[0] > 2 * len(wanted):
            return None
        return self._mostly(run, tuple(places), (kept[0], kept[-1] + 1), _MOST_ELSEWHERE)

    def _mostly(self, run: Run, places: tuple[int, ...], passage: Run, share: float) -> Found | None:
        found = Found(AnchorState.CHANGED, run, places, passage)
        enough = _weight(self.older.forms, found) >= share * _weights(self.older.forms, run)
        return found if enough else None

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        """The places of each word of the newer text."""
        found: dict[str, list[int]] = {}
        for place, form in enumerate(self.newer.forms):
            found.setdefault(form, []).append(place)
        return found

    def _span(self, old: Span, found: Found) -> Span:
        """The place of a passage now, with the stop behind it if the old one had one."""
        assert found.passage is not None
        span = self.newer.span_of(found.passage)
        tail = self.older.text[self.older.ends[found.run[1] - 1] : old.end]
        stop = _STOP.match(self.newer.text, span.end) if tail.strip() else None
        return Span(span.start, stop.end()) if stop else span


_STOP = re.compile(r"[.,;:!?\u2026\-–—]{1,4}")


def _keys(text: Words, runs: Sequence[Run]) -> list[tuple[str, ...]]:
    return [text.forms[run[0] : run[1]] for run in runs]


def _within(runs: Sequence[Run], start: int, end: int) -> Sequence[Run]:
    first, last = bisect_left(runs, (start, start)), bisect_left(runs, (end, end))
    return runs[first : last - 1] if last > first and runs[last - 1][1] > end else runs[first:last]


def _is_run(places: Sequence[int]) -> bool:
    first = places[0]
    return first >= 0 and all(place == first + step for step, place in enumerate(places))


def _weight(forms: Sequence[str], found: Found) -> float:
    start = found.run[0]
    return sum(_weigh(forms[start + step]) for step, place in enumerate(found.places) if place >= 0)


def _weights(forms: Sequence[str], run: Run) -> float:
    return sum(_weigh(form) for form in forms[run[0] : run[1]])


def _weigh(form: str) -> float:
    return _SMALL_WEIGHT if form in FUNCTION_WORDS else 1.0


def _share(room: int, lost: int) -> int:
    """How many new words in a gap stand for words that were lost there."""
    return room if lost and room <= _PER_WORD * lost + _BESIDES else min(room, lost)


def _densest(places: Sequence[int], size: int) -> int:
    """Where the stretch of this size begins that holds most of some places."""
    best, start, first = 0, places[0], 0
    for number, place in enumerate(places):
        while place - places[first] > size:
            first += 1
        if number - first + 1 > best:
            best, start = number - first + 1, places[first]
    return start


def _in_order(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, without any that overlaps one before it."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)
