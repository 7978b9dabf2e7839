"""A record of two stories with decisions on them, and its dossiers, each made once."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import making

from claims import Ledger


@pytest.fixture(scope="session")
def decided(record_of, tmp_path_factory):
    """A folder with the closed record: copy it before you change it."""
    home = tmp_path_factory.mktemp("decided") / "home"
    shutil.copytree(record_of(*making.STORIES), home)
    with Ledger.open(home / "record.db", by="okafor") as ledger:
        making.decide(ledger)
    with Ledger.open(home / "record.db", by="lindqvist") as ledger:
        ledger.note(making.document(ledger, "coastal.txt"), "ring the wire desk")
    return home


@pytest.fixture(scope="session")
def made(decided, tmp_path_factory):
    """The dossier of all that the record holds, as a folder: copy it before you change it."""
    place = tmp_path_factory.mktemp("made") / "dossier"
    with Ledger.open(decided / "record.db", read_only=True) as ledger:
        making.write(making.dossier_of(ledger), place)
    return place


@pytest.fixture
def folder(made, tmp_path):
    """A dossier to be spoiled."""
    return Path(shutil.copytree(made, tmp_path / "dossier"))


@pytest.fixture
def record(decided, tmp_path):
    """The record of the dossier, to be changed."""
    return Path(shutil.copytree(decided, tmp_path / "home")) / "record.db"
