"""Which document replaced which."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Document
from claims.versions.lines import Arrived, page_versions, place_of


def lines(*arrivals: str) -> dict[str, tuple[int, str, str]]:
    """Of arrivals "document place" number, previous and newer of each version."""
    came = [Arrived(*arrival.split()) for arrival in arrivals]
    return {one.document: (one.number, one.previous, one.newer) for one in page_versions(came)}


def test_other_text_at_a_place_is_a_new_version():
    assert lines("a x", "b x", "c x") == {"a": (1, "", "b"), "b": (2, "a", "c"), "c": (3, "b", "")}


def test_what_stands_alone_or_has_no_place_is_no_version():
    assert lines("a x", "b y", "a x") == {}
    assert page_versions([Arrived("a", ""), Arrived("b", "")]) == []


def test_a_text_that_comes_back_stands_again_at_the_end():
    assert lines("a x", "b x", "a x") == {"b": (1, "", "a"), "a": (2, "b", "")}
    assert lines("a x", "b x", "c x", "b x") == {"a": (1, "", "c"), "c": (2, "a", "b"), "b": (3, "c", "")}


def test_one_text_of_two_places_may_be_replaced_at_each():
    found = lines("a x", "a y", "b y", "c x")
    assert found == {"a": (1, "", "c"), "b": (2, "a", ""), "c": (2, "a", "")}


def test_a_copy_at_another_place_does_not_stand_for_the_page():
    assert lines("a x", "b x", "a y")["a"] == (1, "", "b")


def test_items_of_one_feed_with_one_address_are_no_versions_of_each_other_then_or_later():
    items = [Arrived("a", "x", "noon", "feed/x"), Arrived("b", "x", "noon", "feed/2/x")]
    assert page_versions(items) == []
    again = [Arrived("c", "x", "one", "feed/x"), Arrived("b", "x", "one", "feed/2/x")]
    assert page_versions([*items, *again]) == []


def test_the_page_itself_has_its_versions_whatever_items_of_feeds_link_to_it():
    page = [Arrived("p", "x", "ten", "x"), Arrived("q", "x", "two", "x")]
    items = [Arrived("a", "x", "noon", "feed/x"), Arrived("b", "x", "noon", "feed/2/x")]
    found = {one.document: one.newer for one in page_versions([page[0], *items, page[1]])}
    assert found == {"p": "q", "q": ""}


def test_a_file_that_another_text_replaced_at_its_location_is_a_version_whatever_the_clock_says():
    found = page_versions([Arrived("a", "x", "noon", "a.txt"), Arrived("b", "x", "noon", "a.txt")])
    assert [one.document for one in found] == ["a", "b"]


def test_all_that_hang_together_are_one_work():
    found = page_versions([Arrived(*one.split()) for one in ("a x", "b y", "b x")])
    assert {one.document: one.work for one in found} == {"a": "a", "b": "a"}


ARRIVALS = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("xyz")), max_size=14)


@given(ARRIVALS)
@settings(max_examples=300, deadline=None)
def test_whatever_comes_somebody_stands_and_no_line_goes_round(arrivals):
    found = {one.document: one for one in page_versions(Arrived(*arrival) for arrival in arrivals)}
    for version in found.values():
        for link in ("newer", "previous"):
            at, steps = version.document, 0
            while at := getattr(found[at], link):
                steps += 1
                assert steps <= len(found)


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://Herald.example/pier", "https://herald.example/pier"),
        ("https://herald.example/pier?utm_source=mail&id=7#top", "https://herald.example/pier?id=7"),
        ("https://herald.example/", "/papers/pier.html"),
        ("", "/papers/pier.html"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_a_page_is_found_again_at_its_address_unless_that_is_the_front_page(url, place):
    assert place_of(Document("text", "0" * 64, url=url), "/papers/pier.html") == place


def test_a_member_of_an_archive_has_a_place_of_its_own():
    document = Document("text", "0" * 64, member="mail/7")
    assert place_of(document, "/papers/box.zip") == "/papers/box.zip#mail/7"
    assert place_of(document, "") == ""
