"""Tables in a text: what a cell counts is said by the headings of its column and its row."""

from collections.abc import Callable
from decimal import Decimal
from hashlib import sha256

import pytest

from claims.extraction.figures import figures
from claims.extraction.page import Page
from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Claim, Comparator, Document, Population, Problem, Source

InStep = Callable[[Callable[[], object], Callable[[], object], int], bool]

RAIDS = """\
| County | Arrests | Seizures |
|---|---|---|
| Halden | 12 | 3 |
| Ostrow | n/a | — |
| Total | 12 |  |
"""


def document(text: str, country: str = "") -> Document:
    source = Source("Herald", country=country) if country else None
    return Document(text, sha256(text.encode()).hexdigest(), source=source)


def found(text: str, country: str = "") -> list[Claim]:
    return [item for item in figures(Page(document(text, country))) if isinstance(item, Claim)]


def counted(text: str) -> list[tuple[str, str]]:
    return [(claim.text, claim.counted) for claim in found(text)]


def amounts(text: str) -> list[tuple[str, Decimal | None, str]]:
    """Words, value and unit of each claim."""
    made = []
    for claim in found(text):
        assert claim.quantity is not None
        value = claim.quantity.value
        made.append((claim.text, None if value is None else Decimal(str(value)), claim.unit))
    return made


def one_column(heading: str, *cells: str) -> str:
    return f"| Port | {heading} |\n|---|---|\n" + "".join(f"| Halden | {cell} |\n" for cell in cells)


# -- what is counted --------------------------------------------------------------


def test_the_column_says_what_is_counted_and_the_row_where() -> None:
    made = [(c.text, c.counted, c.role, c.place, c.population) for c in found(RAIDS)]
    assert made == [
        ("12", "Arrests", "arrested", "Halden", Population.PART),
        ("3", "Seizures", "seized", "Halden", Population.PART),
        ("12", "Arrests", "arrested", "", Population.ALL),
    ]


def test_a_claim_stands_at_its_cell_and_its_sentence_is_the_row() -> None:
    text = f"The raids ended on Sunday.\n{RAIDS}"
    page = document(text)
    claims = extract(page, Rules()).claims
    assert [claim.span.of(text) for claim in claims] == ["12", "3", "12"]
    assert [claim.sentence.of(text) for claim in claims] == [
        "| Halden | 12 | 3 |",
        "| Halden | 12 | 3 |",
        "| Total | 12 |  |",
    ]
    assert len({claim.id for claim in claims}) == 3


@pytest.mark.parametrize("mark", ["\t", " | ", "\t\t"])
def test_tabs_and_bare_bars_keep_cells_apart_too(mark: str) -> None:
    rows = [("Boat", "Crew", "Nets"), ("Tern", "14", "3"), ("Gull", "9", "2")]
    text = "\n".join(mark.join(row) for row in rows)
    assert counted(text) == [
        ("14", "Crew, Tern"),
        ("3", "Nets, Tern"),
        ("9", "Crew, Gull"),
        ("2", "Nets, Gull"),
    ]


def test_runs_of_tabs_that_line_cells_up_are_one_mark() -> None:
    assert counted("Boat\t\tCrew\nTern\t\t14\nLong Gull\t9\n") == [
        ("14", "Crew, Tern"),
        ("9", "Crew, Long Gull"),
    ]


def test_two_columns_without_headings_are_named_by_the_first() -> None:
    assert counted("Injured\t46\nHomes flooded\t412\n") == [("46", "Injured"), ("412", "Homes flooded")]


def test_years_over_columns_are_periods() -> None:
    text = "| Item | 2021 | 2022 |\n|---|---|---|\n| Boats lost | 12 | 14 |\n"
    assert [(c.text, c.counted, c.period) for c in found(text)] == [
        ("12", "Boats lost", "2021"),
        ("14", "Boats lost", "2022"),
    ]


def test_a_column_of_years_tells_the_period_of_its_row() -> None:
    text = "| County | Year | Arrests |\n| Halden | 2021 | 12 |\n| ^ | 2022 | 14 |\n"
    assert [(c.text, c.place, c.period) for c in found(text)] == [
        ("12", "Halden", "2021"),
        ("14", "Halden", "2022"),
    ]


def test_a_heading_over_several_columns_stands_over_each() -> None:
    text = "| Port | Boats | < |\n| ^ | Sunk | Saved |\n|---|---|---|\n| Halden | 3 | 4 |\n"
    assert counted(text) == [("3", "Boats, Sunk"), ("4", "Boats, Saved")]


def test_classes_and_districts_in_the_first_column_are_names() -> None:
    text = "| Age | Men |\n|---|---|\n| 18-24 | 12 |\n| 65 and over | 3 |\n"
    assert counted(text) == [("12", "Men, Age 18-24"), ("3", "Men, Age 65 and over")]
    votes = found("| District | Votes |\n|---|---|\n| 1 | 230 |\n| 2 | 240 |\n")
    assert [(claim.text, claim.place) for claim in votes] == [("230", "District 1"), ("240", "District 2")]


def test_ranks_and_years_are_no_claims() -> None:
    text = "| Rank | Port | Last flood | Catch (tonnes) |\n| 1 | Halden | 1871 | 1,250 |\n| 2 | Brask | 1902 | 900 |\n"
    assert counted(text) == [("1,250", "Catch"), ("900", "Catch")]


def test_a_count_that_looks_like_a_year_is_one_below_a_heading() -> None:
    assert counted(one_column("Arrests", "2019", "85")) == [("2019", "Arrests"), ("85", "Arrests")]


# -- units --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "cell", "value", "unit"),
    [
        ("Cost ($ million)", "3.5", "3500000", "USD"),
        ("Cost ($ million)", "$3.5", "3500000", "USD"),
        ("Cost ($ million)", "$3.5 billion", "3500000000", "USD"),
        ("Cost, $000", "1,400", "1400000", "USD"),
        ("Cost in millions of dollars", "2", "2000000", "USD"),
        ("Aid (€)", "250", "250", "EUR"),
        ("Share (%)", "61.5", "61.5", "percent"),
        ("Percent of boats", "40", "40", "percent"),
        ("Share (%)", "61.5%", "61.5", "percent"),
        ("Area (km2)", "3", "3", "square kilometer"),
        ("Area (km²)", "3", "3", "square kilometer"),
        ("Catch ('000 tonnes)", "12.5", "12500", "metric ton"),
        ("Residents (thousands)", "8.25", "8250", ""),
        ("Depth (m)", "-4", "-4", "meter"),
        ("Arrests", "12*", "12", ""),
        ("Arrests", "12 [1]*", "12", ""),
        ("Arrests", "12 [1]", "12", ""),
        ("Arrests", "+12", "12", ""),
    ],
)
def test_the_heading_gives_the_unit_that_the_cell_does_not(
    heading: str, cell: str, value: str, unit: str
) -> None:
    ((_, amount, named),) = amounts(one_column(heading, cell))
    assert (amount, named) == (Decimal(value), unit)


def test_a_footnote_mark_and_a_plus_are_not_in_the_span() -> None:
    assert [claim.text for claim in found(one_column("Arrests", "12 [1]", "+3*"))] == ["12", "3"]


def test_the_name_of_a_row_may_give_the_unit() -> None:
    text = "| Item | 2021 |\n|---|---|\n| Sea wall ($ million) | 3.5 |\n| Boats | 4 |\n"
    assert amounts(text) == [("3.5", Decimal(3500000), "USD"), ("4", Decimal(4), "")]


def test_the_country_of_the_source_decides_whose_dollars_they_are() -> None:
    assert [claim.unit for claim in found(one_column("Cost ($)", "40"), country="CA")] == ["CAD"]


def test_money_in_brackets_is_below_zero_as_accounts_write_it() -> None:
    text = one_column("Balance ($ million)", "2.5", "(1.5)")
    assert amounts(text) == [("2.5", Decimal(2500000), "USD"), ("(1.5)", Decimal(-1500000), "USD")]


def test_bounds_and_ranges_in_a_cell() -> None:
    about, span = found(one_column("Share (%)", "about 40", "10–12"))
    assert (about.comparator, about.unit) == (Comparator.ABOUT, "percent")
    assert (span.comparator, span.unit) == (Comparator.RANGE, "percent")


# -- what is no figure ---------------------------------------------------------------


def test_an_aside_with_a_unit_is_a_figure_and_one_without_is_none() -> None:
    text = one_column("Injured", "12 (40%)", "3 (4)", "5 (estimate)")
    assert counted(text) == [("12", "Injured"), ("40%", "Injured"), ("3", "Injured"), ("5", "Injured")]


def test_a_cell_of_words_is_read_as_prose_with_the_heading_for_a_noun() -> None:
    text = one_column("Injured", "12", "3 sailors", "4 in May")
    assert counted(text) == [("12", "Injured"), ("3", "sailors"), ("4", "Injured")]


def test_dates_times_and_telephone_numbers_in_cells_are_no_claims() -> None:
    text = one_column("Opened", "3 May 2021", "10:30", "202-555-0144") + one_column("Crew", "4")
    assert counted(text) == [("4", "Crew")]


def test_captions_and_notes_across_a_table_are_prose() -> None:
    text = "| The raids of 40 officers | < |\n|---|---|\n| Boat | Crew |\n|---|---|\n| Tern | 14 |\n| Note: 3 boats fled. | < |\n"
    assert counted(text) == [("40", "officers"), ("14", "Crew, Tern"), ("3", "boats")]


LAYOUTS = [
    (
        "| The storm sank 12 boats in the outer harbor, and the city will pay for all of the moorings. |\n"
        "| The wall broke in 3 places, and 40 families have not come back to their homes since then. |\n"
    ),
    (
        "| The storm sank 12 boats in the outer harbor, and the city will pay for all moorings. | The wall broke in 3 places, said the mayor, and it will be built again by next year. |\n"
        "| More than 40 families have not come back to their homes since the water came, she said. | Vega asked for 5 pumps and for a new gate at the end of the pier before the winter. |\n"
    ),
    (
        "| Item | What the council heard of the wall |\n"
        "| 3 | The storm sank 12 boats in the outer harbor, and the city will pay for all moorings. |\n"
        "| 4 | The wall broke in 3 places, said the mayor, and it will be built again by next year. |\n"
        "| 5 | 7 |\n"
    ),
    "Home | News | Sport\nThe storm sank 12 boats.\n",
    "The storm\tsank 12 boats.\n",
]


@pytest.mark.parametrize("text", LAYOUTS)
def test_prose_laid_out_in_cells_is_read_as_before(text: str) -> None:
    assert [claim.text for claim in found(text)] == [
        claim.text for claim in found(text.replace("|", ".\n").replace("\t", " "))
    ]


def test_two_tables_without_a_line_between_have_their_own_headings() -> None:
    text = f"{one_column('Arrests', '12')}| Boat | Crew |\n|---|---|\n| Tern | 14 |\n"
    assert counted(text) == [("12", "Arrests"), ("14", "Crew, Tern")]


def test_a_table_in_wrapped_text_is_told_from_its_prose() -> None:
    prose = "The Port Authority of Harlow Bay said on Sunday that 12 boats were\nlost when the storm came over the wall, and that the mayor knew it,\nas the table shows that it gave to the council in the spring of it.\n"
    text = f"{prose}Port\tBoats\nHalden\t3\nOstrow\t4\n{prose}"
    assert counted(text) == [("12", "boats"), ("3", "Boats"), ("4", "Boats"), ("12", "boats")]


# -- hostile ---------------------------------------------------------------------------


def test_a_row_of_a_thousand_cells_is_cut_and_said_so() -> None:
    row = " | ".join(["Halden", *["7"] * 1000])
    head = " | ".join(["Port", *["Boats"] * 1000])
    items = list(figures(Page(document(f"{head}\n{row}\n"))))
    assert sum(isinstance(item, Claim) for item in items) == 400
    assert [item.message for item in items if isinstance(item, Problem)] == [
        "a row of a table with more than 400 cells: only the first 400 are read"
    ]


HOSTILE = [
    "| a | b |\n|---|---|\n",
    "| a | 1 |\n",
    "| ^ | < |\n",
    "|\n",
    "a\t1\n",
    "|" + "-" * 400 + "x\n",
    "| a | 12" + "*" * 40 + " |\n",
    "a|1\na|1|2\n",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_four_times_the_table_takes_some_four_times_as_long(piece: str, in_step: InStep) -> None:
    def reading(size: int) -> Callable[[], object]:
        page = Page(document("| Port | Boats |\n|---|---|\n" + piece * (size // len(piece))))
        return lambda: list(figures(page))

    assert in_step(reading(4_000), reading(16_000), 4)
