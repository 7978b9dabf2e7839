"""Which printing comes first, and what people's decisions make of an utterance."""

import pytest

from claims.model import PartialDate, SourceKind, Span
from claims.utterances import _Taken

SAID = "The harbor will open again before the winter storms arrive"
CHANGED = "The harbor will surely open again before the winter storms arrive"
OFFICE, AGENCY, OUTLET = SourceKind.OFFICE, SourceKind.AGENCY, SourceKind.OUTLET


@pytest.fixture
def printed(ledger, make_material):
    """Adds printings of a statement, each in a document of its own; gives the record."""
    count = iter(range(1000))

    def add(*printings):
        stories = [
            make_material(
                f"Story {(n := next(count))}\n\n“{words},” Mayor Marisol Vega said.",
                f"{n}.txt",
                **{"source": f"Paper {n}", **given},
            )
            for words, given in printings
        ]
        assert {one.status.value for one in ledger.add(stories, extractor="rules")} == {"stored"}
        return ledger

    return add


def sources(ledger):
    """Of each utterance the sources in their order."""
    return [[one.citation.document.source.name for one in each.versions] for each in ledger.duplicates()]


def of(source, words=SAID, **given):
    return words, {"source": source, **given}


def day(written):
    return PartialDate.parse(written)


def test_the_source_nearest_to_the_speaker_comes_first(printed):
    ledger = printed(of("Bay Ledger", kind=OUTLET), of("Wire", kind=AGENCY), of("City", kind=OFFICE))
    assert sources(ledger) == [["City", "Wire", "Bay Ledger"]]


def test_what_reprints_comes_last_and_what_is_reprinted_before_its_like(printed):
    ledger = printed(
        of("Bay Ledger", CHANGED, kind=OUTLET),
        of("Harbor Post", kind=OUTLET),
        of("Evening Post", kind=OFFICE, origin="Harbor Post"),
    )
    assert sources(ledger) == [["Harbor Post", "Bay Ledger", "Evening Post"]]


def test_the_longest_comes_before_the_earliest(printed):
    ledger = printed(
        of("Early", date=day("2031-03-01")), of("Long", CHANGED), of("Late", date=day("2031-03-09"))
    )
    assert sources(ledger) == [["Long", "Early", "Late"]]


def test_a_month_is_not_known_to_come_before_one_of_its_days(printed):
    ledger = printed(
        of("Undated"),
        of("March", date=day("2031-03")),
        of("Third", date=day("2031-03-03")),
        of("February", date=day("2031-02")),
        of("Year", date=day("2031")),
    )
    assert sources(ledger) == [["February", "Third", "March", "Year", "Undated"]]


def test_what_people_prefer_comes_first_the_last_choice_before_others(printed):
    ledger = printed(of("City", kind=OFFICE), of("Wire", kind=AGENCY), of("Bay Ledger", kind=OUTLET))
    (utterance,) = ledger.duplicates()
    _, wire, paper = (version.quote.id for version in utterance.versions)
    ledger.judge([wire], "preferred")
    ledger.prefer(paper)
    assert sources(ledger) == [["Bay Ledger", "Wire", "City"]]
    ledger.undo()
    assert sources(ledger) == [["Wire", "City", "Bay Ledger"]]
    ledger.undo()
    assert ledger.duplicates() == [utterance]


def test_a_quote_taken_out_of_its_utterance_stays_out_and_undo_takes_it_back(printed):
    ledger = printed(of("City", kind=OFFICE), of("Wire"), of("Bay Ledger"))
    before = ledger.duplicates()
    out = before[0].versions[0].quote.id
    ledger.judge([out], "apart")
    assert out not in before[0].cluster.members[1:]
    assert [one.cluster.members for one in ledger.duplicates()] == [before[0].cluster.members[1:]]
    assert ledger.show(out).versions == ()
    printed(of("Evening Post"))
    ledger.rebuild(extractor="rules")
    assert all(out not in one.cluster.members for one in ledger.duplicates())
    ledger.undo()
    assert out in ledger.duplicates()[0].cluster.members
    ledger.redo()
    ledger.judge([out], "together")
    assert len(ledger.duplicates()[0].versions) == 4


def test_a_quote_that_is_apart_is_not_asked_about_any_more(printed):
    ledger = printed(of("City"), of("Wire", CHANGED))

    def asked():
        return [one.subjects for one in ledger.queue().items if one.kind == "quotes"]

    (pair,) = asked()
    ledger.judge([pair[0]], "apart")
    assert asked() == []
    ledger.undo()
    assert asked() == [pair]


def test_different_parts_two_wordings_for_good(printed):
    """They hang together through third quotes; copies that come later join their own side."""
    ledger = printed(of("City"), of("Wire"), of("Bay Ledger", CHANGED), of("Post", CHANGED))
    (whole,) = ledger.duplicates()
    one = next(v.quote.id for v in whole.versions if v.quote.text == SAID)
    other = next(v.quote.id for v in whole.versions if v.quote.text == CHANGED)
    ledger.judge([one, other], "different")

    def wordings():
        return sorted(sorted({v.quote.text for v in each.versions}) for each in ledger.duplicates())

    assert wordings() == [[SAID], [CHANGED]]
    printed(of("Evening Post"), of("Morning Post", CHANGED))
    assert wordings() == [[SAID], [CHANGED]]
    assert [len(each.versions) for each in ledger.duplicates()] == [3, 3]
    ledger.rebuild(extractor="rules")
    assert wordings() == [[SAID], [CHANGED]]
    ledger.undo()
    assert len(ledger.duplicates()) == 1


def test_places_of_one_document_are_taken_once():
    taken = _Taken()
    assert taken.take([Span(10, 20), Span(30, 40)])
    assert taken.take([Span(20, 30)])
    assert not taken.take([Span(0, 5), Span(39, 50)])
    assert taken.take([Span(0, 5)])
    assert not taken.take([Span(4, 6)])


def test_a_document_that_repeats_itself_takes_time_in_step_with_it(in_step):
    def filled(count):
        taken = _Taken()
        assert all(taken.take([Span(10 * n, 10 * n + 9)]) for n in reversed(range(count)))

    assert in_step(lambda: filled(5000), lambda: filled(20000), 4)


@pytest.mark.parametrize(
    ("printings", "why"),
    [
        ([of("Bay Ledger", kind=OUTLET), of("City", kind=OFFICE)], "from the office itself"),
        ([of("Bay Ledger", kind=OUTLET), of("Wire", kind=AGENCY)], "from a wire agency"),
        ([of("Bay Ledger", CHANGED, kind=OUTLET), of("Harbor Post", kind=OUTLET)], "the longest"),
        (
            [of("Bay Ledger", date=day("2031-03-04")), of("Harbor Post", date=day("2031-03-03"))],
            "the earliest",
        ),
        ([of("Bay Ledger"), of("Harbor Post")], ""),
    ],
)
def test_why_a_version_comes_first_is_told(printed, printings, why):
    first, second = printed(*printings).duplicates()[0].versions
    assert (first.why, second.why) == (why, "")


def test_a_version_that_was_chosen_says_so(printed):
    ledger = printed(of("City", kind=OFFICE), of("Wire", kind=AGENCY))
    ledger.judge([ledger.duplicates()[0].versions[1].quote.id], "preferred")
    assert ledger.duplicates()[0].versions[0].why == "chosen by hand"
