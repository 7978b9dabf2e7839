"""The weights that are shipped: whole, or named."""

import json
import shutil
from pathlib import Path

import pytest

from claims.extraction.encoder import package


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what is shipped; each test has a place of its own, for answers are remembered by place."""
    return Path(shutil.copytree(package.FOLDER, tmp_path / "weights"))


def test_what_is_shipped_is_whole() -> None:
    assert package.damage() == ""


def test_what_is_shipped_is_small() -> None:
    assert sum(file.stat().st_size for file in package.FOLDER.iterdir()) < 30_000_000


def test_the_model_card_names_the_weights_that_are_shipped() -> None:
    card = json.loads((package.FOLDER / package.CARD).read_text(encoding="utf-8"))
    assert card["sha256"][package.WEIGHTS] in (package.FOLDER / "MODEL_CARD.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [package.WEIGHTS, package.VOCABULARY, package.CARD])
def test_a_file_that_is_gone_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert package.damage(folder) == f"{name} is missing"


@pytest.mark.parametrize("name", [package.WEIGHTS, package.VOCABULARY])
def test_one_changed_byte_is_damage(folder: Path, name: str) -> None:
    raw = bytearray((folder / name).read_bytes())
    raw[len(raw) // 2] ^= 1
    (folder / name).write_bytes(raw)
    assert package.damage(folder) == f"{name} is damaged"


def test_a_card_that_is_none_is_damage(folder: Path) -> None:
    (folder / package.CARD).write_text("[]")
    assert package.damage(folder) == f"{package.CARD} is damaged"
