"""What some paragraphs report, by the learned reader."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from claims.extraction.encoder.decoding import Report, reports
from claims.extraction.encoder.network import Network
from claims.extraction.encoder.package import VOCABULARY, WEIGHTS
from claims.extraction.encoder.reading import INSIDE, Paragraph, Reader
from claims.extraction.encoder.skipping import telling
from claims.extraction.encoder.wordpiece import WordPieces

# Facts in the weights, as JSON: what tags add to the next one's score, and which words tell of speech.
ROWS, CUES = "rows", "cues"


class Encoder:
    """Loaded from a folder with `weights.onnx` and `vocabulary.txt`."""

    def __init__(self, folder: Path) -> None:
        self.network = Network(folder / WEIGHTS)
        self._rows = np.array(json.loads(self.network.facts[ROWS]))
        self._cues = frozenset(json.loads(self.network.facts[CUES]))
        vocabulary = (folder / VOCABULARY).read_text(encoding="utf-8").splitlines()
        self._reader = Reader(WordPieces(vocabulary), inside=INSIDE)

    def reports(self, text: str, paragraphs: Iterable[Paragraph]) -> Iterator[Report]:
        """Every piece of reported content in some paragraphs of a text, in order of place.

        What the network says of all of them is held at once.
        """
        windows = self._reader.windows(text, telling(text, paragraphs, self._cues))
        return reports([(window, self.network.read(window)) for window in windows], self._rows)
