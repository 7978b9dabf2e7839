from hypothesis import given
from hypothesis import strategies as st

from claims.matching.alignment import word_diff
from claims.matching.blocks import stretches
from claims.matching.likeness import likeness

words = st.lists(st.sampled_from("the pier is shut and dry".split()), max_size=12)


@given(words, words)
def test_stretches_are_shared_and_in_order(left, right):
    found = stretches(left, right)
    assert all(left[a : a + size] == right[c : c + size] and size for a, c, size in found)
    ends = [(a + size, c + size) for a, c, size in found]
    starts = [(a, c) for a, c, _ in found]
    assert all(
        end[0] <= start[0] and end[1] <= start[1] for end, start in zip(ends, starts[1:], strict=False)
    )


def test_of_two_books_the_changes_are_found():
    book = [f"w{number % 9000}" for number in range(9000)]
    other = [*book[:100], "pier", *book[101:8000], "dry", "shut", *book[8000:]]
    assert stretches(book, other) == [(0, 0, 100), (101, 101, 7899), (8000, 8002, 1000)]


def test_books_are_compared_like_quotes():
    book = " ".join(f"w{number}" for number in range(9000))
    assert likeness(book, book.replace(" w70 ", " pier ")).relation == "altered"
    assert likeness(book, " ".join(f"v{number}" for number in range(9000))).relation == "different"
    changed = [each for each in word_diff(book, book.replace(" w70 ", " pier ")) if each.op != "equal"]
    assert [(each.op, each.left, each.right) for each in changed] == [("replace", "w70", "pier")]
