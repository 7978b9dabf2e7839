"""All figures of one sentence, and what was turned down, in order of place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.extraction.figures.amounts import article_amount
from claims.extraction.figures.bounds import read_bounds
from claims.extraction.figures.drawings import without_parts
from claims.extraction.figures.elided import fill_units
from claims.extraction.figures.masks import Mask, Rejection
from claims.extraction.figures.measuring import measured
from claims.extraction.figures.names import plural_follows
from claims.extraction.figures.papers import is_lettered
from claims.extraction.figures.ranges import joined
from claims.extraction.figures.ranks import rank_alone
from claims.extraction.figures.reading import Given, Reading, Rejected
from claims.extraction.figures.rejected import rejection
from claims.extraction.figures.shared_units import share_units
from claims.extraction.figures.within import within
from claims.extraction.numbers.reading import OPENERS, number_at
from claims.extraction.numbers.tokens import DIGITS, HYPHENS, MARK, WORD, Token
from claims.extraction.numbers.values import Numeral, Unreadable


@dataclass(slots=True)
class Scan:
    """What one sentence holds."""

    readings: list[Reading] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)


def scan(row: Sequence[Token], masked: Sequence[Mask], country: str = "") -> Scan:
    """Read a tokenised sentence; `masked` are its places that hold no figure."""
    if rank := rank_alone(row):
        return Scan([rank])
    given, found = Given(row, country), Scan()
    hidden = _hidden(row, masked)
    at = 0
    while at < len(row):
        token = row[at]
        begins = token.lower in OPENERS if token.kind == WORD else token.kind != MARK
        if not begins or at in hidden:
            at += 1
            continue
        number = number_at(row, at) or article_amount(given, at)
        if isinstance(number, Unreadable):
            found.unreadable.append(number)
            at = number.last
        elif number is None:
            if row[at].kind == DIGITS:
                found.rejected.append(Rejected(at, at + 1, Rejection.UNCLEAR))
            at += 1
        else:
            at = _take(given, number, found)
    found.readings, scores = joined(given, found.readings)
    found.readings, parts = without_parts(given, found.readings)
    found.rejected += scores + parts
    share_units(given, found.readings)
    fill_units(given, found.readings)
    for reading in found.readings:
        read_bounds(given, reading)
    found.readings = within(given, found.readings)
    return found


def _hidden(row: Sequence[Token], masked: Sequence[Mask]) -> set[int]:
    """Tokens that a mask touches."""
    hidden: set[int] = set()
    if not masked:
        return hidden
    reach, mask = 0, 0
    for place, token in enumerate(row):
        while mask < len(masked) and masked[mask].start < token.end:
            reach = max(reach, masked[mask].end)
            mask += 1
        if token.start < reach:
            hidden.add(place)
    return hidden


def _take(given: Given, number: Numeral, found: Scan) -> int:
    """Make a reading of a number, keep it or reject it; returns the place after it."""
    taken = found.readings[-1].last if found.readings else 0
    reading = measured(given, number, taken)
    reason = None if _goes_on(given, reading, found) else _reason(given, reading, found)
    if reason:
        last = reading.last if reason is Rejection.LABEL else number.last
        found.rejected.append(Rejected(reading.first, last, reason))
        return last
    found.readings.append(reading)
    return max(reading.last, number.last)


def _reason(given: Given, reading: Reading, found: Scan) -> Rejection | None:
    return rejection(given, reading) or _like_the_last(given, reading, found)


def _goes_on(given: Given, reading: Reading, found: Scan) -> bool:
    """ "$10-$20", "3km-5km", "5k-20k", "6-foot-4": a hyphen right after a figure, and more of the same."""
    at = reading.first - 1
    if not found.readings or at != found.readings[-1].last or given.text(at) not in HYPHENS:
        return False
    last = found.readings[-1]
    if not (given.touches(at) and given.touches(at + 1)):
        return False
    if reading.unit is None or last.unit is None:
        is_height = last.unit is not None and last.unit.name == "foot" and reading.numeral.plain
        return is_height or (last.numeral.scale > 1 and reading.numeral.scale > 1)
    return reading.unit.name == last.unit.name


def _like_the_last(given: Given, reading: Reading, found: Scan) -> Rejection | None:
    """ "sections 4 and 5", "Figures 3A and 4C", "pages 3-7": what follows a label in a list is one too."""
    if (
        not found.rejected
        or reading.first - found.rejected[-1].last != 1
        or not (reading.is_bare_count or is_lettered(given, reading))
        or not (reading.numeral.plain or "." in reading.numeral.digits)
    ):
        return None
    last = found.rejected[-1]
    between = given.words(last.last, reading.first)
    is_listed = len(between) == 1 and between[0] in (",", "of", "and", "or", "to", "-", "–", "through", "&")
    if not is_listed or last.reason not in (Rejection.LABEL, Rejection.NAME):
        return None
    return None if plural_follows(given, reading) else last.reason
