"""Values to rows and back.

A value's simple fields are columns; a field with fields of its own is JSON text.
Both are made from the value's own field list, so a field that is added to a value
is kept, or fails loudly for want of a column: it is never dropped in silence.

Decimals and fractions are written as text, enums by value, dates in ISO 8601, a
span as [start, end]. A field of a part that has its default is left out, so a default
of the model may only change with a migration. What is always the same in dates,
quantities and attributions is left out too (see `short_forms`): those were half of a record.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from claims.model import Attribution, Locator, PartialDate, Quantity, Source, Span
from claims.model.quantities import read, written
from claims.ports import Given
from claims.store import short_forms

if TYPE_CHECKING:
    from claims.store.rows import Columns, Stored

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Value = TypeVar("Value")
Step = Callable[[Any], Any]

# What a damaged row raises when it is read: text that is no JSON, a word that is none of an enum.
UNREADABLE = (ValueError, LookupError, TypeError, ArithmeticError)

# Of each column so many parts are held as they were read, and none whose text is longer.
_AT_HAND, _OFTEN = 4096, 400

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Code:
    """How values of one type are written as JSON, and read.

    `is_part`: it is a list or an object there, so its column holds JSON text;
    `text` makes that text in a way that is quicker than by JSON's encoder.
    """

    encode: Step
    decode: Step
    is_part: bool = False
    text: Step | None = None


def columns_of(value: object) -> Columns:
    """A value's fields as column values."""
    return {name: column(getattr(value, name)) for name, column in _columns(type(value))}


def column_of(kind: type, name: str, value: object) -> Any:
    """The column of one field of a value, as `columns_of` makes it."""
    return _step_of(kind, name)(value)


@cache
def _step_of(kind: type, name: str) -> Step:
    return dict(_columns(kind))[name]


def value_of(kind: type[Value], row: Stored) -> Value:
    """The inverse of `columns_of`; further columns of the row are passed over."""
    return kind(**{name: read(row[name]) for name, read in _readers(kind)})


def dumped(value: object) -> str:
    """A value, or columns, or a list of ids or keys, as JSON text."""
    return _as_text(_code(type(value)).encode(value) if is_dataclass(value) else value)


def loaded(kind: type[Value], text: str) -> Value:
    """The inverse of `dumped` for one value."""
    made: Value = _code(kind).decode(json.loads(text))
    return made


def storable(text: str) -> str:
    """Lone surrogates (from file names that are no UTF-8) become U+FFFD: no database takes them."""
    if not text.isascii() and _SURROGATE.search(text):
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    return text


def _as_text(plain: object) -> str:
    return storable(_JSON.encode(plain))


def _same(plain: Any) -> Any:
    return plain


def _coded(hint: Any) -> _Code:
    origin, options = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _optional(options)
    if origin is tuple:
        return _listed(_code(options[0]))
    if is_dataclass(hint):
        return _object(hint)
    return _SIMPLE.get(hint) or (
        _Code(lambda one: one.value, hint) if issubclass(hint, Enum) else _Code(_same, _same)
    )


# What JSON or SQLite would not give back as it was.
_SIMPLE: dict[Any, _Code] = {
    str: _Code(storable, _same),
    bool: _Code(_same, bool),
    date: _Code(date.isoformat, date.fromisoformat),
    datetime: _Code(datetime.isoformat, datetime.fromisoformat),
}


def _optional(options: tuple[Any, ...]) -> _Code:
    held = tuple(option for option in options if option is not NoneType)
    code = _Code(written, read) if set(held) == {Decimal, Fraction} else _code(held[0])
    encode, decode = code.encode, code.decode
    return _Code(
        lambda value: None if value is None else encode(value),
        lambda plain: None if plain is None else decode(plain),
        code.is_part,
        code.text,
    )


def _listed(code: _Code) -> _Code:
    encode, decode = code.encode, code.decode
    one = code.text or (lambda value: _as_text(encode(value)))
    return _Code(
        lambda values: [encode(one) for one in values],
        lambda plain: tuple(map(decode, plain)),
        True,
        lambda values: f"[{','.join(map(one, values))}]",
    )


def _object(hint: Any) -> _Code:
    if hint is Span:
        return _Code(
            lambda span: [span.start, span.end],
            lambda pair: Span(*pair),
            True,
            lambda span: f"[{span.start},{span.end}]",
        )
    defaults = {one.name: _default(one) for one in fields(hint)}

    def encode(value: Any) -> Any:
        given = ((name, code, getattr(value, name)) for name, code in _fields(hint))
        return {name: code.encode(one) for name, code, one in given if one != defaults[name]}

    def decode(plain: Any) -> Any:
        return hint(**{name: code.decode(plain[name]) for name, code in _fields(hint) if name in plain})

    short = _SHORT.get(hint)
    if short:
        return _Code(lambda v: short[0](encode(v)), lambda plain: decode(short[1](plain)), True)
    return _Code(encode, decode, True)


# How a part is written shorter still, and made whole again.
_SHORT: dict[Any, tuple[Step, Step]] = {
    PartialDate: (short_forms.short_date, short_forms.whole_date),
    Quantity: (short_forms.short_quantity, short_forms.whole_quantity),
    Given: (short_forms.short_given, short_forms.whole_given),
    Source: (short_forms.short_source, short_forms.whole_source),
    Locator: (short_forms.short_locator, short_forms.whole_locator),
    Attribution: (short_forms.short_attribution, short_forms.whole_attribution),
}


def _default(field: Field[Any]) -> Any:
    """A field's default; MISSING, which equals no value, where it has none."""
    return field.default if field.default_factory is MISSING else field.default_factory()


def _coded_fields(kind: Any) -> tuple[tuple[str, _Code], ...]:
    hints = get_type_hints(kind)
    return tuple((one.name, _code(hints[one.name])) for one in fields(kind))


def _column_steps(kind: Any) -> tuple[tuple[str, Step], ...]:
    """For each field what makes its column."""
    return tuple((name, _column(code)) for name, code in _fields(kind))


def _column(code: _Code) -> Step:
    if not code.is_part:
        return code.encode
    text = code.text or (lambda value: _as_text(code.encode(value)))
    return lambda value: None if value is None else text(value)


def _reading_steps(kind: Any) -> tuple[tuple[str, Step], ...]:
    """For each field what reads it from its column."""
    return tuple((name, _reader(code)) for name, code in _fields(kind))


def _reader(code: _Code) -> Step:
    if not code.is_part:
        return code.decode

    def read(stored: str | None) -> Any:
        return code.decode(None if stored is None else json.loads(stored))

    # Thousands of rows have one source, one speaker, one day; what is read is never changed.
    often = lru_cache(_AT_HAND)(read)
    return lambda stored: read(stored) if stored and len(stored) > _OFTEN else often(stored)


_readers: Callable[[Any], tuple[tuple[str, Step], ...]] = cache(_reading_steps)
_columns: Callable[[Any], tuple[tuple[str, Step], ...]] = cache(_column_steps)
_code: Callable[[Any], _Code] = cache(_coded)
_fields: Callable[[Any], tuple[tuple[str, _Code], ...]] = cache(_coded_fields)
