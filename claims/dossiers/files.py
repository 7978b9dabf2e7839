"""Is every file of a dossier there, and as the manifests say, and no other?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from claims.dossiers.bags import (
    DECLARATION,
    DECLARED,
    INFO,
    MANIFEST,
    PAYLOAD,
    TAG_MANIFEST,
    TAGS,
    manifest,
)
from claims.dossiers.opening import UNREADABLE, Opened, Unpackable, is_known, shortened

_BLOCK = 2**20
# A line for each file: the largest ones of which the name is known have a hundred bytes.
_LONGEST = 64 * 2**20
_LINE = re.compile(r"([0-9a-f]{64})  (\S.{0,300})")
_OXUM = re.compile(r"^Payload-Oxum: (\d{1,20})\.(\d{1,10})$", re.MULTILINE)


class Files:
    """What the files of a dossier hash to.

    Attributes:
        hashes: of every file that can be read, by name, its SHA-256.
        faults: a sentence for each that is not as it was.
        wrong: names of those.
    """

    def __init__(self, bag: Opened) -> None:
        self._bag = bag
        self.hashes: dict[str, str] = {}
        self.faults: list[str] = list(bag.found.faults)
        self.wrong: set[str] = set()
        self._hash_all()
        payload = {name: one for name, one in self.hashes.items() if name.startswith(PAYLOAD)}
        tags = {name: one for name, one in self.hashes.items() if name in TAGS}
        self.faults += self._compared(MANIFEST, payload)
        self.faults += self._compared(TAG_MANIFEST, tags)
        self.faults += self._tag_faults(payload)

    def _hash_all(self) -> None:
        for name in sorted(self._bag.found.sizes):
            try:
                self.hashes[name] = self._digest(name)
            except UNREADABLE as error:
                self.wrong.add(name)
                self.faults.append(f"{name} cannot be read ({error})")

    def _digest(self, name: str) -> str:
        digest = sha256()
        with self._bag.stream(name) as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
        return digest.hexdigest()

    def _compared(self, name: str, there: Mapping[str, str]) -> Iterator[str]:
        """One manifest against the files that it has to name."""
        if name not in self._bag.found.sizes:
            yield f"{name} is missing: nothing says what its files were"
            return
        try:
            raw = whole(self._bag, name, _LONGEST)
        except UNREADABLE:
            return  # it was told already
        told = dict[str, str]()
        for number, line in enumerate(raw.decode("utf-8", "replace").split("\n")[:-1], 1):
            if found := _LINE.fullmatch(line):
                told[found[2]] = found[1]
            else:
                yield f"{name}: line {number} is no line of a manifest"
        for other, fault in _differences(name, told, there, self._bag.found.sizes):
            self.wrong.add(other)
            yield fault
        if told == there and raw != manifest(there):
            yield f"{name} was altered: its lines are not as OnRecord writes them"

    def _tag_faults(self, payload: Mapping[str, str]) -> Iterator[str]:
        if DECLARATION in self.hashes and self.hashes[DECLARATION] != sha256(DECLARED).hexdigest():
            yield f"{DECLARATION} does not say that this is a bag of version 1.0"
        if INFO not in self.hashes:
            return
        told = _OXUM.search(whole(self._bag, INFO, _LONGEST).decode("utf-8", "replace"))
        size = sum(self._bag.found.sizes[name] for name in payload)
        if not told or (int(told[1]), int(told[2])) != (size, len(payload)):
            yield f"{INFO} tells of another number of files or bytes than are there"


def whole(bag: Opened, name: str, most: int) -> bytes:
    """The bytes of one file. Raises as streams do, and Unpackable where there are more than so many."""
    with bag.stream(name) as stream:
        raw = stream.read(most + 1)
    if len(raw) > most:
        raise Unpackable(f"it is larger than {most:,} bytes")
    return raw


def _differences(
    manifest_: str, told: Mapping[str, str], there: Mapping[str, str], sizes: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Name and fault of each file that is not as it was told."""
    for name in sorted(told.keys() - there.keys()):
        if not is_known(name):
            fault = (
                f"{manifest_} names {shortened(name)}, which is no file of a dossier: it was not looked for"
            )
            yield name, fault
        elif name not in sizes:
            yield name, f"{name} is missing"
    for name in sorted(there):
        if name not in told:
            yield name, f"{name} was added: {manifest_} does not name it"
        elif told[name] != there[name]:
            yield name, f"{name} was altered: {manifest_} has another SHA-256 for it"
