"""Reading takes time in proportion to the text, whatever the text is made of."""

import time

import pytest

from claims.model import PartialDate
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


def seconds(raw: bytes) -> float:
    """The best of three: the machine may be busy."""
    material = Material(raw, "story.txt", NOW)
    times = []
    for _ in range(3):
        start = time.process_time()
        is_html(material)
        list(PlainText().read(material))
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_some_four_times_as_long(piece: str) -> None:
    raw = (piece * (10_000 // len(piece)) + "x").encode()
    # Quadratic work would take 16 times as long; small texts have fixed costs.
    assert seconds(raw * 4) < 8 * seconds(raw) + 0.02
