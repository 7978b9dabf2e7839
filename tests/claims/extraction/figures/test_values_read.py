"""How words bound a figure, and where two numbers are one."""

from decimal import Decimal
from fractions import Fraction
from hashlib import sha256

import pytest

from claims.extraction.figures import figures
from claims.extraction.page import Page
from claims.model import Claim, Document


def claims(text: str) -> list[Claim]:
    page = Page(Document(text, sha256(text.encode()).hexdigest()))
    return [found for found in figures(page) if isinstance(found, Claim)]


def interval(text: str) -> str:
    """The one figure of a text as comparator and interval, as in "> (4, )"."""
    (claim,) = [claim for claim in claims(text) if claim.quantity]
    found = claim.quantity
    assert found is not None
    left, right = "(" if found.low_open else "[", ")" if found.high_open else "]"
    low = "" if found.low is None else f"{found.low:f}" if isinstance(found.low, Decimal) else str(found.low)
    high = (
        ""
        if found.high is None
        else f"{found.high:f}"
        if isinstance(found.high, Decimal)
        else str(found.high)
    )
    return f"{found.comparator} {left}{low}, {high}{right}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Divers counted 179 crates.", "= [179, 179]"),
        ("Divers counted more than 4 crates.", "> (4, ]"),
        ("Divers counted over 4 crates.", "> (4, ]"),
        ("Divers counted at least 4 crates.", ">= [4, ]"),
        ("Divers counted no fewer than 4 crates.", ">= [4, ]"),
        ("Divers counted 4 or more crates.", ">= [4, ]"),
        ("Divers counted 400+ crates.", ">= [400, ]"),
        ("Crates counted: 4 or more", ">= [4, ]"),
        ("Crates counted: >= 4", ">= [4, ]"),
        ("Crates counted: <=4", "<= [0, 4]"),
        ("Crates counted: 400+", ">= [400, ]"),
        ("Divers counted fewer than 4 crates.", "< [, 4)"),
        ("Divers counted up to 40 crates.", "<= [0, 40]"),
        ("Divers counted as many as 40 crates.", "<= [0, 40]"),
        ("Divers counted nearly 300 crates.", "~ [270, 300)"),
        ("Divers counted almost 300 crates.", "~ [270, 300)"),
        ("Divers counted about 300 crates.", "~ [270, 330]"),
        ("Divers counted some 300 crates.", "~ [270, 330]"),
        ("Divers counted an estimated 300 crates.", "~ [270, 330]"),
        ("Divers counted 300 or so crates.", "~ [270, 330]"),
        ("Divers counted just over 300 crates.", "> (300, 330]"),
        ("Divers counted just under 300 crates.", "< [270, 300)"),
        ("Divers counted dozens of crates.", "vague [12, 120)"),
        ("Divers counted several crates.", "vague [3, 10]"),
        ("Divers counted 10 to 12 crates.", "range [10, 12]"),
        ("Divers counted between 10 and 12 crates.", "range [10, 12]"),
        ("Divers counted 10-12 crates.", "range [10, 12]"),
        ("Divers counted four or five crates.", "range [4, 5]"),
        ("It weighs 10 to 12 million tons.", "range [10000000, 12000000]"),
        ("It cost from $800,000 to $1.3 million.", "range [800000, 1300000]"),
        ("The depth is minus 5 meters.", "= [-5, -5]"),
        ("It was 20 degrees below zero.", "= [-20, -20]"),
        ("It was 20 below zero.", "= [-20, -20]"),
        ("Nets hold less than or equal to 40 crates.", "<= [0, 40]"),
        ("Nets hold equal to or more than 40 crates.", ">= [40, ]"),
        ("Nets hold more than 10 and fewer than 20 crates.", "range (10, 20)"),
        ("Nets hold at least 10 but no more than 20 crates.", "range [10, 20]"),
        ("Nets hold at most 20 and at least 10 crates.", "range [10, 20]"),
        ("Nets hold more than 10 percent and up to 20 percent.", "range (10, 20]"),
    ],
)
def test_bound_words_make_intervals(text: str, meant: str) -> None:
    assert interval(text) == meant


def test_nearly_three_hundred_can_be_288_but_not_301() -> None:
    (nearly,), (below,), (above,) = claims("Nearly 300 crates."), claims("288 crates."), claims("301 crates.")
    assert nearly.quantity is not None
    assert below.quantity is not None
    assert above.quantity is not None
    assert nearly.quantity.meets(below.quantity)
    assert not nearly.quantity.meets(above.quantity)


def test_a_change_is_two_figures_and_no_range() -> None:
    found = claims("The toll rose from 4 percent to 7 percent.")
    assert [(claim.text, claim.unit) for claim in found] == [
        ("4 percent", "percent"),
        ("7 percent", "percent"),
    ]


def test_a_gain_and_the_level_it_led_to_are_two_figures() -> None:
    found = claims("The harbor index gained 0.7 percent to 6,327.")
    assert [claim.text for claim in found] == ["0.7 percent", "6,327"]


def test_a_scale_is_shared_only_where_it_can_be_meant() -> None:
    found = claims("The fleet grew from 300 to 1.2 million tons.")
    assert [claim.quantity and claim.quantity.value for claim in found] == [300, 1200000]
    found = claims("Catches fell from 10 to 8 million tons.")
    assert [claim.quantity and claim.quantity.value for claim in found] == [10000000, 8000000]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Fares rose by 2 percent in May and by 3 in June.", ["percent", "percent"]),
        ("The rate fell to 4 percent and the toll rose to 12.", ["percent", ""]),
        ("The pier is 30 meters high; its architect is 45.", ["meter", ""]),
        ("The port will cut 120, or 5 percent of all.", ["", "percent"]),
        ("The pills hold 5, 10, or 15 grams.", ["gram", "gram", "gram"]),
        ("The highest bid is 84 yen, while the lowest is 74.", ["JPY", "JPY"]),
        ("It is a 7- or 8-inch pipe.", ["inch", "inch"]),
        ("Fares rose by 2 percent, and she was followed by 3 boats.", ["percent", ""]),
        ("The index rose by 2 percent to 8,410.", ["percent", ""]),
        ("Fares rose by 2 percent, and the toll by 300.", ["percent", ""]),
    ],
)
def test_a_unit_that_is_left_out_is_that_of_the_figure_beside_it(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in claims(text)] == units


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The deficit fell by $2 million to $3.1 million.", [2_000_000, 3_100_000]),
        ("Rent is up $40 to $1,210.", [40, 1210]),
        ("The force grew by 85 to 1,140.", [85, 1140]),
        ("Fines would go from $35 to $50.", [35, 50]),
        ("Fares rose by 2 to 3 percent.", [None]),
        ("Fares rose $2 to $3.", [None]),
    ],
)
def test_a_step_and_the_level_it_led_to_are_two_figures(text: str, values: list[int | None]) -> None:
    assert [claim.quantity and claim.quantity.value for claim in claims(text)] == values


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The lake is smaller than 30 years ago.", "= [30, 30] year"),
        ("It rose three quarters of a percentage point.", "= [3/4, 3/4] percentage point"),
        ("The margin is plus or minus 3.5 percent.", "= [3.5, 3.5] percent"),
        ("It sold $0.9 billion yen-denominated bonds.", "= [900000000, 900000000] USD"),
        ("Twin sisters, both 34, came.", "= [34, 34] year"),
        ("Her brother Jens, 11, came.", "= [11, 11] year"),
        ("Adults aged 18 to 64 came.", "range [18, 64] year"),
        ("He is 6ft 2in tall.", "= [37/6, 37/6] foot"),
        ("Some 10−12 people died.", "range [10, 12] "),
        ("Fog hit at −40 overnight.", "= [-40, -40] "),
        ("Last week 40 were killed.", "= [40, 40] "),
        ("In Group A 40 fans were hurt.", "= [40, 40] "),
        ("It cut the service by a tenth.", "= [1/10, 1/10] "),
        ("Fires fell by almost half.", "~ [0.45, 1/2) "),
        ("They held a pair of divers.", "= [2, 2] "),
    ],
)
def test_amounts_of_news(text: str, meant: str) -> None:
    (claim,) = claims(text)
    assert f"{interval(text)} {claim.unit}" == meant


def test_a_pair_of_trousers_and_a_third_man_are_no_amounts() -> None:
    assert claims("He wore a pair of trousers, and was seen by a third man.") == []


def test_ages_in_a_list_are_all_ages() -> None:
    found = claims("Police held 3 men aged 21, 22 and 30.")
    assert [claim.counted for claim in found] == ["men", "age", "age", "age"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The bank gave the family 30, the company 50.", [30, 50]),
        ("The toll: in the north 14, in the south 30.", [14, 30]),
        ("The hall has 8 x 106 seats.", [8, 106]),
        ("A ticket costs $3, 50 cents more than before.", [3, 50]),
        ("The price fell $2.10 to $71.34 a barrel.", [Decimal("2.10"), Decimal("71.34")]),
    ],
)
def test_figures_of_news_are_no_parts_powers_or_sums(text: str, values: list[Decimal]) -> None:
    assert [claim.quantity and claim.quantity.value for claim in claims(text)] == values


def test_a_decimal_before_times_multiplies() -> None:
    assert claims("The port trades at 6.5 times earnings.")[0].dimension == "ratio"
    assert claims("The port flooded six times last year.")[0].dimension == ""


def test_one_of_a_set_is_a_doubtful_count_of_one() -> None:
    (one,) = claims("One of the boats sank.")
    assert (interval("One of the boats sank."), one.counted, one.population) == ("= [1, 1]", "boats", "part")
    assert one.confidence == 0.5


def test_an_age_may_be_bounded() -> None:
    assert interval("All children under the age of 5 years came.") == "< [, 5)"


def test_two_currencies_make_no_range() -> None:
    found = claims("Bids went from $50 to €60.")
    assert [(claim.text, claim.unit) for claim in found] == [("$50", "USD"), ("€60", "EUR")]


def test_the_claim_text_takes_in_bound_words_currency_and_unit() -> None:
    found = claims("Crews recovered more than $6.5 million and about 500 kilograms of rope.")
    assert [claim.text for claim in found] == ["more than $6.5 million", "about 500 kilograms"]


def test_asking_about_a_number_approximates_nothing() -> None:
    assert interval("The mayor was asked about 300 jobs.") == "= [300, 300]"


def test_over_before_a_span_of_time_means_during() -> None:
    assert interval("The pier was built over five years.") == "= [5, 5]"
    assert interval("The pier stood for over five years.") == "> (5, ]"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The boy is 13 years old.", 13),
        ("A 13-year-old girl swam ashore.", 13),
        ("A 13 year old swam ashore.", 13),
        ("A girl aged 13 swam ashore.", 13),
        ("Marisol Vega, 52, swam ashore.", 52),
    ],
)
def test_ages_are_years_of_age(text: str, years: int) -> None:
    (claim,) = claims(text)
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.unit, claim.counted) == (years, "year", "age")


@pytest.mark.parametrize(
    ("text", "factor", "counted"),
    [
        ("The port will more than double the fleet.", 2, "fleet"),
        ("The port doubled the number of patrols.", 2, "number of patrols"),
        ("A third of the boats sank.", Fraction(1, 3), "boats"),
        ("One in five boats sank.", Fraction(1, 5), "boats"),
        ("Two out of three boats sank.", Fraction(2, 3), "boats"),
        ("Half of the boats sank.", Fraction(1, 2), "boats"),
    ],
)
def test_multiples_and_shares_are_ratios(text: str, factor: Fraction, counted: str) -> None:
    (claim,) = claims(text)
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.dimension, claim.counted) == (factor, "ratio", counted)


def test_more_than_double_is_bounded() -> None:
    assert interval("The port will more than double the fleet.") == "> (2, ]"


@pytest.mark.parametrize(
    ("text", "meant", "unit"),
    [
        ("It sold for 3 dollars and 50 cents.", "= [3.5, 3.5]", "USD"),
        ("It sold for thirteen dollars and forty-five cents.", "= [13.45, 13.45]", "USD"),
        ("It sold for 15 dollars 50.", "= [15.5, 15.5]", "USD"),
        ("It sold for 15 CAD 5 cents.", "= [15.05, 15.05]", "CAD"),
        ("It sold for 17 EUR 25.", "= [17.25, 17.25]", "EUR"),
        ("The wall is 5 feet 6 inches tall.", "= [5.5, 5.5]", "foot"),
        ("The 6-foot-3 goalkeeper left.", "= [6.25, 6.25]", "foot"),
        ("The 6'3 goalkeeper left.", "= [6.25, 6.25]", "foot"),
        ("He is 6' 3\" tall.", "= [6.25, 6.25]", "foot"),
        ("It weighs 8 pounds 4 ounces.", "= [8.25, 8.25]", "pound"),
        ("The crossing took 2 hours 30 minutes.", "= [150, 150]", "minute"),
        ("The crossing took 2 hours and 30 minutes.", "= [150, 150]", "minute"),
        ("The crossing took 1 hour, 10 minutes and 5 seconds.", "= [4205, 4205]", "second"),
        ("The crossing took 1 hour thirty.", "= [90, 90]", "minute"),
        ("The pier is 1 km 300 m long.", "= [1300, 1300]", "meter"),
        ("The crossing took three hours and a half.", "= [3.5, 3.5]", "hour"),
        ("The crossing took an hour and a half.", "= [1.5, 1.5]", "hour"),
        ("The crossing took an hour and half.", "= [1.5, 1.5]", "hour"),
        ("The crossing took an hour and 30 minutes.", "= [90, 90]", "minute"),
        ("A year and a half ago the pier fell.", "= [1.5, 1.5]", "year"),
    ],
)
def test_an_amount_told_in_two_is_one_figure(text: str, meant: str, unit: str) -> None:
    (claim,) = claims(text)
    assert (interval(text), claim.unit) == (meant, unit)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Fares lie between 1 hour and 30 minutes.", ["hour", "minute"]),
        ("It sold for 15 dollars and 50 boats came.", ["USD", ""]),
        ("They swam 2 miles and 800 meters.", ["mile", "meter"]),
        ("They swam 2 hours and 90 minutes.", ["hour", "minute"]),
        ("He served 3 years and 90 days.", ["year", "day"]),
        ("A day and 30 boats were lost.", [""]),
        ("He walked a mile and half the town came.", [""]),
        ("Nets hold more than 10 crates and fewer than 20 boxes.", ["", ""]),
        ("Nets hold more than 20 and fewer than 10 crates.", ["", ""]),
        ("It cost more than $10 and weighs less than 20 pounds.", ["USD", "pound"]),
    ],
)
def test_two_amounts_stay_two_figures(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in claims(text)] == units


def test_a_figure_that_says_how_far_it_may_be_off_is_about_that_wide() -> None:
    assert interval("The water held 300 ± 15 mg of salt.") == "~ [285, 315]"
    assert interval("The water held 30% +/- 2% of salt.") == "~ [28, 32]"
    assert [claim.unit for claim in claims("The water held 300 ± 15 mg of salt.")] == ["milligram"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Tickets cost $10-$20.", "range [10, 20]"),
        ("The pier is 3km-5km away.", "range [3, 5]"),
        ("They hired 5k-20k people.", "range [5000, 20000]"),
        ("Nets hold ~2-7 grams.", "range [2, 7]"),
        ("Nets cost $2-7 million.", "range [2000000, 7000000]"),
        ("Nets cost $1.5 - 2 million.", "range [1500000, 2000000]"),
        ("Nets hold 2 - ~7 grams.", "range [2, 7]"),
        ("It ranged from -8 °C to -14 °C.", "range [-14, -8]"),
    ],
)
def test_both_ends_of_a_range_may_have_their_unit(text: str, meant: str) -> None:
    assert interval(text) == meant


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The piers are 12, 25 and 60 meters long.", ["meter", "meter", "meter"]),
        ("Boys of 3, 5 and 7 years old swam.", ["year", "year", "year"]),
        ("Turnout was 40 and 60 percent.", ["percent", "percent"]),
        ("Of the 12, 40 percent swam.", ["", "percent"]),
        ("They sent 12 boats and 60 tons of rope.", ["", "ton"]),
        ("They paid 12 and $60 more.", ["", "USD"]),
    ],
)
def test_a_list_names_its_unit_once(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in claims(text)] == units


def test_a_debt_is_negative_wherever_its_sign_stands() -> None:
    assert interval("The balance is $-99.50.") == "= [-99.50, -99.50]"
    assert interval("The balance is -$99.50.") == "= [-99.50, -99.50]"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It cost $275 million - half of the budget.", ["USD", ""]),
        ("It cost $300 - 12 more than before.", ["USD", ""]),
        ("It cost $1.5 - 2 million.", ["USD"]),
    ],
)
def test_an_aside_after_a_dash_has_no_share_in_the_currency(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in claims(text)] == units


def test_a_range_of_ages_is_in_years() -> None:
    (claim,) = claims("Girls aged between 18 and 34 swam.")
    assert (claim.text, claim.unit) == ("aged between 18 and 34", "year")


def test_a_part_is_found_without_any_other_number() -> None:
    assert interval("A fifth of the nets sank.") == "= [1/5, 1/5]"


def test_hundredths_of_a_currency_are_a_unit_of_their_own() -> None:
    (claim,) = claims("It sold for 50 cents a pound.")
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.unit, claim.dimension) == (
        Decimal(50),
        "USD cent per pound",
        "money per mass",
    )


def test_millions_are_glued_to_people_and_meters_to_lengths() -> None:
    assert interval("About 1.5m people came.") == "~ [1350000, 1650000]"
    assert claims("The ship is 37m long.")[0].unit == "meter"


def test_a_denied_figure_is_marked() -> None:
    denied, stated = claims("It was not four boats but five boats.")
    assert (denied.negated, stated.negated) == (True, False)
