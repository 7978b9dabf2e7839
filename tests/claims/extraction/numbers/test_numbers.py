"""Numbers in digits and words are read exactly, or not at all."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.numbers.reading import number_at
from claims.extraction.numbers.tokens import tokens
from claims.extraction.numbers.values import Numeral, Unreadable, decimal_of, step_of


def read(words: str) -> Numeral | Unreadable | None:
    return number_at(tokens(words), 0)


def value(words: str) -> Decimal | Fraction | None:
    found = read(words)
    assert isinstance(found, Numeral)
    return found.value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("179", 179),
        ("1,234", 1234),
        ("12,34,567.89", Decimal("1234567.89")),
        ("1.234.567", 1234567),
        ("1.234,50", Decimal("1234.50")),
        ("40 000 gulls", 40000),
        ("1’250’000 gulls", 1250000),
        ("2½ miles", Fraction(5, 2)),
        ("2 1/2 miles", Fraction(5, 2)),
        ("3/4 inch", Fraction(3, 4)),
        ("6.5 million", 6500000),
        ("13 lakh", 1300000),
        ("2 crore", 20000000),
        ("10k", 10000),
        ("0.5k miles", 500),
        ("7 and a half hours", Fraction(15, 2)),
    ],
)
def test_digits_are_read_exactly(written: str, meant: Decimal) -> None:
    assert value(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("zero", 0),
        ("twenty-one boats", 21),
        ("one hundred and sixty-one", 161),
        ("twelve hundred", 1200),
        ("a thousand", 1000),
        ("two hundred and two thousand", 202000),
        ("three million four hundred thousand and five", 3400005),
        ("a million and two million", 1000000),
        ("two and a half million", 2500000),
        ("two point five million", 2500000),
        ("half a million", 500000),
        ("three quarters of a million", 750000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("two-thirds of", Fraction(2, 3)),
        ("a third of", Fraction(1, 3)),
        ("half of", Fraction(1, 2)),
    ],
)
def test_words_are_read_exactly(written: str, meant: Decimal) -> None:
    assert value(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1e10 gulls", "10000000000"),
        ("3e-5 grams", "0.00003"),
        ("1.3x10^6 gulls", "1300000"),
        ("6.2 x 10^-4 grams", "0.00062"),
        ("2 × 10−9 grams", "0.000000002"),
        ("5 × 10⁸ gulls", "500000000"),
        ("5 × 10⁻³ grams", "0.005"),
        ("6 × 108 gulls", "600000000"),
    ],
)
def test_powers_of_ten_are_read_exactly(written: str, meant: str) -> None:
    assert value(written) == Decimal(meant)


@pytest.mark.parametrize("written", ["4 x 100 m", "2 x 105mm guns", "5 x 10 feet", "3 x 1080 dots"])
def test_a_times_sign_before_a_number_is_no_power(written: str) -> None:
    assert value(written) == int(written[0])


@pytest.mark.parametrize("words", ["a third man", "twenty-first", "a boat", "half time", "hundred"])
def test_words_that_hold_no_amount_are_no_number(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("written", ["1,2,3", "1.2.3", "1,23,4"])
def test_separators_that_make_no_one_amount_are_no_number(written: str) -> None:
    assert decimal_of(written) is None


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("dozens", 12, 120),
        ("hundreds", 100, 1000),
        ("tens of thousands", 10000, 100000),
        ("hundreds of thousands", 100000, 1000000),
        ("several", 3, 10),
        ("several hundred", 300, 1000),
        ("a couple of", 2, 3),
        ("a few dozen", 36, 120),
    ],
)
def test_vague_words_are_intervals(words: str, low: int, high: int) -> None:
    found = read(words)
    assert isinstance(found, Numeral)
    assert (found.value, found.low, found.high) == (None, low, high)


@pytest.mark.parametrize(
    ("written", "step"),
    [
        ("2.50", "0.01"),
        ("179", "1"),
        ("220,000", "10000"),
        ("6.5 million", "100000"),
        ("6 million", "1000000"),
    ],
)
def test_the_step_is_the_place_of_the_last_written_digit(written: str, step: str) -> None:
    found = read(written)
    assert isinstance(found, Numeral)
    assert found.step == Decimal(step)


@pytest.mark.parametrize("written", ["9" * 200_000, "1e999999", "3e-41", "2 × 10^" + "9" * 5000, "١٢٣", "१२"])
def test_what_cannot_be_read_exactly_is_given_up(written: str) -> None:
    assert isinstance(read(written), Unreadable)


@given(st.decimals(min_value=0, max_value=10**15, allow_nan=False, allow_infinity=False, places=3))
def test_any_amount_written_with_separators_is_read_back(amount: Decimal) -> None:
    assert decimal_of(f"{amount:,f}") == amount


@given(st.integers(min_value=0, max_value=10**30))
def test_any_whole_number_written_with_separators_is_read_back(amount: int) -> None:
    assert value(f"{amount:,}") == amount


@given(st.integers(min_value=1, max_value=10**12))
def test_a_step_divides_its_number(amount: int) -> None:
    step = step_of(Decimal(amount))
    assert amount % int(step) == 0
    assert amount % (10 * int(step)) != 0


@given(st.integers(min_value=0, max_value=999_999))
def test_any_number_below_a_million_is_read_from_its_words(amount: int) -> None:
    assert value(in_words(amount)) == amount


_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(amount: int) -> str:
    if amount < 20:
        return _BELOW_TWENTY[amount]
    if amount < 100:
        rest = f"-{_BELOW_TWENTY[amount % 10]}" if amount % 10 else ""
        return _TENS[amount // 10 - 2] + rest
    size, name = (1000, "thousand") if amount >= 1000 else (100, "hundred")
    rest = amount % size
    joined = "" if not rest else f" and {in_words(rest)}" if rest < 100 else f" {in_words(rest)}"
    return f"{in_words(amount // size)} {name}{joined}"
