"""When a record holds: of one year only, until another took it, or not yet at all."""

from __future__ import annotations

import re

from claims.model import Document

# "It could become the largest": nobody says that it is. In small letters, since May is a month.
_HOPED = re.compile(
    r"\b(?:could|might|may|would|should|will|must|if|whether|once"
    r"|(?:expected|likely|set|poised|track|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|plan(?:s|ned|ning)?"
    r"|threaten(?:s|ed|ing)?|promis(?:es?|ed|ing)) to)\b[^.;:,]{0,40}$"
)
# "Was then the largest", "had been the largest": another page may name the one that came after it.
_WAS_ONCE = re.compile(
    r"\b(?:then|once|previously|formerly|had been|used to be)\b[^.;:,]{0,20}$", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:until|before|prior to|at th(?:e|at) time|up to then|back then)\b", re.IGNORECASE)
# A year named, one told from the day of the page, and shorter or longer times told so.
_YEAR = re.compile(r"\b(?<!since )(?:19|20)\d\d\b")
_ITS_YEAR = re.compile(r"\b(?P<which>this|last|past|of the) (?:calendar )?year\b", re.IGNORECASE)
_ITS_TIME = re.compile(
    r"\b(?:this|last|past|of the|in an?|in \w+) (?:\w+ )?"
    r"(?:days?|weeks?|months?|quarter|seasons?|years|decades?|century|generations?)\b",
    re.IGNORECASE,
)


def is_held(before: str, scope: str) -> bool:
    """Is a record claimed to be held, by what its sentence says before it and by its scope?

    False for what is hoped or feared, and for what was a record until another took it.
    """
    return not (_HOPED.search(before) or _WAS_ONCE.search(before) or _UNTIL.search(scope))


def time_of(scope: str, document: Document) -> str:
    """The time among which a record is one: "2031" for "this year" of a page of 2031; "" for all time."""
    named = _YEAR.findall(scope)
    published = document.published
    if not named and (found := _ITS_YEAR.search(scope)) and published is not None:
        return str(published.earliest.year - (found["which"].casefold() in ("last", "past")))
    if found := _ITS_YEAR.search(scope) or _ITS_TIME.search(scope):
        named.append(f"{' '.join(found.group().casefold().split())} {published or ''}".strip())
    return ", ".join(named)


def without_time(scope: str) -> str:
    """A scope without the times that `time_of` reads: "operation" of "operation this year"."""
    for time in (_ITS_YEAR, _ITS_TIME, _YEAR):
        scope = time.sub(" ", scope)
    return scope
