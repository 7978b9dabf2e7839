"""A backup: one ZIP file with the database, the snapshots and their hashes.

    record.db            a consistent copy, made while others may write
    snapshots/SHA-256    the kept bytes of each document
    packs/NAME           those of ready-made quotes, thousands in one (see `packs`)
    manifest.json        format, the database's SHA-256 and size, how many snapshots

Every name in an archive is compared with these; none is used as a path.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import Connection, select

from claims.errors import DamagedRecord, RecordError
from claims.store import dialect, failures
from claims.store.arrivals import RAW, came
from claims.store.aside import folder_aside
from claims.store.database import Database
from claims.store.files import make_folder, sync
from claims.store.opening import files_of, recognise
from claims.store.packs import packed, rows_of
from claims.store.rows import DOCUMENT
from claims.store.snapshots import Snapshots

# 2 where there are packs, which older programs do not know.
_FORMAT, _WITHOUT_PACKS = 2, 1
_DATABASE, _MANIFEST = "record.db", "manifest.json"
_SNAPSHOT, _PACK = re.compile(r"snapshots/([0-9a-f]{64})"), re.compile(r"packs/[0-9a-f]{32}")
_BLOCK = 1 << 20
# Schemas in which a document's bytes were always those that it was read from.
_ONE_FORM = ("0001", "0002")


def pack(database: Database, snapshots: Snapshots, target: Path) -> None:
    """Write a checked archive to `target`, whole or not at all.

    Raises:
        RecordError: the target cannot be written, or kept bytes are gone or changed.
        DamagedRecord: the copy fails its check.
    """
    with folder_aside(target.parent, str(target)) as folder:
        copy, archive = folder / _DATABASE, folder / "backup.zip"
        database.copy_to(copy)
        _checked(copy, str(database.path))
        names = _snapshots_of(copy)
        packed_ = {name for _, rows in snapshots.packs.whole(names) for name in rows}
        faulty = [name for name in names if name not in packed_ and not snapshots.is_whole(name)]
        if faulty:
            documents = "1 document" if len(faulty) == 1 else f"{len(faulty):,} documents"
            why = (
                f"the kept bytes of {documents} are gone or changed: `onrecord verify` names each and says "
                "how to mend it"
            )
            raise RecordError(str(database.path), why)
        with ZipFile(archive, "w", ZIP_DEFLATED) as file:
            _write(file, copy, snapshots, names)
        _publish(archive, target)


def unpack(archive: Path, location: Path, *, overwrite: bool) -> None:
    """Put the record of an archive at a path; all of it is checked before anything is replaced.

    A record that is there is kept beside the new one as NAME.replaced, NAME.replaced-2 ...

    Raises:
        RecordError: the archive is none or is damaged, or there is a record and
            `overwrite` is false.
        StoreBusy: the record there is in use.
    """
    if location.exists() and not overwrite:
        raise RecordError(
            str(location), "there is a record already: move it away, or say that it may be replaced"
        )
    with folder_aside(location.parent, str(location)) as folder, _opened(archive) as file:
        manifest = _manifest(archive, file)
        snapshots = Snapshots(folder / "files")
        _take_database(archive, file, manifest, folder / _DATABASE)
        _take_snapshots(archive, file, snapshots)
        lacking = [name for name in _snapshots_of(folder / _DATABASE) if name not in snapshots]
        if lacking or len(list(snapshots)) != manifest["snapshots"]:
            raise _no_backup(archive, f"it lacks the bytes of {len(lacking)} documents")
        kept = Snapshots(files_of(location))
        make_folder(kept.folder)
        for _, rows in snapshots.packs.whole(snapshots.packs):
            kept.put_rows(kept.lacking(rows))
        for name in snapshots:
            if snapshots.path(name).is_file():
                kept.put(snapshots.get(name))
        with dialect.settled(location) as whole:
            _keep_beside(location, logs=not whole)
            _publish(folder / _DATABASE, location)


def _write(file: ZipFile, copy: Path, snapshots: Snapshots, names: list[str]) -> None:
    file.write(copy, _DATABASE)
    written: set[str] = set()
    for pack_, rows in snapshots.packs.whole(names):
        file.writestr(f"packs/{pack_}", packed(rows))
        written |= rows.keys()
    format_ = _FORMAT if written else _WITHOUT_PACKS
    for name in names:
        if name not in written:
            file.write(snapshots.path(name), f"snapshots/{name}")
    digest, size = _digest(copy)
    manifest = {"format": format_, "sha256": digest, "size": size, "snapshots": len(names)}
    file.writestr(_MANIFEST, json.dumps(manifest))


def _take_snapshots(archive: Path, file: ZipFile, snapshots: Snapshots) -> None:
    """Changed bytes of a pack have another name than the database has for them, and are lacking then."""
    for member in _names(archive, file):
        raw = file.read(member)
        if _PACK.fullmatch(member):
            snapshots.put_rows(dict(rows_of(raw)))
        elif f"snapshots/{snapshots.put(raw)}" != member:
            raise _no_backup(archive, f"the bytes of {member[10:22]} were changed")


def _take_database(archive: Path, file: ZipFile, manifest: dict[str, object], target: Path) -> None:
    with file.open(_DATABASE) as packed, target.open("xb") as out:
        target.chmod(0o600)
        while block := packed.read(_BLOCK):
            out.write(block)
        out.flush()
        os.fsync(out.fileno())
    if _digest(target) != (manifest["sha256"], manifest["size"]):
        raise _no_backup(archive, "its database was changed")
    try:
        recognise(target)
    except RecordError as error:
        raise RecordError(str(archive), error.why) from error
    _checked(target, str(archive))


def _checked(copy: Path, location: str) -> None:
    with failures.named_errors(copy), closing(dialect.connect_to_look(copy)) as connection:
        if dialect.faults(connection, quick=False):
            raise DamagedRecord(location)


def _snapshots_of(copy: Path) -> list[str]:
    database = Database(copy, read_only=True)
    try:
        with database.read() as connection:
            own = select(DOCUMENT.c.raw_sha256).where(~DOCUMENT.c.purged)
            names = set(connection.execute(own).scalars())
            if _may_come_in_other_bytes(connection):
                others = came().with_only_columns(RAW).where(~DOCUMENT.c.purged)
                names |= set(connection.execute(others).scalars())
            return sorted(names)
    finally:
        database.close()


def _may_come_in_other_bytes(connection: Connection) -> bool:
    """Is it of a schema in which the same text may have come in other bytes? Older records have no such."""
    (revision,) = connection.exec_driver_sql("SELECT version_num FROM alembic_version").one()
    return revision not in _ONE_FORM


def _manifest(archive: Path, file: ZipFile) -> dict[str, object]:
    try:
        manifest = json.loads(file.read(_MANIFEST))
        if manifest["format"] > _FORMAT:
            raise _no_backup(archive, "a newer OnRecord made it")
        return {name: manifest[name] for name in ("sha256", "size", "snapshots")}
    except (KeyError, TypeError, ValueError):
        raise _no_backup(archive, "it has no manifest") from None


def _names(archive: Path, file: ZipFile) -> Iterator[str]:
    for name in file.namelist():
        if name in (_DATABASE, _MANIFEST):
            continue
        if not (_SNAPSHOT.fullmatch(name) or _PACK.fullmatch(name)):
            raise _no_backup(archive, "it holds files that no backup has")
        yield name


# What the reading of a ZIP file with wrong bytes raises; a RuntimeError, where it seems encrypted.
_DAMAGED = (BadZipFile, KeyError, EOFError, RuntimeError, ValueError, zlib.error)


@contextmanager
def _opened(archive: Path) -> Iterator[ZipFile]:
    try:
        file = ZipFile(archive)
    except FileNotFoundError:
        raise RecordError(str(archive), "there is no such file") from None
    except OSError as error:
        raise RecordError(str(archive), f"it cannot be read ({error.strerror})") from error
    except _DAMAGED as error:
        raise _no_backup(archive, str(error)) from error
    with file:
        try:
            yield file
        except _DAMAGED as error:
            raise _no_backup(archive, str(error)) from error


def _no_backup(archive: Path, why: str) -> RecordError:
    return RecordError(str(archive), f"this file is no backup of a record, or it is damaged ({why})")


def _keep_beside(location: Path, *, logs: bool) -> None:
    """Give the record that is there a second name, so that the first one is never without a record.

    Args:
        logs: there may be logs that were never merged; they would be read into the new database.
    """
    kept = _free_name(location)
    if location.exists() and not (kept.exists() and kept.samefile(location)):
        try:
            kept.hardlink_to(location)
        except OSError:  # a disk without links
            location.replace(kept)
    for part in ("-wal", "-shm", "-journal") if logs else ():
        log = location.with_name(location.name + part)
        if log.exists():
            log.replace(kept.with_name(kept.name + part))


def _free_name(location: Path) -> Path:
    """NAME.replaced, NAME.replaced-2 ...; or the one that is this very record, after a kill."""
    number, kept = 1, location.with_name(location.name + ".replaced")
    while kept.exists() and not (location.exists() and kept.samefile(location)):
        number += 1
        kept = location.with_name(f"{location.name}.replaced-{number}")
    return kept


def _publish(made: Path, target: Path) -> None:
    made.chmod(0o600)
    with made.open("rb") as file:
        os.fsync(file.fileno())
    made.replace(target)
    sync(target.parent)


def _digest(path: Path) -> tuple[str, int]:
    digest, size = sha256(), 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size
