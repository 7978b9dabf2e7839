"""Two figures of two days, or of two phases of what happened."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.checks.circumstances.around import KEPT, around, end_of_clause
from claims.ports import Citation

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_TELLS = r"(?:said|says?|told|announced|reported|confirmed|wrote|released|statement|briefing|conference)"
_NOT_OF_IT = re.compile(rf"(?:\b{_TELLS}\b[^;.]{{0,40}}|\b(?:as of|by|until|through|since)) ?$", re.I)
_TOLD_AFTER = re.compile(rf"(?: \w+)? {_TELLS}\b")


def two_days(a: Citation, b: Citation) -> str:
    mine, other = _days(around(a)[1]), _days(around(b)[1])
    apart = mine and other and not set(mine) & set(other)
    return f"one is of {mine[0]}, the other of {other[0]}" if apart else ""


@lru_cache(maxsize=KEPT)
def _days(after: str) -> tuple[str, ...]:
    """The weekdays behind the figure in its clause, on which it happened, not those on which it was told."""
    told = after[: end_of_clause(after)]
    return tuple(
        found.group()
        for found in _WEEKDAY.finditer(told)
        if not _NOT_OF_IT.search(told[: found.start()]) and not _TOLD_AFTER.match(told, found.end())
    )


_STAGES = "phase|round|wave|stage|day|night|week|month|half|quarter|raid|sweep|leg"
_PHASE = re.compile(
    rf"\b(?:first|second|third|fourth|fifth|final|last|initial|opening|next) (?:{_STAGES})\b|"
    r"\b(?:phase|stage|round|day|week) (?:one|two|three|four|five|\d{1,2})\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\s{0,2}(?:Before|Until|Prior to)\b")


def two_phases(a: Citation, b: Citation) -> str:
    """ "In the first phase", "before the operation": the other tells of another stretch of time."""
    if bool(_BEFORE.match(a.sentence)) != bool(_BEFORE.match(b.sentence)):
        return "one is of before the event"
    mine, other = _phases(a.sentence), _phases(b.sentence)
    return f"one is of the {min(mine ^ other)}" if mine != other and not mine & other else ""


@lru_cache(maxsize=KEPT)
def _phases(sentence: str) -> frozenset[str]:
    return frozenset(found.casefold() for found in _PHASE.findall(sentence))
