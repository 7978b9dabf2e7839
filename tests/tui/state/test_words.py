from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claims.model import (
    Evidence,
    Finding,
    FindingKind,
    FindingStatus,
    Judgement,
    JudgementKind,
    Outcome,
    Relation,
    Severity,
    Span,
)
from tui.state.words import (
    KINDS,
    RELATIONS,
    STATUS_SIGNS,
    STATUS_WORDS,
    beyond,
    counted,
    finding_words,
    judgement_words,
    outcome_words,
)


def judgement(kind: JudgementKind, verdict: str, **more: str) -> Judgement:
    return Judgement(kind, ("a" * 20,), verdict, "I. Carrow", datetime(2026, 3, 1, tzinfo=UTC), **more)


def test_every_state_has_words_and_no_two_share_a_sign():
    assert set(RELATIONS) == set(Relation)
    assert set(KINDS) == set(FindingKind)
    assert set(STATUS_WORDS) == set(STATUS_SIGNS) == set(FindingStatus)
    assert len(set(STATUS_SIGNS.values())) == len(FindingStatus)


def test_a_correction_reads_as_what_was_set():
    assert (
        judgement_words(judgement(JudgementKind.CORRECTION, "said_on", value="2026-02")) == "said on: 2026-02"
    )
    assert judgement_words(judgement(JudgementKind.CORRECTION, "speaker")) == "speaker taken away"
    assert judgement_words(judgement(JudgementKind.CORRECTION, "quote", value="no")) == "no quote"


def test_every_decision_reads_as_plain_words():
    told = {
        "took a decision back": (JudgementKind.UNDO, "undo", ""),
        "made a decision again": (JudgementKind.REDO, "redo", ""),
        "tag set: budget": (JudgementKind.TAG, "tag", "budget"),
        "withdrawn": (JudgementKind.WITHDRAWAL, "withdraw", ""),
        "import taken back": (JudgementKind.WITHDRAWAL, "withdraw", "2031-03-03T10:30:00+00:00"),
        "destroyed for good": (JudgementKind.WITHDRAWAL, "withdraw", "purge"),
    }
    assert {w: judgement_words(judgement(kind, v, value=value)) for w, (kind, v, value) in told.items()} == {
        words: words for words in told
    }


@pytest.mark.parametrize(
    ("check", "words"),
    [("versions", "page changed"), ("correction-note", "corrected"), ("changed-figure", "later figure")],
)
def test_a_changed_page_is_no_later_figure(check, words):
    passage = Evidence("d" * 20, Span(0, 4), "Pier", quote="q" * 20)
    anchors = ("q" * 20, "d" * 20)
    found = Finding(check, FindingKind.UPDATE, Severity.HIGH, anchors, "It is gone.", (), (passage,))
    assert finding_words(found) == words


def test_an_outcome_names_verdict_reason_and_reviewer():
    made = judgement(JudgementKind.FINDING, "dismissed", value="rounding")
    outcome = Outcome("dismissed", "agreed", ("I. Carrow",), (made,))
    assert outcome_words(outcome) == "dismissed (rounding), by I. Carrow"


def test_a_dispute_says_who_says_what():
    made = judgement(JudgementKind.FINDING, "real")
    assert (
        outcome_words(Outcome("", "disputed", ("I. Carrow",), (made,)))
        == "reviewers disagree (I. Carrow: real)"
    )


def test_numbers_are_read_with_their_word():
    assert (counted(1, "quote"), counted(2310, "quote"), counted(2, "left", "left")) == (
        "1 quote",
        "2,310 quotes",
        "2 left",
    )


def test_what_would_explain_and_settle_a_finding_are_a_line_each():
    evidence = (Evidence("d", Span(0, 1), "x", claim="c"),)
    plain = Finding(
        "sum-of-parts", FindingKind.CONFLICT, Severity.HIGH, ("a", "b"), "Parts fail.", (), evidence
    )
    assert beyond(plain) == []
    assert beyond(replace(plain, explains=("one is rounded", "one is older"), settles=("the list",))) == [
        "It may be that: one is rounded; one is older.",
        "To settle it: the list.",
    ]
