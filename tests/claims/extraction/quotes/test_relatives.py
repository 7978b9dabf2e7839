"""Who "who" is: the name or noun phrase right before it."""

import pytest

from claims.extraction.page import Page
from claims.extraction.quotes.candidate import Candidate
from claims.extraction.quotes.cues import CUES
from claims.extraction.quotes.maker import Maker
from claims.extraction.quotes.phrases import Sentence, read
from claims.extraction.quotes.relatives import antecedent
from claims.extraction.quotes.tags import Tag
from claims.model import Attribution, Document, Span


def sentences(text: str) -> list[Sentence]:
    return list(read(text, Span(0, len(text)), []))


def stands_for(text: str, relative: str = "who") -> str | None:
    (s,) = sentences(text)
    found = antecedent(s, s.low.index(relative))
    return " ".join(s.words[found[0] : found[1] + 1]) if found else None


def attributed(text: str) -> Attribution | None:
    """The attribution of `who said ...` in the last sentence of a text."""
    s = sentences(text)[-1]
    cue = s.low.index("said")
    made = Candidate(
        Tag(cue, cue, CUES["said"], (cue - 1, cue - 1)), ((cue + 1, len(s) - 2),), (cue, cue + 1)
    )
    statement = Maker(Page(Document(text, "0" * 64))).statement(s, made)
    return statement.attribution if statement else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met Marisol Vega, who was late.", "Marisol Vega"),
        ("The storm was a defeat for Vega, who was late.", "Vega"),
        ("It fell to Piet Sorensen, the master of the port in East Halden, who was late.", "Piet Sorensen"),
        ("It fell to Piet Sorensen, now the harbor master, who was late.", "Piet Sorensen"),
        ("At the pier in Halden, the harbor master, who was late, left.", "the harbor master"),
        ("Instead, a clerk who was late left.", "a clerk"),
        ("They wrote to voters on Dock Street who were late.", "voters on Dock Street"),
        ("It stands in the memoirs of an old fisherman who was late.", "an old fisherman"),
        ("It was sung over 12 days with Dana Okafor, who was late.", "Dana Okafor"),
        ("Who was late?", None),
    ],
)
def test_who_is_the_person_before_it(text, words):
    assert stands_for(text) == words


def test_who_is_found_behind_a_dash_and_before_an_apostrophe():
    assert stands_for("They met Marisol Vega — who’s late.", "who’s") == "Marisol Vega"


def test_which_is_the_body_before_it():
    assert stands_for("It tells of the work of the Halden Port Board, which met.", "which") == (
        "the Halden Port Board"
    )


def test_that_behind_a_comma_stands_for_nothing():
    assert stands_for("They met Vega, that said nothing.", "that") is None


def test_who_said_it_has_the_full_name_at_the_place_of_who():
    text = "Marisol Vega was on the pier. It was good news for Vega, who said the tide was low."
    found = attributed(text)
    assert found is not None
    assert (found.name, found.mention_text) == ("Marisol Vega", "who")


def test_an_unnamed_person_who_said_it_keeps_the_words():
    found = attributed("They paid a diver who said the tide was low.")
    assert found is not None
    assert found.name == "diver"
