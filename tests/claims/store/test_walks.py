import pytest

from claims.store.walks import HELD, KEY, READ, Walk, first_found


class Counted:
    """Rows from a number downwards, and how many of them were looked at."""

    def __init__(self, highest, *, every=1):
        self.looked, self._highest, self._every = 0, highest, every

    def walk(self, cost=HELD):
        return Walk(self._rows(), self._sift, cost=cost)

    def _rows(self):
        for key in range(self._highest, 0, -1):
            self.looked += 1
            yield (key,)

    def _sift(self, rows):
        return [row for row in rows if row[0] % self._every == 0]


def test_the_first_that_fit_are_found_and_no_more():
    rows = Counted(10_000)
    assert first_found([rows.walk()], [], 3, 1000) == [10_000, 9_999, 9_998]
    assert rows.looked == 11


@pytest.mark.parametrize("every", [1, 7, 1000, 20_000])
def test_all_are_found_where_there_are_fewer_than_are_wanted(every):
    expected = [key for key in range(5000, 0, -1) if key % every == 0]
    assert first_found([Counted(5000, every=every).walk()], [], 9999, 1e9) == expected


def test_a_short_way_ends_before_a_long_one_is_walked():
    long, short = Counted(1_000_000, every=1_000_000_000), Counted(30, every=1_000_000_000)
    assert first_found([long.walk(), short.walk()], [], 5, 1e9) == []
    assert long.looked < 200


def test_a_way_with_work_at_its_beginning_is_tried_where_the_others_are_far():
    far, begun = Counted(1_000_000, every=1_000_000_000), []

    def later():
        begun.append(True)
        return Counted(1_000_000, every=1).walk(KEY)

    assert first_found([far.walk(READ)], [later], 2, 2000) == [1_000_000, 999_999]
    assert begun == [True]
    assert far.looked < 1000


def test_it_is_not_tried_where_they_are_near():
    def later():
        raise AssertionError("nobody asked")

    assert len(first_found([Counted(1_000_000, every=20).walk()], [later], 50, 2000)) == 50


def test_a_way_that_is_none_is_passed_over():
    rows = Counted(100_000, every=100_000)
    assert first_found([rows.walk()], [lambda: None], 1, 100) == [100_000]
