from store_material import told

from claims.bulk_matching import is_many, pairs_among

LONG = "We will not rest until the old pier stands again as it stood before the storm"


def test_new_quotes_are_paired_with_each_other_and_with_those_that_were_there(store):
    old = told(store, LONG, location="a.txt")
    older = told(store, f"{LONG}.", location="b.txt")
    one = told(store, LONG.upper(), location="c.txt")
    two = told(store, "The council will meet on the quay at noon to hear the engineers", location="d.txt")
    three = told(store, "The council will meet on the quay at noon", location="e.txt")
    found = {(pair.a, pair.b): pair.relation for pair in pairs_among(store, {one.id, two.id, three.id})}
    assert found == {ordered(old, one): "near", ordered(two, three): "truncated"}
    assert ordered(old, older) not in found


def test_two_versions_of_a_page_are_no_two_printings(store):
    url = "https://harlowbay.example/pier"
    told(store, LONG, location="a.txt", url=url)
    two = told(store, f"{LONG}.", location="a.txt", url=url)
    store.derive_versions()
    assert list(pairs_among(store, {two.id})) == []


def test_many_are_those_that_are_dear_to_look_up_one_by_one():
    assert not is_many(999, 0)
    assert is_many(1000, 100_000)
    assert not is_many(1000, 1_000_000)


def ordered(*quotes):
    return tuple(sorted(quote.id for quote in quotes))
