"""Scores to reports: spans of words, linked to the cue and the source they point to."""

from collections.abc import Sequence

import numpy as np

from claims.extraction.encoder.decoding import Report, reports
from claims.extraction.encoder.labels import LINK_VECTORS, TAGS, WIDTH, Link, Part
from claims.extraction.encoder.network import Answers, Scores
from claims.extraction.encoder.reading import Paragraph, Reader, Window
from claims.extraction.encoder.tagging import NEVER
from claims.extraction.encoder.wordpiece import WordPieces
from claims.model import Span

TEXT = "Vega said the pier will reopen ."
# A part goes on only behind its own beginning or middle.
TABLE = np.array(
    [
        [
            NEVER if after and after % 2 == 0 and before not in (after - 1, after) else 0
            for after in range(TAGS)
        ]
        for before in range(TAGS)
    ]
)
_LETTERS = {"S": Part.SOURCE, "C": Part.CUE, "Q": Part.CONTENT}


def window(text: str = TEXT) -> Window:
    pieces = WordPieces(["[CLS]", "[SEP]", "[UNK]"])
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(Span(at, at + len(line))))
        at += len(line) + 1
    (made,) = Reader(pieces).windows(text, paragraphs)
    return made


def tagged(marks: str) -> Scores:
    """One letter a word: S, C, Q begin a part, s, c, q go on with it, a dot is none."""
    tags = np.zeros((len(marks), TAGS), dtype=np.float32)
    for row, mark in enumerate(marks):
        part = _LETTERS.get(mark.upper(), Part.NONE)
        tags[row, 2 * part - mark.isupper() if part else 0] = 9
    return tags


def found(
    marks: str, *, links: dict[tuple[int, Link], int], text: str = TEXT,
    record: Sequence[float] = (), kept: tuple[int, int] | None = None,
) -> list[Report]:  # fmt: skip
    """`links`: the piece to which a content that begins at a piece points; piece 0 is nothing."""
    here = window(text)
    here.kept = kept or here.kept
    vectors = np.zeros((len(here.ids), len(Link), LINK_VECTORS, WIDTH), dtype=np.float32)
    for (content, link), target in links.items():
        vectors[content, link, 0, content] = 1
        vectors[target, link, 2, content] = 1
    on_record = np.array(record or [3] * len(marks), dtype=np.float32)
    return list(reports([(here, Answers(tagged(marks), on_record, vectors))], TABLE))


def test_content_has_the_source_and_the_cue_it_points_to() -> None:
    (report,) = found("SCQqqq.", links={(3, Link.SOURCE): 1, (3, Link.CUE): 2})
    assert report.content.of(TEXT) == "the pier will reopen"
    assert report.source == Span(0, 4)
    assert report.cue == Span(5, 9)


def test_content_that_points_to_nothing_has_no_speaker() -> None:
    (report,) = found("SCQqqq.", links={(3, Link.SOURCE): 0, (3, Link.CUE): 2})
    assert report.source is None


def test_a_word_that_begins_a_content_ends_the_one_before() -> None:
    made = found("SCQqQq.", links={})
    assert [report.content.of(TEXT) for report in made] == ["the pier", "will reopen"]


def test_content_that_lost_its_first_tag_is_found_all_the_same() -> None:
    (report,) = found("SCqqqq.", links={})
    assert report.content.of(TEXT) == "the pier will reopen"


def test_no_content_crosses_the_end_of_a_paragraph() -> None:
    text = "the pier\nwill reopen"
    made = found("Qqqq", links={}, text=text)
    assert [report.content.of(text) for report in made] == ["the pier", "will reopen"]


def test_what_the_cue_scores_tells_whether_it_is_on_record() -> None:
    (said,) = found("SCQqqq.", links={(3, Link.CUE): 2}, record=[-3, 3, -3, -3, -3, -3, -3])
    (thought,) = found("SCQqqq.", links={(3, Link.CUE): 2}, record=[3, -3, 3, 3, 3, 3, 3])
    assert said.on_record > 0.9
    assert thought.on_record < 0.1


def test_without_a_cue_the_first_word_of_the_content_tells() -> None:
    (said,) = found("SCQqqq.", links={}, record=[-3, -3, 3, -3, -3, -3, -3])
    assert said.on_record > 0.9


def test_a_content_that_another_window_keeps_is_not_told_twice() -> None:
    made = found("SCQqQq.", links={}, kept=(3, 7))
    assert [report.content.of(TEXT) for report in made] == ["will reopen"]


def test_windows_read_together_tell_what_each_tells_alone() -> None:
    empty = np.zeros((9, len(Link), LINK_VECTORS, WIDTH), dtype=np.float32)
    here, record = window(), np.full(7, 3, dtype=np.float32)
    read = [(here, Answers(tagged(marks), record, empty)) for marks in ("SCQqqq.", ".......", "SCQqQq.")]
    together = [report.content.of(TEXT) for report in reports(read, TABLE)]
    assert together == ["the pier will reopen", "the pier", "will reopen"]
    assert list(reports([], TABLE)) == []


def test_content_at_the_end_of_a_window_does_not_go_on_in_the_next() -> None:
    none = np.zeros((9, len(Link), LINK_VECTORS, WIDTH), dtype=np.float32)
    here, record = window(), np.full(7, 3, dtype=np.float32)
    last, following = tagged("SCQqqqq"), tagged("q......")
    following[0, 2 * Part.SOURCE - 1] = 8
    found = reports([(here, Answers(last, record, none)), (here, Answers(following, record, none))], TABLE)
    assert [report.content.of(TEXT) for report in found] == ["the pier will reopen ."]
