from collections.abc import Callable
from datetime import UTC, datetime

from claims.model import Judgement, JudgementKind, Outcome
from claims.ports import Citation
from claims.views import ReviewItem
from tui.state.bulk import plan

NINE = datetime(2031, 3, 2, 9, tzinfo=UTC)


def pair(name: str, sides: tuple[Citation, ...] = (), *, by: str = "") -> ReviewItem:
    verdicts = ("same", "different", "unsure")
    made = Judgement(JudgementKind.QUOTES, (name,), "same", by or "nobody", NINE)
    outcome = Outcome("same", "agreed", (by,), (made,)) if by else None
    return ReviewItem(
        (name,), "quotes", "shortened?", "one?", (), verdicts, sides, (0, 0.0, name), outcome=outcome
    )


def finding(name: str) -> ReviewItem:
    verdicts = ("real", "dismissed", "unsure")
    return ReviewItem((name,), "finding", "sum of parts", f"{name} fails", (), verdicts, (), (0, 0.0, name))


def test_a_reason_goes_to_findings_alone():
    found = plan([finding("f"), pair("p")], 1, "rounding")
    assert [(one.subjects, one.verdict, one.value) for one in found.drafts] == [
        (("f",), "dismissed", "rounding"),
        (("p",), "different", ""),
    ]
    assert found.question() == ("Decide 1 finding and 1 pair of versions: dismissed (rounding) or different?")


def test_what_was_decided_before_is_counted_by_whom():
    items = [pair("a", by="okafor"), pair("b", by="carrow"), pair("c")]
    assert plan(items, 0, by="okafor").counts() == [
        "3 × shortened?",
        "1 of them you have decided already: decided anew",
        "1 of them others have decided: you may disagree",
    ]


def test_five_samples_are_spread_from_the_first_to_the_last(quoted: Callable[..., Citation]):
    items = [pair(f"p{number}", (quoted(f"We keep pier {number}."),)) for number in range(9)]
    assert plan(items, 0).samples() == [f"We keep pier {number}." for number in (0, 2, 4, 6, 8)]
    assert plan(items[:2], 0).samples() == ["We keep pier 0.", "We keep pier 1."]
    assert plan(items[:1], 0).samples() == ["We keep pier 0."]
