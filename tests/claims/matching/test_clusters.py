from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from claims.matching.candidates import pairs_for
from claims.matching.clusters import clusters
from claims.matching.grams import runs_of
from claims.model import Attribution, Pair, Quote, QuoteKind, Relation, Span


def pair(a, b, score=0.9, relation=Relation.NEAR):
    return Pair(a, b, relation, score)


def members(found):
    return [cluster.members for cluster in found]


def test_pairs_that_share_a_quote_are_one_cluster():
    assert members(clusters([pair("a", "b"), pair("b", "c"), pair("d", "e")], {})) == [
        ("a", "b", "c"),
        ("d", "e"),
    ]


def test_a_negated_pair_joins_nothing():
    assert clusters([pair("a", "b", relation=Relation.NEGATED)], {}) == []


def test_quotes_judged_different_are_never_brought_together_by_a_third():
    found = clusters([pair("a", "b", 0.99), pair("b", "c", 0.8)], {("a", "c"): "different"})
    assert members(found) == [("a", "b")]


def test_a_decision_joins_what_likeness_does_not():
    (found,) = clusters([], {("a", "b"): "same"})
    assert found.members == ("a", "b")
    assert found.pairs[0].why == ("judged the same",)


def test_unsure_joins_nothing_by_itself():
    assert clusters([pair("a", "b")], {("a", "b"): "unsure"}) == []


def test_the_preferred_version_is_first():
    (found,) = clusters([pair("a", "b")], {}, rank=lambda one: (one != "b",))
    assert found.members == ("b", "a")


IDS = st.sampled_from("abcdefgh")
IN_ORDER = st.tuples(IDS, IDS).filter(lambda ids: ids[0] < ids[1])
PAIRS = st.lists(st.builds(lambda ids, score: pair(*ids, score), IN_ORDER, st.floats(0, 1)), max_size=20).map(
    lambda found: list({(p.a, p.b): p for p in found}.values())
)
VERDICTS = st.dictionaries(IN_ORDER, st.sampled_from(["same", "different", "unsure"]), max_size=8)


@given(PAIRS, VERDICTS, st.randoms(use_true_random=False))
def test_clusters_split_the_quotes_obey_decisions_and_ignore_the_order_of_pairs(pairs, verdicts, random):
    found = clusters(pairs, verdicts)
    placed = [quote for cluster in found for quote in cluster.members]
    assert len(placed) == len(set(placed))
    for (left, right), verdict in verdicts.items():
        together = any({left, right} <= set(cluster.members) for cluster in found)
        assert not (verdict == "different" and together)
    shuffled = list(pairs)
    random.shuffle(shuffled)
    assert clusters(shuffled, verdicts) == found


class Shelf:
    """A CandidateIndex that offers every quote which keeps a run of it."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.quotes = quotes

    def candidates(self, quote: Quote, limit: int) -> Sequence[Quote]:
        mine = set(runs_of(quote.text).all)
        return [other for other in self.quotes if mine & set(runs_of(other.text).kept)][:limit]


def quote(number, words, who="Marisol Vega", document=None):
    return Quote(
        f"q{number}",
        document or f"d{number}",
        (Span(0, len(words)),),
        words,
        QuoteKind.DIRECT,
        Attribution(who),
    )


def test_candidates_become_pairs_unless_they_are_different_statements():
    first = quote(1, "We will not raise harbor fees to pay for this wall.")
    near = quote(2, "We will not raise harbor fees to pay for this wall")
    denied = quote(3, "We will raise harbor fees to pay for this wall")
    other = quote(4, "We will not raise harbor dues, and the ferry on Sunday stays free for children")
    found = pairs_for(first, Shelf([first, near, denied, other]))
    assert [(p.a, p.b, p.relation) for p in found] == [("q1", "q2", "near"), ("q1", "q3", "negated")]


def test_a_quote_is_no_version_of_one_that_it_stands_in():
    whole = quote(
        1, "We will not raise harbor fees to pay for this wall, and the ferry stays free.", document="d"
    )
    inner = quote(2, "We will not raise harbor fees to pay for this wall", document="d")
    elsewhere = quote(3, "We will not raise harbor fees to pay for this wall")
    assert pairs_for(whole, Shelf([whole, inner])) == []
    assert [p.relation for p in pairs_for(whole, Shelf([whole, elsewhere]))] == ["truncated"]
