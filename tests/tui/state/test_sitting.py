from datetime import UTC, datetime, timedelta

from claims.model import Judgement, JudgementKind
from claims.views import Agreement
from tui.state.sitting import agreement_words, pace_words, sitting, summary

NOW = datetime(2031, 3, 2, 12, 0, tzinfo=UTC)


def made(minutes_ago: float, verdict: str = "real", value: str = "", subject: str = "f") -> Judgement:
    at = NOW - timedelta(minutes=minutes_ago)
    return Judgement(JudgementKind.FINDING, (f"{subject}{minutes_ago}",), verdict, "okafor", at, value)


def test_a_sitting_ends_at_a_long_pause_and_notes_are_no_part_of_it():
    note = Judgement(JudgementKind.NOTE, ("f",), "note", "okafor", NOW, note="call them")
    one = sitting([note, made(1), made(2, "dismissed", "rounding"), made(5), made(60)], NOW)
    assert one.verdicts == {"real": 2, "dismissed (rounding)": 1}
    assert pace_words(one, 10) == "0.5 a minute, about 20 minutes to go"


def test_what_was_decided_together_is_one_step_of_the_pace():
    together = [made(1, subject=letter) for letter in "abcdefgh"]
    one = sitting([*together, made(2), made(3)], NOW)
    assert (one.steps, sum(one.verdicts.values())) == (3, 10)
    assert pace_words(one, 0) == "1.0 a minute"


def test_after_a_long_pause_there_is_no_pace():
    assert pace_words(sitting([made(60), made(61), made(62)], NOW), 9) == ""
    assert pace_words(sitting([made(1), made(2)], NOW), 9) == ""


def test_the_summary_tells_this_sitting_what_is_left_and_how_far_others_agree():
    one = sitting([made(1), made(2), made(4, "unsure")], NOW)
    agreed = [Agreement("carrow", "okafor", 40, 36, 0.78), Agreement("carrow", "vega", 9, 9, 1.0)]
    assert summary(one, 90, 33, agreed, "okafor") == [
        "This sitting: 3 decisions in 3 minutes",
        "  2 real",
        "  1 maybe",
        "",
        "In all you decided 33; 90 are left here. 0.7 a minute, about 2 h 15 min to go.",
        "",
        "You and carrow: 36 of 40 alike (90%); beyond chance 0.78 of 1, good (Cohen's kappa).",
    ]


def test_agreement_is_told_in_plain_words():
    assert agreement_words(Agreement("carrow", "okafor", 4, 1, -0.2), "okafor").endswith(
        "beyond chance -0.20 of 1, less than by chance (Cohen's kappa)."
    )
    assert agreement_words(Agreement("carrow", "okafor", 3, 3, None), "carrow") == (
        "You and okafor: 3 of 3 alike (100%); both always said the same word, so chance cannot be told apart."
    )
