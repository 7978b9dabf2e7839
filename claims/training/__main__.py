"""python -m claims.training EVAL/quotes --base FOLDER --out FOLDER."""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from pathlib import Path

import torch

from claims.extraction.encoder.package import CARD, VOCABULARY, WEIGHTS
from claims.extraction.encoder.reports import CUES, ROWS, Encoder
from claims.extraction.encoder.wordpiece import WordPieces
from claims.training.corpora import lessons
from claims.training.cue_words import cue_words
from claims.training.export import export
from claims.training.judging import judge
from claims.training.pupil import Pupil
from claims.training.rows import Rows
from claims.training.teaching import Plan, teach

_CHECKPOINT = "checkpoint.pt"
# Of the heads' first weights, whatever the seed of the lessons is: so several trainings can be averaged.
_FIRST = 1


def main() -> None:
    asked = _arguments().parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    plan = Plan(asked.epochs, asked.rate, seed=asked.seed, size=asked.size, every=asked.every)
    torch.manual_seed(_FIRST)
    torch.set_num_threads(asked.threads)
    pupil, rows = Pupil(asked.base), Rows()
    shutil.copy(asked.base / "vocab.txt", asked.out / VOCABULARY)
    pieces = WordPieces((asked.out / VOCABULARY).read_text(encoding="utf-8").splitlines())
    known = lessons(asked.corpora)
    random.Random(plan.seed).shuffle(known)
    known = known[: round(len(known) * asked.share)]
    cues = cue_words(known)
    if asked.go_on:
        kept = [torch.load(checkpoint) for checkpoint in asked.go_on]
        plans = [one["plan"] for one in kept]
        pupil.load_state_dict(_mean([one["pupil"] for one in kept]))
        rows.load_state_dict(_mean([one["rows"] for one in kept]))
    else:
        plans = [asdict(plan)]
        _say(f"{len(known)} lessons, {plan}")
        teach(pupil, rows, known, cues, pieces, plan, out=asked.out / _CHECKPOINT, say=_say)
    facts = {ROWS: json.dumps(rows.allowed.tolist()), CUES: json.dumps(cues), "plans": json.dumps(plans)}
    export(pupil, asked.out / WEIGHTS, facts)
    _write_card(asked.out, len(known), plans)
    judge(asked.corpora, Encoder(asked.out), asked.out, _say)


def _mean(states: Sequence[Mapping[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Of several trainings from the same first weights (Wortsman and others, "Model soups", ICML 2022)."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def _write_card(folder: Path, documents: int, plans: list[dict[str, object]]) -> None:
    """What `claims.extraction.encoder.package` compares the files with, and what they were made of."""
    hashes = {name: sha256((folder / name).read_bytes()).hexdigest() for name in (WEIGHTS, VOCABULARY)}
    made = {"trained": date.today().isoformat(), "documents": documents, "plans": plans}
    (folder / CARD).write_text(json.dumps({"sha256": hashes, **made}, indent=2) + "\n", encoding="utf-8")


def _arguments() -> argparse.ArgumentParser:
    usual = Plan()
    parser = argparse.ArgumentParser(prog="python -m claims.training", description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder of the gold documents and their scorer")
    parser.add_argument("--base", type=Path, required=True, help="folder of MiniLM's weights and vocabulary")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=usual.epochs)
    parser.add_argument("--rate", type=float, default=usual.rate)
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument("--size", type=int, default=usual.size, help="pieces of a window")
    parser.add_argument("--every", action="store_true", help="show every sentence, as reading does not")
    parser.add_argument("--share", type=float, default=1.0, help="of the lessons, for a trial")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--go-on", type=Path, nargs="+",
        help="a checkpoint to export and judge, without training; of several the mean",
    )  # fmt: skip
    return parser


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
