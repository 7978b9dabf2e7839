from claims.checks.framing import claim_of
from claims.checks.itemised import is_called_total, itemised


def found(read, text):
    return [([claim_of(item).text for item in one.items], one.is_bulleted) for one in itemised(read(text))]


def test_lines_with_a_mark_and_one_figure_each(read):
    text = "The port won:\n* Harlow Bay: $4,000\n* Stroud: $4,500\n* Pell: $90\nThat is all.\n"
    assert found(read, text) == [(["$4,000", "$4,500", "$90"], True)]


def test_a_marked_line_without_a_figure_leaves_the_list_open(read):
    assert found(read, "* Harlow Bay: $4,000\n* Stroud: none\n* Pell: $90\n") == []


def test_paragraphs_with_one_figure_each(read):
    text = "Harlow Bay got $4,000.\n\nStroud got $4,500.\n"
    assert found(read, text) == [(["$4,000", "$4,500"], False)]


def test_words_that_call_a_figure_a_total(read):
    text = "Grants totaling $90,000. A total of $80,000. They got $70,000 in all. They got $60,000."
    assert [is_called_total(one) for one in read(text)] == [True, True, True, False]
