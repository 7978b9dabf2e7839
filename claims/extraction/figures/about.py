"""What the figures of one sentence are about: noun, role, place, period, population, event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.figures.counted import Phrase, noun_phrase
from claims.extraction.figures.counted_before import before_including
from claims.extraction.figures.counted_further import noun_left_out, with_list
from claims.extraction.figures.governors import Governors
from claims.extraction.figures.measures import BEFORE_NOUN, measured, paid_for
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.figures.roles import OF_PEOPLE, role, role_of_noun
from claims.extraction.figures.scope import place_of, places, population
from claims.extraction.numbers.reading import number_at
from claims.extraction.numbers.values import Numeral
from claims.model import Population


@dataclass(slots=True)
class About:
    """What one figure is about; "" where the sentence does not say.

    Attributes:
        subject: of whom or what it is told, where that is not what is counted.
        last: the place after the noun that is counted.
    """

    counted: str = ""
    subject: str = ""
    role: str = ""
    place: str = ""
    population: Population | None = None
    last: int = 0


def about(given: Given, readings: Sequence[Reading]) -> list[About]:
    """One About a reading, in the same order; later figures may take the noun of earlier ones."""
    named = places(given.row)
    found: list[About] = []
    earlier: About | None = None  # the nearest earlier plain count whose noun is known
    durations = {n for n, one in enumerate(readings) if one.dimension == "time" and not one.is_age}
    ages = {n for n, one in enumerate(readings) if one.is_age}
    places_of = [(one.first, max(one.last, one.noun)) for one in readings]
    governors = Governors(given.row, places_of, durations, ages)
    for number, reading in enumerate(readings):
        end = readings[number + 1].first if number + 1 < len(readings) else len(given.row)
        governor = governors.next()
        made = About(last=reading.noun, subject=governor.of(given.row) if governor else "")
        _fill(made, given, reading, readings, end, earlier)
        made.place = place_of(given.row, named, made.last, made.last, end)
        is_whole = earlier is None or made.population is not Population.PART
        is_whole = is_whole and made.last > reading.noun  # what stands behind its figure is sure
        if reading.unit is None and not reading.dimension and made.counted and is_whole:
            earlier = made  # of "25 people, including 3 children, and 14 others" the others are people
        found.append(made)
    return found


def _fill(
    made: About, given: Given, reading: Reading, readings: Sequence[Reading], end: int, earlier: About | None
) -> None:
    row = given.row
    made.population = population(row, reading.first, reading.core, reading.noun, len(row))
    if reading.is_age:
        _age(given, reading, readings, made)
        return
    if reading.unit is None and not reading.dimension:
        _count(given, reading, end, made, earlier)
    else:
        made.role = role(row, reading.first, made.last, 0, end)
        _measure(given, reading, readings, made)
    if not made.role:
        made.role = role(row, reading.first, made.last, 0, end)


def _age(given: Given, reading: Reading, readings: Sequence[Reading], made: About) -> None:
    """ "a 12-year-old [boat]": whose age it is stands behind it, else before."""
    made.counted = "age"
    if given.word(reading.noun - 1) == "old" and (whose := measured(given, reading, readings)):
        made.subject = whose.of(given.row)


def _measure(given: Given, reading: Reading, readings: Sequence[Reading], made: About) -> None:
    """A measured amount or a share: of what, to the right, else what it is told of."""
    found = measured(given, reading, readings)
    if found is None and not made.subject:
        found = paid_for(given, reading)
    if found is not None:
        made.counted, made.last = found.of(given.row), found.last
    elif not _is_of_its_agent(reading, made) and not _is_operation(made.subject):
        made.counted, made.subject = made.subject, ""


def _is_of_its_agent(reading: Reading, made: About) -> bool:
    """Who seized or spent an amount, or did something for so long, is not what the amount is of."""
    is_share = reading.dimension in ("percent", "ratio")  # what lost 2 percent is
    return reading.dimension == "time" or (bool(made.role) and not is_share)


def _is_operation(phrase: str) -> bool:
    """ "Operation Tidewater": the event, not what is measured."""
    return phrase.startswith("Operation ")


def _count(given: Given, reading: Reading, end: int, made: About, earlier: About | None) -> None:
    """A plain count: the noun to its right, else one that an earlier count or a verb gives."""
    row = given.row
    single = reading.value == 1 and reading.to is None
    phrase = noun_phrase(row, _after_of(given, reading), singular=single)
    if phrase is not None and not _is_role(given, phrase):
        made.last = phrase.last
        made.counted = (noun_left_out(row, phrase) or with_list(row, phrase)).of(row)
        made.role = role_of_noun(_head(given, phrase))
    elif whole := _whole_of(given, reading):
        made.counted = whole.of(row)
    elif left := before_including(row, reading.first):
        made.counted = _without_number(given, left)
        made.role = role_of_noun(row[left.last - 1].lower)
    else:
        _count_elsewhere(given, reading, end, made, earlier)


def _count_elsewhere(given: Given, reading: Reading, end: int, made: About, earlier: About | None) -> None:
    own = role(given.row, reading.first, reading.noun, 0, end)
    if earlier is not None and _is_elided(given, reading):
        made.counted, made.role = earlier.counted, own if _says_state(given, reading) else earlier.role
    elif own in OF_PEOPLE:
        made.counted, made.role = "people", own
    elif made.population is not None:
        made.counted = "people" if given.word(reading.noun) in ("other", "others") else ""
    elif not _is_operation(made.subject):
        made.counted, made.subject = made.subject, ""


def _after_of(given: Given, reading: Reading) -> int:
    """Past "of" after a vague word: "dozens of people", "hundreds of thousands of customers"."""
    at = reading.noun
    of_some = reading.is_vague or given.word(at - 1) in ("pair", "couple") or given.word(at + 1) in _OF_A_SET
    if given.word(at) == "of" and given.word(at + 1) in ("them", "which", "whom"):
        return at + 2  # "40 of them rifles"
    if given.word(at) == "of" and of_some:
        at += 1
        while given.word(at) in ("the", "its", "his", "her", "their", "our", "these", "those"):
            at += 1
    elif given.text(at) == "-":
        at += 1
    return at


_OF_A_SET = frozenset("the its his her their our my your these those".split())


def _whole_of(given: Given, reading: Reading) -> Phrase | None:
    """ "12 of the 31 invoices": what the whole counts, its part counts too."""
    at = reading.noun
    if given.word(at) != "of":
        return None
    at += 2 if given.word(at + 1) in BEFORE_NOUN else 1
    whole = number_at(given.row, at) if at < len(given.row) else None
    return noun_phrase(given.row, whole.last) if isinstance(whole, Numeral) else None


def _head(given: Given, phrase: Phrase) -> str:
    """The last word before "of": "seizures" in "seizures of drugs"."""
    for at in range(phrase.first, phrase.last):
        if given.word(at) == "of":
            return given.word(at - 1)
    return given.word(phrase.last - 1)


def _is_role(given: Given, phrase: Phrase) -> bool:
    """ "12 killed", "three dead": what happened, with nobody named."""
    words = given.words(phrase.first, phrase.last)
    return len(words) == 1 and words[0] in _STATES


_STATES = frozenset(
    "killed dead injured wounded hurt missing arrested charged detained hospitalized displaced".split()
)


def _says_state(given: Given, reading: Reading) -> bool:
    return given.word(reading.noun) in _STATES


def _without_number(given: Given, phrase: Phrase) -> str:
    """ "number of arrests" counts arrests."""
    words = given.words(phrase.first, phrase.last)
    if "of" in words and words[0] in ("number", "total"):
        return Phrase(phrase.first + words.index("of") + 1, phrase.last).of(given.row)
    return phrase.of(given.row)


def _is_elided(given: Given, reading: Reading) -> bool:
    """Does the count stand without a noun where an earlier one is meant ("two in Canada")?"""
    following = given.word(reading.noun)
    return following in ("in", "at", "from", "of", "on", "others", "other", "more", "were", "are", "") or (
        following in _STATES or not following.isalpha()
    )
