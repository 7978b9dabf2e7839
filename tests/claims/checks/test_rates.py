import pytest

from claims.checks.rates import Rates


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "The port will spend $100 million over five years, or $25 million a year.",
            "HBTV says $100 million, but $25 million a year for five years is $125 million.",
        ),
        (
            "The port will spend $60 million over three years ($30 million a year).",
            "HBTV says $60 million, but $30 million a year for three years is $90 million.",
        ),
        (
            "The rent is $2,000 a month, or $30,000 a year.",
            "HBTV says $30,000 a year, but $2,000 a month for a year is $24,000.",
        ),
        (
            "Divers found 500 pills worth $10,000, or $25 each.",
            "HBTV says $10,000, but 500 pills at $25 come to $12,500.",
        ),
        (
            "The city bought 40 boats for $90,000, or $2,000 per boat.",
            "HBTV says $90,000, but 40 boats at $2,000 per boat come to $80,000.",
        ),
    ],
)
def test_a_total_that_its_rate_or_price_does_not_come_to(read, run, sentence, said):
    (found,) = run(Rates(), read(sentence, source="HBTV"))
    assert (found.kind, found.severity, found.sentence) == ("conflict", "medium", said)


def test_two_years_of_a_monthly_rent_are_24_months(read, run):
    (found,) = run(Rates(), read("The rent is $2,000 a month for two years, a total of $48,000."))
    assert found.kind == "corroboration"
    assert "2,000 x 24 = $48,000" in found.why


@pytest.mark.parametrize(
    "sentence",
    [
        "The port will spend up to $100 million over five years, or at least $15 million a year.",
        "The port spent $100 million over five years, and $25 million a year goes to Stroud.",
        "Divers found 500 pills worth $10,000 and 20 knives at $25 each.",
        "The port will spend $100 million over five years, or $25 a head.",
        "The city bought 20 chairs at $150 apiece, or $3,500 with delivery.",
        "They sold 10 boats at $500 each, for $4,500 after a rebate.",
        "The rent is $1,000 a month over three years, for a total of $40,000 with fees.",
        "Police sold 300 pills for $20 each, and 40 guns for $300 each, for a total of $18,000.",
        "The bank lent $100,000 over 10 years, or $1,200 a month.",
        "Membership costs $10 a month, or $100 a year.",
        "Divers earn $200 a day, or $50,000 a year.",
    ],
)
def test_what_bounds_leave_open_or_is_of_something_else_is_left_alone(read, run, sentence):
    assert run(Rates(), read(sentence)) == []
