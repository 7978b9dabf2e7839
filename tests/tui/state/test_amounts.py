"""How a figure was read, in words."""

from hashlib import sha256

import pytest

from claims.extraction.figures import figures
from claims.extraction.page import Page
from claims.model import Claim, Document
from tui.state.amounts import amount_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The port spent more than $6.5 million.", "more than 6,500,000 USD"),
        ("The port sold nearly 1,300 boats.", "about 1,300"),
        ("Fares rose 4 to 7 percent.", "4 to 7 percent"),
        ("Divers found dozens of crates.", "12 to 120, a vague amount"),
        ("Divers found up to 40 crates.", "at most 40"),
        ("A third of the boats sank.", "1/3 ratio"),
        ("The pier ranks 21st overall.", "21 rank"),
        ("It is the deadliest fire in history.", ""),
    ],
)
def test_the_interval_is_told_in_words(text: str, words: str) -> None:
    page = Page(Document(text, sha256(text.encode()).hexdigest()))
    (claim,) = [one for one in figures(page) if isinstance(one, Claim)]
    assert amount_words(claim) == words
