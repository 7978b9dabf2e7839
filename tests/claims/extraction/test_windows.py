"""Windows: every paragraph once, nothing lost at an edge, and a budget of size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.page import Page
from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.extraction.windows import WINDOW, windows
from claims.model import Document
from claims.ports import Extraction

FILL = "The tide came in over the quay and the boats of the town lay still. " * 6


def page(text: str) -> Page:
    return Page(Document(text, "0" * 64))


def found(text: str, **sizes: int) -> Extraction:
    return extract(Document(text, "0" * 64), Rules(**sizes))


def far_apart(*paragraphs: str) -> str:
    """The paragraphs with more than a window of prose between each two."""
    return f"\n\n{chr(10).join([FILL] * 60)}\n\n".join(paragraphs)


_WORDS = st.sampled_from(
    """Vega Okafor Marisol Dana Mayor Chief Harlow Bay said told warned that the wall of pier fell rose he
    she they according to 12 $4 million percent “ ” " ‘ ’ , . : ? — \n \n\n (HBP) Q: VEGA: statement""".split(
        " "
    )
)
_TEXTS = st.lists(_WORDS, max_size=120).map(" ".join) | st.text(max_size=200)


@given(_TEXTS, st.integers(1, 200))
def test_windows_hold_every_paragraph_once_in_order_and_keep_their_size(text: str, size: int) -> None:
    read = page(text)
    made = list(windows(read, size=size))
    assert tuple(span for window in made for span in window.paragraphs) == read.paragraphs
    assert [window.first for window in made] == [
        sum(len(earlier.paragraphs) for earlier in made[:number]) for number in range(len(made))
    ]
    assert all(len(window.span) <= size or len(window.paragraphs) == 1 for window in made)


@pytest.mark.parametrize(("size", "held"), [(8, ["It rains", "It blows"]), (17, ["It rains\nIt blows"])])
def test_a_window_takes_another_paragraph_only_where_it_fits(size: int, held: list[str]) -> None:
    text = "It rains\nIt blows"
    assert [window.span.of(text) for window in windows(page(text), size=size)] == held
    assert len(list(windows(page(text), size=16))) == 2


@given(_TEXTS)
def test_a_text_of_up_to_20_000_characters_is_one_window(text: str) -> None:
    assert len(list(windows(page(f"{text}x")))) == 1


@given(_TEXTS, st.integers(1, 200))
def test_what_is_found_is_the_same_in_windows_of_any_size(text: str, size: int) -> None:
    assert found(text, window=size) == found(text)


@given(_TEXTS, st.integers(1, 200), st.integers(0, 300))
def test_what_is_found_stands_in_the_text(text: str, size: int, budget: int) -> None:
    made = found(text, window=size, budget=budget)
    assert [quote.text for quote in made.quotes] == [
        " ".join(text[span.start : span.end] for span in quote.spans) for quote in made.quotes
    ]
    assert [claim.text for claim in made.claims] == [text[c.span.start : c.span.end] for c in made.claims]
    assert not [problem for problem in made.problems if problem.stage == "grounding"]


def test_who_is_introduced_in_one_window_is_known_in_a_later_one() -> None:
    text = far_apart("Harlow Bay police chief Dana Okafor came.", "“The pier is shut,” Okafor said.")
    (quote,) = found(text).quotes
    assert quote.attribution is not None
    assert (quote.attribution.name, quote.attribution.role) == ("Dana Okafor", "police chief")
    assert quote.whole.start > WINDOW


def test_who_spoke_last_is_known_in_the_next_window() -> None:
    text = "The Port Authority of Harlow Bay said the pier is shut.\n\nIt said the wall fell."
    spoken = found(text, window=40).quotes
    assert [quote.attribution and quote.attribution.name for quote in spoken] == [
        "Port Authority of Harlow Bay"
    ] * 2


def test_a_quotation_over_the_edge_of_a_window_is_one_statement() -> None:
    text = "“First the pier.\n\n“Then the road.\n\n“Then the wall,” Marisol Vega said."
    (quote,) = found(text, window=20).quotes
    assert quote.text == "First the pier. Then the road. Then the wall"
    assert quote.attribution is not None
    assert quote.attribution.name == "Marisol Vega"


def test_an_edge_is_chosen_outside_of_an_open_quotation() -> None:
    text = "It rained.\n\nIt blew.\n\n“First the pier.\n\n“Then the road,” Vega said.\n\nIt rained."
    assert [window.span.of(text) for window in windows(page(text), size=50)] == [
        "It rained.\n\nIt blew.",
        "“First the pier.\n\n“Then the road,” Vega said.",
        "It rained.",
    ]


def test_past_the_budget_only_words_in_marks_are_read_and_a_problem_says_from_where() -> None:
    first = "Vega said the town lost 12 boats.\n\n"
    text = f"{first}“We lost 14 boats,” Vega said.\n\nVega said the town lost 16 boats."
    made = found(text, window=40, budget=len(first) + 10)
    assert [quote.text for quote in made.quotes] == ["the town lost 12 boats", "We lost 14 boats"]
    assert [claim.text for claim in made.claims] == ["12"]
    (problem,) = made.problems
    assert problem.message == (
        "the text has 100 characters: from 35 on only what stands in quotation marks is read, and no figures"
    )
    assert (problem.stage, problem.span and problem.span.start) == ("extraction", 35)


def test_after_too_many_statements_no_more_are_looked_for_and_a_problem_says_from_where() -> None:
    said = "“We lost 14 boats,” Vega said.\n\n"
    made = found(f"{said * 3}Vega said the town lost 16 boats.", window=40, most=1)
    assert [quote.spans[0].start for quote in made.quotes] == [1, 33]
    assert [claim.text for claim in made.claims] == ["14", "14", "14", "16"]
    (problem,) = made.problems
    assert problem.message == "the text holds more than 1 statements: from 64 on none is looked for"
    assert (problem.stage, problem.span and problem.span.start) == ("extraction", 64)


@pytest.mark.parametrize("direct_only", [True, False])
def test_up_to_the_budget_nothing_is_said_of_it(direct_only: bool) -> None:
    text = "Vega said the town lost 12 boats."
    rules = Rules(budget=len(text))
    assert extract(Document(text, "0" * 64), rules, direct_only=direct_only).problems == ()
