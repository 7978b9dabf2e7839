import pytest

from claims.model import Span
from sources.dates import date_line, read_date, read_stamp


def dates(line: str) -> list[tuple[str, bool]]:
    """Each date of a line and whether it says when the text was changed."""
    return [(str(found.date), found.modified) for found in date_line(line, Span(0, len(line)))]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tuesday, March 5, 2024", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("Mar. 5, 2024", "2024-03-05"),
        ("Sept. 9, 2023", "2023-09-09"),
        ("MARCH 5, 2024", "2024-03-05"),
        ("5 March 2024", "2024-03-05"),
        ("Tue, 5th March 2024", "2024-03-05"),
        ("2024-03-05", "2024-03-05"),
        ("05.03.2024", "2024-03-05"),
        ("13/02/2024", "2024-02-13"),
        ("02/13/2024", "2024-02-13"),
        ("Published: March 5, 2024", "2024-03-05"),
        ("Posted on March 5, 2024 at 9:41 a.m. EST", "2024-03-05"),
        ("March 5, 2024 | 4 min read", "2024-03-05"),
        ("Tuesday, March\u00a05, 2024", "2024-03-05"),
        ("March 2024", "2024-03"),
    ],
)
def test_a_line_that_is_a_date_states_it(line: str, day: str) -> None:
    assert dates(line) == [(day, False)]


@pytest.mark.parametrize("label", ["Updated", "Last updated:", "Modified on", "Revised:"])
def test_a_label_of_change_makes_it_the_date_of_the_change(label: str) -> None:
    assert dates(f"{label} March 6, 2024") == [("2024-03-06", True)]


def test_one_line_may_state_both() -> None:
    line = "Published March 5, 2024 at 6:05 p.m. | Updated March 6, 2024"
    assert dates(line) == [("2024-03-05", False), ("2024-03-06", True)]


@pytest.mark.parametrize(
    "line",
    [
        "The trial opens on March 5, 2024",
        "March 5, 2024: the day the wall broke",
        "Tuesday",
        "Tuesday, March 5",
        "2024",
        "March 5 to March 9, 2024, at the Seamen's Hall",
        "",
        "Warehouse 9",
    ],
)
def test_a_line_with_other_words_or_without_a_year_states_no_date(line: str) -> None:
    assert date_line(line, Span(0, len(line) or 1)) == []


def test_the_words_and_their_place_are_kept() -> None:
    text = "Storm\nUpdated March 6, 2024\n"
    (found,) = date_line(text, Span(6, 27))
    assert found.date is not None
    assert (found.date.raw, found.date.evidence) == ("Updated March 6, 2024", "text")
    assert found.date.span == Span(6, 27)


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("03/04/2024", "'03/04/2024' can be read as two dates"),
        ("February 30, 2024", "there is no such day as 'February 30, 2024'"),
        ("Mayflower 5, 2024", ""),
    ],
)
def test_a_date_that_cannot_be_read_one_way_is_none(line: str, trouble: str) -> None:
    found = date_line(line, Span(0, len(line)))
    assert [date.date for date in found] in ([None], [])
    assert [date.trouble for date in found if date.trouble] == ([trouble] if trouble else [])


def test_a_weekday_that_does_not_fit_is_told_and_the_date_stands() -> None:
    (found,) = date_line("Monday, March 5, 2024", Span(0, 21))
    assert str(found.date) == "2024-03-05"
    assert found.trouble == "'Monday, March 5, 2024' was a Tuesday"


def test_a_stamp_keeps_its_time_and_zone() -> None:
    found = read_stamp("2024-03-05T23:30:00-08:00", "json-ld")
    assert found is not None
    assert found.moment is not None
    assert (str(found), found.moment.isoformat()) == ("2024-03-05", "2024-03-05T23:30:00-08:00")
    assert (found.raw, found.evidence) == ("2024-03-05T23:30:00-08:00", "json-ld")


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2024-03-05T23:30:00Z", "2024-03-05"),
        ("2024-03-05T23:30:00", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("2024-03", "2024-03"),
        ("March 5, 2024 6:05 pm", "2024-03-05"),
        ("yesterday", "None"),
        ("", "None"),
    ],
)
def test_stamps_of_metadata(raw: str, day: str) -> None:
    assert str(read_stamp(raw, "meta date")) == day


def test_a_stamp_without_a_zone_is_no_moment() -> None:
    found = read_stamp("2024-03-05T23:30:00", "meta date")
    assert found is not None
    assert found.moment is None


def test_a_date_without_its_year_is_not_read() -> None:
    assert read_date("March 5") is None
