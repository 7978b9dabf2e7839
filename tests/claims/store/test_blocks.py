"""Keys of the text index many together: in order, between their bounds, with those found besides."""

import numpy as np
import pytest
from store_material import told

from claims.store import Store
from claims.store.blocks import Blocks

LOWEST, HIGHEST = -(2**63), 2**63 - 1


@pytest.fixture
def port(store: Store):
    """Seven quotes: in all but every third is a port."""
    for number in range(7):
        words = f"The quay {number}." if number % 3 == 2 else f"The port {number}."
        told(store, words, location=f"{number}.txt", published=f"2024-05-{number + 10}")
    return store


def blocks(connection, low=LOWEST, high=HIGHEST, *, kept=lambda keys: keys, besides=None):
    about = {"cost": 0.3, "begun": 50.0, "expected": 2.0}
    return Blocks(connection, '"port"', low, high, kept, lambda keys: keys, besides=besides, **about)


def walked(way, most):
    found = []
    while True:
        read, keys = way.look(most)
        found += keys
        if read < most:
            return found


@pytest.mark.parametrize("most", [1, 2, 5, 100])
def test_blocks_of_any_size_give_every_row_of_the_word_newest_first(port, most):
    with port._database.read() as connection:
        expected = [
            key
            for (key,) in connection.exec_driver_sql(
                "SELECT key FROM quote WHERE text LIKE '%port%' ORDER BY key DESC"
            )
        ]
        assert walked(blocks(connection), most) == expected
        assert walked(blocks(connection, expected[3], expected[0]), most) == expected[1:4]
        second = blocks(connection, kept=lambda keys: keys[keys == expected[1]])
        assert walked(second, most) == [expected[1]]


@pytest.mark.parametrize("most", [1, 2, 5, 100])
def test_keys_found_besides_stand_among_them_in_order_and_once(port, most):
    with port._database.read() as connection:
        every = [key for (key,) in connection.exec_driver_sql("SELECT key FROM quote ORDER BY key")]
        assert walked(blocks(connection, besides=np.array(every[:3])), most) == sorted(
            {*every[:3], *(key for at, key in enumerate(every) if at % 3 != 2)}, reverse=True
        )


def test_of_no_rows_there_is_an_end(store: Store):
    with store._database.read() as connection:
        assert blocks(connection).look(100) == (0, [])
