"""What a figure counts, what happened to it, where, when, and of what event."""

from hashlib import sha256

import pytest

from claims.extraction.figures import figures
from claims.extraction.page import Page
from claims.model import Claim, Document, PeriodKind, Population


def claims(text: str, title: str = "") -> list[Claim]:
    page = Page(Document(text, sha256(text.encode()).hexdigest(), title=title))
    return [found for found in figures(page) if isinstance(found, Claim)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Divers found 63 crates in the bay.", "crates"),
        ("Divers found 2,000 rusted ration tins and left.", "rusted ration tins"),
        ("Divers found 12 kilograms of copper wire.", "copper wire"),
        ("Divers found $5 million in cash and rare coins.", "cash and rare coins"),
        ("Divers found 40 pounds of nails and other scrap.", "nails and other scrap"),
        ("Divers found dozens more Halden County boats.", "Halden County boats"),
        ("Divers found hundreds of thousands of bottles.", "bottles"),
        ("The wreck had a street value of $3 million.", "street value"),
        ("Ferry fares rose 4 percent.", "Ferry fares"),
        ("The number of rescues, including 20 at night, fell.", "rescues"),
        ("Two grams—like a pinch of salt—is a fatal dose.", "fatal dose"),
        ("Police arrest 79 in harbor raid", "people"),
        ("Of those, 12 of the 31 crates were empty.", "crates"),
        ("The driver, Okafor said, was doing 70 mph.", "driver"),
        ("Only one in five boats came back.", "boats"),
        ("Thousands marched to the pier.", ""),
        ("The repair took a third of the port’s yearly budget.", "port’s yearly budget"),
        ("Halden Tidewater reported net income of $12 million.", "net income"),
        ("Fewer than a dozen were under 18.", ""),
        ("She was 70.", "age"),
        ("Operation Tidewater has cost millions of dollars.", ""),
    ],
)
def test_the_counted_noun_is_found(text: str, counted: str) -> None:
    assert claims(text)[0].counted == counted


def test_counts_without_a_noun_take_that_of_the_list_they_stand_in() -> None:
    text = "The raid led to 12 arrests on land as well as two in Austria, 4 in Norway and one in Fiji."
    found = claims(text)
    assert [(claim.text, claim.counted, claim.role, claim.place) for claim in found] == [
        ("12", "arrests", "arrested", ""),
        ("two", "arrests", "arrested", "Austria"),
        ("4", "arrests", "arrested", "Norway"),
        ("one", "arrests", "arrested", "Fiji"),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Officers arrested 12 men.", "arrested"),
        ("In the raid 12 men were arrested.", "arrested"),
        ("Officers made 12 arrests.", "arrested"),
        ("The raid ended with officers seizing 40 rifles.", "seized"),
        ("Seizures of more than 40 rifles followed.", "seized"),
        ("Forty rifles, including old army stock, were recovered.", "recovered"),
        ("The storm killed 12 people.", "killed"),
        ("Twelve people died.", "died"),
        ("The storm left 12 dead.", "died"),
        ("Officers spoke to 12 men.", ""),
    ],
)
def test_the_role_is_what_the_text_says_happened(text: str, role: str) -> None:
    assert claims(text)[0].role == role


def test_a_figure_of_place_takes_no_role() -> None:
    people, islands = claims("They arrested 30 people on three islands.")
    assert (people.role, islands.role) == ("arrested", "")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Crews freed 12 seals in the Netherlands.", "Netherlands"),
        ("In the U.K., crews freed 12 seals.", "U.K."),
        ("Overseas, crews freed 12 seals.", "Overseas"),
        ("Crews freed 12 seals around the world.", "around the world"),
        ("Crews freed 12 seals in May.", ""),
        ("The worldwide hunt freed 12 seals.", ""),
    ],
)
def test_the_place_is_the_one_named_with_the_figure(text: str, place: str) -> None:
    assert claims(text)[0].place == place


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Crews freed 12 seals in 2017.", "in 2017"),
        ("In July 2017, crews freed 12 seals.", "In July 2017"),
        ("Crews freed 12 seals last year.", "last year"),
        ("Crews freed 12 seals over the past two years.", "over the past two years"),
        ("Crews freed 12 seals in fiscal 2017.", "in fiscal 2017"),
        ("Crews freed 12 seals in FY17.", "in FY17"),
        ("At the end of 2017, crews had 12 seals.", "At the end of 2017"),
        ("Crews freed 12 seals to date.", "to date"),
        ("Crews freed 12 seals.", ""),
    ],
)
def test_the_period_is_as_printed(text: str, period: str) -> None:
    assert claims(text)[0].period == period


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Crews freed 12 seals in 2017.", PeriodKind.CALENDAR_YEAR),
        ("Crews freed 12 seals last year.", PeriodKind.CALENDAR_YEAR),
        ("Crews freed 12 seals in fiscal 2017.", PeriodKind.FISCAL_YEAR),
        ("Crews freed 12 seals in FY17.", PeriodKind.FISCAL_YEAR),
        ("Crews have freed 12 seals since 2017.", PeriodKind.SINCE),
        ("Crews have freed 12 seals so far this year.", PeriodKind.SINCE),
        ("At the end of 2017, crews had 12 seals.", PeriodKind.MOMENT),
        ("As of May 3, 2021, crews had 12 seals.", PeriodKind.MOMENT),
        ("Crews freed 12 seals over the past two years.", PeriodKind.SPAN),
        ("Crews freed 12 seals throughout 2017.", PeriodKind.CALENDAR_YEAR),
        ("Crews freed 12 seals.", None),
    ],
)
def test_a_period_is_a_year_a_span_a_moment_or_cumulative(text: str, kind: PeriodKind | None) -> None:
    assert claims(text)[0].period_kind == kind


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Of those held, 12 of them were minors.", Population.PART),
        ("Rescuers freed 12 of the seals.", Population.PART),
        ("Four others were hurt.", Population.OTHERS),
        ("Another four sailors were hurt.", Population.OTHERS),
        ("A total of 40 sailors were hurt.", Population.ALL),
        ("All 40 sailors were hurt.", Population.ALL),
        ("Forty sailors were hurt.", None),
    ],
)
def test_the_population_is_all_a_part_or_the_others(text: str, population: Population | None) -> None:
    assert claims(text)[0].population == population


def test_the_event_is_that_of_the_sentence_else_of_the_title_or_lead() -> None:
    text = "Operation Tidewater began.\n\nIt led to 12 arrests.\n\nOperation Gull led to 9 arrests."
    assert [claim.event for claim in claims(text)] == ["Operation Tidewater", "Operation Gull"]
    assert claims("It led to 12 arrests.", "Hurricane Odile hits Harlow Bay")[0].event == "Hurricane Odile"


def test_a_case_and_a_law_are_events() -> None:
    text = "In Vega v. Harlow Bay, jurors gave her $3 million.\n\nThe Harbor Safety Act cost 12 jobs."
    assert [claim.event for claim in claims(text)] == ["Vega v. Harlow Bay", "Harbor Safety Act"]


def test_as_of_is_read_only_with_its_year() -> None:
    stated = claims("As of May 3, 2021, 12 piers were shut.")[0].as_of
    assert str(stated) == "2021-05-03"
    assert claims("As of May 3, 12 piers were shut.")[0].as_of is None


def test_an_age_of_the_law_is_no_count() -> None:
    assert [found.counted for found in claims("Some 40 divers came and 12 were under 18.")][-1] == "age"


def test_one_in_a_round_year_is_no_share() -> None:
    assert [found.text for found in claims("Only three in 2010 were repaired.")] == ["three"]
    assert [found.text for found in claims("Only three in 10 were repaired.")] == ["three in 10"]
