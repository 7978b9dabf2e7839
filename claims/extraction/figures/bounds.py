"""Words that bound a figure: "more than", "nearly", "or fewer".

The widths are those of the design note on numbers: "about" is ten per cent each
way, "nearly" from ten per cent below up to the figure. They are conventions for
telling figures that may agree from figures that cannot, not measurements.
"""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.figures.reading import Given, Reading
from claims.extraction.numbers.words import SMALL
from claims.model import Comparator

_TENTH = Decimal("0.1")

_PHRASES: dict[Comparator, str] = {
    Comparator.ABOVE: """more than|greater than|higher than|larger than|bigger than|longer than|older than
        |over the age of|above the age of
        |heavier than|better than|over|above|well over|well above|exceeding|exceeds|exceed|exceeded
        |in excess of
        |upward of|upwards of|north of|beyond|surpassing|surpassed|topping|topped|far more than
        |considerably more than|significantly more than|much more than|even more than|just over
        |slightly more than
        |slightly over|a little more than|a little over|just above|just more than|slightly above|>""",
    Comparator.AT_LEAST: """at least|at the least|no less than|not less than|not fewer than|no fewer than
        |a minimum of|minimum of|as few as|as little as|as low as
        |more than or equal to|greater than or equal to|higher than or equal to
        |equal to or more than|equal to or greater than|higher or equal than|≥|⩾|> =""",
    Comparator.BELOW: """less than|fewer than|lower than|smaller than|shorter than|younger than|under|below
        |under the age of|below the age of
        |well under|well below|short of|just under|just below|just shy of|shy of
        |slightly less than|slightly under
        |just less than|a little less than|a little under|just short of|<""",
    Comparator.AT_MOST: """up to|at most|at the most|no more than|not more than|no greater than|a maximum of
        |maximum of|as many as|as much as|as high as|as long as|as large as|upto|less than or equal to
        |lower than or equal to|equal to or less than|lower or equal than|≤|⩽|< =""",
    Comparator.ABOUT: """about|around|approximately|approx|approx .|roughly|some|an estimated|estimated|circa
        |ca|ca .|c .|nearly|almost|close to|closer to|near|more or less|in the region of|somewhere around
        |in the neighborhood of|give or take|on the order of|just about|~|∼|≈|≃|virtually|an approximate""",
}
_BEFORE: dict[tuple[str, ...], Comparator] = {
    tuple(phrase.split()): comparator
    for comparator, phrases in _PHRASES.items()
    for phrase in phrases.replace("\n", " ").split("|")
}
_LONGEST = max(map(len, _BEFORE))
# Most figures have no bound: one look at the nearest word tells.
_LAST_WORDS = frozenset(phrase[-1] for phrase in _BEFORE)

# "nearly 300" is below 300; "just over 300" is not far above it.
_FROM_BELOW = frozenset(
    {("nearly",), ("almost",), ("close", "to"), ("near",), ("closer", "to"), ("virtually",)}
)
_JUST = frozenset(("just", "slightly", "little", "shy"))

_AFTER: dict[tuple[str, ...], Comparator] = {
    tuple(phrase.split()): comparator
    for comparator, phrases in {
        Comparator.AT_LEAST: """or more|or greater|or higher|or over|or above|or older|or longer|and over
            |and above|and older|and up|or better|or larger|at least|plus|- plus|+""",
        Comparator.AT_MOST: """or less|or fewer|or under|or below|or younger|or lower|and under|and younger
            |at most""",
        Comparator.ABOUT: "or so|more or less|approximately|or thereabouts|-ish",
    }.items()
    for phrase in phrases.replace("\n", " ").split("|")
}
_FIRST_WORDS = frozenset(phrase[0] for phrase in _AFTER)

# "asked about four arrests", "worried about 300 jobs": no approximation.
_TALKS = frozenset(
    """talk talks talked talking ask asks asked asking worry worries worried worrying think thinking
    hear hears heard complain complains complained speak speaks spoke speaking know knows knew tell told
    concerned concerns wrote write writes question questions questioned information details""".split()
)
_BEFORE_SPAN = frozenset("for after to of last lasting lasted been than took taken".split())


def read_bounds(given: Given, reading: Reading) -> None:
    """Set comparator and slack from the words around a figure, and let its span take them in."""
    if reading.to is not None:
        reading.comparator = Comparator.RANGE
    elif reading.is_vague:
        reading.comparator = Comparator.VAGUE
    if not _bound_before(given, reading):
        _bound_after(given, reading)


def _bound_before(given: Given, reading: Reading) -> bool:
    if given.word(reading.first - 1) not in _LAST_WORDS:
        return False
    for length in range(min(_LONGEST, reading.first), 0, -1):
        phrase = given.words(reading.first - length, reading.first)
        comparator = _BEFORE.get(phrase)
        if comparator is None or _is_something_else(given, reading, phrase):
            continue
        reading.first -= length
        if reading.to is None and not reading.is_vague:
            reading.comparator = comparator
            reading.below = phrase in _FROM_BELOW
            is_near = comparator is Comparator.ABOUT or not _JUST.isdisjoint(phrase)
            reading.slack = _TENTH if is_near else None
        return True
    return False


def _is_something_else(given: Given, reading: Reading, phrase: tuple[str, ...]) -> bool:
    before = given.word(reading.first - len(phrase) - 1)
    if reading.dimension == "time" and given.word(reading.last) in ("ago", "earlier", "before"):
        return True  # "lower than 30 years ago"
    if phrase == ("about",):
        return before in _TALKS
    if phrase in (("near",), ("some",), ("c", "."), ("ca",)):
        small = reading.value is not None and reading.value < 10 and reading.unit is None
        return small or before in ("the", "of") or not given.row[reading.core].text[:1].isdigit()
    if phrase == ("over",) and reading.unit is not None and reading.unit.dimension == "time":
        return not (reading.is_age or before in _BEFORE_SPAN)
    if phrase == ("up", "to"):
        return before in (
            "back",
            "inching",
            "went",
            "going",
            "moved",
            "rose",
            "edged",
            "climbed",
            "him",
            "it",
        )
    return phrase in (("under",), ("below",), ("above",)) and before in ("from", "the")


def _bound_after(given: Given, reading: Reading) -> None:
    if given.word(reading.last) not in _FIRST_WORDS:
        return
    for length in (4, 3, 2, 1):
        phrase = given.words(reading.last, reading.last + length)
        comparator = _AFTER.get(phrase)
        if comparator is None:
            continue
        if phrase == ("+",) and not given.touches(reading.last):
            return
        if phrase == ("plus",) and given.word(reading.last + 1) in SMALL:
            return
        if reading.to is None and not reading.is_vague:
            reading.comparator = comparator
            reading.slack = _TENTH if comparator is Comparator.ABOUT else None
        reading.last += len(phrase)  # less than `length` where the sentence ends
        reading.noun = max(reading.noun, reading.last)
        return
