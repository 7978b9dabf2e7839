import shutil
import sys
from pathlib import Path

import pytest

from claims.store import Store

# Tests share the builders of `store_material.py`, and so do the processes they start.
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.db"


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """An empty record, made once: to copy it is quicker than to make another."""
    made = tmp_path_factory.mktemp("empty") / "record.db"
    Store.open(made, create=True).close()
    return made


@pytest.fixture
def store(path, empty):
    shutil.copy(empty, path)
    opened = Store.open(path)
    yield opened
    opened.close()
