from dataclasses import MISSING, fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_material import add, document, material

from claims.model import (
    Attribution,
    Claim,
    Comparator,
    Correction,
    Document,
    Evidence,
    Finding,
    FindingKind,
    Judgement,
    JudgementKind,
    Locator,
    LocatorKind,
    Pair,
    PartialDate,
    Population,
    Precision,
    Problem,
    Quantity,
    Quote,
    QuoteKind,
    Relation,
    Severity,
    Source,
    SourceKind,
    Span,
    SpeakerKind,
    Superlative,
)
from claims.ports import Extraction, Given
from claims.store import rows, short_forms
from claims.store.values import columns_of, dumped, loaded, storable, value_of

# Quotes and claims name their document by its key; the id comes with the join (see `reading.whole`).
OWNED = {"document": rows.DOCUMENT.c.id}
COLUMNS = {
    Document: rows.DOCUMENT.c,
    Quote: {**rows.QUOTE.c, **OWNED},
    Claim: {**rows.CLAIM.c, **OWNED},
    Finding: rows.FINDING.c,
    Pair: rows.PAIR.c,
    Problem: rows.PROBLEM.c,
    Judgement: rows.JUDGEMENT.c,
}


@pytest.mark.parametrize("kind", COLUMNS, ids=lambda kind: kind.__name__)
def test_every_field_of_a_value_has_a_column(kind):
    missing = {field.name for field in fields(kind)} - set(COLUMNS[kind].keys())
    assert missing == set()


@pytest.mark.parametrize("kind", COLUMNS, ids=lambda kind: kind.__name__)
def test_a_column_may_be_empty_only_where_the_field_may_be_none(kind):
    optional = {field.name for field in fields(kind) if "None" in str(field.type)}
    columns = COLUMNS[kind]
    assert {field.name for field in fields(kind) if columns[field.name].nullable} == optional


def test_a_field_without_a_column_is_an_error_and_not_dropped():
    row = columns_of(Pair("a", "b", Relation.NEAR, 0.5))
    del row["why"]
    with pytest.raises(KeyError):
        value_of(Pair, row)


def test_numbers_dates_enums_and_places_are_written_as_text():
    claim = Claim(
        "i", "d", Span(3, 5), "½", Span(0, 9),
        Quantity(Comparator.ABOUT, Decimal("2.50"), None, value=Fraction(1, 3)),
        as_of=PartialDate.parse("2024-05"),
    )  # fmt: skip
    row = columns_of(claim)
    assert row["span"] == "[3,5]"
    assert row["quantity"] == '["1/3","","","~","2.50",""]'
    assert row["as_of"] == '["2024-05","given"]'
    assert row["superlative"] is None


def test_a_locator_is_written_without_names():
    made = document("A", locators=(Locator(0, LocatorKind.PAGE, "1"), Locator(1200, LocatorKind.PAGE, "2")))
    assert columns_of(made)["locators"] == '[[0,"page","1"],[1200,"page","2"]]'


def test_lone_surrogates_of_file_names_become_the_replacement_character():
    assert storable("caf\udce9.txt") == "caf\ufffd.txt"
    assert loaded(Given, dumped(Given(source="\ud800"))) == Given(source="\ufffd")


# -- what is left out of JSON ---------------------------------------------------------


def exact(value, low, high, **fields):
    return Quantity(Comparator.EXACT, Decimal(low), Decimal(high), value=Decimal(value), **fields)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (exact("250", "250", "250", step=Decimal(10), digits="250"), '["250","10"]'),
        (exact("2", "2", "2", step=Decimal(1), digits="two"), '["2",null,"two"]'),
        (exact("2", "2", "2"), '["2","",""]'),
        (exact("2.50", "2.5", "2.50", step=Decimal("0.01"), digits="2.50"), '["2.50","0.01",null,null,"2.5"]'),
        (
            Quantity(Comparator.ABOVE, Decimal(4), None, low_open=True, value=Decimal(4), step=Decimal(1), digits="4"),
            '["4",null,null,">",null,"",true]',
        ),
        (
            Quantity(Comparator.VAGUE, Decimal(12), Decimal(120), high_open=True),
            '[null,null,null,"vague","12","120",null,true]',
        ),
        (PartialDate.parse("2024", evidence=""), '{"date":"2024"}'),
        (PartialDate.parse("2024-05/2024-07-02"), '{"date":"2024-05-01/2024-07-02","raw":"2024-05/2024-07-02","evidence":"given"}'),
        (PartialDate.day(date(2024, 5, 3), evidence="text", raw="May 3", span=Span(1, 6)), '{"date":"2024-05-03","raw":"May 3","evidence":"text","span":[1,6]}'),
        (PartialDate(date(99, 1, 1), date(99, 1, 1), Precision.DAY), '{"date":"0099-01-01","raw":""}'),
        (PartialDate(date(2024, 1, 5), date(2024, 1, 9), Precision.MONTH, "so"), '{"earliest":"2024-01-05","latest":"2024-01-09","precision":"month","raw":"so"}'),
        (
            PartialDate.instant(datetime(2024, 5, 3, 23, 30, tzinfo=timezone(timedelta(hours=-8))), evidence="clock"),
            '["2024-05-03T23:30:00-08:00","clock"]',
        ),
        (Quantity(Comparator.RANGE, Decimal(4), None, step=Decimal(1), digits="4 up"), '[null,"1","4 up","range","4",""]'),
        (Source("Coastal Wire", SourceKind.AGENCY, evidence="text"), '["Coastal Wire","agency",null,"text"]'),
        (Source("Coastal Wire"), '["Coastal Wire"]'),
        (Given(), "[]"),
        (Given(source="Coastal Wire", url="https://x"), '["Coastal Wire",null,null,null,"https://x"]'),
    ],
)  # fmt: skip
def test_what_is_always_the_same_is_left_out_and_comes_back(value, written):
    assert dumped(value) == written
    assert loaded(type(value), written) == value


def test_the_long_forms_of_older_records_are_read():
    date_ = (
        '{"earliest":"2024-05-03","latest":"2024-05-03","precision":"day","raw":"2024-05-03",'
        '"evidence":"given","span":null,"moment":null}'
    )
    figure = (
        '{"comparator":"=","low":"2","high":"2","low_open":false,"high_open":false,"value":"2",'
        '"step":"1","digits":"two"}'
    )
    assert loaded(PartialDate, date_) == PartialDate.parse("2024-05-03")
    assert loaded(Quantity, figure) == exact("2", "2", "2", step=Decimal(1), digits="two")
    without_the_usual = '{"value":"2","digits":"","step":null}'
    assert loaded(Quantity, without_the_usual) == exact("2", "2", "2")


def test_a_field_that_has_no_place_in_a_short_form_is_an_error_and_not_dropped():
    whole = {"comparator": "=", "low": "2", "high": "2", "value": "2", "mood": "calm"}
    with pytest.raises(TypeError, match="mood"):
        short_forms.short_quantity(whole)


# A default that changes would change what kept rows say: such a change needs a migration.
LEFT_OUT = {
    Attribution: {
        "mention": None, "mention_text": "", "cue": None, "cue_text": "", "role": "", "organization": "",
        "kind": SpeakerKind.PERSON, "method": "", "confidence": 1.0,
    },
    Quantity: {"low_open": False, "high_open": False, "value": None, "step": None, "digits": ""},
    PartialDate: {"raw": "", "evidence": "", "span": None, "moment": None},
    Source: {"kind": SourceKind.UNKNOWN, "country": "", "evidence": ""},
    Given: {"source": "", "kind": None, "country": "", "url": "", "origin": "", "date": None},
    Superlative: {},
    Evidence: {"claim": None, "quote": None},
    Correction: {},
}  # fmt: skip


@pytest.mark.parametrize("kind", LEFT_OUT, ids=lambda kind: kind.__name__)
def test_the_defaults_that_are_left_out_are_those_that_records_were_written_with(kind):
    defaults = {one.name: one.default for one in fields(kind) if one.default is not MISSING}
    assert defaults == LEFT_OUT[kind]


# -- hypothesis: what goes in comes out ---------------------------------------------

# Everything SQLite and UTF-8 can hold; lone surrogates are tested above.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
some_words = words.filter(str.strip)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
zones = st.integers(-720, 720).map(lambda minutes: timezone(timedelta(minutes=minutes)))
# A day from either end of the calendar, so that each has a time in UTC.
moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=zones)
spans = st.tuples(st.integers(0, 400), st.integers(1, 50)).map(lambda pair: Span(pair[0], sum(pair)))
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=4)
numbers = st.one_of(st.none(), decimals, st.fractions(max_denominator=10**6))
shares = st.floats(0, 1)


@st.composite
def dates(draw):
    first, last = sorted([draw(days), draw(days)])
    moment = draw(st.none() | moments)
    return PartialDate(
        first,
        last,
        draw(st.sampled_from(Precision)),
        draw(words),
        draw(words),
        draw(st.none() | spans),
        moment,
    )


attributions = st.builds(
    Attribution, some_words, st.none() | spans, words, st.none() | spans, words, words, words,
    st.sampled_from(SpeakerKind), words, shares,
)  # fmt: skip
corrections = st.lists(st.builds(Correction, words, words, words, words), max_size=2).map(tuple)
sources = st.builds(Source, some_words, st.sampled_from(SourceKind), words, words)


@st.composite
def quantities(draw):
    low, high = draw(numbers), draw(numbers)
    if low is not None and high is not None:
        low, high = sorted([low, high], key=Fraction)
    is_point = low is not None and high is not None and Fraction(low) == Fraction(high)
    opens = st.just(False) if is_point else st.booleans()
    return Quantity(
        draw(st.sampled_from(Comparator)),
        low,
        high,
        draw(opens),
        draw(opens),
        draw(numbers),
        draw(numbers),
        draw(words),
    )


TEXT = "“We will open the pier,” said Mayor Marisol Vega. Crews laid 40 stones. " * 4


locators = st.builds(Locator, st.integers(0, 99), st.sampled_from(LocatorKind), some_words)


@st.composite
def documents(draw):
    made = Document(
        TEXT + draw(words), "0" * 64, *(draw(words) for _ in range(5)), draw(st.none() | sources),
        draw(st.none() | sources), *(draw(st.none() | dates()) for _ in range(3)),
        *(draw(words) for _ in range(3)), draw(st.booleans()), draw(words), draw(st.none() | spans),
        draw(st.lists(spans, max_size=2).map(tuple)), draw(st.lists(locators, max_size=2).map(tuple)),
        draw(words), draw(corrections),
    )  # fmt: skip
    raw = document(made.text).raw_sha256
    return replace(made, raw_sha256=raw, id="")


places = st.tuples(st.integers(0, 100), st.integers(1, 100)).map(lambda pair: Span(pair[0], sum(pair)))


@st.composite
def quotes(draw, document):
    place = draw(places)
    later = draw(places).start + place.end
    pieces = draw(st.sampled_from([(place,), (place, Span(later, later + 1))]))
    said = Quote.of(
        document, TEXT, pieces, draw(st.sampled_from(QuoteKind)), draw(st.none() | attributions),
        said_on=draw(st.none() | dates()), occurrence=draw(st.integers(0, 9)), confidence=draw(shares),
        method=draw(words),
    )  # fmt: skip
    return replace(said, corrected=draw(corrections))


@st.composite
def claims(draw, document, quote):
    place = draw(places)
    figure = draw(st.booleans())
    superlative = st.builds(Superlative, words, words, st.sampled_from(["max", "min", "first"]))
    return Claim(
        Claim.id_of(document, "x", "y", 0), document, place, place.of(TEXT), Span(0, len(TEXT)),
        draw(quantities()) if figure else None, None if figure else draw(superlative),
        *(draw(words) for _ in range(5)), draw(st.none() | st.sampled_from(Population)),
        *(draw(words) for _ in range(3)),
        draw(st.none() | dates()), draw(st.booleans()), draw(st.none() | attributions),
        draw(st.sampled_from([None, quote])), draw(st.integers(0, 9)), draw(shares), draw(corrections),
    )  # fmt: skip


@st.composite
def extracted(draw):
    made = draw(documents())
    quote = draw(quotes(made.id))
    return made, quote, draw(claims(made.id, quote.id))


slow_disk = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@slow_disk
@given(extracted())
def test_documents_quotes_and_claims_come_out_of_the_store_as_they_went_in(store, drawn):
    made, quote, claim = drawn
    kept = material(made, given=Given("s", SourceKind.AGENCY, "US", "u", "o", made.published))
    if not store.add_document(made, kept, Extraction((quote,), (claim,)), extractor="x 1").is_new:
        return
    assert store.document(made.id) == made
    assert store.quotes_of(made.id) == [quote]
    assert store.claims_of(made.id) == [claim]
    assert store.extracted(made.id) == made
    assert store.material_of(made.id) == kept


findings = st.builds(
    Finding, words, st.sampled_from(FindingKind), st.sampled_from(Severity), st.tuples(words, words),
    words.filter(bool),
    st.lists(words, max_size=3).map(tuple),
    st.lists(st.builds(Evidence, words, spans, words, words, st.none()), min_size=1, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple), st.lists(words, max_size=2).map(tuple),
)  # fmt: skip
one_or_two = st.sets(some_words, min_size=1, max_size=2).map(lambda ids: tuple(sorted(ids)))
judgements = st.builds(
    Judgement, st.sampled_from(JudgementKind), one_or_two, words, some_words, moments, words, words, words,
    st.booleans(),
)  # fmt: skip


@slow_disk
@given(findings, st.builds(Problem, words, words, words, st.none() | spans, words), judgements)
def test_findings_problems_and_judgements_come_out_of_the_store_as_they_went_in(
    store, finding, problem, judgement
):
    store.replace_findings({1: [finding]})
    assert store.findings() == [finding]
    assert store.finding(finding.id) == finding
    store.put_problems([problem])
    assert problem in store.problems()
    made = store.append(judgement)
    assert replace(made, previous="", at=judgement.at) == judgement
    assert store.judgement(made.id) == made
    assert store.judgement(made.id).hash == made.hash


def test_a_correction_that_is_stored_comes_back_with_who_and_when(store):
    made = add(store, document("Nothing is quoted here."))
    by_hand = replace(
        made, title="Pier", corrected=(Correction("title", "Pier", "ines", datetime.now(UTC).isoformat()),)
    )
    store.put_effective(by_hand, hidden=False)
    assert store.document(made.id) == by_hand


def test_an_attribution_of_an_older_record_is_read_as_it_is():
    written = '{"name":"Marisol Vega","mention":[0,4],"mention_text":"Vega","method":"subject of cue","confidence":0.95}'
    read = loaded(Attribution, written)
    assert read == Attribution("Marisol Vega", Span(0, 4), "Vega", method="subject of cue", confidence=0.95)
    assert dumped(read) == '["Marisol Vega",[0,4],"Vega",null,null,"subject of cue",0.95]'


@pytest.mark.parametrize(
    ("words", "kept"),
    [("Vega", '["Vega",[0,4]]'), ("", '["Vega",[0,4],""]'), ("she", '["Vega",[0,4],"she"]')],
)
def test_a_mention_that_is_the_name_is_kept_once(words, kept):
    attribution = Attribution("Vega", Span(0, 4), words)
    assert dumped(attribution) == kept
    assert loaded(Attribution, kept) == attribution
