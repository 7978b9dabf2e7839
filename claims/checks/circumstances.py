"""Where, when, how really and by whom: what a sentence says around a figure that makes it one of several."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.checks.lexicon import OUTCOMES
from claims.model import Claim
from claims.ports import Citation


def other_circumstances(a: Citation, b: Citation) -> str:
    """Why two figures of one event may both hold: of two places, days, phases, givers; "" if nothing says."""
    return next((why for told in _TOLD if (why := told(a, b))), "")


def _around(citation: Citation) -> tuple[str, str]:
    """What stands before the figure and after it in its sentence, as far as it is looked at."""
    claim = citation.value
    assert isinstance(claim, Claim)
    start = claim.span.start - claim.sentence.start
    sentence = citation.sentence
    end = start + len(claim.span)
    return sentence[max(0, start - _REACH) : start], sentence[end : end + _REACH]


# Characters on either side that may belong to a figure's clause.
_REACH = 120


# ------------------------------------------------------------- where

_NAME = r"[A-Z][\w’'-]{1,30}(?: (?:of )?[A-Z][\w’'-]{1,30}){0,3}"
_NAMES = rf"{_NAME}(?:(?:, {_NAME}){{0,4}},? and (?:in |at |near )?(?:the )?{_NAME})?"
_PLACE = re.compile(
    rf"\b(?:in|at|near|around|outside|across|along|throughout|off) (?:the )?(?P<names>{_NAMES})|"
    r"\b(?P<wide>(?:across|along|throughout|all over) (?:the |its |all (?:of )?the |much of the )?[a-z]{3,20}"
    r"|(?:in|across) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|several|many|all) (?:\w+ )?"
    r"(?:counties|countries|states|cities|towns|villages|districts|provinces|regions|neighbou?rhoods|places)"
    r"|(?:state|nation|city|country|county|world)wide)\b"
)
_CLAUSE_END = re.compile(r"[,;:()—]|\.(?:\s|$)|\b(?:when|while|after|before|as|who|that|which|where)\b")
_TIME_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December"
)


def _two_places(a: Citation, b: Citation) -> str:
    """ "In Stroud", "in Stroud and Pell", "across the state": one of them has more, or others."""
    mine, other = _places(a), _places(b)
    if not mine or not other or any(_may_be_one_place(one, two) for one in mine for two in other):
        return ""
    return f"one is {mine[0]}, the other {other[0]}"


def _places(citation: Citation) -> list[str]:
    """The places of a figure's clause behind it, as printed; not the event, nor a month."""
    assert isinstance(citation.value, Claim)
    event, (_, after) = citation.value.event, _around(citation)
    end = _end_of_clause(after)
    return [
        found.group()
        for found in _PLACE.finditer(after)
        if found.start() < end
        and not (found["names"] and (_TIME_NAME.match(found["names"]) or found["names"] in event))
    ]


def _end_of_clause(after: str) -> int:
    found = _CLAUSE_END.search(after)
    return found.start() if found else len(after)


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


# ------------------------------------------------------------- when

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_TELLS = r"(?:said|says?|told|announced|reported|confirmed|wrote|released|statement|briefing|conference)"
_NOT_OF_IT = re.compile(rf"(?:\b{_TELLS}\b[^;.]{{0,40}}|\b(?:as of|by|until|through|since)) ?$", re.I)
_TOLD_AFTER = re.compile(rf"(?: \w+)? {_TELLS}\b")


def _two_days(a: Citation, b: Citation) -> str:
    mine, other = _days(a), _days(b)
    apart = mine and other and not set(mine) & set(other)
    return f"one is of {mine[0]}, the other of {other[0]}" if apart else ""


def _days(citation: Citation) -> list[str]:
    """The weekdays behind the figure in its clause, on which it happened, not those on which it was told."""
    _, after = _around(citation)
    told = after[: _end_of_clause(after)]
    return [
        found.group()
        for found in _WEEKDAY.finditer(told)
        if not _NOT_OF_IT.search(told[: found.start()]) and not _TOLD_AFTER.match(told, found.end())
    ]


_STAGES = "phase|round|wave|stage|day|night|week|month|half|quarter|raid|sweep|leg"
_PHASE = re.compile(
    rf"\b(?:first|second|third|fourth|fifth|final|last|initial|opening|next) (?:{_STAGES})\b|"
    r"\b(?:phase|stage|round|day|week) (?:one|two|three|four|five|\d{1,2})\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\s{0,2}(?:Before|Until|Prior to)\b")


def _two_phases(a: Citation, b: Citation) -> str:
    """ "In the first phase", "before the operation": the other tells of another stretch of time."""
    if bool(_BEFORE.match(a.sentence)) != bool(_BEFORE.match(b.sentence)):
        return "one is of before the event"
    mine, other = ({x.casefold() for x in _PHASE.findall(c.sentence)} for c in (a, b))
    return f"one is of the {min(mine ^ other)}" if mine != other and not mine & other else ""


# ------------------------------------------------------------- how really

_UNREAL = re.compile(
    r"\b(?:could|may|might|would|will|shall|plan(?:s|ned|ning)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|"
    r"vow(?:s|ed)?|propos(?:e|es|ed|ing)|predict(?:s|ed)?|project(?:s|ed)|forecasts?|expect(?:s|ed)?|"
    r"aim(?:s|ed)?|hop(?:e|es|ed|ing)|intend(?:s|ed)?|threaten(?:s|ed)?)\b"
)
_UNREAL_AFTER = re.compile(
    r"(?: [\w’'-]+){0,3} (?:could|may|might|would|will|(?:are|is) (?:expected|planned|due))\b"
)


def _only_one_real(a: Citation, b: Citation) -> str:
    """ "Could kill 500", "planned 900 beds": what may be or was meant to be is not what was."""
    return "one tells of what may be or was planned" if _is_unreal(a) != _is_unreal(b) else ""


def _is_unreal(citation: Citation) -> bool:
    before, after = _around(citation)
    own_clause = _CLAUSE_END.split(before)[-1]
    return bool(_UNREAL.search(own_clause) or _UNREAL_AFTER.match(after))


# ------------------------------------------------------------- what else

_HAPPENED = "|".join(sorted(OUTCOMES))
_OR = re.compile(rf"\b({_HAPPENED})(?: or| and|/) ?({_HAPPENED})\b", re.IGNORECASE)


def _one_counts_more(a: Citation, b: Citation) -> str:
    """ "Damaged or destroyed 1,350 homes" counts more than those destroyed."""
    mine, other = _outcomes(a), _outcomes(b)
    return f"one counts those {' or '.join(sorted(mine or other))}" if mine != other else ""


def _outcomes(citation: Citation) -> frozenset[str]:
    """What a figure counts as one, where that is two things that happened; else none."""
    before, after = _around(citation)
    beside = f"{_CLAUSE_END.split(before)[-1]} {_CLAUSE_END.split(after)[0]}"
    found = _OR.search(beside)
    told = frozenset(OUTCOMES[word.casefold()] for word in found.groups()) if found else frozenset()
    return told if len(told) > 1 else frozenset()


# ------------------------------------------------------------- by whom

_MONEY = r"[$£€¥]\d[\d,.]{0,20}(?: (?:million|billion|trillion))?"
_COST_WHOM = re.compile(r"\bcosts? (?:the |its |their )?((?:[\w’'-]+ ){1,3})(?:about |some |at least )?$")
_AND_WHOM = re.compile(rf"{_MONEY},? and (?:the |its )?((?:[\w’'-]+ ){{1,3}})$")
_ANOTHER_PAYS = re.compile(rf",? and (?:the |its )?(?:[\w’'-]+ ){{1,3}}{_MONEY}")
_GAVE = re.compile(
    r"((?:[\w’'-]+ ){1,4})(?:pledged|promised|gave|donated|granted|contributed|awarded|paid|spent|offered|"
    r"committed|approved|provided|lent|sent)\b[^,;.]{0,40}$"
)
_NOBODY = frozenset("the a an its has have had also will would it they he she who which that and".split())


def _two_givers(a: Citation, b: Citation) -> str:
    """Of money: "cost the city $1 million", "the state pledged $2 million"; another pays another amount."""
    if not all(isinstance(c.value, Claim) and c.value.dimension == "money" for c in (a, b)):
        return ""
    mine, other = _share_of(a), _share_of(b)
    if mine != other and not set(mine.split()) & set(other.split()):
        return f"one is the share of the {mine or other}"
    giver, another = _giver(a), _giver(b)
    if giver and another and not set(giver) & set(another):
        return f"one is of the {' '.join(giver)}, the other of the {' '.join(another)}"
    return ""


def _share_of(citation: Citation) -> str:
    """Who bears an amount, where the sentence gives it to one of several."""
    before, after = _around(citation)
    found = _COST_WHOM.search(before) or _AND_WHOM.search(before)
    if found:
        return found.group(1).strip().casefold()
    return "first of several" if _ANOTHER_PAYS.match(after) else ""


def _giver(citation: Citation) -> list[str]:
    found = _GAVE.search(_CLAUSE_END.split(_around(citation)[0])[-1])
    assert isinstance(citation.value, Claim)
    event = citation.value.event.casefold().split()
    words = found.group(1).casefold().split() if found else []
    return [word for word in words if word not in _NOBODY and word not in event and word != "after"]


_TOLD: tuple[Callable[[Citation, Citation], str], ...] = (
    _two_places, _two_days, _two_phases, _only_one_real, _one_counts_more, _two_givers,
)  # fmt: skip
