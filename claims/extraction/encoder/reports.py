"""What a page reports, by the learned reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from claims.extraction.encoder.decoding import Report, reports
from claims.extraction.encoder.network import Network
from claims.extraction.encoder.reading import Reader, paragraphs
from claims.extraction.encoder.wordpiece import WordPieces
from claims.extraction.page import Page

WEIGHTS, VOCABULARY = "weights.onnx", "vocabulary.txt"
# The fact in the weights that tells what tags add to the next one's score, as JSON.
ROWS = "rows"


class Encoder:
    """Loaded from a folder with `weights.onnx` and `vocabulary.txt`."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        self.network = Network(folder / WEIGHTS, threads=threads)
        self._rows = np.array(json.loads(self.network.facts[ROWS]))
        vocabulary = (folder / VOCABULARY).read_text(encoding="utf-8").splitlines()
        self._reader = Reader(WordPieces(vocabulary))

    def reports(self, page: Page) -> Iterator[Report]:
        """Every piece of reported content, in order of place."""
        for window in self._reader.windows(page.text, paragraphs(page)):
            yield from reports(window, self.network.read(window), self._rows)
