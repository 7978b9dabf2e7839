from dataclasses import replace

import pytest
from store_material import add, claim, document, quote, told

from claims.errors import UnknownId
from claims.model import Evidence, Finding, FindingKind, Pair, PartialDate, Problem, Relation, Severity, Span
from claims.ports import Extraction

A, B, C = "a" * 20, "b" * 20, "c" * 20
# Marks: the smallest and the largest that there are.
ARRESTS, STONES = -(2**63), 2**63 - 1


@pytest.fixture
def ids(store):
    """Three quotes, their ids in order."""
    return sorted(told(store, f"Word {number}", location=f"{number}.txt").id for number in range(3))


def pair(a, b, score=0.9):
    return Pair(a, b, Relation.ALTERED, score, ("“pier” became “dock”",))


def finding(*anchors, severity=Severity.HIGH, why=(), check="sum-of-parts", members=()):
    evidence = tuple(
        Evidence(C, Span(0, 4), "text", **one) for one in ([{"quote": a} for a in anchors] + list(members))
    )
    return Finding(
        check, FindingKind.CONFLICT, severity, anchors, "The parts do not sum.", tuple(why), evidence
    )


# -- pairs ----------------------------------------------------------------------------


def test_pairs_are_kept_and_found_by_either_quote(store, ids):
    first, second = pair(ids[0], ids[1]), pair(ids[1], ids[2])
    store.put_pairs([second, first])
    assert store.pairs() == [first, second]
    assert store.pairs([ids[0]]) == [first]
    assert store.pairs([ids[1]]) == [first, second]
    assert store.pairs([]) == []


def test_a_pair_that_is_scored_again_is_replaced(store, ids):
    store.put_pairs([pair(ids[0], ids[1], 0.4)])
    store.put_pairs([pair(ids[0], ids[1], 0.8)])
    assert [one.score for one in store.pairs()] == [0.8]


def test_pairs_of_some_quotes_are_dropped(store, ids):
    store.put_pairs([pair(ids[0], ids[1]), pair(ids[1], ids[2])])
    store.drop_pairs([ids[0]])
    assert store.pairs() == [pair(ids[1], ids[2])]


def test_a_pair_goes_with_its_quote_and_one_whose_quote_is_gone_is_not_kept(store, ids):
    store.put_pairs([pair(ids[0], ids[1]), pair(ids[1], ids[2])])
    store.purge(store.value(ids[0]).document)
    assert store.pairs() == [pair(ids[1], ids[2])]
    store.put_pairs([pair(ids[0], ids[1])])
    assert store.pairs() == [pair(ids[1], ids[2])]


# -- keys -----------------------------------------------------------------------------


def under(store, *marks):
    """Ids of the values that share each mark."""
    return {
        mark: [one.value.id for one in store.cited(filed).values()]
        for mark, filed in store.values_under(marks).items()
    }


def test_a_value_is_found_under_the_keys_it_has_now(store, ids):
    one, two, _ = ids
    store.put_keys({one: [ARRESTS, STONES]})
    store.put_keys({two: [ARRESTS]})
    assert under(store, ARRESTS).keys() == {ARRESTS}
    assert sorted(under(store, ARRESTS)[ARRESTS]) == [one, two]
    assert store.keys_of([one, two]) == {ARRESTS, STONES}
    store.put_keys({one: [STONES]})
    assert store.keys_of([one]) == {STONES}
    assert under(store, ARRESTS) == {}
    store.put_keys({two: []})
    assert store.keys_of([one, two]) == {STONES}


def test_a_key_that_one_value_has_alone_is_not_worth_looking_at(store, ids):
    store.put_keys({ids[0]: [ARRESTS]})
    assert store.values_under([ARRESTS]) == {}


def test_quotes_and_claims_are_found_under_one_key_each_as_itself(store):
    text = "Crews raised 12 boats on Monday. “We lost nothing,” she said."
    made = document(text)
    said, counted = (
        quote(made, "We lost nothing"),
        claim(made, "12 boats", "Crews raised 12 boats on Monday."),
    )
    add(store, made, said, claims=[counted])
    store.put_keys({said.id: [ARRESTS], counted.id: [ARRESTS]})
    assert sorted(under(store, ARRESTS)[ARRESTS]) == sorted([said.id, counted.id])


def test_a_value_keeps_its_keys_and_word_runs_when_its_date_is_corrected(store):
    words = "We will not rest until the old pier stands"
    one, two = (
        told(store, words, location=f"{n}.txt", url=f"https://harlowbay.example/{n}") for n in range(2)
    )
    store.put_keys({one.id: [ARRESTS], two.id: [ARRESTS]})
    made = store.document(one.document)
    store.put_effective(replace(made, published=PartialDate.parse("2031-02-03")), hidden=False)
    assert sorted(under(store, ARRESTS)[ARRESTS]) == sorted([one.id, two.id])
    assert store.candidates(two, 5) == [one]


def test_a_hidden_value_is_not_cited(store, ids):
    one, two, _ = ids
    store.put_keys({one: [ARRESTS], two: [ARRESTS]})
    store.put_effective(store.value(one), hidden=True)
    assert under(store, ARRESTS) == {ARRESTS: [two]}


def test_setting_the_keys_that_a_value_has_is_no_change(store, ids):
    store.put_keys({ids[0]: [ARRESTS]})
    before = store.changed
    store.put_keys({ids[0]: [ARRESTS]})
    assert store.changed == before


def test_keys_of_a_value_that_is_not_there_are_not_kept(store):
    store.put_keys({A: [ARRESTS], B: [ARRESTS]})
    assert (store.keys_of([A, B]), store.values_under([ARRESTS])) == (set(), {})


# -- findings -------------------------------------------------------------------------


def test_findings_come_the_most_severe_first_then_by_id(store):
    low, high, other = finding(A, B, severity=Severity.LOW), finding(A, C), finding(B, C)
    store.replace_findings({1: [low, high]})
    store.replace_findings({2: [other]})
    assert store.findings() == [*sorted([high, other], key=lambda one: one.id), low]


def test_a_finding_under_two_keys_is_one_and_is_gone_when_both_let_go_of_it(store):
    found = finding(A, B)
    store.replace_findings({1: [found]})
    store.replace_findings({2: [found]})
    assert store.findings() == [found]
    store.replace_findings({1: []})
    assert store.findings() == [found]
    store.replace_findings({2: []})
    assert store.findings() == []


def test_of_two_forms_of_one_finding_the_more_severe_is_shown(store):
    mild, grave = finding(A, B, severity=Severity.LOW), finding(A, B, why=["181 is not 179"])
    store.replace_findings({1: [mild]})
    store.replace_findings({2: [grave]})
    assert store.findings() == [grave]
    assert store.finding(mild.id) == grave


def test_findings_are_filtered_by_check_kind_and_severity(store):
    one, two = finding(A, B), finding(A, B, check="changed-figure", severity=Severity.LOW)
    store.replace_findings({ARRESTS: [one]})
    store.replace_findings({STONES: [two]})
    assert store.findings(check="changed-figure") == [two]
    assert store.findings(severity="high") == [one]
    assert store.findings(kind="conflict") == [one, two]
    assert store.findings(kind="update") == []


def test_findings_on_a_value_are_those_that_rest_on_it(store):
    found = finding(A, B, members=[{"claim": C}])
    store.replace_findings({ARRESTS: [found]})
    assert store.findings_on(A) == store.findings_on(C) == [found]
    assert store.findings_on("d" * 20) == []


def test_a_finding_goes_when_a_value_it_rests_on_goes(store, ids):
    store.replace_findings({ARRESTS: [finding(ids[0], ids[1])]})
    store.put_keys({ids[0]: [ARRESTS], ids[1]: [ARRESTS]})
    store.purge(store.value(ids[0]).document)
    assert store.findings() == store.findings_on(ids[1]) == []
    assert store.keys_of(ids) == {ARRESTS}
    assert store.values_under([ARRESTS]) == {}


def test_the_same_findings_again_are_no_change(store):
    store.replace_findings({ARRESTS: [finding(A, B)]})
    before = store.changed
    store.replace_findings({ARRESTS: [finding(A, B)]})
    assert store.changed == before


def test_an_unknown_finding_is_an_error(store):
    with pytest.raises(UnknownId):
        store.finding(A)


# -- problems -------------------------------------------------------------------------


def test_a_problem_is_kept_once_with_its_place(store):
    odd = Problem("quotes", "the mark is never closed", A, Span(3, 4))
    nowhere = Problem("reading", "no reader knows this format", location="a.bin")
    store.put_problems([odd, nowhere, odd])
    store.put_problems([odd])
    assert store.problems() == [odd, nowhere]
    assert store.problems(A) == [odd]


def test_problems_of_a_stage_are_dropped_and_signs_in_its_name_are_no_patterns(store):
    made = [Problem(stage, "x") for stage in ("check sum_of", "check sumXof", "reading")]
    store.put_problems(made)
    store.drop_problems("check sum_")
    assert store.problems() == made[1:]
    store.drop_problems("")
    assert store.problems() == []


def test_a_problem_of_a_check_outlives_the_rereading_of_its_document(store):
    made = document("“Word,” she said.")
    add(store, made, quote(made, "Word"), problems=[Problem("quotes", "odd", made.id)])
    store.put_problems([Problem("check sum", "stopped", made.id)])
    store.replace_derived(
        made, Extraction(problems=(Problem("claims", "new", made.id),)), extractor="rules 2"
    )
    assert {problem.stage for problem in store.problems(made.id)} == {"check sum", "claims"}
