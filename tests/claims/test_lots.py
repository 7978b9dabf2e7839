from claims.lots import lots


def test_things_come_in_order_as_many_together_as_fit():
    assert list(lots("abcde", 2)) == [["a", "b"], ["c", "d"], ["e"]]


def test_a_lot_is_full_with_the_first_thing_that_makes_it_heavy_enough():
    words = ["bay", "harbour", "a", "quay"]
    assert list(lots(words, weigh=len, heaviest=8)) == [["bay", "harbour"], ["a", "quay"]]


def test_of_nothing_there_is_no_lot():
    assert list(lots([], 3)) == []


def test_the_next_lot_is_not_taken_before_it_is_asked_for():
    taken = []
    some = lots((taken.append(number) or number for number in range(10)), 3)
    next(some)
    assert taken == [0, 1, 2]
