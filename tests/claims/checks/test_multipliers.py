from claims.checks.multipliers import Multipliers

OFFICE = (
    "The Harlow Bay Joint Harbor Enforcement team starts today, said Mayor Marisol Vega. "
    "The team will more than double the port’s investment in patrols."
)
OUTLET = (
    "The Joint Harbor Enforcement Office of Stroud has doubled {}. "
    "Mayor Marisol Vega praised the Harlow Bay Joint Harbor Enforcement team."
)


def both(read, left, right, *, date=""):
    return [
        *read(left, source="Office of Mayor Vega", date="2031-03-02"),
        *read(right, source="Bay Ledger", date=date),
    ]


def test_two_things_that_are_doubled_are_set_beside_each_other(read, run):
    cited = both(read, OFFICE, OUTLET.format("the number of officers"))
    (found,) = run(Multipliers(), cited)
    assert (found.kind, found.severity) == ("possible conflict", "low")
    assert found.sentence == (
        "Office of Mayor Vega says “more than double” and means the port’s investment; "
        "Bay Ledger says “doubled” and means the number of officers."
    )
    assert found.why[1] == "what is multiplied differs"
    assert "when Bay Ledger published it: it has no date" in found.settles


def test_one_thing_doubled_in_both_is_compatible(read, run):
    cited = both(
        read, OFFICE, OUTLET.replace("has doubled {}", "has doubled the port’s investment in patrols")
    )
    (found,) = run(Multipliers(), cited)
    assert (found.kind, found.severity) == ("compatible", "info")


def test_one_thing_doubled_and_tripled_is_a_possible_conflict(read, run):
    cited = both(
        read,
        OFFICE.replace("more than double", "double"),
        OUTLET.replace("has doubled {}", "has tripled the port’s investment in patrols"),
    )
    (found,) = run(Multipliers(), cited)
    assert (found.kind, found.severity) == ("possible conflict", "low")


def test_other_matters_other_years_and_one_source_are_left_alone(read, run):
    elsewhere = "Coach Arden Quill of the Pell Rovers has doubled the number of players."
    assert run(Multipliers(), both(read, OFFICE, elsewhere)) == []
    later = both(read, OFFICE, OUTLET.format("the number of officers"), date="2034-03-02")
    assert run(Multipliers(), later) == []
    own = read(OUTLET.format("the number of officers"), source="Office of Mayor Vega")
    assert run(Multipliers(), [*read(OFFICE, source="Office of Mayor Vega"), *own]) == []


def test_a_comparison_multiplies_nothing(read, run):
    compared = OUTLET.replace("has doubled {}", "costs more than double the average")
    assert run(Multipliers(), both(read, OFFICE, compared)) == []


def test_one_shared_name_ties_no_two_documents(read, run):
    one_name = (
        "The Joint Harbor Enforcement Office of Stroud has doubled the number of officers. "
        "Coach Arden Quill praised the Joint Harbor Enforcement team."
    )
    office = "The Joint Harbor Enforcement team starts today. The team will more than double the port’s investment."
    assert run(Multipliers(), both(read, office, one_name)) == []


def test_the_place_where_something_doubled_is_not_what_doubled(read, run):
    there = OUTLET.replace("Office of Stroud has doubled {}.", "Office opened. Rents in the city doubled.")
    assert run(Multipliers(), both(read, OFFICE, there)) == []
