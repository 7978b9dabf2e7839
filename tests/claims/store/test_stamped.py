from datetime import UTC, datetime
from hashlib import sha256

import pytest

from claims.matching.grams import runs_of
from claims.model import PartialDate, Problem
from claims.ports import Extraction, Material
from claims.readymade.row import Row, Stated, words_in
from claims.store.finished import finished
from claims.store.stamped import Stamp
from sources.ready_made import ReadyMadeQuotes, date_of, source_of

RETRIEVED = PartialDate.instant(datetime(2031, 3, 5, 8, 30, tzinfo=UTC), evidence="clock")


@pytest.mark.parametrize(
    "row",
    [
        Row("“We will not ask the families to pay.”", "Marisol Vega", "mayor", "Bay Ledger", "3 March 2031"),
        Row(
            "The pier\u202e stays\x07 shut: 46 of the 50 piers, from the old harbor wall to the new one, ok?"
        ),
        Row("Übers Meer \ufffd", "", "officials", "Coastal Wire", "2031-03", "https://wire.example/?a=1#b"),
    ],
)
def test_a_stamped_row_is_written_as_the_reader_of_its_kept_bytes_would_have_it(row):
    source, day = (source_of(row.source) if row.source else None), (date_of(row.date) if row.date else None)
    stamp = Stamp(RETRIEVED)
    made = stamp.of(Stated(row, words_in(row), "quotes.csv row 7", source, day))
    material = Material(row.raw, "quotes.csv row 7", RETRIEVED)
    document, *problems = ReadyMadeQuotes().read(material)
    quotes = ReadyMadeQuotes().quotes(material, document)
    whole = finished(document, material, Extraction(quotes, (), tuple(problems)), extractor="")
    (quote,) = whole.quotes
    assert dict(zip(stamp.document_names, made.document, strict=True)) == whole.columns
    assert [dict(zip(stamp.arrival_names, made.arrival, strict=True))] == whole.arrivals
    assert dict(zip(stamp.quote_names, made.quote, strict=True)) == dict(
        zip(quote.names, quote.row, strict=True)
    )
    assert (made.id, made.sha256, made.raw, made.day) == (
        document.id,
        sha256(row.raw).hexdigest(),
        row.raw,
        quote.day,
    )
    assert runs_of(" ".join(made.words)) == quote.runs
    assert ([made.member] if made.member else []) == list(whole.members)
    assert made.problems == tuple(problems)


def test_characters_that_could_not_be_read_are_a_problem_of_the_document():
    row = Row("We \ufffd\ufffd not")
    made = Stamp(RETRIEVED).of(Stated(row, words_in(row), "quotes.csv row 7"))
    assert made.problems == (Problem("reading", "2 characters of the row could not be read", made.id),)
