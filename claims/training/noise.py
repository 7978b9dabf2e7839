"""The same lesson in another house's style: other marks, other punctuation, other capitals.

Without it the encoder learns one newspaper's typography and trusts it.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.training.corpora import Lesson, Place, Said

# Where, and what stands there instead.
Edit = tuple[int, int, str]

_MARK = re.compile("[\u201c\u201d\"]|(?<![\\w'`])``|''")
_LOGICAL = re.compile('([,.])([\u201d"])')
_TAG_COMMA = re.compile('([\u201d"]),? (?=(?:said|says|added|[A-Z][a-z]+ (?:said|says))\\b)')
_HEADING = re.compile(r"\A[^\n]{10,150}(?=\n)")

# How often a lesson's marks are printed in each way; "as is" keeps what the source prints.
_MARKS = {
    "as is": 0.45,
    "straight": 0.20,
    "curly": 0.08,
    "single": 0.09,
    "dropped": 0.06,
    "one dropped": 0.05,
    "wrongly turned": 0.04,
    "angled": 0.03,
}
_PAIRS = {
    "straight": '""',
    "curly": "\u201c\u201d",
    "single": "\u2018\u2019",
    "angled": "\u00ab\u00bb",
    "dropped": "",
}
_LOGICAL_SHARE, _DASH_SHARE, _HEADING_SHARE, _LOWER_SHARE = 0.12, 0.08, 0.25, 0.03


@dataclass(frozen=True, slots=True)
class _Moved:
    """Where places of the old text are in the new one."""

    ends: list[int]
    shifts: list[int]

    def offset(self, old: int) -> int:
        return old + self.shifts[bisect_right(self.ends, old)]

    def place(self, old: Place) -> Place | None:
        start, end = self.offset(old[0]), self.offset(old[1])
        return (start, end) if start < end else None


def noisy(lesson: Lesson, chance: random.Random) -> Lesson:
    """The lesson, perhaps in another style; its places move with the words."""
    style = chance.choices(list(_MARKS), list(_MARKS.values()))[0]
    changed = _edited(lesson, list(_marks(lesson.text, style, chance)))
    if chance.random() < _LOGICAL_SHARE:
        commas = _LOGICAL.finditer(changed.text)
        changed = _edited(changed, [(m.start(), m.end(), m[2] + m[1]) for m in commas])
    elif chance.random() < _DASH_SHARE:
        tags = _TAG_COMMA.finditer(changed.text)
        changed = _edited(changed, [(m.end(1), m.end(), " \u2014 ") for m in tags if chance.random() < 0.5])
    heading = _HEADING.search(changed.text)
    if heading and chance.random() < _HEADING_SHARE:
        spelt = heading.group().upper() if chance.random() < 0.5 else heading.group().title()
        changed = _respelt(changed, heading.start(), heading.end(), spelt)
    if chance.random() < _LOWER_SHARE:
        changed = _respelt(changed, 0, len(changed.text), changed.text.lower())
    return changed


def _marks(text: str, style: str, chance: random.Random) -> Iterator[Edit]:
    if style == "as is":
        return
    opens = True
    paragraph = -1
    for found in _MARK.finditer(text):
        here = text.rfind("\n", 0, found.start())
        opens = here != paragraph or not opens
        if found.group() in "\u201c\u201d":
            opens = found.group() == "\u201c"
        paragraph = here
        printed = _printed(found.group(), style, opens, chance)
        if printed != found.group():
            yield found.start(), found.end(), printed


def _printed(mark: str, style: str, opens: bool, chance: random.Random) -> str:
    if style == "one dropped":
        return "" if chance.random() < 0.08 else mark
    if style == "wrongly turned":
        turned = opens if chance.random() < 0.8 else not opens
        return "\u201c" if turned else "\u201d"
    pair = _PAIRS[style]
    return pair[0 if opens else -1] if pair else ""


def _edited(lesson: Lesson, edits: list[Edit]) -> Lesson:
    """The lesson with `edits`, which are in order and apart."""
    if not edits:
        return lesson
    pieces: list[str] = []
    ends: list[int] = []
    shifts = [0]
    at = 0
    for start, end, printed in edits:
        pieces += (lesson.text[at:start], printed)
        at = end
        ends.append(end)
        shifts.append(shifts[-1] + len(printed) - (end - start))
    return _with_text(lesson, "".join((*pieces, lesson.text[at:])), _Moved(ends, shifts))


def _respelt(lesson: Lesson, start: int, end: int, spelt: str) -> Lesson:
    """Other capitals; not where that would change the length of the text."""
    if len(spelt) != end - start:
        return lesson
    return replace(lesson, text=lesson.text[:start] + spelt + lesson.text[end:])


def _with_text(lesson: Lesson, text: str, moved: _Moved) -> Lesson:
    said = (_said(one, moved) for one in lesson.said)
    return replace(lesson, text=text, said=tuple(one for one in said if one))


def _said(one: Said, moved: _Moved) -> Said | None:
    spans = tuple(place for place in map(moved.place, one.spans) if place)
    if not spans:
        return None
    source, cue = (place and moved.place(place) for place in (one.source, one.cue))
    return Said(spans, source, cue, one.on_record)
