"""Makes dossiers, and spoils them."""

import json
import shutil
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from claims.dossiers import packing
from claims.dossiers.bags import INFO, MANIFEST, TAG_MANIFEST, TAGS, manifest
from claims.dossiers.redacting import redacted
from claims.dossiers.verifying import verify
from claims.exports.dossier import DossierFiles
from claims.model import PartialDate, SourceKind
from claims.ports import Fetched, Given, Material
from claims.views import Kind, Query

HERALD = """Harbor board backs new pier

HARLOW BAY — Mayor Marisol Vega told the harbor board on Monday that the city will rebuild the storm-damaged pier.

“We will not ask the fishing families to pay for this pier,” Vega said. “They have lost enough.”

Storm Edda injured 46 people and sank 12 boats, said Ines Carrow, a spokeswoman for the Port Authority of Harlow Bay.
"""

COASTAL = """Mayor promises to rebuild pier

HARLOW BAY — Storm Edda injured 64 people and sank 12 boats, officials said.

“We will ask the fishing families to pay for this pier,” Mayor Marisol Vega said.
"""

AT = PartialDate.instant(datetime(2031, 3, 5, 8, 30, tzinfo=UTC), evidence="clock")
DAY = PartialDate.parse("2031-03-03")

STORIES = (
    Material(
        HERALD.encode(),
        "https://herald.example/p?id=7",
        AT,
        Given("Harlow Bay Herald", SourceKind.OUTLET, url="https://herald.example/pier", date=DAY),
        fetched=Fetched(
            "https://herald.example/pier", ("https://herald.example/p?id=7",), 200, (("etag", '"a1"'),)
        ),
    ),
    Material(COASTAL.encode(), "/home/lindqvist/coastal.txt", AT, Given("Coastal Wire", SourceKind.AGENCY)),
)


def document(ledger, ending):
    return next(one.id for one in ledger.documents() if one.location.endswith(ending))


def quote(ledger, words):
    return ledger.search(Query(words, limit=None)).hits[0].id


def decide(ledger):
    """A verdict with its reason, a tag, a decision that is taken back, and one about another matter."""
    (finding,) = ledger.audit(check="altered-wording")
    ledger.judge([finding.finding.id], "dismissed", value="misread", note="the wire dropped a word")
    ledger.tag(quote(ledger, "lost enough"), "pier")
    ledger.correct(quote(ledger, "sank 12 boats"), "speaker", "Ines Carrow")
    ledger.undo()


def dossier_of(ledger, **filters):
    """Quotes, claims and findings, as `onrecord export --format dossier` chooses them."""
    kinds = (Query(kind=kind, limit=None, **filters) for kind in (Kind.QUOTES, Kind.CLAIMS))
    values = [one for query in kinds for one in ledger.citations(query)]
    findings = ledger.audit(query=Query(limit=None, **filters))
    return ledger.dossier({"kind": "all", **Query(**filters).filters}, values, findings)


def write(dossier, place, *, cut=False):
    files = DossierFiles().files(redacted(dossier) if cut else dossier)
    if place.suffix == ".zip":
        with place.open("wb") as out:
            packing.write_zip(files, out)
    else:
        packing.write_folder(files, place)
    return place


def faults(place):
    return [one.message for one in verify(place).faults]


def lines(folder, name):
    """The objects of one of its files."""
    return [json.loads(line) for line in (folder / "data" / name).read_text("utf-8").splitlines()]


def rewrite(folder, name, objects):
    text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)
    (folder / "data" / name).write_text(text, "utf-8")


def make_anew(folder):
    """What a forger does: every manifest as the files are now."""
    payload = [path for path in sorted((folder / "data").rglob("*")) if path.is_file()]
    write_manifest(folder, MANIFEST, payload)
    info = folder / INFO
    oxum = f"{sum(path.stat().st_size for path in payload)}.{len(payload)}"
    kept = [line for line in info.read_text("utf-8").splitlines() if not line.startswith("Payload-Oxum")]
    info.write_text("\n".join([*kept, f"Payload-Oxum: {oxum}", ""]), "utf-8")
    write_manifest(folder, TAG_MANIFEST, [folder / name for name in TAGS if (folder / name).exists()])


def write_manifest(folder, name, paths):
    hashes = {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in paths}
    (folder / name).write_bytes(manifest(hashes))


def copied(folder, place):
    return Path(shutil.copytree(folder, place))
