"""Work in one process and in several gives the same, in the same order."""

from collections.abc import Iterator

from claims.errors import InputError, TooLarge
from claims.executor import run


def length(words: str) -> int:
    return len(words)


def same(error: InputError) -> InputError:
    return error


def test_results_come_in_the_order_of_the_items_whatever_the_jobs():
    words = ["harbour"[: n % 7] for n in range(40)]
    assert list(run(length, words, 2)) == list(run(length, words, 1)) == [len(w) for w in words]


def test_items_are_taken_only_as_results_are_wanted():
    taken = []

    def items() -> Iterator[str]:
        for n in range(1000):
            taken.append(n)
            yield "x"

    next(run(length, items(), 1))
    assert taken == [0]


def test_an_input_error_keeps_its_sentence_between_processes():
    error = TooLarge("big.txt", 60_000_000, 50_000_000)
    assert [str(e) for e in run(same, [error], 2)] == [
        "big.txt: 60,000,000 bytes are over the limit of 50,000,000"
    ]
