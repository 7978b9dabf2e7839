from datetime import date

import pytest

from claims.matching.authority import Authority, name_fits, terms
from claims.matching.names import form
from claims.matching.speakers import member_of
from claims.model import Attribution, Entry, PartialDate, Role


def role(title, since, until, organization="U.S. Senate"):
    return Role(title, organization, PartialDate.parse(since), PartialDate.parse(until))


MARISOL = Entry(
    "V1",
    "Marisol Vega",
    aliases=("Sen. Vega", "Marisol A. Vega"),
    party="Democrat",
    state="WA",
    roles=(role("senator", "2031-01-03", "2037-01-03"), role("senator", "2037-01-06", "2043-01-03")),
)
ELENA = Entry(
    "V2",
    "Elena Vega",
    aliases=("Sen. Vega",),
    party="Republican",
    state="OR",
    roles=(role("senator", "2025-01-03", "2033-01-03"),),
)
MAYOR = Entry("M1", "Dana Okafor", roles=(role("mayor", "2030", "2034", "Harlow Bay"),))
AUTHORITY = Authority([MARISOL, ELENA, MAYOR])


def found(name, title="", organization=""):
    """When a member is which entry: (first day, last day, id)."""
    member = member_of(Attribution(name, role=title, organization=organization))
    return [
        (str(date.fromordinal(term.first)), str(date.fromordinal(term.last)), term.speaker)
        for term in terms([member], AUTHORITY.fits([member]))
    ]


def test_a_full_name_in_office_is_the_entry_while_the_office_is_held_and_between_its_terms():
    assert found("Marisol Vega", "U.S. senator") == [("2031-01-03", "2043-01-03", "V1")]


@pytest.mark.parametrize(
    "name", ["Sen. Marisol Vega", "Sen. Marisol Vega (D-Wash.)", "Senator M. Vega", "Sen. Marisol A. Vega"]
)
def test_a_title_in_the_name_says_the_office(name):
    assert found(name) == [("2031-01-03", "2043-01-03", "V1")]


def test_of_two_senators_of_one_surname_nobody_is_taken_while_both_hold_office():
    assert found("Vega", "Sen.") == [
        ("2025-01-03", "2031-01-02", "V2"),
        ("2033-01-04", "2043-01-03", "V1"),
    ]


def test_a_tag_of_party_and_state_tells_them_apart():
    assert found("Vega", "D-Wash.") == [("2031-01-03", "2043-01-03", "V1")]
    assert found("Vega", "R-Ore.") == [("2025-01-03", "2033-01-03", "V2")]
    assert found("Vega", "R-Wash.") == []


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Marisol Vega", ""),
        ("Marisol Vega", "governor"),
        ("Marisol Vega", "state senator"),
        ("Marisol Vega", "Senate majority leader"),
        ("Marisol Vega", "senator from Oregon"),
        ("Ruth Vega", "senator"),
        ("A. Vega", "senator"),
        ("Mayor Marisol Vega", ""),
    ],
)
def test_a_namesake_in_another_office_or_without_one_is_not_taken(name, title):
    assert found(name, title) == []


def test_an_office_that_is_over_is_said_after_it_began():
    ((first, last, entry),) = found("Elena Vega", "former senator")
    assert (first, last, entry) == ("2025-01-03", "9999-12-31", "V2")


def test_an_office_and_its_place_are_enough_where_one_holds_it():
    assert found("the Washington senator") == [("2031-01-03", "2043-01-03", "V1")]
    assert found("the mayor of Harlow Bay") == [("2030-01-01", "2034-12-31", "M1")]
    assert found("the senator") == found("the U.S. senator") == found("the mayor") == []


def test_given_names_fit_by_initial_and_short_form_but_not_by_spelling():
    forms = frozenset({"thomas r lindqvist"})
    assert name_fits("tom lindqvist", forms)
    assert name_fits("t lindqvist", forms)
    assert name_fits("lindqvist", forms)
    assert not name_fits("tomasz lindqvist", forms)
    assert not name_fits("thomas k lindqvist", forms)


def test_who_cannot_be_an_entry_is_told_quickly():
    assert AUTHORITY.may_name(form("Sen. Vega"))
    assert AUTHORITY.may_name("washington senator")
    assert not AUTHORITY.may_name("ines carrow")


@pytest.mark.parametrize("name", ["Marisol Vega Jr.", "Marisol Vega, Sr.", "Sen. Marisol Vega III"])
def test_the_child_of_an_entry_is_not_taken_for_it(name):
    assert found(name, "U.S. senator") == []


def test_one_of_the_file_may_be_printed_without_the_junior():
    junior = Entry("J1", "Dana Okafor Jr.", aliases=("Danny Okafor",), roles=MAYOR.roles)
    forms = frozenset(form(name) for name in (junior.name, *junior.aliases))
    fits = {name: name_fits(form(name), forms) for name in ("Dana Okafor", "Dana Okafor Junior")}
    assert fits == {"Dana Okafor": True, "Dana Okafor Junior": True}
    assert not name_fits(form("Danny Okafor Sr."), forms)


def test_a_member_whose_own_office_is_another_takes_no_term_from_its_group():
    members = [
        member_of(Attribution("Marisol Vega", role=role))
        for role in ("U.S. senator", "", "former Washington state senator", "senator from Oregon")
    ]
    made = terms(members, AUTHORITY.fits(members))
    assert {term.member for term in made} == {members[0].id, members[1].id}
