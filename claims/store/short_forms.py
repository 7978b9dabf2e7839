"""Dates, quantities and attributions without what the rest of them tells; plain JSON in and out.

    {"date": "2024-05", "evidence": "given"}                 a month, its words as here
    {"moment": "2024-06-02T09:30:00+00:00", "evidence": ...}  an instant, its words as here
    {"value": "250", "step": "10"}                           exactly 250, written "250"
    {"value": "2", "digits": "two"}                          exactly 2, of which each one counts
    ["Marisol Vega", [0, 4], "Vega", [5, 9], "said", "subject of cue", 0.95]
                                                             an attribution, its fields in the order below

What does not fit such a form is written field by field. The whole forms, which
older records hold, are read as they are.
"""

from __future__ import annotations

from typing import Any

from claims.model import PartialDate

Object = dict[str, Any]

_DAYS = ("earliest", "latest", "precision")
# What is seldom there stands last. A field that comes to the model goes to the end.
_ATTRIBUTION = (
    "name", "mention", "mention_text", "cue", "cue_text", "method", "confidence",
    "role", "organization", "kind",
)  # fmt: skip


def short_date(whole: Object) -> Object:
    """`earliest`, `latest` and `precision` become one text, or go where the moment tells them."""
    rest = {name: one for name, one in whole.items() if name not in _DAYS}
    for short in ({}, {"date": _written(whole)}):
        if _days({**rest, **short}) == {name: whole[name] for name in _DAYS}:
            raw = short.get("date", rest.get("moment"))
            if rest.get("raw", "") == raw:
                del rest["raw"]
            else:
                rest.setdefault("raw", "")
            return {**short, **rest}
    return whole


def whole_date(short: Object) -> Object:
    """The inverse of `short_date`."""
    if "earliest" in short:
        return short
    rest = {name: one for name, one in short.items() if name != "date"}
    return {"raw": short.get("date", short.get("moment", "")), **_days(short), **rest}


def short_quantity(whole: Object) -> Object:
    """What an exact figure says more than once is left out."""
    value = whole.get("value")
    if value is None:
        return whole
    short = dict(whole)
    if whole["low"] == whole["high"] == value:
        del short["low"], short["high"]
    if whole["comparator"] == "=":
        del short["comparator"]
    if whole.get("digits", "") == value:
        del short["digits"]
    else:
        short.setdefault("digits", "")
    if short.setdefault("step", None) == "1":
        del short["step"]
    return short


def whole_quantity(short: Object) -> Object:
    """The inverse of `short_quantity`."""
    value = short.get("value")
    if value is None:
        return short
    return {"comparator": "=", "low": value, "high": value, "digits": value, "step": "1", **short}


def short_attribution(whole: Object) -> list[Any]:
    """The fields without their names, which took a third of the room; null for a default, none at the end.

    A mention is null where it is the name as it stands.
    """
    if not whole.keys() <= set(_ATTRIBUTION):
        raise TypeError(f"an attribution has fields without a place here: {sorted(whole)}")
    written = [whole.get(name) for name in _ATTRIBUTION]
    if "mention" in whole:
        words = whole.get("mention_text", "")
        written[2] = None if words == whole["name"] else words
    while written[-1] is None:
        written.pop()
    return written


def whole_attribution(short: Object | list[Any]) -> Object:
    """The inverse of `short_attribution`."""
    if isinstance(short, dict):
        return short
    whole = {name: one for name, one in zip(_ATTRIBUTION, short, strict=False) if one is not None}
    return {"mention_text": whole["name"], **whole} if "mention" in whole else whole


def _written(whole: Object) -> str:
    """The bounds of a date, as `PartialDate.parse` reads them."""
    earliest, latest = whole["earliest"], whole["latest"]
    length = {"day": 10, "month": 7, "year": 4}.get(whole["precision"])
    return earliest[:length] if length else f"{earliest}/{latest}"


def _days(short: Object) -> Object:
    """The first three fields of a date, of its text or else of its moment; none if there is neither."""
    written = short.get("date") or short.get("moment", "")[:10]
    if not written:
        return {}
    date = PartialDate.parse(written)
    return {
        "earliest": date.earliest.isoformat(),
        "latest": date.latest.isoformat(),
        "precision": date.precision.value,
    }
