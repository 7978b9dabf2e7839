"""Do documents, passages and findings of a dossier say what stands in its texts and kept bytes?

Whoever alters a file can make the manifests anew. What is looked at here would have to be altered
together with it: a passage with its text, a text with its bytes, an id with what it is made of.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.dossiers.files import Files
from claims.dossiers.reading import Line, Reading, id_of, number_of
from claims.exchange.lines import BadLine
from claims.exchange.typed import Fields, as_text, mapping, of, text_of
from claims.exports.redacting import LEFT_OUT
from claims.model import Problem
from claims.model.identity import content_id

_STAGE = "verify"
# Encodings of which each byte is read once: of punycode the time grows with the square.
_QUICK = re.compile(r"(utf|cp|iso8859|koi8|mac|gb|euc|shift_jis|big5).*")
# So many readers are told of, and so much of each name.
_READERS, _NAME = 20, 80
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of each were looked at."""

    documents: int = 0
    passages: int = 0
    findings: int = 0


class Proof:
    """Attributes:
    faults: what does not hold, in the order of the files.
    not_read_again: by what read them, how many documents have texts that were not made of their bytes anew.
    without_address: how many documents have an id of which a part was left out.
    """

    def __init__(self, reading: Reading, files: Files) -> None:
        self._reading = reading
        self._files = files
        self._is_redacted = (reading.head() or {}).get("redacted") is True
        self._documents: set[str] = set()
        self._snapshots: set[str] = set()
        self.faults: list[Problem] = []
        self.not_read_again: dict[str, int] = {}
        self.without_address = 0
        documents = sum(self._looked_at("documents.jsonl", self._document))
        self._find_strangers()
        self.counted = Counted(
            documents,
            sum(self._looked_at("passages.jsonl", self._passage)),
            sum(self._looked_at("findings.jsonl", self._finding)),
        )

    def _looked_at(self, name: str, look: Callable[[Fields], Iterator[Problem]]) -> Iterator[int]:
        """1 for each line."""
        for line in self._reading.lines(name):
            yield 1
            self.faults += _found(line, look)

    def _document(self, fields: Fields) -> Iterator[Problem]:
        id_, raw = id_of(fields), text_of(fields, "sha256")
        self._documents.add(id_)
        url = text_of(fields, "url")
        corrected = [each for each in _objects(fields, "corrected") if each.get("field") == "url"]
        made_of = content_id("document", url, raw, text_of(fields, "member"))
        if corrected:
            if text_of(corrected[-1], "value") != url:
                yield _fault(f"the address of document {id_} is not the one that it was given by hand", id_)
        elif url == LEFT_OUT and self._is_redacted:
            self.without_address += 1
        elif made_of != id_:
            yield _fault(f"the id of document {id_} is not that of its address and bytes", id_)
        text = mapping(fields.get("text"), "text")
        yield from self._text_faults(id_, text_of(text, "sha256"), number_of(text, "characters"))
        kept = [each for each in _objects(fields, "arrivals") if of(each, "kept", bool)]
        for arrival in kept:
            yield from self._snapshot_faults(id_, text_of(arrival, "sha256"))
        if any(each["sha256"] == raw for each in kept):
            yield from self._origin_faults(id_, raw, fields)

    def _text_faults(self, id_: str, sha256: str, characters: int) -> Iterator[Problem]:
        name = f"data/texts/{id_}.txt"
        if name in self._files.wrong:
            return
        if name not in self._files.hashes:
            yield _fault(f"the text of document {id_} is missing", id_)
        elif self._files.hashes[name] != sha256 or len(self._reading.text(id_) or "") != characters:
            yield _fault(f"{name} is not the text that documents.jsonl tells of", id_)

    def _snapshot_faults(self, id_: str, sha256: str) -> Iterator[Problem]:
        name = f"data/snapshots/{sha256}"
        self._snapshots.add(name)
        if name in self._files.wrong:
            return
        if name not in self._files.hashes:
            yield _fault(f"kept bytes of document {id_} are missing: {sha256[:64]}", id_)
        elif self._files.hashes[name] != sha256:
            yield _fault(f"{name} does not hold the bytes that it is named by", id_)

    def _origin_faults(self, id_: str, sha256: str, fields: Fields) -> Iterator[Problem]:
        """Is the text of plain text what its bytes say? That of other formats depends on what read them."""
        reader, encoding = text_of(fields, "read_with"), text_of(fields, "encoding")
        kind = text_of(fields, "media_type")
        if kind != "text/plain" or reader or not _is_quick(encoding):
            self._count(reader or f"the reader of {kind}")
            return
        raw, text = self._reading.raw(f"snapshots/{sha256}"), self._reading.text(id_)
        if raw is None or text is None:
            return
        decoded = _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", raw.decode(encoding, "replace"))
        if decoded.removeprefix("\ufeff") != text:
            yield _fault(f"the text of document {id_} is not what its kept bytes say", id_)

    def _count(self, reader: str) -> None:
        """One more document that it read. Foreign files may name more readers than anybody wants to know."""
        told = reader[:_NAME] if len(self.not_read_again) < _READERS else "others"
        self.not_read_again[told] = self.not_read_again.get(told, 0) + 1

    def _find_strangers(self) -> None:
        known = {f"data/texts/{id_}.txt" for id_ in self._documents} | self._snapshots
        for name in sorted(self._files.hashes.keys() - known - self._files.wrong):
            if name.startswith(("data/texts/", "data/snapshots/")):
                self.faults.append(_fault(f"{name} belongs to no document of the dossier"))

    def _passage(self, fields: Fields) -> Iterator[Problem]:
        id_, document, text = self._stands_in(fields)
        kind = text_of(fields, "kind")
        if text is not None and not _is_at_its_place(fields, kind, text):
            yield _fault(
                f"the {kind[:20]} {id_} is not what stands at its place in document {document}", document
            )

    def _finding(self, fields: Fields) -> Iterator[Problem]:
        id_ = id_of(fields)
        anchors = [as_text(each, "anchors") for each in of(fields, "anchors", list)]
        if content_id("finding", text_of(fields, "check"), *sorted(anchors)) != id_:
            yield _fault(f"the id of finding {id_} is not that of its check and what it is about")
        for number, piece in enumerate(_objects(fields, "evidence"), 1):
            _, document, text = self._stands_in({**piece, "id": id_})
            if text is not None and not _stands(piece, "text", text):
                what = f"passage {number} of finding {id_} is not what stands at its place"
                yield _fault(f"{what} in document {document}", document)

    def _stands_in(self, fields: Fields) -> tuple[str, str, str | None]:
        """Its id, its document and the text of that, None if there is none to compare."""
        id_, document = id_of(fields), id_of(fields, "document")
        if document not in self._documents:
            raise BadLine(f"it stands in document {document}, which is not in the dossier")
        return id_, document, self._reading.text(document)


def _is_quick(encoding: str) -> bool:
    """Does Python know it, and read every byte of it once?"""
    try:
        return _QUICK.fullmatch(codecs.lookup(encoding).name) is not None
    except (LookupError, ValueError):
        return False


def _found(line: Line, look: Callable[[Fields], Iterator[Problem]]) -> list[Problem]:
    """What is wrong with a line; that of which the fields are of no such line is one fault."""
    try:
        return list(look(line.fields))
    except BadLine as error:
        return [_fault(f"{line.place}: {error}")]


def _is_at_its_place(fields: Fields, kind: str, text: str) -> bool:
    words, pieces = text_of(fields, "words"), _objects(fields, "passages")
    told = text_of(fields, "text")
    if kind == "claim":
        start, end = _places(fields, "sentence")
        is_told = text[start:end] == told and text_of(fields, "figure") == words
    else:
        is_told = told == words
    return (
        is_told
        and bool(pieces)
        and all(_stands(piece, "exact", text) and _is_between(piece, text) for piece in pieces)
        and all(one["end"] <= next_["start"] for one, next_ in pairwise(pieces))  # type: ignore[operator]
        and " ".join(text_of(piece, "exact") for piece in pieces) == words
        and (pieces[0]["start"], pieces[-1]["end"]) == (fields.get("start"), fields.get("end"))
        and _stands(mapping(fields.get("context"), "context"), "text", text)
    )


def _stands(fields: Fields, name: str, text: str) -> bool:
    """Are the words of this field what stands from `start` to `end`?"""
    start, end = number_of(fields, "start"), number_of(fields, "end")
    return start < end <= len(text) and text[start:end] == text_of(fields, name)


def _is_between(piece: Fields, text: str) -> bool:
    """Are the words before and after it what stands there?"""
    before, after = text_of(piece, "prefix"), text_of(piece, "suffix")
    return text.endswith(before, 0, number_of(piece, "start")) and text.startswith(
        after, number_of(piece, "end")
    )


def _places(fields: Fields, name: str) -> tuple[int, int]:
    found = of(fields, name, list)
    if len(found) != 2 or any(type(each) is not int or each < 0 for each in found):
        raise BadLine(f"its field {name!r} is no place")
    return found[0], found[1]


def _objects(fields: Fields, name: str) -> list[Fields]:
    return [mapping(each, name) for each in of(fields, name, list)]


def _fault(sentence: str, document: str = "") -> Problem:
    return Problem(_STAGE, sentence, document)
