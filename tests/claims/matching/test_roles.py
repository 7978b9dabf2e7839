from claims.matching.roles import in_terms, roles_fit
from claims.model import PartialDate, Role


def test_roles_that_share_a_head_word_are_one_person():
    assert roles_fit("Harlow Bay police chief", "chief of police")
    assert roles_fit("Sen.", "senator")
    assert not roles_fit("mayor", "harbor master")


def test_a_state_senator_sits_in_another_house_than_a_senator():
    assert not roles_fit("state senator", "U.S. senator")
    assert not roles_fit("Washington state Rep.", "congresswoman")
    assert roles_fit("state Sen.", "Washington state senator")
    assert roles_fit("state attorney general", "attorney general")


def test_terms_of_an_office_that_follow_each_other_are_one():
    days = [("2031-01-03", "2033-01-03"), ("2033-01-06", "2035-01-03"), ("2037-01-03", "2039-01-03")]
    roles = [Role("senator", "", PartialDate.parse(a), PartialDate.parse(b)) for a, b in days]
    assert [(str(role.since), str(role.until)) for role in in_terms(reversed(roles))] == [
        ("2031-01-03", "2035-01-03"),
        ("2037-01-03", "2039-01-03"),
    ]
