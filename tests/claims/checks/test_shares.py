import pytest

from claims.checks.shares import Shares


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "In Harlow Bay, 45 of 60 members, or 80 percent, voted for the pier.",
            "HBTV says 80 percent, but 45 of 60 members is 75 percent.",
        ),
        (
            "Of the 600 ships, 400 (75 percent) were late.",
            "HBTV says 75 percent, but 400 of 600 ships is 66.7 percent.",
        ),
        (
            "About 45% of the 200 boats, or 150 in all, were lost.",
            "HBTV says about 45%, but 150 of 200 boats is 75 percent.",
        ),
        (
            "Turnout was 45 percent, with 12,000 of 30,000 voters casting ballots.",
            "HBTV says 45 percent, but 12,000 of 30,000 voters is 40 percent.",
        ),
        (
            "One in four residents, or 300 of 900, lost power.",
            "HBTV says “one in four”, but 300 of 900 is 33.3 percent.",
        ),
    ],
)
def test_a_share_that_its_part_and_whole_do_not_come_to_is_a_conflict(read, run, sentence, said):
    (found,) = run(Shares(), read(sentence, source="HBTV"))
    assert (found.kind, found.severity, found.sentence) == ("conflict", "medium", said)


def test_the_arithmetic_stands_in_the_reasons(read, run):
    (found,) = run(Shares(), read("In Harlow Bay, 45 of 60 members, or 80 percent, voted for the pier."))
    assert found.why == ("figures printed: 45; 60", "45 / 60 = 75 percent", "printed: 80 percent")
    assert [passage.text for passage in found.evidence] == ["80 percent", "45", "60"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In Harlow Bay, 45 of 60 members, or 75 percent, voted for the pier.",
        "About 45% of the 200 boats, or 90 in all, were lost.",
        "The council cut 12 of its 40 posts, a third of the total.",
        "In Harlow Bay, 41 of 62 members, or 66 percent, voted for the pier.",
    ],
)
def test_a_share_that_rounding_brings_together_fits(read, run, sentence):
    (found,) = run(Shares(), read(sentence))
    assert (found.kind, found.severity) == ("corroboration", "info")


@pytest.mark.parametrize(
    "sentence",
    [
        "Vega won 45 of 60 seats, with 38 percent of the vote.",
        "Vega won 45 of 60 seats, 38 percent more than last time.",
        "In Harlow Bay, 45 of 60 members, or 25 percent fewer, voted.",
        "More than 45 of 60 members came; 80 percent were late.",
        "The 45 boats carry 60 tons, or 80 percent of the catch.",
        "45 of 60 members, or 80 percent, voted",
        "The bloc holds 30 of 100 seats, or 40 percent, counting allies.",
        "Vega wrongly said that 45 of 60 council members, or 85 percent, voted for it.",
        "Correction: An earlier version said 45 of 60 council members, or 80 percent, voted for it.",
        "Three of four voters, or 72 percent, want the pier.",
        "If 45 of 60 members, or 70 percent, vote, the pier is built.",
    ],
)
def test_a_share_of_something_else_or_in_a_text_without_marks_is_left_alone(read, run, sentence):
    assert run(Shares(), read(sentence)) == []
