"""What open records of one process share."""

import shutil
from contextlib import closing

import pytest
from sqlalchemy.sql.compiler import SQLCompiler

from claims.store import Store
from claims.views import Query


@pytest.fixture
def compiled(monkeypatch):
    """The statements that are compiled from now on."""
    statements, compile_ = [], SQLCompiler.__init__

    def noted(self, dialect, statement, *args, **named):
        statements.append(statement)
        compile_(self, dialect, statement, *args, **named)

    monkeypatch.setattr(SQLCompiler, "__init__", noted)
    return statements


def test_what_was_compiled_for_one_record_serves_the_next(tmp_path, empty, compiled):
    def asked(name):
        compiled.clear()
        with closing(Store.open(shutil.copy(empty, tmp_path / name))) as store:
            assert list(store.keys(Query(words="pier"))) == []
            assert store.made_by("checks") == ""

    asked("one.db")
    asked("two.db")
    assert compiled == []
