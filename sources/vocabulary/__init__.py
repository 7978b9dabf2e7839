"""Word lists of the readers: one phrase a line, lines with # are remarks."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def phrases(name: str) -> frozenset[str]:
    """The phrases of the list NAME.txt in this folder."""
    lines = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
