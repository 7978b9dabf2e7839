"""Two texts between which only harmless words differ: what most printings of one utterance are.

`likeness` reads every word of both texts for what it may mean. Where the words that differ are no
figure, no negation and no name, the words themselves are enough, for a third of the cost.
"""

from __future__ import annotations

from claims.matching.alignment import MISHEARD, Run
from claims.matching.marks import other_marks, other_units, without_thousands
from claims.matching.plain import Plain, plain
from claims.matching.sides import Sides, differing, side_by_side
from claims.matching.telling import (
    Reason,
    bare_negations,
    figure_differs,
    little_shared,
    reworded,
)
from claims.matching.wording import is_delicate, may_negate
from claims.model import Relation

# So much of the lighter text's weight must stand in the other, and it must weigh so much: below that
# it takes a closer look. Both are more than `likeness` asks for, with another speaker too.
_SHARED, _ENOUGH = 0.87, 6.0

# What is shared by this much less than needed, names and what is written out make up for never: of 6,900
# pairs of generated quotes that a closer look joined, none lacked so much.
_HOPELESS = 0.07

Judged = tuple[Sides, Relation, list[Reason]]


def plainly(left: str, right: str, needed: float, least: float) -> Judged | None:
    """The two side by side, with their relation; None where a word that differs may mean something.

    Args:
        needed: share of the lighter one's weight that must stand in the other for the two to be one.
        least: what it must weigh.
    """
    mine, other = plain(left), plain(right)
    sides = side_by_side(mine, other)
    containment, weight = sides.containment, min(sides.weights)
    if containment < needed - _HOPELESS and weight >= least:
        return sides, Relation.DIFFERENT, [little_shared(sides)]
    if containment < _SHARED or weight < max(_ENOUGH, least):
        return None
    inner, ends = differing(sides.runs)
    noise = [run for run in sides.runs if run.op == "noise"]
    if any(_may_mean_something(mine, other, run) for run in noise) or bare_negations(sides):
        return None
    if any(mine.goes_on(run.a, run.b) or other.goes_on(run.c, run.d) for run in ends):
        return None
    if mine.has_figures and other.has_figures:
        if other_marks(left, right) or other_units(left, right):
            return None
        if any(_may_share_figure(mine, other, run) for run in ends):
            return None
        inner = [run for run in inner if not _is_one_figure(mine, other, run)]
    if inner and all(_is_swap(mine, other, run) for run in inner):
        return sides, Relation.CHANGED_FIGURE, [_swapped(mine, other, run) for run in inner]
    if any(_may_mean_something(mine, other, run) for run in inner):
        return None
    return sides, *reworded(sides, inner, ends)


def _is_one_figure(left: Plain, right: Plain, run: Run) -> bool:
    """Is it one figure, with marks of thousands in one of the texts: "5,000" and "5000"?"""
    if "".join(left.forms[run.a : run.b]) != "".join(right.forms[run.c : run.d]):
        return False
    if not (left.is_digits(run.a, run.b) and right.is_digits(run.c, run.d)):
        return False
    mine, other = left.passage(run.a, run.b), right.passage(run.c, run.d)
    return without_thousands(mine) == without_thousands(other)


def _may_share_figure(left: Plain, right: Plain, run: Run) -> bool:
    """Have both sides of it a figure, which may be one with and without marks of thousands?"""
    both = left.forms[run.a : run.b], right.forms[run.c : run.d]
    return all(any(form.isdecimal() for form in forms) for forms in both)


def _is_swap(left: Plain, right: Plain, run: Run) -> bool:
    """Does a figure in digits stand for another, neither of them part of what may be a name?"""
    if "".join(left.forms[run.a : run.b]) == "".join(right.forms[run.c : run.d]):
        return False
    return left.is_amount(run.a, run.b) and right.is_amount(run.c, run.d)


def _swapped(left: Plain, right: Plain, run: Run) -> Reason:
    return figure_differs(left.figure(run.a, run.b), right.figure(run.c, run.d))


def _may_mean_something(left: Plain, right: Plain, run: Run) -> bool:
    """Is anything left out that negates, or replaced that is a figure, a contraction or a name?"""
    mine, other = left.forms[run.a : run.b], right.forms[run.c : run.d]
    if left.goes_on(run.a, run.b) or right.goes_on(run.c, run.d):
        return True
    if not (mine and other):
        return any(map(may_negate, mine or other))
    misheard = MISHEARD if run.op == "noise" else ()
    if any(is_delicate(form) and form not in misheard for form in (*mine, *other)):
        return True
    return left.has_capital(run.a, run.b) and right.has_capital(run.c, run.d)
