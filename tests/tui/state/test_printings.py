from claims.asked.nearness import nearness
from tui.state.printings import differs_words

SAID = "We will not ask the fishing families to pay for this pier"


def test_how_a_printing_differs_from_the_primary_source():
    longer = f"{SAID}, and we will not send the bill to anybody else"
    assert differs_words(nearness(SAID, longer)) == "longer"
    assert differs_words(nearness(longer, SAID)) == "shortened"
    assert differs_words(nearness(SAID, SAID.replace("will", "would"))) == "words changed"
    assert differs_words(nearness(SAID, SAID)) == "same words"
    assert differs_words(nearness(SAID, SAID.upper())) == "same words but for marks"
    assert differs_words(nearness(SAID, SAID.replace("the ", ""))) == "small words or spelling differ"
    assert differs_words(nearness("Nobody has one dollar left", SAID)) == "alike through another printing"
