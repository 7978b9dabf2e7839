"""Passages are found again by their places and by the words around them, and are shown in their paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from claims.exports.context import around, passages
from claims.model import Document, Quote, QuoteKind, Span
from claims.ports import Citation

TEXT = (
    "Harbor board backs new pier\n\n"
    "“We will not pay,” Vega said on Monday. “They have lost enough.” The board agreed.\n\n"
    "Storm Edda sank 12 boats."
)


def cited(text, *words):
    document = Document(text, "0" * 64)
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)
    return Citation(Quote.of(document.id, text, spans, QuoteKind.DIRECT), document)


def shown(citation):
    return "".join(f"[{one.text}]" if one.is_passage else one.text for one in around(citation))


def test_every_piece_has_its_place_and_32_characters_on_each_side():
    first, second = passages(cited(TEXT, "We will not pay,", "They have lost enough."))
    assert (first.start, first.end, first.exact) == (30, 46, "We will not pay,")
    assert first.prefix == "Harbor board backs new pier\n\n“"
    assert first.suffix == "” Vega said on Monday. “They hav"
    assert (second.prefix, second.exact) == ("not pay,” Vega said on Monday. “", "They have lost enough.")


def test_a_passage_at_the_ends_of_its_text_has_less_around_it():
    (only,) = passages(cited("No.", "No."))
    assert (only.prefix, only.exact, only.suffix) == ("", "No.", "")


def test_people_see_the_paragraph_with_every_piece_marked():
    assert shown(cited(TEXT, "We will not pay,", "They have lost enough.")) == (
        "“[We will not pay,]” Vega said on Monday. “[They have lost enough.]” The board agreed."
    )


def test_a_long_paragraph_is_cut_between_words():
    text = f"{'before ' * 60}WORDS{' after' * 60}"
    told = shown(cited(text, "WORDS"))
    assert told.startswith("… before before ")
    assert told.endswith(" after after …")
    assert "before [WORDS] after" in told
    assert len(told) < 620


@given(st.text(min_size=1, max_size=900), st.data())
def test_what_is_shown_is_a_piece_of_the_document_and_holds_the_passage(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    document = Document(text, "0" * 64)
    citation = Citation(Quote.of(document.id, text, (span,), QuoteKind.DIRECT), document)
    stretches = around(citation)
    assert [one.text for one in stretches if one.is_passage] == [text[span.start : span.end]]
    told = "".join(one.text for one in stretches)
    assert told.removeprefix("… ").removesuffix(" …") in text or told in text
    (passage,) = passages(citation)
    assert passage.prefix + passage.exact + passage.suffix in text
