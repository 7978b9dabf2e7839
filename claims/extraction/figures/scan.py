"""All figures of one sentence, and what was turned down, in order of place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.extraction.figures.ages import read_age
from claims.extraction.figures.bounds import read_bounds
from claims.extraction.figures.counted import noun_phrase
from claims.extraction.figures.counted_words import is_plural
from claims.extraction.figures.drawings import without_parts
from claims.extraction.figures.masks import Mask, Rejection
from claims.extraction.figures.multiples import is_multiple
from claims.extraction.figures.names import plural_follows
from claims.extraction.figures.papers import is_lettered
from claims.extraction.figures.ranges import joined
from claims.extraction.figures.reading import Given, Reading, Rejected
from claims.extraction.figures.rejected import rejection
from claims.extraction.figures.shared_units import share_units
from claims.extraction.figures.small_units import read_small_unit
from claims.extraction.figures.uncertain import read_uncertainty
from claims.extraction.numbers.reading import OPENERS, number_at
from claims.extraction.numbers.tokens import DIGITS, MARK, WORD, Token
from claims.extraction.numbers.values import Numeral, Unreadable, scale_by
from claims.extraction.units.money_reading import Measured, money_before, scale_money
from claims.extraction.units.reading import per_what, unit_after


@dataclass(slots=True)
class Scan:
    """What one sentence holds."""

    readings: list[Reading] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)


def scan(row: Sequence[Token], masked: Sequence[Mask], country: str = "") -> Scan:
    """Read a tokenised sentence; `masked` are its places that hold no figure."""
    given, found = Given(row, country), Scan()
    hidden = _hidden(row, masked)
    at = 0
    while at < len(row):
        token = row[at]
        begins = token.lower in OPENERS if token.kind == WORD else token.kind != MARK
        if not begins or at in hidden:
            at += 1
            continue
        number = number_at(row, at)
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
    for reading in found.readings:
        read_bounds(given, reading)
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
    reading = _measured(given, number)
    reason = rejection(given, reading) or _like_the_last(given, reading, found)
    if reason:
        last = reading.last if reason is Rejection.LABEL else number.last
        found.rejected.append(Rejected(reading.first, last, reason))
        return last
    found.readings.append(reading)
    return max(reading.last, number.last)


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
    is_listed = len(between) == 1 and between[0] in (",", "and", "or", "to", "-", "–", "through", "&")
    if not is_listed or last.reason not in (Rejection.LABEL, Rejection.NAME):
        return None
    return None if plural_follows(given, reading) else last.reason


def _measured(given: Given, number: Numeral) -> Reading:
    """The number with its sign, currency, unit and age words."""
    row = given.row
    before = money_before(row, number.first, given.country)
    reading = Reading(number, number.first, number.first, number.last, number.last)
    if before is not None:
        scale_money(row, number)
        reading.unit, reading.first = before.unit, before.first
    else:
        _millions(given, number)
    _read_minus(given, reading)
    reading.last = reading.noun = number.last
    article = number.is_part and given.word(number.last) in ("a", "an")  # half an hour
    after = unit_after(row, number.last + article, given.country, number)
    if after is not None and (before is None or "money" in after.unit.dimension):
        reading.unit, reading.last, reading.noun = after.unit, after.last, after.last
        read_small_unit(given, reading)
    elif before is not None:
        _money_per(given, reading)
    if reading.unit is None and is_multiple(given, number.last):
        reading.dimension, reading.noun = "ratio", number.last + 2
    elif reading.unit is None and number.is_part and "/" not in number.digits:
        reading.dimension = "ratio"
    if reading.unit is not None:
        reading.dimension = reading.unit.dimension
    read_uncertainty(given, reading)
    read_age(given, reading)
    return reading


def _money_per(given: Given, reading: Reading) -> None:

    assert reading.unit is not None
    whole = per_what(given.row, Measured(reading.unit, reading.last, reading.last))
    reading.unit, reading.last, reading.noun = whole.unit, whole.last, whole.last


def _millions(given: Given, number: Numeral) -> None:
    """ "1.5m people": millions, where a plural noun follows; else meters."""
    place = number.last
    if number.scale == 1 and given.text(place) == "m" and given.touches(place):
        phrase = noun_phrase(given.row, place + 1, tail=False)
        if phrase is not None and is_plural(given.word(phrase.last - 1)):
            scale_by(number, 10**6, place + 1)


# Marks that a sign may touch: a hyphen after anything else joins words or numbers.
_SIGN_OPENERS = frozenset('( [ { = < > ≤ ≥ ~ ∼ ≈ : " “ ‘'.split())


def _read_minus(given: Given, reading: Reading) -> None:
    """ "-5", "minus 5", "minus-260": a sign that touches the number and nothing before it."""
    at = reading.first - 1
    number = reading.numeral
    if at < 0 or number.value is None:
        return
    sign = given.text(at)
    if sign in ("-", "−") and given.touches(reading.first):
        if sign == "-" and at and given.row[at - 1].kind == DIGITS:  # "12 -15 knots"
            return
        if given.word(at - 1) == "minus" and given.touches(at):
            at -= 1
        elif given.touches(at) and given.text(at - 1) not in _SIGN_OPENERS:
            return
    elif sign.lower() not in ("minus", "negative") or (at and given.row[at - 1].kind == DIGITS):
        return
    number.value, number.plain = -number.value, False
    number.digits = f"-{number.digits}"
    reading.first = at
