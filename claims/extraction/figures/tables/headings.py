"""What a heading of a column or a row says: words, a unit, a time, a total, a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.extraction.figures.scan import scan
from claims.extraction.figures.tables.cells import UnitOfHeading
from claims.extraction.numbers.tokens import tokens
from claims.extraction.units.lookup import spelled_unit

# Headings longer than this are sentences; what they hold is not taken apart.
_LONGEST = 120

_NOTES = re.compile(r"\s?(?:\[[0-9a-z*†‡]{1,3}\]|[*†‡§¶⁰¹⁴-⁹])(?=\s|$|\()")
_MONTH = (
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:1[5-9]|20|21)[0-9]{2}"
_PERIOD = re.compile(
    rf"(?:(?:FY|fiscal(?: year)?|in|year|H[12]|Q[1-4]|(?:first|second|third|fourth) (?:quarter|half)(?: of)?"
    rf"|{_MONTH}(?:\s[0-3]?[0-9],?)?|[0-3]?[0-9]\s{_MONTH})\s?){{0,2}}"
    rf"{_YEAR}(?:\s?[-–/]\s?(?:[0-9]{{2}}|{_YEAR}))?(?:\s(?:Q[1-4]|H[12]))?|{_MONTH}|Q[1-4]",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:grand |overall )?totals?|all|overall|altogether|sum|combined", re.IGNORECASE)
_TOTAL_OF = re.compile(
    r"(?:grand |overall )?totals?,? (?:of |for |number of )?(?!of\b)(?P<rest>\w.{0,100})", re.IGNORECASE
)

# Kinds of places, as the heading of a column calls what stands in it.
_PLACES = frozenset(
    """county counties city cities town towns state states country countries nation district districts
    region regions province place location area borough parish ward wards precinct village municipality
    community territory island port harbor harbour neighborhood neighbourhood site jurisdiction""".split()
)
# Columns of numbers that measure nothing.
_LABELS = frozenset(
    """rank ranking ranked no no. # id code zip postcode year years date day time week month season
    phone tel telephone fax page pages position pos seed lane bib jersey model version grade born founded
    opened built route flight room section isbn channel line item ref reference case docket bill ward
    district precinct score result""".split()
)
_RANKS = frozenset(("rank", "ranking", "#", "no", "no.", "pos", "position", ""))
_GENERIC = frozenset(
    """number numbers count amount amounts value values figure figures n total totals quantity no. #
    how many in of the""".split()
)

_SCALES = {
    "k": "thousand", "'000": "thousand", "'000s": "thousand", "000": "thousand", "000s": "thousand",
    "thousand": "thousand", "thousands": "thousand", "m": "million", "mn": "million", "mm": "million",
    "million": "million", "millions": "million", "bn": "billion", "b": "billion", "billion": "billion",
    "billions": "billion", "trillion": "trillion", "trillions": "trillion", "tn": "trillion",
}  # fmt: skip
_MONEY = re.compile(r"(?P<sign>[A-Z]{0,3}[$£€¥₹]|[A-Z]{3}(?![A-Za-z]))\s?(?P<rest>.{0,40})")
_PER_CENT = re.compile(r"%|\bper ?cent(?:age)?s?\b|\bpct\b", re.IGNORECASE)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_TAIL = re.compile(r"(?:,|\bin\b)\s+(?:the )?([^,]{1,40})$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What one heading says.

    Attributes:
        words: what is left as the name of something, "" for "2023", "Total" or "%".
        period: the time, as printed.
        is_total: all of what the other rows or columns give in parts.
    """

    words: str = ""
    unit: UnitOfHeading | None = None
    period: str = ""
    is_total: bool = False

    @property
    def names_place(self) -> bool:
        """Does it say that places stand below it ("County")?"""
        return bool(self.words) and self.words.split()[-1].lower() in _PLACES

    @property
    def is_label(self) -> bool:
        """Do the numbers below it only tell one from another ("Rank", "Page")?"""
        last = self.words.lower().split()[-1:]
        return bool(last) and last[0] in _LABELS and len(self.words.split()) <= 2

    @property
    def is_rank(self) -> bool:
        """Are the numbers below it places in an order, which name nothing?"""
        return self.words.lower() in _RANKS

    @property
    def is_generic(self) -> bool:
        """Does it say no more than that there is an amount?"""
        return all(word in _GENERIC for word in self.words.lower().split())


@lru_cache(maxsize=1024)
def heading(printed: str) -> Heading:
    """What a heading says, footnote marks left out."""
    plain = " ".join(_NOTES.sub("", printed.replace("\\|", "|")).split())
    if not plain or len(plain) > _LONGEST:
        return Heading(plain[:_LONGEST])
    unit, rest = _unit_in(plain)
    if _PERIOD.fullmatch(rest):
        return Heading(unit=unit, period=rest)
    if _TOTAL.fullmatch(rest):
        return Heading(unit=unit, is_total=True)
    found = _TOTAL_OF.fullmatch(rest)
    return Heading(found["rest"] if found else rest, unit, is_total=found is not None)


def _unit_in(plain: str) -> tuple[UnitOfHeading | None, str]:
    """The unit a heading names, and the heading without it."""
    for start, end, inner in _candidates(plain):
        for part in inner.split(";"):
            if unit := unit_of(part.strip()):
                return unit, _tidy(plain[:start] + plain[end:])
        if inner.lower() in _GENERIC:
            return None, _tidy(plain[:start] + plain[end:])
    if _PER_CENT.search(plain):
        return UnitOfHeading(after=" percent"), _tidy(_PER_CENT.sub("", plain, count=1))
    return None, plain


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:-–")


def _candidates(plain: str) -> Iterator[tuple[int, int, str]]:
    """Places of a heading that may be its unit: brackets, what follows a comma or "in", all of it."""
    for found in reversed(list(_BRACKET.finditer(plain))):
        yield found.start(), found.end(), found[1]
    if tail := _TAIL.search(plain):
        yield tail.start(), tail.end(), tail[1]
    last = plain.split()[-1]
    if last[-1] in "$£€¥₹":
        yield len(plain) - len(last), len(plain), last
    unit = spelled_unit(plain.lower())
    if plain[0] in "$£€¥₹" or (unit is not None and plain.lower() != unit.name):
        yield 0, len(plain), plain


@lru_cache(maxsize=1024)
def unit_of(words: str) -> UnitOfHeading | None:
    """ "$ million", "US$m", "%", "km2", "thousands", "millions of dollars", "'000 tonnes"; else None."""
    if not words:
        return None
    if _PER_CENT.fullmatch(words) or _PER_CENT.match(words):
        return UnitOfHeading(after=" percent")
    before = ""
    if (found := _MONEY.fullmatch(words)) and _is_one("1", UnitOfHeading(found["sign"])):
        before, words = found["sign"], found["rest"]
    first, _, rest = words.replace("’", "'").partition(" ")
    scale = _SCALES.get(first.lower() if len(first) > 1 or before else "", "")
    if scale:
        words = rest.removeprefix("of ")
    made = UnitOfHeading(before, scale and f" {scale}", words and f" {words}")
    if words and not _is_one("2", made):
        made = UnitOfHeading(before, scale and f" {scale}")
        return made if scale and not before else None
    return made if before or scale or words else None


def _is_one(number: str, unit: UnitOfHeading) -> bool:
    """Does a number with these words make one figure with a unit?"""
    row = tokens(unit.put_to(number, 0))
    readings = scan(row, []).readings
    return len(readings) == 1 and readings[0].last == len(row) and readings[0].unit is not None
