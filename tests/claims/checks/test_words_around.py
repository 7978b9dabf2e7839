from claims.checks.words_around import clause, counts, is_number, stems


def test_only_what_may_be_counted_is_a_count():
    text = "Bail was $1 million at 9:30 for the 24-year-old who hurt two people and 13 dogs in block No. 4."
    assert counts(text) == (2, 13)


def test_a_decade_of_life_is_no_number():
    assert [is_number(word) for word in ("20s", "20", "two", "men")] == [False, True, True, False]


def test_one_thing_has_one_stem():
    assert stems("The tremors, said officials") == stems("the earthquake") == {"quake"}


def test_a_clause_ends_at_its_mark():
    assert clause(" people, police said") == ["people"]
