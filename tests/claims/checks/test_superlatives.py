"""Two claims of one record: rivals, one after the other, or another scope."""

import pytest

from claims.checks.superlatives import Superlatives

SEIZURE = ("largest", "seizure of illegal firearms in the history of Halden County", "max")
TIDEWATER = "Operation Tidewater is the largest seizure of illegal firearms in the history of Halden County."
BREAKWATER = "Operation Breakwater is the largest seizure of illegal firearms in Halden County history."


def claimed(figures, text, scope=SEIZURE, **published):
    return figures(text, ("largest", {"superlative": scope}), **published)


def test_two_operations_of_the_same_days_cannot_both_be_the_largest(figures, run):
    cited = [
        *claimed(figures, TIDEWATER, source="Coastal Wire", date="2024-03-17"),
        *claimed(figures, BREAKWATER, source="Port Authority", date="2024-03-19"),
    ]
    (found,) = run(Superlatives(), cited)
    assert (found.kind, found.severity) == ("possible conflict", "medium")
    assert found.sentence == (
        "Coastal Wire calls Operation Tidewater the “largest”; "
        "Port Authority calls Operation Breakwater the “largest”."
    )


def test_a_text_that_lost_its_full_stops_claims_no_record(figures, run):
    lost = " ".join(["the officers came to the town and searched the harbor"] * 9)
    cited = [
        *claimed(figures, TIDEWATER, source="Coastal Wire", date="2024-03-17"),
        *claimed(figures, f"{BREAKWATER[:-1]} {lost}", source="Port Authority", date="2024-03-19"),
    ]
    assert run(Superlatives(), cited) == []


def test_the_later_of_two_years_succeeds_the_earlier(figures, run):
    cited = [
        *claimed(figures, BREAKWATER, source="Port Authority", date="2027-06-01"),
        *claimed(figures, TIDEWATER, source="Coastal Wire", date="2024-03-17"),
    ]
    (found,) = run(Superlatives(), cited)
    assert (found.kind, found.severity) == ("update", "info")
    assert found.sentence.startswith("Coastal Wire calls Operation Tidewater")
    assert found.why[2:] == (
        "Coastal Wire published 2024-03-17",
        "Port Authority published 2027-06-01",
        "the later succeeds the earlier: each held on its day",
    )


def test_a_later_page_that_says_the_record_still_stands_is_a_possible_conflict(figures, run):
    still = BREAKWATER.replace("is the", "remains the")
    cited = [
        *claimed(figures, TIDEWATER, source="Coastal Wire", date="2024-03-17"),
        *claimed(figures, still, source="Port Authority", date="2027-06-01"),
    ]
    assert [(f.kind, f.severity) for f in run(Superlatives(), cited)] == [("possible conflict", "medium")]


def test_without_dates_the_order_is_said_not_to_be_known(figures, run):
    cited = [
        *claimed(figures, TIDEWATER, source="Coastal Wire"),
        *claimed(figures, BREAKWATER, source="Port Authority", date="2027-06-01"),
    ]
    (found,) = run(Superlatives(), cited)
    assert (found.kind, found.severity) == ("possible conflict", "low")
    assert found.why[-1] == "which of them came first is not known: the later may have succeeded the earlier"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("It began in early 2026.", "update"),
        ("The harbor will be dredged in 2026.", "possible conflict"),
        ("It is larger than Operation Tidewater was.", "update"),
    ],
)
def test_a_year_that_an_undated_page_looks_back_to_or_the_other_holder_tells_the_order(
    figures, run, told, kind
):
    cited = [
        *claimed(figures, TIDEWATER, source="Coastal Wire", date="2024-03-17"),
        *claimed(figures, f"{BREAKWATER} {told}", source="Port Authority"),
    ]
    assert [found.kind for found in run(Superlatives(), cited)] == [kind]


def test_one_holder_with_another_scope_is_drift(figures, run):
    state = ("largest", "seizure of illegal firearms in the history of the Eastern Coast", "max")
    cited = [
        *claimed(figures, TIDEWATER, source="Coastal Wire", date="2024-03-17"),
        *claimed(figures, TIDEWATER.replace("Halden County", "the Eastern Coast"), state, source="HBTV News"),
    ]
    (found,) = run(Superlatives(), cited)
    assert (found.kind, found.severity) == ("compatible", "low")
    assert found.why[-1] == (
        "the scope is another: only the first names county, halden; only the second names coast, eastern"
    )


JOINT = "The Joint Harbor Smuggling Enforcement Team was there. "


@pytest.mark.parametrize(("date", "kind"), [("2024-03-17", "update"), ("", "compatible")])
def test_another_scope_in_one_field_of_news_is_drift_and_may_be_succession(figures, run, date, kind):
    one = f"{JOINT}Operation Tidewater is the largest operation to date against smugglers of firearms."
    two = f"{JOINT}The seizures of Operation Breakwater make the harbor bust the largest ever for cigarettes."
    cited = [
        *claimed(
            figures, one, ("largest", "operation to date against smugglers of firearms", "max"),
            source="Coastal Wire", date=date,
        ),
        *claimed(
            figures, two, ("largest", "ever for cigarettes", "max"), source="HBTV News", date="2027-06-01"
        ),
    ]  # fmt: skip
    (found,) = run(Superlatives(), cited)
    assert (found.kind, found.severity) == (kind, "low")


def test_in_two_fields_of_news_nothing_is_compared(figures, run):
    one = "Operation Tidewater is the largest operation to date against smugglers of firearms."
    two = "Operation Breakwater is the largest operation to date to count the herons of the marsh."
    cited = [
        *claimed(
            figures, one, ("largest", "operation to date against smugglers of firearms", "max"), source="Wire"
        ),
        *claimed(
            figures,
            two,
            ("largest", "operation to date to count the herons of the marsh", "max"),
            source="HB",
        ),
    ]
    assert run(Superlatives(), cited) == []


def test_the_citys_history_of_two_publishers_may_be_of_two_cities(figures, run):
    scope = ("largest", "seizure of illegal firearms in the city's history", "max")
    cited = [
        *claimed(figures, TIDEWATER, scope, source="Coastal Wire", date="2024-03-17"),
        *claimed(figures, BREAKWATER, scope, source="Port Authority", date="2024-03-17"),
    ]
    assert run(Superlatives(), cited) == []


def test_one_document_is_not_compared_with_itself(figures, run):
    both = f"{TIDEWATER} {BREAKWATER}"
    cited = figures(both, ("largest", {"superlative": SEIZURE}), ("largest", {"superlative": SEIZURE}))
    assert run(Superlatives(), cited) == []


def of_one_week(figures, one, two, first="", then=""):
    scope = "seizure of illegal firearms in Halden County"
    return [
        *claimed(
            figures, one, ("largest", f"{scope} {first}".strip(), "max"), source="Wire", date="2031-03-17"
        ),
        *claimed(
            figures, two, ("largest", f"{scope} {then}".strip(), "max"), source="HBTV", date="2031-03-19"
        ),
    ]


LARGEST = "Operation {} {} the largest seizure of illegal firearms in Halden County."


@pytest.mark.parametrize(
    ("verb", "first", "then"),
    [
        ("could become", "", ""),
        ("is expected to be", "", ""),
        ("was then", "", ""),
        ("had been", "", ""),
        ("was", "at the time", ""),
        ("was", "until Tidewater", ""),
        ("was", "last year", "this year"),
        ("was", "in 2012", ""),
        ("was", "of the season", ""),
    ],
)
def test_what_is_hoped_for_passed_or_of_another_time_is_no_rival(figures, run, verb, first, then):
    one, two = LARGEST.format("Breakwater", verb), LARGEST.format("Tidewater", "is")
    assert run(Superlatives(), of_one_week(figures, one, two, first, then)) == []


def test_this_year_and_the_year_by_its_number_are_one_time(figures, run):
    one, two = LARGEST.format("Breakwater", "is"), LARGEST.format("Tidewater", "is")
    (found,) = run(Superlatives(), of_one_week(figures, one, two, "this year", "in 2031"))
    assert (found.kind, found.severity) == ("possible conflict", "medium")


def test_many_holders_of_one_record_are_one_finding(figures, run):
    names = "Heron Gull Tern Petrel Plover Curlew Dunlin Osprey Egret Avocet".split()
    cited = [
        one
        for name in names
        for one in claimed(
            figures, TIDEWATER.replace("Tidewater", name), source=f"Paper {name}", date="2031-03-17"
        )
    ]
    (found,) = run(Superlatives(), cited)
    assert (found.kind, len(found.evidence)) == ("possible conflict", 10)
    assert found.why[-1].startswith("besides: Paper ")


def test_one_field_of_news_is_told_by_the_names_that_both_begin_with(figures, run):
    one = f"{JOINT}Operation Tidewater is the largest operation to date against smugglers of firearms."
    two = f"{JOINT}Operation Breakwater is the largest operation to date to count the herons of the marsh."
    scopes = ("smugglers of firearms", "the herons of the marsh")
    cited = [
        found
        for text, scope, source in zip((one, two), scopes, ("Wire", "HBTV"), strict=True)
        for found in claimed(figures, text, ("largest", f"operation to date {scope}", "max"), source=source)
    ]
    (found,) = run(Superlatives(), cited)
    assert "both begin with the names Joint, Harbor, Smuggling, Enforcement, Team" in found.why
