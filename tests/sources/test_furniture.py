import pytest

from claims.model import Document, PartialDate
from claims.ports import Material
from sources.plain_text import PlainText

NOW = PartialDate.parse("2031-01-01", evidence="clock")
FIRST = "The sea wall broke in three places on Saturday, and 46 people were injured, the city said."
LAST = "“We have 40 more doors on this pier,” Okafor said, “and I would like to see behind them.”"


def furniture(text: str) -> list[str]:
    document = next(iter(PlainText().read(Material(text.encode(), "-", NOW))))
    assert isinstance(document, Document)
    return [span.of(text) for span in document.furniture]


def inside(line: str) -> list[str]:
    """What is furniture where a line stands between two paragraphs."""
    return furniture(f"Storm breaks the wall\n\n{FIRST}\n\n{line}\n\n{LAST}\n")


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Advertisement - story continues below",
        "SPONSORED:",
        "Read more",
        "READ MORE: Who leases the piers of Harlow Bay?",
        "Related: Ferry timetable for the spring",
        "Share this",
        "Read more: “I lost it all”: 12 tales of the storm",
        "Sign up for our newsletter and get 3 free articles a month.",
        "Sign up for our newsletter",
        "We use cookies to make this site better.",
        "This site uses cookies.",
        "-",
        "* * *",
        "###",
        "-30-",
        "Photo by Nils Okoro",
        "Photo: City of Harlow Bay",
        "(AP Photo/Nils Okoro)",
        "© Coastal Wire",
        "Getty Images",
        "Mayor Marisol Vega speaks at the Seamen’s Hall on Sunday. (AP Photo/Nils Okoro)",
        "Ferry Street on Saturday morning | Photo by Nils Okoro",
        "All rights reserved. This material may not be published or broadcast.",
        "This is a fictional sample document made for OnRecord.",
        "Reporting by Jonah Pryce; editing by Mara Ellison",
    ],
)
def test_a_line_of_the_page_is_furniture(line: str) -> None:
    assert inside(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "What the harbor master saw",
        "“Not one of us slept,” he said.",
        "Related charges were dropped on Monday.",
        "Watch officers saw the water first.",
        "More than 40 homes were lost.",
        "Share prices fell by 4 percent.",
        "Photos from the pier show three men.",
        "He told Reuters.",
        "Contact with the ship was lost at 4 a.m.",
        "Correction: An earlier version of this story said 64 people were injured.",
        "288 firearms",
        "No.",
    ],
)
def test_a_line_of_the_article_is_not(line: str) -> None:
    assert inside(line) == []


def test_the_second_and_every_later_headline_is_furniture() -> None:
    text = f"Storm breaks the wall\n\nStorm breaks the wall\n\n{FIRST}\n\nStorm breaks the wall\n\n{LAST}"
    assert furniture(text) == ["Storm breaks the wall"] * 2


def test_a_teaser_that_the_article_repeats_is_furniture_and_the_article_keeps_it() -> None:
    teaser = "Forecasters had warned of a high tide three days earlier."
    text = (
        f"Storm breaks the wall\n{teaser}\n\n{FIRST}\n\nIn fact, {teaser[:-1].lower()}, and were not heard.\n"
    )
    assert furniture(text) == [teaser]


def test_a_pull_quote_is_furniture_and_the_paragraph_stays() -> None:
    pulled = "“We have 40 more doors on this pier”"
    text = f"Storm breaks the wall\n\n{FIRST}\n\n{pulled}\n\n{LAST.replace('pier,”', 'pier,”')}\n"
    assert furniture(text) == [pulled]


def test_words_said_twice_in_two_paragraphs_stay_twice() -> None:
    text = f"Storm breaks the wall\n\n{FIRST}\n\n{LAST}\n\n{LAST}\n"
    assert furniture(text) == []


def test_the_list_of_links_behind_the_article_is_furniture() -> None:
    text = (
        f"Storm breaks the wall\n\n{FIRST}\n\n{LAST}\n\nNewspapers of Halden County\n\nPapers on the coast\n"
    )
    assert furniture(text) == ["Newspapers of Halden County", "Papers on the coast"]


def test_figures_listed_behind_a_release_are_no_furniture() -> None:
    text = f"Storm breaks the wall\n\n{FIRST}\n\n{LAST}\n\n12 pistols\n\n3 rifles\n"
    assert furniture(text) == []


def test_hard_wrapped_paragraphs_are_no_furniture() -> None:
    text = (
        "Storm breaks the wall\n\n"
        "The sea wall broke in three places on Saturday, and 46 people were\n"
        "injured, the city said. Nobody was killed, and by Sunday the water\n"
        "had left the street\n\n"
        "Okafor said that the police had been asked to close the pier until\n"
        "further notice\n"
    )
    assert furniture(text) == []
