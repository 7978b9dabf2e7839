"""How wrong the network's answers are, one loss for each head, added with fixed weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from claims.extraction.encoder.labels import LINK_VECTORS, MENTION_VECTORS, NAME_TAGS, TAGS, WIDTH, Link
from claims.training.examples import UNASKED, Example
from claims.training.pupil import Nearness, Pupil

# By what each loss counts beside the tags'.
LINKS, ON_RECORD, NAMES, MENTIONS = 0.15, 0.2, 0.3, 0.1
_MASK, _MASKED_SHARE = 103, 0.06
_NEVER = -1e4


@dataclass(slots=True)
class Batch:
    """Examples as tensors of one length; `weights` one for each example."""

    examples: Sequence[Example]
    ids: Tensor
    seen: Tensor
    flags: Tensor
    tags: Tensor
    names: Tensor
    on_record: Tensor
    weights: Tensor

    @classmethod
    def of(cls, examples: Sequence[Example], chance: torch.Generator) -> Batch:
        """Some words are hidden, so that what stands around them must tell."""
        ids = _table([one.window.ids for one in examples], 0)
        tags = _table([one.tags for one in examples], UNASKED)
        hidden = (torch.rand(ids.shape, generator=chance) < _MASKED_SHARE) & (tags != UNASKED)
        return cls(
            examples,
            ids.masked_fill(hidden, _MASK),
            _table([[1] * len(one.window.ids) for one in examples], 0),
            _table([one.window.flags for one in examples], 0),
            tags,
            _table([one.names for one in examples], UNASKED),
            _table([one.on_record for one in examples], UNASKED),
            torch.tensor([one.weight for one in examples]),
        )


def loss(pupil: Pupil, nearness: Nearness, batch: Batch) -> Tensor:
    """The sum over all heads of what this batch asks."""
    found = pupil(batch.ids, batch.seen, batch.flags)
    tags, names, on_record, links, mentions = (scores.float() for scores in found)
    total = _tag_loss(tags, batch)
    total = total + LINKS * _link_loss(links, batch)
    total = total + ON_RECORD * _record_loss(on_record, batch)
    if bool((batch.names != UNASKED).any()):
        total = total + NAMES * functional.cross_entropy(
            names.reshape(-1, NAME_TAGS), batch.names.reshape(-1), ignore_index=UNASKED
        )
    return total + MENTIONS * _mention_loss(mentions, nearness, batch)


def _tag_loss(scores: Tensor, batch: Batch) -> Tensor:
    each = functional.cross_entropy(
        scores.reshape(-1, TAGS), batch.tags.reshape(-1), ignore_index=UNASKED, reduction="none"
    ).reshape(batch.tags.shape)
    asked = (batch.tags != UNASKED) * batch.weights[:, None]
    return (each * asked).sum() / asked.sum().clamp(min=1)


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
        scores = scores.masked_fill(batch.seen[rows] == 0, _NEVER)
        if bool((targets[link] != UNASKED).any()):
            total = total + functional.cross_entropy(scores, targets[link], ignore_index=UNASKED)
    return total


def _mention_loss(vectors: Tensor, nearness: Nearness, batch: Batch) -> Tensor:
    """Each mention points to any earlier one of the same person in the batch, or to nobody."""
    asked = [(row, *mention) for row, one in enumerate(batch.examples) for mention in one.mentions]
    if len(asked) < 2:
        return vectors.sum() * 0
    rows, firsts, lasts, who = torch.tensor(asked).T
    split = vectors.reshape(*vectors.shape[:2], MENTION_VECTORS, WIDTH)
    query = split[rows, firsts, 0] + split[rows, lasts, 1]
    key = split[rows, firsts, 2] + split[rows, lasts, 3]
    scores = query @ key.T / WIDTH**0.5 + nearness(*_nearness_of(batch, asked))
    lessons = torch.tensor([_number(batch, row) for row in rows.tolist()])
    one_lesson = lessons[:, None] == lessons[None]
    earlier = torch.ones_like(scores).tril(-1).bool() & one_lesson
    scores = torch.cat([torch.zeros(len(asked), 1), scores.masked_fill(~earlier, _NEVER)], 1)
    right = (who[:, None] == who[None]) & earlier
    right = torch.cat([~right.any(1, keepdim=True), right], 1)
    likely = torch.logsumexp(scores.masked_fill(~right, _NEVER), 1) - torch.logsumexp(scores, 1)
    return -likely.mean()


def _number(batch: Batch, row: int) -> int:
    """Which lesson an example is of, as the first row that shows it."""
    mine = batch.examples[row].lesson
    return next(nth for nth, one in enumerate(batch.examples) if one.lesson == mine)


def _nearness_of(batch: Batch, asked: Sequence[tuple[int, ...]]) -> tuple[Tensor, Tensor, Tensor]:
    offsets = [0]
    for one in batch.examples:
        offsets.append(offsets[-1] + len(one.window.ids))
    places = torch.tensor([offsets[row] + first for row, first, *_ in asked])
    words = [tuple(batch.examples[row].window.ids[first : last + 1]) for row, first, last, _ in asked]
    same = torch.tensor([[a == b for b in words] for a in words]).float()
    same_last = torch.tensor([[a[-1] == b[-1] for b in words] for a in words]).float()
    return (places[:, None] - places[None]).abs(), same, same_last


def _table(lists: Sequence[Sequence[int]], blank: int) -> Tensor:
    width = max(map(len, lists))
    return torch.tensor([[*one, *[blank] * (width - len(one))] for one in lists])
