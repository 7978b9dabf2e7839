"""One speaker who says the opposite later."""

import pytest

from claims.checks.altered_wording import AlteredWording
from claims.checks.self_contradiction import SelfContradiction

WILL = "We will close the ferry terminal on Lantern Isle before winter."
NOT = WILL.replace("will", "will not")


def both(quoted, one, two, *, first="2031-03-03", then="2031-09-20", who="Marisol Vega", **more):
    return [
        quoted(one, "Marisol Vega", utterance="", source="Coastal Wire", date=first, **more),
        quoted(two, who, utterance="", source="HBTV News", date=then, **more),
    ]


def test_a_promise_that_is_turned_round_is_told_with_both_days(quoted, run):
    (found,) = run(SelfContradiction(), both(quoted, WILL, NOT))
    assert (found.kind, found.severity) == ("possible conflict", "medium")
    assert found.sentence == (
        "Marisol Vega said “We will close the ferry terminal on Lantern Isle before winter” (2031-03-03) and "
        "“We will not close the ferry terminal on Lantern Isle before winter” (2031-09-20)."
    )
    assert found.why[-1] == "negation differs: “not”"


def test_the_earlier_is_told_first(quoted, run):
    (found,) = run(SelfContradiction(), both(quoted, WILL, NOT, first="2031-09-20", then="2031-03-03"))
    assert found.sentence.startswith("Marisol Vega said “We will not close")


def test_a_word_for_the_opposite_turns_it_round_too(quoted, run):
    (found,) = run(
        SelfContradiction(),
        both(
            quoted,
            "I support the new harbor fees for fishing boats.",
            "I oppose the new harbor fees for fishing boats.",
        ),
    )
    assert found.why[-1] == "opposite words: “support” / “oppose”"


def test_one_sentence_of_a_longer_statement_is_enough(quoted, run):
    longer = f"It has been a hard year for all of us. {NOT} Thank you."
    assert len(run(SelfContradiction(), both(quoted, WILL, longer))) == 1


def test_twice_turned_is_not_turned(quoted, run):
    other = WILL.replace("will close", "will not open")
    assert run(SelfContradiction(), both(quoted, WILL, other)) == []


def test_another_figure_in_a_promise_is_low(quoted, run):
    (found,) = run(
        SelfContradiction(),
        both(quoted, "We will hire 30 divers for the harbor brigade.", "We will hire 20 divers for the harbor brigade."),
    )  # fmt: skip
    assert (found.severity, found.why[-1]) == ("low", "the figure differs: “30” / “20”")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "We have searched 1,400 containers on the piers.",
            "We have searched 1,900 containers on the piers.",
        ),
        (WILL, "We will not close the ferry terminal on Lantern Isle if the state pays."),
        (WILL, "Will we not close the ferry terminal on Lantern Isle before winter?"),
        ("We raised the harbor fees for boats this year.", "We have not raised the harbor fees for boats."),
        ("We will help them.", "We will not help them."),
    ],
)
def test_news_conditions_questions_times_and_few_words_are_no_contradiction(quoted, run, one, two):
    assert run(SelfContradiction(), both(quoted, one, two)) == []


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [
        ("2031-03-03", "2031-09-20", 1),
        ("2031", "2031-09-20", 0),  # which came first is not known, but it is one year
        ("2031-03-03", "2032-09-20", 0),
        ("2031-03-03", "", 0),
    ],
)
def test_what_is_said_of_this_year_is_compared_within_the_year(quoted, run, first, then, found):
    one, two = (said.replace("before winter", "this year") for said in (WILL, NOT))
    assert len(run(SelfContradiction(), both(quoted, one, two, first=first, then=then))) == found


def test_two_weeks_of_one_year_are_two_times(quoted, run):
    one, two = (said.replace("before winter", "this week") for said in (WILL, NOT))
    assert run(SelfContradiction(), both(quoted, one, two)) == []


@pytest.mark.parametrize(
    "one",
    [
        "They say we will not close the ferry terminal on Lantern Isle before winter.",
        "Some people told me we will not close the ferry terminal on Lantern Isle.",
        "Nobody thinks we will not close the ferry terminal on Lantern Isle.",
    ],
)
def test_what_others_say_or_think_is_no_position(quoted, run, one):
    assert run(SelfContradiction(), both(quoted, f"{one} They are wrong.", WILL)) == []


def test_what_an_opponent_will_do_is_no_position(quoted, run):
    one = "My opponent will never support the new harbor law for fishing boats."
    assert run(SelfContradiction(), both(quoted, one, one.replace("never ", ""))) == []


def test_what_the_speaker_says_to_think_is_one(quoted, run):
    one, two = (f"I think {said[0].lower()}{said[1:]}" for said in (WILL, NOT))
    assert len(run(SelfContradiction(), both(quoted, one, two))) == 1


def test_two_people_may_disagree(quoted, run):
    assert run(SelfContradiction(), both(quoted, WILL, NOT, who="Owen Vega")) == []


def test_a_surname_or_a_paraphrase_alone_makes_it_low(quoted, run):
    (found,) = run(SelfContradiction(), both(quoted, WILL, NOT, who="Vega"))
    assert found.severity == "low"
    (found,) = run(SelfContradiction(), both(quoted, WILL, NOT, kind="indirect"))
    assert found.severity == "low"


def test_two_sources_of_the_same_days_are_left_to_altered_wording(quoted, run):
    cited = both(quoted, WILL, NOT, then="2031-03-04")
    assert run(SelfContradiction(), cited) == []
    assert len(run(AlteredWording(), cited)) == 1


def test_one_day_is_one_statement(quoted, run):
    assert run(SelfContradiction(), both(quoted, WILL, NOT, then="2031-03-03")) == []


def test_without_a_date_the_order_is_said_not_to_be_known(quoted, run):
    (found,) = run(SelfContradiction(), both(quoted, WILL, NOT, then=""))
    assert (found.severity, found.why[-1]) == ("low", "which of them came first is not known")


def test_many_statements_take_time_in_step_with_their_number(quoted, in_step):
    def group(number):
        return [
            quoted(
                f"We will close the ferry terminal of pier {place}.", "Marisol Vega", utterance="",
                source="Wire", date="2031-03-03",
            )
            for place in range(number)
        ]  # fmt: skip

    few, many = group(100), group(800)
    assert in_step(
        lambda: list(SelfContradiction().find(few)), lambda: list(SelfContradiction().find(many)), 8
    )


@pytest.mark.parametrize(
    "words",
    [
        f"We will close the ferry terminal on Lantern Isle {open_}."
        for open_ in (
            "if it is cheap", "unless the state pays", "until winter", "when the board agrees", "today",
            "or not only close it", "and no longer wait", "so far", "yet", "NOW",
        )
    ]
    + [
        "Suppose that we close the ferry terminal on Lantern Isle.",
        "Whether we close the ferry terminal on Lantern Isle, nobody knows.",
        "Will we close the ferry terminal on Lantern Isle?",
        "They say that we close the ferry terminal on Lantern Isle.",
        "My opponent will close the ferry terminal on Lantern Isle.",
        "Rumors have it that we close the ferry terminal on Lantern Isle.",
    ],
)  # fmt: skip
def test_what_is_open_or_said_by_others_is_compared_with_nothing(quoted, words):
    assert list(SelfContradiction().keys(quoted(words, "Marisol Vega", utterance=""))) == []
