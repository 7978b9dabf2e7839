from claims.matching.pairing import agreement


def score(one, other):
    return agreement(one.split(), other.split(), each_extra=0.04, by_letters=True)[0]


def test_a_missing_middle_name_costs_little_and_another_one_most():
    assert score("marisol vega", "marisol ann vega") == 0.96
    assert score("marisol ruth vega", "marisol ann vega") < 0.5


def test_words_that_are_parted_elsewhere_are_put_together():
    assert score("ruth lind qvist", "ruth ann lindqvist") > 0.9
    assert score("mohammad hasni okafor", "okafor mohammadhasni") == 1


def test_a_surname_may_come_first_but_the_words_stand_in_one_order():
    assert score("vega marisol ann", "marisol ann vega") == 1
    assert score("ann bin ruth vega", "ruth bin ann vega") < 0.8
