"""Whether two documents tell a thing from two origins."""

import pytest

from claims.checks.changed_figure import ChangedFigure
from claims.checks.independence import are_independent, is_one_name, share_passages
from claims.model import Attribution

from .conftest import document

OWN = """Storm Edda drove the sea over the old wall at Harlow Bay before dawn on Sunday and flooded the
fish market, the two lower streets and the cellar of the town hall. Crews pumped through the night, and
the ferry to Lantern Isle stayed in port."""
OTHER = """Cellars stood under water in Harlow Bay on Sunday after Storm Edda. The ferry to Lantern Isle did
not sail, and nobody could say when the fish market would open again."""
SAID = """We will build this wall again, and we will build it so high that no storm of our lifetime will
ever come over it, and the fishing families of this town will not pay a penny of what that costs us."""


def test_the_same_passages_are_of_one_origin_whoever_prints_them():
    one = document(f"HARLOW BAY (Coastal Wire) -- {OWN}", "The Courier")
    two = document(f"{OWN} The mayor was not in town.", "HBTV News")
    assert not are_independent(one, two)


def test_two_tellings_in_own_words_are_independent():
    assert are_independent(document(OWN, "The Courier"), document(OTHER, "HBTV News"))


def test_words_that_both_heard_are_no_passage_of_either():
    one = document(f"{OWN} “{SAID}” Mayor Vega said.", "The Courier")
    two = document(f"{OTHER} “{SAID}” Mayor Vega said.", "HBTV News")
    assert are_independent(one, two)


def test_the_name_of_a_programme_in_both_makes_no_reprint():
    name = "the State Fund for the Repair of Sea Walls, Piers and Harbor Lights of 2029"
    one = document(f"{OWN} The money is from {name}.", "The Courier")
    two = document(f"{OTHER} They ask {name} for help.", "HBTV News")
    assert not share_passages(one, two)


def test_half_of_a_short_note_is_enough():
    line = "Storm Edda injured 46 people and sank twelve boats in Harlow Bay"
    one = document(f"{line} on Sunday.", "The Courier")
    two = document(f"{line} on Sunday, we hear.", "HBTV News")
    assert share_passages(one, two)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("The Courier", "the courier", True),
        ("PAHB", "Port Authority of Harlow Bay", True),
        ("P.A.O.H.B.", "Port Authority of Harlow Bay", True),
        ("Harlow Bay Herald", "Harlow Bay Courier", False),
        ("HBTV", "Port Authority of Harlow Bay", False),
        ("Wave", "Western Association of Veterans' Employers", False),
    ],
)
def test_one_name_is_alike_or_the_initials_of_the_other(left, right, same):
    assert is_one_name(left, right) is same


def test_a_repost_of_an_office_and_the_office_are_one_origin():
    carried = document(OWN, "Lamplighter", reprints="PAHB")
    assert not are_independent(carried, document(OTHER, "Port Authority of Harlow Bay"))


def test_a_corroboration_says_whom_a_text_is_carried_from_and_whose_word_it_is(figures, run):
    hurt = {"counted": "people", "role": "injured", "attributed_to": Attribution("Ines Carrow")}
    cited = [
        *figures("Storm Edda injured 46 people.", ("46", hurt), source="HBTV News"),
        *figures(
            "In Storm Edda 46 people were injured.",
            ("46", hurt), source="Lamplighter", reprints="Port Authority",
        ),
    ]  # fmt: skip
    (found,) = run(ChangedFigure(), cited)
    assert found.kind == "corroboration"
    assert found.why[-3:] == (
        "two sources, neither a reprint of the other",
        "the text of Lamplighter is carried from Port Authority",
        "both have it from Ines Carrow: two reports of one voice",
    )


def test_a_text_eight_times_as_long_takes_about_eight_times_as_long(in_step):
    def pages(number):
        made = [" ".join(f"{one} the {place} sea {one * place}" for place in range(number)) for one in "ab"]
        return [document(text[:30_000], "The Courier") for text in made]

    few, many = pages(100), pages(800)
    caches = ("_own_words", "_runs", "_set_of_runs", "_shared")

    def asked(both):
        from claims.checks import independence

        for name in caches:
            getattr(independence, name).cache_clear()
        share_passages(*both)

    assert in_step(lambda: asked(few), lambda: asked(many), 8)
