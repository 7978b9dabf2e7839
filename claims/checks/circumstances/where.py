"""Two figures of two places."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.checks.circumstances.around import KEPT, around, end_of_clause
from claims.model import Claim
from claims.ports import Citation

_NAME = r"[A-Z][\w’'-]{1,30}(?: (?:of )?[A-Z][\w’'-]{1,30}){0,3}"
_NAMES = rf"{_NAME}(?:(?:, {_NAME}){{0,4}},? and (?:in |at |near )?(?:the )?{_NAME})?"
_PLACE = re.compile(
    rf"\b(?:in|at|near|around|outside|across|along|throughout|off) (?:the )?(?P<names>{_NAMES})|"
    r"\b(?P<wide>(?:across|along|throughout|all over) (?:the |its |all (?:of )?the |much of the )?[a-z]{3,20}"
    r"|(?:in|across) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|several|many|all) (?:\w+ )?"
    r"(?:counties|countries|states|cities|towns|villages|districts|provinces|regions|neighbou?rhoods|places)"
    r"|(?:state|nation|city|country|county|world)wide)\b"
)
_TIME_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December"
)


def two_places(a: Citation, b: Citation) -> str:
    """ "In Stroud", "in Stroud and Pell", "across the state": one of them has more, or others."""
    mine, other = _places(a), _places(b)
    if not mine or not other or any(_may_be_one_place(one, two) for one in mine for two in other):
        return ""
    return f"one is {mine[0]}, the other {other[0]}"


def _places(citation: Citation) -> tuple[str, ...]:
    """The places of a figure's clause behind it, as printed; not the event, nor a month."""
    assert isinstance(citation.value, Claim)
    return _places_in(around(citation)[1], citation.value.event)


@lru_cache(maxsize=KEPT)
def _places_in(after: str, event: str) -> tuple[str, ...]:
    end = end_of_clause(after)
    return tuple(
        found.group()
        for found in _PLACE.finditer(after)
        if found.start() < end
        and not (found["names"] and (_TIME_NAME.match(found["names"]) or found["names"] in event))
    )


_AT_A_SITE = ("at ", "near ", "outside ", "off ", "around ")


def _may_be_one_place(one: str, two: str) -> bool:
    """A site may be in any town; "Halden" and "Halden County", or two lists of the same names, are one."""
    if one.startswith(_AT_A_SITE) != two.startswith(_AT_A_SITE):
        return True
    mine, other = _named(one), _named(two)
    return len(mine) == len(other) and all(any(x <= y or y <= x for y in other) for x in mine)


def _named(place: str) -> list[frozenset[str]]:
    names = [re.findall(r"[A-Z][\w’'-]*", name) for name in re.split(r",| and ", place)]
    told = [frozenset(word for word in name if not _TIME_NAME.match(word)) for name in names if name]
    return told or [frozenset(place.split()[-1:])]
