"""Reading and extraction take time in proportion to the text, whatever the text is made of."""

import gc
import time
from collections.abc import Callable

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Document, PartialDate
from claims.ports import Material
from sources.plain_text import PlainText
from sources.sniff import is_html

NOW = PartialDate.parse("2031-01-01", evidence="clock")
PIECES = [
    "- ",
    "A ",
    "HARLOW BAY ",
    "a\n",
    "© ,  ",
    "May 4, 2023 ",
    "By Ann Roe\n",
    "the wall would stand and stand\n",
    "a a a a a a a a\n",
    "\r",
    "\u2028",
    "– From ",
    "<!-- ",
    "“",
    ", N.J. ",
]


# 2.5 for each doubling; quadratic work takes 16 times as long. Two doublings tell the two
# apart on a busy machine too.
MOST = 2.5**2

# What the whole path meets: marks, figures, names and tags without end, on one line or on thousands.
HOSTILE = [
    "The wall stood and Mayor Marisol Vega said that 12 boats sank. ",
    "the wall stood and the mayor said that boats sank and ",
    '"',
    "“",
    "“ ” ' \" ",
    "7",
    "12 ",
    "12 boats. ",
    "1/2/",
    "wall",
    "a\n\n",
    "Advertisement\n",
    "“We will rebuild the wall. \n",
    "([{",
    "Port Of Harlow (POH) ",
    "Vega said the wall fell.\n",
    "“No,” Vega said.\n",
    "Vega said ",
    "VEGA: We will rebuild it.\n",
    "Mrs. ",
    " ",
]


def seconds(work: Callable[[], object], repeats: int) -> float:
    """The best of some: the machine may be busy.

    Garbage is left lying meanwhile, as timeit does: else what all other tests left behind is
    walked through again and again, the more often the more is made.
    """
    times = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(repeats):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(times)


@pytest.fixture(autouse=True, scope="module")
def begun() -> None:
    """What is made at the first use of all is made: it would count for the smaller text alone."""
    reading_and_extraction(HOSTILE[0].encode() * 9)


def reading(raw: bytes) -> float:
    material = Material(raw, "story.txt", NOW)
    return seconds(lambda: (is_html(material), list(PlainText().read(material))), 3)


def reading_and_extraction(raw: bytes) -> float:
    material = Material(raw, "story.txt", NOW)

    def whole() -> None:
        for item in PlainText().read(material):
            if isinstance(item, Document):
                found = extract(item, Rules())
                assert not [problem for problem in found.problems if "stopped" in problem.message]

    return seconds(whole, 1)


def repeated(piece: str, size: int) -> bytes:
    return f"x{piece * (size // len(piece))}x".encode()


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_some_four_times_as_long(piece: str) -> None:
    raw = (piece * (10_000 // len(piece)) + "x").encode()
    # Quadratic work would take 16 times as long; small texts have fixed costs.
    assert reading(raw * 4) < 8 * reading(raw) + 0.02


def is_in_step(once: bytes, four: bytes) -> bool:
    """Does four times the text take less than MOST times as long?

    What grows faster does so every time; a busy machine only now and then.
    """
    return any(reading_and_extraction(four) < MOST * reading_and_extraction(once) for _ in range(6))


@pytest.mark.parametrize("piece", HOSTILE)
def test_four_times_the_text_takes_some_four_times_as_long_to_read_and_extract(piece: str) -> None:
    # Both longer than a passage: up to that nothing is cut, and that costs less.
    assert is_in_step(repeated(piece, 21_000), repeated(piece, 84_000))


def test_four_times_the_speakers_and_figures_take_some_four_times_as_long() -> None:
    def told(count: int) -> bytes:
        return "".join(f"Ann Roe{number} said {number} boats sank.\n" for number in range(count)).encode()

    assert is_in_step(told(250), told(1_000))
