"""Our claims in the form of the test sets of numbers: see `numbers/README.md` beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from claims.model import Claim, Comparator

Predicted = dict[str, Any]


def predicted(text: str, claims: Iterable[object]) -> list[Predicted]:
    """Every figure of a text, in order of place."""
    found = [one for one in claims if isinstance(one, Claim) and one.quantity]
    return list(_changes_as_ranges(text, [_row(one, text) for one in found]))


# How far "to" may stand from "from" in a change: "from 21 mpg combined to 23".
_CHANGE = re.compile(r"(?P<unit>[^;]{0,40}?)\sto\s(?:about\s|around\s)?(?:\$|£|€|US\s?\$)?\s?$")


def _changes_as_ranges(text: str, rows: list[Predicted]) -> Iterable[Predicted]:
    """The sets take a change ("fell from 21 to 19") for one range; ours are two claims, before and after."""
    waiting: Predicted | None = None
    for row in rows:
        if waiting and _CHANGE.fullmatch(text[waiting["end"] : row["start"]]) and _is_plain(row):
            row = {**row, "start": waiting["start"], "value": [waiting["value"], row["value"]],
                   "qualifier": "range", "concept": f"{waiting['concept']} {row['concept']}",
                   "unit": row["unit"] or waiting["unit"], "unit_norm": row["unit_norm"] or waiting["unit_norm"]}  # fmt: skip
            waiting = None
            yield row
            continue
        if waiting:
            yield waiting
        waiting = None
        if _is_plain(row) and text[: row["start"]].endswith("from "):
            waiting = row
        else:
            yield row
    if waiting:
        yield waiting


def _is_plain(row: Predicted) -> bool:
    return isinstance(row["value"], float) and row["qualifier"] == "="


def _row(claim: Claim, text: str) -> Predicted:
    quantity = claim.quantity
    assert quantity is not None
    low, high, value = (
        None if number is None else float(number) for number in (quantity.low, quantity.high, quantity.value)
    )
    counted, concept = _noun_and_concept(claim, text)
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "value": [low, high] if value is None else value,
        "unit": claim.unit or ("times" if _multiplies(claim) else counted.rpartition(" ")[2]),
        "unit_norm": _unit_norm(claim),
        "qualifier": _qualifier(claim),
        "concept": concept,
    }


def _multiplies(claim: Claim) -> bool:
    value = claim.quantity.value if claim.quantity else None
    return claim.dimension == "ratio" and value is not None and value > 1


_ABOUT = re.compile(r"(?:~|about|around|roughly|some|nearly|almost|approximately)\b", re.IGNORECASE)


def _qualifier(claim: Claim) -> str:
    """A range that is only about right is told by its words, and by "~" in the sets."""
    if claim.comparator in (Comparator.RANGE, Comparator.VAGUE):
        is_about = claim.comparator is Comparator.RANGE and _ABOUT.match(claim.text)
        return "~" if is_about or claim.text.startswith("~") else "range"
    return claim.comparator.value


def _noun_and_concept(claim: Claim, text: str) -> tuple[str, str]:
    """What is counted, and of what that is told, as the sets tell them apart.

    They take "workers" in "Dell hired 30 workers" for the unit and "Dell" for the concept. So the noun
    behind a count is its unit; all else that a figure is about is its concept.
    """
    if claim.unit or claim.dimension:
        about = "" if claim.counted == "age" else claim.counted
        return "", f"{about} {claim.subject}".strip()
    head, _, tail = claim.counted.partition(" of ")
    is_behind = claim.counted in text[claim.span.end : claim.sentence.end]
    if not is_behind:
        return claim.counted, f"{claim.counted} {claim.subject}".strip()
    return head, f"{tail} {claim.subject}".strip()


def _unit_norm(claim: Claim) -> str:
    """The unit as the sets name it: "cent" without its currency, "ordinal" for ranks."""
    return "ordinal" if claim.dimension == "rank" else re.sub(r"\b[A-Z]{3} (?!per\b)", "", claim.unit)
