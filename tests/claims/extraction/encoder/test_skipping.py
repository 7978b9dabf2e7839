"""Which sentences the network is shown."""

import pytest

from claims.extraction.encoder.reading import Paragraph
from claims.extraction.encoder.skipping import telling
from claims.model import Span

CUES = {"said"}


def shown(text: str) -> list[str]:
    whole = Paragraph(Span(0, len(text)))
    return [one.span.of(text) for one in telling(text, [whole], CUES)]


def test_sentences_without_a_word_of_speech_are_not_shown() -> None:
    text = "The pier is old. It will open, Vega SAID. Rain fell. Nobody came."
    assert shown(text) == ["It will open, Vega SAID."]


def test_sentences_in_a_row_are_shown_together() -> None:
    text = "Rain fell. It will open, Vega said. She said no more."
    assert shown(text) == ["It will open, Vega said. She said no more."]


def test_a_quotation_mark_shows_its_sentence() -> None:
    assert shown("Rain fell. Her word was \u201copen\u201d now.") == ["Her word was \u201copen\u201d now."]


def test_places_in_marks_stay_with_what_is_shown() -> None:
    quoted = [Span(5, 9)]
    (one,) = telling('Her "no" was said to all of us.', [Paragraph(Span(0, 31), quoted)], CUES)
    assert one.quoted == quoted


def marked(text: str, *quotations: str) -> list[str]:
    """What is shown of a text whose `quotations` are known to be such."""
    places = [Span(text.index(one), text.index(one) + len(one)) for one in quotations]
    return [one.span.of(text) for one in telling(text, [Paragraph(Span(0, len(text)), places)], CUES)]


def test_a_quotation_with_more_words_than_a_tag_beside_it_is_shown() -> None:
    text = "‘The pier is open,’ Mayor Marisol Vega told us all. Rain fell."
    assert marked(text, "‘The pier is open,’") == [text.removesuffix(" Rain fell.")]


@pytest.mark.parametrize("tag", ["she said", "Mayor Marisol Vega told us"])
def test_a_quotation_with_a_tag_of_five_words_at_most_is_left_to_rules(tag: str) -> None:
    text = f"‘The pier is open,’ {tag}. ‘Come.’"
    assert marked(text, "‘The pier is open,’", "‘Come.’") == []


def test_a_tag_that_rules_do_not_know_is_shown() -> None:
    text = "‘The pier is open,’ she texted."
    assert marked(text, "‘The pier is open,’") == [text]


def test_words_between_two_quotations_count_together() -> None:
    text = "‘The pier,’ the mayor said, ‘is open,’ and sat down."
    assert marked(text, "‘The pier,’", "‘is open,’") == [text]


def test_sentences_in_the_middle_of_a_quotation_are_left_to_rules() -> None:
    text = "It was her first word: ‘Open it. We said so. Come,’ and no one came that day."
    assert marked(text, "‘Open it. We said so. Come,’") == [
        "It was her first word: ‘Open it.",
        "Come,’ and no one came that day.",
    ]
