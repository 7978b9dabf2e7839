"""Page furniture: the lines of a page that are no part of its article.

Buttons, advertisement marks, credits, repeated headlines, navigation. The text
stays whole; `Document.furniture` marks where no quote and no claim is looked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from claims.model import Span
from sources.publishers import is_section
from sources.units import Layout, Unit
from sources.vocabulary import phrases

# Whole lines, compared in lower case and without outer marks.
_LINES = phrases("furniture_lines")
_EDGE = " \t\u00a0:;,.|»«›‹→←▼▲•·…-–—*#[]<>"

# Lines that begin so and are short; notices of any length.
_BEGINNINGS = tuple(phrases("furniture_beginnings"))
_SHORT = 16
_NOTICES = tuple(phrases("notices"))
# Pointers may quote the headline they point to: "Read more: “I lost everything”".
_POINTERS = tuple(
    f"{phrase.rstrip(':')}:"
    for phrase in _BEGINNINGS
    if phrase.startswith(("read ", "related", "see also", "more on"))
)

# A picture's credit: the whole line, or the end of a caption.
_CREDIT_LINE = re.compile(
    r"(?:\(?(?:file )?(?:photo|image|picture|photograph|video|illustration|graphic)s?"
    r"(?: (?:by|credit|courtesy|provided)\b| ?[:/|])"
    r"|credit ?:|courtesy (?:of|photo)|\(?(?:ap|afp|reuters|getty) (?:photo|images?)\b|getty images\b)",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    r"(?:\((?:ap photo|photo|file photo|image|reuters|getty|afp|courtesy)[^()]{0,80}\)?"
    r"|(?:/|\bvia |\| ?|— ?)(?:getty images|ap photo|afp|associated press|ap|reuters|shutterstock|istock)"
    r"|\b(?:getty images|ap photo|shutterstock)(?:/[\w .]{2,40})?"
    r"|photo(?: by|:) [A-Z][\w.'’\- /]{2,60})\W{0,2}$",
    re.IGNORECASE,
)
# Words of a caption; characters of what `_CREDIT_END` finds (92 at most).
_LONGEST_CAPTION, _LONGEST_CREDIT = 70, 120

BYLINE = re.compile(
    r"(?:Written |Reported |Story |Reporting )?(?:By|BY|by)(?::? ?)(?P<names>[A-ZÀ-Þ][^\n]{2,119})"
)
_BYLINE_WORDS = 18

# Lines that teasers and pull quotes repeat: longer ones are paragraphs, shorter ones chance.
_TEASER = range(6, 46)
# Words as blanks part them, marks that stand alone among them: a line of more is no teaser.
_LONGEST_PARAGRAPH = 2 * _TEASER.stop
_FEW_PLACES = 8

# Items of a list; a dash alone or stars alone are no item (see `is_furniture_line`).
BULLETS = ("•", "·", "*", "- ", "– ", "— ", "○", "▪", "■", "●", "‣", "►")

_WORD = re.compile(r"\w+")
_SPOKEN = re.compile(r"[\"“”„«»]")


def furniture(layout: Layout, title: Span | None, known: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Every unit that is furniture, in order.

    Args:
        title: where the title stands first; later lines equal to it are furniture.
        known: lines that reading the heading has used: masthead, date lines.
    """
    marked = {span for span in known if span != title}
    marked.update(_by_words(layout.units, title))
    marked.update(_around(layout, title))
    marked.update(_repeated(layout, title))
    # By its fields: comparing spans themselves takes twice as long (200,000 of them 1.2 s against 0.5).
    return tuple(sorted(marked, key=attrgetter("start", "end")))


def is_furniture_line(unit: Unit) -> bool:
    """Is a line furniture by its own words?"""
    text = unit.text
    lowered = text.replace("’", "'").casefold()
    bare = lowered.strip(_EDGE)
    if not any(character.isalnum() for character in bare) or bare in _LINES or lowered in _LINES:
        return True
    if lowered.startswith(_NOTICES):
        return True
    if unit.words <= _SHORT and lowered.startswith(_POINTERS):
        return True
    short = unit.words <= _SHORT and not _SPOKEN.search(text)
    if short and (_begins(unit) or _CREDIT_LINE.match(text) or is_byline(text)):
        return True
    tail = max(0, len(text) - _LONGEST_CREDIT)
    return unit.words <= _LONGEST_CAPTION and bool(_CREDIT_END.search(text, tail))


def is_byline(text: str) -> bool:
    """ "By" and names; also where a page lost the space behind "By"."""
    found = BYLINE.fullmatch(text)
    if not found or len(text.split()) > _BYLINE_WORDS or text.endswith((".", "?", "!", ":")):
        return False
    names = [word for word in re.split(r"[\s,/|&]+", found["names"]) if word.isalpha()]
    capital: int = sum(word[0].isupper() for word in names)
    return 2 <= capital >= 0.6 * len(names)


def _begins(unit: Unit) -> bool:
    """A button or pointer such as "Read more: ..."; a sentence that starts so is none."""
    lowered = unit.text.replace("’", "'").casefold()
    for phrase in _BEGINNINGS if lowered.startswith(_BEGINNINGS) else ():
        if lowered.startswith(phrase):
            behind = lowered[len(phrase) :]
            if phrase.endswith(":") or behind.lstrip()[:1] in (":", ""):
                return True
            if not behind[0].isalnum() and not unit.ends_sentence:
                return True
    return False


def _by_words(units: Sequence[Unit], title: Span | None) -> Iterator[Span]:
    after_crumb = False
    for unit in units:
        if unit.span == title:
            after_crumb = False
            continue
        if is_furniture_line(unit) or (after_crumb and unit.words <= 4):
            yield unit.span
        after_crumb = unit.text.strip(_EDGE).casefold() == "you are here"


def _around(layout: Layout, title: Span | None) -> Iterator[Span]:
    """Short lines before the title, and the list of names and links behind the article."""
    for unit in layout.head:
        if title is None or unit.span >= title:
            break
        if not unit.is_prose and unit.words <= 8 and not _holds_news(unit):
            yield unit.span
    for unit in layout.tail:
        if unit.words <= 10 and not unit.ends_sentence and not _holds_news(unit):
            yield unit.span
    yield from (unit.span for unit in layout.head if is_section(unit.text) and unit.span != title)


def _holds_news(unit: Unit) -> bool:
    """A figure, spoken words or an item of a list: what may stand behind a release."""
    return (
        unit.text.startswith(BULLETS)
        or unit.text.endswith(";")
        or bool(_SPOKEN.search(unit.text))
        or any(c.isdigit() for c in unit.text)
    )


def _repeated(layout: Layout, title: Span | None) -> Iterator[Span]:
    """The headline again; teasers, captions and pull quotes that a longer paragraph holds word for word.

    Words are made twice, a unit at a time: kept for a large text they would take ten times its size.
    """
    heading = next((_words(unit) for unit in layout.units if unit.span == title), [])
    teasers = _teasers(layout, title)
    first_two = {tuple(run.split(" ", 2)[:2]) for run in teasers}
    places: Counter[str] = Counter()
    for at, unit in enumerate(layout.units):
        words = _words(unit)
        if title is not None and unit.span > title and heading and words == heading:
            yield unit.span
        for start in [place for place, two in enumerate(pairwise(words)) if two in first_two]:
            run = " ".join(words[start : start + _TEASER.start])
            if run not in teasers or places[run] == _FEW_PLACES:
                continue
            places[run] += 1
            for index, mine in teasers[run]:
                if index != at and _holds(words, start, mine, in_head=index < layout.body <= at):
                    yield layout.units[index].span


def _words(unit: Unit) -> list[str]:
    return _WORD.findall(unit.text.casefold())


def _teasers(layout: Layout, title: Span | None) -> dict[str, list[tuple[int, str]]]:
    """Units that may be teasers, by the words they begin with: the unit's number and all its words."""
    found: dict[str, list[tuple[int, str]]] = {}
    for index, unit in enumerate(layout.units):
        if unit.words >= _LONGEST_PARAGRAPH or unit.span == title:
            continue
        words = _words(unit)
        if len(words) in _TEASER:
            begins = " ".join(words[: _TEASER.start])
            found.setdefault(begins, []).append((index, " ".join(words)))
    return found


def _holds(other: list[str], start: int, mine: str, *, in_head: bool) -> bool:
    """Do the words of a line stand in a longer one (or, for a line of the head, in one as long)?"""
    size = mine.count(" ") + 1
    longer = len(other) > size or (in_head and len(other) == size)
    return longer and " ".join(other[start : start + size]) == mine
