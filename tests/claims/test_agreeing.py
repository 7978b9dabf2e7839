from datetime import UTC, datetime, timedelta

import pytest

from claims.agreeing import agreements
from claims.model import Judgement, JudgementKind
from claims.views import Agreement

START = datetime(2031, 3, 2, 9, 0, tzinfo=UTC)


def read(by, verdicts, *, settles=False):
    """One verdict a finding, in order: r real, d dismissed, u unsure, - none."""
    words = {"r": "real", "d": "dismissed", "u": "unsure"}
    return [
        Judgement(
            JudgementKind.FINDING,
            (f"f{place}",),
            words[sign],
            by,
            START + timedelta(minutes=place),
            settles=settles,
        )
        for place, sign in enumerate(verdicts)
        if sign != "-"
    ]


def test_what_two_decided_is_counted_with_how_much_of_it_chance_explains():
    # 7 of 10 alike. Carrow says real 5 times of 10, Okafor 6: by chance .5 * .6 + .5 * .4 = .5.
    (found,) = agreements([*read("okafor", "rrrrrrdddd"), *read("carrow", "rrrrdddddr")])
    assert (found.one, found.other, found.both, found.same) == ("carrow", "okafor", 10, 7)
    assert found.kappa == pytest.approx(0.4)


def test_only_what_both_decided_counts():
    assert agreements([*read("okafor", "rr--"), *read("carrow", "--rr")]) == []
    (found,) = agreements([*read("okafor", "rrd-"), *read("carrow", "-rdu")])
    assert found == Agreement("carrow", "okafor", 2, 2, 1.0)


def test_the_latest_verdict_of_a_reviewer_counts_and_a_settling_one_does_not():
    rows = [*read("okafor", "rd"), *read("carrow", "dd"), *read("okafor", "d")]
    assert agreements(rows)[0].same == 2
    assert agreements([*rows, *read("carrow", "r", settles=True)])[0].same == 2


def test_two_who_always_say_the_same_word_show_nothing_beyond_chance():
    (found,) = agreements([*read("okafor", "rrr"), *read("carrow", "rrr")])
    assert (found.same, found.kappa) == (3, None)


def test_pairs_of_versions_and_findings_are_one_count():
    pair = [
        Judgement(JudgementKind.QUOTES, ("q1", "q2"), verdict, by, START)
        for by, verdict in (("okafor", "same"), ("carrow", "different"))
    ]
    (found,) = agreements([*pair, *read("okafor", "r"), *read("carrow", "r")])
    assert (found.both, found.same) == (2, 1)
