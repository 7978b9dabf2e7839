"""python -m claims.training EVAL/quotes --base FOLDER --out FOLDER."""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sys
from dataclasses import fields
from pathlib import Path

import torch

from claims.extraction.encoder.reading import SIZE, Reader
from claims.extraction.encoder.reports import FOLLOWS, VOCABULARY, WEIGHTS, Encoder
from claims.extraction.encoder.wordpiece import WordPieces
from claims.training.corpora import Lesson, lessons
from claims.training.examples import examples, follows
from claims.training.export import export
from claims.training.judging import judge
from claims.training.pupil import Nearness, Pupil
from claims.training.teaching import Plan, teach

_CHECKPOINT = "checkpoint.pt"


def main() -> None:
    asked = _arguments().parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    plan = Plan(asked.epochs, asked.rate, seed=asked.seed)
    torch.manual_seed(plan.seed)
    torch.set_num_threads(asked.threads)
    pupil, nearness = Pupil(asked.base), Nearness()
    shutil.copy(asked.base / "vocab.txt", asked.out / VOCABULARY)
    pieces = WordPieces((asked.out / VOCABULARY).read_text(encoding="utf-8").splitlines())
    known = lessons(asked.corpora, asked.names)
    random.Random(plan.seed).shuffle(known)
    known = known[: round(len(known) * asked.share)]
    if asked.go_on:
        kept = torch.load(asked.go_on)
        pupil.load_state_dict(kept["pupil"])
        nearness.load_state_dict(kept["nearness"])
    else:
        _say(f"{len(known)} lessons, {plan}")
        teach(pupil, nearness, known, pieces, plan, out=asked.out / _CHECKPOINT, say=_say)
    facts = {"plan": str({field.name: getattr(plan, field.name) for field in fields(plan)})}
    facts["nearness"] = json.dumps({name: value.tolist() for name, value in nearness.state_dict().items()})
    facts[FOLLOWS] = json.dumps(_follows(known, pieces))
    export(pupil, asked.out / WEIGHTS, facts)
    judge(asked.corpora, Encoder(asked.out), asked.out, _say)


def _follows(known: list[Lesson], pieces: WordPieces) -> list[list[int]]:
    """Counted where quotes count in full: the other genres' are of another kind."""
    chance, reader = random.Random(0), Reader(pieces)
    news = (lesson for lesson in known if lesson.weight == 1)
    return follows(one for lesson in news for one in examples(lesson, reader, chance, size=SIZE))


def _arguments() -> argparse.ArgumentParser:
    usual = Plan()
    parser = argparse.ArgumentParser(prog="python -m claims.training", description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder of the gold documents and their scorer")
    parser.add_argument("--base", type=Path, required=True, help="folder of MiniLM's weights and vocabulary")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--names", type=Path, help="places of names in the documents, JSON lines")
    parser.add_argument("--epochs", type=int, default=usual.epochs)
    parser.add_argument("--rate", type=float, default=usual.rate)
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument("--share", type=float, default=1.0, help="of the lessons, for a trial")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--go-on", type=Path, help="a checkpoint to export and judge, without training")
    return parser


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
