from dataclasses import replace

from store_material import VEGA, add, document, told

from claims.model import Pair, Relation


def words(found):
    return [one.text for one in found]


def test_quotes_with_words_hold_them_next_to_each_other_newest_first(store):
    for number, text in enumerate(("the old pier stands", "an old wooden pier", "the old pier fell")):
        told(store, text, location=f"{number}.txt")
    assert sorted(words(store.quotes_with("old pier", 5))) == ["the old pier fell", "the old pier stands"]
    assert len(store.quotes_with("old pier", 1)) == 1
    assert store.quotes_with("“ ”", 5) == []


def test_quotes_with_many_words_hold_them_next_to_each_other_too(store):
    said = "we will rebuild the old pier with the money of the state before winter"
    for number, text in enumerate((f"I tell you: {said}, and I mean it", said, said.replace("old", "new"))):
        told(store, text, location=f"{number}.txt")
    part = "rebuild the old pier with the money"
    assert sorted(words(store.quotes_with(part, 5))) == [f"I tell you: {said}, and I mean it", said]
    assert len(store.quotes_with(part, 1)) == 1
    assert store.quotes_with("rebuild the old pier with our own money", 5) == []


def test_quotes_by_each_has_one_of_every_member(store):
    for number, who in enumerate(("Vega", "Vega", "Okafor")):
        told(store, f"the old pier stands {number}", location=f"{number}.txt", who=replace(VEGA, name=who))
    found = store.quotes_by_each("old pier", 9)
    assert sorted(one.attribution.name for one in found) == ["Okafor", "Vega"]
    assert len(store.quotes_with("old pier", 9)) == 3


def test_quotes_sharing_words_come_by_how_many_and_how_rare(store):
    for number, text in enumerate(
        ("the boats sank in the storm", "the boats came home", "the boats and the nets", "a storm of words")
    ):
        told(store, text, location=f"{number}.txt")
    assert words(store.quotes_sharing("Storm over sinking boats", 2))[0] == "the boats sank in the storm"
    assert store.quotes_sharing("of the and", 5) == []
    assert store.quotes_sharing("zeppelin", 5) == []


def test_documents_that_were_withdrawn_share_nothing(store):
    one = add(store, document("The roof of the fish market is gone.", location="one.txt"))
    add(store, document("The fish market stays shut.", location="two.txt"))
    assert [each.location for each in store.documents_sharing("roof of the fish market", 5)] == [
        "one.txt",
        "two.txt",
    ]
    store.set_withdrawn(one.id, withdrawn=True)
    assert [each.location for each in store.documents_sharing("roof of the fish market", 5)] == ["two.txt"]


def test_pairs_around_are_at_most_so_many_and_pairs_among_have_both_ends_inside(store):
    ids = sorted(told(store, f"Word {number}", location=f"{number}.txt").id for number in range(4))
    pairs = [Pair(ids[0], other, Relation.NEAR, 0.9) for other in ids[1:]]
    store.put_pairs(pairs)
    assert store.pairs_among(ids[:2]) == pairs[:1]
    assert store.pairs_around(ids[:1], 10) == pairs
    assert len(store.pairs_around(ids[:1], 2)) == 2


def test_rare_words_are_looked_up_in_step_with_nothing_but_the_limit(store):
    for number in range(30):
        told(store, f"harbor {number} pier", location=f"{number}.txt")
    assert len(store.quotes_sharing("harbor pier", 7)) == 7
