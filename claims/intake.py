"""From bytes to what a document holds. Pure: opens no record, so any process can run it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from claims.errors import AmbiguousFormat, InputError, UnknownFormat, UnreadableDocument
from claims.extraction.pipeline import extract
from claims.model import Document, Problem
from claims.ports import Extraction, Extractor, Material, Reader
from claims.registry import EXTRACTORS, READERS, plugins

# The extractor that is used; another is installed as an entry point and named here by setting.
DEFAULT_EXTRACTOR = "rules"


@dataclass(frozen=True, slots=True)
class Prepared:
    """One document, read and extracted, or the reason why there is none.

    Attributes:
        material: what it came from.
        failure: a clause, if the input could not be read; then `document` is None.
        unknown: the failure is that no reader knows the format.
    """

    material: Material
    document: Document | None = None
    extraction: Extraction = field(default_factory=Extraction)
    extractor: str = ""
    failure: str = ""
    unknown: bool = False


def prepare(material: Material) -> list[Prepared]:
    """Every document inside one input; never raises for what the input holds."""
    try:
        return list(read_and_extract(material))
    except InputError as error:
        return [Prepared(material, failure=error.why, unknown=isinstance(error, UnknownFormat))]


def read_and_extract(
    material: Material, *, extractor: str = DEFAULT_EXTRACTOR, direct_only: bool = False
) -> Iterator[Prepared]:
    """Read the documents inside one input and extract from each.

    Raises:
        InputError: the input cannot be read.
    """
    chosen: Extractor = plugins(EXTRACTORS)[extractor]
    problems: list[Problem] = []
    made: list[Document] = []
    for item in read(material):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            made.append(item)
    for number, document in enumerate(made):
        found = extract(document, chosen, direct_only=direct_only)
        mine = [replace(p, document=document.id) for p in problems] if number == 0 else []
        found = replace(found, problems=(*mine, *found.problems))
        yield Prepared(material, document, found, _called(chosen))


def extractor_name(extractor: str = DEFAULT_EXTRACTOR) -> str:
    """The name under which documents say what extracted from them, with its version."""
    return _called(plugins(EXTRACTORS)[extractor])


def _called(extractor: Extractor) -> str:
    return f"{extractor.name} {extractor.version}"


def read(material: Material) -> Iterator[Document | Problem]:
    """The documents inside one input, by the one reader that claims its bytes.

    Raises:
        UnknownFormat, AmbiguousFormat, UnreadableDocument.
    """
    reader = reader_of(material)
    try:
        yield from reader.read(material)
    except InputError:
        raise
    except Exception as error:
        why = f"the {reader.name} reader stopped: {type(error).__name__}: {error}"
        raise UnreadableDocument(material.location, why) from error


def reader_of(material: Material) -> Reader:
    """The one reader that claims these bytes."""
    if not material.raw.strip():
        raise UnreadableDocument(material.location, "the file is empty")
    installed: Iterable[Reader] = plugins(READERS).values()
    readers = [reader for reader in installed if reader.claims(material)]
    if not readers:
        raise UnknownFormat(material.location)
    if len(readers) > 1:
        raise AmbiguousFormat(material.location, [reader.name for reader in readers])
    return readers[0]
