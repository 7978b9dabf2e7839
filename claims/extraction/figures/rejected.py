"""Which numbers that can be read are no claims, each rule with its reason."""

from __future__ import annotations

from collections.abc import Callable

from claims.extraction.figures import cited, papers
from claims.extraction.figures.cited import in_row_of_data
from claims.extraction.figures.counted_words import ADVERBS, CLOSED, PLURALS, VERBS, is_plural
from claims.extraction.figures.masks import Rejection
from claims.extraction.figures.names import emergency, label, name, name_after, plural_follows
from claims.extraction.figures.ranges import may_begin_range
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.numbers.tokens import DASHES, DIGITS, HYPHENS, WORD
from claims.extraction.numbers.words import ORDINALS, SMALL

Rule = Callable[[Given, Reading], Rejection | None]


def rejection(given: Given, reading: Reading) -> Rejection | None:
    """The first reason to turn a figure down, or None."""
    for rule in _ALWAYS:
        if reason := rule(given, reading):
            return reason
    if reading.spread is None and (reason := _year(given, reading)) and not in_row_of_data(given, reading):
        return reason
    if reading.is_bare_count and not reading.is_vague:
        for rule in _BARE:
            if reason := rule(given, reading):
                return reason
    return None


# ---------------------------------------------------------------- glued to letters


def _glued_before(given: Given, reading: Reading) -> Rejection | None:
    """ "COVID-19", "F-16", "mk5", "last-32"; but "minus-260", "magnitude-6.1" and "EUR50" are figures."""
    place = reading.first
    if not given.touches(place):
        return None
    before = given.row[place - 1]
    if before.kind == WORD:
        return Rejection.NAME
    if before.text in HYPHENS and given.touches(place - 1):
        joined = given.row[place - 2]
        if joined.kind == WORD and joined.lower not in ("minus", "non", "to", "of", "with", "magnitude"):
            return Rejection.NAME
        is_model = joined.kind == DIGITS and not may_begin_range(given, place - 2)
        touches = is_model and given.touches(place - 2)
        return Rejection.MODEL if touches and given.text(place - 3) not in _BEFORE_AMOUNT else None
    if before.text == "/" and given.touches(place - 1) and given.row[place - 2].kind == DIGITS:
        return Rejection.UNCLEAR
    if before.text in ("#", "_", "№"):
        return Rejection.LABEL
    if before.text in (":", ".") and given.touches(place - 1) and given.row[place - 2].kind == DIGITS:
        return None if given.text(place - 3) in DASHES else Rejection.UNCLEAR  # "cm-1:3440"
    return None


_BEFORE_AMOUNT = frozenset('~≈∼<>≤≥([“‘"$£€¥₹')  # "~2-7 grams", "$2-7 million"

_SIDES = frozenset(
    """way off sided handed faced dimensional star wheel piece button ply bedded on eyed legged lane tier
    step stop click size""".split()
)


def _glued_after(given: Given, reading: Reading) -> Rejection | None:
    """ "5G", "3D", "7-Eleven", "two-way"; units were taken off before."""
    place = reading.numeral.last
    if reading.unit is not None or not given.touches(place):
        return None
    after = given.row[place]
    if after.lower == "in" and given.word(reading.first - 1) in ("ft", "foot", "feet"):
        return None  # "6ft 2in"
    if after.kind == WORD:
        return Rejection.MODEL
    if after.text in (":", "/") and given.touches(place + 1) and given.row[place + 1].kind == DIGITS:
        return Rejection.UNCLEAR
    if after.text not in HYPHENS or not given.touches(place + 1):
        return None
    joined = given.row[place + 1]
    if joined.kind == WORD and (joined.text[:1].isupper() and joined.lower not in ("year",)):
        return Rejection.NAME
    return Rejection.IDIOM if joined.lower in _SIDES else None


def _comma_decimal(given: Given, reading: Reading) -> Rejection | None:
    """ "4,5" without a unit is rather a list than a continental decimal."""
    digits = reading.numeral.digits
    unclear = "," in digits and "." not in digits and len(digits.rpartition(",")[2]) != 3
    is_alone = len(given.row) == 1  # a price in a cell of its own
    return Rejection.LIST if unclear and reading.unit is None and not is_alone else None


# ---------------------------------------------------------------- years


_BEFORE_YEAR = frozenset(
    """in since until till by from during before after early late mid the of circa through to for year
    spring summer autumn fall winter season class january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec and or
    between this its a his her their fiscal back""".split()
)


def _year(given: Given, reading: Reading) -> Rejection | None:
    numeral = reading.numeral
    if not numeral.plain or len(numeral.digits) != 4 or not "1500" <= numeral.digits <= "2105":
        return None
    before, following = given.word(reading.first - 1), given.word(numeral.last)
    if reading.unit is not None and reading.unit.dimension == "money" and reading.first < reading.core:
        return None
    if reading.unit is not None and not _is_capitalised_word(given, reading):
        return None
    if before in ("average", "than", "about", "some", "nearly", "almost", "over", "least", "around"):
        return None
    is_round = numeral.digits.endswith("00") and numeral.digits != "1900"
    counts = is_plural(following) and (is_round or following in PLURALS)
    if counts:
        return None
    if is_round and before == "of" and given.word(reading.first - 2) in ("average", "total", "sum"):
        return None
    if is_round and before not in _BEFORE_YEAR:
        return None
    return Rejection.YEAR


def _is_capitalised_word(given: Given, reading: Reading) -> bool:
    """ "in 2016 Stone left": the word after a year is a name, not the unit it looks like."""
    text = given.text(reading.noun - 1)
    return (
        text.isalpha() and text[:1].isupper() and text[1:].islower() and reading.noun > reading.numeral.last
    )


# ---------------------------------------------------------------- "one", and numbers that count nothing

_NO_ONE = frozenset(
    """no any every each some this that which another same the such everyone other first last next only
    new old good bad big right wrong latest former latter square day number like not""".split()
)
# "one of the 40 boats", "one of her sisters": one is counted, and of what.
_OF_A_SET = frozenset("the my his her its our their your these those them us whom which".split())
_SAYING = frozenset("said says say reported reports announced confirmed confirms told".split())
_ONE_THING = frozenset("another day thing way side hand time stop sided size".split())


def _one(given: Given, reading: Reading) -> Rejection | None:
    if not (reading.numeral.in_words and reading.value == 1 and reading.numeral.digits.lower() == "one"):
        return None
    before, following = given.word(reading.first - 1), given.word(reading.numeral.last)
    if before == "that" and given.word(reading.first - 2) in _SAYING:
        before = ""  # "said that one person was killed"
    share = _is_share(given, reading.numeral.last)
    if share and before in ("only", "about", "some"):
        return None
    if following == "of" and given.word(reading.numeral.last + 1) in _OF_A_SET and before not in _NO_ONE:
        return None
    if before in _NO_ONE or following in _ONE_THING or following in ("of", "who", "that"):
        return Rejection.PRONOUN
    if share:
        return None
    if following in ORDINALS or following in HYPHENS:
        return Rejection.PRONOUN
    if following in ("in", "at", "from") and given.text(reading.numeral.last + 1)[:1].isupper():
        return None
    if not following[:1].isalpha() or following in CLOSED or following in VERBS or following in ADVERBS:
        return None if following in ("killed", "dead", "injured", "missing") else Rejection.PRONOUN
    ends_s = following.endswith("s") and not following.endswith(("ss", "us", "is"))
    return Rejection.PRONOUN if ends_s else None


def _is_share(given: Given, at: int) -> bool:
    """ "one in five", "one out of three"."""
    at += 2 if given.words(at, at + 2) == ("out", "of") else 1
    return given.word(at - 1) in ("in", "of", "every") and (
        given.word(at) in SMALL or (given.text(at).isdigit() and len(given.text(at)) < 4)  # no year
    )


def _ranked(given: Given, reading: Reading) -> Rejection | None:
    """ "the bottom three", "the top 10": ranks, unless they count ("the top three candidates")."""
    if given.word(reading.first - 1) not in ("top", "bottom") or plural_follows(given, reading):
        return None
    return Rejection.ORDINAL


def _list_number(given: Given, reading: Reading) -> Rejection | None:
    """A number alone in brackets, or at the start before a colon."""
    around = (given.text(reading.first - 1), given.text(reading.numeral.last))
    if around in (("(", ")"), ("[", "]")) and reading.numeral.plain:
        return Rejection.FOOTNOTE
    return None


_IDIOMS = frozenset(
    phrase.strip()
    for phrase in """one by one|two by two|one on one|one to one|nine to five|second to none|zero in|zeroed in
        |zero tolerance|one way or""".split("|")
)


def _idiom(given: Given, reading: Reading) -> Rejection | None:
    first, last = reading.first, reading.numeral.last
    places = ((first, last + 1), (first, last + 2), (first - 2, last), (first - 1, last))
    is_idiom = any(" ".join(given.words(*place)) in _IDIOMS for place in places)
    return Rejection.IDIOM if is_idiom else None


_ALWAYS: tuple[Rule, ...] = (_glued_before, _glued_after, _comma_decimal, *papers.RULES, *cited.RULES)
_BARE: tuple[Rule, ...] = (
    *papers.BARE_RULES,
    _one,
    emergency,
    label,
    name,
    name_after,
    _ranked,
    _list_number,
    _idiom,
)
