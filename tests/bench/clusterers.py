"""Ways to put quotes that are one utterance together, each run in a process of its own for `matching.py`.

Run: python -P tests/bench/clusterers.py WAY QUOTES.jsonl OUT.json

OUT.json gets {"cpu": seconds, "peak": MB, "labels": [a number for the group of each quote]}. The seconds
are all that the process used, reading the quotes and loading the libraries included.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

Row = dict[str, str]
Joined = Iterable[tuple[int, int]]

# As the peers' readme files and the measurements in PERFORMANCE.md have them.
_PERMUTATIONS, _BANDS, _SHINGLE = 128, 32, 3
_CUT_OFF = 82
_TF_IDF_CUT_OFF, _NEIGHBOURS = 0.6, 10
_RATIO_CUT_OFF = 80


def ours(rows: Sequence[Row]) -> list[int]:
    """What an import of so many quotes does (see `claims.bulk_matching`)."""
    import numpy as np

    from claims.matching.bulk.alike import alike
    from claims.matching.candidates import share_surname
    from claims.matching.clusters import clusters
    from claims.matching.names import form
    from claims.model import Pair
    from claims.uncollected import uncollected

    forms = {name: form(name).split() for name in {row["speaker"] for row in rows}}
    names = [forms[row["speaker"]] for row in rows]
    known: dict[str, int] = {}
    kin = np.array([known.setdefault(name[-1], len(known)) for name in names], np.int64)
    texts = [row["text"] for row in rows]
    labels = list(range(len(rows)))
    with uncollected():
        found = alike(texts, kin, lambda a, b: True, lambda a, b: share_surname(names[a], names[b]))
        pairs = [
            Pair(f"{a:08}", f"{b:08}", compared.relation, compared.score, compared.why)
            for a, b, compared in found
        ]
        together = clusters(pairs, {})
    for cluster in together:
        for member in cluster.members:
            labels[int(member)] = -1 - int(cluster.members[0])
    return labels


def rensa_partial_ratio(rows: Sequence[Row]) -> list[int]:
    """MinHash buckets, each pair of them checked unless the two are together already."""
    return _components(len(rows), _rensa(rows, every=False))


def rensa_partial_ratio_of_all(rows: Sequence[Row]) -> list[int]:
    """The same with each pair of the buckets checked, as PERFORMANCE.md has it."""
    return _components(len(rows), _rensa(rows, every=True))


def tf_idf_characters(rows: Sequence[Row]) -> list[int]:
    """The ten nearest by the cosine of TF-IDF of three to five characters."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]
    from sparse_dot_topn import sp_matmul_topn  # type: ignore[import-not-found]

    matrix = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).fit_transform(
        row["text"] for row in rows
    )
    near = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=_NEIGHBOURS, threshold=_TF_IDF_CUT_OFF).tocoo()
    return _components(len(rows), zip(near.row.tolist(), near.col.tolist(), strict=True))


def rapidfuzz_all_pairs(rows: Sequence[Row]) -> list[int]:
    """`ratio` of each with each, some rows at a time."""
    import numpy as np
    from rapidfuzz import fuzz
    from rapidfuzz.process import cdist

    texts = [row["text"].lower() for row in rows]

    def near() -> Joined:
        for start in range(0, len(texts), 500):
            scores = cdist(
                texts[start : start + 500],
                texts,
                scorer=fuzz.ratio,
                score_cutoff=_RATIO_CUT_OFF,
                dtype=np.uint8,
            )
            left, right = np.nonzero(scores)
            yield from zip((left + start).tolist(), right.tolist(), strict=True)

    return _components(len(rows), near())


WAYS: dict[str, Callable[[Sequence[Row]], list[int]]] = {
    "ours": ours,
    "rensa + partial_ratio": rensa_partial_ratio,
    "the same, all checked": rensa_partial_ratio_of_all,
    "TF-IDF characters": tf_idf_characters,
    "rapidfuzz all pairs": rapidfuzz_all_pairs,
}


def _rensa(rows: Sequence[Row], *, every: bool) -> Joined:
    import rensa  # type: ignore[import-not-found]
    from rapidfuzz import fuzz

    index = rensa.RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    hashes = []
    for number, row in enumerate(rows):
        words = re.findall(r"[a-z0-9']+", row["text"].lower())
        made = rensa.RMinHash(num_perm=_PERMUTATIONS, seed=42)
        made.update([" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))])
        index.insert(number, made)
        hashes.append(made)
    groups = _Groups(len(rows))
    for number, made in enumerate(hashes):
        for other in index.query(made):
            if other >= number or (not every and groups.find(number) == groups.find(other)):
                continue
            if fuzz.partial_ratio(rows[number]["text"], rows[other]["text"], score_cutoff=_CUT_OFF):
                groups.join(number, other)
                yield number, other


class _Groups:
    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def find(self, one: int) -> int:
        while self._above[one] != one:
            self._above[one] = one = self._above[self._above[one]]
        return one

    def join(self, one: int, other: int) -> None:
        self._above[self.find(one)] = self.find(other)


def _components(count: int, joined: Joined) -> list[int]:
    groups = _Groups(count)
    for one, other in joined:
        groups.join(one, other)
    return [groups.find(one) for one in range(count)]


if __name__ == "__main__":
    way, quotes, out = sys.argv[1:]
    with Path(quotes).open() as lines:
        rows = [{name: row[name] for name in ("text", "speaker")} for row in map(json.loads, lines)]
    labels = WAYS[way](rows)
    # What `getrusage` tells begins with the peak of the process that started this one.
    status = Path("/proc/self/status").read_text()
    peak = int(re.findall(r"VmHWM:\s*(\d+)", status)[0]) // 1024
    Path(out).write_text(json.dumps({"cpu": time.process_time(), "peak": peak, "labels": labels}))
