import pytest

from claims.checks.changed_figure import ChangedFigure
from claims.checks.costs import cost_of
from claims.checks.measure import relation

WILL = "The pier will cost $4.2 million."


def related(read, one, two):
    (left,), (right,) = read(one), read(two)
    return relation(left, right)[0]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (WILL, "Vega opened the $4.7 million pier."),
        (WILL, "The cost of the pier is put at $4.7 million."),
        (WILL, "The pier’s cost has risen to $4.7 million."),
        (WILL, "The fishing pier, priced at $4.7 million, is new."),
        (WILL, "The pier carries a price tag of $4.7 million."),
        (WILL, "The pier will be built at an estimated cost of $4.7 million."),
        ("The pier cost $4.2 million.", "The pier, built at a cost of $4.7 million, is shut."),
        ("The pier was sold for $4.2 million.", "Vega bought the pier from the county for $4.7 million."),
        ("The county spent $4.2 million on the pier.", "The county has spent $4.7 million on the pier."),
        (
            "Repairs to the old bridge will cost $6.2 million.",
            "Repairing Halden’s old bridge costs $9.2 million.",
        ),
        ("A ticket costs $25.", "The price of a ticket is $39."),
        ("The storm caused $3 million in damage.", "Damage from the storm was estimated at $5 million."),
        ("The council passed a school budget of $48 million.", "The school budget is $52 million."),
    ],
)
def test_two_costs_of_one_thing_in_other_words_conflict(read, one, two):
    assert related(read, one, two) == "conflict"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Repairing the bridge will cost $6 million.", "The new bridge will cost $80 million."),
        ("The old bridge cost $6 million.", "The new bridge cost $80 million."),
        ("A ticket costs $25.", "A season ticket costs $300."),
        (WILL, "The state gave $1 million for the pier."),
        (WILL, "The pier, which cost $5 million, is open."),
        (WILL, "The cost of the pier rose by $1 million."),
        (WILL, "The pier was sold for $9 million."),
        (WILL, "The county spent $1 million on the pier."),
        ("The pier was sold for $9 million.", "The county spent $1 million on the pier."),
        ("The bridge was built at a cost of $9 million.", "The bridge was repaired at a cost of $1 million."),
        ("The school budget is $40 million.", "The road budget is $12 million."),
        ("The storm did $2 million in crop damage.", "The storm did $9 million in roof damage."),
        ("Halden won a $2 million grant.", "The state announced a $3 million grant."),
    ],
)
def test_other_work_another_thing_and_money_that_is_given_are_different(read, one, two):
    assert related(read, one, two) == "different"


def test_two_costs_that_fit_agree(read):
    assert related(read, WILL, "The $4.2 million pier is open.") == "agree"


@pytest.mark.parametrize(
    ("sentence", "counted", "phrase"),
    [
        ("The new library, which will cost $12 million, is late.", "library", "the new library"),
        ("The line has 14 stops and will cost $48 million.", "line", "the line"),
        ("A $12 million bridge project begins.", "bridge project", "a bridge project"),
        ("Work on the bridge is expected to cost $5 million.", "Work", "work on the bridge"),
        ("The old pier was sold to the county last May for $3 million.", "", "the old pier"),
        ("The county sold the old pier for $3 million.", "", "the old pier"),
        ("The county spent $3 million on repairing the pier.", "", "repairing the pier"),
        ("The pier, with a price tag of $3 million, is late.", "", "the pier"),
        ("The pier was repaired in 2031 at a cost of $3 million.", "", "the pier"),
    ],
)
def test_what_is_paid_for_is_told_as_printed(sentence, counted, phrase):
    start = sentence.index("$")
    found = cost_of(sentence, start, sentence.index("million") + len("million"), counted)
    assert found is not None
    assert found.phrase == phrase


@pytest.mark.parametrize(
    "sentence",
    [
        "It cost the city $4 million.",
        "It was sold for $4 million.",
        "Tickets sold for $4 million.",
        "They sold pills for $4 million.",
        "The county spends $4 million on roads.",
        "The bridge was praised at a cost of $4 million.",
        "They cost $4 million.",
    ],
)
def test_what_does_not_say_what_is_paid_for_is_no_cost(sentence):
    assert cost_of(sentence, sentence.index("$"), sentence.index("million") + len("million"), "") is None


def test_reports_of_one_day_that_give_a_pier_two_costs_are_told(read, run):
    title = "Halden harbor board backs pier at Dunmore Point"
    one = "HALDEN — The Dunmore Point pier will cost $4.2 million, the Halden harbor board said."
    two = "HALDEN — The harbor board of Halden voted for the $4.7 million pier at Dunmore Point."
    cited = [
        *read(f"{title}\n\n{one}", source="Marrow Times", date="2031-05-05", title=title),
        *read(f"{title}\n\n{two}", source="Coastal Wire", date="2031-05-05", title=title),
    ]
    (found,) = run(ChangedFigure(), cited)
    assert (found.kind, found.severity) == ("possible conflict", "low")
    assert found.sentence == (
        "Marrow Times says $4.2 million for the Dunmore Point pier; Coastal Wire says $4.7 million for the pier."
    )
