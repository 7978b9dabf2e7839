"""What the figures of one sentence are about: noun, role, place, period, population, event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.figures.counted import (
    Phrase,
    noun_phrase,
)
from claims.extraction.figures.counted_before import before_including, measured_before
from claims.extraction.figures.counted_words import is_participle
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.figures.roles import OF_PEOPLE, role, role_of_noun
from claims.extraction.figures.scope import Found, place_of, places, population
from claims.extraction.numbers.reading import number_at
from claims.extraction.numbers.values import Numeral
from claims.model import Population


@dataclass(slots=True)
class About:
    """What one figure is about; "" where the sentence does not say."""

    counted: str = ""
    role: str = ""
    place: str = ""
    population: Population | None = None
    last: int = 0


def about(given: Given, readings: Sequence[Reading]) -> list[About]:
    """One About a reading, in the same order; later figures may take the noun of earlier ones."""
    named = places(given.row)
    found: list[About] = []
    earlier: About | None = None  # the nearest earlier plain count whose noun is known
    for number, reading in enumerate(readings):
        end = readings[number + 1].first if number + 1 < len(readings) else len(given.row)
        made = _about(given, reading, end, named, earlier)
        if reading.unit is None and not reading.dimension and made.counted:
            earlier = made
        found.append(made)
    return found


def _about(given: Given, reading: Reading, end: int, named: Sequence[Found], earlier: About | None) -> About:
    row = given.row
    made = About(last=reading.noun)
    made.population = population(row, reading.first, reading.core, reading.noun, len(row))
    if reading.is_age:
        made.counted = "age"
    elif reading.unit is None and not reading.dimension:
        _count(given, reading, end, made, earlier)
    else:
        _measure(given, reading, made)
    if not made.role and not reading.is_age:
        made.role = role(row, reading.first, made.last, 0, end)
    made.place = place_of(row, named, made.last, made.last, end)
    return made


def _count(given: Given, reading: Reading, end: int, made: About, earlier: About | None) -> None:
    """A plain count: the noun to its right, else one that an earlier count or a verb gives."""
    row = given.row
    single = reading.value == 1 and reading.to is None
    phrase = noun_phrase(row, _after_of(given, reading), singular=single)
    if phrase is not None and not _is_role(given, phrase):
        made.counted, made.last = phrase.of(row), phrase.last
        made.role = role_of_noun(_head(given, phrase))
        return
    if whole := _whole_of(given, reading):
        made.counted = whole.of(row)
        return
    left = before_including(row, reading.first)
    if left is not None:
        made.counted = _without_number(given, left)
        made.role = role_of_noun(row[left.last - 1].lower)
        return
    own = role(row, reading.first, reading.noun, 0, end)
    if earlier is not None and _is_elided(given, reading):
        made.counted, made.role = earlier.counted, own if _says_state(given, reading) else earlier.role
    elif own in OF_PEOPLE:
        made.counted, made.role = "people", own
    elif made.population is not None:
        made.counted = "people" if given.word(reading.noun) in ("other", "others") else ""
    elif left := measured_before(row, reading.first):
        made.counted = left.of(row)


def _after_of(given: Given, reading: Reading) -> int:
    """Past "of" after a vague word: "dozens of people", "hundreds of thousands of customers"."""
    at = reading.noun
    if given.word(at) == "of" and (reading.is_vague or given.word(at - 1) in ("pair", "couple")):
        at += 1
        while given.word(at) in ("the", "its", "his", "her", "their", "our", "these", "those"):
            at += 1
    elif given.text(at) == "-":
        at += 1
    return at


def _whole_of(given: Given, reading: Reading) -> Phrase | None:
    """ "12 of the 31 invoices": what the whole counts, its part counts too."""
    at = reading.noun
    if given.word(at) != "of":
        return None
    at += 2 if given.word(at + 1) in _BEFORE_NOUN else 1
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


_BEFORE_NOUN = frozenset("the its his her their our all those these that this".split())


def _measure(given: Given, reading: Reading, made: About) -> None:
    """A measured amount or a share: of what, to the right, else the subject to the left."""
    row, at = given.row, _measured_from(given, reading)
    phrase = noun_phrase(row, at) if at < len(row) else None
    if phrase is not None:
        made.counted, made.last = phrase.of(row), phrase.last
        return
    is_clause = given.word(reading.first - 1) not in ("that", "")
    if defined := _defined(given, reading):
        made.counted = defined.of(row)
    elif reading.dimension != "time" and is_clause and (left := measured_before(row, reading.first)):
        made.counted = "" if _is_operation(left.of(row)) else left.of(row)


def _is_operation(phrase: str) -> bool:
    """ "Operation Tidewater": the event, not what is measured."""
    return phrase.startswith("Operation ")


def _measured_from(given: Given, reading: Reading) -> int:
    """Where the noun of a measure begins: past "of", "worth of", "in", "included in the"."""
    at = reading.noun + (given.words(reading.noun, reading.noun + 2) == ("worth", "of"))
    word = given.word(at)
    if word == "in" and reading.dimension == "money":
        # "$5 million in cash" is of cash; "$5 million in Austria" is not of Austria.
        return len(given.row) if given.text(at + 1)[:1].isupper() else at + 1
    if word in ("of", "-"):
        at += 1
    elif is_participle(word) and given.word(at + 1) in ("in", "on", "for", "to"):
        at += 2
    elif reading.dimension != "ratio":
        return at
    while given.word(at) in _BEFORE_NOUN:
        at += 1
    return at


# How long an aside between a figure and its verb may be, in tokens.
_ASIDE = 12


def _defined(given: Given, reading: Reading) -> Phrase | None:
    """ "two milligrams — a few grains — is a lethal dose": what the figure is said to be."""
    at = reading.noun
    if given.text(at) in ("—", "–", ",", "("):
        closing = {"(": ")"}.get(given.text(at), given.text(at))
        ends = [place for place in range(at + 1, at + _ASIDE) if given.text(place) == closing]
        at = ends[0] + 1 if ends else at
    if given.word(at) not in ("is", "are", "was", "were"):
        return None
    at += 1
    while given.word(at) in ("a", "an", "the", "about"):
        at += 1
    return noun_phrase(given.row, at) if at < len(given.row) else None
