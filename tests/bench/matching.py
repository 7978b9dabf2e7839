"""How well matching does beside plain string likeness. Run: python -P tests/bench/matching.py [EVAL_FOLDER]

EVAL_FOLDER holds matching/ (pairs with gold and their scorer) and perf/ (a generator
of quotes); by default the ONRECORD_EVAL variable, else ../shared/eval beside the checkout.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz

from claims.matching.candidates import pairs_for
from claims.matching.clusters import clusters
from claims.matching.grams import runs_of
from claims.matching.likeness import likeness
from claims.matching.names import agree
from claims.model import Attribution, Quote, QuoteKind, Span

Scorer = Callable[[str, str], float]


def main(folder: Path) -> None:
    gold = folder / "matching" / "dev.jsonl"
    plain: dict[str, Scorer] = {"rapidfuzz ratio": fuzz.ratio, "rapidfuzz WRatio": fuzz.WRatio}
    print("STATEMENTS")
    compare(folder, gold, {"ours": lambda a, b: likeness(a, b).score, **plain})
    print("NAMES")
    compare(folder, names_gold(folder), {"ours": lambda a, b: agree(a, b).score, **plain})
    print("CLUSTERS of 10,000 generated quotes")
    for seed in (7, 991):
        cluster_generated(folder, 10_000, seed)


def compare(folder: Path, gold: Path, scorers: dict[str, Scorer]) -> None:
    """One table of the scorer for each way to score, with the time a pair takes."""
    rows = [json.loads(line) for line in gold.read_text().splitlines()]
    for name, scorer in scorers.items():
        began = time.process_time()
        scores = [{"id": row["id"], "score": scorer(row["a"], row["b"])} for row in rows]
        spent = (time.process_time() - began) / len(rows) * 1e6
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as out:
            out.writelines(json.dumps(score) + "\n" for score in scores)
            out.flush()
            script = folder / "matching" / "score.py"
            made = subprocess.run(
                [sys.executable, script, gold, out.name], capture_output=True, text=True, check=True
            )
        table = made.stdout.splitlines()
        print(f"{name}: {spent:.0f} us CPU a pair", table[0], table[1], sep="\n")


def names_gold(folder: Path) -> Path:
    """The judged names in the form that the scorer reads."""
    made = Path(tempfile.mkdtemp()) / "names.jsonl"
    rows = [json.loads(line) for line in (folder / "matching" / "names_dev.jsonl").read_text().splitlines()]
    kept = ({**row, "label": "same" if row["match"] else "different", "kind": "names"} for row in rows)
    made.write_text("".join(json.dumps(row) + "\n" for row in kept))
    return made


class GramIndex:
    """Candidates in memory: the eight rarest word runs that at most 1,000 quotes share."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._postings: dict[int, list[Quote]] = defaultdict(list)
        for quote in quotes:
            for gram in runs_of(quote.text).kept:
                self._postings[gram].append(quote)

    def candidates(self, quote: Quote, limit: int) -> list[Quote]:
        usable = [g for g in runs_of(quote.text).all if 0 < len(self._postings.get(g, ())) <= 1000]
        rarest = sorted(usable, key=lambda g: len(self._postings[g]))[:8]
        shared = Counter(other.id for gram in rarest for other in self._postings[gram])
        known = {other.id: other for gram in rarest for other in self._postings[gram]}
        return [known[id_] for id_, _ in shared.most_common(limit + 1) if id_ != quote.id]


def cluster_generated(folder: Path, size: int, seed: int) -> None:
    with tempfile.TemporaryDirectory() as out:
        script = folder / "perf" / "make_quotes.py"
        subprocess.run(
            [sys.executable, script, str(size), out, "--seed", str(seed)], check=True, capture_output=True
        )
        quotes = [_quote(json.loads(line)) for line in (Path(out) / f"quotes_{size}.jsonl").open()]
        gold = {
            f"{(row := json.loads(line))['id']:09d}": row
            for line in (Path(out) / f"gold_{size}.jsonl").open()
        }
    began = time.process_time()
    index = GramIndex(quotes)
    pairs = {pair for quote in quotes for pair in pairs_for(quote, index)}
    made = clusters(pairs, {})
    spent = time.process_time() - began
    ours = {pair for cluster in made for pair in combinations(sorted(cluster.members), 2)}
    _report(ours, gold, f"seed {seed}: {spent:.1f} s CPU, {len(pairs)} pairs")


def _quote(row: dict[str, str]) -> Quote:
    text = row["text"]
    who = Attribution(row["speaker"], role=row["role"])
    made = f"{row['id']:09d}"  # each quote in a document of its own
    return Quote(made, made, (Span(0, len(text)),), text, QuoteKind.DIRECT, who)


def _report(ours: set[tuple[str, str]], gold: dict[str, dict[str, str]], heading: str) -> None:
    by_cluster = defaultdict(list)
    for id_, row in sorted(gold.items()):
        by_cluster[row["cluster"]].append(id_)
    true = {pair for ids in by_cluster.values() for pair in combinations(ids, 2)}
    right = len(ours & true)
    precision, recall = right / len(ours), right / len(true)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{heading}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    missed = Counter(gold[id_]["kind"] for pair in true - ours for id_ in pair)
    print("  kinds in missed pairs:", dict(missed.most_common(6)))


if __name__ == "__main__":
    beside = Path(__file__).resolve().parents[3] / "shared" / "eval"
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("ONRECORD_EVAL") or beside)
    if not (folder / "matching").is_dir():
        sys.exit(f"{folder}: no matching/ there; name the folder of the evaluation data")
    main(folder)
