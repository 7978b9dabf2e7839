"""Rows of tags as a conditional random field (Lafferty, McCallum and Pereira, ICML 2001)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from claims.extraction.encoder.labels import TAGS, Part
from claims.extraction.encoder.tagging import NEVER
from claims.training.examples import Example


class Rows(nn.Module):
    """What one tag adds to the score of the next; a paragraph stands between two words of no part."""

    def __init__(self) -> None:
        super().__init__()
        self.table = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.register_buffer("forbidden", _forbidden(), persistent=False)

    @property
    def allowed(self) -> Tensor:
        """The table: a part goes on only behind its own beginning or middle."""
        return self.table.masked_fill(self.forbidden, NEVER)

    def loss(self, scores: Tensor, tags: Tensor, examples: Sequence[Example]) -> Tensor:
        """Minus the log likelihood of the right rows, for each word.

        Args:
            scores: window, piece, tag.
            tags: window, piece.
        """
        rows = [(window, row) for window, one in enumerate(examples) for row in one.paragraphs]
        longest = max(len(row) for _, row in rows)
        words = torch.tensor([row + [0] * (longest - len(row)) for _, row in rows])
        lengths = torch.tensor([len(row) for _, row in rows])
        windows = torch.tensor([window for window, _ in rows])[:, None]
        mine, right = scores[windows, words], tags[windows, words].clamp(min=0)
        is_word = torch.arange(longest)[None] < lengths[:, None]
        table = self.allowed
        likely = _score(mine, right, is_word, lengths, table) - _all(mine, lengths, table)
        return -likely.sum() / lengths.sum()


def _score(scores: Tensor, tags: Tensor, is_word: Tensor, lengths: Tensor, table: Tensor) -> Tensor:
    """Of one row of tags for each paragraph."""
    words = (scores.gather(2, tags[..., None]).squeeze(2) * is_word).sum(1)
    steps = (table[tags[:, :-1], tags[:, 1:]] * is_word[:, 1:]).sum(1)
    last = tags.gather(1, lengths[:, None] - 1).squeeze(1)
    return words + steps + table[0, tags[:, 0]] + table[last, 0]


def _all(scores: Tensor, lengths: Tensor, table: Tensor) -> Tensor:
    """Of all rows together: the forward algorithm, in logarithms."""
    here = table[0] + scores[:, 0]
    ends = []
    for word in range(scores.shape[1]):
        if word:
            here = torch.logsumexp(here[:, :, None] + table, 1) + scores[:, word]
        ends.append(here)
    reached = torch.stack(ends, 1)[torch.arange(len(lengths)), lengths - 1]
    return torch.logsumexp(reached + table[:, 0], 1)


def _forbidden() -> Tensor:
    table = torch.zeros(TAGS, TAGS, dtype=torch.bool)
    for part in range(1, len(Part)):
        goes_on = 2 * part
        table[:, goes_on] = True
        table[[goes_on - 1, goes_on], goes_on] = False
    return table
