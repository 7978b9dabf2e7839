"""Two reports of one event that has no name, and two that are of two events."""

import pytest

from claims.checks.changed_figure import ChangedFigure
from claims.checks.same_news import by_words, news_keys
from claims.checks.ties import days_apart

HERALD = """Harbor board backs new pier

HARLOW BAY — Mayor Marisol Vega told the harbor board on Monday that the city will rebuild the storm-damaged pier.

The storm injured 46 people and sank 12 boats, said Ines Carrow, a spokeswoman for the Port Authority of Harlow Bay.
"""
WIRE = """Mayor promises to rebuild pier

HARLOW BAY — The storm injured 64 people and sank 12 boats, officials said. The city will rebuild the damaged pier, Mayor Marisol Vega said.
"""
RAID = """Police in Wexbridge searched 23 stalls of the night market on Monday and seized 1,400 forged passports, the city said.
"""
MARKET = """Officers raided the night market of Wexbridge on Monday, searched stalls there and seized 4,100 forged passports.
"""
FIRE = """A fire in Wexbridge on Monday left 12 people injured, said fire chief Tomas Reyl. The blaze took six hours to put out.
"""
CRASH = """A bus crash in Wexbridge on Monday left 21 people injured, police said. The driver had fallen asleep at the wheel.
"""


def reports(
    read, one, two, first="Harlow Bay Herald", second="Coastal Wire", days=("2031-03-03", "2031-03-04")
):
    return [*read(one, source=first, date=days[0]), *read(two, source=second, date=days[1])]


def said(run, cited):
    return [(found.kind, found.sentence) for found in run(ChangedFigure(), cited)]


def test_two_papers_on_one_storm_without_a_name_are_set_beside_each_other(read, run):
    assert said(run, reports(read, HERALD, WIRE)) == [
        (
            "update",
            "Harlow Bay Herald says 46 people were injured; Coastal Wire, later, says 64 people were injured.",
        )
    ]


def test_the_reasons_name_what_both_reports_share(read, run):
    (found,) = run(ChangedFigure(), reports(read, HERALD, WIRE))
    assert found.why[0].startswith("both name Marisol, Vega, and tell of ")
    assert "rebuild" in found.why[0]


def test_the_town_that_the_paper_is_named_after_counts_where_nearly_all_words_are_shared(read, run):
    cited = reports(read, RAID, MARKET, first="City of Wexbridge")
    assert said(run, cited) == [
        (
            "possible conflict",
            "City of Wexbridge says 1,400 forged passports; Coastal Wire says 4,100 forged passports.",
        )
    ]


def test_two_accidents_in_one_town_on_one_day_are_two(read, run):
    assert said(run, reports(read, FIRE, CRASH, first="Stroud Courier")) == []


@pytest.mark.parametrize("days", [("2031-03-03", "2031-03-07"), ("2031-03-03", "")])
def test_an_event_without_a_name_is_one_to_the_reports_of_the_same_days_only(read, run, days):
    assert said(run, reports(read, RAID, MARKET, first="City of Wexbridge", days=days)) == []


@pytest.mark.parametrize("day", range(1, 20))
def test_reports_within_three_days_are_looked_up_together(read, day):
    cited = reports(read, HERALD, WIRE, days=(f"2031-03-{day:02}", f"2031-03-{day + 3:02}"))
    one, two = cited[0], cited[-1]
    assert by_words(one.document, two.document, days_apart(one.document, two.document))
    assert set(news_keys(one.document)) & set(news_keys(two.document))


def test_a_word_that_only_begins_sentences_is_no_name(read):
    one = (
        "Heavy rain fell. Heavy damage was done to roads, bridges, schools, farms; 12 people were injured.\n"
    )
    cited = reports(read, one, one.replace("12", "21"))
    assert by_words(cited[0].document, cited[-1].document, 1) is None
    named = reports(
        read, f"{one}The roads near Dunmore are closed.\n", f"{one}Roads to Dunmore are closed.\n"
    )
    assert by_words(named[0].document, named[-1].document, 1) is not None
