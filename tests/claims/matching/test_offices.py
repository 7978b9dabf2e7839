import pytest

from claims.matching.offices import held, is_placed, place_of, printed
from claims.matching.speakers import member_of
from claims.matching.states import code_of, state_words
from claims.model import Attribution, Entry, Role

SENATOR = Role("senator", "U.S. Senate")
VEGA = Entry("V1", "Marisol Vega", party="Democrat", state="Washington", roles=(SENATOR,))
HALDEN = Entry("H1", "Ruth Adeyemi", state="Halden", roles=(Role("governor"),))


def said(name, role="", organization=""):
    return printed(member_of(Attribution(name, role=role, organization=organization)))


@pytest.mark.parametrize(
    "role",
    ["Sen.", "SENS", "U.S. Senator", "Democratic senator from Washington", "D-Wash.", "former senator"],
)
def test_roles_that_can_mean_the_office(role):
    assert held(said("Marisol Vega", role), VEGA) == [SENATOR]


@pytest.mark.parametrize(
    "role", ["", "state senator", "vice senator", "senator from Oregon", "D-Ore.", "Rep."]
)
def test_roles_that_cannot(role):
    assert held(said("Marisol Vega", role), VEGA) == []


def test_an_organization_that_has_nothing_to_do_with_the_office_speaks_against_it():
    assert held(said("Marisol Vega", "senator", "Senate Finance Committee"), VEGA) == [SENATOR]
    assert held(said("Marisol Vega", "senator", "Student Union of Harlow Bay"), VEGA) == []


def test_a_place_that_is_no_state_of_the_union_is_known_by_its_name():
    own = said("Ruth Adeyemi", "governor of Halden")
    assert held(own, HALDEN) == [Role("governor")]
    assert is_placed(own, HALDEN, HALDEN.roles[0])


def test_states_by_code_name_and_short_form():
    assert code_of("Wash.") == code_of("WA") == code_of("washington") == "wa"
    assert code_of("Halden") == "halden"
    assert state_words("WA") == ["wa", "washington", "wash"]
    assert place_of(said("Marisol Vega", "senator of North Carolina")) == {"nc"}
