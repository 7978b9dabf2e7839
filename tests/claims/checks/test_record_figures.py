"""A record of numbers put to the figures of other events."""

import pytest

from claims.checks.record_figures import RecordFigures

ARRESTS = {"counted": "arrests", "role": "arrested"}
MOST = {"superlative": ("most arrests", "ever for any JHST operation", "max")}
ENDED = "Operation Tidewater of the JHST ended with {} arrests on the piers."
RECORD = "Operation Breakwater ended with {} arrests. The arrests are the most ever for any JHST operation."


def both(figures, rival, own, *, first="2024-03-17", then="2027-06-01", text=RECORD):
    return [
        *figures(ENDED.format(rival), (rival, ARRESTS), source="Coastal Wire", date=first),
        *figures(
            text.format(own), (own, ARRESTS), ("most ever for any JHST operation", MOST),
            source="Port Authority", date=then,
        ),
    ]  # fmt: skip


def test_a_larger_figure_than_that_of_any_other_operation_confirms_the_record(figures, run):
    (found,) = run(RecordFigures(), both(figures, "179", "288"))
    assert (found.kind, found.severity) == ("corroboration", "info")
    assert found.sentence == (
        "Port Authority gives Operation Breakwater the “most ever for any JHST operation”: "
        "288 arrests in Operation Breakwater, 179 arrests in Operation Tidewater."
    )
    assert found.why[-1] == "288 > 179: the record stands"


def test_whose_text_a_page_carries_is_said(figures, run):
    cited = both(figures, "179", "288")
    text = RECORD.format("288")
    carried = figures(
        text, ("288", ARRESTS), ("most ever for any JHST operation", MOST),
        source="Lamplighter", date="2027-06-01", reprints="Port Authority",
    )  # fmt: skip
    (found,) = run(RecordFigures(), [cited[0], *carried])
    assert "the text of Lamplighter is carried from Port Authority" in found.why


def test_the_highest_number_of_arrests_is_the_most_arrests(figures, run):
    highest = {"superlative": ("highest", "number of arrests ever for a JHST operation", "max")}
    text = "Operation Breakwater ended with 288 arrests, the highest number of arrests ever for a JHST operation."
    cited = [
        *both(figures, "179", "20")[:1],
        *figures(text, ("288", ARRESTS), ("highest", highest), source="Port Authority", date="2027-06-01"),
    ]
    assert [found.kind for found in run(RecordFigures(), cited)] == ["corroboration"]


def test_a_larger_figure_of_an_earlier_operation_takes_the_record(figures, run):
    (found,) = run(RecordFigures(), both(figures, "179", "153"))
    assert (found.kind, found.severity) == ("possible conflict", "medium")
    assert found.why[-2:] == ("179 > 153", "the larger one came earlier")


@pytest.mark.parametrize(
    ("first", "kind", "severity"), [("2029-03-17", "update", "info"), ("", "possible conflict", "low")]
)
def test_a_larger_figure_that_is_later_or_undated_takes_nothing_back(figures, run, first, kind, severity):
    (found,) = run(RecordFigures(), both(figures, "179", "153", first=first))
    assert (found.kind, found.severity) == (kind, severity)


def test_an_operation_outside_the_scope_is_not_compared(figures, run):
    cited = [
        *figures("Operation Heron ended with 179 arrests.", ("179", ARRESTS), source="HBTV News"),
        *both(figures, "20", "153")[1:],
    ]
    assert run(RecordFigures(), cited) == []


def test_a_part_of_the_arrests_contradicts_no_record(figures, run):
    part = "Operation Breakwater made arrests, including {} on the piers. The arrests are the most ever for any JHST operation."
    assert run(RecordFigures(), both(figures, "179", "153", text=part)) == []


def test_the_largest_of_many_other_operations_is_found_wherever_it_stands(figures, run):
    names = [f"{one}{two}" for one in ("Gull", "Tern", "Heron", "Petrel", "Plover") for two in "abcdefgh"]
    cited = [
        found
        for number, name in enumerate(names)
        for found in figures(
            f"Operation {name} of the JHST ended with {100 + number} arrests.",
            (str(100 + number), ARRESTS), source="Coastal Wire", date="2024-03-17",
        )
    ]  # fmt: skip
    (found,) = run(RecordFigures(), [*cited, *both(figures, "20", "130")[1:]])
    assert found.why[-2:] == ("139 > 130", "the larger one came earlier")


@pytest.mark.parametrize(("first", "count"), [("2024-03-17", 0), ("2027-03-17", 1)])
def test_a_record_of_this_year_is_put_to_figures_of_that_year(figures, run, first, count):
    most = {"superlative": ("most arrests", "of any JHST operation this year", "max")}
    text = "Operation Breakwater ended with 153 arrests. They are the most arrests of any JHST operation this year."
    rival = "Operation Tidewater of the JHST ended with 179 arrests."
    cited = [
        *figures(rival, ("179", ARRESTS), source="Coastal Wire", date=first),
        *figures(text, ("153", ARRESTS), ("most arrests", most), source="Port Authority", date="2027-06-01"),
    ]
    assert len(run(RecordFigures(), cited)) == count


def test_many_figures_take_time_in_step_with_their_number(figures, in_step):
    def group(number):
        text = " ".join(
            f"Operation Tidewater of the JHST made {place + 3} arrests." for place in range(number)
        )
        figured = figures(
            text, *((str(place + 3), ARRESTS) for place in range(number)), source="Coastal Wire"
        )
        return [*figured, *both(figures, "20", "153")]

    few, many = group(200), group(1600)
    assert in_step(lambda: list(RecordFigures().find(few)), lambda: list(RecordFigures().find(many)), 8)
