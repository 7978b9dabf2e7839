"""What of a folder, or an archive, is no document by its name alone."""

from __future__ import annotations

# Left beside documents by programs that have them open, or by file managers.
_LOCK_ENDS = (".lock", ".lck", ".tmp", ".part", ".crdownload", ".swp", "~")
_LOCK_BEGINS = ("~$", ".~lock")
_FOLDER_FILES = frozenset({"thumbs.db", "desktop.ini"})


def not_wanted(name: str) -> str:
    """Why an entry is no document, or ""."""
    lowered = name.lower()
    if lowered.startswith(_LOCK_BEGINS) or lowered.endswith(_LOCK_ENDS):
        return "it is a lock file or an unfinished copy"
    if lowered.startswith(".") or lowered in _FOLDER_FILES:
        return "it is a hidden file"
    if lowered.partition(".")[0] == "readme":
        return "it describes the folder"
    return ""
