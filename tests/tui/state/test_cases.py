"""What is kept of the screen with a decision."""

from tui.state.cases import shown_words

PORT = """Port counts damaged boats

HARLOW BAY — The Port Authority of Harlow Bay counted 190 damaged boats: 112 in Halden County, \
41 in Stroud County and 33 at sea.
"""


def test_a_sentence_that_holds_several_figures_is_kept_once(ledger, make_material):
    list(ledger.add([make_material(PORT)]))
    (item,) = ledger.queue().items
    assert len(item.citations) == 4
    assert shown_words(item).count("112 in Halden County") == 1
    assert shown_words(item).startswith(item.sentence)
