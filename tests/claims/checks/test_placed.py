from claims.checks.framing import claim_of
from claims.checks.placed import placed


def found(read, text):
    return [
        (claim_of(one.total).text, [claim_of(part).text for part in one.parts], one.is_whole)
        for one in placed(read(text))
    ]


def test_parts_at_home_and_abroad_leave_nothing_out(read):
    text = (
        "Police made 288 arrests. Overseas, they made 135 arrests. They made 153 arrests in the U.S. alone."
    )
    assert found(read, text) == [("288", ["135", "153"], True)]


def test_parts_of_two_towns_may(read):
    text = "Police made 75 arrests. They made 40 arrests in Stroud. They made 35 arrests in Pell."
    assert found(read, text) == [("75", ["40", "35"], False)]


def test_a_place_with_two_figures_tells_no_parts(read):
    text = (
        "Police made 75 arrests. They made 40 arrests in Pell. They made 35 arrests in Pell and 9 in Stroud."
    )
    assert found(read, text) == []


def test_parts_of_two_months_may_be_of_other_totals(read):
    text = (
        "Police made 288 arrests. They made 153 arrests in the U.S. by Monday. "
        "Overseas, they made 120 arrests on Friday alone."
    )
    assert [is_whole for *_, is_whole in found(read, text)] == [False]
