"""The weights under onnxruntime: one window in, scores out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from claims.extraction.encoder.labels import LINK_VECTORS, WIDTH, Link
from claims.extraction.encoder.reading import Window

INPUTS = ("ids", "seen", "flags")
OUTPUTS = ("tags", "on_record", "links")

# Fused, the addition and the norm of a layer are not vectorised: a fifth of the time of the whole network.
_SLOWER = ["SkipLayerNormFusion", "BiasSkipLayerNormFusion"]

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the network says of one window.

    Attributes:
        tags, on_record: logits of each word, in order of the words.
        links: vectors of each piece: piece, link, role in the link, width.
    """

    tags: Scores
    on_record: Scores
    links: Scores


class Network:
    """Loaded once; one thread, for the workers of an intake share the machine already."""

    def __init__(self, path: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )

    @property
    def facts(self) -> Mapping[str, str]:
        """What the training wrote into the weights."""
        facts: Mapping[str, str] = self._session.get_modelmeta().custom_metadata_map
        return facts

    def read(self, window: Window) -> Answers:
        ids = np.array([window.ids], dtype=np.int64)
        flags = np.array([window.flags], dtype=np.int64)
        found = self._session.run(OUTPUTS, dict(zip(INPUTS, (ids, np.ones_like(ids), flags), strict=True)))
        tags, on_record, links = (scores[0] for scores in found)
        heads = np.array(window.heads)
        return Answers(
            tags[heads],
            on_record[heads],
            links.reshape(len(ids[0]), len(Link), LINK_VECTORS, WIDTH),
        )
