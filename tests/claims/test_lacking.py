"""What has no speaker, source or date is found as such; and what came in after a mark."""

import pytest

from claims import Ledger
from claims.model import PartialDate
from claims.views import Kind, Query

NAMED = "“The pier stays open,” Mayor Marisol Vega said. The storm sank 12 boats.\n"
NAMELESS = "“The pier is shut.” So it was told. The storm sank 64 boats.\n"


@pytest.fixture
def mixed(ledger: Ledger, make_material) -> Ledger:
    dated = make_material(NAMED, "a.txt", source="Coastal Wire", date=PartialDate.parse("2031-03-03"))
    assert {
        each.status.value for each in ledger.add([dated, make_material(NAMELESS, "b.txt")], extractor="rules")
    } == {"stored"}
    return ledger


@pytest.mark.parametrize("lacks", ["speaker", "source", "date"])
@pytest.mark.parametrize("words", ["", "pier"])
def test_quotes_that_lack_one_are_found_and_counted(mixed, lacks, words):
    query = Query(words=words, lacks=(lacks,))
    found = mixed.search(query)
    assert [hit.text for hit in found.hits] == ["The pier is shut."]
    assert mixed.count(query) == 1
    assert list(mixed.keys(query)) == list(mixed.first(query, 5)) == [found.hits[0].key]


@pytest.mark.parametrize("lacks", ["source", "date"])
def test_so_are_figures_and_passages(mixed, lacks):
    figures = mixed.search(Query(words="boats", kind=Kind.CLAIMS, lacks=(lacks,))).hits
    assert [hit.text for hit in figures] == ["The storm sank 64 boats."]
    passages = mixed.search(Query(words="storm", kind=Kind.TEXT, lacks=(lacks,))).hits
    assert [hit.location for hit in passages] == ["b.txt"]


def test_after_a_mark_there_is_what_came_in_later(mixed, make_material):
    mark = mixed.mark()
    assert mixed.count(Query(after=mark)) == 0
    list(
        mixed.add([make_material("“The pier opens again,” Ines Carrow said.\n", "c.txt")], extractor="rules")
    )
    assert [hit.speaker for hit in mixed.search(Query(words="pier", after=mark)).hits] == ["Ines Carrow"]
    assert mixed.mark() > mark
