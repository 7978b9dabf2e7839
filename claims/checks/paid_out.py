"""An amount of money that was given for a thing: "sold the pier for $4 million", "spent $4 million on it"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from claims.checks.paid_for import ABOUT, DETERMINERS, HELPERS, Cost, last_clause, noun_words, paid_for


@lru_cache(maxsize=1024)
def paid_out(before: str, after: str) -> Cost | None:
    """What was bought, sold or spent on, by the words on both sides of an amount; None where nothing tells.

    A price that was agreed on is neither what a thing costs to make nor what was spent on it.
    """
    if " for " in before:
        if found := _SOLD.search(before):
            return _of_one_thing(last_clause(before[: found.start()]), _TRADE)
        if found := _DEAL.search(before):
            return _of_one_thing(found["thing"], _TRADE)
    if after.startswith(" on ") and _SPENT.search(before) and (found := _ON.match(after)):
        return _of_one_thing(found["thing"], _SPENDING)
    return None


# What was done with the money, beside what is done to the thing (`Cost.work`).
_TRADE, _SPENDING = "trade", "spending"
# "The pier was sold to the county for", "sold the pier for", "the county's purchase of the pier for".
_TO = r"(?: (?:to|by|from) [^,;:()]{2,40})?"
_SOLD = re.compile(
    rf"(?:,? (?:which|that))?{HELPERS} (?:sold|sells?|bought|purchased|acquired){_TO}"
    rf"(?: last \w+| in \d{{4}})? for {ABOUT}"
)
_DEAL = re.compile(
    r"\b(?:s(?:old|ells?|elling)|b(?:ought|uys?|uying)|purchas(?:e[sd]?|ing)|acquir(?:e[sd]?|ing))(?: of)?"
    rf" (?P<thing>[^,;:()\d]{{3,60}}?){_TO} for {ABOUT}"
)
_SPENT = re.compile(rf"\bsp(?:ent|ends?|ending) {ABOUT}")
_ON = re.compile(r" on (?P<thing>[^,;:()—–.]{3,80})")


def _of_one_thing(phrase: str, how: str) -> Cost | None:
    """A cost of what is named as one that is known: "the pier", "repairing the pier"; not "roads"."""
    first, nouns = phrase.split()[:1], noun_words(phrase)
    paid = paid_for(phrase, is_bare=False)
    if paid is None or not paid.phrase or not nouns:
        return None
    is_name = first[0][0].isupper() and not nouns[-1].endswith("s")
    if not (first[0].casefold() in DETERMINERS or is_name or paid.work):
        return None
    return replace(paid, work=f"{paid.work} {how}".strip(), is_past=True)
