from dataclasses import replace

from claims.asked.nearness import nearness
from claims.views import Version
from tui.state.printings import differs_words, sources_words

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


def test_only_sources_that_are_named_are_counted_as_sources(quoted):
    named = [quoted(SAID, source=source) for source in ("Bay Ledger", "Coastal Wire")]
    bare = replace(named[0], document=replace(named[0].document, source=None))
    versions = [Version(one, one.value) for one in (*named, bare)]
    assert sources_words(versions[:1]) == "in 1 source"
    assert sources_words(versions) == "in 2 sources and 1 document (source not named)"
    assert sources_words(versions[2:]) == "in 1 document (source not named)"
