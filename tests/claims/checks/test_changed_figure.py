import pytest

from claims.checks.changed_figure import ChangedFigure

HURT = {"counted": "people", "role": "injured"}
CITY = "The city says 46 people were injured in Storm Edda."
WIRE = "Storm Edda left 64 people injured, officials said."


def both(figures, one, two):
    return [*figures(*one[0], **one[1]), *figures(*two[0], **two[1])]


def test_two_sources_with_two_tolls_of_one_storm_conflict(figures, run):
    cited = both(
        figures,
        ((WIRE, ("64", HURT)), {"source": "Coastal Wire", "date": "2024-03-17"}),
        ((CITY, ("46", HURT)), {"source": "City of Harlow Bay", "date": "2024-03-17"}),
    )
    (found,) = run(ChangedFigure(), cited)
    assert (found.kind, found.severity) == ("conflict", "high")
    assert found.sentence == (
        "Coastal Wire says 64 people were injured; City of Harlow Bay says 46 people were injured."
    )
    assert "64 − 46 = 18" in found.why
    assert {passage.text for passage in found.evidence} == {"64", "46"}


def test_a_toll_that_rose_later_is_an_update(figures, run):
    cited = both(
        figures,
        ((CITY, ("46", HURT)), {"source": "City of Harlow Bay", "date": "2024-03-17"}),
        ((WIRE, ("64", HURT)), {"source": "Coastal Wire", "date": "2024-03-19"}),
    )
    (found,) = run(ChangedFigure(), cited)
    assert (found.kind, found.severity) == ("update", "low")


def test_a_toll_that_fell_is_no_update(figures, run):
    cited = both(
        figures,
        ((WIRE, ("64", HURT)), {"source": "Coastal Wire", "date": "2024-03-17"}),
        ((CITY, ("46", HURT)), {"source": "City of Harlow Bay", "date": "2024-03-19"}),
    )
    assert [found.kind for found in run(ChangedFigure(), cited)] == ["conflict"]


def test_two_storms_are_two_events(figures, run):
    cited = both(
        figures,
        ((CITY, ("46", HURT)), {"source": "City of Harlow Bay"}),
        (("Storm Finn left 64 people injured.", ("64", HURT)), {"source": "Coastal Wire"}),
    )
    assert run(ChangedFigure(), cited) == []


def test_a_part_does_not_contradict_the_whole(figures, run):
    part = "Storm Edda injured many; 12 of the people injured were treated at Halden General."
    cited = both(
        figures,
        ((CITY, ("46", HURT)), {"source": "City of Harlow Bay"}),
        ((part, ("12", HURT)), {"source": "HBTV News"}),
    )
    assert run(ChangedFigure(), cited) == []


def test_a_vague_amount_makes_no_conflict(figures, run):
    vague = "Storm Edda left several people injured."
    cited = both(
        figures,
        ((CITY, ("46", HURT)), {"source": "City of Harlow Bay"}),
        ((vague, ("several", {**HURT, "value": "3", "comparator": "vague"})), {"source": "HBTV News"}),
    )
    assert run(ChangedFigure(), cited) == []


PIER = "A fire on Pier Nine in Harlow Bay injured 12 people, Owen Tran said."
AGAIN = "Owen Tran said the Pier Nine fire in Harlow Bay left 19 people injured."


def test_an_event_without_a_name_is_known_by_the_names_and_days_its_reports_share(figures, run):
    cited = both(
        figures,
        ((PIER, ("12", HURT)), {"source": "HBTV", "date": "2024-03-17"}),
        ((AGAIN, ("19", HURT)), {"source": "Coastal Wire", "date": "2024-03-17"}),
    )
    (found,) = run(ChangedFigure(), cited)
    assert (found.kind, found.severity) == ("conflict", "high")
    assert found.why[0] == "both name Pier Nine, Harlow Bay, Owen Tran"


def test_without_dates_the_shared_names_leave_a_doubt(figures, run):
    cited = both(
        figures,
        ((PIER, ("12", HURT)), {"source": "HBTV"}),
        ((AGAIN, ("19", HURT)), {"source": "Coastal Wire"}),
    )
    assert [(f.kind, f.severity) for f in run(ChangedFigure(), cited)] == [("possible conflict", "medium")]


def test_the_same_names_a_week_later_are_another_event(figures, run):
    cited = both(
        figures,
        ((PIER, ("12", HURT)), {"source": "HBTV", "date": "2024-03-17"}),
        ((AGAIN, ("19", HURT)), {"source": "Coastal Wire", "date": "2024-03-25"}),
    )
    assert run(ChangedFigure(), cited) == []


def grant(figures, amount, value, town, date, source="Office of Senator Lindqvist"):
    text = f"Senator Lindqvist said Halden County and the Port of {town} get {amount} in harbor grants."
    money = {"counted": "harbor grants", "unit": "USD", "dimension": "money", "value": value}
    return figures(text, (amount, money), source=source, date=date)


def test_an_offices_announcements_are_a_series_not_a_conflict(figures, run):
    cited = [
        *grant(figures, "$117,000", "117000", "Harlow Bay", "2024-03-17"),
        *grant(figures, "$45,000", "45000", "Harlow Bay", "2024-03-18"),
    ]
    assert run(ChangedFigure(), cited) == []


def test_what_one_source_says_anew_of_a_named_event_is_an_update(figures, run):
    cited = both(
        figures,
        ((WIRE, ("64", HURT)), {"source": "Coastal Wire", "date": "2024-03-17"}),
        ((CITY, ("46", HURT)), {"source": "Coastal Wire", "date": "2024-03-18"}),
    )
    (found,) = run(ChangedFigure(), cited)
    assert (found.kind, found.severity) == ("update", "low")
    assert found.sentence == (
        "Coastal Wire (2024-03-17) says 64 people were injured; "
        "Coastal Wire (2024-03-18), later, says 46 people were injured."
    )


@pytest.mark.parametrize(("told", "kinds"), [("in grants", []), ("in all", ["update"])])
def test_awards_that_one_office_announces_after_one_storm_are_several(figures, run, told, kinds):
    one = f"The repairs after Storm Edda cost $380,000 {told} for towns on the coast."
    two = f"Storm Edda repairs in towns on the coast cost $412,000 {told}, he said."
    money = {"counted": "", "role": "cost", "unit": "USD", "dimension": "money"}
    office = "Office of Senator Lindqvist"
    cited = [
        *figures(one, ("$380,000", {**money, "value": "380000"}), source=office, date="2024-03-17"),
        *figures(two, ("$412,000", {**money, "value": "412000"}), source=office, date="2024-03-24"),
    ]
    assert [found.kind for found in run(ChangedFigure(), cited)] == kinds


def test_one_sentence_with_another_figure_in_a_reprint_is_a_conflict_whatever_it_counts(figures, run):
    text = "The Port Authority will move {} of its oldest cranes to the new pier before the winter."
    cited = both(
        figures,
        ((text.format("12"), ("12", {})), {"source": "Coastal Wire", "date": "2024-03-17"}),
        ((text.format("21"), ("21", {})), {"source": "The Courier", "date": "2024-03-18"}),
    )
    (found,) = run(ChangedFigure(), cited)
    assert (found.kind, found.severity) == ("conflict", "high")
    assert found.why[0] == "both print one sentence, but for its figures"


def test_of_pages_without_publisher_and_date_one_sentence_with_two_figures_is_only_possible(figures, run):
    text = "The Port Authority will move {} of its oldest cranes to the new pier before the winter."
    cited = both(figures, ((text.format("12"), ("12", {})), {}), ((text.format("21"), ("21", {})), {}))
    (found,) = run(ChangedFigure(), cited)
    assert (found.kind, found.severity) == ("possible conflict", "low")


def test_a_reprint_with_another_round_figure_is_a_conflict(figures, run):
    text = "The state will pay the harbor {} million dollars for pumps and walls this year."
    fields = [{"value": f"{n}000000", "step": "1000000"} for n in (2, 3)]
    cited = both(
        figures,
        ((text.format("2"), ("2 million", fields[0])), {"source": "Coastal Wire"}),
        ((text.format("3"), ("3 million", fields[1])), {"source": "The Courier"}),
    )
    assert [found.kind for found in run(ChangedFigure(), cited)] == ["conflict"]


def test_a_text_that_lost_its_full_stops_is_not_trusted(figures, run):
    lost = " ".join(["Storm Edda reached the town and the harbor wall broke"] * 9)
    cited = both(
        figures,
        ((f"{lost} 46 people were injured", ("46", HURT)), {"source": "City of Harlow Bay"}),
        ((WIRE, ("64", HURT)), {"source": "Coastal Wire"}),
    )
    assert run(ChangedFigure(), cited) == []


def test_a_document_that_says_it_twice_is_cited_once(figures, run):
    twice = "Storm Edda injured 64 people. The mayor said 64 people were injured."
    cited = [
        *figures(twice, ("64", HURT), ("64", HURT), source="Coastal Wire", date="2024-03-17"),
        *figures(CITY, ("46", HURT), source="City of Harlow Bay", date="2024-03-17"),
    ]
    (found,) = run(ChangedFigure(), cited)
    assert sorted(passage.text for passage in found.evidence) == ["46", "64"]


def test_nouns_are_printed_as_their_sentence_prints_them(figures, run):
    one = "Storm Edda cut off six Halden counties."
    two = "STORM EDDA HITS FOUR HALDEN COUNTIES after Storm Edda"
    cited = both(
        figures,
        ((one, ("six", {"counted": "halden counties", "value": "6"})), {"source": "Coastal Wire"}),
        ((two, ("FOUR", {"counted": "halden counties", "value": "4"})), {"source": "HBTV"}),
    )
    (found,) = run(ChangedFigure(), cited)
    assert found.sentence.startswith("Coastal Wire says six Halden counties; ")


def test_one_shared_place_makes_no_event(figures, run):
    one = "A fire in Harlow Bay injured 12 people."
    two = "A ferry crash in Harlow Bay left 19 people injured."
    cited = both(
        figures, ((one, ("12", HURT)), {"source": "HBTV"}), ((two, ("19", HURT)), {"source": "Coastal Wire"})
    )
    assert run(ChangedFigure(), cited) == []


def test_reports_of_two_years_are_not_compared(figures, run):
    cited = both(
        figures,
        ((CITY, ("46", HURT)), {"source": "City of Harlow Bay", "date": "2023-03-17"}),
        ((WIRE, ("64", HURT)), {"source": "Coastal Wire", "date": "2024-03-17"}),
    )
    assert run(ChangedFigure(), cited) == []


def test_a_headlines_capitals_make_no_other_event(figures, run):
    one = "Operation Tidewater Ends With 187 Arrests. The raids of Operation Tidewater began in May."
    two = "Operation Tidewater led to 179 arrests."
    arrests = {"counted": "arrests", "role": "arrested"}
    cited = both(
        figures,
        ((one, ("187", arrests)), {"source": "HBTV"}),
        ((two, ("179", arrests)), {"source": "Coastal Wire"}),
    )
    assert [found.kind for found in run(ChangedFigure(), cited)] == ["conflict"]


# ------------------------------------------------------------- updates and loose ties


def test_when_one_of_the_wounded_dies_the_fewer_injured_are_an_update(figures, run):
    one = "Storm Edda killed 3 people and 46 people were injured."
    two = "Storm Edda killed 4 people and 45 people were injured."
    cited = both(
        figures,
        ((one, ("46", HURT)), {"source": "City of Harlow Bay", "date": "2024-03-17"}),
        ((two, ("45", HURT)), {"source": "Coastal Wire", "date": "2024-03-18"}),
    )
    (found,) = run(ChangedFigure(), cited)
    assert (found.kind, found.severity) == ("update", "low")


def test_what_was_counted_so_far_is_updated_by_a_higher_figure_of_that_day(figures, run):
    held = {"counted": "people", "role": "arrested"}
    so_far = "Operation Tidewater has led to 140 arrests so far."
    cited = both(
        figures,
        ((so_far, ("140", held)), {"source": "Bay Ledger", "date": "2024-03-17"}),
        (
            ("Operation Tidewater led to 288 arrests.", ("288", held)),
            {"source": "Coastal Wire", "date": "2024-03-17"},
        ),
    )
    (found,) = run(ChangedFigure(), cited)
    assert (found.kind, found.severity) == ("update", "low")


def test_a_storm_is_one_however_strong_it_was(figures, run):
    was = "Tropical Storm Edda left 46 people injured."
    cited = both(
        figures,
        ((was, ("46", HURT)), {"source": "City of Harlow Bay", "date": "2024-03-17"}),
        (("Hurricane Edda hurt 64 people.", ("64", HURT)), {"source": "Coastal Wire", "date": "2024-03-17"}),
    )
    (found,) = run(ChangedFigure(), cited)
    assert "both are about the storm Edda" in found.why


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("killed 20 people on Sunday", "killed 24 people on Sunday", "conflict"),
        ("destroyed 30 homes", "destroyed 31 homes", "conflict"),
        ("destroyed 300 homes", "destroyed 304 homes", "corroboration"),
        ("destroyed about 30 homes", "destroyed 31 homes", "corroboration"),
    ],
)
def test_counts_below_100_are_counted_and_not_rounded(read, run, one, two, kind):
    cited = [
        *read(f"Storm Moss {one}.", source="Pell News"),
        *read(f"Storm Moss {two}.", source="Bay Ledger"),
    ]
    assert [found.kind for found in run(ChangedFigure(), cited)] == [kind]


def test_two_units_clash_as_widely_as_they_convert(read, run):
    cited = [
        *read("Operation Gull seized 500 pounds of cocaine.", source="Pell News"),
        *read("Operation Gull seized 500 kilograms of cocaine.", source="Bay Ledger"),
    ]
    (found,) = run(ChangedFigure(), cited)
    assert (found.kind, found.severity) == ("conflict", "high")
    assert "500 kilograms = 1,102 pounds" in found.why


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        ("Operation Sable cost $600,000.", "Operation Sable cost $2.4 million.",
         "On Operation Sable, Pell News says $600,000; Bay Ledger says $2.4 million."),
        ("Storm Moss cost $600,000.", "Storm Moss has cost $2.4 million.",
         "On Storm Moss, Pell News says $600,000; Bay Ledger says $2.4 million."),
        ("Hurricane Mona brought winds of 110 miles per hour.",
         "Hurricane Mona brought winds of 150 miles per hour.",
         "Pell News says winds of 110 miles per hour; Bay Ledger says winds of 150 miles per hour."),
    ],
)  # fmt: skip
def test_a_finding_says_aloud_what_its_figures_are_of(read, run, one, two, said):
    cited = [*read(one, source="Pell News"), *read(two, source="Bay Ledger")]
    assert [found.sentence for found in run(ChangedFigure(), cited)] == [said]
