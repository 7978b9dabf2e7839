"""Linked data: what other programs read of a quote, a figure and a finding, in the words of their standards."""

import io
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.exports.claim_review import ClaimReview
from claims.exports.json_ld import JsonLd
from claims.exports.web_annotation import WebAnnotation
from claims.ports import ExportRow, Passage
from claims.views import Kind, Query

FIELDS = {
    "type": "direct", "title": "Pier", "organization": "City of Harlow Bay", "language": "en",
    "speaker_kind": "person", "retrieved": "2031-03-05T08:30:00+00:00", "sha256": "ab" * 32,
}  # fmt: skip
QUOTE = ExportRow(
    "quote", "0123456789abcdef0123", "They have lost enough.", "Marisol Vega", "mayor", "Harlow Bay Herald",
    "2031-03-03", "published", "herald.txt", "https://herald.example/pier", "fedcba9876543210fedc", 120, 142,
    FIELDS, (Passage(120, 142, "They have lost enough.", "Vega said. “", "”\n\nStorm"),),
)  # fmt: skip
FIGURE = replace(
    QUOTE, kind="claim", text="Storm Edda injured nearly 46.5 people.", speaker="", role="",
    fields={**FIELDS, "speaker_kind": "", "figure": "nearly 46.5", "counted": "people", "value": "46.5", "low": "41.9", "high": "46.5", "unit": ""},
    passages=(Passage(163, 174, "nearly 46.5", "injured ", " people"),),
)  # fmt: skip
WORK = {
    "@type": "CreativeWork",
    "@id": "urn:onrecord:document:fedcba9876543210fedc",
    "name": "Pier",
    "url": "https://herald.example/pier",
    "publisher": {"@type": "Organization", "name": "Harlow Bay Herald"},
    "datePublished": "2031-03-03",
    "encoding": {"@type": "MediaObject", "sha256": "ab" * 32, "dateCreated": "2031-03-05T08:30:00+00:00"},
}
FORMATS = (JsonLd, WebAnnotation, ClaimReview)


def text_of(exporter, *rows):
    out = io.StringIO()
    assert exporter().write(rows, out) == len(rows)
    return out.getvalue()


def read(exporter, *rows):
    return json.loads(text_of(exporter, *rows))


# -- schema.org -----------------------------------------------------------------------


def test_a_quote_is_a_quotation_that_its_document_attributes():
    assert read(JsonLd, QUOTE) == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Quotation",
                "@id": "urn:onrecord:quote:0123456789abcdef0123",
                "identifier": "0123456789abcdef0123",
                "text": "They have lost enough.",
                "disambiguatingDescription": "verbatim quote",
                "inLanguage": "en",
                "spokenByCharacter": {
                    "@type": "Person",
                    "name": "Marisol Vega",
                    "jobTitle": "mayor",
                    "affiliation": {"@type": "Organization", "name": "City of Harlow Bay"},
                },
                "isPartOf": WORK,
            }
        ],
    }


def test_a_figure_is_a_claim_in_the_voice_of_who_published_it():
    (claim,) = read(JsonLd, FIGURE)["@graph"]
    assert (claim["@type"], claim["text"]) == ("Claim", "Storm Edda injured nearly 46.5 people.")
    assert claim["author"] == {"@type": "Organization", "name": "Harlow Bay Herald"}
    assert claim["appearance"] == WORK
    assert claim["about"] == {
        "@type": "QuantitativeValue", "name": "people", "description": "nearly 46.5", "value": 46.5, "minValue": 41.9, "maxValue": 46.5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "number"),
    [("12", 12), ("0", 0), ("-0.5", -0.5), ("9007199254740993", None), ("1/3", None), ("0.12345678901234567890", None), ("", None)],
)  # fmt: skip
def test_a_number_that_a_program_would_round_is_left_to_the_text(written, number):
    row = replace(FIGURE, fields={**FIGURE.fields, "value": written})
    assert read(JsonLd, row)["@graph"][0]["about"].get("value") == number


def test_a_figure_that_is_denied_is_no_value():
    row = replace(FIGURE, fields={**FIGURE.fields, "denied": "yes"})
    (claim,) = read(JsonLd, row)["@graph"]
    assert "about" not in claim
    assert claim["disambiguatingDescription"] == "a denial"


def test_what_is_not_known_is_left_out():
    bare = replace(
        QUOTE, speaker="", role="", source="", date="", date_is="", url="", fields={"type": "indirect"}
    )
    (quote,) = read(JsonLd, bare)["@graph"]
    assert set(quote) == {"@type", "@id", "identifier", "text", "disambiguatingDescription", "isPartOf"}
    assert quote["disambiguatingDescription"] == "paraphrase"
    assert quote["isPartOf"] == {"@type": "CreativeWork", "@id": "urn:onrecord:document:fedcba9876543210fedc"}


# Of schema.org, release 29: the properties that we use, with those of the types above each.
THING = {"@type", "@id", "name", "url", "identifier", "description", "disambiguatingDescription"}
WORKS = THING | {
    "text", "inLanguage", "dateCreated", "datePublished", "publisher", "author", "isPartOf", "about", "encoding",
    "citation", "comment", "creativeWorkStatus",
}  # fmt: skip
VOCABULARY = {
    "Quotation": WORKS | {"spokenByCharacter"},
    "Claim": WORKS | {"appearance"},
    "CreativeWork": WORKS,
    "MediaObject": WORKS | {"sha256"},
    "Comment": WORKS,
    "ClaimReview": WORKS | {"claimReviewed", "itemReviewed", "reviewBody", "reviewRating"},
    "Person": THING | {"jobTitle", "affiliation"},
    "Organization": THING,
    "QuantitativeValue": THING | {"value", "minValue", "maxValue", "unitText"},
}


def objects(form):
    """Every object of a type in it."""
    if isinstance(form, list):
        return [one for each in form for one in objects(each)]
    if not isinstance(form, dict):
        return []
    return [form, *(one for each in form.values() for one in objects(each))]


def test_every_property_is_one_that_its_type_has(two_stories):
    rows = [
        *two_stories.export_rows(Query(limit=None)),
        *two_stories.export_rows(Query(kind=Kind.CLAIMS, limit=None)),
    ]
    out = io.StringIO()
    ClaimReview().write_findings(two_stories.audit(), out)
    for form in (read(JsonLd, *rows), read(ClaimReview, *rows), json.loads(out.getvalue())):
        found = objects(form["@graph"])
        assert found
        assert [one for one in found if not set(one) <= VOCABULARY[one["@type"]]] == []


# -- ClaimReview ------------------------------------------------------------------------


def test_a_draft_says_what_is_to_be_filled_in_and_rates_nothing(two_stories):
    two_stories.judge([two_stories.audit()[0].finding.id], "real", note="confirmed")
    out = io.StringIO()
    assert ClaimReview().write_findings(two_stories.audit()[:1], out) == 1
    (draft,) = json.loads(out.getvalue())["@graph"]
    assert draft["creativeWorkStatus"] == (
        "Draft: url, author, datePublished and reviewRating are to be filled in by who reviews it. "
        "Nothing here is a rating."
    )
    assert not {"url", "author", "datePublished", "reviewRating"} & set(draft)
    assert draft["claimReviewed"] == draft["itemReviewed"]["text"]
    assert draft["citation"]
    (comment,) = draft["comment"]
    assert comment["author"] == {"@type": "Person", "name": "okafor"}
    assert comment["text"].startswith("real, okafor, ")
    assert comment["text"].endswith(": confirmed")


def test_a_quote_is_reviewed_as_the_claim_of_its_speaker():
    (draft,) = read(ClaimReview, QUOTE)["@graph"]
    assert draft["claimReviewed"] == "They have lost enough."
    assert draft["itemReviewed"]["author"]["name"] == "Marisol Vega"
    assert draft["itemReviewed"]["appearance"] == WORK


# -- Web Annotation -----------------------------------------------------------------------


def test_an_annotation_has_the_words_the_words_around_them_and_their_place():
    collection = read(WebAnnotation, QUOTE)
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 1)
    assert "TextPositionSelector counts Unicode code points" in collection["label"]
    assert collection["first"]["partOf"] == collection["id"]
    assert collection["first"]["items"] == [
        {
            "id": "urn:onrecord:quote:0123456789abcdef0123",
            "type": "Annotation",
            "motivation": "describing",
            "body": {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "value": "Marisol Vega, mayor, City of Harlow Bay. Harlow Bay Herald, 2031-03-03 (published)",
            },
            "target": {
                "source": {"id": "https://herald.example/pier", "type": "Text", "language": "en"},
                "selector": [
                    {"type": "TextQuoteSelector", "exact": "They have lost enough.", "prefix": "Vega said. “", "suffix": "”\n\nStorm"},
                    {"type": "TextPositionSelector", "start": 120, "end": 142},
                ],
                "state": {"type": "TimeState", "sourceDate": "2031-03-05T08:30:00+00:00"},
            },
        }
    ]  # fmt: skip


def test_every_selector_finds_its_passage_in_the_document(two_stories):
    texts = {
        f"urn:onrecord:document:{line.id}": two_stories.show(line.id).document.text
        for line in two_stories.documents()
    }
    rows = [
        *two_stories.export_rows(Query(limit=None)),
        *two_stories.export_rows(Query(kind=Kind.CLAIMS, limit=None)),
    ]
    targets = []
    for item in read(WebAnnotation, *rows)["first"]["items"]:
        targets += item["target"] if isinstance(item["target"], list) else [item["target"]]
    # A quote in two pieces has two targets.
    assert len(targets) > len(rows)
    for target in targets:
        quote, position = target["selector"]
        text = texts[target["source"]["id"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


# -- any text, hostile text -----------------------------------------------------------------


@pytest.mark.parametrize("exporter", FORMATS)
def test_nothing_leaves_the_script_of_a_page_or_reaches_a_terminal(exporter):
    hostile = "</script><!--\u2028\u202e\x1b[2J&"
    row = replace(
        QUOTE, text=hostile, speaker=hostile, source=hostile, passages=(Passage(0, 9, hostile, hostile),)
    )
    told = text_of(exporter, row)
    assert not {"<", ">", "&", "\u2028", "\u202e", "\x1b"} & set(told)
    assert hostile in [
        value for one in objects(json.loads(told)) for value in one.values() if isinstance(value, str)
    ]


@pytest.mark.parametrize("exporter", FORMATS)
@given(text=st.text())
@settings(max_examples=40, deadline=None)
def test_any_text_is_read_back_as_it_was(exporter, text):
    row = replace(QUOTE, text=text, speaker=text, passages=(Passage(0, 9, text, text, text),))
    words = [
        value for one in objects(read(exporter, row)) for value in one.values() if isinstance(value, str)
    ]
    assert text in words or not text


@pytest.mark.parametrize("exporter", FORMATS)
@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:,x", ""])
def test_only_a_page_of_the_web_is_an_address(exporter, url):
    assert url == "" or url not in text_of(exporter, replace(QUOTE, url=url))


@pytest.mark.parametrize("exporter", FORMATS)
def test_of_nothing_there_is_a_list_of_nothing(exporter):
    form = read(exporter)
    assert form.get("@graph", form.get("first", {}).get("items")) == []
