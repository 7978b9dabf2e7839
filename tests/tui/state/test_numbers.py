from claims import Ledger
from claims.model import Claim
from tui.state.cases import case_of_finding
from tui.state.numbers import COLUMNS, numbers


def test_the_figures_of_a_finding_stand_under_the_letter_of_their_passage(two_stories: Ledger):
    (clash,) = [
        one for one in two_stories.audit(check="changed-figure") if one.finding.kind.value == "conflict"
    ]
    rows = numbers(case_of_finding(clash))
    assert all(len(row.cells) == len(COLUMNS) for row in rows)
    assert sorted(row.cells[1] for row in rows) == ["46", "64"]
    assert {row.cells[0] for row in rows} == {"A", "B"}
    assert {row.cells[5] for row in rows} == {"2031-03-03"}
    assert "Ines Carrow, spokeswoman, Port Authority of Harlow Bay" in {row.cells[6] for row in rows}


def test_a_finding_about_words_has_no_figures(two_stories: Ledger):
    words = [
        one for one in two_stories.audit() if not any(isinstance(each.value, Claim) for each in one.citations)
    ]
    assert words
    assert numbers(case_of_finding(words[0])) == []
