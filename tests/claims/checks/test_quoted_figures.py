import pytest

from claims.checks.changed_figure import ChangedFigure

TWELVE, FOURTEEN = "Storm Orla killed 12 people on Sunday", "Storm Orla killed 14 people on Sunday"


def kinds(read, run, one, two):
    cited = [*read(one, source="Pell News"), *read(two, source="Bay Ledger")]
    return [(found.kind, found.severity) for found in run(ChangedFigure(), cited)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (f"{TWELVE}, the mayor said.", f"{FOURTEEN}, police said."),
        (f"{TWELVE}, the mayor said.", f"{FOURTEEN}, the mayor said."),
        (f"{TWELVE}, Sheriff Ole Tamm said.", f"{FOURTEEN}, the port said."),
        (f"“{TWELVE},” Sheriff Ole Tamm said.", f"“{FOURTEEN},” Mayor Marisol Vega said."),
    ],
)
def test_figures_that_two_are_reported_to_have_said_clash(read, run, one, two):
    assert kinds(read, run, one, two) == [("conflict", "high")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (f"“{TWELVE},” the mayor said.", f"“{FOURTEEN},” the mayor said."),
        (f"“{TWELVE},” Sheriff Ole Tamm said.", f"“{FOURTEEN},” Sheriff Tamm said."),
        (f"{TWELVE}, Sheriff Ole Tamm said.", f"{FOURTEEN}, Sheriff Ole Tamm said."),
    ],
)
def test_one_statement_with_two_figures_is_left_to_the_check_of_words(read, run, one, two):
    assert kinds(read, run, one, two) == []
