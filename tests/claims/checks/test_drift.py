import pytest

from claims.checks.drift import Drift

HELD = {"counted": "people", "role": "arrested"}
CHARGED = {"counted": "people", "role": "charged"}
ARRESTS = "Operation Tidewater led to 288 arrests."


def told(figures, run, one, two):
    cited = [*figures(*one, source="Bay Ledger"), *figures(*two, source="Coastal Wire")]
    return [(found.kind, found.severity, found.why[-1]) for found in run(Drift(), cited)]


def test_one_number_for_arrests_and_for_charges_is_told(figures, run):
    two = ("In Operation Tidewater 288 people were charged.", ("288", CHARGED))
    why = "the number is of people arrested in one, of people charged in the other"
    assert told(figures, run, (ARRESTS, ("288", HELD)), two) == [("compatible", "low", why)]


def test_a_number_of_pounds_that_becomes_a_number_of_pills_is_told(figures, run):
    mass = {"counted": "pills", "unit": "pound", "dimension": "mass", "value": "1875"}
    one = ("Operation Tidewater seized 1,875 pounds of pills.", ("1,875 pounds", mass))
    two = ("Officers of Operation Tidewater seized 1,875 pills.", ("1,875", {"counted": "pills"}))
    why = "the number has a unit of mass in one, and counts pill in the other"
    assert told(figures, run, one, two) == [("compatible", "low", why)]


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        (
            "Since 2019, Operation Tidewater has led to 901 arrests.",
            "one adds up a longer time or several events",
        ),
        (
            "In fiscal 2030 Operation Tidewater led to 901 arrests.",
            "one is of a fiscal year, which is no calendar year",
        ),
    ],
)
def test_figures_of_two_times_are_told_as_compatible(figures, run, sentence, why):
    two = (sentence, ("901", HELD))
    assert told(figures, run, (ARRESTS, ("288", HELD)), two) == [("compatible", "low", why)]


@pytest.mark.parametrize(
    "sentence", ["Operation Tidewater led to 301 arrests.", "Operation Lantern charged 288 people."]
)
def test_a_conflict_and_another_event_are_no_drift(figures, run, sentence):
    figure = "301" if "301" in sentence else "288"
    fields = HELD if figure == "301" else CHARGED
    assert told(figures, run, (ARRESTS, ("288", HELD)), (sentence, (figure, fields))) == []
