"""Documents and keys with thousands of values: a check takes time in step with them, not with their pairs."""

import re

import pytest

from claims.checks.breakdown import Breakdown
from claims.checks.changed_figure import ChangedFigure
from claims.checks.changes import Changes
from claims.checks.correction import StillPrinted
from claims.checks.part_of_whole import PartOfWhole
from claims.checks.shares import Shares
from claims.checks.sum_of_parts import SumOfParts

FEW, MANY = 300, 1200


def cited(figures, sentence, number, **published):
    """So many sentences, one figure or three in each."""
    text = " ".join(sentence.format(one=place + 3, two=place + 4, other=place + 5) for place in range(number))
    fields = {"counted": "arrests" if "arrests" in sentence else "people"}
    return figures(text, *((found, fields) for found in re.findall(r"\d+", text)), **published)


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        (
            SumOfParts(),
            "They made {one} arrests in Harlow Bay, {two} in Halden County and {other} aboard ferry{one}.",
        ),
        (ChangedFigure(), "Storm Edda injured {one} people in Harlow Bay and Halden County that day."),
        (StillPrinted(), "An earlier version of this story said that Storm Edda injured {one} people."),
    ],
)
def test_four_times_as_many_figures_take_about_four_times_as_long(figures, in_step, check, sentence):
    pages = [
        [
            *cited(figures, sentence, number, source="Harlow Bay Herald", date="2031-03-03"),
            *cited(figures, sentence, number + 1, source="Coastal Wire", date="2031-03-03"),
        ]
        for number in (FEW, MANY)
    ]
    if isinstance(check, SumOfParts):
        pages = [page[: len(page) // 2] for page in pages]
    few, many = pages
    assert in_step(lambda: list(check.find(few)), lambda: list(check.find(many)), MANY // FEW)


def test_of_two_totals_in_a_long_document_the_one_nearest_to_the_sum_is_taken(figures, run):
    text = (
        "Police made 28 arrests in all. Before that year police made 990 arrests. "
        "They made 10 arrests in Harlow Bay, 12 in Halden County and 8 aboard the ferry."
    )
    arrests = {"counted": "arrests"}
    (found,) = run(SumOfParts(), figures(text, *((one, arrests) for one in ("28", "990", "10", "12", "8"))))
    assert found.why[0] == "total stated: 28 arrests"


def test_each_document_that_still_prints_a_figure_is_named_once(figures, run):
    told = {"counted": "people"}
    taken = figures(
        "An earlier version of this story said that Storm Edda injured 64 people in Harlow Bay.",
        ("64", told), source="Harlow Bay Herald", date="2031-03-03",
    )  # fmt: skip
    twice = "Storm Edda injured 64 people in Harlow Bay. In all 64 people were injured by Storm Edda."
    printed = figures(twice, ("64", told), ("64", told), source="Coastal Wire", date="2031-03-03")
    assert [one.anchors for one in run(StillPrinted(), [*taken, *printed])] == [
        (taken[0].value.id, printed[0].value.id)
    ]


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        (Breakdown(), "Grants totaling ${one}.\n* Harlow Bay ${two}.\n* Stroud ${other}.\n"),
        (
            PartOfWhole(),
            "They seized {one} pounds of drugs. They seized {two} pounds of fentanyl in Pell{other}.",
        ),
        (Changes(), "Turnout rose {one} percent, from {two} to {other}."),
        (Shares(), "In Stroud {one} of {two} boats, or {other} percent, were lost."),
    ],
)
def test_a_document_of_many_figures_that_follow_from_one_another(check, sentence, read, run, in_step):
    def text(number):
        return " ".join(sentence.format(one=n + 30, two=n + 40, other=n + 50) for n in range(number))

    few, many = (read(text(number)) for number in (FEW, MANY))
    assert in_step(lambda: run(check, few), lambda: run(check, many), MANY // FEW)
