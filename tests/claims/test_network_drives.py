"""A record on a drive of another machine is told of before it is written to."""

from pathlib import Path

import pytest

from claims import network_drives
from claims.network_drives import network_drive

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
server:/desk /mnt/desk nfs4 rw 0 0
//server/news /mnt/news\040room cifs rw 0 0
/dev/sdb1 /mnt/desk/local ext4 rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/mnt/desk/records/record.db", "nfs4"),
        ("/mnt/news room/record.db", "cifs"),
        ("/mnt/desk/local/record.db", ""),
        ("/mnt/desks/record.db", ""),
        ("/home/okafor/record.db", ""),
    ],
)
def test_the_innermost_mount_says_what_a_file_is_on(
    place: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mounts").write_text(MOUNTS, "utf-8")
    monkeypatch.setattr(network_drives, "MOUNTS", tmp_path / "mounts")
    assert network_drive(Path(place)) == kind


def test_where_no_mounts_are_told_nothing_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_drives, "MOUNTS", tmp_path / "none")
    assert network_drive(tmp_path) == ""
