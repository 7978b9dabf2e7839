"""A long text cut around what was looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.model import Span

CUT = "…"
# A text that is longer than there is room by this part is shown whole: to cut it saves next to nothing.
_HARDLY = 1.25
# Letters that are kept at least on either side of a hit, and hits that are shown apart.
_AROUND, _APART = 60, 3
# No word is longer that is kept whole.
_WORD = 40


def excerpt(text: str, hits: Sequence[Span], room: int) -> str:
    """So much of a text of one line as there is room for, in letters: around its first hits, whole words,
    with "…" where something is left out; without a hit its beginning. What hardly exceeds it stays whole.
    """
    if len(text) <= _HARDLY * room:
        return text
    pieces = list(_windows(text, hits or (Span(0, 1),), room))
    shown = f" {CUT} ".join(text[start:end].strip() for start, end in pieces)
    return f"{CUT + ' ' if pieces[0][0] else ''}{shown}{' ' + CUT if pieces[-1][1] < len(text) else ''}"


def _windows(text: str, hits: Sequence[Span], room: int) -> Iterator[tuple[int, int]]:
    """Stretches around the first hits that lie apart; together about as long as there is room."""
    first = [hits[0]]
    for hit in hits[1:]:
        if len(first) < _APART and hit.start > first[-1].end + 2 * _AROUND:
            first.append(hit)
    around = max(_AROUND, (room // len(first) - len(first[0])) // 2)
    start = end = -1
    for hit in first:
        before, after = _whole_words(text, hit.start - around, hit.end + around)
        if before > end:
            if end > 0:
                yield start, end
            start = before
        end = after
    yield start, end


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Moved outward from the middle of a word, and to the edges of the text where those are near."""
    if start < _AROUND:
        end, start = end - min(start, 0), 0
    if end > len(text) - _AROUND:
        end = len(text)
    before = text.rfind(" ", max(0, start - _WORD), start) + 1
    after = text.find(" ", end, end + _WORD)
    return before or start, after if after >= 0 else end
