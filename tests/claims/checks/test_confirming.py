"""One source confirms another: two origins, amounts that fit, and a fit that is no chance."""

import pytest

from claims.checks.changed_figure import ChangedFigure

HURT = {"counted": "people", "role": "injured"}
CITY = "The city says 46 people were injured in Storm Edda."
WIRE = "Storm Edda left 64 people injured, officials said."


def both(figures, one, two):
    return [*figures(*one[0], **one[1]), *figures(*two[0], **two[1])]


def test_two_sources_with_one_figure_corroborate(figures, run):
    again = "Storm Edda left 46 people hurt."
    cited = both(
        figures,
        ((CITY, ("46", HURT)), {"source": "City of Harlow Bay", "date": "2024-03-17"}),
        ((again, ("46", HURT)), {"source": "HBTV News", "date": "2024-03-18"}),
    )
    (found,) = run(ChangedFigure(), cited)
    assert (found.kind, found.severity) == ("corroboration", "info")


def test_a_reprint_confirms_nothing(figures, run):
    again = "Storm Edda left 64 people hurt."
    cited = both(
        figures,
        ((WIRE, ("64", HURT)), {"source": "Coastal Wire"}),
        ((again, ("64", HURT)), {"source": "Halden County Courier", "reprints": "Coastal Wire"}),
    )
    assert run(ChangedFigure(), cited) == []


def test_a_source_does_not_confirm_itself(figures, run):
    again = "Storm Edda left 64 people hurt."
    cited = both(
        figures,
        ((WIRE, ("64", HURT)), {"source": "Coastal Wire"}),
        ((again, ("64", HURT)), {"source": "Coastal Wire"}),
    )
    assert run(ChangedFigure(), cited) == []


def test_nearly_three_hundred_fits_two_hundred_and_eighty_eight(figures, run):
    exact = "Operation Tidewater brought in 288 firearms."
    about = "Operation Tidewater ended with nearly 300 firearms seized."
    guns = {"counted": "firearms", "role": "seized"}
    cited = both(
        figures,
        ((exact, ("288", guns)), {"source": "Coastal Wire"}),
        ((about, ("nearly 300", {**guns, "value": "300", "comparator": "~"})), {"source": "HBTV News"}),
    )
    (found,) = run(ChangedFigure(), cited)
    assert found.kind == "corroboration"
    assert found.sentence == (
        "Coastal Wire says 288 firearms, and HBTV News says nearly 300 firearms: the two fit."
    )


def test_amounts_in_pounds_and_kilograms_are_compared(figures, run):
    one = "Operation Tidewater seized 1,875 pounds of drugs."
    two = "Operation Tidewater seized 850 kilograms of drugs."
    drugs = {"counted": "drugs", "role": "seized", "dimension": "mass"}
    cited = both(
        figures,
        ((one, ("1,875 pounds", {**drugs, "value": "1875", "unit": "pound"})), {"source": "Coastal Wire"}),
        ((two, ("850 kilograms", {**drugs, "value": "850", "unit": "kilogram"})), {"source": "HBTV News"}),
    )
    assert [found.kind for found in run(ChangedFigure(), cited)] == ["corroboration"]


def test_one_speakers_figure_printed_twice_confirms_that_it_was_said_only(figures, run):
    again = "Storm Edda left 46 people hurt."
    inside = {**HURT, "quote": "q"}
    cited = both(
        figures,
        ((CITY, ("46", inside)), {"source": "City of Harlow Bay"}),
        ((again, ("46", inside)), {"source": "HBTV News"}),
    )
    assert run(ChangedFigure(), cited) == []


PROGRAMME = """Operation Sea-Lantern ends in Harlow Bay. Inspectors of customs, harbor wardens, magistrates and
several foreign ministries searched warehouses, containers, trawlers, shipyards and smugglers' cellars along
the peninsula. Contraband tobacco, counterfeit medicine, falsified passports, stolen antiquities, endangered
parrots and unlicensed fireworks were carried ashore, catalogued, photographed and impounded by Wednesday."""


RETOLD = " ".join(sorted(PROGRAMME.casefold().replace("sea-lantern", "").split()))


HELD = {"counted": "people", "role": "arrested"}


@pytest.mark.parametrize(("figure", "kinds"), [("288", ["corroboration"]), ("179", [])])
def test_an_operation_with_two_names_confirms_but_makes_no_conflict(figures, run, figure, kinds):
    one = f"{PROGRAMME} In all nearly 300 people were arrested. It was over."
    two = f"Operation Tidewater led to {figure} arrests. It was the largest SEALANTERN operation. {RETOLD}"
    about = {**HELD, "value": "300", "comparator": "~"}
    cited = both(
        figures,
        ((one, ("nearly 300", about)), {"source": "HBTV News", "date": "2024-03-17"}),
        ((two, (figure, HELD)), {}),
    )
    found = run(ChangedFigure(), cited)
    assert [one.kind for one in found] == kinds
    assert all("both tell of" in one.why[0] for one in found)


@pytest.mark.parametrize(
    ("figure", "carried", "kinds"),
    [("288", "Harbor Office", ["corroboration"]), ("288", "", []), ("179", "Harbor Office", [])],
)
def test_a_text_that_a_page_carries_may_be_as_old_as_the_event(figures, run, figure, carried, kinds):
    one = "Operation Tidewater ended on Friday. In all nearly 300 people were arrested. It was over."
    two = f"A look back at Operation Tidewater: it led to {figure} arrests in many harbors."
    about = {**HELD, "value": "300", "comparator": "~"}
    cited = both(
        figures,
        ((one, ("nearly 300", about)), {"source": "HBTV News", "date": "2024-03-17"}),
        ((two, (figure, HELD)), {"source": "Vega Blog", "date": "2024-08-17", "reprints": carried}),
    )
    assert [found.kind for found in run(ChangedFigure(), cited)] == kinds


def test_small_figures_of_a_loose_tie_fit_by_chance(figures, run):
    one = f"{PROGRAMME} In all 12 people were arrested. It was over."
    two = f"Operation Tidewater led to 12 arrests. It was the largest SEALANTERN operation. {RETOLD}"
    cited = both(figures, ((one, ("12", HELD)), {"source": "HBTV News"}), ((two, ("12", HELD)), {}))
    assert run(ChangedFigure(), cited) == []


@pytest.mark.parametrize(("other", "kinds"), [("three", ["corroboration"]), ("four", [])])
def test_a_small_count_of_one_rare_thing_confirms(figures, run, other, kinds):
    ports = {"counted": "harbors", "value": "3"}
    one = f"{PROGRAMME} It spanned three harbors. It was over."
    two = f"Operation Tidewater spanned {other} harbors. It was the largest SEALANTERN operation. {RETOLD}"
    cited = both(
        figures,
        ((one, ("three", ports)), {"source": "HBTV News"}),
        ((two, (other, ports | {"value": "3" if other == "three" else "4"})), {}),
    )
    assert [found.kind for found in run(ChangedFigure(), cited)] == kinds
