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
    found = read(text, report(text, "is sound", "Marisol Vega", "was said"))
    assert [told(quote) for quote in found.quotes] == [("is sound", "Marisol Vega")]


def test_a_name_inside_the_marks_is_no_speaker() -> None:
    text = "In the words of a friend “the board of Ruth Adeyemi holds” the pier."
    found = read(text, report(text, "the board of Ruth Adeyemi holds", "Ruth Adeyemi", "In the words of"))
    assert [told(quote) for quote in found.quotes] == [("the board of Ruth Adeyemi holds", "")]


def test_words_that_hold_their_own_cue_are_no_statement() -> None:
    text = "The pier is shut. That’s according to Marisol Vega."
    found = read(text, report(text, "That", "Marisol Vega", "’s according to"))
    assert "That’s" not in [quote.text for quote in found.quotes]


def test_of_two_reports_that_overlap_the_surer_one_is_told() -> None:
    text = "The pier is sound and the quay is closed, in the words of Marisol Vega or of Ruth Adeyemi."
    one = report(text, "The pier is sound and the quay", "Ruth Adeyemi", "of Ruth", sure=0.7)
    other = report(text, "the quay is closed", "Marisol Vega", "in the words of", sure=0.99)
    assert [told(quote) for quote in read(text, one, other).quotes] == [
        ("the quay is closed", "Marisol Vega")
    ]


def test_one_quotation_is_nobody_elses_too() -> None:
    text = "It was “the board stood on the quay, and the quay is closed,” in the words of Vega or of Carrow."
    one = report(text, "the board stood", "Carrow", "of Carrow", sure=0.7)
    other = report(text, "the quay is closed", "Vega", "in the words of", sure=0.99)
    assert [told(quote)[1] for quote in read(text, one, other).quotes] == ["Vega"]


def test_what_is_sure_is_told_as_sure_and_what_only_a_rule_finds_is_not() -> None:
    sure = report(UNKNOWN, "The pier is sound", "Marisol Vega", "in the words of", sure=0.99)
    unsure = report(UNKNOWN, "The pier is sound", "Marisol Vega", "in the words of", sure=0.7)
    by_rule = read("Marisol Vega said the pier is sound.")
    assert [read(UNKNOWN, one).quotes[0].confidence for one in (sure, unsure)] == [0.9, 0.5]
    assert by_rule.quotes[0].confidence == 0.5


def test_what_is_announced_goes_on_in_the_next_paragraph() -> None:
    found = read("Marisol Vega said in a statement:\n\nThe pier is sound. It will stand.")
    assert [told(quote) for quote in found.quotes] == [("The pier is sound. It will stand.", "Marisol Vega")]


def test_a_minus_is_part_of_what_was_said() -> None:
    text = "Marisol Vega said −4.2 percent was expected."
    found = read(text, report(text, "−4.2 percent was expected", "Marisol Vega", "said"))
    assert [quote.text for quote in found.quotes] == ["−4.2 percent was expected"]


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


def test_a_sentence_of_which_something_is_reported_is_not_left_to_rules_too() -> None:
    text = "The pier is shut, in the words of Marisol Vega, and Ruth Adeyemi said the quay is safe."
    assert [told(quote) for quote in read(text).quotes] == [("the quay is safe", "Ruth Adeyemi")]
    found = read(text, report(text, "The pier is shut", "Marisol Vega", "in the words of"))
    assert [told(quote) for quote in found.quotes] == [("The pier is shut", "Marisol Vega")]
