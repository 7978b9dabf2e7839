"""The epochs."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Container, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from claims.extraction.encoder.reading import Reader
from claims.extraction.encoder.wordpiece import WordPieces
from claims.training.corpora import Lesson
from claims.training.examples import Example, batches, examples
from claims.training.losses import Batch, loss
from claims.training.noise import noisy
from claims.training.pupil import Pupil
from claims.training.rows import Rows


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    Attributes:
        rate: of the encoder; the heads, which know nothing yet, learn five times as fast.
        batch: windows.
        clean: share of lessons that are shown as they are printed.
        size: pieces of a window at most.
        every: show every sentence, and not only those that reading shows.
    """

    epochs: int = 4
    rate: float = 1e-4
    batch: int = 8
    seed: int = 1
    clean: float = 0.5
    size: int = 160
    every: bool = False


def teach(
    pupil: Pupil, rows: Rows, lessons: Sequence[Lesson], cues: Container[str], pieces: WordPieces, plan: Plan,
    *, out: Path, say: Callable[[str], None],
) -> None:  # fmt: skip
    """Train in place; after each epoch the weights are written to `out`."""
    chance, generator = random.Random(plan.seed), torch.Generator().manual_seed(plan.seed)
    reader = Reader(pieces, size=plan.size, overlap=plan.size // 4)
    steps = plan.epochs * len(
        list(batches(_made(lessons, reader, cues, chance, plan), chance, count=plan.batch))
    )
    optimizer = _optimizer(pupil, rows, plan)
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step, steps))
    pupil.train()
    began = time.monotonic()
    taken = 0
    for epoch in range(plan.epochs):
        losses = []
        for group in batches(_made(lessons, reader, cues, chance, plan), chance, count=plan.batch):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                wrong = loss(pupil, rows, Batch.of(group, pieces.mask, generator))
            optimizer.zero_grad(set_to_none=True)
            wrong.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(pupil.parameters(), 1.0)
            optimizer.step()
            pace.step()
            taken += 1
            losses.append(wrong.item())
            if taken % 50 == 0:
                mean = sum(losses[-50:]) / len(losses[-50:])
                say(f"epoch {epoch} step {taken}/{steps} loss {mean:.4f} {time.monotonic() - began:.0f} s")
        torch.save({"pupil": pupil.state_dict(), "rows": rows.state_dict(), "plan": asdict(plan)}, out)


def _made(
    lessons: Sequence[Lesson], reader: Reader, cues: Container[str], chance: random.Random, plan: Plan
) -> list[Example]:
    """An epoch's examples: some lessons as printed, the others in other styles."""
    made: list[Example] = []
    for lesson in lessons:
        shown = lesson if chance.random() < plan.clean else noisy(lesson, chance)
        made += examples(shown, reader, None if plan.every else cues, chance, size=plan.size)
    return made


def _optimizer(pupil: Pupil, rows: Rows, plan: Plan) -> torch.optim.Optimizer:
    named = list(pupil.named_parameters())
    matrices = [value for name, value in named if name.startswith("encoder") and value.ndim > 1]
    vectors = [value for name, value in named if name.startswith("encoder") and value.ndim <= 1]
    heads = [value for name, value in named if not name.startswith("encoder")]
    return torch.optim.AdamW(
        [
            {"params": matrices, "weight_decay": 0.01},
            {"params": vectors, "weight_decay": 0.0},
            {"params": heads, "weight_decay": 0.01, "lr": plan.rate * 5},
            {"params": list(rows.parameters()), "weight_decay": 0.0, "lr": plan.rate * 50},
        ],
        lr=plan.rate,
        fused=True,
    )


def _pace(step: int, steps: int) -> float:
    """Up over the first 6 %, then down in a straight line."""
    return min(1.0, (step + 1) / (0.06 * steps)) * max(0.02, 1 - step / steps)
