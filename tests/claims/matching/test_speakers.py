from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from claims.matching.speakers import Part, group, member_of, speakers
from claims.model import Attribution, Role


def member(name, role="", organization=""):
    return member_of(Attribution(name, role=role, organization=organization))


def grouped(*members, verdicts=()):
    found = group(members, dict(verdicts))
    return {frozenset(m.id for m in members if found[m.id] == speaker) for speaker in found.values()}


def test_titles_and_marks_make_no_new_member():
    assert member("Mayor Marisol Vega", "mayor").id == member("Marisol Vega", "mayor").id


def test_a_member_without_a_role_joins_the_one_role_its_name_has():
    bare, mayor = member("Marisol Vega"), member("Marisol Vega", "mayor of Harlow Bay")
    assert group([bare, mayor], {}) == {bare.id: mayor.id, mayor.id: mayor.id}


def test_a_name_with_two_roles_that_do_not_fit_is_two_speakers_and_the_bare_name_a_third():
    mayor, clerk, bare = member("Ann Vega", "mayor"), member("Ann Vega", "court clerk"), member("Ann Vega")
    assert len(grouped(mayor, clerk, bare)) == 3


def test_judgements_come_before_likeness():
    mayor, chief = member("Marisol Vega", "mayor"), member("Dana Okafor", "police chief")
    other = member("Marisol Vega", "acting mayor")
    same = {tuple(sorted((mayor.id, chief.id))): "same"}
    assert grouped(mayor, chief, verdicts=same.items()) == {frozenset((mayor.id, chief.id))}
    apart = {tuple(sorted((mayor.id, other.id))): "different"}
    assert len(grouped(mayor, other, verdicts=apart.items())) == 2


def test_the_order_of_members_changes_nothing():
    members = [
        member("Ann Vega"),
        member("Ann Vega", "mayor"),
        member("Ann Vega", "mayor of Harlow Bay"),
        member("Dana Okafor", "chief"),
    ]
    assert len({tuple(sorted(group(order, {}).items())) for order in permutations(members)}) == 1


def test_a_speaker_has_the_name_printed_most_often_and_the_counts_of_all():
    one, two = member("Tomas Lindqvist", "senator"), member("Sen. Tomás Lindqvist")
    found = group([one, two], {})
    joined = [replace(m, speaker=found[m.id]) for m in (one, two)]
    (speaker,) = speakers([Part(joined[0], 5, 1), Part(joined[1], 2, 0)])
    assert (speaker.name, speaker.quotes, speaker.claims) == ("Tomas Lindqvist", 7, 1)
    assert speaker.roles == (Role("senator"),)
    assert speaker.aliases == ("Sen. Tomás Lindqvist",)
    assert speaker.members == tuple(sorted((one.id, two.id)))


def test_a_surname_alone_is_not_joined_with_the_one_who_has_a_role():
    bare, mayor = member("Vega"), member("Vega", "mayor")
    assert len(grouped(bare, mayor)) == 2


def test_one_judged_to_be_an_entry_is_it_with_all_that_belong_to_it():
    bare, mayor = member("Marisol Vega"), member("Marisol Vega", "mayor")
    verdicts = {tuple(sorted((bare.id, "e" * 20))): "same"}
    assert group([bare, mayor], verdicts, {"e" * 20: "V1"}) == {bare.id: "V1", mayor.id: "V1"}


def test_two_entries_are_never_one():
    one, other = member("Marisol Vega"), member("Marisol Vega", "mayor")
    verdicts = {tuple(sorted((one.id, "e" * 20))): "same", tuple(sorted((other.id, "f" * 20))): "same"}
    found = group([one, other], verdicts, {"e" * 20: "V1", "f" * 20: "V2"})
    assert found == {one.id: "V1", other.id: "V2"}


def test_who_is_taken_out_leaves_the_others_together():
    roles = ["mayor", "acting mayor", "mayor of Harlow Bay", "deputy mayor"]
    members = [member("Marisol Vega", role) for role in roles]
    for taken in members:
        rest = [each for each in members if each is not taken]
        verdicts = {tuple(sorted((taken.id, rest[0].id))): "different"}
        found = group(members, verdicts, taken_out={taken.id})
        assert len({found[each.id] for each in rest}) == 1
        assert found[taken.id] == taken.id


NAMES = ["Ann Vega", "Vega", "Ann Okafor"]
ROLES = ["", "mayor", "acting mayor", "court clerk", "senator"]
MEMBERS = [member(name, role) for name in NAMES for role in ROLES]
ENTRIES = {"e" * 20: "V1", "f" * 20: "V2"}
IDS = sorted([one.id for one in MEMBERS] + [*ENTRIES])
VERDICTS = st.dictionaries(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from(["same", "different", "unsure"]),
    max_size=12,
)


@given(VERDICTS, st.permutations(MEMBERS), st.sets(st.sampled_from(IDS)))
def test_members_judged_different_are_never_one_and_their_order_does_not_matter(verdicts, order, taken):
    found = group(order, verdicts, ENTRIES, taken)
    assert found == group(MEMBERS, verdicts, ENTRIES, taken)
    everybody = {**found, **ENTRIES}
    for (one, other), verdict in verdicts.items():
        if verdict == "different":
            assert everybody[one] != everybody[other]
