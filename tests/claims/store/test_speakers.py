from store_material import OKAFOR, VEGA, add, claim, document, quote, told

from claims.matching.speakers import member_of
from claims.model import Attribution

BARE = Attribution("Vega")


def test_a_document_brings_its_members_each_its_own_speaker(store):
    made = document("“Word,” said Mayor Marisol Vega. Police seized 40 crates.")
    add(store, made, quote(made, "Word"), claims=[claim(made, "40 crates", "Police seized 40 crates.")])
    assert store.members() == sorted([member_of(VEGA), member_of(OKAFOR)], key=lambda member: member.id)
    assert {part.member.id: (part.quotes, part.claims) for part in store.parts()} == {
        member_of(VEGA).id: (1, 0),
        member_of(OKAFOR).id: (0, 1),
    }


def test_members_are_found_by_form_and_by_id(store):
    told(store, "One")
    told(store, "Two", who=OKAFOR, location="b.txt")
    vega = member_of(VEGA)
    assert store.members(forms=[vega.form]) == store.members(ids=[vega.id]) == [vega]
    assert store.members(forms=[]) == []
    assert len(store.members()) == 2


def test_members_judged_to_be_one_are_found_under_their_speaker(store):
    told(store, "One")
    told(store, "Two", who=BARE, location="b.txt")
    vega, bare = member_of(VEGA), member_of(BARE)
    store.set_speaker({bare.id: vega.id})
    assert {member.speaker for member in store.members()} == {vega.id}
    told(store, "Three", who=BARE, location="c.txt")
    assert store.members(ids=[bare.id])[0].speaker == vega.id


def test_saying_again_who_a_member_is_is_no_change(store):
    told(store, "One")
    store.set_speaker({member_of(VEGA).id: "x" * 20})
    before = store.changed
    store.set_speaker({member_of(VEGA).id: "x" * 20})
    assert store.changed == before


def test_an_unattributed_quote_counts_for_nobody(store):
    told(store, "One", who=None)
    assert store.members() == []
    assert store.parts() == []
