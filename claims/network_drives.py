"""Does a file lie on a drive of another machine? Locks do not hold there for sure, and the write-ahead log of
SQLite is for programs of one machine only: two that write may spoil a record.
"""

from __future__ import annotations

import re
from pathlib import Path

# A line a mount: what is mounted, where, and its kind. Linux has it; elsewhere nothing is told.
MOUNTS = Path("/proc/self/mounts")

_KINDS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre", "davfs"}
    | {"fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.davfs2"}
)
# Blanks and the like in a name, as three octal digits.
_ESCAPED = re.compile(r"\\([0-7]{3})")


def network_drive(place: Path) -> str:
    """The kind of the network drive that a path is on, such as "nfs"; "" for a disk of this machine."""
    try:
        lines = MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    at, kind = Path(), ""
    whole = place.absolute().resolve()
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        folder = Path(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[1]))
        # Of two on one folder the later one lies over the other.
        if whole.is_relative_to(folder) and len(folder.parts) >= len(at.parts):
            at, kind = folder, fields[2]
    return kind if kind in _KINDS else ""
