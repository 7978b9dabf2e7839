from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.matching.candidates import pairs_for
from claims.matching.clusters import QuoteVerdicts, clusters, first_members
from claims.matching.grams import runs_of
from claims.matching.groups import Groups
from claims.model import Attribution, Cluster, Pair, Quote, QuoteKind, Relation, Span


def pair(a, b, score=0.9, relation=Relation.NEAR):
    return Pair(a, b, relation, score)


def members(found):
    return [cluster.members for cluster in found]


def test_pairs_that_share_a_quote_are_one_cluster():
    assert members(clusters([pair("a", "b"), pair("b", "c"), pair("d", "e")], {})) == [
        ("a", "b", "c"),
        ("d", "e"),
    ]


def test_an_utterance_is_told_by_the_smallest_quote_of_it_that_is_shown():
    found = clusters([pair("a", "b"), pair("b", "c"), pair("d", "e")], {})
    assert first_members(found, {"b", "c", "e"}) == {"b": "b", "c": "b"}


def test_each_of_very_many_prints_is_not_compared_with_all():
    class Told(str):
        compared = 0
        __slots__ = ()

        def __lt__(self, other):
            Told.compared += 1
            return str(self) < str(other)

    ids = [Told(f"{number:04}") for number in range(1_000)]
    found = first_members([Cluster(tuple(ids), ())], set(ids))
    assert set(found.values()) == {"0000"}
    assert Told.compared < 2 * len(ids)


def test_a_negated_pair_joins_nothing():
    assert clusters([pair("a", "b", relation=Relation.NEGATED)], {}) == []


def test_what_is_cut_from_two_opposites_joins_the_one_that_it_is_most_like():
    cut = Relation.TRUNCATED
    opposites = pair("denied", "said", 0.3, Relation.NEGATED)
    found = clusters([pair("cut", "said", 0.9, cut), pair("cut", "denied", 0.92, cut), opposites], {})
    assert members(found) == [("cut", "denied")]
    (whole,) = clusters([pair("copy", "said"), pair("copy", "denied"), opposites], {})
    assert whole.members == ("copy", "denied", "said")


def test_a_not_that_print_may_have_lost_keeps_nothing_apart():
    cut = Relation.TRUNCATED
    lost = pair("denied", "said", 0.2, Relation.NEGATED)
    found = clusters([pair("cut", "said", 0.9, cut), pair("cut", "denied", 0.92, cut), lost], {})
    assert members(found) == [("cut", "denied", "said")]


def test_a_person_may_join_what_likeness_keeps_apart():
    opposites = pair("denied", "said", 0.3, Relation.NEGATED)
    (found,) = clusters([opposites], {("denied", "said"): "same"})
    assert found.members == ("denied", "said")


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


def test_a_quote_that_stands_alone_is_joined_by_verdicts_only():
    pairs = [pair("a", "b"), pair("b", "c"), pair("c", "d")]
    assert members(clusters(pairs, QuoteVerdicts({}, alone=["b"]))) == [("c", "d")]
    assert members(clusters(pairs, QuoteVerdicts({("a", "b"): "same"}, alone=["b"]))) == [
        ("a", "b"),
        ("c", "d"),
    ]


def test_same_that_contradicts_different_gives_way():
    verdicts = {("a", "b"): "same", ("b", "c"): "same", ("a", "c"): "different"}
    assert members(clusters([], verdicts)) == [("a", "b")]


def test_a_pair_judged_different_parts_their_copies_by_likeness():
    """Two wordings of three copies each, alike across: one verdict parts all of them."""
    near = [pair(a, b, 1.0) for a, b in ("ab", "ac", "bc", "xy", "xz", "yz")]
    across = [pair(a, b, 0.85) for a in "abc" for b in "xyz"]
    assert len(clusters(near + across, {})) == 1
    assert members(clusters(near + across, {("b", "y"): "different"})) == [("a", "b", "c"), ("x", "y", "z")]


def test_a_new_copy_joins_its_own_side_of_what_was_parted():
    near = [pair(a, b, 1.0) for a, b in ("ab", "xy", "bc", "ac")]
    across = [pair("a", "x", 0.85), pair("b", "y", 0.85), pair("c", "y", 0.85)]
    assert members(clusters(near + across, {("a", "x"): "different"})) == [("a", "b", "c"), ("x", "y")]


def test_many_refused_joins_take_time_in_step_with_the_printings(in_step):
    def joined(count):
        copies = [f"copy {number:06}" for number in range(count)]
        groups = Groups([*copies, "other"], [(copies[-1], "other")])
        for one, two in pairwise(copies):
            groups.join(one, two)
        for one in copies:
            assert not groups.join("other", one)

    assert in_step(lambda: joined(5000), lambda: joined(20000), 4)


IDS = st.sampled_from("abcdefgh")
IN_ORDER = st.tuples(IDS, IDS).filter(lambda ids: ids[0] < ids[1])
PAIRS = st.lists(st.builds(lambda ids, score: pair(*ids, score), IN_ORDER, st.floats(0, 1)), max_size=20).map(
    lambda found: list({(p.a, p.b): p for p in found}.values())
)
VERDICTS = st.builds(
    QuoteVerdicts,
    st.dictionaries(IN_ORDER, st.sampled_from(["same", "different", "unsure"]), max_size=8),
    st.sets(IDS, max_size=2),
)


@given(PAIRS, VERDICTS, st.randoms(use_true_random=False))
def test_clusters_split_the_quotes_obey_decisions_and_ignore_the_order_of_pairs(pairs, verdicts, random):
    found = clusters(pairs, verdicts)
    placed = [quote for cluster in found for quote in cluster.members]
    assert len(placed) == len(set(placed))
    for (left, right), verdict in verdicts.items():
        together = any({left, right} <= set(cluster.members) for cluster in found)
        assert not (verdict == "different" and together)
    shuffled, turned = list(pairs), list(verdicts.items())
    random.shuffle(shuffled)
    random.shuffle(turned)
    assert clusters(shuffled, QuoteVerdicts(dict(turned), verdicts.alone)) == found


@given(PAIRS, VERDICTS)
def test_same_holds_unless_it_would_bring_together_what_is_different(pairs, verdicts):
    found = clusters(pairs, verdicts)
    home = {quote: number for number, cluster in enumerate(found) for quote in cluster.members}
    for (left, right), verdict in verdicts.items():
        if verdict != "same" or home.get(left, left) == home.get(right, right):
            continue
        sides = [{one, *(q for q in home if home[q] == home.get(one))} for one in (left, right)]
        assert any(
            other == "different"
            and (ids[0] in sides[0]) != (ids[0] in sides[1])
            and set(ids) <= sides[0] | sides[1]
            for ids, other in verdicts.items()
        )


@given(PAIRS, VERDICTS)
def test_a_quote_alone_has_company_by_verdict_only(pairs, verdicts):
    for cluster in clusters(pairs, verdicts):
        for quote in verdicts.alone & set(cluster.members):
            assert any(v == "same" and quote in ids for ids, v in verdicts.items())


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
