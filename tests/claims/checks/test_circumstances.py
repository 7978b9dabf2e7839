import pytest

from claims.checks.changed_figure import ChangedFigure


def kinds(read, run, one, two):
    cited = [*read(one, source="Pell News"), *read(two, source="Bay Ledger")]
    return [(found.kind, found.severity) for found in run(ChangedFigure(), cited)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Hurricane Mona left 40,000 homes without power in Stroud.",
         "Hurricane Mona left 120,000 homes without power across the state."),
        ("Storm Edda killed 12 people in Harlow Bay.", "Storm Edda killed 15 people along the coast."),
        ("Operation Rowan seized 30 guns and 12 cars in Harlow Bay.",
         "Operation Rowan seized 80 guns and 40 cars in three counties."),
        ("Hurricane Mona brought winds of 110 miles per hour at Pell.",
         "Hurricane Mona brought winds of 85 miles per hour at Stroud."),
        ("Hurricane Mona left 40,000 customers without power in Stroud.",
         "Hurricane Mona left 95,000 customers without power in Stroud and Pell."),
    ],
)  # fmt: skip
def test_figures_of_two_places_do_not_clash(read, run, one, two):
    assert kinds(read, run, one, two) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Operation Marlow seized 30 guns on Monday.", "Operation Marlow seized 45 guns on Tuesday."),
        ("Operation Marlow led to 120 arrested in the first phase in June.",
         "Operation Marlow led to 45 arrested in the second phase."),
        ("Before Operation Gull the port had 90 guards.", "After Operation Gull the port had 120 guards."),
    ],
)  # fmt: skip
def test_figures_of_two_days_or_phases_do_not_clash(read, run, one, two):
    assert kinds(read, run, one, two) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Hurricane Bram could kill 500 people, a model says.", "Hurricane Bram killed 12 people."),
        ("Operation Heron is planned to seize 900 guns.", "Operation Heron seized 400 guns."),
    ],
)
def test_what_may_be_does_not_clash_with_what_was(read, run, one, two):
    assert kinds(read, run, one, two) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Operation Sable cost $2.4 million.",
         "Operation Sable cost the city $600,000 and the state $1.8 million."),
        ("After Hurricane Mona the state pledged $20 million in aid.",
         "After Hurricane Mona the federal government pledged $35 million in aid."),
    ],
)  # fmt: skip
def test_money_of_two_payers_does_not_clash(read, run, one, two):
    assert kinds(read, run, one, two) == []


def test_what_counts_two_outcomes_does_not_clash_with_one_of_them(read, run):
    one, two = "Storm Moss destroyed 300 homes.", "Storm Moss damaged or destroyed 1,350 homes."
    assert kinds(read, run, one, two) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Storm Edda killed 12 people in Harlow Bay.", "Storm Edda killed 15 people in Harlow Bay on Sunday."),
        ("Storm Edda killed 12 people near Pell Church.", "Storm Edda killed 15 people in Harlow Bay."),
        ("Storm Edda killed 12 people in Halden.", "Storm Edda has killed 15 people in Halden County."),
        ("Storm Edda killed 12 people in Harlow Bay, Mayor Marisol Vega said Monday.",
         "Storm Edda killed 15 people in Harlow Bay, the sheriff said Tuesday."),
        ("Operation Sable cost $2.4 million.", "Operation Sable has cost $4.4 million."),
    ],
)  # fmt: skip
def test_figures_of_one_place_and_day_still_clash(read, run, one, two):
    assert kinds(read, run, one, two) == [("conflict", "high")]
