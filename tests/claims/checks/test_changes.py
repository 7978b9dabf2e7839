import pytest

from claims.checks.changes import Changes


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Turnout rose 20 percent, from 50 to 70.",
            "HBTV says 20 percent, but the change from 50 to 70 is 40 percent.",
        ),
        (
            "The fine doubled from $10 to $15.",
            "HBTV says “doubled”, but the change from $10 to $15 is 1.5 times.",
        ),
        (
            "Profits tripled to $90 million from $20 million.",
            "HBTV says “tripled”, but the change from $20 million to $90 million is 4.5 times.",
        ),
        (
            "The force grew from 40 to 50 officers, a 20 percent increase.",
            "HBTV says 20 percent, but the change from 40 to 50 is 25 percent.",
        ),
        (
            "Costs will rise by $5 million, from $20 million to $30 million.",
            "HBTV says $5 million, but the change from $20 million to $30 million is $10 million.",
        ),
        (
            "Complaints climbed from 2,000 to 20,000, a 30-fold rise.",
            "HBTV says “30-fold”, but the change from 2,000 to 20,000 is 10 times.",
        ),
    ],
)
def test_a_change_that_the_figures_before_and_after_do_not_come_to(read, run, sentence, said):
    (found,) = run(Changes(), read(sentence, source="HBTV"))
    assert (found.kind, found.severity, found.sentence) == ("conflict", "medium", said)


def test_the_steps_of_the_arithmetic_are_told(read, run):
    (found,) = run(Changes(), read("Turnout rose 20 percent, from 50 to 70."))
    assert found.why == ("figures printed: 50; 70", "(70 - 50) / 50 = 40 percent", "printed: 20 percent")


@pytest.mark.parametrize(
    "sentence",
    [
        "Arrests rose by 40 percent to 700 from 500 a year before.",
        "The staff grew to 85 from 50, a 70 percent increase.",
        "Aid fell by a third, from $90 million to $60 million.",
        "The port wants to double its budget from $13.6 billion in 2031 to $27 billion in 2036.",
        "Harlow Bay will shrink its pier fund by more than 98 percent, from $350 million in 2031 to $4 million in 2032.",
        "Complaints about the ferry climbed from 2,140 to 68,480 - a 30-fold rise in five years.",
    ],
)
def test_a_change_that_fits_is_told_as_such(read, run, sentence):
    (found,) = run(Changes(), read(sentence))
    assert (found.kind, found.severity) == ("corroboration", "info")


def test_only_rough_rounding_explains_it_so_it_is_a_possible_conflict(read, run):
    sentence = "Enrollment fell from 1,200 students in 2030 to 900 in 2040, a drop of 30 percent."
    (found,) = run(Changes(), read(sentence))
    assert (found.kind, found.severity) == ("possible conflict", "low")


@pytest.mark.parametrize(
    "sentence",
    [
        "Turnout rose 20 percentage points, from 50 percent to 70 percent.",
        "Support rose 20 percent, from 50 percent to 70 percent.",
        "The pier was cut by 20 percent, from 50 to 40 meters and 300 tons.",
        "Fares rose 5 percent a year, from $50 to $70.",
        "The fleet was up 25 percent, from 50 boats to 40 ferries and 90 yachts, Vega said.",
        "A cut of 25 percent, from 50 to 40, is planned.",
    ],
)
def test_points_rates_and_changes_told_of_the_later_figure_are_left_alone(read, run, sentence):
    assert [found for found in run(Changes(), read(sentence)) if found.kind != "corroboration"] == []


def test_what_fell_by_a_share_fell_by_that_of_the_figure_before(read, run):
    (found,) = run(Changes(), read("Sales fell by a third, from 90 to 60."))
    assert found.why[1] == "(90 - 60) / 90 = 33.3 percent"


@pytest.mark.parametrize(
    "sentence",
    [
        "Output grew by 5 percent, and staff rose from 10 to 20.",
        "Profit rose 15 percent on sales that rose from $3 million to $6 million.",
        "The budget grew 2 percent, with police rising from $3 million to $5 million.",
        "The port's fees rose 4 percent annually, from 100 in 2020 to 150 in 2030.",
        "Prices rose 10 percent from May, from $3 to $5 since 2020.",
        "Wages rose 8 percent after inflation, from $20 to $25.",
        "Prices rose from 100 to 150, a yearly increase of 4 percent.",
        "The claim that sales doubled, from 10 to 12, is false.",
    ],
)
def test_a_change_of_something_else_or_of_each_year_is_left_alone(read, run, sentence):
    assert run(Changes(), read(sentence)) == []
