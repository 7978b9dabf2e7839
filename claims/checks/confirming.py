"""Does one source confirm the figure of another?"""

from __future__ import annotations

from fractions import Fraction

from claims.checks.clash import are_two, gap, is_plain, value_of
from claims.checks.events import tie
from claims.checks.independence import are_independent
from claims.checks.measure import may_both_hold, may_hold
from claims.checks.measured import measure_of
from claims.checks.reprints import sentence_key
from claims.model import Claim
from claims.ports import Citation


def confirms(a: Citation, b: Citation) -> bool:
    """Does one source confirm another? Not its own reprint, and not a figure that says little."""
    claim = a.value
    trivial = (
        isinstance(claim, Claim) and claim.quantity is not None and not claim.unit and value_of(a) in (0, 1)
    )
    if trivial or not are_two(a, b) or _one_quote(a, b) or not may_hold(a, b):
        return False
    if sentence_key(a) and sentence_key(a) == sentence_key(b):
        return False  # the same words are a reprint, whether it says so or not
    bound = tie(a, b) if may_both_hold(a, b) else None
    if bound is None or (bound.loose and not _is_telling(a, b)):
        return False
    return are_independent(a.document, b.document)  # asked last: it reads both texts


# Small numbers fit by chance, and so do figures that are bounded only on one side.
_TELLING, _NEAR = 20, Fraction(15, 100)


def _is_telling(a: Citation, b: Citation) -> bool:
    """Are two figures large enough, and near enough, that their fit says something of itself?

    A small one says something where both count the same rare thing: "three continents".
    """
    one, two = value_of(a), value_of(b)
    if one is None or two is None:
        return False
    if min(one, two) < _TELLING:
        return one == two and is_plain(a) and is_plain(b) and _is_of_one_thing(a, b)
    return gap(a, b) <= _NEAR


def _is_of_one_thing(a: Citation, b: Citation) -> bool:
    """Do both count one noun, neither people nor a unit? Days and years are counted everywhere."""
    one, two = measure_of(a), measure_of(b)
    return one.head == two.head not in ("", "person") and not (one.dimension or two.dimension)


def _one_quote(a: Citation, b: Citation) -> bool:
    """Two printings of one speaker's words confirm that they were said, not that they are right."""
    return all(isinstance(c.value, Claim) and c.value.quote is not None for c in (a, b))
