"""Reading and extraction take time in proportion to the text, whatever the text is made of."""

from collections.abc import Callable

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Document, PartialDate
from claims.ports import Material
from sources.plain_text import PlainText
from sources.sniff import is_html

NOW = PartialDate.parse("2031-01-01", evidence="clock")
InStep = Callable[[Callable[[], object], Callable[[], object], int], bool]

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


def reading(raw: bytes) -> Callable[[], None]:
    material = Material(raw, "story.txt", NOW)

    def work() -> None:
        is_html(material)
        assert list(PlainText().read(material))

    return work


def reading_and_extraction(raw: bytes) -> Callable[[], None]:
    material = Material(raw, "story.txt", NOW)

    def work() -> None:
        for item in PlainText().read(material):
            if isinstance(item, Document):
                found = extract(item, Rules())
                assert not [problem for problem in found.problems if "stopped" in problem.message]

    return work


def repeated(piece: str, size: int) -> bytes:
    return f"x{piece * (size // len(piece))}x".encode()


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_some_four_times_as_long(piece: str, in_step: InStep) -> None:
    raw = (piece * (10_000 // len(piece)) + "x").encode()
    assert in_step(reading(raw), reading(raw * 4), 4)


@pytest.mark.parametrize("piece", HOSTILE)
def test_four_times_the_text_takes_some_four_times_as_long_to_read_and_extract(
    piece: str, in_step: InStep
) -> None:
    # Both longer than a passage: up to that nothing is cut, and that costs less.
    once, four = (reading_and_extraction(repeated(piece, size)) for size in (21_000, 84_000))
    assert in_step(once, four, 4)


def test_four_times_the_speakers_and_figures_take_some_four_times_as_long(in_step: InStep) -> None:
    def told(count: int) -> bytes:
        return "".join(f"Ann Roe{number} said {number} boats sank.\n" for number in range(count)).encode()

    assert in_step(reading_and_extraction(told(250)), reading_and_extraction(told(1_000)), 4)
