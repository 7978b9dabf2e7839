"""Powers of ten are read as they are printed, and as text without superscripts keeps them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from claims.extraction.numbers.reading import number_at
from claims.extraction.numbers.tokens import tokens
from claims.extraction.numbers.values import Numeral, Unreadable


def value(words: str) -> Decimal | Fraction | None:
    found = number_at(tokens(words), 0)
    assert isinstance(found, Numeral)
    return found.value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("6 × 10^6 cells", 6000000),
        ("6 × 10⁶ cells", 6000000),
        ("6 × 106 cells", 6000000),
        ("6 × 10 6 cells", 6000000),
        ("6 x106 cells", 6000000),
        ("2.5 × 10^-5 mol", Decimal("0.000025")),
        ("2.5 × 10⁻⁵ mol", Decimal("0.000025")),
        ("2.5 × 10−5 mol", Decimal("0.000025")),
        ("2.5 × 10 −5 mol", Decimal("0.000025")),
        ("2.5 x 10-5 mol", Decimal("0.000025")),
        ("10^9 grains", 1000000000),
        ("10−4 of the mass", Decimal("0.0001")),
    ],
)
def test_a_power_of_ten_is_part_of_its_number(written: str, meant: Decimal) -> None:
    assert value(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("4 x 100 meters", 4), ("120 x 106 mm", 120), ("10-6 in the last game", 10), ("10 6 and 4", 10)],
)
def test_lengths_times_widths_and_scores_are_no_powers(written: str, meant: int) -> None:
    assert value(written) == meant


def test_a_power_keeps_the_place_of_the_last_digit() -> None:
    found = number_at(tokens("2.5 × 10^-5"), 0)
    assert isinstance(found, Numeral)
    assert found.step == Decimal("0.000001")


def test_a_long_number_keeps_all_its_digits() -> None:
    assert value("1." + "123456789" * 4 + " × 10^36") == int("1" + "123456789" * 4)


def test_a_power_beyond_forty_is_refused_whole() -> None:
    found = number_at(tokens("3 × 10^999999 cells"), 0)
    assert isinstance(found, Unreadable)
    assert (found.first, found.last) == (0, 5)
    assert isinstance(number_at(tokens("3 × 10^" + "9" * 10_000), 0), Unreadable)
