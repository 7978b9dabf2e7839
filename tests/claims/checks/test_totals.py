from claims.checks.framing import claim_of
from claims.checks.itemised import itemised
from claims.checks.totals import Totals

TEXT = (
    "Pier fund grows by $900\n"
    "A total of $4,000 went to boats. A total of $8,500 goes to two towns.\n"
    "* Harlow Bay: $4,000\n"
    "* Stroud: $4,500\n"
    "A total of $70 is left.\n"
)


def words(cited):
    return [claim_of(one).text for one in cited]


def test_totals_above_a_list_the_nearest_first(read):
    cited = read(TEXT)
    (listed,) = itemised(cited)
    totals = Totals(cited)
    assert words(totals.called(listed)) == ["$8,500", "$4,000"]
    assert words(totals.leading(listed))[0] == "$900"


def test_a_total_whose_sentence_says_of_how_many(read):
    cited = read(TEXT)
    totals = Totals(cited)
    (total,) = (one for one in cited if claim_of(one).text == "$8,500")
    assert totals.says_how_many(total, 2)
    assert not totals.says_how_many(total, 3)
