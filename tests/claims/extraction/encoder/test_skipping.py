"""Which sentences the network is shown."""

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
    (one,) = telling('Her "no" was said.', [Paragraph(Span(0, 18), quoted)], CUES)
    assert one.quoted == quoted


def test_every_sentence_of_a_quotation_is_shown() -> None:
    text = "Her words: \u2018Open. Now. Please.\u2019 Rain fell."
    whole = Paragraph(Span(0, len(text)), [Span(text.index("\u2018"), text.index("\u2019") + 1)])
    assert [one.span.of(text) for one in telling(text, [whole], CUES)] == [
        "Her words: \u2018Open. Now. Please.\u2019"
    ]
