"""Values are checked where they are made, and named by their content."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import (
    Comparator,
    Document,
    Judgement,
    JudgementKind,
    Pair,
    PartialDate,
    Precision,
    Quantity,
    Quote,
    QuoteKind,
    Relation,
    Source,
    Span,
)
from claims.model.quantities import read, written

TEXT = "“The pier,” she said, “will stand.”"


def test_a_split_quote_is_its_pieces_joined_by_one_space():
    quote = Quote.of("d", TEXT, (Span(1, 9), Span(23, 34)), QuoteKind.DIRECT)
    assert quote.text == "The pier will stand."


def test_marks_case_and_spacing_do_not_change_an_id():
    one = Quote.id_of("d", "The pier will stand.", 0)
    assert one == Quote.id_of("d", "the  pier — will “stand”", 0)
    assert one != Quote.id_of("d", "The pier will stand.", 1)
    assert one != Quote.id_of("e", "The pier will stand.", 0)


def test_a_document_is_its_bytes_and_place_of_publication_not_its_path():
    one = Document("a", "0" * 64, location="one.txt", title="A")
    assert one.id == Document("a", "0" * 64, location="two.txt").id
    assert one.id != Document("a", "0" * 64, url="https://herald.example/a").id
    assert one.id != Document("a", "0" * 64, member="inside.txt").id


def test_one_source_whatever_its_case():
    assert Source("Harlow Bay Herald").id == Source("HARLOW BAY HERALD").id


@pytest.mark.parametrize(
    ("written_", "earliest", "latest", "precision"),
    [
        ("2031-02-28", date(2031, 2, 28), date(2031, 2, 28), Precision.DAY),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29), Precision.MONTH),
        ("2031", date(2031, 1, 1), date(2031, 12, 31), Precision.YEAR),
        ("2031-02-01/2031-03-15", date(2031, 2, 1), date(2031, 3, 15), Precision.BOUNDS),
    ],
)
def test_a_date_is_as_exact_as_it_was_written(written_, earliest, latest, precision):
    found = PartialDate.parse(written_)
    assert (found.earliest, found.latest, found.precision) == (earliest, latest, precision)
    assert str(found) == written_


@pytest.mark.parametrize(
    "written_", ["", "Tuesday", "2031-13", "2031-02-30", "31-02-03", "2031/02/03", "٢٠٣١"]
)
def test_what_is_no_date_is_refused(written_):
    with pytest.raises(ValueError, match=r"date|bounds"):
        PartialDate.parse(written_)


def test_dozens_meet_forty_and_not_a_hundred_and_twenty():
    dozens = Quantity(Comparator.VAGUE, 12, 120, high_open=True)
    assert dozens.meets(Quantity(Comparator.EXACT, 40, 40, value=40))
    assert not dozens.meets(Quantity(Comparator.EXACT, 120, 120, value=120))


def test_more_than_four_excludes_four():
    assert not Quantity(Comparator.ABOVE, 4, None, low_open=True).meets(
        Quantity(Comparator.EXACT, 4, 4, value=4)
    )


def test_two_and_a_half_was_rounded_more_coarsely_than_two_fifty():
    coarse = Quantity(
        Comparator.EXACT, Decimal("2.5"), Decimal("2.5"), value=Decimal("2.5"), step=Decimal("0.1")
    )
    fine = Quantity(
        Comparator.EXACT, Decimal("2.50"), Decimal("2.50"), value=Decimal("2.50"), step=Decimal("0.01")
    )
    assert coarse.value == fine.value
    assert (coarse.rounded().low, coarse.rounded().high) == (Fraction(245, 100), Fraction(255, 100))
    assert (fine.rounded().low, fine.rounded().high) == (Fraction(2495, 1000), Fraction(2505, 1000))


def test_a_small_count_was_counted_not_rounded():
    seven = Quantity(Comparator.EXACT, 7, 7, value=7, step=1)
    assert seven.rounded() is seven


def test_an_empty_interval_is_refused():
    with pytest.raises(ValueError, match="holds something"):
        Quantity(Comparator.RANGE, 5, 4)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6) | st.fractions())
def test_a_number_is_written_and_read_back_exactly(number):
    back = read(written(number))
    assert Fraction(back) == Fraction(number)


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 50), st.integers(1, 50))
def test_overlap_is_the_same_from_both_sides(a, length_a, b, length_b):
    one, two = Span(a, a + length_a), Span(b, b + length_b)
    assert one.overlap_share(two) == two.overlap_share(one)
    assert (one.overlap_share(two) > 0) == one.overlaps(two)


def test_a_judgements_hash_covers_every_field():
    at = datetime(2031, 3, 2, tzinfo=UTC)
    base = {"kind": JudgementKind.FINDING, "subjects": ("f",), "verdict": "real", "by": "okafor", "at": at}
    changes = [{"verdict": "unsure"}, {"by": "vega"}, {"subjects": ("g",)}, {"value": "x"}, {"note": "x"},
               {"shown": "x"}, {"settles": True}, {"previous": "x"}, {"kind": JudgementKind.NOTE},
               {"at": at.replace(microsecond=1)}]  # fmt: skip
    hashes = {Judgement(**base).hash} | {Judgement(**(base | change)).hash for change in changes}
    assert len(hashes) == len(changes) + 1


def test_a_pair_is_in_order_and_of_two():
    with pytest.raises(ValueError, match="in order"):
        Pair("b", "a", Relation.NEAR, 1.0)
    with pytest.raises(ValueError, match="in order"):
        Pair("a", "a", Relation.NEAR, 1.0)


def test_furniture_is_kept_in_order_and_found_at_any_place():
    page = Document("x" * 40, "0" * 64, furniture=(Span(20, 25), Span(2, 9), Span(3, 5), Span(30, 31)))
    assert page.furniture == (Span(2, 9), Span(20, 25), Span(30, 31))
    touched = [place for place in range(40) if page.is_furniture(Span(place, place + 1))]
    assert touched == [2, 3, 4, 5, 6, 7, 8, 20, 21, 22, 23, 24, 30]
    assert page.is_furniture(Span(9, 21))
    assert not page.is_furniture(Span(9, 20))
