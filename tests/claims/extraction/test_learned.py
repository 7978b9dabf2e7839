"""The extractor in use: the encoder with the rules, or the rules alone and a sentence."""

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from claims.extraction.encoder import package
from claims.extraction.learned import Learned
from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Document
from claims.ports import Extraction

# No rule finds it: it needs the weights.
TEXT = "Marisol Vega’s claim that the pier is sound was met with laughter."
PLAIN = "Marisol Vega said the pier is sound."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(package.FOLDER, tmp_path / "weights"))


def read(text: str, extractor: Learned) -> Extraction:
    return extract(Document(text, "0" * 64), extractor)


def test_whole_weights_are_used() -> None:
    extractor = Learned()
    assert (extractor.name, extractor.lacks) == ("encoder", "")
    assert [quote.text for quote in read(PLAIN, extractor).quotes] == ["the pier is sound"]
    assert {quote.method for quote in read(TEXT, extractor).quotes} == {"encoder"}
    assert read(TEXT, Learned(Path("nowhere"))).quotes == ()


def test_the_version_names_the_weights() -> None:
    sha256 = json.loads((package.FOLDER / package.CARD).read_text(encoding="utf-8"))["sha256"][
        package.WEIGHTS
    ]
    assert Learned().version == f"3.{sha256[:8]}, rules {Rules().version}"


def test_without_weights_the_rules_read_and_a_sentence_says_so(folder: Path) -> None:
    (folder / package.WEIGHTS).unlink()
    extractor = Learned(folder)
    assert extractor.name == "rules"
    assert extractor.lacks == (
        "the encoder cannot be used (weights.onnx is missing): rules alone read; install OnRecord again"
    )
    assert [quote.text for quote in read(PLAIN, extractor).quotes] == ["the pier is sound"]


def test_weights_that_do_not_load_are_named_once_they_were_tried(folder: Path) -> None:
    (folder / package.WEIGHTS).write_bytes(b"no network")
    digests = {
        name: sha256((folder / name).read_bytes()).hexdigest()
        for name in (package.WEIGHTS, package.VOCABULARY)
    }
    (folder / package.CARD).write_text(json.dumps({"sha256": digests}))
    extractor = Learned(folder)
    assert extractor.name == "encoder"
    found = read(PLAIN, extractor)
    assert [quote.text for quote in found.quotes] == ["the pier is sound"]
    assert ["rules alone read" in problem.message for problem in found.problems] == [True]
    assert extractor.name == "rules"
    assert "cannot be used" in extractor.lacks


def test_marks_alone_load_no_weights() -> None:
    extractor = Learned()
    extractor.extract(Document(PLAIN, "0" * 64), direct_only=True)
    assert extractor._encoder is None
