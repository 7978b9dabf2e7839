"""Folders that files are to be written to."""

from __future__ import annotations

from pathlib import Path

from claims.errors import BadValue


def check_folder(target: Path) -> None:
    """Raise BadValue unless the folder of this file is there: a slip of the keys makes no new one."""
    if not target.parent.is_dir():
        raise BadValue("place for a file", str(target), f"there is no folder {target.parent}")
