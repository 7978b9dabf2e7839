"""An export of a record on which others go on working."""

import io

import pytest

from claims import Ledger
from claims.errors import BadValue
from claims.exchange import ExportFile
from claims.exports.jsonl import JsonLines
from claims.views import Query, Taken


def exported(ledger):
    out = io.StringIO()
    JsonLines().write_record(ledger.export_record(Query(limit=None)), out)
    return out.getvalue()


def test_a_decision_that_is_made_meanwhile_is_not_promised(two_stories, overtaken, tmp_path):
    store, second = overtaken
    (quote, *_) = two_stories.search(Query(limit=None)).hits
    two_stories.tag(quote.id, "pier")
    store.asked, store.meanwhile = "judgements", lambda: two_stories.tag(quote.id, "storm")
    file = ExportFile(io.BytesIO(exported(second).encode()), "export.jsonl")
    with Ledger.open(tmp_path / "other.db", by="vega", create=True) as other:
        results = list(other.import_record(file))
    assert [one.status for one in results if not isinstance(one, Taken)] == ["stored", "stored"]
    assert results[-1] == Taken("okafor", 1, 0, 0)


def test_a_quote_that_is_taken_out_meanwhile_is_left_out(two_stories, overtaken):
    store, second = overtaken
    (line, *_) = two_stories.documents()
    two_stories.record(line.id, 0, 12)
    recorded = [hit.id for hit in two_stories.search(Query("board", limit=None)).hits if len(hit.text) < 13]
    store.asked, store.meanwhile = "hits", two_stories.undo
    assert recorded
    assert not {*recorded} & {row.id for row in second.export_rows(Query(limit=None))}


@pytest.mark.parametrize("name", ["Ines\tCarrow", "x" * 201, " "])
def test_who_decides_under_a_name_that_no_other_record_would_take_is_told_before(place, ledger, name):
    with pytest.raises(BadValue, match="a name is one line of 200 characters at most"):
        Ledger.open(place, by=name)
