"""Fields of an object that somebody else wrote: each of the type that it should have, or refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from claims.exchange.lines import BadLine

Fields = Mapping[str, object]
Value = TypeVar("Value")

_SURROGATE = re.compile("[\ud800-\udfff]")


def of(fields: Fields, name: str, kind: type[Value]) -> Value:
    """A field of one type. Raises BadLine, as all here do, where it is missing or of another."""
    found = fields.get(name)
    # A bool is an int for Python and a Judgement's flag is no count.
    if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
        raise BadLine(f"its field {name!r} is missing, or of another kind")
    return found


def text_of(fields: Fields, name: str) -> str:
    return as_text(fields.get(name), name)


def as_text(found: object, name: str) -> str:
    if not isinstance(found, str):
        raise BadLine(f"its field {name!r} is missing, or no text")
    if _SURROGATE.search(found):
        raise BadLine(f"its field {name!r} holds half a character")
    return found


def mapping(found: object, name: str) -> Fields:
    if not isinstance(found, dict):
        raise BadLine(f"its field {name!r} is missing, or no object")
    return found
