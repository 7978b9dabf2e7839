"""The documents of `onrecord demo`: fiction of ours, and marked as such."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def sample_paths() -> list[Path]:
    """Every sample document, in order of its number."""
    return sorted(path for path in _folder().iterdir() if path.suffix in (".txt", ".html"))


def manifest_path() -> Path:
    """The manifest that says who published which document, when and where."""
    return _folder() / "manifest.csv"


def _folder() -> Path:
    # A wheel is always unpacked when it is installed, so the folder is a real one.
    return Path(str(files("sources.samples")))
