from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Judgement, JudgementKind, Outcome
from claims.views import ReviewItem
from tui.state.deck import Deck, laid_out


def item(name: str) -> ReviewItem:
    return ReviewItem((name,), "finding", "", "", (), ("real", "dismissed", "unsure"), (), (0, 0.0, name))


def decided(name: str, by: str, hour: int) -> ReviewItem:
    made = Judgement(JudgementKind.FINDING, (name,), "real", by, datetime(2031, 3, 2, hour, tzinfo=UTC))
    return replace(item(name), outcome=Outcome("real", "agreed", (by,), (made,)))


def deck(names: str = "abc", decided: int = 0) -> Deck:
    return Deck([item(name) for name in names], decided)


def test_taking_gives_what_was_on_screen_and_shows_the_next():
    d = deck(decided=38)
    assert d.take("real").id == "a"
    assert d.shown.id == "b"
    assert (d.left, d.decided) == (2, 39)


def test_done_is_what_is_on_record():
    d = deck(decided=38)
    d.take("real")
    assert (d.decided, d.on_record) == (39, 38)
    d.saved("a")
    assert d.on_record == 39


def test_what_could_not_be_saved_comes_back_on_screen():
    d = deck()
    taken = d.take("real")
    d.take("real")
    d.put_back(taken)
    assert (d.shown.id, d.left) == ("a", 2)


def test_skipping_comes_round_to_what_was_left_open():
    d = deck()
    d.skip()
    d.take("real")
    d.take("real")
    assert d.shown.id == "a"


def test_a_decided_item_can_be_looked_at_and_decided_again():
    d = deck()
    d.take("real")
    d.step(-1)
    assert d.shown.id == "a"
    d.take("unsure")
    assert (d.verdicts, d.shown.id) == ({"a": "unsure"}, "b")


def test_at_the_end_nothing_is_shown_and_one_can_go_back():
    d = deck("a")
    d.take("real")
    assert (d.shown, d.left, d.take("real")) == (None, 0, None)
    d.step(-1)
    assert d.shown.id == "a"


def test_asking_the_record_again_keeps_the_item_on_screen():
    d = deck("abc")
    d.skip()
    d.replace([item("x"), item("b")], decided=4)
    assert (d.shown.id, d.left, d.decided) == ("b", 2, 4)


def test_an_empty_queue_is_walked_without_harm():
    d = deck("")
    d.skip()
    d.step(1)
    assert (d.shown, d.place, d.take("real")) == (None, 0, None)


@given(st.lists(st.sampled_from(["take", "skip", "back", "next"]), max_size=30), st.integers(0, 5))
def test_whatever_is_done_putting_all_back_leaves_all_open(steps: list[str], count: int):
    d = deck("abcde"[:count])
    taken = []
    for step in steps:
        match step:
            case "take":
                taken.append(d.take("real"))
            case "skip":
                d.skip()
            case _:
                d.step(1 if step == "next" else -1)
        assert d.left + d.decided == count
    for each in filter(None, taken):
        d.put_back(each)
    assert (d.left, d.decided) == (count, 0)


def test_going_back_walks_the_decisions_and_leads_to_where_one_was():
    d = deck("abcd")
    d.take("real")
    d.take("unsure")
    d.skip()
    assert d.shown.id == "d"
    assert [d.back(), d.shown.id, d.back(), d.shown.id, d.back()] == [True, "b", True, "a", False]
    d.take("dismissed")
    assert (d.shown.id, list(d.verdicts.items())) == ("d", [("b", "unsure"), ("a", "dismissed")])


def test_what_is_cleared_is_open_and_on_screen():
    d = deck("ab")
    taken = d.take("real")
    d.clear(taken)
    assert (d.shown.id, d.left, d.verdicts) == ("a", 2, {})


def test_an_answer_that_is_older_than_a_decision_does_not_open_it_again():
    d = deck("ab")
    taken = d.take("real")
    d.replace([item("a"), item("b")], decided=0)
    assert (d.verdicts, d.shown.id) == ({"a": "real"}, "b")
    d.saved(taken.id)
    d.replace([item("a"), item("b")], decided=0)
    assert d.verdicts == {}


def test_the_last_decisions_of_a_reviewer_come_first_in_the_order_in_which_they_were_made():
    made = [decided(name, "okafor", hour) for name, hour in (("a", 3), ("b", 1), ("c", 2))]
    laid = laid_out([*made, item("d"), decided("e", "carrow", 4)], "okafor", 2)
    assert [one.id for one in laid] == ["c", "a", "d", "e"]
    d = Deck(laid, decided=3, by="okafor")
    assert (d.shown.id, d.decided, d.left) == ("d", 3, 2)
    assert [(one.id, verdict) for one, verdict in d.lately(5)] == [("a", "real"), ("c", "real")]
