"""A paragraph longer than any prose is read in passages, and no word or number is cut."""

from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.page import Page
from claims.extraction.passages import LONGEST, passages
from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Document, Span


def cut(text: str) -> list[str]:
    return [span.of(text) for span in passages(text, Span(0, len(text)))]


_LONG = st.lists(
    st.tuples(
        st.sampled_from(
            ["The wall fell. ", "“No,” she said. ", "“Now ", "wall ", "7", "“", "a,b", "1/2 ", "  "]
        ),
        st.integers(1, 8_000),
    ).map(lambda part: part[0] * part[1]),
    max_size=6,
).map(lambda parts: f"x{''.join(parts)}x")


@given(_LONG)
def test_passages_hold_all_words_in_order_and_only_a_run_without_blanks_is_longer(text: str) -> None:
    made = cut(text)
    assert "".join("".join(made).split()) == "".join(text.split())
    assert all(len(passage) <= LONGEST or " " not in passage for passage in made)


def test_a_long_paragraph_is_cut_behind_a_sentence() -> None:
    text = "The wall stood for a year. " * 2_000
    assert {passage[-27:] for passage in cut(text.strip())} == {" The wall stood for a year."}


def test_a_cut_lies_outside_of_quotation_marks() -> None:
    said = "It rained. " * 300
    text = " ".join([f"“{said.strip()}” Vega said."] * 20)
    assert {passage[:1] + passage[-10:] for passage in cut(text)} == {"“Vega said."}


def test_a_text_without_stops_is_cut_at_a_blank() -> None:
    assert {len(passage) for passage in cut(" ".join(["wall"] * 8_000))} == {19_999}


def test_a_quotation_over_a_cut_is_one_statement() -> None:
    words = "We will rebuild the wall. " * 1_000
    (quote,) = extract(Document(f"“{words.strip()}” Marisol Vega said.", "0" * 64), Rules()).quotes
    assert quote.text == words.strip()


def test_a_long_number_is_not_cut_into_others_and_the_run_is_told() -> None:
    text = f"They counted 12 crates and {'9' * 50_003} more."
    found = extract(Document(text, "0" * 64), Rules())
    assert [claim.text for claim in found.claims] == ["12"]
    assert [(problem.stage, problem.message) for problem in found.problems] == [
        ("extraction", "1 run of more than 20,000 characters without a blank is not read")
    ]


def test_a_run_of_marks_is_cut_anywhere() -> None:
    text = "“" * 50_000
    assert [len(span) for span in Page(Document(text, "0" * 64)).paragraphs] == [20_000, 20_000, 10_000]
