"""What can speak: names, persons, bodies and documents."""

import pytest

from claims.extraction.speakers.can_speak import Voice, voice


@pytest.mark.parametrize(
    "words",
    [
        "Vega",
        "the Port Authority",
        "officials in Halden County",
        "residents",
        "a former dockworker",
        "the court papers",
        "two people who saw the wave",
        "Prime Minister Ada May",
        "A weathered Sorensen",
        "Letters unearthed in the old cellar",
        "letters unearthed in the old cellar of the port",
        "People briefed on the plan",
        "all the dockworkers I asked",
        "Ines Carrow ( she has been mistaken for a clerk )",
    ],
)
def test_persons_bodies_and_documents_can_speak(words):
    assert voice(words.split()) is Voice.SURE


@pytest.mark.parametrize("words", ["the hull", "the flood of the spring", "the wall"])
def test_a_rare_noun_may_or_may_not(words):
    assert voice(words.split()) is Voice.POSSIBLE


@pytest.mark.parametrize(
    "words",
    [
        "wall that",
        "there's a lot of rain",
        "what was left of the wall",
        "Vega passed more bills by roll",
        "need to get the job done and to have it",
    ],
)
def test_what_holds_a_verb_cannot(words):
    assert voice(words.split()) in (Voice.NONE, Voice.POSSIBLE)
