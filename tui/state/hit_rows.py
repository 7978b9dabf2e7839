"""A hit as a line of a list: what was searched for is in sight, and marked."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import TYPE_CHECKING

from claims.display import one_line
from claims.model import Span
from claims.views import Hit
from tui.state.excerpts import CUT
from tui.state.rows import Row
from tui.state.words import date_words, hit_sign

if TYPE_CHECKING:
    from claims.marking import Marker

# The sign of what came in since a saved search was last looked at.
NEW = "+"
# The cell of the words.
_WORDS = 3
# A hit that begins after so many letters may stand behind the edge of a narrow list; so many before it stay.
_FAR, _BEFORE = 30, 12


def rows_of(words: str, new: Container[int] = ()) -> Callable[[Hit], Row]:
    """What makes a line of a hit: sign, date, speaker, words, source; in the words what was searched for is
    marked, and what stands far before it left out.

    Args:
        words: those of the query.
        new: row keys of hits that get the sign of new ones.
    """
    from claims.marking import Marker  # the first frame waits for no store

    marker = Marker(words)

    def row(hit: Hit) -> Row:
        shown, places = from_hit(one_line(words_of(hit)), marker)
        sign = NEW if hit.key in new else hit_sign(hit)
        cells = (sign, date_words(hit.date), hit.speaker or "–", shown, hit.source or "–")
        return Row(cells, quiet=hit.status in ("hidden", "withdrawn"), bold=(_WORDS, tuple(places)))

    return row


def from_hit(text: str, marker: Marker) -> tuple[str, list[Span]]:
    """A text from shortly before its first hit on, if that is far from its beginning; and its hits."""
    places = marker(text)
    if not places or places[0].start <= _FAR:
        return text, places
    cut = text.rfind(" ", 0, places[0].start - _BEFORE) + 1
    before = len(CUT) + 1 - cut
    return f"{CUT} {text[cut:]}", [Span(one.start + before, one.end + before) for one in places]


def words_of(hit: Hit) -> str:
    """What a list shows of it: the figure before its sentence, a quote as it was said."""
    return f"{hit.surface} — {hit.text}" if hit.kind == "claim" else hit.surface or hit.text
