"""Statements that are announced before they are printed."""

import pytest

from claims.extraction.page import Page
from claims.extraction.quotes.statements import statements
from claims.model import Document, Quote


def said(text: str) -> list[tuple[str, str | None]]:
    found = [one for one in statements(Page(Document(text, "0" * 64))) if isinstance(one, Quote)]
    return [(one.text, one.attribution.name if one.attribution else None) for one in found]


WORDS = "I could not support this budget. It shuts the pier."


@pytest.mark.parametrize(
    "announced",
    [
        "SEN. LINDQVIST ISSUES STATEMENT ON THE HARBOR BUDGET",
        "Statement of U.S. Senator Tomas Lindqvist",
        "Statement by Sen. Tomas Lindqvist\n\nOn the Harbor Budget",
        "Sen. Tomas Lindqvist today released the following statement on the budget:",
    ],
)
def test_marked_words_below_an_announcement_are_the_announced_persons(announced):
    found = said(f"{announced}\n\n“{WORDS}”\n\nSen. Tomas Lindqvist sits on the harbor panel.")
    assert [words for words, _ in found] == [WORDS]
    assert found[0][1] in ("Tomas Lindqvist", "LINDQVIST")


def test_the_paragraph_after_the_following_statement_needs_no_marks():
    text = f"Sen. Tomas Lindqvist issued the following statement on the budget:\n\n{WORDS}\n\nIt rained."
    assert said(text) == [(WORDS, "Tomas Lindqvist")]


def test_that_a_statement_was_issued_is_no_statement():
    assert said("Sen. Tomas Lindqvist issued a statement. The pier is old.\n\nIt rains.") == []
