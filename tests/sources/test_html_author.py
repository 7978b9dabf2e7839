"""A byline of ours in, the authors out."""

import pytest
from lxml.html import document_fromstring

from sources.html_author import author_of
from sources.html_lines import Line, lines_of
from sources.publishers import source

HERALD = source("The Harlow Bay Herald", "meta og:site_name")


def shown(page: str) -> list[Line]:
    return list(lines_of(document_fromstring(f"<div>{page}</div>")))


def author(page: str = "", linked: tuple[str, ...] = (), named: tuple[str, ...] = ()) -> str:
    return author_of(linked, named, shown(page or "<p>Words</p>"), "www.bayherald.example", HERALD)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<p>By Nils Okoro</p>", "Nils Okoro"),
        ("<p>By NILS OKORO and ANN ROE | 10/9/10 7:15 AM EDT</p>", "NILS OKORO, ANN ROE"),
        ("<p>Story by Nils Okoro, Staff Writer</p>", "Nils Okoro"),
        ("<p>Par Nils de la Okoro et Ann Roe</p>", "Nils de la Okoro, Ann Roe"),
        ("<div class='byline'><span>Nils Okoro</span> March 5, 2024</div>", "Nils Okoro"),
        ("<p><a href='/staff/nils-okoro/'>Nils Okoro</a> 3 hours ago</p>", "Nils Okoro"),
        ("<p><a rel='author' href='/x'>Nils (N.E.) Okoro</a></p>", "Nils (N.E.) Okoro"),
        ("<p itemprop='author'><span itemprop='name'>Nils Okoro</span></p>", "Nils Okoro"),
        ("<p>By <a>Nils Okoro</a> <a>Ann Roe</a></p>", "Nils Okoro, Ann Roe"),
        ("<p>By Nils Okoro<span>Updated May 4, 2024</span></p>", "Nils Okoro"),
        ("<div class='author'>Nils Okoro</div><div class='author'>Ann Roe</div>", "Nils Okoro, Ann Roe"),
        ("<div class='byline'><p>Nils Okoro</p><p>Harlow Bay</p></div>", "Nils Okoro"),
        ("<p class='contributor'><span>Nils Okoro</span><span>Crime reporter</span></p>", "Nils Okoro"),
        ("<p class='byline'>Nils Okoro, BAY TODAY 8:42 a.m.</p>", "Nils Okoro"),
        ("<p>By the sea, a town waits</p>", ""),
        ("<p class='author-box'>Follow us for more</p>", ""),
        ("<p class='byline'>By Staff Reporter</p>", ""),
        ("<aside class='related'><p class='byline'>Ann Roe</p></aside>", ""),
        ("<ul class='comment-list'><li class='comment-author'>Ann Roe</li></ul>", ""),
    ],
)
def test_a_byline_by_the_headline_names_persons(byline: str, names: str) -> None:
    assert author(byline) == names


@pytest.mark.parametrize(
    ("named", "names"),
    [
        ("Nils Okoro, HBTV", "Nils Okoro"),
        ("Nils Okoro | Staff Writer", "Nils Okoro"),
        ("Nils Okoro for Coastal Wire", "Nils Okoro"),
        ("Nils Okoro, Political Editor", "Nils Okoro"),
        ("nokoro", "nokoro"),
        ("admin", ""),
        ("Nils Okoro and Ann Roe", "Nils Okoro, Ann Roe"),
        ("Nils Okoro, Jr.", "Nils Okoro, Jr."),
        ("Okoro, Nils", "Okoro, Nils"),
        ("Department of Fish and Wildlife", "Department of Fish and Wildlife"),
        ("bayherald.example", ""),
        ("The Harlow Bay Herald", ""),
        ("https://social.example/bayherald", ""),
        ("@nilsokoro", ""),
    ],
)
def test_metadata_names_authors_and_what_goes_with_them(named: str, names: str) -> None:
    assert author(named=(named,)) == names


def test_linked_data_goes_before_meta_elements_and_the_page() -> None:
    assert (
        author("<p>By Cy Dahl</p>", linked=("Ann Roe", "Bo Lund"), named=("Nils Okoro",))
        == "Ann Roe, Bo Lund"
    )


def test_a_person_in_the_byline_goes_before_an_agency_in_metadata() -> None:
    assert author("<p>By Nils Okoro</p>", named=("AP",)) == "Nils Okoro"
    assert author(named=("AP",)) == "AP"
    assert author("<p>By Nils Okoro</p>", named=("nokoro7",)) == "Nils Okoro"


def test_the_publisher_in_linked_data_leaves_room_for_the_person_in_a_meta_element() -> None:
    assert author(linked=("The Harlow Bay Herald",), named=("Nils Okoro",)) == "Nils Okoro"
