"""Finds plugins by entry point. `pyproject.toml` holds the only list of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from claims.errors import PluginError

READERS = "onrecord.readers"
EXTRACTORS = "onrecord.extractors"
CHECKS = "onrecord.checks"
EXPORTERS = "onrecord.exporters"


class Plugins(Mapping[str, Any]):
    """The plugins of a group by name, in order of name; each is loaded and made when first asked for.

    Asking for one raises PluginError if it does not load.

    Attributes:
        made: those that were asked for.
    """

    def __init__(self, group: str) -> None:
        self._group = group
        self._points = _points(group)
        self.made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self.made:
            self.made[name] = self._loaded(self._points[name])
        return self.made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._points  # without loading it

    def __iter__(self) -> Iterator[str]:
        return iter(self._points)

    def __len__(self) -> int:
        return len(self._points)

    def _loaded(self, point: EntryPoint) -> Any:
        try:
            return point.load()()
        except Exception as error:
            raise PluginError(self._group, f"{point.name!r} does not load: {error}") from error


@cache
def plugins(group: str) -> Plugins:
    """Every plugin of a group. They are looked for once: each look takes a hundredth of a second.

    Raises:
        PluginError: the group is empty (a broken installation: nothing empty is
            silent), or two plugins share a name.
    """
    return Plugins(group)


def _points(group: str) -> dict[str, EntryPoint]:
    found: dict[str, EntryPoint] = {}
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        if point.name in found:
            raise PluginError(group, f"two plugins are called {point.name!r}")
        found[point.name] = point
    if not found:
        raise PluginError(group, "none is installed: install OnRecord again with pip")
    return found
