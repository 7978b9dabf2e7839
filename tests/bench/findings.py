"""How well figures are compared, and how often all checks cry wolf. Run:
python -P tests/bench/findings.py [EVAL_FOLDER] [--conflict|--all] [--releases=N]

EVAL_FOLDER holds discrepancies/ (labelled pairs of figures and their scorer) and corpora/
(press releases of many offices); by default the ONRECORD_EVAL variable, else ../shared/eval
beside the checkout. The baseline for pairs says agree for equal values and conflict for others.

With releases: N of them are added to a record and their findings counted per 100
documents. Then each is reprinted under another publisher, a figure changed in every
second reprint: how many of the changes are found, and what is said of the rest?

How long the checks take is measured by checking.py.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims import Ledger
from claims.checks.endless import LONGEST_SENTENCE
from claims.checks.measure import relation
from claims.checks.measured import measure_of
from claims.extraction.figures import figures
from claims.extraction.figures.pointed import pointed_at
from claims.extraction.page import Page
from claims.model import Claim, Document, PartialDate, Severity, SourceKind, Span
from claims.ports import Citation, Given, Material

Row = dict[str, Any]


def main(folder: Path, *, show: str = "", releases: int = 0) -> None:
    compare_pairs(folder / "discrepancies" / "dev.jsonl", folder, show)
    if releases:
        count_alarms(folder / "corpora" / "senate_releases_dev.jsonl", releases)


def compare_pairs(gold: Path, folder: Path, show: str) -> None:
    rows = [json.loads(line) for line in gold.read_text().splitlines()]
    cited = {(row["id"], side): citation(row[side]) for row in rows for side in "ab"}
    lost = sum(found is None for found in cited.values())
    print(f"{len(rows)} pairs, {lost} of {2 * len(rows)} figures not read as claims")

    def ours(row: Row) -> str:
        left, right = cited[row["id"], "a"], cited[row["id"], "b"]
        return relation(left, right)[0] if left and right else "different"

    def naive(row: Row) -> str:
        return "agree" if _value(row["a"]) == _value(row["b"]) else "conflict"

    for name, judge in (("ours", ours), ("naive: values equal or not", naive)):
        print(name, score(folder, gold, rows, judge), sep="\n")
        for half, chosen in _halves(rows):
            print(half, _counts(chosen, judge))
    if show:
        for row in rows:
            _show(row, ours(row), cited, show)


def _halves(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """All pairs, then two halves by their ids: rules that fit only what they were written on differ."""
    # The last bit of the digest parted these pairs from those that are kept apart.
    one = [row for row in rows if hashlib.sha1(str(row["id"]).encode()).digest()[-1] & 2]
    other = [row for row in rows if row not in one]
    return [("all:       ", rows), ("one half:  ", one), ("the other: ", other)]


def _counts(rows: list[Row], judge: Callable[[Row], str]) -> str:
    raised = [row for row in rows if judge(row) == "conflict"]
    gold = [row for row in rows if row["relation"] == "conflict"]
    found = sum(row["relation"] == "conflict" for row in raised)
    false, quiet = len(raised) - found, len(rows) - len(gold)
    return f"conflicts found {_share(found, len(gold))}; false alarms {_share(false, quiet)}"


def _share(part: int, whole: int) -> str:
    """ "13 of 14 (0.69 to 0.99)": with Wilson's interval of 95 percent."""
    if not whole:
        return "none"
    share, z = part / whole, 1.96
    middle, below = share + z * z / (2 * whole), 1 + z * z / whole
    reach = z * (share * (1 - share) / whole + z * z / (4 * whole * whole)) ** 0.5
    low, high = max(0.0, (middle - reach) / below), min(1.0, (middle + reach) / below)
    return f"{part} of {whole} ({low:.2f} to {high:.2f})"


def citation(side: Row) -> Citation | None:
    """The claim that the rules find at the labelled place, in a document of one sentence."""
    text = side["sentence"]
    start = side["start"] - side["off"]
    wanted = Span(start, start + len(side["surface"]))
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(text, digest)
    found = [
        claim for claim in figures(Page(document)) if isinstance(claim, Claim) and claim.span.overlaps(wanted)
    ]
    best = max(found, key=lambda claim: claim.span.overlap_share(wanted), default=None)
    best = best or pointed_at(document, wanted)
    return Citation(best, document) if best else None


def _value(side: Row) -> str:
    words = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7"}
    plain: str = side["surface"].casefold().replace(",", "")
    return words.get(plain, plain)


def score(folder: Path, gold: Path, rows: list[Row], judge: Callable[[Row], str]) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as out:
        out.writelines(json.dumps({"id": row["id"], "relation": judge(row)}) + "\n" for row in rows)
        out.flush()
        script = folder / "discrepancies" / "score.py"
        made = subprocess.run(
            [sys.executable, script, gold, out.name], capture_output=True, text=True, check=True
        )
    return str(made.stdout)


def _show(row: Row, said: str, cited: dict[tuple[str, str], Citation | None], which: str) -> None:
    wrong = said != row["relation"] and ("conflict" in (said, row["relation"]) or which == "all")
    if not wrong:
        return
    print(f"gold {row['relation']}, said {said}: {row['note']}")
    for side in "ab":
        found = cited[row["id"], side]
        print("  ", row[side]["surface"], "|", row[side]["sentence"].strip()[:300])
        if found and isinstance(found.value, Claim):
            print("     ", found.value.counted, "|", found.value.role, "|", measure_of(found))
    left, right = cited[row["id"], "a"], cited[row["id"], "b"]
    print("   why", relation(left, right) if left and right else "a figure was not read")


def count_alarms(corpus: Path, wanted: int) -> None:
    """Findings per 100 releases of a fixed random choice, then of the same with their reprints."""
    rows = [json.loads(line) for line in corpus.read_text().splitlines()]
    rows = random.Random(20260101).sample(rows, min(wanted, len(rows)))
    offices = [_material(row["text"], f"Office of Senator {row['office']}", row) for row in rows]
    _report(f"{len(rows)} releases", _findings(offices), len(rows))
    reprints, changed = _reprints(rows)
    found = _findings([*offices, *reprints])
    _report("with a reprint of each, every second with one figure changed", found, 2 * len(rows))
    # An alarm is right if the reprint it cites is one with a change.
    alarms = [f for f in found if f.severity in (Severity.HIGH, Severity.MEDIUM)]
    right = {location for f in alarms for location in f.locations & changed}
    wrong = [f for f in alarms if not f.locations & changed]
    print(f"changes found {len(right)} of {len(changed)}; high or medium alarms elsewhere {len(wrong)}")


@dataclass(frozen=True)
class Alarm:
    """A finding with the locations of the documents it cites."""

    check: str
    severity: Severity
    locations: frozenset[str]


def _material(text: str, source: str, row: dict[str, str]) -> Material:
    given = Given(source=source, kind=SourceKind.OFFICE, date=PartialDate.parse(row["date"]))
    retrieved = PartialDate.parse("2024-01-01", evidence="clock")
    return Material(text.encode(), f"{source} {row['id']}", retrieved, given)


def _reprints(rows: list[Row]) -> tuple[list[Material], set[str]]:
    """One reprint a release; and the locations of those in which a figure is another."""
    made, changed = [], set()
    for number, row in enumerate(rows):
        text = row["text"]
        places = [c.span for c in _exact_figures(text)] if number % 2 else []
        if places:
            text = _with_other_digit(text, random.Random(number).choice(places))
        material = _material(f"(Coastal Wire) {text}", "Coastal Wire", row)
        made.append(material)
        changed |= {material.location} if places else set()
    return made, changed


def _exact_figures(text: str) -> list[Claim]:
    """Figures in sentences; a third of the releases lost their full stops, and no check trusts those."""
    document = Document(text, hashlib.sha256(text.encode()).hexdigest())
    claims = [c for c in figures(Page(document)) if isinstance(c, Claim) and c.quantity]
    exact = [
        c for c in claims if c.quantity and c.quantity.is_exact and re.fullmatch(r"[^/]*[1-9][^/]*", c.text)
    ]
    return [c for c in exact if len(c.sentence.of(text).split()) <= LONGEST_SENTENCE]


def _with_other_digit(text: str, place: Span) -> str:
    first = re.compile("[1-9]").search(text, place.start, place.end)
    assert first is not None
    return f"{text[: first.start()]}{int(first.group()) % 9 + 1}{text[first.end() :]}"


def _findings(materials: list[Material]) -> list[Alarm]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "bench.db", by="bench", create=True) as ledger,
    ):
        for _ in ledger.add(materials):
            pass
        return [
            Alarm(
                one.finding.check,
                one.finding.severity,
                frozenset(c.document.location for c in one.citations),
            )
            for one in ledger.audit()
        ]


def _report(heading: str, found: list[Alarm], documents: int) -> None:
    print(f"{heading}: {len(found)} findings")
    for (severity, check), count in sorted(Counter((f.severity.rank, f.check) for f in found).items()):
        name = list(Severity)[severity].value
        print(f"  {name:7} {check:18} {count:5}  {100 * count / documents:.1f} per 100 documents")


if __name__ == "__main__":
    options = dict(a[2:].partition("=")[::2] for a in sys.argv[1:] if a.startswith("--"))
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    beside = Path(__file__).resolve().parents[3] / "shared" / "eval"
    folder = Path(arguments[0] if arguments else os.environ.get("ONRECORD_EVAL") or beside)
    if not (folder / "discrepancies").is_dir():
        sys.exit(f"{folder}: no discrepancies/ there; name the folder of the evaluation data")
    main(
        folder,
        show=next((name for name in ("conflict", "all") if name in options), ""),
        releases=int(options.get("releases", 0)),
    )
