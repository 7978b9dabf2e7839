"""Units of measure by name and symbol, with exact factors: one table, built at import.

The table replaces pint's registry, which costs three quarters of a second to
start; the names are pint's. A compound unit is written "A per B".
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claims.extraction.units.money import CODES, minor_unit
from claims.extraction.units.symbol_lists import ANY_CASE, NOT_SYMBOLS
from claims.extraction.units.table import OFFSETS, PREFIXED, PREFIXES, UNITS
from claims.extraction.units.unit import Unit, per_unit, powered
from claims.model.quantities import Number


def unit_named(name: str) -> Unit | None:
    """The unit with a canonical name as stored in `Claim.unit`, compounds included."""
    above, per, below = name.rpartition(" per ")
    if name in _CANONICAL:
        return _CANONICAL[name]
    if name in CODES or name == "XBT":
        return Unit(name, "money")
    if name[:3] in CODES and name == minor_unit(name[:3]):
        return Unit(name, "money", Fraction(1, 100))
    if name.startswith("per ") and not per:
        base = unit_named(name.removeprefix("per "))
        return per_unit(None, base) if base else None
    if not per:
        return None
    left, right = unit_named(above), unit_named(below)
    return per_unit(left, right or Unit(below, below)) if left else None


def converted(amount: Number, unit: str, into: str) -> Fraction | None:
    """The same amount in another unit, exactly; None where the two do not convert.

    Money converts only into hundredths of its own currency: others need a rate and a date.
    """
    source, target = unit_named(unit), unit_named(into)
    if source is None or target is None or source.dimension != target.dimension:
        return None
    if source.name == target.name:
        return Fraction(amount)
    if "money" in source.dimension and source.name[:3] != target.name[:3]:
        return None
    return (Fraction(amount) + source.offset) * source.factor / target.factor - target.offset


def spelled_unit(words: str) -> Unit | None:
    """The unit with a spelled name or plural, lower case, single spaces or hyphens."""
    return _SPELLED.get(words.replace("-", " "))


def may_begin_unit(word: str) -> bool:
    """Does any spelled name begin with this lower-case word? A cheap first question."""
    return word in _FIRST_WORDS


def symbol_unit(symbol: str) -> Unit | None:
    """The unit with a symbol ("kg"); case counts where it tells two units apart ("mW", "MW")."""
    if "." in symbol and symbol.islower():  # "m.p.h."; "U.S." is none
        symbol = symbol.replace(".", "")
    found = _SYMBOLS.get(symbol) or (_FOLDED.get(symbol.lower()) if len(symbol) > 1 else None)
    return _SYMBOLS[symbol[:-1]] if found is None and symbol in _PLURAL_SYMBOLS else found


# Symbols that many write in the plural.
_PLURAL_SYMBOLS = frozenset(("kgs", "mgs", "kms", "cms", "mls"))


# ---------------------------------------------------------------- the table

_CANONICAL: dict[str, Unit] = {}
_SPELLED: dict[str, Unit] = {}
_SYMBOLS: dict[str, Unit] = {}
_FOLDED: dict[str, Unit] = {}
_FIRST_WORDS: set[str] = set()

# The most words a spelled name has ("pounds per square inch").
MOST_WORDS = 4


def _plural(name: str) -> str:
    head, space, tail = name.partition(" per ")
    if head.endswith(("s", "x", "ch", "hertz", "z")):
        return f"{head}es{space}{tail}" if head.endswith(("ch", "x")) else name
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return f"{head[:-1]}ies{space}{tail}"
    return f"{head}s{space}{tail}"


def _first_plural(name: str) -> str:
    """ "degrees Celsius", "watts hour": the plural of the first word."""
    first, _, rest = name.partition(" ")
    return f"{_plural(first)} {rest}".strip()


def _add(unit: Unit, spelled: list[str], symbols: list[str]) -> None:
    _CANONICAL[unit.name] = unit
    for name in (unit.name, *spelled):
        plain = name.lower().replace("-", " ")
        for form in (plain, _plural(plain), _first_plural(plain)):
            _SPELLED.setdefault(form, unit)
    for symbol in symbols:
        _SYMBOLS.setdefault(symbol, unit)


def _add_prefixed(unit: Unit, spelled: list[str], symbols: list[str]) -> None:
    for prefix, (letters, power) in PREFIXES.items():
        if (power < 0 and unit.dimension == "information") or (power > 0 and unit.dimension == "time"):
            continue
        factor = unit.factor * Fraction(10) ** power
        joined = Unit(prefix + unit.name, unit.dimension, factor)
        made = [letter + s for letter in letters.split() for s in symbols]
        names = [prefix + name for name in spelled]
        _add(joined, names, [symbol for symbol in made if symbol not in NOT_SYMBOLS])


def _fill() -> None:
    """Build the table: units, then their prefixed forms, then squares and cubes of lengths."""
    rows = [
        _row(dimension, line) for dimension, lines in UNITS.items() for line in lines.strip().splitlines()
    ]
    for row in rows:
        _add(*row)
    for row in rows:
        if row[0].name in PREFIXED:
            _add_prefixed(*row)
    for unit in [unit for unit in _CANONICAL.values() if unit.dimension == "length"]:
        _add_powers(unit)
    _fold()
    _FIRST_WORDS.update(name.partition(" ")[0] for name in _SPELLED)


def _row(dimension: str, line: str) -> tuple[Unit, list[str], list[str]]:
    name, factor, spelled, symbols = (cell.strip() for cell in line.split("|"))
    above, _, below = factor.partition("/")
    exact = Fraction(Decimal(above)) / Fraction(Decimal(below or "1"))
    unit = Unit(name, dimension, exact, Fraction(OFFSETS.get(name, "0")))
    return unit, spelled.split(), symbols.split()


def _add_powers(unit: Unit) -> None:
    symbols = [symbol for symbol, owner in _SYMBOLS.items() if owner is unit]
    spelled = [name for name, owner in _SPELLED.items() if owner is unit]
    for power, words, marks in ((2, ("square", "sq"), "2²"), (3, ("cubic", "cu"), "3³")):
        made = powered(unit, power)
        if made is not None:
            names = [f"{word} {name}" for word in words for name in (*spelled, *symbols)]
            _add(made, names, [symbol + mark for symbol in symbols for mark in marks])


def _fold() -> None:
    """Symbols that mean one unit in any case ("KM", "Ghz") are read in any case."""
    owners: dict[str, set[str]] = {}
    for symbol, unit in _SYMBOLS.items():
        owners.setdefault(symbol.lower(), set()).add(unit.name)
    for symbol, unit in _SYMBOLS.items():
        if symbol.lower() in ANY_CASE and len(owners[symbol.lower()]) == 1:
            _FOLDED[symbol.lower()] = unit


_fill()
