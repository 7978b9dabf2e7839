"""Reports of the network as candidates of a sentence."""

import pytest

from claims.extraction.encoder.candidates import candidates_of, goes_beyond
from claims.extraction.encoder.decoding import Report
from claims.extraction.page import Page
from claims.extraction.quotes.candidate import Candidate
from claims.extraction.quotes.cues import CUES
from claims.extraction.quotes.phrases import Sentence, read
from claims.extraction.quotes.pieces import Pieces
from claims.extraction.quotes.tags import LEARNED, Tag
from claims.model import Document, Span


def sentence(text: str) -> Sentence:
    page = Page(Document(text, "0" * 64))
    (paragraph,) = page.paragraphs
    return next(read(text, paragraph, Pieces(page).of(0)))


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def report(text: str, content: str, source: str, cue: str) -> Report:
    return Report(place(text, content), place(text, source), place(text, cue), 1.0, 1.0)


def told(s: Sentence, one: Candidate) -> list[str]:
    return [" ".join(s.words[first : last + 1]) for first, last in one.content]


def test_a_report_is_a_candidate_with_its_speaker() -> None:
    text = "The pier is sound, the harbour master told the board."
    s = sentence(text)
    (one,) = candidates_of(s, [report(text, "The pier is sound", "the harbour master", "told")])
    assert told(s, one) == ["The pier is sound"]
    assert s.place(*one.tag.subject).of(text) == "the harbour master"
    assert s.place(one.tag.first, one.tag.last).of(text) == "told"


def test_two_pieces_of_one_cue_are_one_candidate() -> None:
    text = "The pier, Vega said, is sound."
    s = sentence(text)
    found = [report(text, words, "Vega", "said") for words in ("The pier", "is sound")]
    (one,) = candidates_of(s, found)
    assert told(s, one) == ["The pier", "is sound"]


def test_a_content_that_touches_a_quoted_piece_holds_all_of_it() -> None:
    text = "Vega said \u201cthe pier is sound\u201d on Tuesday."
    s = sentence(text)
    (one,) = candidates_of(s, [report(text, "pier is", "Vega", "said")])
    assert one.content == ((2, 2),)
    assert s.pieces[2].inner.of(text) == "the pier is sound"


def test_marks_and_that_at_the_ends_are_no_content() -> None:
    text = "Vega said that the pier is sound, but rain fell."
    s = sentence(text)
    (one,) = candidates_of(s, [report(text, "that the pier is sound,", "Vega", "said")])
    assert told(s, one) == ["the pier is sound"]


def test_a_cue_inside_a_quotation_makes_no_candidate() -> None:
    text = "\u201cThe board said the pier is sound,\u201d Vega told us."
    assert candidates_of(sentence(text), [report(text, "the pier is sound", "The board", "said")]) == []


def test_a_cue_in_another_sentence_makes_no_candidate() -> None:
    text = "The pier is sound. That was said by Vega."
    assert candidates_of(sentence(text), [report(text, "The pier is sound", "Vega", "said")]) == []


def test_a_content_that_shares_a_word_with_its_cue_makes_no_candidate() -> None:
    text = "The old pier that\u2019s according to Marisol Vega sound fell."
    found = report(text, "The old pier that", "Marisol Vega", "\u2019s according to")
    assert candidates_of(sentence(text), [found]) == []


def test_words_before_the_marks_go_beyond_what_was_said_but_not_what_a_thing_was_called() -> None:
    s = sentence("Marisol Vega called it \u201ca porch for all of us.\u201d")
    more = Candidate(Tag(2, 2, LEARNED, (0, 1)), ((3, 4),), (2, 3))
    said, called = (Candidate(Tag(2, 2, CUES[cue], (0, 1)), ((4, 4),), (2, 3)) for cue in ("said", "called"))
    assert goes_beyond(s, more, said)
    assert not goes_beyond(s, more, called)


# -- reports without a source ----------------------------------------------------------


def source_of(text: str, content: str, cue: str) -> str | None:
    s = sentence(text)
    (one,) = candidates_of(s, [Report(place(text, content), None, place(text, cue), 1.0, 1.0)])
    return s.place(*one.tag.subject).of(text) if one.tag.subject else None


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("The film, which is long, explains how piers are built.", "how piers are built", "explains", "The film"),
        ("The pier fell despite warnings from Vega that it was old.", "it was old", "warnings", "Vega"),
        ("Another side of it was being told by The Harlow Times.", "Another side of it", "was being told", "The Harlow Times"),
        ("Vega wrote from Harlow that the pier was old.", "the pier was old", "wrote", "Vega"),
        ("Vega said by phone that the pier was old.", "the pier was old", "said", "Vega"),
        ("The one board of the old pier of the old town of Halden said rain fell.", "rain fell", "said", None),
        ("Claiming the pier was old, Vega left.", "the pier was old", "Claiming", "Vega"),
        ("Claiming the pier was old, the port clerk left.", "the pier was old", "Claiming", "the port clerk"),
        ("After saying “the pier was so old” she left.", "the pier was so old", "saying", "she"),
        ("Vega left, saying the pier was old.", "the pier was old", "saying", "Vega"),
        ("Halden has agents telling us the pier was old.", "the pier was old", "telling", None),
        ("A wall demands a new pier.", "a new pier", "demands", None),
        ("The pier was old and go home after Vega said rain fell.", "rain fell", "said", None),
    ],
)  # fmt: skip
def test_who_stands_beside_the_cue_speaks(text, content, cue, source):
    assert source_of(text, content, cue) == source


def test_who_is_accused_says_nothing() -> None:
    text = "Two men are now charged with hauling the pier away."
    (one,) = candidates_of(sentence(text), [report(text, "hauling the pier away", "Two men", "charged")])
    assert one.tag.subject is None


def test_who_accuses_says_it() -> None:
    text = "Two men were charged by the county with hauling the pier away."
    s = sentence(text)
    (one,) = candidates_of(s, [report(text, "hauling the pier away", "Two men", "were charged")])
    assert s.place(*one.tag.subject).of(text) == "the county"


def test_a_mark_at_the_end_of_a_source_is_no_part_of_it() -> None:
    text = "According to the team's coach, Tomas Lindqvist, the pier is old."
    s = sentence(text)
    (one,) = candidates_of(s, [report(text, "the pier is old", "the team's coach,", "According to")])
    assert s.place(*one.tag.subject).of(text) == "the team's coach"


def test_a_participle_has_no_source_in_another_sentence() -> None:
    text = "Vega came. Ada Brask left, saying the pier is old."
    page = Page(Document(text, "0" * 64))
    _, s = read(text, page.paragraphs[0], [])
    (one,) = candidates_of(s, [report(text, "the pier is old", "Vega", "saying")])
    assert one.source is None
    assert s.place(*one.tag.subject).of(text) == "Ada Brask"
