"""Finds plugins by entry point. `pyproject.toml` holds the only list of ours."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import Any

from claims.errors import PluginError

READERS = "onrecord.readers"
EXTRACTORS = "onrecord.extractors"
CHECKS = "onrecord.checks"
EXPORTERS = "onrecord.exporters"


@cache
def plugins(group: str) -> dict[str, Any]:
    """Every plugin of a group, made, by name and in order of name.

    Raises:
        PluginError: the group is empty (a broken installation: nothing empty is
            silent), two plugins share a name, or one does not load.
    """
    found: dict[str, Any] = {}
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        if point.name in found:
            raise PluginError(group, f"two plugins are called {point.name!r}")
        try:
            found[point.name] = point.load()()
        except Exception as error:
            raise PluginError(group, f"{point.name!r} does not load: {error}") from error
    if not found:
        raise PluginError(group, "none is installed: install OnRecord again with pip")
    return found


def names(group: str) -> list[str]:
    """Names of a group's plugins, none loaded."""
    return sorted({point.name for point in entry_points(group=group)})
