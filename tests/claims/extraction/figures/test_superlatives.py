"""Records that can be checked are claims; praise and ranks are not."""

from hashlib import sha256

import pytest

from claims.extraction.figures import figures
from claims.extraction.page import Page
from claims.model import Claim, Document


def superlatives(text: str) -> list[tuple[str, str, str]]:
    page = Page(Document(text, sha256(text.encode()).hexdigest()))
    found = [claim.superlative for claim in figures(page) if isinstance(claim, Claim) and claim.superlative]
    return [(one.property, one.scope, one.direction) for one in found]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "It was the largest rescue to date in Harlow Bay.",
            ("largest", "rescue to date in Harlow Bay", "max"),
        ),
        (
            "It was the largest-ever rescue of seals.",
            ("largest", "ever rescue of seals", "max"),
        ),
        ("It was the deadliest fire in state history.", ("deadliest", "fire in state history", "max")),
        ("It was the smallest catch on record.", ("smallest", "catch on record", "min")),
        (
            "Crews made more rescues than any prior patrol.",
            ("most rescues", "any prior patrol", "max"),
        ),
        (
            "The number of rescues is the most ever for any patrol.",
            ("most rescues", "ever for any patrol", "max"),
        ),
        ("It was bigger than any previous fire.", ("biggest", "any previous fire", "max")),
        ("The fee is lower than any other in the region.", ("lowest", "any other in the region", "min")),
        ("The 179 rescues are a record for any patrol.", ("most rescues", "any patrol", "max")),
        ("The catch was a record for any boat.", ("record", "any boat", "max")),
        ("It made the most rescues ever.", ("most rescues", "ever", "max")),
        ("Prices hit a record low in March.", ("record low", "in March", "min")),
        ("The port spent a record $4 million on piers.", ("record", "$4 million on piers", "max")),
        ("It is the first rescue of its kind.", ("first", "rescue of its kind", "first")),
        ("Vega was the first mayor to sail alone.", ("first", "mayor to sail alone", "first")),
        ("It was the first fire since 1950.", ("first", "fire since 1950", "first")),
    ],
)
def test_a_record_with_an_edge_is_a_claim(text: str, meant: tuple[str, str, str]) -> None:
    assert superlatives(text) == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "It was the biggest surprise for them.",
        "It is the county's second-largest port in Europe.",
        "It was one of the largest fires in history.",
        "At least four boats sank, at most five.",
        "It was the best day ever.",
        "Older boats than any of hers sank.",
        "The new pier is larger than the old one.",
        "The wall is now higher than ever.",
        "For the most part it rained.",
        "The first step to take is this.",
        "The first mayor spoke.",
        "The first goal led Halden to victory.",
        "The first half due to rain was lost.",
    ],
)
def test_praise_ranks_and_membership_are_none(text: str) -> None:
    assert superlatives(text) == []


def test_a_record_amount_is_a_figure_too() -> None:
    text = "The port spent a record $4 million on piers."
    page = Page(Document(text, sha256(text.encode()).hexdigest()))
    figure = [claim for claim in figures(page) if isinstance(claim, Claim) and claim.quantity]
    assert [claim.text for claim in figure] == ["$4 million"]
