"""What judgements come to, and that any sequence undone is the start."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from claims.judging import outcome, standing, to_redo, to_undo
from claims.model import Judgement, JudgementKind

START = datetime(2031, 3, 2, 9, 0, tzinfo=UTC)


def decided(verdict, *, by="carrow", minute=0, subject="f1", settles=False):
    at = START + timedelta(minutes=minute)
    return Judgement(JudgementKind.FINDING, (subject,), verdict, by, at, settles=settles)


def step(kind, target, minute, by="carrow"):
    return Judgement(kind, (target.id,), kind.value, by, START + timedelta(minutes=minute))


def test_a_verdict_stands_until_it_is_undone():
    real = decided("real")
    undone = step(JudgementKind.UNDO, real, 1)
    assert standing([real]) == [real]
    assert standing([real, undone]) == []


def test_redo_makes_it_stand_again():
    real = decided("real")
    rows = [real, step(JudgementKind.UNDO, real, 1), step(JudgementKind.REDO, real, 2)]
    assert standing(rows) == [real]


def test_nobody_undoes_what_another_decided():
    real = decided("real", by="carrow")
    assert standing([real, step(JudgementKind.UNDO, real, 1, by="okafor")]) == [real]


def test_undo_takes_the_last_of_ones_own():
    first, mine, other = decided("real"), decided("unsure", minute=1), decided("real", by="okafor", minute=2)
    assert to_undo([first, mine, other], "carrow") == [mine]


def test_what_was_decided_in_one_step_is_taken_back_and_made_again_in_one():
    before, one, two = (
        decided("real"),
        decided("real", minute=1, subject="f2"),
        decided("unsure", minute=1, subject="f3"),
    )
    rows = [before, one, two]
    assert to_undo(rows, "carrow") == [one, two]
    rows += [step(JudgementKind.UNDO, two, 2), step(JudgementKind.UNDO, one, 2)]
    assert standing(rows) == [before]
    assert to_redo(rows, "carrow") == [one, two]
    assert to_undo(rows, "carrow") == [before]


def test_redo_is_gone_after_a_new_decision():
    real, later = decided("real"), decided("unsure", minute=2)
    undo = step(JudgementKind.UNDO, real, 1)
    assert to_redo([real, undo], "carrow") == [real]
    assert to_redo([real, undo, later], "carrow") == []


def test_reviewers_who_say_the_same_agree():
    found = outcome([decided("real"), decided("real", by="okafor", minute=1)])
    assert (found.verdict, found.state, found.by) == ("real", "agreed", ("carrow", "okafor"))


def test_reviewers_who_differ_leave_it_disputed():
    found = outcome([decided("real"), decided("dismissed", by="okafor", minute=1)])
    assert (found.verdict, found.state) == ("", "disputed")


def test_only_the_latest_of_each_reviewer_counts():
    found = outcome([decided("real"), decided("dismissed", minute=1)])
    assert (found.verdict, found.state) == ("dismissed", "agreed")


def test_a_dispute_is_settled_by_name_until_somebody_decides_after_it():
    rows = [decided("real"), decided("dismissed", by="okafor", minute=1)]
    rows.append(decided("real", by="vega", minute=2, settles=True))
    assert (outcome(rows).verdict, outcome(rows).state, outcome(rows).by) == ("real", "settled", ("vega",))
    rows.append(decided("dismissed", by="okafor", minute=3))
    assert outcome(rows).state == "disputed"


def test_nobody_decided_is_no_outcome():
    assert outcome([]) is None


@given(st.lists(st.sampled_from(["real", "both", "undo", "redo"]), max_size=40))
def test_undoing_everything_is_the_start(actions):
    rows = []
    for minute, action in enumerate(actions):
        rows += _row(action, rows, minute)
    minute = len(actions)
    while last := to_undo(rows, "carrow"):
        rows += [step(JudgementKind.UNDO, each, minute) for each in reversed(last)]
        minute += 1
    assert standing(rows) == []


def _row(action, rows, minute):
    if action == "undo":
        last = to_undo(rows, "carrow")
        return [step(JudgementKind.UNDO, each, minute) for each in reversed(last)]
    if action == "redo":
        undone = to_redo(rows, "carrow")
        return [step(JudgementKind.REDO, each, minute) for each in undone]
    together = 2 if action == "both" else 1
    return [decided("real", minute=minute, subject=f"f{number}") for number in range(together)]
