"""Records as every released revision left them: `tests/data/records/REVISION.zip` is a backup made with it."""

from pathlib import Path
from zipfile import ZipFile

ARCHIVES = sorted((Path(__file__).parents[2] / "data" / "records").glob("*.zip"))


def unpacked(archive, path):
    """The record of an archive at a path, without any code of ours; returns the path."""
    with ZipFile(archive) as file:
        for name in file.namelist():
            if name == "record.db":
                path.write_bytes(file.read(name))
            elif name.startswith("snapshots/"):
                sha256 = name.removeprefix("snapshots/")
                kept = path.with_name(path.name + ".files") / sha256[:2] / sha256
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(file.read(name))
            elif name.startswith("packs/"):
                kept = path.with_name(path.name + ".files") / name
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(file.read(name))
    return path
