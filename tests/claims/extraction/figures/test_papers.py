"""Figures as scientific papers print them, and the numbers of papers that are none."""

from fractions import Fraction
from hashlib import sha256

import pytest

from claims.extraction.figures import figures
from claims.extraction.page import Page
from claims.model import Claim, Document


def claims(text: str) -> list[Claim]:
    page = Page(Document(text, sha256(text.encode()).hexdigest()))
    return [found for found in figures(page) if isinstance(found, Claim) and found.quantity]


def texts(text: str) -> list[str]:
    return [claim.text for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The dredger (10-12 knots) is slow.", "10-12 knots"),
        ("Silt made up 3%-4% of the load.", "3%-4%"),
        ("Silt made up ∼5-10% of the load.", "∼5-10%"),
        ("Temperature:21-24 °C in the dock.", "21-24 °C"),
        ("The dock was at 21 -24 °C.", "21 -24 °C"),
        ("Gulls nested twice (range 1-27) a year.", "1-27"),
        ("It lost between about 10% and 15%.", "about 10% and 15%"),
        ("Guards between the ages of 25 and 44 years swam.", "25 and 44 years"),
    ],
)
def test_a_range_may_touch_the_mark_before_it(text: str, shown: str) -> None:
    (claim,) = claims(text)
    assert claim.text == shown
    assert claim.quantity is not None
    assert claim.quantity.value is None


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "unit"),
    [
        ("The gulls weighed 40 ± 7 g.", 40, 33, 47, "gram"),
        ("The gulls weighed 40 g ± 7 g.", 40, 33, 47, "gram"),
        ("The gulls weighed 40±7 g.", 40, 33, 47, "gram"),
        ("The gulls weighed 40 +/- 7 g.", 40, 33, 47, "gram"),
        ("The gulls weighed 40 g ± 5%.", 40, 38, 42, "gram"),
        ("The share was 0.2% ± 0.4%.", Fraction(1, 5), Fraction(-1, 5), Fraction(3, 5), "percent"),
        ("On average 4 ± 1 gulls nested.", 4, 3, 5, ""),
        ("It holds 2000 ± 50 crates.", 2000, 1950, 2050, ""),
    ],
)
def test_an_uncertainty_is_the_width_of_its_figure(
    text: str, value: int, low: int, high: int, unit: str
) -> None:
    (claim,) = claims(text)
    found = claim.quantity
    assert found is not None
    assert (found.comparator, found.value, found.low, found.high) == ("~", value, low, high)
    assert claim.unit == unit


def test_a_plus_or_minus_of_another_unit_stays_apart() -> None:
    assert texts("The hull is 12 m ± 3 kg.") == ["12 m", "3 kg"]


@pytest.mark.parametrize(
    "text",
    [
        "The silt curve is shown in Fig. 2B.",
        "The silt curves are shown in Figures 3A and 4C.",
        "The silt curve is shown inTable 2.",
        "A buoy according to claim 7 is red.",
        "The rise began around day 10.",
        "The load grew with λ 2 and r 0.",
        "For B 3 values were low.",
        "Salt such as Ca(OH)2 dissolves.",
        "The CO 2 levels rose.",
        "Here r = (1 − e) and the last is n + 1 (see k).",
        "It follows from Sections 3.2 and 4.4.",
        "We solve the problem (4.2) and the models (2.1) and (2.2).",
        "The sum of A 2 and A 3 is small.",
        "Divers measured [11C] in the silt.",
        "The rise began in months 5 and 7.",
        "See Harlow Bay Rev., 84 (1984) for more.",
        "It failed on both grounds: 1) it leaks; 2) it sinks.",
        "They read from Edda 3:1-5.",
        "Rain fell in units of emu m −2.",
        "It scales as (r/d) −1.",
        "Divers smelled 4-aminopyridine.",
        "Divers smelled 3-(n-butyl)thiophene.",
        "The tide has been modelled (Vega et al. 2000).",
        "The tide has been modelled (Harlow, 2000).",
        "The pump 14, the valve 30 and the tank 8 were closed.",
        "The heaters 22, 24 and 26 were stopped.",
    ],
)
def test_numbers_of_papers_that_measure_nothing(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The storm claims 12 lives.", ["12"]),
        ("The pilot closed the pump 14 times.", ["14"]),
        ("Harlow won the game 7 minutes late.", ["7 minutes"]),
        ("The surge was 3 m and the wind 20 m/s.", ["3 m", "20 m/s"]),
        ("Crews fitted a 2.0l 3 cylinder engine.", ["2.0l", "3"]),
        ("It read −2 all night.", ["−2"]),
        ("A 4-to-4 tie sank it (A 3-day wait).", ["4", "4", "3-day"]),
        ("Lines stood at 2952, 1614, 1507 and 796.", ["2952", "1614", "1507", "796"]),
        ("Lines stood at cm-1:3440 and more.", ["3440"]),
        ("Vega polled at 40 (+3) percent.", ["40", "3"]),
        ("The rate fell (7.5) again.", ["7.5"]),
        ("The hull (C60, 99.9% pure) holds.", ["99.9%"]),
        ("In 2004, 500 crates sank.", ["500"]),
        ("In 2004, 2005, 2006 and 2007, 500 crates sank.", ["500"]),
        ("The bond costs $5-10 billion.", ["$5-10 billion"]),
        ("They lost $275 billion - half of it.", ["$275 billion", "half"]),
        ("The dock has pH 7.5 at noon.", ["7.5"]),
        (
            "Guards in the age group 20 to 29 years and the age group 30 to 39 years swam.",
            ["20 to 29 years", "30 to 39 years"],
        ),
        ("The pier took 12-methodical days.", ["12"]),
    ],
)
def test_figures_that_look_like_them_are_kept(text: str, kept: list[str]) -> None:
    assert texts(text) == kept


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The chain has C 0.15 to 0.3% and little else.", ["0.15 to 0.3%"]),
        ("The chain has Mn 0.4 - 0.9 and little else.", ["0.4 - 0.9"]),
        ("The chain has Cr 2-3 percent and little else.", ["2-3 percent"]),
    ],
)
def test_a_range_after_the_sign_of_an_element_is_no_name(text: str, shown: list[str]) -> None:
    assert texts(text) == shown


def test_a_figure_with_a_stop_ends_no_sentence() -> None:
    assert texts("The load fell (Figs. 3 and 4) by 12%.") == ["12%"]
    assert texts("The load fell (Eq. 3) by 12%.") == ["12%"]


def test_between_two_amounts_is_a_range_in_either_order() -> None:
    (claim,) = claims("The surge stood between 12 m and 9 m.")
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.high) == (9, 12)


def test_a_sign_may_touch_the_mark_before_it() -> None:
    (claim,) = claims("The slope (=−5.2) is steep.")
    assert claim.quantity is not None
    assert float(claim.quantity.low or 0) == -5.2


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Gulls ate 5, 10 and 15 mg.", ["milligram", "milligram", "milligram"]),
        ("Ropes are 60 or 63 mm thick.", ["millimeter", "millimeter"]),
        ("The lock is 4 by 6 meters.", ["meter", "meter"]),
        ("Tolls rose two and three percent.", ["percent", "percent"]),
        ("Bids were 5 and $10.", ["", "USD"]),
        ("Of the 30, 12 mm were lost.", ["", "millimeter"]),
        ("The port bought 12 boats and 5 tons of rope.", ["", "ton"]),
    ],
)
def test_a_list_shares_the_unit_at_its_end(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in claims(text)] == units
