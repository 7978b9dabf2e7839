"""What of a folder, or an archive, is no document by its name alone."""

from __future__ import annotations

import re
from collections.abc import Collection

# Left beside documents by programs that have them open, or by file managers.
_LOCK_ENDS = (".lock", ".lck", ".tmp", ".part", ".crdownload", ".swp", "~")
_LOCK_BEGINS = ("~$", ".~lock")
_FOLDER_FILES = frozenset({"thumbs.db", "desktop.ini"})

# "Storm.html" and "Storm_files", as browsers call it in the languages that they speak.
_PAGE = re.compile(r"(.+)\.(?:x?html?|shtml)", re.IGNORECASE)
_PARTS = re.compile(
    r"(.+)[_.-](?:files|dateien|fichiers|archivos|file|bestanden|arquivos|ficheiros|pliki|soubory|filer"
    r"|tiedostot)",
    re.IGNORECASE,
)


def parts_of_pages(names: Collection[str]) -> dict[str, str]:
    """Names of a folder that are folders with the pictures and frames of a saved page there, each with the
    page's name.
    """
    pages = {found[1].casefold(): name for name in names if (found := _PAGE.fullmatch(name))}
    parts = ((name, found[1].casefold()) for name in names if (found := _PARTS.fullmatch(name)))
    return {name: pages[page] for name, page in parts if page in pages}


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
