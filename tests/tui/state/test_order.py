"""Hits in another order: what has no name or date stays last."""

import pytest

from claims.errors import BadValue
from claims.model import PartialDate
from claims.views import Query
from tui.state import order
from tui.state.facets import Facet, facets
from tui.state.order import Order, keys_in_order


@pytest.fixture
def mixed(ledger, make_material):
    given = [
        ("“The pier is open,” Mayor Marisol Vega said.\n", {"source": "Bay Ledger", "date": "2031-03-03"}),
        ("“The pier is old,” Ines Carrow said.\n", {"source": "Coastal Wire", "date": "2031-02-03"}),
        ("“The pier is shut.” So it was told.\n", {}),
    ]
    stories = [
        make_material(
            text, f"{n}.txt", **{k: PartialDate.parse(v) if k == "date" else v for k, v in about.items()}
        )
        for n, (text, about) in enumerate(given)
    ]
    list(ledger.add(stories, extractor="rules"))
    return ledger


def words(ledger, **asked) -> list[str]:
    query = Query(words="pier", limit=None)
    return [
        hit.text.split()[-1] for hit in ledger.hits(query.kind, keys_in_order(ledger, query, Order(**asked)))
    ]


def test_each_order_and_its_turn(mixed):
    assert words(mixed) == ["open", "old", "shut."]
    assert words(mixed, flipped=True) == ["old", "open", "shut."]
    assert words(mixed, by="speaker") == ["old", "open", "shut."]
    assert words(mixed, by="source", flipped=True) == ["old", "open", "shut."]
    assert Order("source", flipped=True).words == "by source, Z to A"


def test_too_many_to_sort_by_name_are_to_be_narrowed(mixed, monkeypatch):
    monkeypatch.setattr(order, "MOST_SORTED", 2)
    with pytest.raises(BadValue, match="'3 hits' is no list to sort by speaker: narrow it to 2"):
        words(mixed, by="speaker")


def test_facets_count_the_answer_with_those_that_have_none(mixed):
    found = facets(mixed, Query(words="pier", limit=None))
    assert found.of == "counted among these 3"
    assert list(found.all) == [
        Facet("speaker", "Ines Carrow", 1),
        Facet("speaker", "Marisol Vega", 1),
        Facet("speaker", "(none)", 1),
        Facet("source", "Bay Ledger", 1),
        Facet("source", "Coastal Wire", 1),
        Facet("source", "(none)", 1),
        Facet("date", "2031-03", 1),
        Facet("date", "2031-02", 1),
        Facet("date", "(none)", 1),
    ]
