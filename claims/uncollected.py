"""Work that makes very many values and no cycles, without the searches for cycles in between."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Around a bounded piece of work. Values hold no cycles: what nobody holds is freed at once as ever,
    and what is searched for meanwhile is not there.
    """
    were_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if were_on:
            gc.enable()
