"""How well saved pages are read, beside trafilatura alone, in one run.

Run: python -P tests/bench/pages.py FOLDER [--errors] [--part=NAME] [--system=NAME ...]

FOLDER holds pages.jsonl, a line a page: `name`, `page` (its file, from the folder), `text` (paragraphs of
the article), `beside` (those that count neither way: headline, standfirst, captions, pointers), `title`
(any of these is right), `author` (any of these lists of names), `date` (YYYY-MM-DD or null), `part` (a
label to give figures by), or `left_out` with the reason why this is no page to be measured by. An
expectation that is missing is not measured.

Text: the bag of four-word runs of each paragraph (a shorter paragraph is one run; a letter of Chinese or
Japanese is a word), as article-extraction-benchmark compares; precision, recall and F1 of a page, then
their means. Quotes kept: of the passages in quotation marks of the gold text those that stand whole on a
line of ours. A title is right if its letters and digits are; a date if its day is; an author if the names
are, in any order. CPU: seconds of this process for a page, the first (which loads libraries) not counted.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any

from claims.model import Document, PartialDate
from claims.ports import Material
from sources.html import Html

NOW = PartialDate.parse("2026-01-01", evidence="clock")
RUN = 4
_WORD = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|[^\W_\u3040-\u30ff\u4e00-\u9fff]+")
_QUOTED = re.compile(r"“([^“”]{3,})”|«([^«»]{3,})»|\"([^\"]{3,})\"")
_PARTS_OF_NAMES = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


@dataclass(frozen=True)
class Read:
    """What a system read of a page."""

    text: str = ""
    title: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True)
class Score:
    """How right it is; None where nothing is expected."""

    precision: float | None
    recall: float | None
    f1: float | None
    quotes: tuple[int, int]
    title: bool | None
    author: bool | None
    date: bool | None
    seconds: float


def onrecord(raw: bytes) -> Read:
    document = next(iter(Html().read(Material(raw, "page.html", NOW))))
    assert isinstance(document, Document)
    published = document.published
    day = published.earliest.isoformat() if published and published.earliest == published.latest else ""
    return Read(document.text, document.title, document.author, day)


def trafilatura(raw: bytes, **settings: bool) -> Read:
    from trafilatura import bare_extraction

    found = bare_extraction(raw, with_metadata=True, include_comments=False, **settings)
    if found is None or isinstance(found, dict):
        return Read()
    return Read(found.text or "", found.title or "", found.author or "", found.date or "")


SYSTEMS: dict[str, Callable[[bytes], Read]] = {
    "onrecord": onrecord,
    "trafilatura": trafilatura,
    "trafilatura recall": partial(trafilatura, favor_recall=True),
    "trafilatura precision": partial(trafilatura, favor_precision=True),
}


# -- scores -----------------------------------------------------------------------


def runs(lines: Iterable[str]) -> Counter[tuple[str, ...]]:
    bag: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        words = words_of(line)
        bag.update(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)
    return bag


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def text_scores(gold: Mapping[str, Any], found: str) -> tuple[float, float, float]:
    """Precision, recall and F1; what stands beside the article counts neither way."""
    wanted, ours = runs(gold["text"]), runs(found.splitlines())
    ours -= runs(gold.get("beside", ())) - wanted
    right = (wanted & ours).total()
    precision = right / ours.total() if ours else 0.0
    recall = right / wanted.total()
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def quotes_kept(gold: Mapping[str, Any], found: str) -> tuple[int, int]:
    said = [quote for line in gold.get("text", ()) for match in _QUOTED.findall(line) for quote in match]
    lines = [f" {' '.join(words_of(line))} " for line in found.splitlines()]
    wanted = [f" {' '.join(words_of(quote))} " for quote in said if quote]
    return sum(any(quote in line for line in lines) for quote in wanted), len(wanted)


def names(author: str | list[str]) -> frozenset[str]:
    listed = _PARTS_OF_NAMES.split(author) if isinstance(author, str) else author
    return frozenset(" ".join(words_of(name)) for name in listed if name)


def score(gold: Mapping[str, Any], found: Read, seconds: float) -> Score:
    scores = text_scores(gold, found.text) if gold.get("text") else (None, None, None)
    title = words_of(found.title)
    return Score(
        *scores,
        quotes=quotes_kept(gold, found.text),
        title=any(words_of(one) == title for one in gold["title"]) if "title" in gold else None,
        author=any(names(one) == names(found.author) for one in gold["author"]) if "author" in gold else None,
        date=found.date == (gold["date"] or "") if "date" in gold else None,
        seconds=seconds,
    )


# -- the run ------------------------------------------------------------------------


def measured(
    pages: list[dict[str, Any]], folder: Path, system: Callable[[bytes], Read], *, errors: bool
) -> dict[str, list[Score]]:
    """Scores by part, and all together."""
    found: dict[str, list[Score]] = defaultdict(list)
    for number, gold in enumerate([pages[0], *pages]):
        raw = (folder / gold["page"]).read_bytes()
        began = time.process_time()
        read = system(raw)
        scored = score(gold, read, time.process_time() - began)
        if number:
            found["all"].append(scored)
            found[gold.get("part", "all others")].append(scored)
            if errors:
                tell(gold, read, scored)
    return found


def tell(gold: Mapping[str, Any], read: Read, scored: Score) -> None:
    kept, quotes = scored.quotes
    print(
        f"{gold['name']:28} F1 {scored.f1 or 0:.3f} P {scored.precision or 0:.3f} R {scored.recall or 0:.3f} quotes {kept}/{quotes}"
    )
    for what in ("title", "author", "date"):
        if getattr(scored, what) is False:
            print(f"    {what}: {getattr(read, what)!r}, not {gold[what]!r}")


def line(name: str, scores: list[Score]) -> str:
    def mean(what: str) -> str:
        values = [float(value) for one in scores if (value := getattr(one, what)) is not None]
        return f"{fmean(values):11.3f}" if values else f"{'-':>11}"

    kept, quotes = (sum(one.quotes[at] for one in scores) for at in (0, 1))
    share = f"{kept / quotes:11.3f}" if quotes else f"{'-':>11}"
    told = "".join(mean(what) for what in ("precision", "recall", "f1")) + share
    told += "".join(mean(what) for what in ("title", "author", "date"))
    return f"{name:34}{len(scores):6}{told}{1000 * fmean(one.seconds for one in scores):9.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="each page, and what is wrong there")
    parser.add_argument("--part", help="only the pages of this part")
    parser.add_argument("--system", action="append", choices=SYSTEMS, help="only these")
    asked = parser.parse_args()
    pages = [json.loads(row) for row in (asked.folder / "pages.jsonl").read_text("utf-8").splitlines()]
    for gold in pages:
        if "left_out" in gold:
            print(f"left out: {gold['name']} ({gold['left_out']})")
    pages = [gold for gold in pages if "left_out" not in gold and asked.part in (None, gold.get("part"))]
    table = [
        f"{'':34}{'pages':>6}"
        + "".join(f"{one:>11}" for one in ("precision", "recall", "F1", "quotes", "title", "author", "date"))
        + f"{'CPU ms':>9}"
    ]
    for name in asked.system or SYSTEMS:
        parts = measured(pages, asked.folder, SYSTEMS[name], errors=asked.errors)
        table += [line(f"{name}, {part}", parts[part]) for part in sorted(parts)]
    print("\n".join(table))


if __name__ == "__main__":
    main()
