from claims.checks.sum_of_parts import SumOfParts

ARRESTS = {"counted": "arrests", "role": "arrested"}
LIST = "The raids led to 30 arrests in Harlow Bay as well as 12 in Stroud, nine in Marrow and two in Pell."


def parts(figures, text, total, *, source="Coastal Wire"):
    return figures(
        text,
        *total,
        ("30", ARRESTS),
        ("12", ARRESTS),
        ("nine", {**ARRESTS, "value": "9"}),
        ("two", {**ARRESTS, "value": "2"}),
        source=source,
    )


def test_parts_that_come_to_more_than_the_stated_total_conflict(figures, run):
    text = f"Police arrested 51 people on Monday. {LIST}"
    cited = parts(figures, text, [("51", {"counted": "people", "role": "arrested"})])
    (found,) = run(SumOfParts(), cited)
    assert (found.kind, found.severity) == ("conflict", "high")
    assert found.sentence == (
        "Coastal Wire gives a total of 51 people arrested, but the parts it lists add up to 53."
    )
    assert "30 + 12 + 9 + 2 = 53" in found.why
    assert "2 more than the total" in found.why
    assert [passage.text for passage in found.evidence] == ["51", "30", "12", "nine", "two"]


def test_parts_that_come_to_the_total_corroborate_it(figures, run):
    text = f"Police arrested 53 people on Monday. {LIST}"
    cited = parts(figures, text, [("53", {"counted": "people", "role": "arrested"})])
    (found,) = run(SumOfParts(), cited)
    assert (found.kind, found.severity) == ("corroboration", "info")


def test_a_list_that_says_it_is_only_some_is_no_sum(figures, run):
    text = (
        "Police arrested 51 people, including 30 in Harlow Bay, 12 in Stroud, nine in Marrow and two in Pell."
    )
    cited = parts(figures, text, [("51", {"counted": "people", "role": "arrested"})])
    assert run(SumOfParts(), cited) == []


def test_a_list_far_below_the_total_is_taken_for_some_of_it(figures, run):
    text = f"Police arrested 400 people on Monday. {LIST}"
    cited = parts(figures, text, [("400", {"counted": "people", "role": "arrested"})])
    assert run(SumOfParts(), cited) == []


def test_a_total_of_something_else_is_not_compared(figures, run):
    text = f"Police seized 51 guns on Monday. {LIST}"
    cited = parts(figures, text, [("51", {"counted": "guns", "role": "seized"})])
    assert run(SumOfParts(), cited) == []


def test_a_total_before_a_colon_is_that_of_the_list(figures, run):
    text = "In all 1,240 residents left: 730 by bus, 410 in their own cars and 90 by boat."
    people = {"counted": "residents", "role": ""}
    cited = figures(text, ("1,240", people), ("730", people), ("410", people), ("90", people), source="HBTV")
    (found,) = run(SumOfParts(), cited)
    assert found.severity == "high"
    assert "730 + 410 + 90 = 1,230" in found.why
    assert "10 fewer than the total" in found.why


def test_a_vague_part_makes_no_conflict(figures, run):
    text = f"Police arrested 51 people on Monday. {LIST}"
    cited = figures(
        text,
        ("51", {"counted": "people", "role": "arrested"}),
        ("30", ARRESTS),
        ("12", ARRESTS),
        ("nine", {**ARRESTS, "value": "9"}),
        ("two", {**ARRESTS, "value": "2", "comparator": "vague"}),
    )
    assert run(SumOfParts(), cited) == []


def test_the_numbers_of_a_lists_points_are_no_parts(figures, run):
    text = "The plan has three aims: 1) a wall at the pier, 2) pumps in the harbor and 3) boats in the town."
    aims = {"counted": "aims"}
    cited = figures(text, ("three", {**aims, "value": "3"}), ("1", {}), ("2", {}), ("3", {}), source="HBTV")
    assert run(SumOfParts(), cited) == []


def test_parts_are_printed_as_they_stand(figures, run):
    text = f"Police arrested 51 people on Monday. {LIST}".replace("two in Pell.", "two in the U.S.")
    cited = parts(figures, text, [("51", {"counted": "people", "role": "arrested"})])
    (found,) = run(SumOfParts(), cited)
    assert "parts listed: 30 arrests in Harlow Bay; 12 in Stroud; nine in Marrow; two in the U.S." in (
        found.why
    )


def test_a_list_far_above_the_total_is_of_something_else(figures, run):
    text = f"Police arrested 20 people on Monday. {LIST}"
    cited = parts(figures, text, [("20", {"counted": "people", "role": "arrested"})])
    assert run(SumOfParts(), cited) == []
