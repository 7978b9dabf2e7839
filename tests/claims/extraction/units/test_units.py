"""Units are named as pint names them, and convert exactly."""

from decimal import Decimal
from fractions import Fraction

import pytest

from claims.extraction.figures.scan import scan
from claims.extraction.numbers.tokens import tokens
from claims.extraction.units import converted, spelled_unit, symbol_unit, unit_named


def unit(words: str, country: str = "") -> str:
    """The unit of the one figure in some words."""
    (reading,) = scan(tokens(words), [], country).readings
    return reading.unit.name if reading.unit else ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("500 kilograms", "kilogram"),
        ("2 mg", "milligram"),
        ("1,875 pounds", "pound"),
        ("30 yards", "yard"),
        ("four-mile", "mile"),
        ("72.7 metres", "meter"),
        ("12 sq ft", "square foot"),
        ("4 km2", "square kilometer"),
        ("9 cubic meters", "cubic meter"),
        ("60 mph", "mile per hour"),
        ("800 miles per hour", "mile per hour"),
        ("3 degrees Celsius", "degree Celsius"),
        ("3°F", "degree Fahrenheit"),
        ("40 percent", "percent"),
        ("40 per cent", "percent"),
        ("40%", "percent"),
        ("3 percentage points", "percentage point"),
        ("25 basis points", "basis point"),
        ("256GB", "gigabyte"),
        ("2.4 Ghz", "gigahertz"),
        ("60 MPH", "mile per hour"),
        ("5 Kg", "kilogram"),
        ("two milligrams", "milligram"),
        ("50 parts per million", "part per million"),
        ("12 tonnes", "metric ton"),
        ("900 barrels a day", "barrel per day"),
        ("hundreds of miles", "mile"),
        ("80 m.p.h.", "mile per hour"),
        ("40 hours a week", "hour per week"),
        ("three years a prisoner", "year"),
        ("5 grains", "grain"),
        ("5 grains of salt", ""),
        ("$6 million a year", "USD per year"),
        ("$6 million a year earlier", "USD"),
        ("7 m s−1", "meter per second"),
        ("30 km s −1", "kilometer per second"),
        ("2 kg ha-1 year-1", "kilogram per hectare per year"),
        ("2 g m⁻² h⁻¹", "gram per square meter per hour"),
        ("1.5 l · day −1", "liter per day"),
        ("964 cm−1", "per centimeter"),
        ("2 wks", "week"),
        ("5 kms", "kilometer"),
        ("250 mls", "milliliter"),
        ("10 fl oz", "fluid ounce"),
        ("4 sq. ft. of floor", "square foot"),
        ("30 cm-3", "per cubic centimeter"),
    ],
)
def test_units_have_one_name(words: str, name: str) -> None:
    assert unit(words) == name


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("$5", "USD"),
        ("US$5", "USD"),
        ("US $5", "USD"),
        ("HK $3.7 billion", "HKD"),
        ("NZ $99.99 per year", "NZD per year"),
        ("a S $1mil boat", "SGD"),
        ("A $5 bill", "USD"),
        ("PS2.7m", "GBP"),
        ("PS6m", "GBP"),
        ("C$5", "CAD"),
        ("A$5", "AUD"),
        ("£5", "GBP"),
        ("€5", "EUR"),
        ("EUR50m", "EUR"),
        ("5 euros", "EUR"),
        ("5 Canadian dollars", "CAD"),
        ("Rs 500", "INR"),
        ("5 million pounds", "GBP"),
        ("$5 a share", "USD per share"),
        ("millions of dollars", "USD"),
        ("usd$ 5", "USD"),
        ("SGD$5", "SGD"),
        ("SGD $5", "SGD"),
        ("$-5", "USD"),
        ("100元", "CNY"),
        ("590 Kč", "CZK"),
        ("5 quid", "GBP"),
        ("5 pounds sterling", "GBP"),
        ("100 rmb", "CNY"),
        ("1 099,00 zł", "PLN"),
        ("20Rs", "INR"),
        ("42RM", "MYR"),
        ("R8,499", "ZAR"),
    ],
)
def test_money_is_a_currency_code(words: str, code: str) -> None:
    assert unit(words) == code


def test_a_dollar_sign_is_read_by_the_country_of_the_source() -> None:
    assert unit("$5 million", "CA") == "CAD"
    assert unit("$5 million", "AU") == "AUD"
    assert unit("$5 million", "FR") == "USD"


def test_crowns_are_those_of_the_source() -> None:
    assert [unit("500 kr", country) for country in ("SE", "NO", "DK", "US")] == ["SEK", "NOK", "DKK", ""]
    assert [unit("500 pesos", country) for country in ("PH", "CL", "US")] == ["PHP", "CLP", "MXN"]


def test_an_apostrophe_means_feet_only_before_inches() -> None:
    assert [reading.unit for reading in scan(tokens("5' 20"), []).readings] == [None, None]
    assert unit("5'6") == "foot"


def test_an_r_before_a_small_number_is_the_rand_in_south_africa() -> None:
    assert unit("R50", "ZA") == "ZAR"
    assert scan(tokens("R50"), []).readings == []


@pytest.mark.parametrize(
    ("words", "amount", "code"),
    [
        ("MSEK 45", 45_000_000, "SEK"),
        ("48.5 MGBP", 48_500_000, "GBP"),
        ("300 KUSD", 300_000, "USD"),
        ("Rp 169.000", 169_000, "IDR"),
        ("12.500 ₫", 12_500, "VND"),
        ("2 999,50 €", Decimal("2999.5"), "EUR"),
        ("$1’298,50", Decimal("1298.5"), "USD"),
    ],
)
def test_amounts_of_money_are_as_large_as_their_writers_mean(words: str, amount: Decimal, code: str) -> None:
    (reading,) = scan(tokens(words), []).readings
    assert (reading.value, reading.unit and reading.unit.name) == (amount, code)


def test_a_currency_belongs_to_one_number() -> None:
    first, second = scan(tokens("5 EUR 600 boats"), []).readings
    assert (first.unit and first.unit.name, second.unit) == ("EUR", None)


def test_crores_are_short_after_a_currency_only() -> None:
    (rupees,), (steel,) = (scan(tokens(words), []).readings for words in ("Rs 30 Cr", "30 Cr"))
    assert (rupees.value, steel.value) == (300000000, 30)


def test_pounds_are_money_in_british_print_unless_of_something() -> None:
    assert unit("20 pounds", "GB") == "GBP"
    assert unit("20 pounds of rope", "GB") == "pound"
    assert unit("20 pounds", "US") == "pound"


@pytest.mark.parametrize(
    "words",
    [
        "5G phones",
        "12 boats",
        "the 4K screen",
        "300 Ks",
        "3C58",
        "12 US troops",
        "3 EV makers",
        "8 HR staff",
        "20 TV viewers",
        "4 GM plants",
    ],
)
def test_letters_that_are_no_unit_are_none(words: str) -> None:
    assert [reading.unit for reading in scan(tokens(words), []).readings] in ([], [None])


def test_pounds_become_kilograms_exactly() -> None:
    assert converted(Decimal(100), "pound", "kilogram") == Fraction("45.359237")


def test_fahrenheit_becomes_celsius_exactly() -> None:
    assert converted(Decimal(212), "degree Fahrenheit", "degree Celsius") == 100
    assert converted(Decimal(-40), "degree Celsius", "degree Fahrenheit") == -40


def test_acres_become_hectares_exactly() -> None:
    assert converted(Decimal(1), "acre", "hectare") == Fraction("0.40468564224")


def test_miles_per_hour_become_kilometers_per_hour_exactly() -> None:
    assert converted(Decimal(60), "mile per hour", "kilometer per hour") == Fraction("96.56064")


def test_money_and_unlike_dimensions_do_not_convert() -> None:
    assert converted(Decimal(5), "USD", "EUR") is None
    assert converted(Decimal(5), "kilogram", "mile") is None
    assert converted(Decimal(5), "USD", "USD") == 5


def test_case_counts_where_it_tells_units_apart() -> None:
    milli, mega = symbol_unit("mW"), symbol_unit("MW")
    assert milli is not None
    assert mega is not None
    assert (milli.name, mega.name) == ("milliwatt", "megawatt")
    assert symbol_unit("mw") is None


def test_a_stored_name_finds_its_unit_again() -> None:
    for name in (
        "per cubic meter",
        "meter per second",
        "USD cent per pound",
        "kilogram",
        "USD",
        "USD per year",
        "mile per hour",
        "square foot",
        "percent",
    ):
        found = unit_named(name)
        assert found is not None
        assert found.name == name
    assert unit_named("furlongs") is None
    assert spelled_unit("furlongs") == unit_named("furlong")


def test_cents_become_dollars_of_their_own_currency() -> None:
    assert converted(Decimal(50), "USD cent", "USD") == Fraction(1, 2)
    assert converted(Decimal(2), "GBP", "GBP penny") == 200
    assert converted(Decimal(50), "USD cent", "EUR") is None
    assert unit("50 cents", "CA") == "CAD cent"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("30 km s−1", "kilometer per second"),
        ("30 km s −1", "kilometer per second"),
        ("30 km s-1", "kilometer per second"),
        ("30 km.s^-1", "kilometer per second"),
        ("30 km s⁻¹", "kilometer per second"),
        ("2 W m−2", "watt per square meter"),
        ("9.8 m s−2", "meter per second per second"),
        ("2.3 l · day −1", "liter per day"),
        ("50 ml · kg −1 · min −1", "milliliter per kilogram per minute"),
        ("1540 cm−1", "per centimeter"),
        ("5 mg cm− 2", "milligram per square centimeter"),
        ("40 keV", "kiloelectronvolt"),
        ("20 ka", "kiloannum"),
        ("3 au", "astronomical unit"),
        ("12 mmols", "millimole"),
        ("35‰", "permille"),
    ],
)
def test_units_of_papers(words: str, name: str) -> None:
    assert unit(words) == name
    assert unit_named(name) is not None


def test_a_length_after_a_hyphen_is_no_exponent() -> None:
    assert unit("5 cm-2 m") == "centimeter"


def test_exponents_convert_exactly() -> None:
    assert converted(Decimal(36), "kilometer per hour", "kilometer per hour") == 36
    assert converted(Decimal(1), "kilogram per cubic meter", "gram per cubic centimeter") == Fraction(1, 1000)
    assert converted(Decimal(1), "per centimeter", "per meter") == 100
    assert converted(Decimal(1), "kilometer per second per second", "meter per second per second") == 1000
