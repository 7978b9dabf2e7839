from claims.checks.framing import claim_of
from claims.checks.wholes import inside, said


def words(found):
    return [(claim_of(one.whole).text, [claim_of(part).text for part in one.parts]) for one in found]


def test_parts_behind_including_and_before_of_them(read):
    assert words(said(read("Police arrested 12 people, including seven women."))) == [("12", ["seven"])]
    assert words(said(read("Police arrested 12 people, nine of them in Stroud."))) == [("12", ["nine"])]


def test_fentanyl_is_a_drug_and_cash_is_not(read):
    text = "Police seized 90 pounds of drugs and $400 in cash. The seizures included 12 pounds of fentanyl."
    assert words(inside(read(text))) == [("90 pounds", ["12 pounds"])]
