"""From bytes to what a document holds. Pure: opens no record, so any process can run it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from claims.errors import AmbiguousFormat, BadValue, InputError, UnknownFormat, UnreadableDocument
from claims.extraction.pipeline import extract, figures
from claims.model import Document, Problem, Quote
from claims.ports import Extraction, Extractor, Material, Reader
from claims.registry import EXTRACTORS, READERS, plugins
from claims.workers.stage import reading

# The extractor that is used; another is installed as an entry point and named here by setting.
DEFAULT_EXTRACTOR = "encoder"


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


def check_extractor(name: str) -> None:
    """Raise BadValue unless an extractor of this name is installed."""
    if name not in (installed := plugins(EXTRACTORS)):
        raise BadValue("extractor", name, f"installed are {', '.join(installed)}")


def shortcoming(name: str) -> str:
    """A sentence on what an extractor works without, "" for nothing.

    Raises:
        BadValue: none of this name is installed.
    """
    check_extractor(name)
    return str(getattr(plugins(EXTRACTORS)[name], "lacks", ""))


def prepare(
    material: Material, *, extractor: str = DEFAULT_EXTRACTOR, direct_only: bool = False
) -> list[Prepared]:
    """Every document inside one input, or the one that it names; never raises for what the input holds."""
    try:
        found = read_and_extract(material, extractor=extractor, direct_only=direct_only)
        return list(_wanted(material, found))
    except InputError as error:
        return [Prepared(material, failure=error.why, unknown=isinstance(error, UnknownFormat))]


def prepare_input(
    item: Material | InputError, *, extractor: str = DEFAULT_EXTRACTOR, direct_only: bool = False
) -> list[Prepared | InputError]:
    """`prepare` for one of a run of inputs; what could not even be opened passes through."""
    if isinstance(item, InputError):
        return [item]
    return [*prepare(item, extractor=extractor, direct_only=direct_only)]


def lost(item: Material | InputError, why: str) -> list[Prepared | InputError]:
    """In place of `prepare_input`, where its worker was killed at a limit, or died."""
    return [item] if isinstance(item, InputError) else [Prepared(item, failure=why)]


def weight(item: Material | InputError) -> int:
    """Bytes that an input holds."""
    return 0 if isinstance(item, InputError) else len(item.raw)


def _wanted(material: Material, found: Iterable[Prepared]) -> Iterator[Prepared]:
    """What was found, but of one that names its document only that one.

    Raises:
        UnreadableDocument: it is not among them.
    """
    if not material.id:
        yield from found
        return
    named = [one for one in found if one.document is not None and one.document.id == material.id]
    if not named:
        raise UnreadableDocument(material.location, "its id is not that of its bytes and its address")
    yield named[0]


def read_and_extract(
    material: Material, *, extractor: str = DEFAULT_EXTRACTOR, direct_only: bool = False
) -> Iterator[Prepared]:
    """Read the documents inside one input and extract from each.

    Raises:
        InputError: the input cannot be read, or (in a worker) goes over a limit of reading.
    """
    chosen: Extractor = plugins(EXTRACTORS)[extractor]
    problems: list[Problem] = []
    made: list[Document] = []
    with reading(material.location):
        reader = reader_of(material)
        for item in _read_by(reader, material):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                made.append(item)
    for number, document in enumerate(made):
        said = _said(reader, material, document)
        if said is None:
            found = extract(document, chosen, direct_only=direct_only)
        else:
            found = figures(document, chosen, said)
        mine = [replace(p, document=document.id) for p in problems] if number == 0 else []
        found = replace(found, problems=(*mine, *found.problems))
        yield Prepared(material, document, found, _called(chosen))


def _said(reader: Reader, material: Material, document: Document) -> tuple[Quote, ...] | None:
    """The quotes that the bytes themselves name; None where they name none."""
    told: Callable[[Material, Document], tuple[Quote, ...] | None] | None = getattr(reader, "quotes", None)
    return told(material, document) if told else None


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
    yield from _read_by(reader_of(material), material)


def _read_by(reader: Reader, material: Material) -> Iterator[Document | Problem]:
    try:
        yield from reader.read(material)
    except (InputError, MemoryError):
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
        raise UnknownFormat(material.location, [reader.name for reader in installed])
    if len(readers) > 1:
        raise AmbiguousFormat(material.location, [reader.name for reader in readers])
    return readers[0]
