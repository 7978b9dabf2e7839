"""Two stories in, one finding out: checks of words and records on what extraction and matching make of text."""

import pytest

from claims.model import PartialDate

WIRE, HBTV = "Coastal Wire", "HBTV News"


def story(title, *said):
    return "\n\n".join((title, "HARLOW BAY – The town met at the pier in the rain.", *said)) + "\n"


def found(ledger, make_material, check, *stories):
    """(text, source, date) each; the findings of one check."""
    pages = [
        make_material(text, f"{number}.txt", source=source, date=PartialDate.parse(date))
        for number, (text, source, date) in enumerate(stories)
    ]
    assert all(added.status.value == "stored" for added in ledger.add(pages, extractor="rules"))
    return [one.finding for one in ledger.audit() if one.finding.check == check]


@pytest.mark.parametrize(
    ("check", "first", "then", "date", "sentence"),
    [
        (
            "self-contradiction",
            "“We will close the ferry terminal on Lantern Isle before winter,” Mayor Marisol Vega said.",
            "“We will not close the ferry terminal on Lantern Isle before winter,” Mayor Marisol Vega said.",
            "2031-09-20",
            (
                "Marisol Vega said “We will close the ferry terminal on Lantern Isle before winter” (2031-03-03) and "
                "“We will not close the ferry terminal on Lantern Isle before winter” (2031-09-20)."
            ),
        ),
        (
            "cut-condition",
            "“I would support it only if the state pays its share,” Mayor Marisol Vega said.",
            "“I would support it,” Mayor Marisol Vega said.",
            "2031-03-04",
            (
                "HBTV News ends Marisol Vega’s words before “only if the state pays its share”, "
                "with which Coastal Wire prints them."
            ),
        ),
        (
            "old-as-new",
            (
                "“We will not ask the fishing families to pay for the pier that Storm Edda broke,” "
                "Mayor Marisol Vega said."
            ),
            (
                "“We will not ask the fishing families to pay for the pier that Storm Edda broke,” "
                "Mayor Marisol Vega said on Tuesday."
            ),
            "2032-09-20",
            (
                "HBTV News (2032-09-14) prints words of Marisol Vega as of “on Tuesday” "
                "that Coastal Wire had on 2031-03-03."
            ),
        ),
        (
            "role-out-of-date",
            "“The wall will hold,” former mayor Marisol Vega said.",
            "“The pier is sound,” Mayor Marisol Vega said.",
            "2031-09-20",
            "HBTV News (2031-09-20) calls Marisol Vega Mayor; Coastal Wire (2031-03-03) had former mayor already.",
        ),
        (
            "overstated",
            "“The old sea wall may break in the next storm,” Mayor Marisol Vega said.",
            "Mayor Marisol Vega said that the old sea wall breaks in the next storm.",
            "2031-03-04",
            "HBTV News reports words of Marisol Vega without “may”, which Coastal Wire has.",
        ),
        (
            "superlatives",
            "Operation Tidewater was the largest seizure of rifles in Halden County history.",
            "Operation Breakwater was the largest seizure of rifles in Halden County history.",
            "2036-09-20",
            (
                "Coastal Wire calls Operation Tidewater the “largest seizure of rifles in Halden County history”; "
                "HBTV News calls Operation Breakwater the “largest seizure of rifles in Halden County history”."
            ),
        ),
        (
            "record-figures",
            "Operation Tidewater of the JHST ended with 179 arrests.",
            "Operation Breakwater of the JHST ended with 288 arrests, the most arrests ever for any JHST operation.",
            "2036-09-20",
            (
                "HBTV News gives Operation Breakwater the “most arrests ever for any JHST operation”: "
                "288 arrests in Operation Breakwater, 179 arrests in Operation Tidewater."
            ),
        ),
    ],
)
def test_two_stories_give_one_finding(ledger, make_material, check, first, then, date, sentence):
    stories = (story("Town meets", first), WIRE, "2031-03-03"), (story("Pier talk", then), HBTV, date)
    assert [one.sentence for one in found(ledger, make_material, check, *stories)] == [sentence]


def test_a_finding_goes_when_the_quote_that_made_it_is_corrected(ledger, make_material):
    will = "“We will close the ferry terminal on Lantern Isle before winter,” Mayor Marisol Vega said."
    stories = [
        (story("Town meets", will), WIRE, "2031-03-03"),
        (story("Pier talk", will.replace("will", "will not")), HBTV, "2031-09-20"),
    ]
    (one,) = found(ledger, make_material, "self-contradiction", *stories)
    quote = one.evidence[1].quote
    assert quote is not None
    ledger.correct(quote, "speaker", "Owen Tran")
    assert [one for one in ledger.audit() if one.finding.check == "self-contradiction"] == []
