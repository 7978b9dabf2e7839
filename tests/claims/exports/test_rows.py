"""A row says of a value what its document says, and nothing where it says nothing."""

from decimal import Decimal

from claims.exports.rows import FIELDS, row
from claims.model import (
    Attribution,
    Claim,
    Comparator,
    Document,
    PartialDate,
    Quantity,
    Quote,
    QuoteKind,
    Source,
    Span,
)
from claims.ports import Citation

TEXT = "The storm sank 12 boats, said Ines Carrow."
DOCUMENT = Document(
    TEXT, "0" * 64, "herald.txt", source=Source("Harlow Bay Herald"), published=PartialDate.parse("2031-03")
)
CARROW = Attribution("Ines Carrow", role="spokeswoman", organization="Port Authority of Harlow Bay")


def test_a_quote_has_its_own_date_if_the_document_states_one():
    spans = (Span(0, 23),)
    quote = Quote.of(DOCUMENT.id, TEXT, spans, QuoteKind.INDIRECT, CARROW)
    printed = row(Citation(quote, DOCUMENT))
    assert (printed.date, printed.date_is, printed.speaker) == ("2031-03", "published", "Ines Carrow")
    said = Quote.of(DOCUMENT.id, TEXT, spans, QuoteKind.INDIRECT, said_on=PartialDate.parse("2031-03-02"))
    printed = row(Citation(said, DOCUMENT))
    assert (printed.date, printed.date_is, printed.speaker) == ("2031-03-02", "said", "")


def test_the_places_of_a_split_quote_are_those_that_bounds_take():
    quote = Quote.of(DOCUMENT.id, TEXT, (Span(0, 9), Span(15, 23)), QuoteKind.DIRECT, CARROW)
    printed = row(Citation(quote, DOCUMENT))
    assert (printed.start, printed.end, printed.fields["spans"]) == (0, 23, "0:9,15:23")


def test_a_claim_has_its_sentence_as_text_and_its_figure_apart():
    amount = Quantity(Comparator.EXACT, Decimal(12), Decimal(12), value=Decimal(12), digits="12")
    claim = Claim("c" * 20, DOCUMENT.id, Span(15, 17), "12", Span(0, 42), amount, counted="boats")
    printed = row(Citation(claim, DOCUMENT))
    assert (printed.kind, printed.text, printed.start, printed.end) == ("claim", TEXT, 15, 17)
    assert printed.fields["figure"] == "12"
    assert printed.fields["counted"] == "boats"
    assert set(printed.fields) <= set(FIELDS)


def test_an_undated_document_without_a_source_leaves_them_empty():
    bare = Document(TEXT, "1" * 64)
    quote = Quote.of(bare.id, TEXT, (Span(0, 23),), QuoteKind.DIRECT)
    printed = row(Citation(quote, bare))
    assert (printed.date, printed.date_is, printed.source, printed.url) == ("", "", "", "")
