from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.checks.framing import claim_of
from claims.checks.reckoning import Range, figure, narrow, printed_alike, wide


def bounds(read, text):
    claim = claim_of(read(text)[0])
    return [
        (float(one.low), None if one.high is None else float(one.high))
        for one in (wide(claim), narrow(claim))
    ]


@pytest.mark.parametrize(
    ("text", "widest", "narrowest"),
    [
        ("Police arrested 45 people.", (45, 45), (45, 45)),
        ("Police arrested 300 people.", (291, 309), (297, 303)),
        ("Police arrested 301 people.", (300.5, 301.5), (300.5, 301.5)),
        ("The pier cost $2 billion.", (1.5e9, 2.5e9), (1.5e9, 2.5e9)),
        ("The pier cost $50 million.", (48.5e6, 51.5e6), (49.5e6, 50.5e6)),
        ("Turnout was 62 percent.", (61, 63), (61.5, 62.5)),
        ("Turnout was 75 percent.", (72.5, 77.5), (74.5, 75.5)),
        ("Turnout was 62.5 percent.", (62.4, 62.6), (62.45, 62.55)),
        ("Police arrested more than 300 people.", (300, None), (300, None)),
    ],
)
def test_a_figure_is_as_wide_as_its_digits_and_words_allow(read, text, widest, narrowest):
    assert bounds(read, text) == [pytest.approx(widest), pytest.approx(narrowest)]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (12500, "12,500"),
        (Fraction(25, 6), "4.17"),
        (Decimal("6500000"), "6.5 million"),
        (9139112, "9,139,112"),
    ],
)
def test_a_result_in_digits(number, shown):
    assert figure(number) == shown


def test_a_result_is_printed_as_the_figure_it_is_held_against(read):
    assert printed_alike(12500, claim_of(read("It cost $900.")[0])) == "$12,500"
    assert printed_alike(Fraction(3, 2), claim_of(read("The fine doubled from $10.")[0])) == "1.5 times"


def test_more_than_a_million_trillions_are_written_in_digits():
    assert figure(10**24) == "1,000,000,000,000 trillion"


amounts = st.fractions(min_value=0, max_value=10**6, max_denominator=100)
ranges = st.tuples(amounts, amounts).map(lambda two: Range(min(two), max(two)))


@given(ranges, ranges)
def test_a_result_holds_what_any_two_amounts_in_the_ranges_come_to(one, two):
    assert one.high is not None
    assert two.high is not None
    for left in (one.low, one.high):
        for right in (two.low, two.high):
            assert one.plus(two).meets(Range(left + right, left + right))
            assert one.times(two).meets(Range(left * right, left * right))
            assert left < right or one.minus(two).meets(Range(left - right, left - right))
            assert not right or one.over(two).meets(Range(left / right, left / right))
