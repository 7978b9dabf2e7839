"""A place in the text in, the page or the time out."""

import pytest

from claims.model import Document, Locator, LocatorKind, Span

PAGES = tuple(Locator(start, LocatorKind.PAGE, str(at)) for at, start in enumerate((0, 100, 100, 250), 1))
TIMES = (Locator(5, LocatorKind.TIME, "00:00:04"), Locator(90, LocatorKind.TIME, "00:12:31"))


def located(locators: tuple[Locator, ...], start: int, end: int) -> str:
    return Document("x" * 400, "0" * 64, locators=locators).located(Span(start, end))


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (0, 100, "page 1"),
        (99, 101, "pages 1–3"),
        (100, 250, "page 3"),  # page 2 holds nothing
        (250, 251, "page 4"),
        (0, 400, "pages 1–4"),
    ],
)
def test_a_passage_stands_on_the_pages_from_its_first_to_its_last_character(
    start: int, end: int, told: str
) -> None:
    assert located(PAGES, start, end) == told


def test_words_of_a_recording_were_said_where_they_begin() -> None:
    assert located(TIMES, 90, 120) == "at 00:12:31"
    assert located(TIMES, 20, 120) == "at 00:00:04"


def test_what_stands_before_all_locators_or_has_none_is_not_located() -> None:
    assert located(TIMES, 0, 4) == ""
    assert located((), 0, 4) == ""


def test_a_locator_without_a_label_is_none() -> None:
    with pytest.raises(ValueError):
        Locator(0, LocatorKind.PAGE, "")
