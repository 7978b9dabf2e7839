"""How wrong the network's answers are, one loss for each head, added with fixed weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from claims.extraction.encoder.labels import LINK_VECTORS, TAGS, WIDTH, Link
from claims.extraction.encoder.tagging import NEVER
from claims.training.examples import UNASKED, Example
from claims.training.pupil import Pupil
from claims.training.rows import Rows

# By what each loss counts beside that of the rows of tags.
EACH_TAG, LINKS, ON_RECORD = 0.5, 0.15, 0.2
_MASKED_SHARE = 0.06


@dataclass(slots=True)
class Batch:
    """Examples as tensors of one length."""

    examples: Sequence[Example]
    ids: Tensor
    seen: Tensor
    flags: Tensor
    tags: Tensor
    on_record: Tensor

    @classmethod
    def of(cls, examples: Sequence[Example], mask: int, chance: torch.Generator) -> Batch:
        """Some pieces are hidden behind the piece `mask`, so that what stands around them must tell."""
        ids = _table([one.window.ids for one in examples], 0)
        tags = _table([one.tags for one in examples], UNASKED)
        hidden = (torch.rand(ids.shape, generator=chance) < _MASKED_SHARE) & (tags != UNASKED)
        return cls(
            examples,
            ids.masked_fill(hidden, mask),
            _table([[1] * len(one.window.ids) for one in examples], 0),
            _table([one.window.flags for one in examples], 0),
            tags,
            _table([one.on_record for one in examples], UNASKED),
        )


def loss(pupil: Pupil, rows: Rows, batch: Batch) -> Tensor:
    """The sum over all heads of what this batch asks.

    Tags are asked for as rows, which is how they are read, and each alone, so that its
    score stays a probability.
    """
    found = pupil(batch.ids, batch.seen, batch.flags)
    tags, on_record, links = (scores.float() for scores in found)
    each = functional.cross_entropy(tags.reshape(-1, TAGS), batch.tags.reshape(-1), ignore_index=UNASKED)
    total = rows.loss(tags, batch.tags, batch.examples) + EACH_TAG * each
    return total + LINKS * _link_loss(links, batch) + ON_RECORD * _record_loss(on_record, batch)


def _record_loss(scores: Tensor, batch: Batch) -> Tensor:
    asked = batch.on_record != UNASKED
    if not bool(asked.any()):
        return scores.sum() * 0
    return functional.binary_cross_entropy_with_logits(scores[asked], batch.on_record[asked].float())


def _link_loss(vectors: Tensor, batch: Batch) -> Tensor:
    """Each content points to its source and its cue, or to the window's first piece for none."""
    asked = [(row, *link) for row, one in enumerate(batch.examples) for link in one.links]
    if not asked:
        return vectors.sum() * 0
    rows, firsts, lasts, *targets = torch.tensor(asked).T
    split = vectors.reshape(*vectors.shape[:2], len(Link), LINK_VECTORS, WIDTH)
    total = vectors.sum() * 0
    for link in Link:
        mine = split[:, :, link]
        query = mine[rows, firsts, 0] + mine[rows, lasts, 1]
        scores = torch.einsum("nw,npw->np", query, mine[rows, :, 2]) / WIDTH**0.5
        scores = scores.masked_fill(batch.seen[rows] == 0, NEVER)
        if bool((targets[link] != UNASKED).any()):
            total = total + functional.cross_entropy(scores, targets[link], ignore_index=UNASKED)
    return total


def _table(lists: Sequence[Sequence[int]], blank: int) -> Tensor:
    width = max(map(len, lists))
    return torch.tensor([[*one, *[blank] * (width - len(one))] for one in lists])
