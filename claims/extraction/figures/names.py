"""Numbers that are part of a name or a label: "S&P 500", "Section 4", "Formula One"."""

from __future__ import annotations

from claims.extraction.figures.counted_words import CLOSED, VERBS, is_plural
from claims.extraction.figures.masks import Rejection
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.figures.roles import names_role
from claims.extraction.numbers.tokens import DASHES, DIGITS, WORD
from claims.extraction.numbers.words import SMALL
from claims.extraction.units.lookup import spelled_unit
from claims.extraction.units.money import CODES

_LABELS = frozenset(
    """section sec article chapter clause paragraph appendix annex schedule exhibit figure fig table
    equation eq page pages p pp volume vol verse line note footnote no nos number numbers rule
    resolution amendment proposition
    prop phase stage level tier type category grade class channel route highway interstate exit
    gate terminal runway platform room suite apartment apt unit flight district precinct ward zone
    episode lap round heat model version release mark mk category apollo soyuz boeing airbus windows
    iphone ipad galaxy xbox playstation nasdaq ftse stoxx topix nikkei fortune formula catch area title
    part code zip docket case ep eps firmware android ios build protocol lot box ref item bus train
    top ranked rated catalog catalogue grades sections articles chapters""".split()
)
_CAPITAL_LABELS = frozenset(
    "Game Day Week Season Act Group Pool Article Quarter Super Bowl Lane Bill Order Directive".split()
)
_INDEXES = frozenset(
    """p poors nasdaq ftse fortune stoxx russell dow cac dax nikkei seng asx tsx topix ibex iphone ipad
    galaxy formula boeing airbus windows apollo route falcon pixel xbox playstation big """.split()
)
# Capitalised words before a number that make no name with it.
_NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    rs ph""".split()
) | frozenset(SMALL)  # "One 7.3-magnitude tremor"


def label(given: Given, reading: Reading) -> Rejection | None:
    place = reading.first - 1
    if given.text(place) == "." and given.touches(place):
        place -= 1
    before, text = given.word(place), given.text(place)
    if before == "p" and given.text(place - 1) == "&":
        return Rejection.NAME
    is_label = before in _LABELS or text in _CAPITAL_LABELS
    if not is_label or reading.numeral.scale > 1 or "," in reading.numeral.digits:
        return None
    if before in ("no", "top", "class", "part", "line", "case", "number", "unit") and plural_follows(
        given, reading
    ):
        return Rejection.LABEL if before == "no" and text == "No" and given.text(place + 1) == "." else None
    return Rejection.LABEL


_EMERGENCY = frozenset(("911", "999", "112", "000"))
_CALLED = frozenset("call calls called calling dial dials dialed dialled dialing to".split())
_CALLER = frozenset("call calls caller callers operator operators dispatcher dispatchers tape tapes".split())


def emergency(given: Given, reading: Reading) -> Rejection | None:
    """ "calling 911", "a 911 caller": the number that is dialled."""
    if reading.numeral.digits not in _EMERGENCY:
        return None
    is_dialled = given.word(reading.first - 1) in _CALLED or given.word(reading.numeral.last) in _CALLER
    return Rejection.LABEL if is_dialled else None


def plural_follows(given: Given, reading: Reading) -> bool:
    """A plural within the next two words: the number counts it."""
    first, second = given.word(reading.numeral.last), given.word(reading.numeral.last + 1)
    if is_plural(first):
        return True
    return first.isalpha() and first not in CLOSED and first not in VERBS and is_plural(second)


def name(given: Given, reading: Reading) -> Rejection | None:
    """ "S&P 500", "iPhone 12", "Formula One", "BBC One", "Big Three"."""
    place = reading.first - 1
    is_amount = reading.numeral.scale > 1 or "," in reading.numeral.digits
    if is_amount or place < 0 or names_role(given.word(reading.numeral.last)):
        return None  # "Video Three Killed, Four Hurt"
    before = given.row[place]
    spelled = reading.numeral.in_words
    if spelled and not given.text(reading.first)[:1].isupper():
        return None
    if before.kind != WORD or not any(letter.isupper() for letter in before.text[:2]):
        return _name_at_start(given, reading) if spelled else None
    if before.lower in _INDEXES:
        return Rejection.NAME
    if before.lower in CLOSED or before.lower in _NOT_NAMES or before.lower in VERBS or before.text in CODES:
        return None
    if before.lower.endswith(("'s", "’s", "s'", "s’")) or before.lower in _ADVERBS_FIRST:
        return None
    if plural_follows(given, reading) or given.is_title_case or _begins_range(given, reading):
        return None
    if given.word(reading.numeral.last) in ("of", "in", "on", "and", "from", "at") and place == 0:
        return None
    return Rejection.NAME


def _begins_range(given: Given, reading: Reading) -> bool:
    """ "Cr 0.4 to 2 percent", "Fe 3-5%": with its unit after the second number, or both with a point."""
    at = reading.numeral.last
    if given.word(at) not in _TO or at + 1 >= len(given.row) or given.row[at + 1].kind != DIGITS:
        return False
    if "." in reading.numeral.digits and "." in given.text(at + 1):
        return True
    return given.text(at + 2) == "%" or spelled_unit(given.word(at + 2)) is not None


_TO = DASHES | {"to"}
_ADVERBS_FIRST = frozenset(
    "nearly about some almost roughly approximately only just another these those".split()
)


def _name_at_start(given: Given, reading: Reading) -> Rejection | None:
    """ "the Seven Sisters": a capitalised number inside a sentence begins a name."""
    if given.text(reading.first - 1) in ("“", '"', ":", "”", "—", "–", "-", "‘", "(", "."):
        return None
    following = given.text(reading.numeral.last)
    return Rejection.NAME if following[:1].isupper() and not given.is_title_case else None


def name_after(given: Given, reading: Reading) -> Rejection | None:
    """ "787 Dreamliner", "5 Live": a short plain number and one capitalised singular, then no noun."""
    if not reading.numeral.plain or (reading.first and given.text(reading.first - 1) in (",", "and")):
        return None
    place = reading.numeral.last
    text = given.text(place)
    if not (text[:1].isupper() and text[1:2].islower()) or len(reading.numeral.digits) != 3:
        return None
    following = given.word(place + 1)
    if is_plural(text.lower()) or is_plural(following) or given.text(place + 1)[:1].isupper():
        return None
    return Rejection.NAME if following in CLOSED or not following.isalpha() else None
