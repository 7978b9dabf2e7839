"""Did Vega say that she won't resign? Pastes that report a statement, asked of a record of one story."""

import pytest

from claims import Ledger
from claims.model import PartialDate
from claims.ports import Given, Material
from tui.state.checked import headline, remarks

REPORTS = """Two of them

“I will not resign,” Mayor Marisol Vega said.

“I will resign,” Councilman Dana Okafor said.

Vega said on Monday that she would not sell the old lighthouse.

Okafor denied that he had ordered the cranes.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """A record of one story, which no test changes; asks it."""
    retrieved = PartialDate.parse("2031-03-05")
    story = Material(REPORTS.encode(), "reports.txt", retrieved, Given(source="Bay Ledger"))
    with Ledger.open(tmp_path_factory.mktemp("reports") / "record.db", by="okafor", create=True) as ledger:
        list(ledger.add([story], extractor="rules"))
        yield ledger.check


@pytest.mark.parametrize(
    ("text", "verdict", "speaker"),
    [
        ("Vega said she won't resign", "verbatim", "Marisol Vega"),
        ("Vega said she will resign", "negated", "Marisol Vega"),
        ("Vega denied that she would resign", "verbatim", "Marisol Vega"),
        ("Vega denied that she would not resign", "negated", "Marisol Vega"),
        ("Okafor said he would not resign", "negated", "Dana Okafor"),
        ("She said she won't resign", "verbatim", "Marisol Vega"),
        ("Vega says she won't sell the old lighthouse", "verbatim", "Marisol Vega"),
        ("Vega: I will sell the old lighthouse", "negated", "Marisol Vega"),
        ("Okafor said he had ordered the cranes", "negated", "Dana Okafor"),
        ("Okafor: I ordered the cranes", "negated", "Dana Okafor"),
    ],
)
def test_a_report_is_compared_with_what_its_speaker_said(reports, text, verdict, speaker):
    found = reports(text)
    assert (found.verdict, found.statements[0].hit.speaker) == (verdict, speaker)


def test_i_of_somebody_else_is_another_person(reports):
    assert reports("Carrow said she will resign").statements == ()
    assert [one.hit.speaker for one in reports("Vega said she will resign").statements] == ["Marisol Vega"]


def test_words_without_a_name_are_a_report_of_whoever_is_asked_for(reports):
    assert reports("she won't resign", speaker="Vega").verdict == "verbatim"
    assert reports("she won't resign").verdict == "not-found"


def test_a_report_is_never_word_for_word(reports):
    found = reports("Vega said she won't resign")
    assert headline(found).startswith("Said, as your text reports it: Marisol Vega")
    assert found.statements[0].likeness.read_as == "I won't resign"


def test_the_opposite_of_who_is_asked_for_comes_before_the_same_of_another(reports):
    found = reports("I will resign", speaker="Vega")
    assert headline(found).startswith("The opposite was said: Marisol Vega")
    assert "Somebody else said it: Dana Okafor." in remarks(found)
