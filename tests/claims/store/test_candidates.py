from dataclasses import replace

from store_material import add, document, quote, told

from claims.store import candidates

LONG = "We will not rest until the old pier stands again as it stood before the storm"


def test_quotes_that_share_most_rare_word_runs_come_first_and_never_the_quote_itself(store):
    whole = told(store, LONG, location="a.txt")
    half = told(store, "We will not rest until the old pier stands", location="b.txt")
    bit = told(store, "They will not rest until noon", location="c.txt")
    told(store, "Another matter altogether for the council today", location="d.txt")
    assert store.candidates(whole, 5) == [half, bit]
    assert store.candidates(whole, 1) == [half]
    assert store.candidates(half, 5) == [whole, bit]


def test_a_quote_that_is_not_in_the_record_is_compared_too(store):
    whole = told(store, LONG)
    made = document(f"“{LONG}, friends,” she said.", location="b.txt")
    assert store.candidates(quote(made, f"{LONG}, friends"), 5) == [whole]


def test_quotes_of_fewer_than_four_words_are_found_by_all_their_words(store):
    one, other = (
        told(store, "No deal, ever", location="a.txt"),
        told(store, "No deal. Ever!", location="b.txt"),
    )
    told(store, "No deal", location="c.txt")
    assert store.candidates(one, 5) == [other]


def test_common_word_runs_propose_nothing_where_rare_ones_do(store, monkeypatch):
    monkeypatch.setattr(candidates, "_COMMON", 3)
    for number in range(5):
        told(store, f"We thank the officers of precinct {number}", location=f"{number}.txt")
    rare = told(store, "We thank the officers who dug through the night", location="x.txt")
    again = told(store, "And they dug through the night for us", location="y.txt")
    assert store.candidates(rare, 9) == [again]


def test_a_statement_printed_everywhere_still_finds_some_of_its_printings(store, monkeypatch):
    monkeypatch.setattr(candidates, "_COMMON", 3)
    said = [
        told(
            store,
            "We thank the officers",
            location=f"{number}.txt",
            url=f"https://harlowbay.example/{number}",
        )
        for number in range(9)
    ]
    assert len(store.candidates(said[0], 9)) >= 2


def test_a_quote_may_be_compared_with_those_that_came_before_it_only(store):
    one, two, three = (
        told(store, LONG, location=f"{n}.txt", url=f"https://harlowbay.example/{n}") for n in range(3)
    )
    (mine,) = store.runs_of([two.id]).items()
    number, runs = mine
    before = store.alike({number: runs}, 5, last=number)
    assert [quote.id for quote in store.numbered(before[number]).values()] == [one.id]
    every = store.alike({number: runs}, 5)
    assert {quote.id for quote in store.numbered(every[number]).values()} == {one.id, three.id}


def test_of_a_document_that_says_one_thing_over_and_over_few_are_candidates(store):
    said = [f"{LONG} on day {number}" for number in range(30)]
    made = document(" ".join(f"“{words},” she said." for words in said))
    add(store, made, *(quote(made, f"{words}") for words in said[1:]))
    assert len(store.candidates(quote(made, said[5]), 20)) == candidates._INSIDE


def test_hidden_quotes_are_no_candidates(store):
    one, other = told(store, LONG, location="a.txt"), told(store, LONG + " came", location="b.txt")
    store.put_effective(replace(other), hidden=True)
    assert store.candidates(one, 5) == []


def test_many_quotes_looked_up_a_few_at_a_time_find_what_they_find_at_once(store, monkeypatch):
    said = [
        told(store, f"{LONG} on day {n}", location=f"{n}.txt", url=f"https://harlowbay.example/{n}")
        for n in range(5)
    ]
    runs = store.runs_of([quote.id for quote in said])
    at_once = store.alike(runs, 3)
    monkeypatch.setattr(candidates, "_LOT", 2)
    assert store.alike(runs, 3) == at_once
    assert [len(others) for others in at_once.values()] == [3, 3, 3, 3, 3]
