"""Numeric claims against public test sets: `figures` beside a plain regex, in one run.

    python tests/bench/figures.py [SET ...] [--errors N]

The sets are not part of the project. They are looked for in ONRECORD_EVAL, else in
`../shared/eval` beside the checkout; without them the benchmark says so and stops.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import re
import sys
import time
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from claims.extraction.figures import figures
from claims.extraction.page import Page
from claims.model import Claim, Comparator, Document

Record = dict[str, Any]
Predicted = dict[str, Any]
SETS = (
    "newsquant",
    "measeval",
    "grobidq",
    "recognizers",
    "duckling",
    "quantulum",
    "numberparser",
    "priceparser",
)
MEASURES = ("span", "value", "+unit", "+unit+qual", "bounds", "concept")


def eval_folder() -> Path | None:
    """The folder of the test sets, or None."""
    given = os.environ.get("ONRECORD_EVAL")
    root = Path(given) if given else Path(__file__).resolve().parents[3] / "shared" / "eval"
    folder = root / "numbers"
    return folder if (folder / "score.py").is_file() else None


# ---------------------------------------------------------------- ours


def ours(text: str) -> list[Predicted]:
    """Every figure of a text in the scorer's form."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    page = Page(Document(text, digest))
    found = [claim for claim in figures(page) if isinstance(claim, Claim) and claim.quantity]
    return list(_changes_as_ranges(text, [_predicted(claim, text) for claim in found]))


# How far "to" may stand from "from" in a change: "from 21 mpg combined to 23".
_CHANGE = re.compile(r"(?P<unit>[^;]{0,40}?)\sto\s(?:about\s|around\s)?(?:\$|£|€|US\s?\$)?\s?$")


def _changes_as_ranges(text: str, rows: list[Predicted]) -> Iterable[Predicted]:
    """The sets take a change ("fell from 21 to 19") for one range; ours are two claims, before and after."""
    waiting: Predicted | None = None
    for row in rows:
        if waiting and _CHANGE.fullmatch(text[waiting["end"] : row["start"]]) and _is_plain(row):
            row = {**row, "start": waiting["start"], "value": [waiting["value"], row["value"]],
                   "qualifier": "range", "concept": f"{waiting['concept']} {row['concept']}",
                   "unit": row["unit"] or waiting["unit"], "unit_norm": row["unit_norm"] or waiting["unit_norm"]}  # fmt: skip
            waiting = None
            yield row
            continue
        if waiting:
            yield waiting
        waiting = None
        if _is_plain(row) and text[: row["start"]].endswith("from "):
            waiting = row
        else:
            yield row
    if waiting:
        yield waiting


def _is_plain(row: Predicted) -> bool:
    return isinstance(row["value"], float) and row["qualifier"] == "="


def _predicted(claim: Claim, text: str) -> Predicted:
    quantity = claim.quantity
    assert quantity is not None
    value: object = _number(quantity.value)
    if quantity.value is None:
        value = [_number(quantity.low), _number(quantity.high)]
    counted, concept = _noun_and_concept(claim, text)
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "value": value,
        "unit": claim.unit or ("times" if _multiplies(claim) else counted.rpartition(" ")[2]),
        "unit_norm": _unit_norm(claim),
        "qualifier": _qualifier(claim),
        "concept": concept,
    }


def _multiplies(claim: Claim) -> bool:
    value = claim.quantity.value if claim.quantity else None
    return claim.dimension == "ratio" and value is not None and value > 1


_ABOUT = re.compile(r"(?:~|about|around|roughly|some|nearly|almost|approximately)\b", re.IGNORECASE)


def _qualifier(claim: Claim) -> str:
    """A range that is only about right is told by its words, and by "~" in the sets."""
    if claim.comparator in (Comparator.RANGE, Comparator.VAGUE):
        is_about = claim.comparator is Comparator.RANGE and _ABOUT.match(claim.text)
        return "~" if is_about or claim.text.startswith("~") else "range"
    return claim.comparator.value


def _noun_and_concept(claim: Claim, text: str) -> tuple[str, str]:
    """What is counted, and of what that is told, as the sets tell them apart.

    They take "workers" in "Dell hired 30 workers" for the unit and "Dell" for the concept. So the noun
    behind a count is its unit; all else that a figure is about is its concept.
    """
    if claim.unit or claim.dimension:
        about = "" if claim.counted == "age" else claim.counted
        return "", f"{about} {claim.subject}".strip()
    head, _, tail = claim.counted.partition(" of ")
    is_behind = claim.counted in text[claim.span.end : claim.sentence.end]
    if not is_behind:
        return claim.counted, f"{claim.counted} {claim.subject}".strip()
    return head, f"{tail} {claim.subject}".strip()


def _unit_norm(claim: Claim) -> str:
    """The unit as the sets name it: "cent" without its currency, "ordinal" for ranks."""
    return "ordinal" if claim.dimension == "rank" else re.sub(r"\b[A-Z]{3} (?!per\b)", "", claim.unit)


def _number(amount: Decimal | Fraction | None) -> float | None:
    return None if amount is None else float(amount)


# ---------------------------------------------------------------- the baseline

_SCALE = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
}
_WORDS = {
    w: float(i)
    for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_BOUND = {"more than": ">", "over": ">", "at least": ">", "less than": "<", "under": "<", "up to": "<",
          "about": "~", "around": "~", "nearly": "~", "almost": "~", "some": "~", "roughly": "~"}  # fmt: skip
_PLAIN = re.compile(
    rf"(?:\b(?P<bound>{'|'.join(_BOUND)})\s)?(?P<money>[$£€]\s?)?"
    rf"(?P<number>\b[0-9][0-9,]*(?:\.[0-9]+)?|\b(?:{'|'.join(_WORDS)})\b)"
    rf"(?:[\s-]?(?P<scale>{'|'.join(_SCALE)})\b)?\s?-?(?P<unit>%|[A-Za-z°µ]+)?",
    re.IGNORECASE,
)


def baseline(text: str) -> list[Predicted]:
    """Numbers, one bound word, one scale word and the next word as the unit; no rejection."""
    rows = []
    for found in _PLAIN.finditer(text):
        word = found["number"].lower().replace(",", "")
        value = (_WORDS[word] if word in _WORDS else float(word)) * _SCALE.get(
            (found["scale"] or "").lower(), 1.0
        )
        unit = found["money"].strip() if found["money"] else found["unit"] or ""
        bound = _BOUND.get((found["bound"] or "").lower(), "=")
        rows.append({"start": found.start(), "end": found.end(), "value": value, "unit": unit,
                     "unit_norm": unit, "qualifier": bound, "concept": found["unit"]})  # fmt: skip
    return rows


# ---------------------------------------------------------------- the run


def _scorer(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("numbers_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _run(
    read: Callable[[str], list[Predicted]], records: Iterable[Record]
) -> tuple[dict[str, list[Predicted]], float]:
    """Predictions by record id, and CPU seconds."""
    began = time.process_time()
    found = {record["id"]: read(record["text"]) for record in records}
    return found, time.process_time() - began


def _line(name: str, system: str, scores: dict[str, Any], count: int, seconds: float) -> str:
    cells = "".join(f"{scores.get(measure, {}).get('F1', ''):>11}" for measure in MEASURES)
    return f"{name:13}{system:8}{cells}{count / max(seconds, 1e-9):>12,.0f}"


def main() -> int:
    """Print one table; returns the exit code."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    ask.add_argument("sets", nargs="*", default=list(SETS))
    ask.add_argument("--errors", type=int, default=0, help="print so many records that are not all right")
    asked = ask.parse_args()
    folder = eval_folder()
    if folder is None:
        print("No test sets: set ONRECORD_EVAL to a folder that holds numbers/score.py.", file=sys.stderr)
        return 2
    score = _scorer(folder)
    ours("A first call fills the caches: 12 people.")
    print(f"{'set':13}{'system':8}" + "".join(f"{m:>11}" for m in MEASURES) + f"{'records/s':>12}")
    for name in asked.sets:
        records = score.read(folder / f"{name}.dev.jsonl")
        for system, read in (("ours", ours), ("regex", baseline)):
            predicted, seconds = _run(read, records)
            errors = asked.errors if system == "ours" else 0
            print(_line(name, system, score.score(records, predicted, errors=errors), len(records), seconds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
