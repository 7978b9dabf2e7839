"""Figures that count what a figure of the text counts: of its event and its year, or it is said of which."""

import pytest

from claims import Ledger
from claims.model import PartialDate
from claims.ports import Given, Material

TIDEWATER = "Operation Tidewater ended on Friday. Police arrested 46 people in Harlow Bay in the operation.\n"
LANTERN = "Operation Lantern ended on Friday. Police arrested 12 people in Harlow Bay in the operation.\n"
YEARS = (
    "In 2029 police arrested 300 people in Harlow Bay. In 2030 police arrested 410 people in Harlow Bay.\n"
)


# Other events, and parts of one: a first day, a county, a place.
FERRY = "A fire on a ferry killed 14 people off Stroud. Police arrested 5 people over the fire.\n"
BEACON = """Operation Beacon ended on Friday. Officers arrested 288 people in the operation. On the first day, 90 people
were arrested. In Pell County, 31 people were arrested. Officers seized 117 pounds of fentanyl, including 30 pounds in
Dorset.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """A record of five stories, which no test changes; asks it for figures."""
    retrieved = PartialDate.parse("2031-03-05")
    stories = [
        Material(text.encode(), f"{number}.txt", retrieved, Given(source=f"Paper {number}"))
        for number, text in enumerate((TIDEWATER, LANTERN, YEARS, FERRY, BEACON))
    ]
    with Ledger.open(tmp_path_factory.mktemp("figures") / "record.db", by="okafor", create=True) as ledger:
        list(ledger.add(stories, extractor="rules"))
        yield lambda text: [
            (one.recorded.value.text, one.relation, one.why[2:]) for one in ledger.check(text).claims
        ]


def test_a_figure_of_another_operation_does_not_count_the_same(asked):
    found = asked("Police arrested 50 people in Harlow Bay in Operation Tidewater")
    assert {text for text, _, _ in found} & {"46", "12"} == {"46"}


def test_of_which_event_a_figure_is_is_told_where_the_text_names_none(asked):
    found = asked("Police arrested 50 people in Harlow Bay")
    told = {text: why for text, _, why in found if text in ("46", "12")}
    assert told == {
        "46": ("on record it is of Operation Tidewater",),
        "12": ("on record it is of Operation Lantern",),
    }


def test_a_figure_of_another_year_does_not_count_the_same(asked):
    found = asked("In 2030 police arrested 420 people in Harlow Bay")
    assert {text for text, _, _ in found} & {"300", "410"} == {"410"}


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Police arrested 400 people in Operation Beacon", {("288", "conflict")}),
        ("More than 5 people were arrested in Operation Beacon", {("288", "compatible")}),
        ("The ferry fire killed 20 people", {("14", "conflict")}),
        ("Storm Edda killed 14 people", set()),
        ("The explosion of a mill in Halden killed 14 people", set()),
    ],
)
def test_only_figures_of_the_whole_of_the_same_event_are_set_beside_one(asked, text, beside):
    assert {(figure, relation) for figure, relation, _ in asked(text)} == beside


def test_a_figure_of_a_part_that_is_the_same_amount_says_so(asked):
    found = asked("Police seized 30 pounds of fentanyl in Operation Beacon")
    assert [(figure, relation) for figure, relation, _ in found] == [
        ("117 pounds", "conflict"),
        ("30 pounds", "agree"),
    ]
    assert found[1][2] == ("not said of the same: one is of a part",)
