"""Whom a role names, where the page says who has it."""

import pytest

from claims.extraction.page import Page
from claims.extraction.speakers.coreference import Cast
from claims.model import Document, Span

HARLOW = "Harlow Mayor Marisol Vega met Deputy Mayor Piet Sorensen and Halden Sheriff Dana Okafor."


def asked(mention: str, told: str = HARLOW) -> str | None:
    text = f"{told} They say {mention} is late."
    start = text.rindex(mention)
    found = Cast(Page(Document(text, "0" * 64))).resolve(Span(start, start + len(mention)), None, "test", 1.0)
    return found.name if found else None


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the mayor", "Marisol Vega"),
        ("the town's mayor", "Marisol Vega"),
        ("Harlow's mayor", "Marisol Vega"),
        ("the mayor of Harlow", "Marisol Vega"),
        ("the deputy mayor", "Piet Sorensen"),
        ("the Halden sheriff", "Dana Okafor"),
    ],
)
def test_a_role_is_its_holder(mention, name):
    assert asked(mention) == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Stroud's mayor", "Stroud's mayor"),
        ("the mayor of Stroud", "mayor of Stroud"),
        ("the former mayor", "former mayor"),
        ("her mayor", "her mayor"),
        ("the coach", "coach"),
    ],
)
def test_a_role_of_another_keeps_its_words(mention, name):
    assert asked(mention) == name
