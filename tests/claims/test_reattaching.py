"""Which value found now is the one that was decided on: by place, figures, names and negation."""

import pytest

from claims.model import Attachment, Claim, Comparator, Quantity, Quote, QuoteKind, Span
from claims.reattaching import attached, moved_to

TEXT = (
    "“We will rebuild every pier and every shed of the harbor of Harlow Bay before the storms of the next "
    "winter, and not one family will pay for it now,” she said on Monday. At least 46 people were hurt."
)


def quote(start, end, *more):
    bounds = [(start, end), *more]
    spans = tuple(Span(TEXT.index(first), TEXT.index(last) + len(last)) for first, last in bounds)
    return Quote.of("d", TEXT, spans, QuoteKind.DIRECT)


def claim(words, sentence=None, negated=False):
    start = TEXT.index(words)
    around = Span(TEXT.index(sentence), len(TEXT)) if sentence else Span(start, len(TEXT))
    amount = Quantity(Comparator.EXACT, 46, 46, value=46)
    made = Claim.id_of("d", around.of(TEXT), words, 0)
    return Claim(made, "d", Span(start, start + len(words)), words, around, amount, negated=negated)


WHOLE = quote("We will", "for it now")


def why(old, new):
    return [(one.old == old.id, one.new == new.id, one.why) for one in attached([old], [new])]


def test_bounds_that_differ_by_small_words_are_the_same_passage():
    shorter = quote("will rebuild", "for it now")
    assert why(WHOLE, shorter) == [(True, True, "bounds differ by 1 word, figures and names equal")]


def test_a_passage_read_as_two_pieces_with_the_same_words_keeps_its_id():
    pieces = quote("We will", "winter", ("and not one", "for it now"))
    assert attached([WHOLE], [pieces]) == []
    assert pieces.id == WHOLE.id


def test_less_than_nine_tenths_shared_is_another_passage():
    assert why(WHOLE, quote("We will", "family will")) == []


def test_a_lost_negation_is_another_statement():
    long = quote("We will", "pay for it now", ("she said on Monday. At least 46 people were", "hurt"))
    without = quote("We will", "winter, and ", ("one family", "pay for it now"), ("she said", "hurt"))
    assert why(long, without) == []


def test_a_lost_figure_or_name_is_another_statement():
    long = quote("We will", "for it now", ("she said", "hurt"))
    assert why(long, quote("We will", "for it now", ("she said", "least"), ("people", "hurt"))) == []
    assert why(long, quote("We will", "harbor of ", ("before", "for it now"), ("she said", "hurt"))) == []


def test_a_name_at_the_beginning_counts_as_a_name():
    text = (
        "Okafor said that the engines of the brigade were all in the water long before the first siren rang"
    )
    one = Quote.of("d", text, (Span(0, len(text)),), QuoteKind.DIRECT)
    two = Quote.of("d", text, (Span(7, len(text)),), QuoteKind.DIRECT)
    assert attached([one], [two]) == []


def test_the_greatest_overlap_comes_first_and_each_value_is_taken_once():
    near, nearer = quote("rebuild", "for it now"), quote("will rebuild", "for it now")
    assert [one.new for one in attached([WHOLE], [near, nearer])] == [nearer.id]
    assert [one.old for one in attached([near, nearer], [WHOLE])] == [nearer.id]


def test_an_id_that_is_still_there_needs_no_attachment_and_is_taken():
    shorter = quote("will rebuild", "for it now")
    assert attached([WHOLE, shorter], [shorter]) == []


def test_a_figure_read_in_another_sentence_is_the_same_figure():
    one, two = claim("46 people", "At least"), claim("46 people")
    assert attached([one], [two]) == [Attachment(one.id, two.id, "same words")]


def test_a_figure_that_is_denied_now_is_another_claim():
    one, two = claim("46 people", "At least"), claim("46 people", negated=True)
    assert attached([one], [two]) == []


def test_a_claim_never_goes_to_a_quote():
    words = quote("46", "people")
    assert attached([claim("46 people")], [words]) == []


def test_values_follow_their_words_into_another_text():
    newer = "Corrected on Tuesday.\n\n" + TEXT
    (moved,) = moved_to([WHOLE], TEXT, newer)
    assert (moved.id, moved.text, moved.whole.start) == (WHOLE.id, WHOLE.text, 24)
    assert moved_to([WHOLE], TEXT, "Nothing of it is left on this page.") == [WHOLE]


@pytest.mark.parametrize("shape", ["nested", "side by side"])
def test_ten_times_as_many_values_cost_about_ten_times_as_much(shape, in_step):
    def attaching(number):
        text = "word " * 4 * number
        spans = [
            Span(n, len(text) - n - 1) if shape == "nested" else Span(20 * n, 20 * n + 19)
            for n in range(number)
        ]
        old = [
            Quote(f"o{n}", "d", (span,), span.of(text)[:40], QuoteKind.DIRECT) for n, span in enumerate(spans)
        ]
        new = [
            Quote(f"n{n}", "d", (span,), span.of(text)[:40], QuoteKind.DIRECT) for n, span in enumerate(spans)
        ]
        return lambda: attached(old, new)

    assert in_step(attaching(200), attaching(2000), 10)
