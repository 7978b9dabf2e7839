"""Is a column one of many values? Asked so that SQLite looks them up."""

import pytest
from sqlalchemy import create_engine, not_, select, text
from sqlalchemy.dialects import sqlite

from claims.store.dialect import among
from claims.store.rows import QUOTE

MANY = among(QUOTE.c.key, "[1, 2]")


def written(condition):
    asked = select(QUOTE.c.key).where(condition)
    return str(asked.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))


@pytest.mark.parametrize("condition", [MANY, MANY & (QUOTE.c.unseen == 0)], ids=["alone", "with another"])
def test_the_values_are_looked_up_and_not_each_row_of_the_table(condition):
    with create_engine("sqlite://").connect() as connection:
        connection.execute(text("CREATE TABLE quote (key INTEGER PRIMARY KEY, unseen INTEGER)"))
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN {written(condition)}")).all()
    assert "SEARCH quote USING INTEGER PRIMARY KEY (rowid=?)" in [step[-1] for step in plan]


def test_none_of_many_is_its_opposite():
    with create_engine("sqlite://").connect() as connection:
        connection.execute(text("CREATE TABLE quote (key INTEGER PRIMARY KEY)"))
        connection.execute(text("INSERT INTO quote VALUES (1), (2), (3)"))
        assert connection.execute(text(written(not_(MANY)))).scalars().all() == [3]
