"""A record from a backup: the one verb that opens no record."""

from __future__ import annotations

from pathlib import Path


def restore(archive: Path, location: str | Path, *, overwrite: bool = False) -> None:
    """Put the record of a backup at a path; everything is checked before anything is replaced.

    Raises:
        RecordError: the archive is none or damaged, or there is a record and
            `overwrite` is false.
        StoreBusy: the record there is in use.
    """
    from claims.store.care import restore as unpacked

    unpacked(archive, Path(location), overwrite=overwrite)
