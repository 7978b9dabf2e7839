"""Headlines that say more than their text."""

import pytest

STORY = "HARLOW BAY – Crews worked on the piers all night.\n\n{}\n\nThe ferry did not sail on Monday, the port said."


def found(ledger, make_material, title, said):
    page = make_material(f"{title}\n\n{STORY.format(said)}\n", source="HBTV News")
    assert [added.status.value for added in ledger.add([page], extractor="rules")] == ["stored"]
    return [one.finding for one in ledger.audit() if one.finding.check == "headline"]


def test_a_headline_without_the_may_of_its_quote_is_found(ledger, make_material):
    said = "“The old sea wall may break in the next winter storm,” Mayor Marisol Vega said."
    (one,) = found(ledger, make_material, "Old sea wall breaks in next winter storm, mayor says", said)
    assert (one.kind, one.severity) == ("possible conflict", "low")
    assert one.sentence == (
        "The headline “Old sea wall breaks in next winter storm, mayor says” of HBTV News leaves out “may”, "
        "which the words it rests on have."
    )


def test_a_headline_without_the_up_to_of_its_figure_is_found(ledger, make_material):
    said = "Storm Edda injured up to 46 people in the harbor, the Port Authority said."
    (one,) = found(ledger, make_material, "Storm Edda injured 46 people in harbor", said)
    assert one.sentence == (
        "The headline “Storm Edda injured 46 people in harbor” of HBTV News has 46 "
        "where its text says “up to”."
    )


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (
            "Old sea wall could break in next winter storm",
            "“The old sea wall may break in the next winter storm,” Mayor Marisol Vega said.",
        ),
        (
            "Old sea wall breaks in next winter storm, mayor says",
            "“The old sea wall breaks in the next winter storm,” Mayor Marisol Vega said.",
        ),
        (
            "Old sea wall breaks in next winter storm, mayor says",
            (
                "“The old sea wall may break in the next winter storm,” Mayor Marisol Vega said on Monday. "
                "“The old sea wall breaks in the next winter storm,” Mayor Marisol Vega said on Tuesday."
            ),
        ),
        (
            "Old sea wall breaks in winter storm",
            "“The state may pay for the old sea wall that the winter storm broke,” Mayor Marisol Vega said.",
        ),
        (
            "Storm Edda injured 46 people in harbor",
            "Storm Edda injured 46 people in the harbor, the port said. Up to 46 people were injured by glass.",
        ),
        (
            "Storm Edda injured 46 people in harbor",
            "Storm Edda injured up to 64 people in the harbor, the Port Authority said.",
        ),
    ],
)
def test_a_careful_headline_and_one_that_rests_on_plain_words_are_not(ledger, make_material, title, said):
    assert found(ledger, make_material, title, said) == []
