"""The network: MiniLM with a token type per word shape, and heads."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from claims.extraction.encoder.labels import (
    FLAGS,
    LINK_VECTORS,
    TAGS,
    WIDTH,
    Link,
)

_DROPPED = 0.1


class Dropout(nn.Module):
    """Drops the same features of all pieces of a window: a tenth of the random numbers, and no worse."""

    def forward(self, values: Tensor) -> Tensor:
        if not self.training:
            return values
        kept = torch.rand(values.shape[0], 1, values.shape[-1]) > _DROPPED
        return values * kept.to(values.dtype) / (1 - _DROPPED)


Heads = tuple[Tensor, Tensor, Tensor]


class Pupil(nn.Module):
    """Scores for each piece: tags, on record, and the vectors of the pointers."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(base, add_pooling_layer=False)
        _take_flags(self.encoder)
        _thin_dropout(self.encoder)
        hidden = self.encoder.config.hidden_size
        self.tags = nn.Linear(hidden, TAGS)
        self.on_record = nn.Linear(hidden, 1)
        self.links = nn.Linear(hidden, len(Link) * LINK_VECTORS * WIDTH)
        self.dropout = Dropout()

    def forward(self, ids: Tensor, seen: Tensor, flags: Tensor) -> Heads:
        states = self.encoder(input_ids=ids, attention_mask=seen, token_type_ids=flags).last_hidden_state
        states = self.dropout(states)
        return (
            self.tags(states),
            self.on_record(states).squeeze(-1),
            self.links(states),
        )


def _take_flags(encoder: BertModel) -> None:
    """Token types begin as the one that the base was trained with."""
    old = encoder.embeddings.token_type_embeddings
    new = nn.Embedding(FLAGS, old.embedding_dim)
    new.weight.data[:] = old.weight.data[0]
    encoder.embeddings.token_type_embeddings = new
    encoder.config.type_vocab_size = FLAGS


def _thin_dropout(encoder: BertModel) -> None:
    """Dropout of attention costs the most time and was worth nothing: off; elsewhere by feature."""
    for module in list(encoder.modules()):
        for name, child in list(module.named_children()):
            if not isinstance(child, nn.Dropout):
                continue
            if "SelfAttention" in type(module).__name__:
                child.p = 0.0
            else:
                setattr(module, name, Dropout())
