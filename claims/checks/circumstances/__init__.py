"""Where, when, how really and by whom: what a sentence says around a figure that makes it one of several.

============  ==========================================================
`where`       two places
`when`        two days, two phases
`deeds`       plans beside deeds; damaged or destroyed beside destroyed
`givers`      who pays
============  ==========================================================
"""

from __future__ import annotations

from collections.abc import Callable

from claims.checks.circumstances.deeds import one_counts_more, only_one_real
from claims.checks.circumstances.givers import two_givers
from claims.checks.circumstances.when import two_days, two_phases
from claims.checks.circumstances.where import two_places
from claims.ports import Citation


def other_circumstances(a: Citation, b: Citation) -> str:
    """Why two figures of one event may both hold: of two places, days, phases, givers; "" if nothing says."""
    return next((why for told in _TOLD if (why := told(a, b))), "")


_TOLD: tuple[Callable[[Citation, Citation], str], ...] = (
    two_places, two_days, two_phases, only_one_real, one_counts_more, two_givers,
)  # fmt: skip
