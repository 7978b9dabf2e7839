"""What is reported, and what rules find beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claims.extraction.encoder.decoding import Report
from claims.extraction.encoder.reading import Paragraph
from claims.extraction.encoder.tagger import Joined
from claims.extraction.page import Page
from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Document, Quote, Span
from claims.ports import Extraction


@dataclass
class Reports:
    """Says of every text what it was told to, and remembers what it was shown."""

    found: list[Report] = field(default_factory=list)
    shown: list[Span] = field(default_factory=list)

    def reports(self, text: str, paragraphs: Iterable[Paragraph]) -> Iterator[Report]:
        self.shown += [paragraph.span for paragraph in paragraphs]
        yield from self.found


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def report(
    text: str, content: str, source: str, cue: str, *, sure: float = 1.0, on_record: float = 1.0
) -> Report:
    return Report(place(text, content), place(text, source), place(text, cue), on_record, sure)


def read(text: str, *found: Report, budget: int = 1000) -> Extraction:
    def tagger(page: Page) -> Joined:
        return Joined(page, Reports(list(found)), budget=budget)  # type: ignore[arg-type]

    return extract(Document(text, "0" * 64), Rules(tagger=tagger))


def told(quote: Quote) -> tuple[str, str]:
    return quote.text, quote.attribution.name if quote.attribution else ""


UNKNOWN = "The pier is sound, in the words of Marisol Vega."


def test_what_only_the_network_finds_is_a_statement() -> None:
    assert read(UNKNOWN).quotes == ()
    found = read(UNKNOWN, report(UNKNOWN, "The pier is sound", "Marisol Vega", "in the words of"))
    assert [told(quote) for quote in found.quotes] == [("The pier is sound", "Marisol Vega")]


def test_what_is_not_sure_or_not_on_record_is_none() -> None:
    unsure = report(UNKNOWN, "The pier is sound", "Marisol Vega", "in the words of", sure=0.5)
    thought = report(UNKNOWN, "The pier is sound", "Marisol Vega", "in the words of", on_record=0.1)
    assert read(UNKNOWN, unsure, thought).quotes == ()


def test_what_only_rules_find_stays() -> None:
    found = read("Marisol Vega said the pier is sound.")
    assert [told(quote) for quote in found.quotes] == [("the pier is sound", "Marisol Vega")]


def test_where_both_find_something_the_network_sets_the_bounds() -> None:
    text = "Marisol Vega said the pier is sound in the rain."
    found = read(text, report(text, "the pier is sound", "Marisol Vega", "said"))
    assert [quote.text for quote in found.quotes] == ["the pier is sound"]


def test_quotation_marks_are_kept_to_exactly() -> None:
    text = "\u201cThe pier is sound,\u201d Marisol Vega said on the quay."
    found = read(
        text, report(text, "The pier is sound,\u201d Marisol Vega said on the quay", "Marisol Vega", "said")
    )
    assert [quote.text for quote in found.quotes] == ["The pier is sound"]


def test_a_speaker_in_another_sentence_is_found() -> None:
    text = "Marisol Vega came late. The pier, it was said, is sound."
    found = read(
        text,
        Report(
            place(text, "The pier, it was said, is sound"),
            place(text, "Marisol Vega"),
            place(text, "was said"),
            1,
            1,
        ),
    )
    assert [told(quote)[1] for quote in found.quotes] == ["Marisol Vega"]


def test_past_its_budget_the_network_is_shown_nothing_and_a_problem_says_from_where() -> None:
    text = "Marisol Vega said the pier is sound.\nRuth Adeyemi said it is not."
    network = Reports()
    found = extract(
        Document(text, "0" * 64),
        Rules(tagger=lambda page: Joined(page, network, budget=40)),  # type: ignore[arg-type]
    )
    assert network.shown == [Span(0, 36)]
    assert [told(quote)[1] for quote in found.quotes] == ["Marisol Vega", "Ruth Adeyemi"]
    assert [problem.message for problem in found.problems] == [
        "the text is long: from 37 on statements are found by rules alone"
    ]


def test_marks_alone_are_read_without_the_network() -> None:
    network = Reports()
    rules = Rules(tagger=lambda page: Joined(page, network))  # type: ignore[arg-type]
    rules.extract(Document("Marisol Vega said the pier is sound.", "0" * 64), direct_only=True)
    assert network.shown == []


def test_a_statement_that_goes_on_outside_of_the_marks_is_one() -> None:
    text = "Marisol Vega said the pier was closed because \u201cthe piles are gone.\u201d"
    content = "the pier was closed because \u201cthe piles are gone"
    found = read(text, report(text, content, "Marisol Vega", "said"))
    assert [quote.text for quote in found.quotes] == [content + ".\u201d"]


def test_a_word_that_stands_for_a_statement_is_none() -> None:
    text = "The pier, which Marisol Vega said, fell."
    assert read(text, report(text, "which", "Marisol Vega", "said")).quotes == ()
