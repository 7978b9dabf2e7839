"""The order of a name's words: what a list prints by surname, as everybody else prints it."""

from __future__ import annotations

import re

from claims.matching.bodies import names_body
from claims.matching.states import STATES, code_of
from claims.matching.titles import BODY_WORDS, GENERATIONS, HONOURS, TITLES, words

_LAST_FIRST = re.compile(
    r"([^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)?), ([^\W\d_][\w'’-]*\.?(?: [^\W\d_][\w'’-]*\.?)?)"
)
# "D-Wash.", "R-Dallas"; "I-Hsuan" is a given name, so an independent has a state.
_TAG = re.compile(r"([DRI])\.?[-\u2010-\u2014](.+)")
_CODES = frozenset(STATES.values())
# What follows a comma and is no given name: a degree, a body; a title, where no name comes after it.
_AFTER_COMMA = GENERATIONS | HONOURS | BODY_WORDS


def given_first(name: str) -> str:
    """ "Vega, Marisol" as most print it; a title, place, party or degree after the comma stays there."""
    turned = _LAST_FIRST.fullmatch(" ".join(name.split()))
    if not turned:
        return name
    last, given = words(turned[1]), words(turned[2])
    is_none = not _AFTER_COMMA.isdisjoint(given) or TITLES.issuperset(given) or " ".join(given) in STATES
    return name if is_none or _is_party(turned[2]) or names_body(last) else f"{turned[2]} {turned[1]}"


def _is_party(after: str) -> bool:
    tag = _TAG.fullmatch(after)
    return tag is not None and (tag[1] != "I" or code_of(tag[2]) in _CODES)
