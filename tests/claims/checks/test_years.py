import pytest

from claims.checks.years import Years


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "The port was founded in 1998, 30 years ago.",
            "HBTV says 30 years, but from 1998 to 2018 it is 20 years.",
        ),
        (
            "The bridge opened 25 years ago, in 1983.",
            "HBTV says 25 years, but from 1983 to 2018 it is 35 years.",
        ),
        (
            "Vega, who was born in 1950 and is aged 60, spoke in 2020.",
            "HBTV says aged 60, but from 1950 to 2020 it is 70 years.",
        ),
    ],
)
def test_a_span_that_its_year_does_not_come_to(read, run, sentence, said):
    (found,) = run(Years(), read(sentence, source="HBTV", date="2018-03-02"))
    assert (found.kind, found.severity, found.sentence) == ("conflict", "medium", said)


@pytest.mark.parametrize(
    "sentence",
    [
        "The port was founded in 1998, 20 years ago.",
        "The port was founded in 1997, 20 years ago.",
        "The port was founded in 1988, about 30 years ago.",
        "Arden Vega, 67, was born in 1950.",
        "Vega, who was born in 1950, was aged 60 when she spoke in 2010.",
        "Vega, born in 1950, joined in 1970 and retired in 2010 aged 60.",
        "Congress created the fund in 1950, and 30 years ago it closed.",
    ],
)
def test_a_span_that_fits_or_is_of_another_year_is_silent(read, run, sentence):
    assert run(Years(), read(sentence, date="2018-03-02")) == []


def test_without_a_date_nothing_tells_what_years_ago_means(read, run):
    assert run(Years(), read("The port was founded in 1998, 30 years ago.")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Her father, 80, was born in 1960.",
        "Arden Vega, 80, was born in 1960 and lives in Pell.",
        "Arden Vega, who was born in 1960 and is 80, lives in Pell.",
    ],
)
def test_an_age_between_commas_is_of_the_day_of_the_page(read, run, sentence):
    (found,) = run(Years(), read(sentence, source="HBTV", date="2031-03-02"))
    assert found.sentence == "HBTV says 80, but from 1960 to 2031 it is 71 years."


@pytest.mark.parametrize(
    "sentence",
    [
        "The poet, born in 1950, died at age 60 in Stroud.",
        "The captain, who was born in 1950, retired at age 60.",
        "Vega was born in 1975 and was 30 years old when she moved here.",
        "Carrow, 61, whose daughter was born in 2001, owns the ferry.",
        "I was born in 1970, and at age 12 I worked on the docks.",
        "Vega, 60, was born in 1971 and married in 1995.",
        "In a speech first given in 2020, she said the pier was built in 1970, 50 years ago.",
        "He was killed in 1999, two years ago a plaque was put up.",
        "The paper wrongly said that the port was founded in 1998, 50 years ago.",
    ],
)
def test_an_age_of_then_or_of_somebody_else_is_left_alone(read, run, sentence):
    assert run(Years(), read(sentence, date="2031-03-02")) == []
