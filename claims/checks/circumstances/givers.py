"""Amounts of money of which two bodies bear or give a share each."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.checks.circumstances.around import CLAUSE_END, KEPT, around
from claims.checks.measured import measure_of
from claims.model import Claim
from claims.ports import Citation

_MONEY = r"[$£€¥]\d[\d,.]{0,20}(?: (?:million|billion|trillion))?"
_COST_WHOM = re.compile(r"\bcosts? (?:the |its |their )?((?:[\w’'-]+ ){1,3})(?:about |some |at least )?$")
_AND_WHOM = re.compile(rf"{_MONEY},? and (?:the |its )?((?:[\w’'-]+ ){{1,3}})$")
_ANOTHER_PAYS = re.compile(rf",? and (?:the |its )?(?:[\w’'-]+ ){{1,3}}{_MONEY}")
_GAVE = re.compile(
    r"((?:[\w’'-]+ ){1,4})(?:pledged|promised|gave|donated|granted|contributed|awarded|paid|spent|offered|"
    r"committed|approved|provided|lent|sent)\b[^,;.]{0,40}$"
)
_NOBODY = frozenset("the a an its has have had also will would it they he she who which that and".split())


def two_givers(a: Citation, b: Citation) -> str:
    """Of money: "cost the city $1 million", "the state pledged $2 million"; another pays another amount."""
    if not all(isinstance(c.value, Claim) and c.value.dimension == "money" for c in (a, b)):
        return ""
    mine, other = _share(a), _share(b)
    if mine != other and not set(mine.split()) & set(other.split()):
        return f"one is the share of the {mine or other}"
    giver, another = _giver(a), _giver(b)
    if giver and another and not set(giver) & set(another):
        return f"one is of the {' '.join(giver)}, the other of the {' '.join(another)}"
    return ""


def _share(citation: Citation) -> str:
    """Nobody's of what is told as the cost of a thing: "the cost has risen to" is no cost to anybody."""
    return "" if measure_of(citation).cost else _share_of(*around(citation))


@lru_cache(maxsize=KEPT)
def _share_of(before: str, after: str) -> str:
    """Who bears an amount, where the sentence gives it to one of several."""
    found = _COST_WHOM.search(before) or _AND_WHOM.search(before)
    if found:
        return found.group(1).strip().casefold()
    return "first of several" if _ANOTHER_PAYS.match(after) else ""


def _giver(citation: Citation) -> list[str]:
    assert isinstance(citation.value, Claim)
    event, words = citation.value.event.casefold().split(), _who_gave(around(citation)[0])
    return [word for word in words if word not in _NOBODY and word not in event and word != "after"]


@lru_cache(maxsize=KEPT)
def _who_gave(before: str) -> tuple[str, ...]:
    found = _GAVE.search(CLAUSE_END.split(before)[-1])
    return tuple(found.group(1).casefold().split()) if found else ()
