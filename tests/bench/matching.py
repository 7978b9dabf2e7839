"""How well matching does beside plain string likeness.

Run: python -P tests/bench/matching.py [EVAL_FOLDER] [--sizes 10000,100000,1000000] [--seeds 991,20261]

EVAL_FOLDER holds matching/ (pairs with gold and their scorer) and perf/ (a generator
of quotes); by default the ONRECORD_EVAL variable, else ../shared/eval beside the checkout.
The peers run where rensa, scikit-learn and sparse_dot_topn are installed; the rest runs without.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from claims.matching.likeness import likeness
from claims.matching.names import agree
from claims.model import Relation

Scores = Callable[[Sequence[str]], dict[tuple[int, int], float]]
Scorer = Callable[[str, str], float]


def main(folder: Path, sizes: Sequence[int], seeds: Sequence[int]) -> None:
    gold = folder / "matching" / "dev.jsonl"
    plain: dict[str, Scorer] = {"rapidfuzz ratio": fuzz.ratio, "rapidfuzz WRatio": fuzz.WRatio}
    print("STATEMENTS")
    compare(folder, gold, {"ours": lambda a, b: likeness(a, b).score, **plain})
    pool(
        gold,
        {"ours": our_scores, "TF-IDF characters": cosine_scores} if _has_peers() else {"ours": our_scores},
    )
    print("NAMES")
    compare(folder, names_gold(folder), {"ours": lambda a, b: agree(a, b).score, **plain})
    for seed in seeds:
        changed_figures(folder, seed)
        for size in sizes:
            slow = ("TF-IDF characters", "rapidfuzz all pairs") if size <= _FEW else ()
            fast = ("rensa + partial_ratio", "the same, all checked") if size <= _MANY else ()
            cluster_generated(folder, size, seed, ("ours", *fast, *slow))


# Beyond so many quotes the ways that compare all with all take hours, and beyond so many the buckets of
# rensa hold tens of millions of pairs.
_FEW, _MANY = 10_000, 100_000


def _has_peers() -> bool:
    return find_spec("sklearn") is not None


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


def cluster_generated(folder: Path, size: int, seed: int, ways: Sequence[str]) -> None:
    """Each way's table row: pairs in one group against the gold, and of each kind the part that is found."""
    with tempfile.TemporaryDirectory() as out:
        script = folder / "perf" / "make_quotes.py"
        told = [sys.executable, script, str(size), out, "--seed", str(seed)]
        subprocess.run(told, check=True, capture_output=True)
        gold = [json.loads(line) for line in (Path(out) / f"gold_{size}.jsonl").open()]
        print(f"CLUSTERS of {size:,} generated quotes, seed {seed}")
        print(f"{'':24}{'CPU s':>8}{'MB':>7}{'P':>8}{'R':>8}{'F1':>8}  part of each kind that is found")
        for way in ways:
            quotes, made = Path(out) / f"quotes_{size}.jsonl", Path(out) / "made.json"
            command = [sys.executable, "-P", Path(__file__).with_name("clusterers.py"), way, quotes, made]
            ran = subprocess.run(command, capture_output=True, text=True, check=False)
            if ran.returncode:
                print(f"{way:24} {ran.stderr.strip().splitlines()[-1]}")
                continue
            _report(way, json.loads(made.read_text()), gold)


def _report(way: str, made: dict[str, Any], gold: Sequence[dict[str, Any]]) -> None:
    labels = dict(zip((row["id"] for row in gold), made["labels"], strict=True))
    ours, true = Counter(labels.values()), Counter(row["cluster"] for row in gold)
    both = Counter((row["cluster"], labels[row["id"]]) for row in gold)
    right = _pairs(both)
    precision, recall = right / _pairs(ours), right / _pairs(true)
    f1 = 2 * precision * recall / (precision + recall)
    print(
        f"{way:24}{made['cpu']:8.1f}{made['peak']:7}{precision:8.3f}{recall:8.3f}{f1:8.3f}  "
        + ", ".join(f"{kind} {part:.3f}" for kind, part in _by_kind(labels, gold))
    )


def _pairs(groups: Counter[Any]) -> int:
    return sum(count * (count - 1) // 2 for count in groups.values())


def _by_kind(labels: dict[int, int], gold: Sequence[dict[str, Any]]) -> list[tuple[str, float]]:
    """Of the variants of each kind the part that is in one group with what it was made of."""
    found: dict[str, list[bool]] = defaultdict(list)
    for row in gold:
        if "of" in row and row["kind"] != "hardneg":
            found[row["kind"]].append(labels[row["id"]] == labels[row["of"]])
    return [(kind, sum(hits) / len(hits)) for kind, hits in sorted(found.items())]


def changed_figures(folder: Path, seed: int) -> None:
    """Of generated quotes with a changed figure the part that is told as such."""
    with tempfile.TemporaryDirectory() as out:
        script = folder / "perf" / "make_quotes.py"
        told = [sys.executable, script, "10000", out, "--seed", str(seed)]
        subprocess.run(told, check=True, capture_output=True)
        quotes = {
            row["id"]: row["text"] for row in map(json.loads, (Path(out) / "quotes_10000.jsonl").open())
        }
        gold = [json.loads(line) for line in (Path(out) / "gold_10000.jsonl").open()]
    changed = [row for row in gold if row["kind"] == "number"]
    relations = Counter(likeness(quotes[row["id"]], quotes[row["of"]]).relation for row in changed)
    right = relations[Relation.CHANGED_FIGURE] / len(changed)
    print(f"CHANGED FIGURES told as such, seed {seed}: {right:.3f} of {len(changed)}", dict(relations))


def pool(gold: Path, ways: dict[str, Scores]) -> None:
    """All pairs among the statements of the gold: links that it does not tell count as false."""
    rows = [json.loads(line) for line in gold.read_text().splitlines()]
    places: dict[str, int] = {}
    for row in rows:
        for side in "ab":
            places.setdefault(row[side], len(places))
    links = {
        tuple(sorted((places[row["a"]], places[row["b"]])))
        for row in rows
        if row["label"] != "different" and row["a"] != row["b"]
    }
    print(f"POOL of {len(places):,} statements, {len(links)} links")
    for name, scores in ways.items():
        began = time.process_time()
        ranked = sorted(
            ((score, pair in links) for pair, score in scores(list(places)).items()), reverse=True
        )
        best, reached = _best(ranked, len(links))
        spent = time.process_time() - began
        print(f"{name:24}{spent:6.1f} s CPU, best F1 {best:.3f}, recall at precision 0.95 {reached:.3f}")


def _best(ranked: Sequence[tuple[float, bool]], links: int) -> tuple[float, float]:
    right, best, reached = 0, 0.0, 0.0
    for count, (score, is_link) in enumerate(ranked, start=1):
        right += is_link
        if count < len(ranked) and ranked[count][0] == score:
            continue
        precision, recall = right / count, right / links
        best = max(best, 2 * precision * recall / (precision + recall or 1))
        reached = max(reached, recall if precision >= 0.95 else 0.0)
    return best, reached


def our_scores(texts: Sequence[str]) -> dict[tuple[int, int], float]:
    from claims.matching.likeness import may_be_alike

    pairs = ((a, b) for a, b in combinations(range(len(texts)), 2) if may_be_alike(texts[a], texts[b]))
    return {(a, b): likeness(texts[a], texts[b]).score for a, b in pairs}


def cosine_scores(texts: Sequence[str]) -> dict[tuple[int, int], float]:
    from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]

    matrix = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).fit_transform(texts)
    near = (matrix @ matrix.T).tocoo()
    found = zip(near.row.tolist(), near.col.tolist(), near.data.tolist(), strict=True)
    return {(a, b): score for a, b, score in found if a < b and score > 0.3}


if __name__ == "__main__":
    beside = Path(__file__).resolve().parents[3] / "shared" / "eval"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=os.environ.get("ONRECORD_EVAL") or beside)
    parser.add_argument("--sizes", default="10000,100000", help="how many quotes to generate, comma between")
    parser.add_argument("--seeds", default="991,20261", help="of the generator")
    told = parser.parse_args()
    if not (Path(told.folder) / "matching").is_dir():
        sys.exit(f"{told.folder}: no matching/ there; name the folder of the evaluation data")
    main(Path(told.folder), *([int(one) for one in each.split(",")] for each in (told.sizes, told.seeds)))
