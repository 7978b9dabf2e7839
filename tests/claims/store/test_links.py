import pytest
from store_material import add, document, quote, told

from claims.errors import UnknownId
from claims.model import Evidence, Finding, FindingKind, Pair, Problem, Relation, Severity, Span
from claims.ports import Extraction

A, B, C = "a" * 20, "b" * 20, "c" * 20


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


def test_a_value_is_found_under_the_keys_it_has_now(store):
    store.put_keys({A: [("sum", "arrests"), ("measure", "arrests")]})
    store.put_keys({B: [("sum", "arrests")]})
    assert store.values_under([("sum", "arrests")]) == {("sum", "arrests"): [A, B]}
    assert store.keys_of([A, B]) == {("sum", "arrests"), ("measure", "arrests")}
    store.put_keys({A: [("measure", "stones")]})
    assert store.keys_of([A]) == {("measure", "stones")}
    assert store.values_under([("sum", "arrests")]) == {("sum", "arrests"): [B]}
    store.put_keys({B: []})
    assert store.keys_of([A, B]) == {("measure", "stones")}


def test_setting_the_keys_that_a_value_has_is_no_change(store):
    store.put_keys({A: [("sum", "arrests")]})
    before = store.changed
    store.put_keys({A: [("sum", "arrests")]})
    assert store.changed == before


# -- findings -------------------------------------------------------------------------


def test_findings_come_the_most_severe_first_then_by_id(store):
    low, high, other = finding(A, B, severity=Severity.LOW), finding(A, C), finding(B, C)
    store.replace_findings({("sum-of-parts", "one"): [low, high]})
    store.replace_findings({("sum-of-parts", "two"): [other]})
    assert store.findings() == [*sorted([high, other], key=lambda one: one.id), low]


def test_a_finding_under_two_keys_is_one_and_is_gone_when_both_let_go_of_it(store):
    found = finding(A, B)
    store.replace_findings({("sum-of-parts", "one"): [found]})
    store.replace_findings({("sum-of-parts", "two"): [found]})
    assert store.findings() == [found]
    store.replace_findings({("sum-of-parts", "one"): []})
    assert store.findings() == [found]
    store.replace_findings({("sum-of-parts", "two"): []})
    assert store.findings() == []


def test_of_two_forms_of_one_finding_the_more_severe_is_shown(store):
    mild, grave = finding(A, B, severity=Severity.LOW), finding(A, B, why=["181 is not 179"])
    store.replace_findings({("sum-of-parts", "one"): [mild]})
    store.replace_findings({("sum-of-parts", "two"): [grave]})
    assert store.findings() == [grave]
    assert store.finding(mild.id) == grave


def test_findings_are_filtered_by_check_kind_and_severity(store):
    one, two = finding(A, B), finding(A, B, check="changed-figure", severity=Severity.LOW)
    store.replace_findings({("sum-of-parts", "k"): [one]})
    store.replace_findings({("changed-figure", "k"): [two]})
    assert store.findings(check="changed-figure") == [two]
    assert store.findings(severity="high") == [one]
    assert store.findings(kind="conflict") == [one, two]
    assert store.findings(kind="update") == []


def test_findings_on_a_value_are_those_that_rest_on_it(store):
    found = finding(A, B, members=[{"claim": C}])
    store.replace_findings({("sum-of-parts", "k"): [found]})
    assert store.findings_on(A) == store.findings_on(C) == [found]
    assert store.findings_on("d" * 20) == []


def test_a_finding_goes_when_a_value_it_rests_on_goes(store, ids):
    store.replace_findings({("sum-of-parts", "k"): [finding(ids[0], ids[1])]})
    store.put_keys({ids[0]: [("sum-of-parts", "k")]})
    store.purge(store.value(ids[0]).document)
    assert store.findings() == store.findings_on(ids[1]) == []
    assert store.values_under([("sum-of-parts", "k")]) == {("sum-of-parts", "k"): []}


def test_the_same_findings_again_are_no_change(store):
    store.replace_findings({("sum-of-parts", "k"): [finding(A, B)]})
    before = store.changed
    store.replace_findings({("sum-of-parts", "k"): [finding(A, B)]})
    assert store.changed == before


def test_an_unknown_finding_is_an_error(store):
    with pytest.raises(UnknownId):
        store.finding(A)


def test_clearing_links_forgets_pairs_keys_findings_and_who_is_one_speaker(store, ids):
    store.put_pairs([pair(ids[0], ids[1])])
    store.put_keys({ids[0]: [("sum-of-parts", "k")]})
    store.replace_findings({("sum-of-parts", "k"): [finding(ids[0], ids[1])]})
    (member,) = store.members()
    store.set_speaker({member.id: A})
    store.clear_links()
    assert (store.pairs(), store.keys_of(ids), store.findings()) == ([], set(), [])
    assert store.members()[0].speaker == member.id
    assert store.value(ids[0])


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
