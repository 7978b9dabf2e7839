"""Numbers that measure nothing are no claims, each for a reason."""

from hashlib import sha256

import pytest

from claims.extraction.figures import figures
from claims.extraction.figures.masks import Rejection, masks
from claims.extraction.figures.scan import scan
from claims.extraction.numbers.tokens import tokens
from claims.extraction.page import Page
from claims.model import Claim, Document


def texts(text: str) -> list[str]:
    page = Page(Document(text, sha256(text.encode()).hexdigest()))
    return [claim.text for claim in figures(page) if isinstance(claim, Claim)]


def reasons(text: str) -> list[Rejection]:
    row, hidden = tokens(text), masks(text)
    return [mask.reason for mask in hidden] + [out.reason for out in scan(row, hidden).rejected]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It opened on May 3, 2021.", Rejection.DATE),
        ("It opened on 5 June 2018.", Rejection.DATE),
        ("It opened on 2020-09-22.", Rejection.DATE),
        ("It opened in July 2017.", Rejection.DATE),
        ("It opened in 2017.", Rejection.YEAR),
        ("The 2020 budget passed.", Rejection.YEAR),
        ("The party drug of the 80's is back.", Rejection.DECADE),
        ("Rents rose in the 1990s.", Rejection.DECADE),
        ("It opened at 9:30 a.m.", Rejection.CLOCK_TIME),
        ("It opened at 10.45pm.", Rejection.CLOCK_TIME),
        ("It opened at 3 p.m.", Rejection.CLOCK_TIME),
        ("Call 212-555-0199.", Rejection.PHONE),
        ("See https://harlow.example/2/3 for more.", Rejection.WEB),
        ("He cited 18 U.S.C. § 841.", Rejection.LAW),
        ("He lives at 12 Main Street.", Rejection.ADDRESS),
        ("The 21st ship sailed.", Rejection.ORDINAL),
        ("Under Section 4 it is banned.", Rejection.LABEL),
        ("They closed Route 66.", Rejection.LABEL),
        ("The S&P 500 fell.", Rejection.NAME),
        ("A case of COVID-19 was found.", Rejection.NAME),
        ("He drove an F-16 north.", Rejection.NAME),
        ("The 5G mast fell.", Rejection.MODEL),
        ("Version 1.2.3 is out.", Rejection.MODEL),
        ("Harlow won 3-2 on Sunday.", Rejection.SCORE),
        ("The council voted 7-2 to close it.", Rejection.SCORE),
        ("The vote was 7 to 2.", Rejection.SCORE),
        ("It breaks 18 U.S.C. 1030 and more.", Rejection.LAW),
        ("The board passed HB 2117.", Rejection.LAW),
        ("Call 0800 555 019 or write.", Rejection.PHONE),
        ("See page 2 of 3.", Rejection.LABEL),
        ("Between 2 and 3 p.m. it rained.", Rejection.CLOCK_TIME),
        ("No one was hurt.", Rejection.PRONOUN),
        ("The one of which she spoke sank.", Rejection.PRONOUN),
        ("This one issue divides them.", Rejection.PRONOUN),
        ("As shown before [12].", Rejection.FOOTNOTE),
        ("It was a two-way street.", Rejection.IDIOM),
    ],
)
def test_a_number_that_measures_nothing_is_turned_down_with_its_reason(text: str, reason: Rejection) -> None:
    assert texts(text) == []
    assert reason in reasons(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("In 2017 they seized 2,000 crates.", ["2,000"]),
        ("On May 3, 2021, 44 ships sailed.", ["44"]),
        ("In Austria 42 people were held.", ["42"]),
        ("One officer was hurt.", ["One"]),
        ("All 94 U.S. Coast Guard stations closed.", ["94"]),
        ("They counted 2000 gulls.", ["2000"]),
        ("The top three candidates spoke.", ["three"]),
        ("He lost 3 percent.", ["3 percent"]),
        ("Sections 4 and 5 name 12 ports.", ["12"]),
    ],
)
def test_figures_beside_them_are_kept(text: str, kept: list[str]) -> None:
    assert texts(text) == kept


def test_the_number_of_a_list_item_is_no_figure() -> None:
    assert texts("1. Close 3 piers.\n\n2. Open 4 docks.") == ["3", "4"]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("21st", 21),
        ("1,200th", 1200),
        ("Eleventh", 11),
        ("twenty-fifth", 25),
        ("One hundred and fifth.", 105),
        ("two hundredth", 200),
        ("seventy third", 73),
    ],
)
def test_a_rank_alone_in_a_cell_is_a_figure(text: str, rank: int) -> None:
    page = Page(Document(text, sha256(text.encode()).hexdigest()))
    (claim,) = [found for found in figures(page) if isinstance(found, Claim)]
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.dimension) == (rank, "rank")


@pytest.mark.parametrize("text", ["Second.", "Third", "The 21st", "Both.", "Next month.", "Edda and fifth"])
def test_other_words_alone_are_no_rank(text: str) -> None:
    assert texts(text) == []


def test_a_comma_parts_decimals_only_of_a_number_that_is_alone() -> None:
    assert texts("17,35") == ["17,35"]
    assert texts("They saw 17,35 there.") == []


def test_furniture_holds_no_figure() -> None:
    from claims.model import Span

    text = "Read 10 more stories\n\nDivers found 3 crates."
    document = Document(text, sha256(text.encode()).hexdigest(), furniture=(Span(0, 20),))
    assert [found.text for found in figures(Page(document)) if isinstance(found, Claim)] == ["3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said that one person was hurt.", ["one"]),
        ("One 7.3-magnitude tremor was felt.", ["7.3"]),
        ("A magnitude-6.1 quake struck.", ["6.1"]),
        ("Watch Three Killed, Four Hurt at the pier here", ["Three", "Four"]),
        ("A neighbor calling 911 hid; a 911 caller did not.", []),
    ],
)
def test_numbers_that_only_look_like_names_and_pronouns(text, expected):
    assert texts(text) == expected
