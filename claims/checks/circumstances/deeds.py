"""What may be or was planned beside what was; and what counts more than one thing that happened."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.checks.circumstances.around import CLAUSE_END, KEPT, around
from claims.checks.lexicon import OUTCOMES
from claims.checks.measured import measure_of
from claims.ports import Citation

_UNREAL = re.compile(
    r"\b(?:could|may|might|would|will|shall|plan(?:s|ned|ning)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|"
    r"vow(?:s|ed)?|propos(?:e|es|ed|ing)|predict(?:s|ed)?|project(?:s|ed)|forecasts?|expect(?:s|ed)?|"
    r"aim(?:s|ed)?|hop(?:e|es|ed|ing)|intend(?:s|ed)?|threaten(?:s|ed)?)\b"
)
_UNREAL_AFTER = re.compile(
    r"(?: [\w’'-]+){0,3} (?:could|may|might|would|will|(?:are|is) (?:expected|planned|due))\b"
)


def only_one_real(a: Citation, b: Citation) -> str:
    """ "Could kill 500", "planned 900 beds": what may be or was meant to be is not what was.

    What a thing costs is one amount until it is paid: "will cost", "is put at", "the $4 million pier".
    """
    costs = [cost for one in (a, b) if (cost := measure_of(one).cost)]
    if len(costs) > 1 and not any(cost.is_past for cost in costs):
        return ""
    mine, other = _is_unreal(*around(a)), _is_unreal(*around(b))
    return "one tells of what may be or was planned" if mine != other else ""


@lru_cache(maxsize=KEPT)
def _is_unreal(before: str, after: str) -> bool:
    own_clause = CLAUSE_END.split(before)[-1]
    return bool(_UNREAL.search(own_clause) or _UNREAL_AFTER.match(after))


_HAPPENED = "|".join(sorted(OUTCOMES))
_OR = re.compile(rf"\b({_HAPPENED})(?: or| and|/) ?({_HAPPENED})\b", re.IGNORECASE)


def one_counts_more(a: Citation, b: Citation) -> str:
    """ "Damaged or destroyed 1,350 homes" counts more than those destroyed."""
    mine, other = _outcomes(*around(a)), _outcomes(*around(b))
    return f"one counts those {' or '.join(sorted(mine or other))}" if mine != other else ""


@lru_cache(maxsize=KEPT)
def _outcomes(before: str, after: str) -> frozenset[str]:
    """What a figure counts as one, where that is two things that happened; else none."""
    beside = f"{CLAUSE_END.split(before)[-1]} {CLAUSE_END.split(after)[0]}"
    found = _OR.search(beside)
    told = frozenset(OUTCOMES[word.casefold()] for word in found.groups()) if found else frozenset()
    return told if len(told) > 1 else frozenset()
