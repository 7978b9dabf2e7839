import pytest

from claims.checks.unsaid import is_unsaid


@pytest.mark.parametrize(
    "sentence",
    [
        "Vega falsely said that 45 members voted.",
        "It is not true that 45 members voted: that is false.",
        "If 45 members vote, the pier is built.",
        "An earlier version of this story said that 45 members voted.",
    ],
)
def test_what_is_called_wrong_or_supposed_is_nobodys_figure(read, sentence):
    (cited,) = read(sentence)
    assert is_unsaid(cited)


def test_a_plain_figure_is_said(read):
    (cited,) = read("In Harlow Bay, 45 members voted for the pier.")
    assert not is_unsaid(cited)
