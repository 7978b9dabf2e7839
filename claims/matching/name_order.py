"""The order of a name's words: what a list prints by surname, as everybody else prints it."""

from __future__ import annotations

import re

from claims.matching.bodies import names_body
from claims.matching.states import STATES
from claims.matching.titles import BODY_WORDS, GENERATIONS, HONOURS, TITLES, words

_LAST_FIRST = re.compile(
    r"([^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)?), ([^\W\d_][\w'’-]*\.?(?: [^\W\d_][\w'’-]*\.?)?)"
)
# What follows a comma and is no given name: a degree, a body; a title, where no name comes after it.
_AFTER_COMMA = GENERATIONS | HONOURS | BODY_WORDS


def given_first(name: str) -> str:
    """ "Vega, Marisol" as most print it; a title, a place or a degree after the comma stays there."""
    turned = _LAST_FIRST.fullmatch(" ".join(name.split()))
    if not turned:
        return name
    last, given = words(turned[1]), words(turned[2])
    is_none = not _AFTER_COMMA.isdisjoint(given) or TITLES.issuperset(given) or " ".join(given) in STATES
    return name if is_none or names_body(last) else f"{turned[2]} {turned[1]}"
