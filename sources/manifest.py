"""The manifest: a CSV that says of each input who published it, when and where."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

from claims.errors import BadSettings, BadValue, NothingThere
from claims.model import PartialDate, SourceKind
from claims.ports import Given
from sources.decoding import decode

COLUMNS = ("path", "url", "source", "kind", "origin", "date", "country")

_URL = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
HOW_TO_WRITE = "write http:// or https:// and the rest"
_COUNTRY = re.compile(r"[A-Za-z]{2}")


def read_manifest(manifest: Path) -> dict[Path, Given]:
    """What it says, by path, in its order. Paths are relative to the manifest's folder.

    The first line names the columns, of which only `path` is needed: path, url,
    source, kind, origin, date, country. Empty fields say nothing.

    Raises:
        BadSettings: a column is unknown, twice there, or `path` is missing; no CSV; no lines.
        BadValue: a line has too many fields, no path, or the path of a line before;
            a date, kind, country or URL is none. The line is named.
        NothingThere: there is no such manifest.
    """
    found: dict[Path, Given] = {}
    for line, row in _rows(manifest):
        where = f"{manifest}, line {line}"
        if not row["path"]:
            raise BadValue("path", "", f"{where}: the line names no file")
        path = Path(os.path.normpath(manifest.parent / row["path"]))
        if path in found:
            raise BadValue("new path", row["path"], f"{where}: a line before names it")
        found[path] = _given(row, where)
    if not found:
        raise BadSettings("path", str(manifest), "the manifest names no files")
    return found


def _rows(manifest: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line that holds anything, its number and its fields by column."""
    reader = csv.reader(io.StringIO(_text(manifest), newline=""), strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        _must_be_known(header, str(manifest))
        for cells in reader:
            row = [cell.strip() for cell in cells]
            if len(row) > len(header):
                where = f"{manifest}, line {reader.line_num}"
                why = f"{len(row)} fields under {len(header)} columns"
                raise BadValue("line of a manifest", ",".join(row), f"{where}: {why}")
            if any(row):
                fields = dict.fromkeys(COLUMNS, "") | dict(zip(header, row, strict=False))
                yield reader.line_num, fields
    except csv.Error as error:
        where = f"{manifest}, line {reader.line_num}"
        raise BadSettings("path", where, f"the manifest is no CSV: {error}") from None


def _text(manifest: Path) -> str:
    try:
        return decode(manifest.read_bytes()).text
    except FileNotFoundError:
        raise NothingThere(str(manifest)) from None
    except OSError as error:
        raise NothingThere(str(manifest), (error.strerror or "it cannot be read").lower()) from None


def is_published(url: str) -> bool:
    """An address where others find the document; that of a file tells no more than folders."""
    return bool(_URL.fullmatch(url))


def _must_be_known(header: list[str], where: str) -> None:
    if "path" not in header:
        raise BadSettings("path", where, f"the first line names the columns: {', '.join(COLUMNS)}")
    for name in header:
        if name not in COLUMNS:
            raise BadSettings(name, where, f"the columns are {', '.join(COLUMNS)}")
        if header.count(name) > 1:
            raise BadSettings(name, where, "the column stands there twice")


def _given(row: dict[str, str], where: str) -> Given:
    if row["url"] and not is_published(row["url"]):
        raise BadValue("url", row["url"], f"{where}: {HOW_TO_WRITE}")
    if row["country"] and not _COUNTRY.fullmatch(row["country"]):
        raise BadValue("country", row["country"], f"{where}: write two letters, such as US")
    return Given(
        source=row["source"],
        kind=_kind(row["kind"], where),
        country=row["country"].upper(),
        url=row["url"],
        origin=row["origin"],
        date=_date(row["date"], where),
    )


def _kind(written: str, where: str) -> SourceKind | None:
    try:
        return SourceKind(written.lower()) if written else None
    except ValueError:
        raise BadValue("kind", written, f"{where}: write one of {', '.join(SourceKind)}") from None


def _date(written: str, where: str) -> PartialDate | None:
    try:
        return PartialDate.parse(written, evidence="given") if written else None
    except ValueError:
        raise BadValue("date", written, f"{where}: write YYYY-MM-DD, YYYY-MM or YYYY") from None
