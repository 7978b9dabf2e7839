"""A bag (BagIt, RFC 8493) of some files, written by ourselves.

The library `bagit` makes bags of folders in place and asks the clock; it knows no ZIP file, and trusts
the names in a manifest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from claims.dossiers.values import File

PAYLOAD = "data/"
# In which files of a dossier lie, outer ones first.
FOLDERS = ("data", "data/texts", "data/snapshots")
DECLARATION, INFO, MANIFEST, TAG_MANIFEST = (
    "bagit.txt",
    "bag-info.txt",
    "manifest-sha256.txt",
    "tagmanifest-sha256.txt",
)
README = "README.txt"
# In the order in which they are hashed.
TAGS = (README, INFO, DECLARATION, MANIFEST)

DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bagged(payload: Iterable[File], info: Mapping[str, str], readme: str) -> Iterator[File]:
    """Every file of the bag: the payload first, one at a time, then what describes it.

    Args:
        info: labels and values of bag-info.txt, in order, each on a line.
    """
    hashes: dict[str, str] = {}
    size = 0
    for file in payload:
        name = f"{PAYLOAD}{file.name}"
        hashes[name] = sha256(file.raw).hexdigest()
        size += len(file.raw)
        yield File(name, file.raw)
    told = {**info, "Payload-Oxum": f"{size}.{len(hashes)}"}
    tags = {
        README: readme.encode(),
        INFO: "".join(f"{label}: {value}\n" for label, value in told.items()).encode(),
        DECLARATION: DECLARED,
        MANIFEST: manifest(hashes),
    }
    yield from (File(name, raw) for name, raw in tags.items())
    yield File(TAG_MANIFEST, manifest({name: sha256(raw).hexdigest() for name, raw in tags.items()}))


def manifest(hashes: Mapping[str, str]) -> bytes:
    """Names with their hashes in order of name, as `sha256sum -c` reads them."""
    return "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes)).encode()
