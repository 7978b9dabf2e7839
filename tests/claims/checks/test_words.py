"""Checks of words: altered wording and disputed speakers."""

import pytest

from claims.checks.altered_wording import AlteredWording
from claims.checks.cut_condition import CutCondition
from claims.checks.disputed_speaker import DisputedSpeaker

SAID = "We will not raise harbor fees to pay for this wall"


def test_another_figure_in_the_same_words_is_a_conflict(quoted, run):
    one = quoted(
        "We have searched 1,400 containers since the raid on the pier.", "Ines Carrow", source="Coastal Wire"
    )
    two = quoted(
        "We have searched 1,100 containers since the raid on the pier.", "Ines Carrow", source="The Courier"
    )
    (found,) = run(AlteredWording(), [one, two])
    assert (found.kind, found.severity) == ("conflict", "high")
    assert found.sentence == ("Coastal Wire has “1,400” in Ines Carrow’s words, The Courier has “1,100”.")


def test_of_pages_without_publisher_and_date_another_figure_is_only_possible(quoted, run):
    one = quoted("We have searched 1,400 containers since the raid on the pier.", "Ines Carrow")
    two = quoted("We have searched 1,100 containers since the raid on the pier.", "Ines Carrow")
    assert [(f.kind, f.severity) for f in run(AlteredWording(), [one, two])] == [
        ("possible conflict", "medium")
    ]


def test_a_cut_that_loses_a_condition_weighs_more_than_a_plain_one(quoted, run):
    whole = quoted("The wall will be finished by June, unless the state is late.", source="Coastal Wire")
    cut = quoted("The wall will be finished by June", source="HBTV News")
    (found,) = run(AlteredWording(), [whole, cut])
    assert found.severity == "medium"
    assert (
        found.sentence
        == "HBTV News prints one statement without “unless the state is late”, which Coastal Wire has."
    )


def test_a_word_of_chatter_that_is_left_out_is_nothing(quoted, run):
    one = quoted("This is bad, I mean, the harbor wall is broken in three places.", source="Coastal Wire")
    two = quoted("This is bad, the harbor wall is broken in three places.", source="HBTV News")
    assert run(AlteredWording(), [one, two]) == []


@pytest.mark.parametrize(("who", "severity"), [("Ines Carrow", "medium"), ("", "low")])
def test_another_word_weighs_where_one_speaker_is_named(quoted, run, who, severity):
    one = quoted("The harbor wall is weak in three places near the pier.", who, source="Coastal Wire")
    two = quoted("The harbor wall is sound in three places near the pier.", who, source="HBTV News")
    assert [found.severity for found in run(AlteredWording(), [one, two])] == [severity]


def test_a_few_words_in_common_may_be_of_two_statements(quoted, run):
    one = quoted("We are going to replace the harbor wall so much.", "Ines Carrow", source="Coastal Wire")
    two = quoted("We are going to win so much.", "Ines Carrow", source="HBTV News")
    assert [found.severity for found in run(AlteredWording(), [one, two])] in ([], ["low"])


def test_words_that_begin_after_a_but_are_cut_plainly(quoted, run):
    whole = quoted(
        "You can read about it, but the harbor wall is broken in three places near the pier.", source="Wire"
    )
    cut = quoted("The harbor wall is broken in three places near the pier.", source="HBTV News")
    assert [(f.kind, f.severity) for f in run(AlteredWording(), [whole, cut])] == [("compatible", "low")]


def test_a_plain_cut_is_low(quoted, run):
    whole = quoted("The wall will be finished by June. It is a good wall.", source="Coastal Wire")
    cut = quoted("The wall will be finished by June.", source="HBTV News")
    assert [(f.kind, f.severity) for f in run(AlteredWording(), [whole, cut])] == [("compatible", "low")]


def test_other_marks_are_no_alteration(quoted, run):
    one = quoted(f"{SAID}.", source="Coastal Wire")
    two = quoted(f"{SAID.lower()},", source="HBTV News")
    assert run(AlteredWording(), [one, two]) == []


def test_one_source_twice_is_not_compared(quoted, run):
    one = quoted("The wall will hold for years to come, I promise.", source="HBTV News")
    two = quoted("The wall will hold for decades to come, I promise.", source="HBTV News")
    assert run(AlteredWording(), [one, two]) == []


def test_words_of_two_people_are_put_into_nobodys_mouth(quoted, run):
    one = quoted("We have searched 1,400 containers since the raid.", "Ines Carrow", source="Coastal Wire")
    two = quoted("We have searched 1,100 containers since the raid.", "Dana Okafor", source="The Courier")
    (found,) = run(AlteredWording(), [one, two])
    assert found.sentence == "Coastal Wire has “1,400” in one statement, The Courier has “1,100”."


def test_two_people_with_the_same_words_are_disputed(quoted, run):
    one = quoted(SAID, "Marisol Vega", source="Coastal Wire")
    two = quoted(SAID, "Chief Dana Okafor", source="HBTV News")
    (found,) = run(DisputedSpeaker(), [one, two])
    assert (found.kind, found.severity) == ("conflict", "high")
    assert found.sentence == (
        "Coastal Wire gives these words to Marisol Vega; HBTV News gives them to Chief Dana Okafor."
    )


def test_of_pages_without_publisher_and_date_two_speakers_are_only_possibly_disputed(quoted, run):
    one, two = (
        quoted(SAID, "Marisol Vega", text=f"{SAID}, A."),
        quoted(SAID, "Chief Dana Okafor", text=f"{SAID}, B."),
    )
    assert [(f.kind, f.severity) for f in run(DisputedSpeaker(), [one, two])] == [
        ("possible conflict", "medium")
    ]


def test_a_stock_phrase_of_two_people_is_only_possibly_disputed(quoted, run):
    one = quoted("Help is on the way", "Marisol Vega", source="Coastal Wire")
    two = quoted("Help is on the way", "Tomas Lindqvist", source="HBTV News")
    assert [(f.kind, f.severity) for f in run(DisputedSpeaker(), [one, two])] == [
        ("possible conflict", "low")
    ]


def test_a_name_in_quotation_marks_is_nobodys_words(quoted, run):
    one = quoted("Harlow Bay Seawall", "Marisol Vega", source="Coastal Wire")
    two = quoted("Harlow Bay Seawall.", "Tomas Lindqvist", source="HBTV News")
    assert run(DisputedSpeaker(), [one, two]) == []


@pytest.mark.parametrize("name", ["Mayor Vega", "Halden County-area Vega"])
def test_a_title_or_a_surname_alone_disputes_nothing(quoted, run, name):
    one = quoted(SAID, "Marisol Vega", source="Coastal Wire")
    two = quoted(SAID, name, source="HBTV News")
    assert run(DisputedSpeaker(), [one, two]) == []


def test_quotes_outside_any_utterance_are_compared_with_their_opposite_only(quoted, run):
    alone = quoted(SAID, "Marisol Vega", utterance="", source="Coastal Wire")
    assert list(DisputedSpeaker().keys(alone)) == []
    other = quoted(f"{SAID}, friends", "Marisol Vega", utterance="", source="HBTV News")
    assert run(AlteredWording(), [alone, other]) == []


def test_a_quote_that_lost_its_not_is_a_conflict(quoted, run):
    one = quoted(SAID, "Marisol Vega", utterance="", source="City of Harlow Bay", date="2024-03-17")
    turned = SAID.replace("will not", "will")
    two = quoted(turned, "Mayor Vega", utterance="", source="HBTV News", date="2024-03-18")
    (found,) = run(AlteredWording(), [one, two])
    assert (found.kind, found.severity) == ("conflict", "high")
    assert found.sentence == (
        "City of Harlow Bay and HBTV News print Marisol Vega’s words with opposite meaning: “not”."
    )


def test_an_opposite_is_told_though_one_report_prints_a_sentence_more(quoted, run):
    more = f"{SAID}. They have lost enough."
    one = quoted(more, "Marisol Vega", utterance="", source="City of Harlow Bay", date="2024-03-17")
    two = quoted(
        SAID.replace("will not", "will"), "Marisol Vega", utterance="", source="HBTV News", date="2024-03-18"
    )
    (found,) = run(AlteredWording(), [one, two])
    assert (found.severity, found.why) == ("high", ("negation differs: “not”",))


@pytest.mark.parametrize("more", ["{}. {}.", "Is it so that {0}? Nobody knows."])
def test_who_says_both_or_only_asks_says_no_opposite(quoted, run, more):
    both = more.format(SAID, SAID.replace("will not", "will"))
    one = quoted(both, "Marisol Vega", utterance="", source="City of Harlow Bay", date="2024-03-17")
    two = quoted(
        SAID.replace("will not", "will"), "Marisol Vega", utterance="", source="HBTV News", date="2024-03-18"
    )
    assert run(AlteredWording(), [one, two]) == []


def test_an_opposite_without_a_speaker_is_only_possible(quoted, run):
    one = quoted(SAID, utterance="", source="City of Harlow Bay", date="2024-03-17")
    two = quoted(SAID.replace("will not", "will"), utterance="", source="HBTV News", date="2024-03-18")
    assert [(f.kind, f.severity) for f in run(AlteredWording(), [one, two])] == [
        ("possible conflict", "medium")
    ]


def test_two_people_may_say_the_opposite(quoted, run):
    one = quoted(SAID, "Marisol Vega", utterance="", source="City of Harlow Bay", date="2024-03-17")
    turned = SAID.replace("will not", "will")
    two = quoted(turned, "Tomas Lindqvist", utterance="", source="HBTV News", date="2024-03-18")
    assert run(AlteredWording(), [one, two]) == []


def test_other_words_in_a_paraphrase_are_no_alteration(quoted, run):
    one = quoted("the harbor fees would not go up for this wall", source="Coastal Wire")
    two = quoted("the harbor fees would not rise for this wall", kind="indirect", source="HBTV News")
    assert run(AlteredWording(), [one, two]) == []


@pytest.mark.parametrize(
    ("other", "date", "severity"),
    [
        ("The wall will cost $4.7 million", "2024-01-05", ["medium"]),
        ("The new wall alone will cost $4.7 million", "2024-01-05", []),
        ("The wall will cost $4.7 million", "2024-01-06", ["low"]),
    ],
    ids=["the same words", "other words", "the day after"],
)
def test_two_reports_of_one_day_with_another_figure_in_the_same_words_may_be_a_conflict(
    quoted, run, other, date, severity
):
    told = {"speaker": "Owen Tran", "kind": "indirect"}
    one = quoted("The wall will cost $4.2 million", source="Coastal Wire", date="2024-01-05", **told)
    two = quoted(other, source="HBTV News", date=date, **told)
    assert [found.severity for found in run(AlteredWording(), [one, two])] == severity


def test_words_said_again_later_may_have_another_figure(quoted, run):
    one = quoted("We have searched 1,400 containers on the pier this year.", source="Wire", date="2024-01-05")
    two = quoted("We have searched 1,900 containers on the pier this year.", source="HBTV", date="2024-03-05")
    assert [found.severity for found in run(AlteredWording(), [one, two])] == ["medium"]


def test_one_speaker_who_says_it_again_later_may_say_it_otherwise(quoted, run):
    one = quoted("We have searched 1,400 containers.", "Ines Carrow", source="Wire", date="2024-01-05")
    two = quoted("We have searched 1,900 containers.", "Ines Carrow", source="HBTV", date="2024-03-05")
    assert [(f.kind, f.severity) for f in run(AlteredWording(), [one, two])] == [("compatible", "low")]


def test_one_office_that_repeats_a_statement_with_another_speaker_disputes_nothing(quoted, run):
    one = quoted(SAID, "Marisol Vega", source="City of Harlow Bay", date="2024-03-17")
    two = quoted(SAID, "Owen Tran", source="City of Harlow Bay", date="2024-04-02")
    assert run(DisputedSpeaker(), [one, two]) == []


@pytest.mark.parametrize(
    "clause",
    [
        "appreciate the county's investment in the harbor",
        "Vega Visits Harlow Bay Harbor",
        "Therefore Tran",
        "CITY HAILS NEW WALL",
        "Tran Who Has Led The Fire Brigade Since",
    ],
)
def test_a_clause_taken_for_a_speaker_disputes_nothing(quoted, run, clause):
    one = quoted(SAID, "Marisol Vega", source="Coastal Wire")
    two = quoted(SAID, clause, source="HBTV News")
    assert run(DisputedSpeaker(), [one, two]) == []


def test_a_joint_release_that_names_both_disputes_nothing(quoted, run):
    joint = f"{SAID}” said Marisol Vega and Owen Tran."
    one = quoted(SAID, "Owen Tran", source="Coastal Wire")
    two = quoted(SAID, "Marisol Vega", text=joint, source="City of Harlow Bay")
    assert run(DisputedSpeaker(), [one, two]) == []


def test_why_a_speaker_is_disputed_uses_the_names_as_printed(quoted, run):
    one = quoted(f"{SAID}. It is the port that pays.", "Marisol Vega", source="Coastal Wire")
    two = quoted(f"{SAID}. It is the port that pays.", "Chief Dana Okafor", source="HBTV News")
    (found,) = run(DisputedSpeaker(), [one, two])
    assert found.why[-1] == "Marisol Vega and Chief Dana Okafor are two names"


def test_two_people_may_say_the_same_a_year_apart(quoted, run):
    one = quoted(SAID, "Marisol Vega", source="Coastal Wire", date="2023-03-17")
    two = quoted(SAID, "Owen Tran", source="HBTV News", date="2024-03-17")
    assert run(DisputedSpeaker(), [one, two]) == []


HAULED = "The harbor crane lifted 40 crates from the wreck of the Petrel"


@pytest.mark.parametrize(
    ("who", "kinds"),
    [
        (("Ines Carrow", "the port"), ("indirect", "indirect")),
        (("Ines Carrow", "the port"), ("direct", "indirect")),
        (("Organizers", "Police"), ("indirect", "indirect")),
    ],
)
def test_another_figure_in_reporters_words_is_left_to_the_checks_of_figures(quoted, run, who, kinds):
    one = quoted(HAULED, who[0], kind=kinds[0], source="Coastal Wire")
    two = quoted(HAULED.replace("40", "70"), who[1], kind=kinds[1], source="HBTV News")
    assert run(AlteredWording(), [one, two]) == []


def test_another_figure_in_two_reports_of_one_speaker_weighs_little(quoted, run):
    one, two = (
        quoted(words, "Port Authority", kind="indirect", source=source)
        for words, source in ((HAULED, "Coastal Wire"), (HAULED.replace("40", "70"), "HBTV News"))
    )
    (found,) = run(AlteredWording(), [one, two])
    assert (found.severity.value, found.why) == ("low", ("the figure differs: “40” / “70”",))


def test_a_not_of_two_voices_in_reporters_words_is_no_alteration(quoted, run):
    one = quoted(SAID, "the mayor", kind="indirect", source="Coastal Wire")
    two = quoted(SAID.replace("will not", "will"), "police", kind="indirect", source="HBTV News")
    assert run(AlteredWording(), [one, two]) == []


@pytest.mark.parametrize(
    ("who", "words", "severity"), [("", "one statement", "high"), ("the port", "one statement", "medium")]
)
def test_words_that_one_page_gives_to_somebody_else_are_not_put_into_a_named_mouth(
    quoted, run, who, words, severity
):
    one = quoted(HAULED, "Ines Carrow", source="Coastal Wire")
    two = quoted(HAULED.replace("40", "70"), who, source="HBTV News")
    (found,) = run(AlteredWording(), [one, two])
    assert (found.sentence, found.severity) == (
        f"Coastal Wire has “40” in {words}, HBTV News has “70”.",
        severity,
    )


def test_a_condition_that_is_cut_is_told_by_one_check(quoted, run):
    whole = "I would vote for the new harbor wall only if the state pays half of it."
    one = quoted(whole, "Marisol Vega", source="Coastal Wire", date="2031-03-03")
    two = quoted("I would vote for the new harbor wall", "Marisol Vega", source="HBTV", date="2031-03-03")
    assert run(AlteredWording(), [one, two]) == []
    assert len(run(CutCondition(), [one, two])) == 1
