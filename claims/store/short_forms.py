"""Dates, quantities and attributions without what the rest of them tells; plain JSON in and out.

    ["2024-05", "given"]                                     a month, its words as here; what tells it
    ["2024-06-02T09:30:00+00:00", "clock"]                   an instant
    {"date": "2024-05-02", "raw": "Thursday", ...}           a date in other words
    ["250", "10"]                                            exactly 250, written "250", rounded to tens
    [null, "1", "4 to 7", "range", "4", "7"]                 no one figure
    ["2", null, "two"]                                       exactly 2, of which each one counts
    ["Harbor Herald", "outlet", "US", "given"]               a source
    ["Marisol Vega", [0, 4], "Vega", [5, 9], "said", "subject of cue", 0.95]
                                                             an attribution; the order of fields is below
    [120, "page", "3"]                                       a locator

What does not fit such a form is written field by field. The whole forms, and those
with names of fields, which older records hold, are read too.
"""

from __future__ import annotations

from typing import Any

from claims.model import PartialDate

Object = dict[str, Any]

_DAYS = ("earliest", "latest", "precision")
_QUANTITY = ("value", "step", "digits", "comparator", "low", "high", "low_open", "high_open")
# What is seldom there stands last. A field that comes to the model goes to the end.
_ATTRIBUTION = (
    "name", "mention", "mention_text", "cue", "cue_text", "method", "confidence",
    "role", "organization", "kind",
)  # fmt: skip


def short_date(whole: Object) -> Object | list[Any]:
    """`earliest`, `latest` and `precision` become one text, or go where the moment tells them; a text
    with nothing but its evidence needs no names.
    """
    short = _without_days(whole)
    if len(short) == 2 and short.keys() in ({"date", "evidence"}, {"moment", "evidence"}):
        return [short.get("date", short.get("moment")), short["evidence"]]
    return short


def _without_days(whole: Object) -> Object:
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


def whole_date(short: Object | list[Any]) -> Object:
    """The inverse of `short_date`."""
    if isinstance(short, list):
        short = {"moment" if "T" in short[0] else "date": short[0], "evidence": short[1]}
    if "earliest" in short:
        return short
    rest = {name: one for name, one in short.items() if name != "date"}
    return {"raw": short.get("date", short.get("moment", "")), **_days(short), **rest}


def short_quantity(whole: Object) -> Object | list[Any]:
    """The fields of a figure without their names, null where `_usual` tells one; none at the end.

    An empty text stands for a number that there is none of.
    """
    _placed(whole, _QUANTITY)
    if whole.get("value") is None:
        return _without_end([_or_empty(whole[name]) if name in whole else None for name in _QUANTITY])
    usual, whole = _usual(whole["value"]), _ABSENT | whole
    rest = (None if whole[name] == usual[name] else _or_empty(whole[name]) for name in _QUANTITY[1:])
    return _without_end([whole["value"], *rest])


def whole_quantity(short: Object | list[Any]) -> Object:
    """The inverse of `short_quantity`."""
    if isinstance(short, dict):
        value = short.get("value")
        return short if value is None else _usual(value) | short
    told = {name: one for name, one in zip(_QUANTITY, short, strict=False) if one is not None}
    none = {name: None for name in _NUMBERS if told.get(name) == ""}
    return (_usual(short[0]) if short[0] is not None else {}) | told | none


# What a whole form leaves out, being the model's default.
_ABSENT: Object = {"step": None, "digits": "", "low_open": False, "high_open": False}
_NUMBERS = ("low", "high", "step")


def _usual(value: str) -> Object:
    """Of a figure that is exact and written as it is, to the last one."""
    same = {"low": value, "high": value, "digits": value}
    return same | {"comparator": "=", "step": "1", "low_open": False, "high_open": False}


def _placed(whole: Object, fields: tuple[str, ...]) -> None:
    """Raises TypeError: a field has no place in the list, and would be lost."""
    if missing := whole.keys() - set(fields):
        raise TypeError(f"fields without a place in their short form: {sorted(missing)}")


def _or_empty(one: Any) -> Any:
    return "" if one is None else one


def _without_end(written: list[Any]) -> list[Any]:
    while written and written[-1] is None:
        written.pop()
    return written


_SOURCE = ("name", "kind", "country", "evidence")
_LOCATOR = ("start", "kind", "label")
_GIVEN = ("source", "kind", "country", "date", "url", "origin")


def short_source(whole: Object) -> list[Any]:
    """The fields without their names, null for a default, none at the end."""
    return _listed(whole, _SOURCE)


def whole_source(short: Object | list[Any]) -> Object:
    """The inverse of `short_source`."""
    return _named(short, _SOURCE)


def short_given(whole: Object) -> list[Any]:
    """As `short_source`."""
    return _listed(whole, _GIVEN)


def whole_given(short: Object | list[Any]) -> Object:
    """The inverse of `short_given`."""
    return _named(short, _GIVEN)


def short_locator(whole: Object) -> list[Any]:
    """The fields without their names: the captions of a long recording have thousands."""
    return _listed(whole, _LOCATOR)


def whole_locator(short: Object | list[Any]) -> Object:
    """The inverse of `short_locator`."""
    return _named(short, _LOCATOR)


def _listed(whole: Object, fields: tuple[str, ...]) -> list[Any]:
    _placed(whole, fields)
    return _without_end([whole.get(name) for name in fields])


def _named(short: Object | list[Any], fields: tuple[str, ...]) -> Object:
    if isinstance(short, dict):
        return short
    return {name: one for name, one in zip(fields, short, strict=False) if one is not None}


def short_attribution(whole: Object) -> list[Any]:
    """The fields without their names, which took a third of the room; null for a default, none at the end.

    A mention is null where it is the name as it stands.
    """
    _placed(whole, _ATTRIBUTION)
    written = [whole.get(name) for name in _ATTRIBUTION]
    if "mention" in whole:
        words = whole.get("mention_text", "")
        written[2] = None if words == whole["name"] else words
    return _without_end(written)


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
