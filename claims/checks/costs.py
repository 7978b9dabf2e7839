"""What an amount of money is the cost of, in whatever words: "the pier will cost $4.2 million", "the
$4.7 million pier", "built at a cost of $4 million", "$3 million in damage", "a budget of $48 million".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from claims.checks.paid_for import (
    ABOUT,
    DETERMINERS,
    HELPERS,
    SUMS,
    Cost,
    bare_words,
    last_clause,
    may_be_paid_for,
    noun_words,
    paid_for,
    work_done,
)
from claims.checks.paid_out import paid_out


def cost_of(sentence: str, start: int, end: int, counted: str) -> Cost | None:
    """What the amount of money at a place of a sentence pays for; None where nothing tells.

    Args:
        counted: as of its claim.
    """
    before = sentence[max(0, start - _REACH) : start]
    after = sentence[end : end + _REACH]
    found = _in_front(before, counted) or paid_out(before, after)
    found = found or _behind(before[-_DETERMINED:], after, counted)
    return replace(found, is_price=True) if found and _PRICE.fullmatch(sentence, start, end) else found


_PRICE = re.compile(r"\D*\d{1,3}(?:\.\d{1,2})?")
# Characters on either side in which a cost is told.
_REACH, _DETERMINED = 160, 32

# "Will cost $4 million", "is put at", "rose to": what stands between a thing and its amount.
_COSTS = re.compile(rf"(?:,? (?:which|that))?{HELPERS} (?:costs?|costing) {ABOUT}")
_IS_AT = re.compile(
    rf",?{HELPERS} (?:valued|pegged|put|estimated|quoted|set|stands?|stood|comes?|came|rose|risen|fell"
    rf"|fallen|grew|grown|climbed|is|are|was|were|be) (?:at |to )?{ABOUT}"
)
_PAST = re.compile(rf"(?:,? (?:which|that))?(?: (?:has|have|had))? cost {ABOUT}")
_PRICED = re.compile(rf",?{HELPERS} (?:priced|budgeted) at {ABOUT}")
_OF = re.compile(rf" of {ABOUT}")
_AT_A_COST = re.compile(
    rf"(?:,? (?:which|that))?,?(?P<when>{HELPERS}) (?P<done>[a-z]{{3,12}}(?:ed|lt))"
    rf"(?: (?:in|by|on|for) [^,;:()]{{2,30}}?)? at (?:a|an) (?:\w{{4,10}} )?cost of {ABOUT}"
)
_AHEAD = re.compile(r"\b(?:to|will|would|could|may|might|should)\b")
_TAG = re.compile(
    rf",?(?: (?:which|that))?{HELPERS} (?:has|have|had|with|carr(?:y|ies|ied|ying)|bears?|bearing"
    rf"|c(?:om(?:es?|ing)|ame) with) (?:a|an|its) (?:[\w-]{{3,12}} )?price tag of {ABOUT}"
)
# Nouns for what a thing costs, before it and behind it.
_COST = r"(?:costs?|prices?|price tag|tab)"
_COST_OF = re.compile(rf"(?:^|.* )(?:estimated |total )?{_COST} (?:of|for|to) ", re.IGNORECASE)
_ITS_COST = re.compile(rf"(?:['’]s?)? (?:estimated |total )?{_COST}$", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _in_front(before: str, counted: str) -> Cost | None:
    """A cost that is told before its amount; of "has 14 stops and will cost" the claim says of what."""
    if found := _COSTS.search(before) or _PRICED.search(before):
        paid = paid_for(last_clause(before[: found.start()]) or f"the {counted}", is_bare=False)
        return replace(paid, is_past=True) if paid and _PAST.fullmatch(found.group()) else paid
    if "cost of " in before and (found := _AT_A_COST.search(before)):
        paid = work_done(found["done"], last_clause(before[: found.start()]))
        return replace(paid, is_past=not _AHEAD.search(found["when"])) if paid else None
    if "price tag of " in before and (found := _TAG.search(before)):
        return paid_for(last_clause(before[: found.start()]), is_bare=False)
    for verb in (_IS_AT, _OF):
        found = verb.search(before)
        if found and (told := _called_cost(last_clause(before[: found.start()]))):
            return told
    return None


def _called_cost(subject: str) -> Cost | None:
    """ "The cost of the pier", "the pier’s price", "damage from the storm", "the school budget"."""
    if found := _COST_OF.match(subject):
        return paid_for(subject[found.end() :], is_bare=False)
    if found := _ITS_COST.search(subject):
        owner = subject[: found.start()]
        is_named = bare_words(owner)[-1:] != [] and owner.split()[-1].casefold() not in DETERMINERS
        return paid_for(owner, is_bare=False) if is_named else None
    head = noun_words(subject)[-1:]
    return paid_for(subject, is_bare=False) if head and head[0] in SUMS else None


_IN_DAMAGE = re.compile(r" (?:worth )?(?:in|of) (?P<damage>(?:[\w’'-]+ ){0,2}damages?)\b")
_DETERMINER = re.compile(
    r"(?:^|\W)((?:(?:the|a|an|its|their|his|her|our|this|that)\b ?)?(?:[^\W\d_]{2,20}['’]s? ?)?)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def _behind(before: str, after: str, counted: str) -> Cost | None:
    """A cost that is told by the noun right behind its amount, or as damage."""
    if found := _IN_DAMAGE.match(after):
        return paid_for(found["damage"], is_bare=True)
    words = noun_words(counted)
    if not may_be_paid_for(words):
        return None
    noun = after[1 : len(counted) + 1]
    if noun.casefold() != counted.casefold():
        return None
    found = _DETERMINER.search(before)
    owner = " ".join(found.group(1).split()) if found else ""
    if not owner and words[-1].endswith("s"):  # "$2 million road improvements" may be some of them
        return None
    return paid_for(f"{owner or 'the'} {noun}", is_bare=True)
