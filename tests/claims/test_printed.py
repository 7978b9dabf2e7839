"""What is verbatim is told from what is not, and pieces of a quote stay pieces."""

from decimal import Decimal

import pytest

from claims.model import Comparator, Quantity, QuoteKind, Span
from claims.printed import figure, quoted

TEXT = "“Tolls stay,” Carrow said. “They pay.” “For now.”"
SPANS = (Span(1, 12), Span(28, 37))


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (QuoteKind.DIRECT, "“Tolls stay,” … “They pay.”"),
        (QuoteKind.INDIRECT, "paraphrase: Tolls stay, … They pay."),
        (QuoteKind.MIXED, "Tolls stay, … They pay."),
    ],
)
def test_only_direct_words_have_marks(kind, shown):
    assert quoted("Tolls stay, They pay.", SPANS, kind) == shown


def test_nothing_is_shown_as_left_out_where_only_marks_stand_between():
    spans = (Span(28, 37), Span(40, 48))
    assert quoted("They pay. For now.", spans, QuoteKind.DIRECT, TEXT) == "“They pay.” “For now.”"
    assert quoted("Tolls stay, They pay.", SPANS, QuoteKind.DIRECT, TEXT) == "“Tolls stay,” … “They pay.”"


def test_marks_that_stand_in_the_quote_are_not_doubled():
    assert quoted("“Tolls stay”", (Span(0, 12),), QuoteKind.DIRECT) == "“Tolls stay”"


def test_a_figure_comes_with_what_it_is_only_if_that_says_more():
    whole, tons = Quantity(Comparator.EXACT, None, None, value=Decimal(1200)), Decimal(2000)
    assert figure("1,200", whole, "", "boats") == "1,200 · boats"
    above = Quantity(Comparator.ABOVE, tons, None, value=tons)
    assert figure("over 2 tons", above, "kilogram", "fish") == "over 2 tons · > 2000 kilogram · fish"
    assert (
        figure("dozens", Quantity(Comparator.VAGUE, Decimal(12), Decimal(120)), "", "") == "dozens · 12..120"
    )
    assert figure("largest pier", None, "", "") == "largest pier"
