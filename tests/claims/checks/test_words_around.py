from claims.checks.words_around import clause, counts, holds_any, is_number, stems
from claims.model import Span


def test_only_what_may_be_counted_is_a_count():
    text = "Bail was $1 million at 9:30 for the 24-year-old who hurt two people and 13 dogs in block No. 4."
    assert counts(text, but=Span(0, 4)) == (2, 13)


def test_a_figure_is_none_of_the_others():
    text = "One man, two women and 13 of the 20-odd dogs were hurt; the two's owner was not."
    assert counts(text, but=Span(9, 12)) == (1, 13)


def test_a_decade_of_life_is_no_number():
    assert [is_number(word) for word in ("20s", "20", "two", "men")] == [False, True, True, False]


def test_one_thing_has_one_stem():
    assert stems("The tremors, said officials") == stems("the earthquake") == {"quake"}


def test_a_clause_ends_at_its_mark():
    assert clause(" people, police said") == ["people"]


def test_a_piece_of_a_word_is_held_too():
    assert holds_any("the harbor board met this weekend", ("ferry", "weekend"))
    assert holds_any("the harbor board met on weekends", ("ferry", "weekend"))
    assert not holds_any("the harbor board met", ("ferry", "weekend"))
