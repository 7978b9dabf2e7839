from claims.store.window import MOST, Looked, Window


class Read:
    """Reads rows between two bounds, and remembers which."""

    def __init__(self):
        self.asked = []

    def __call__(self, low, high):
        self.asked.append((low, high))
        yield from ((key,) for key in range(high - 1, low - 1, -1))

    def of(self, keys):
        self.asked.append(list(keys))
        return [(key,) for key in keys if key != 13]


def test_rows_that_were_read_are_not_read_again():
    window, read = Window(), Read()
    first = window.rows(0, 100, read)
    assert [next(first) for _ in range(3)] == [(99,), (98,), (97,)]
    first.close()
    assert [key for (key,) in window.rows(90, 100, read)] == list(range(99, 89, -1))
    assert [key for (key,) in window.rows(95, 100, read)] == [99, 98, 97, 96, 95]
    assert read.asked == [(0, 100), (90, 97)]


def test_two_who_read_at_once_leave_no_gap_and_no_row_twice():
    window, read = Window(), Read()
    one, other = window.rows(0, 10, read), window.rows(0, 10, read)
    assert [next(one), next(one), next(other)] == [(9,), (8,), (9,)]
    other.close()
    one.close()
    assert [key for (key,) in window.rows(0, 10, read)] == list(range(9, -1, -1))


def test_a_window_grows_no_further_than_it_may():
    window, read = Window(), Read()
    assert len(list(window.rows(0, 3 * MOST, read))) == 3 * MOST
    list(window.rows(0, 3 * MOST, read))
    assert read.asked[1] == (0, 2 * MOST)


def test_rows_anywhere_are_read_once_and_those_that_are_gone_left_out():
    looked, read = Looked(), Read()
    assert looked.rows([15, 13, 11], read.of) == [(15,), (11,)]
    assert looked.rows([16, 15, 11], read.of) == [(16,), (15,), (11,)]
    assert read.asked == [[15, 13, 11], [16]]
    assert looked.begun([16, 15, 14]) == 2


def test_rows_that_are_held_stay_whatever_else_is_looked_at():
    looked, read = Looked(), Read()
    looked.hold([(9,), (8,)])
    looked.rows(range(100, 102 + MOST), read.of)
    looked.rows([99], read.of)
    assert looked.rows([9, 8, 7], read.of) == [(9,), (8,), (7,)]
    assert read.asked[2:] == [[7]]
