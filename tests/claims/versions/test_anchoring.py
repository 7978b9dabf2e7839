"""Passages of an older text in the newer one: same, moved, changed, gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import AnchorState, Span
from claims.versions.anchoring import Alignment

STORY = """Harbor board backs new pier

HARLOW BAY — Mayor Marisol Vega told the harbor board on Monday that the city will rebuild the pier.

“We will not ask the fishing families to pay for this pier,” Vega said. “They have lost enough.”

The storm injured 46 people and sank 12 boats, said Ines Carrow.
"""
PROMISE = "We will not ask the fishing families to pay for this pier,"
LOST = "They have lost enough."


def spans(text: str, *words: str) -> list[Span]:
    return [Span(text.index(one), text.index(one) + len(one)) for one in words]


def found(newer: str, *words: str, older: str = STORY) -> tuple[str, list[str]]:
    """What became of words, and the words that stand there now."""
    anchored = Alignment(older, newer).anchor(spans(older, *words))
    return anchored.state.value, [span.of(newer) for span in anchored.spans]


def test_a_text_stands_where_it_stood():
    assert found(STORY, PROMISE, LOST) == ("same", [PROMISE, LOST])


@pytest.mark.parametrize(
    "newer",
    [
        STORY.replace("\n\n", "\n"),
        STORY.replace(" ", "  ").replace("pier,”", "pier\n,”"),
        STORY.replace("“", '"').replace("”", '"'),
        STORY.replace("“", "&ldquo;").replace("”", "&rdquo;"),
        STORY.upper(),
        STORY.replace("fishing", "fi\u00adshing"),
        "A new first line\n\n" + STORY,
        STORY.replace("Vega said", "Vega added on Tuesday"),
    ],
)
def test_other_white_space_marks_case_and_neighbours_change_no_words(newer):
    assert found(newer, PROMISE, LOST)[0] == "same"


def test_a_number_is_one_whether_its_thousands_are_marked_or_not():
    older = "The city will pay 1,200 dollars for each of the boats that sank."
    assert found(older.replace("1,200", "1200"), "pay 1,200 dollars", older=older) == (
        "same",
        ["pay 1200 dollars"],
    )


def test_an_accent_written_as_an_entity_is_the_same_letter():
    older = "“The café by the pier will open again,” Vega said."
    newer = older.replace("é", "&eacute;")
    assert found(newer, "The café by the pier", older=older) == ("same", ["The caf&eacute; by the pier"])


def test_words_that_went_elsewhere_are_moved():
    paragraphs = STORY.strip().split("\n\n")
    newer = "\n\n".join([paragraphs[0], paragraphs[3], paragraphs[2], paragraphs[1]])
    assert found(newer, "Mayor Marisol Vega told the harbor board")[0] == "moved"


def test_words_that_went_into_another_paragraph_are_moved():
    newer = STORY.replace(f" “{LOST}”", "").replace(
        "Ines Carrow.", f"Ines Carrow. Of the families Vega said, “{LOST}”"
    )
    assert found(newer, LOST) == ("moved", [LOST])


def test_a_changed_word_gives_the_passage_as_it_reads_now():
    newer = STORY.replace("not ask", "never ask")
    assert found(newer, PROMISE) == (
        "changed",
        ["We will never ask the fishing families to pay for this pier,"],
    )


def test_a_word_changed_at_the_edge_belongs_to_the_passage():
    newer = STORY.replace("They have lost enough", "Families have lost enough")
    assert found(newer, LOST) == ("changed", ["Families have lost enough."])


def test_a_changed_passage_that_moved_is_found_by_its_rare_words():
    moved = "“We will not ask any fishing families to pay for this old pier,” Vega said."
    newer = moved + "\n\n" + STORY.replace(f"“{PROMISE}” Vega said. ", "")
    assert found(newer, PROMISE) == (
        "changed",
        ["We will not ask any fishing families to pay for this old pier,"],
    )


def test_words_that_are_there_no_more_are_gone():
    assert found(STORY.replace(f"“{PROMISE}” Vega said. “{LOST}”\n\n", ""), PROMISE, LOST) == ("gone", [])
    assert found("The page was removed.", PROMISE) == ("gone", [])
    assert found("", PROMISE) == ("gone", [])


def test_of_two_pieces_one_may_be_gone():
    assert found(STORY.replace(f" “{LOST}”", ""), PROMISE, LOST) == ("changed", [PROMISE])


def test_a_short_answer_is_not_found_in_any_other_sentence():
    older = "“I do,” Vega said.\n\nThe board met on Monday and said that I do not know it yet."
    newer = "The board met on Monday and said that I do not know it yet."
    assert found(newer, "I do", older=older) == ("gone", [])


# -- any text ---------------------------------------------------------------------

WORDS = [f"{first}{last}" for first in "bcdfgklmnprstvw" for last in ("arbor", "evee", "ilot", "oat", "ump")]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=5, max_size=14).map(lambda words: " ".join(words) + ".")
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=8)


def joined(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs)


def place(paragraphs: list[str], number: int) -> Span:
    start = len(joined(paragraphs[:number])) + 2 * bool(number)
    return Span(start, start + len(paragraphs[number]))


@given(TEXTS, st.data())
@settings(max_examples=60, deadline=None)
def test_any_stretch_of_any_text_is_the_same_in_itself(paragraphs, data):
    text = joined(paragraphs)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert Alignment(text, text).anchor([span]).state is AnchorState.SAME


@given(TEXTS, st.lists(PARAGRAPHS, max_size=4), st.data())
@settings(max_examples=60, deadline=None)
def test_paragraphs_put_in_anywhere_change_nothing(paragraphs, further, data):
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    newer = list(paragraphs)
    for one in further:
        newer.insert(data.draw(st.integers(0, len(newer))), one)
    anchored = Alignment(joined(paragraphs), joined(newer)).anchor([place(paragraphs, number)])
    assert anchored.state is AnchorState.SAME
    assert anchored.spans[0].of(joined(newer)) == paragraphs[number]


@given(TEXTS, st.randoms(use_true_random=False), st.data())
@settings(max_examples=60, deadline=None)
def test_paragraphs_in_another_order_are_the_same_or_moved(paragraphs, random, data):
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    newer = random.sample(paragraphs, len(paragraphs))
    anchored = Alignment(joined(paragraphs), joined(newer)).anchor([place(paragraphs, number)])
    assert anchored.state in (AnchorState.SAME, AnchorState.MOVED)
    assert anchored.spans[0].of(joined(newer)) == paragraphs[number]


@given(st.permutations(WORDS), st.data())
@settings(max_examples=60, deadline=None)
def test_a_passage_taken_out_of_a_text_is_gone(words, data):
    paragraphs = [" ".join(words[at : at + 10]) + "." for at in range(0, 60, 10)]
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    newer = paragraphs[:number] + paragraphs[number + 1 :]
    assert (
        Alignment(joined(paragraphs), joined(newer)).anchor([place(paragraphs, number)]).state
        is AnchorState.GONE
    )


@given(st.permutations(WORDS), st.data())
@settings(max_examples=60, deadline=None)
def test_one_changed_word_gives_exactly_the_new_words(words, data):
    paragraphs = [" ".join(words[at : at + 10]) + "." for at in range(0, 60, 10)]
    number, which = data.draw(st.integers(0, 5)), data.draw(st.integers(0, 9))
    changed = paragraphs[number].rstrip(".").split()
    changed[which] = words[70]
    newer = [*paragraphs[:number], " ".join(changed) + ".", *paragraphs[number + 1 :]]
    anchored = Alignment(joined(paragraphs), joined(newer)).anchor([place(paragraphs, number)])
    assert anchored.state is AnchorState.CHANGED
    assert [span.of(joined(newer)) for span in anchored.spans] == [newer[number]]


# -- long and hostile texts -------------------------------------------------------


def _aligning(older: str, newer: str) -> Callable[[], object]:
    return lambda: Alignment(older, newer).anchor([Span(0, 40)])


HOSTILE = {
    "one word": lambda n: ("pier " * n, "pier " * (n - 7)),
    "two words": lambda n: ("pier boat " * (n // 2), "boat pier " * (n // 2)),
    "short lines": lambda n: ("pier\n" * n, "boat\n" + "pier\n" * n),
    "all other": lambda n: (
        " ".join(f"a{i}." for i in range(n // 2)),
        " ".join(f"b{i}." for i in range(n // 2)),
    ),
    "turned round": lambda n: (
        "\n".join(f"line {i} of it" for i in range(n // 4)),
        "\n".join(f"line {i} of it" for i in reversed(range(n // 4))),
    ),
    "each line edited": lambda n: (
        "\n".join(f"line {i} of it all" for i in range(n // 5)),
        "\n".join(f"line {i} of it none" for i in range(n // 5)),
    ),
    "marks": lambda n: ("“" * n, "”" * n),
    "entities": lambda n: ("&amp;" * n, "&quot;" * n),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_as_the_texts_do(kind, in_step):
    once, four = (_aligning(*HOSTILE[kind](size)) for size in (4_000, 16_000))
    assert in_step(once, four, 4)
