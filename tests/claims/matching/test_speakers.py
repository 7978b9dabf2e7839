from dataclasses import replace
from itertools import permutations

from claims.matching.speakers import Part, group, member_of, roles_fit, speakers
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


def test_roles_that_share_a_head_word_are_one_person():
    assert roles_fit("Harlow Bay police chief", "chief of police")
    assert roles_fit("Sen.", "senator")
    assert not roles_fit("mayor", "harbor master")


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
