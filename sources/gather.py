"""Takes inputs: files, folders, pages by their URL, standard input. Each becomes its bytes or its error."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from claims.errors import BadSettings, BadValue, InputError, NothingThere
from claims.executor import apart
from claims.model import PartialDate
from claims.ports import Given, Material
from claims.unpacking import lost, may_hold_others, unpack
from sources.fetching.addresses import is_url
from sources.fetching.fetcher import fetcher
from sources.files import bytes_of, error_of, limited
from sources.inside import members
from sources.left_out import not_wanted, parts_of_pages
from sources.manifest import HOW_TO_WRITE, is_published, read_manifest

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Gathered:
    """One input: its bytes, or why there are none; exactly one of the two.

    Attributes:
        walked: it was found in a folder or inside another input, so being no document
            makes it skipped; an input that was named itself has failed.
        location: as given, or the folder as given with the path inside it; of a member
            the location of what holds it, a slash, and its name there.
    """

    material: Material | None
    error: InputError | None
    walked: bool
    location: str

    def __post_init__(self) -> None:
        if (self.material is None) == (self.error is None):
            raise ValueError("an input is its bytes or an error, one of them")


# An input that is known by name, to be read when its turn comes.
_Unread = Callable[[], Gathered]


def gather(
    paths: Iterable[str], given: Given, *, manifest: Path | None = None, stdin: BinaryIO | None = None
) -> Iterator[Gathered]:
    """Every input in the order it was given; folders are walked in order of name, and what holds others
    (an archive, a mailbox, a feed) is opened: each member is an input.

    Links are not followed, in a walk or by name. Bytes are read one input at a
    time, as the iterator is asked for it.

    Args:
        given: what the user said of all inputs; a row of the manifest goes before it.
        manifest: a CSV of inputs (see `sources.manifest`). Without paths, its
            inputs are taken; with paths, it only describes them, and a row
            whose file is missing is still an error of that row.
        stdin: what "-" reads.

    Raises:
        BadSettings, BadValue, NothingThere: at once, of the manifest or of one URL for several inputs.
    """
    wanted = list(paths)
    rows = read_manifest(manifest) if manifest else {}
    if given.url and not is_published(given.url):
        raise BadValue("url", given.url, HOW_TO_WRITE)
    if given.url and (len(wanted or rows) > 1 or any(Path(path).is_dir() for path in wanted)):
        raise BadSettings("url", "the command line", "one address fits one file: use a manifest for several")
    return _opened(read() for read in _unread(wanted, given, rows, manifest, stdin))


def _opened(found: Iterable[Gathered]) -> Iterator[Gathered]:
    """Each input, or in its place those that lie in it."""
    with apart(unpack, lost=lost) as unpacked:
        for each in found:
            if each.material is None or not may_hold_others(each.material):
                yield each
                continue
            for one, is_member in members(each.material, unpacked):
                walked = each.walked or is_member
                if isinstance(one, Material):
                    yield Gathered(one, None, walked, one.location)
                else:
                    yield _failed(one, walked=walked)


def expected(paths: Iterable[str], *, manifest: Path | None = None) -> int:
    """How many inputs `gather` finds for the same arguments; folders are walked, nothing is opened: an
    archive counts as one."""
    rows = read_manifest(manifest) if manifest else {}
    return sum(1 for _ in _unread(list(paths), Given(), rows, manifest, None))


def _unread(
    wanted: list[str],
    given: Given,
    rows: Mapping[Path, Given],
    manifest: Path | None,
    stdin: BinaryIO | None,
) -> Iterator[_Unread]:
    described = {_key(path): row for path, row in rows.items()}
    for location in wanted or [str(path) for path in rows]:
        yield from _one(location, given, described, manifest, stdin)
    if wanted:
        for path in rows:
            if not os.path.lexists(path):
                why = "the manifest names it, and there is no such file"
                yield partial(_failed, NothingThere(str(path), why))


def _one(
    location: str,
    given: Given,
    described: Mapping[Path, Given],
    manifest: Path | None,
    stdin: BinaryIO | None,
) -> Iterator[_Unread]:
    if location == STDIN:
        yield partial(_standard_input, stdin, given)
    elif is_url(location):
        yield partial(_page, location, given)
    elif _is_folder(location):
        yield from _folder(location, given, described, manifest)
    else:
        yield partial(_file, location, _given(location, given, described), walked=False)


# -- folders ------------------------------------------------------------------


def _folder(
    location: str, given: Given, described: Mapping[Path, Given], manifest: Path | None
) -> Iterator[_Unread]:
    empty = True
    own = _key(manifest) if manifest else None
    for entry in _walk(location):
        if isinstance(entry, InputError):
            yield partial(_failed, entry, walked=entry.location != location)
        elif own is not None and _key(entry) == own:
            continue
        elif why := not_wanted(Path(entry).name):
            yield partial(_failed, InputError(entry, why), walked=True)
        else:
            yield partial(_file, entry, _given(entry, given, described), walked=True)
        empty = False
    if empty:
        yield partial(_failed, NothingThere(location, "the folder holds no files"))


def _walk(top: str) -> Iterator[str | InputError]:
    """Paths of all entries that are no folders, in order of name; hidden folders are named and left.

    A folder that is mounted inside itself is entered once.
    """
    entered: set[tuple[int, int]] = set()
    parts: dict[str, str] = {}
    ahead = [top]
    while ahead:
        path = ahead.pop()
        if not _is_folder(path):
            yield path
            continue
        if path != top and Path(path).name.startswith("."):
            yield InputError(path, "it is a hidden folder")
            continue
        if page := parts.get(path):
            yield InputError(path, f"it holds the pictures and frames of the saved page {page}")
            continue
        try:
            state = os.lstat(path)
            names = sorted((entry.name for entry in os.scandir(path)), reverse=True)
        except OSError as error:
            yield error_of(path, error)
            continue
        if (state.st_dev, state.st_ino) in entered:
            yield InputError(path, "the folder was read already")
            continue
        entered.add((state.st_dev, state.st_ino))
        parts.update((os.path.join(path, name), page) for name, page in parts_of_pages(names).items())  # noqa: PTH118
        ahead.extend(os.path.join(path, name) for name in names)  # noqa: PTH118  (keeps the words given)


def _is_folder(location: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(location).st_mode)
    except (OSError, ValueError):
        return False


# -- inputs ----------------------------------------------------------------------


def _file(location: str, given: Given, *, walked: bool) -> Gathered:
    try:
        raw = bytes_of(location)
    except InputError as error:
        return _failed(error, walked=walked)
    except (OSError, ValueError) as error:
        return _failed(error_of(location, error), walked=walked)
    return Gathered(_material(raw, location, given), None, walked, location)


def _page(location: str, given: Given) -> Gathered:
    try:
        page = fetcher().fetch(location, given)
    except InputError as error:
        return _failed(error)
    assert isinstance(page, Material)  # nothing was said of an earlier visit
    return Gathered(page, None, False, location)


def _standard_input(stdin: BinaryIO | None, given: Given) -> Gathered:
    if stdin is None:
        return _failed(NothingThere(STDIN, "there is no standard input"))
    try:
        raw = limited(stdin, STDIN, 0)
    except InputError as error:
        return _failed(error)
    except OSError as error:
        return _failed(error_of(STDIN, error))
    return Gathered(_material(raw, STDIN, given), None, False, STDIN)


def _material(raw: bytes, location: str, given: Given) -> Material:
    place = "" if location == STDIN else given.url or str(_key(location))
    return Material(
        raw, location, PartialDate.instant(datetime.now(UTC), evidence="clock"), given, place=place
    )


# -- what was given ------------------------------------------------------


def _given(location: str, given: Given, described: Mapping[Path, Given]) -> Given:
    """The row of the manifest, its empty fields filled by what was said of all inputs."""
    row = described.get(_key(location))
    if row is None:
        return given
    return replace(
        row,
        source=row.source or given.source,
        kind=row.kind or given.kind,
        country=row.country or given.country,
        url=row.url or given.url,
        origin=row.origin or given.origin,
        date=row.date or given.date,
    )


def _key(path: str | Path) -> Path:
    """One spelling a file: absolute, without dots; links of the last part stay what they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100  (resolve() would follow links)


def _failed(error: InputError, *, walked: bool = False) -> Gathered:
    return Gathered(None, error, walked, error.location)
