"""Are two reports of one event without a name set beside each other, and two of two events left apart? Run:
python -P tests/bench/same_news.py

same_news.jsonl holds pairs of reports, fiction of ours. In the second of each a figure is
changed; a changed figure is found if `changed-figure` tells of it. Then every report is set
beside every one of the other pairs, all dated to the same days: none may be tied.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from claims.checks.changed_figure import ChangedFigure
from claims.checks.same_news import by_names, by_words
from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Document, Finding, FindingKind, PartialDate, Source, Span
from claims.ports import Citation

Row = dict[str, Any]
_FITS = (FindingKind.CORROBORATION, FindingKind.COMPATIBLE)


def main(rows: list[Row]) -> None:
    told = {row["one"]["title"]: found(row) for row in rows}
    for title, findings in told.items():
        print(f"{'; '.join(one.sentence for one in findings) or 'nothing':100} | {title}")
    print(f"changed figures found {sum(map(bool, told.values()))} of {len(rows)}")
    reports = [(row["one"], row["other"]) for row in rows]
    apart = [(a, b) for one, two in combinations(reports, 2) for a in one for b in two]
    tied = [(a["title"], b["title"]) for a, b in apart if is_tied(a, b)]
    print(f"tied of two events {len(tied)} of {len(apart)}", *tied, sep="\n")


def found(row: Row) -> list[Finding]:
    """What is told of a pair that does not fit, once the figure is changed."""
    text = row["other"]["text"].replace(row["figure"], row["changed"])
    cited = [*read(document(row["one"])), *read(document(row["other"] | {"text": text}))]
    return [finding for finding in compared(cited) if finding.kind not in _FITS]


def is_tied(one: Row, other: Row) -> bool:
    first, second = document(one | {"date": "2031-05-05"}), document(other | {"date": "2031-05-06"})
    return bool(by_names(first, second, 1) or by_words(first, second, 1))


def document(report: Row) -> Document:
    text = f"{report['title']}\n\n{report['text']}\n"
    return Document(
        text,
        hashlib.sha256((report["source"] + text).encode()).hexdigest(),
        title=report["title"],
        title_span=Span(0, len(report["title"])),
        source=Source(report["source"]),
        published=PartialDate.parse(report["date"]),
    )


def read(page: Document) -> list[Citation]:
    return [Citation(claim, page) for claim in extract(page, Rules()).claims]


def compared(cited: Iterable[Citation]) -> Iterable[Finding]:
    check = ChangedFigure()
    groups: dict[str, list[Citation]] = {}
    for citation in cited:
        for key in check.keys(citation):
            groups.setdefault(key, []).append(citation)
    return {finding.id: finding for group in groups.values() for finding in check.find(group)}.values()


if __name__ == "__main__":
    path = Path(__file__).with_suffix(".jsonl")
    main([json.loads(line) for line in path.read_text("utf-8").splitlines()])
