"""Offices that had ended when a page still gave them."""

import pytest

from claims.checks.role_out_of_date import RoleOutOfDate
from claims.model import Attribution, Quote, QuoteKind, Span
from claims.ports import Citation

from .conftest import document

SAID = "The wall will hold."


def quoted(
    role, date, source, name="Marisol Vega", organization="", before="", after="", kind="direct", words=SAID
):
    page = document(f"{before}{words} {role} {name}{after}", source, date)
    said = Span(len(before), len(before) + len(words))
    mention = Span(said.end + 1, len(page.text) - len(after))
    who = Attribution(name, mention, mention.of(page.text), role=role, organization=organization)
    return Citation(Quote.of(page.id, page.text, (said,), QuoteKind(kind), who), page)


def test_an_office_that_an_earlier_page_calls_a_former_one_is_found(run):
    cited = [
        quoted("former mayor", "2031-03-03", "Coastal Wire"),
        quoted("Mayor", "2031-09-20", "HBTV News"),
    ]
    (found,) = run(RoleOutOfDate(), cited)
    assert (found.kind, found.severity) == ("possible conflict", "low")
    assert found.sentence == (
        "HBTV News (2031-09-20) calls Marisol Vega Mayor; Coastal Wire (2031-03-03) had former mayor already."
    )


@pytest.mark.parametrize(
    ("past", "later"),
    [
        (("former mayor", "2031-03-03", "Coastal Wire"), ("Mayor", "2030-09-20", "HBTV News")),
        (("former mayor", "2031-03-03", "Coastal Wire"), ("ex-mayor", "2031-09-20", "HBTV News")),
        (("former senator", "2031-03-03", "Coastal Wire"), ("Senator", "2031-09-20", "HBTV News")),
        (("former mayor", "2031-03-03", "Coastal Wire"), ("Mayor", "2031-09-20", "HBTV News", "Ana Vega")),
        (("former mayor", "2031-03-03", "Coastal Wire"), ("Mayor", "2031-09-20", "HBTV News", "Vega")),
        (
            ("former chief", "2031-03-03", "Coastal Wire", "Owen Tran", "Port Authority"),
            ("chief", "2031-09-20", "HBTV News", "Owen Tran", "Fire Brigade"),
        ),
    ],
)
def test_earlier_pages_courtesy_other_people_and_other_bodies_are_not(run, past, later):
    assert run(RoleOutOfDate(), [quoted(*past), quoted(*later)]) == []


def test_after_years_the_office_may_be_held_again(run):
    cited = [
        quoted("former mayor", "2031-03-03", "Coastal Wire"),
        quoted("Mayor", "2035-09-20", "HBTV News"),
    ]
    assert run(RoleOutOfDate(), cited) == []


def test_what_three_sources_say_later_was_won_back(run):
    cited = [
        quoted("former mayor", "2031-03-03", "Coastal Wire"),
        *(
            quoted("Mayor", "2031-09-20", source)
            for source in ("HBTV News", "The Courier", "Harlow Bay Herald")
        ),
    ]
    assert run(RoleOutOfDate(), cited) == []


@pytest.mark.parametrize(
    ("beside", "count"),
    [
        ({"before": "In a talk recorded in 2025, "}, 0),
        ({"before": "In a speech of 2028 she was sure: "}, 0),
        ({"after": " in an old interview."}, 0),
        ({"after": " two years ago."}, 0),
        ({"after": " on the pier of 2031."}, 1),
    ],
)
def test_words_of_the_days_of_the_office_are_given_with_it(run, beside, count):
    cited = [
        quoted("former mayor", "2031-03-03", "Coastal Wire"),
        quoted("Mayor", "2031-09-20", "HBTV News", **beside),
    ]
    assert len(run(RoleOutOfDate(), cited)) == count


@pytest.mark.parametrize(("kind", "count"), [("indirect", 0), ("direct", 1)])
def test_a_report_may_begin_with_the_time_of_which_it_is(run, kind, count):
    words = "In a talk recorded at the pier, the wall was sound."
    cited = [
        quoted("former mayor", "2031-03-03", "Coastal Wire"),
        quoted("Mayor", "2031-09-20", "HBTV News", kind=kind, words=words),
    ]
    assert len(run(RoleOutOfDate(), cited)) == count
