"""Claims stand where they say, on any text, and what cannot be read is a Problem."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.figures import MOST_FIGURES, figures
from claims.extraction.page import Page
from claims.model import Claim, Document, Problem


def found(text: str) -> list[Claim | Problem]:
    return list(figures(Page(Document(text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest()))))


_PIECES = st.sampled_from(
    """Officers arrested seized 12 42,000 1.5 $ £ % million dozen half a third of the people in Austria
    more than nearly between and to – - — ( ) , . “ ” one two record largest ever to date 2017 May 3 3-2
    1e9 ١٢ ½ km kilograms years old not others Operation Gull twice as many \n\n""".split(" ")
)


@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
def test_a_claim_is_the_words_at_its_span_inside_its_sentence(text: str) -> None:
    for item in found(text):
        if isinstance(item, Claim):
            assert item.text == item.span.of(text)
            assert item.sentence.contains(item.span)
            assert item.id == Claim.id_of(item.document, item.sentence.of(text), item.text, 0)


@given(
    st.integers(min_value=101, max_value=10**12), st.sampled_from(["boats", "kilograms of rope", "percent"])
)
def test_any_amount_is_read_exactly(amount: int, noun: str) -> None:
    (claim,) = found(f"Divers counted {amount:,} {noun}.")
    assert isinstance(claim, Claim)
    assert claim.quantity is not None
    assert claim.quantity.value == amount


def test_claims_come_in_order_of_place() -> None:
    spans = [
        item.span
        for item in found("The largest raid ever led to 12 arrests.\n\nIt cost $4 million.")
        if item.span
    ]
    assert spans == sorted(spans)
    assert len(spans) == 3


def test_a_number_too_long_to_read_is_a_problem_with_its_place() -> None:
    (problem,) = found(f"Divers counted {'9' * 15_000} crates.")
    assert isinstance(problem, Problem)
    assert problem.span is not None
    assert (problem.stage, problem.span.start, problem.span.end) == ("claims", 15, 15_015)


def test_an_exponent_and_digits_of_another_script_are_problems_not_values() -> None:
    items = found("They counted 1e999999 and ١٢٣ crates.")
    assert [type(item) for item in items] == [Problem, Problem]


def test_a_table_in_one_sentence_is_cut_off_and_said_so() -> None:
    items = found("They counted " + ", ".join(f"{n} crates" for n in range(101, 1101)) + ".")
    assert sum(isinstance(item, Claim) for item in items) == MOST_FIGURES
    assert [item.message for item in items if isinstance(item, Problem)] == [
        "a sentence with 1000 figures is a table: only the first 400 are read"
    ]


def test_a_vague_amount_is_less_sure_than_a_counted_one() -> None:
    (vague,), (counted,) = found("Divers found dozens of crates."), found("Divers found 12 crates.")
    assert isinstance(vague, Claim)
    assert isinstance(counted, Claim)
    assert vague.confidence < counted.confidence
