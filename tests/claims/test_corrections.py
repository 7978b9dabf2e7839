"""Fields that people set by hand."""

from datetime import UTC, datetime

import pytest

from claims.corrections import check, corrected, fields_of
from claims.errors import BadValue
from claims.model import (
    Attribution,
    Claim,
    Comparator,
    Document,
    Judgement,
    JudgementKind,
    Quantity,
    Quote,
    QuoteKind,
    Span,
)

TEXT = "“We will rebuild the pier,” Vega said. “It will take two years.” Crews found 12 boats."
DOCUMENT = Document(TEXT, "0" * 64)
QUOTE = Quote.of(DOCUMENT.id, TEXT, (Span(1, 26),), QuoteKind.DIRECT, Attribution("Vega", role="mayor"))
CLAIM = Claim(
    "c1", DOCUMENT.id, Span(77, 79), "12", Span(65, 86), Quantity(Comparator.EXACT, 12, 12, value=12)
)


def set_to(value, field, written):
    at = datetime(2031, 3, 2, tzinfo=UTC)
    judgement = Judgement(JudgementKind.CORRECTION, (value.id,), field, "okafor", at, written)
    return corrected(value, [judgement], TEXT)


def test_a_new_speaker_drops_the_role_of_the_old_one_and_says_who_set_it():
    quote, hidden = set_to(QUOTE, "speaker", "Ines Carrow")
    assert (quote.attribution.name, quote.attribution.role, hidden) == ("Ines Carrow", "", False)
    assert [(set_.field, set_.by) for set_ in quote.corrected] == [("speaker", "okafor")]


def test_an_empty_speaker_is_nobody():
    assert set_to(QUOTE, "speaker", "")[0].attribution is None


def test_new_bounds_change_the_words_and_keep_the_id():
    quote, _ = set_to(QUOTE, "bounds", "1:25,40:63")
    assert quote.text == "We will rebuild the pier It will take two years."
    assert quote.id == QUOTE.id


def test_judged_no_quote_it_is_hidden():
    assert set_to(QUOTE, "quote", "no")[1] is True
    assert set_to(QUOTE, "quote", "yes")[1] is False


@pytest.mark.parametrize(
    ("written", "low", "high", "comparator"),
    [("14", 14, 14, "="), ("1,200", 1200, 1200, "="), (">4", 4, None, ">"), ("10..12", 10, 12, "range"),
     ("~40", 36, 44, "~"), ("<=3.5", None, 3.5, "<=")],
)  # fmt: skip
def test_a_figure_is_read_as_a_person_writes_it(written, low, high, comparator):
    quantity = set_to(CLAIM, "value", written)[0].quantity
    assert (quantity.low, quantity.high, quantity.comparator) == (low, high, comparator)


def test_a_published_date_is_set_with_its_precision():
    document, _ = set_to(DOCUMENT, "published", "2031-02")
    assert str(document.published) == "2031-02"
    assert document.published.evidence == "set by hand"


@pytest.mark.parametrize(
    ("value", "field", "written"),
    [
        (QUOTE, "colour", "red"),
        (QUOTE, "bounds", "9:2"),
        (QUOTE, "bounds", "0:9999"),
        (QUOTE, "bounds", "five"),
        (QUOTE, "kind", "loud"),
        (QUOTE, "said_on", "Tuesday"),
        (QUOTE, "quote", "perhaps"),
        (CLAIM, "value", "many"),
        (CLAIM, "value", "1e999999"),
        (CLAIM, "value", "12..4"),
        (DOCUMENT, "kind", "office"),
        (DOCUMENT, "published", "2031-02-30"),
    ],
)
def test_what_a_field_does_not_take_is_refused_in_one_sentence(value, field, written):
    with pytest.raises(BadValue) as refused:
        check(value, field, written, TEXT)
    assert "\n" not in str(refused.value)


def test_every_value_lists_its_fields():
    assert fields_of(QUOTE) == ("speaker", "role", "organization", "bounds", "said_on", "kind", "quote")
    assert fields_of(CLAIM)[:3] == ("speaker", "value", "unit")
    assert fields_of(DOCUMENT)[-4:] == ("source", "kind", "published", "modified")
