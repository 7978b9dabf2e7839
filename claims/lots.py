"""Many things some at a time, so that neither memory nor a transaction has to hold them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from sys import maxsize
from typing import TypeVar

Thing = TypeVar("Thing")


def lots(
    things: Iterable[Thing],
    most: int = maxsize,
    *,
    weigh: Callable[[Thing], int] = lambda _: 0,
    heaviest: int = maxsize,
) -> Iterator[list[Thing]]:
    """The things in order, in lists that are never empty.

    Args:
        most: how many there are in a list at most.
        heaviest: a list is full with the first thing that brings its weight to so much.
    """
    lot: list[Thing] = []
    weight = 0
    for thing in things:
        lot.append(thing)
        weight += weigh(thing)
        if len(lot) >= most or weight >= heaviest:
            yield lot
            lot, weight = [], 0
    if lot:
        yield lot
