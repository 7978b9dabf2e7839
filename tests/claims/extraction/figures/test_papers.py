"""Figures as scientific papers print them, and the numbers of papers that are none."""

from decimal import Decimal
from fractions import Fraction
from hashlib import sha256

import pytest

from claims.extraction.figures import figures
from claims.extraction.page import Page
from claims.model import Claim, Document


def claims(text: str) -> list[Claim]:
    page = Page(Document(text, sha256(text.encode()).hexdigest()))
    return [found for found in figures(page) if isinstance(found, Claim) and found.quantity]


def texts(text: str) -> list[str]:
    return [claim.text for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The dredger (10-12 knots) is slow.", "10-12 knots"),
        ("Silt made up ∼5-10% of the load.", "∼5-10%"),
        ("Temperature:21-24 °C in the dock.", "21-24 °C"),
    ],
)
def test_a_range_may_touch_the_mark_before_it(text: str, shown: str) -> None:
    (claim,) = claims(text)
    assert claim.text == shown
    assert claim.quantity is not None
    assert claim.quantity.value is None
