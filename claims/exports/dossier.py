"""A dossier: passages with all that shows where they stand, as a bag of files that can be verified."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from claims import __version__
from claims.display import json_safe, one_line
from claims.dossiers import forms
from claims.dossiers.bags import bagged
from claims.dossiers.page import chosen_words, page
from claims.dossiers.values import Dossier, File

_README = """This folder is a dossier that OnRecord wrote. Open data/index.html to read it.

It is a bag (BagIt, RFC 8493). To see that nothing was changed since it was written, run

    onrecord verify FOLDER-OR-ZIP

or, without OnRecord, in this folder

    sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt

data/texts holds the texts in which places are counted, in Unicode code points, the end not included.
data/snapshots holds the bytes as they came, each named by its SHA-256. They have no ending on purpose:
a saved page that is opened in a browser may tell its publisher so.
"""


class DossierFiles:
    """The layout is told in `claims.dossiers`."""

    name = "dossier"
    suffix = ".zip"

    def files(self, dossier: Dossier) -> Iterator[File]:
        """Every file, one at a time: kept bytes may be more than memory holds."""
        info = {
            "Bag-Software-Agent": f"OnRecord {__version__}",
            "External-Description": one_line(f"Dossier of {chosen_words(dossier.chosen)}"),
            # The only places where the time of export stands.
            "Bagging-Date": f"{(now := datetime.now(UTC)):%Y-%m-%d}",
            "Exported-At": now.isoformat(timespec="seconds"),
        }
        yield from bagged(_payload(dossier), info, _README)


def _payload(dossier: Dossier) -> Iterator[File]:
    lacking: dict[str, list[str]] = {}
    written: set[str] = set()
    for item in dossier.documents:
        yield File(f"texts/{item.document.id}.txt", item.document.text.encode())
        for name in dict.fromkeys((item.document.raw_sha256, *(one.raw_sha256 for one in item.arrivals))):
            raw = None if name in written else dossier.raw(name)
            if raw is not None:
                written.add(name)
                yield File(f"snapshots/{name}", raw)
            elif name not in written:
                lacking.setdefault(item.document.id, []).append(name)
    yield from _told(dossier, lacking)


def _told(dossier: Dossier, lacking: dict[str, list[str]]) -> Iterator[File]:
    head = forms.head(dossier, lacking)
    documents = [forms.document(one, lacking.get(one.document.id, [])) for one in dossier.documents]
    passages = [forms.passage(one, dossier.tags.get(one.value.id, ())) for one in dossier.citations]
    findings = [forms.finding(one, dossier.decided[one.finding.id]) for one in dossier.findings]
    decisions = list(map(forms.link, dossier.chain))
    yield File("dossier.json", _json(head, indent=1))
    yield File("documents.jsonl", _lines(documents))
    yield File("passages.jsonl", _lines(passages))
    yield File("findings.jsonl", _lines(findings))
    yield File("decisions.jsonl", _lines(decisions))
    yield File("index.html", page(head, documents, passages, findings, decisions))


def _lines(objects: Iterable[Mapping[str, Any]]) -> bytes:
    return b"".join(map(_json, objects))


def _json(value: Mapping[str, Any], indent: int | None = None) -> bytes:
    return (json_safe(json.dumps(value, ensure_ascii=False, indent=indent)) + "\n").encode()
