"""Where sentences end: a rule for edited English, one pass, linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.model import Span

# A stop, then closing marks, then a space, then something that can begin a
# sentence. The parts are bounded, so no text makes it slow.
_END = re.compile(
    r"[.!?\u2026]{1,4}[\"'\u201d\u2019\u00bb)\]]{0,3}(?=\s+[\"'\u201c\u2018\u00ab(\[$£€]{0,3}[A-Z0-9\u00c0-\u00de])"
)

_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.]{0,11})\.$")

# Abbreviations after which a capital begins no sentence: titles, months,
# states as newspapers print them (AP Stylebook), companies, and the like.
_ABBREVIATIONS = frozenset(
    """Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Govs Lt Col Gen Maj Capt Cmdr Sgt Cpl Pvt Adm Rev Hon
    Pres Supt Insp Det Atty Asst Dep St Ste Mt Ft Jr Sr v vs No Nos Art Sec Fig Vol Jan Feb Mar Apr Jun
    Sect Figs Eq Eqs Ref Refs pp
    Jul Aug Sept Sep Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass
    Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Inc Corp Co Ltd Bros approx
    est al dept Dept U.S U.N U.K E.U D.C N.Y N.J N.C S.C N.H N.M N.D S.D W.Va R.I a.m p.m i.e e.g
    Ph.D M.D B.A M.A J.D U.S.C C.F.R""".split()
)

_TITLES = frozenset("Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Lt Col Gen Maj Capt Sgt Adm Rev Atty St".split())

# These do end a sentence when a usual opener follows.
_OPENERS = frozenset(
    """The A An In On At He She It They We I You This That These Those But And Or So If When While
    After Before As For From To By With His Her Their Our My Its Then There Here What Who How Why
    Asked According Since Until Although Because However Meanwhile No Not Some Many Most All Each
    One Two Three""".split()
)
_MAY_END = frozenset("U.S U.N U.K E.U D.C N.Y N.J a.m p.m Inc Corp Co Ltd Jr Sr Ph.D M.D".split())
_NEXT_WORD = re.compile(r"\s+[\"'\u201c\u2018\u00ab(\[]{0,3}([A-Za-z]+)")


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph, in order; together they cover its words."""
    start = paragraph.start
    for end in sentence_ends(text, paragraph):
        yield Span(start, end)
        start = end
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def sentence_ends(text: str, stretch: Span) -> Iterator[int]:
    """Where sentences end within a stretch of text, behind their closing marks; its own end is none."""
    for found in _END.finditer(text, stretch.start, stretch.end):
        if _ends_sentence(text, found.start(), found.end(), stretch):
            yield found.end()


def _ends_sentence(text: str, stop: int, end: int, paragraph: Span) -> bool:
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return True
    before = _WORD_BEFORE.search(text, max(paragraph.start, stop - 12), stop + 1)
    if not before:
        return True
    word = before.group(1)
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    in_capitals = word.isupper() and word.capitalize() in _TITLES  # a headline's "SEN. VEGA"
    if word not in _ABBREVIATIONS and not is_initial and not in_capitals:
        return True
    following = _NEXT_WORD.match(text, end)
    opens = following is not None and following.group(1) in _OPENERS
    return opens and (word in _MAY_END)
