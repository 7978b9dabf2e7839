"""The scorer's tables for what was learned."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from claims.extraction.encoder.decoding import Report
from claims.extraction.encoder.reports import Encoder
from claims.extraction.encoder.tagger import ON_RECORD, SURE
from claims.training.corpora import MEASURED, rows
from claims.training.examples import page_of, paragraphs

Row = dict[str, object]


def judge(folder: Path, encoder: Encoder, out: Path, say: Callable[[str], None]) -> None:
    """Print a table for each document set, for everything found and for what is on record."""
    for file in MEASURED:
        documents = list(rows(folder / file))
        began = time.process_time()
        found = {row["doc_id"]: _reports(row["text"], encoder) for row in documents}
        spent = time.process_time() - began
        words = sum(len(row["text"].split()) for row in documents)
        say(f"{file}: {words / spent:,.0f} words/s of CPU time")
        for title, least, switches in (
            ("all cues", 0.0, []),
            ("on record, all gold", ON_RECORD, []),
            ("on record, gold of speech", ON_RECORD, ["--speech-only"]),
        ):
            predictions = out / f"{file}.predicted"
            lines = [
                {"doc_id": row["doc_id"], "quotes": quotes(row["text"], found[row["doc_id"]], least)}
                for row in documents
            ]
            predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
            command = [
                sys.executable,
                str(folder / "score.py"),
                str(folder / file),
                str(predictions),
                *switches,
            ]
            table = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            say(f"{title}\n{table}")


def quotes(text: str, found: list[Report], least: float) -> list[Row]:
    """Reports with a cue, as the scorer reads them."""
    return [
        _row(text, report)
        for report in found
        if report.cue and report.sure >= SURE and report.on_record >= least
    ]


def _reports(text: str, encoder: Encoder) -> list[Report]:
    return list(encoder.reports(text, paragraphs(page_of(text))))


def _row(text: str, report: Report) -> Row:
    row: Row = {"start": report.content.start, "end": report.content.end}
    row["speaker_text"] = report.source and report.source.of(text)
    for name, span in (("speaker", report.source), ("cue", report.cue)):
        row |= {f"{name}_start": span and span.start, f"{name}_end": span and span.end}
    return row
