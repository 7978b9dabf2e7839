"""Ordinals that state a rank."""

from hashlib import sha256

import pytest

from claims.extraction.figures import figures, left_out
from claims.extraction.page import Page
from claims.model import Claim, Document


def ranks(text: str) -> list[tuple[str, int, str]]:
    page = Page(Document(text, sha256(text.encode()).hexdigest()))
    found = [one for one in figures(page) if isinstance(one, Claim) and one.dimension == "rank"]
    return [(one.text, int(one.quantity.value), one.counted) for one in found if one.quantity]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Harlow Bay ranked third among 40 ports.", [("third", 3, "Harlow Bay")]),
        ("Vega came in second.", [("second", 2, "Vega")]),
        ("The pier ranks 21st overall.", [("21st", 21, "pier")]),
        ("It is the second-largest port in the county.", [("second", 2, "largest port")]),
        ("The 13th largest port sank.", [("13th", 13, "largest port")]),
        ("It was the third most deadly storm.", [("third", 3, "most deadly storm")]),
    ],
)
def test_a_verb_of_ranking_or_a_superlative_makes_an_ordinal_a_rank(
    text: str, told: list[tuple[str, int, str]]
) -> None:
    assert ranks(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The third ferry came first to the pier.",
        "On the second day the 3rd Street pier was closed.",
        "Vega placed second thoughts aside.",
        "The twentieth amendment fell.",
    ],
)
def test_other_ordinals_are_none(text: str) -> None:
    assert ranks(text) == []


def test_a_rank_is_not_left_out_as_well() -> None:
    assert list(left_out(Document("The pier ranks 21st overall.", "0" * 64))) == []
