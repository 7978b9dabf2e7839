from claims.checks.across import SumAcross

TOTAL = "Operation Tidewater in Harlow Bay ended on Monday. Police arrested {} people."
PARTS = (
    "Operation Tidewater in Harlow Bay led to 121 arrests in Stroud, "
    "42 arrests in Pell and 18 arrests in Marrow."
)


def both(read, total, *, date="2031-03-02"):
    return [
        *read(TOTAL.format(total), source="Bay Ledger", date="2031-03-02"),
        *read(PARTS, source="HBTV", date=date),
    ]


def test_parts_that_come_to_the_total_of_another_source_corroborate_it(read, run):
    (found,) = run(SumAcross(), both(read, 181))
    assert (found.kind, found.severity) == ("corroboration", "info")
    assert found.why[0] == "both are about Operation Tidewater"
    assert "121 + 42 + 18 = 181" in found.why[2]


def test_parts_that_come_to_more_than_the_total_of_another_source(read, run):
    (found,) = run(SumAcross(), both(read, 179))
    assert (found.kind, found.severity) == ("possible conflict", "medium")
    assert found.sentence == (
        "Bay Ledger gives a total of 179 people arrested; the parts that HBTV gives add up to 181."
    )


def test_parts_that_come_to_less_may_leave_one_out(read, run):
    (found,) = run(SumAcross(), both(read, 190))
    assert (found.kind, found.severity) == ("possible conflict", "low")


def test_parts_of_another_day_are_an_update(read, run):
    (found,) = run(SumAcross(), both(read, 179, date="2031-03-05"))
    assert (found.kind, found.severity) == ("update", "low")


def test_a_total_far_off_and_another_event_are_left_alone(read, run):
    assert run(SumAcross(), both(read, 500)) == []
    other = read(TOTAL.replace("Tidewater", "Lantern").format(179), source="Bay Ledger", date="2031-03-02")
    assert run(SumAcross(), [*other, *read(PARTS, source="HBTV", date="2031-03-02")]) == []
