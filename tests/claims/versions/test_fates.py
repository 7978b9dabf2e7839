"""What became of quotes and claims, told by the values of both versions."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Document, Quote, QuoteKind, Span
from claims.versions.fates import anchors

STORY = (
    "HARLOW BAY — “We will rebuild the pier by spring,” Mayor Marisol Vega said.\n\n"
    "The storm sank 12 boats in Halden County.\n"
)


def values(text: str, digit: str):
    found = extract(Document(text, digit * 64), Rules())
    return [*found.quotes, *found.claims]


def fates(newer: str, older: str = STORY) -> list[tuple[str, str, str]]:
    """Of each older value its words, its state, and the words of what stands for it now."""
    mine, other = values(older, "a"), values(newer, "b")
    texts = {value.id: value.text for value in other}
    found = anchors(mine, older, other, newer)
    return [
        (value.text, anchor.state.value, texts.get(anchor.newer, ""))
        for value, anchor in zip(mine, found, strict=True)
    ]


def test_each_value_of_the_same_text_stands_for_its_own():
    words = "We will rebuild the pier by spring"
    assert fates(STORY) == [(words, "same", words), ("12", "same", "12")]


def test_a_figure_keeps_its_fate_apart_from_the_words_around_it():
    newer = STORY.replace("The storm sank 12 boats", "Storm Edda, the worst in years, sank 12 of the boats")
    assert fates(newer)[1] == ("12", "same", "12")
    assert fates(STORY.replace("12 boats", "15 boats"))[1] == ("12", "changed", "15")
    assert fates(STORY.replace("12 boats", "some boats"))[1] == ("12", "gone", "")
    assert fates(STORY.replace("The storm sank 12 boats in Halden County.", "It rained."))[1] == (
        "12",
        "gone",
        "",
    )


def test_more_words_inside_the_marks_change_a_quote():
    newer = STORY.replace("by spring,”", "by spring or summer,”")
    assert fates(newer)[0][1:] == ("changed", "We will rebuild the pier by spring or summer")


def test_two_quotes_of_the_same_words_have_each_their_own():
    twice = STORY + "\n“We will rebuild the pier by spring,” Mayor Marisol Vega said again on Monday.\n"
    found = anchors(values(twice, "a"), twice, values(twice, "b"), twice)
    quotes = [anchor for anchor in found if anchor.state.value == "same"]
    assert len({anchor.newer for anchor in quotes}) == len(quotes) == 3


def _many(count: int, digit: str) -> tuple[str, list[Quote]]:
    lines = [f"“The crews have laid stone {number} of the wall,” Vega said." for number in range(count)]
    text, quotes, at = "\n".join(lines), [], 0
    for line in lines:
        span = Span(at + 1, at + line.index("”"))
        quotes.append(Quote.of(digit * 20, text, (span,), QuoteKind.DIRECT))
        at += len(line) + 1
    return text, quotes


def _following(count: int) -> Callable[[], None]:
    (older, mine), (newer, other) = _many(count, "a"), _many(count + 1, "b")
    newer = newer.partition("\n")[2].replace("laid", "put")
    rounds = itertools.count()

    def work() -> None:
        # A text of its own each time: nothing kept of the round before may help.
        found = anchors(mine, older, other[1:], newer + " " * next(rounds))
        assert {anchor.state.value for anchor in found} <= {"changed", "gone"}

    return work


def test_time_grows_as_the_number_of_quotes_does(in_step):
    assert in_step(_following(300), _following(1200), 4)


def test_a_long_list_of_alike_quotes_keeps_each_beside_its_own():
    """It is monotonous, and too long to compare every word with every other."""
    older, mine = _many(1500, "a")
    newer = older.replace("laid", "sunk")
    for number in (0, 700, 1499):
        anchor = anchors([mine[number]], older, [], newer)[0]
        words = " ".join(span.of(newer) for span in anchor.spans)
        assert words == f"The crews have sunk stone {number} of the wall,"
