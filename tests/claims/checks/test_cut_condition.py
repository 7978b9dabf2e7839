"""Short statements that lost their condition."""

import pytest

from claims.checks.cut_condition import CutCondition

WHOLE = "I would support it only if the state pays its share of the cost."


def both(quoted, cut, whole=WHOLE, *, who="Marisol Vega", then="2031-03-04", source="HBTV News", **more):
    return [
        quoted(whole, "Marisol Vega", utterance="", source="Coastal Wire", date="2031-03-03"),
        quoted(cut, who, utterance="", source=source, date=then, **more),
    ]


def test_a_statement_that_ends_before_its_condition_is_found(quoted, run):
    (found,) = run(CutCondition(), both(quoted, "I would support it"))
    assert (found.kind, found.severity) == ("possible conflict", "medium")
    assert found.sentence == (
        "HBTV News ends Marisol Vega’s words before “only if the state pays its share of the cost.”, "
        "with which Coastal Wire prints them."
    )


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("I would support it", "I would support it and so would the harbor board."),
        ("I would support it", "I would support it. If you ask the board, you hear the same."),
        ("I would support her", WHOLE),
    ],
)
def test_what_goes_on_without_a_condition_or_was_never_the_same_is_not(quoted, run, cut, whole):
    assert run(CutCondition(), both(quoted, cut, whole)) == []


def test_another_speaker_another_week_one_source_or_a_paraphrase_cut_nothing(quoted, run):
    for other in (
        {"who": "Owen Tran"},
        {"then": "2031-06-04"},
        {"source": "Coastal Wire"},
        {"kind": "indirect"},
    ):
        assert run(CutCondition(), both(quoted, "I would support it", **other)) == []


@pytest.mark.parametrize(
    "text",
    [
        "{}, Mayor Marisol Vega said. She added that it depends on the state.",
        "{}, Mayor Marisol Vega said, provided that the state pays.",
    ],
)
def test_a_condition_in_the_reporters_words_beside_the_quotation_is_not_lost(quoted, run, text):
    assert (
        run(CutCondition(), both(quoted, "I would support it", text=text.format("I would support it"))) == []
    )


def test_words_beside_the_quotation_without_a_condition_change_nothing(quoted, run):
    text = "I would support it, Mayor Marisol Vega said. The harbor board meets on Tuesday."
    assert len(run(CutCondition(), both(quoted, "I would support it", text=text))) == 1


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("I would support it, as I said to the harbor board and to all of you.", "vega|i would support it"),
        # Longer than the letters that mostly hold the first words.
        (
            "Telecommunications-infrastructure responsibilities notwithstanding, we agreed with Halden County.",
            "vega|telecommunications infrastructure responsibilities notwithstanding",
        ),
        # What stands fifth may belong to the fourth.
        ("Give them one hundred and two hundred and three hundred, and so on.", "vega|give them 1 hundred"),
        ("We owe it twenty-five boats and a pier that holds all of them.", "vega|we owe it 25"),
        ("I would support", ""),
    ],
)
def test_a_statement_is_looked_up_by_its_first_four_words(quoted, words, key):
    assert "".join(CutCondition().keys(quoted(words, "Marisol Vega", utterance=""))) == key
