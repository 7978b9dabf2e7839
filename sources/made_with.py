"""The library that made a document's text, with its version: what `Document.read_with` says."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def library(name: str) -> str:
    """Name and version of a distribution, as installed."""
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return name
