"""A page of ours in, its headline out."""

import pytest
from lxml.html import document_fromstring

from sources.html_lines import lines_of
from sources.html_title import headline, without_site
from sources.publishers import source

HERALD = source("The Harlow Bay Herald", "meta og:site_name")


def title_of(page: str, *called: str, host: str = "herald.example") -> str:
    return headline(list(lines_of(document_fromstring(page))), called, host, HERALD).text


def test_of_several_first_headings_the_one_the_page_is_called_by() -> None:
    page = "<h1>The Harlow Bay Herald</h1><h1>Storm breaks the sea wall</h1><h1>More from the coast</h1>"
    assert title_of(page, "Storm breaks the sea wall | The Harlow Bay Herald") == "Storm breaks the sea wall"


def test_a_single_first_heading_that_is_the_sites_slogan_is_no_headline() -> None:
    page = "<h1>News you can stand on</h1><h2>Storm breaks the sea wall at Harlow Bay</h2>"
    assert title_of(page, "Storm breaks the sea wall at Harlow Bay - Coast - Herald") == (
        "Storm breaks the sea wall at Harlow Bay"
    )


def test_the_headline_as_printed_wins_over_the_one_for_search_engines() -> None:
    page = "<h1>Sea wall breaks in three places as the storm turns north</h1><p>Words.</p>"
    called = "Storm: sea wall breaks in three places, city says"
    assert title_of(page, called) == "Sea wall breaks in three places as the storm turns north"


def test_a_headline_over_several_lines_is_one() -> None:
    assert title_of("<h1>Storm breaks<br>the sea wall</h1>", "Storm breaks the sea wall") == (
        "Storm breaks the sea wall"
    )


def test_without_a_heading_the_page_is_called_what_it_says_without_its_site() -> None:
    page = "<p>Harlow Bay's sea wall broke in three places.</p>"
    assert title_of(page, "Storm breaks the wall | Coast | The Harlow Bay Herald") == "Storm breaks the wall"


@pytest.mark.parametrize(
    ("title", "host", "bare"),
    [
        ("Storm breaks the wall - coastwire NewsFeed", "newsfeed.coastwire.example", "Storm breaks the wall"),
        ("Coast Wire | Storm breaks the wall", "www.coastwire.example", "Storm breaks the wall"),
        ("Storm breaks the wall - what we know", "herald.example", "Storm breaks the wall - what we know"),
    ],
)
def test_a_sites_name_is_known_by_its_address(title: str, host: str, bare: str) -> None:
    assert without_site(title, host, None) == bare
