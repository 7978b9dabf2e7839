"""What tells two printings apart: negation, names, figures, and then other words.

A score over all words calls "will" and "will not" nearly the same, so these are
compared apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from claims.matching.alignment import Run, is_misprint
from claims.matching.sides import Sides, differing
from claims.matching.wording import MODALS, NEGATORS, REFUSING, Worded, is_figure
from claims.model import Relation

# A verb ("left out") and the words of each side, "" where a side has none.
Reason = tuple[str, str, str]

ONLY_MARKS = "only marks, case, spelling or small words differ"


def little_shared(sides: Sides) -> Reason:
    return (f"{sides.containment:.0%} of the shorter one's words are shared", "", "")


# A marked omission of this many words or more may hold a "not" of its own.
_CLAUSE = 5


def negated(sides: Sides, inner: list[Run]) -> tuple[Relation, list[Reason]] | None:
    for run in inner:
        mine, other = sides.left.forms[run.a : run.b], sides.right.forms[run.c : run.d]
        if max(len(mine), len(other)) >= _CLAUSE and not (mine and other):
            continue
        refusals = _refusals(sides.left, run.a, run.b), _refusals(sides.right, run.c, run.d)
        if _is_marked(sides, run):
            refusals = 0, 0
        if (_negations(mine) + refusals[0]) % 2 != (_negations(other) + refusals[1]) % 2:
            return Relation.NEGATED, [("negation differs", *sides.words(run))]
    bare = bare_negations(sides)
    return (Relation.NEGATED, [("negation differs", *sides.words(run)) for run in bare]) if bare else None


# "No more", "at no time": a negation with a word or two more is one still.
_BARE = 3


# What a verb takes before "not".
_DO = frozenset("do does did".split())


def is_denied(sides: Sides) -> bool:
    """Is a negation all that differs: "she lied", "she never lied"?"""
    apart = [run for run in sides.runs if run.op not in ("equal", "noise")]
    words = {form for run in apart for form in _more(sides, run)}
    return not words.isdisjoint(NEGATORS) and words <= NEGATORS | _DO


def bare_negations(sides: Sides) -> list[Run]:
    """What one text has more, before or after the other, and that is a negation and nothing else: "we will"
    is no excerpt of "we will not", while cut from a longer statement it is one, and a bad one.
    """
    outer = [run for run in sides.runs[:1] + sides.runs[-1:] if run.op in ("delete", "insert")]
    return [run for run in outer if _negations(words := _more(sides, run)) > 0 and len(words) <= _BARE]


def is_sure(sides: Sides) -> bool:
    """Of two that differ by a negation: is it inside both and nowhere else in the other, where neither text
    marks a cut and no word is a misprint of it ("noboy")?
    """
    inner, _ = differing(sides.runs)
    if bare_negations(sides) or _negations(sides.left.forms) == _negations(sides.right.forms):
        return False
    return any(
        _negations(_more(sides, run)) and not _is_cut(sides, run) and not _is_misprinted(sides, run)
        for run in inner
    )


def _is_cut(sides: Sides, run: Run) -> bool:
    """Does one of the texts mark a cut in this stretch?"""
    mine, other = range(run.a, run.b + 1), range(run.c, run.d + 1)
    return not (sides.left.cuts.isdisjoint(mine) and sides.right.cuts.isdisjoint(other))


def _is_misprinted(sides: Sides, run: Run) -> bool:
    mine, other = (words.casefold().split() for words in sides.words(run))
    if "".join(mine) == "".join(other):
        return True
    return any(
        OSA.distance(one, two, score_cutoff=1) == 1
        for one in mine
        for two in other
        if {one, two} & _DENYING and not {one, two} <= _WORDS_LIKE_NOT
    )


_DENYING = NEGATORS | {"cannot"}
# Real words a letter away from a negation.
_WORDS_LIKE_NOT = NEGATORS | frozenset("now note hot got lot either ever knot noting one done for".split())


def _more(sides: Sides, run: Run) -> tuple[str, ...]:
    return sides.left.forms[run.a : run.b] + sides.right.forms[run.c : run.d]


def _negations(forms: Iterable[str]) -> int:
    return sum(form in NEGATORS for form in forms)


def _refusals(side: Worded, start: int, end: int) -> int:
    """How many words of a stretch say, before "to", that something is not done."""
    return sum(
        side.forms[index] in REFUSING and side.forms[index + 1 : index + 2] == ("to",)
        for index in range(start, end)
    )


def renamed(sides: Sides, inner: list[Run]) -> tuple[Relation, list[Reason]] | None:
    for run in inner:
        if run.op == "replace" and _other_name(sides, run):
            return Relation.DIFFERENT, [("another name", *sides.words(run))]
    return None


def _other_name(sides: Sides, run: Run) -> bool:
    """Does a name stand against another name, or a figure that is part of one against another?"""
    mine = {sides.left.forms[i] for i in range(run.a, run.b) if i in sides.left.names}
    other = {sides.right.forms[i] for i in range(run.c, run.d) if i in sides.right.names}
    words = set(sides.left.forms[run.a : run.b]), set(sides.right.forms[run.c : run.d])
    if mine and other and not mine & words[1] and not other & words[0] and not _shortened(mine, other):
        return True
    return _numbers_a_name(sides.left, run.a, run.b) and _numbers_a_name(sides.right, run.c, run.d)


def _shortened(mine: set[str], other: set[str]) -> bool:
    """Is a name the other's beginning ("Del" for "DE") or its misprint?"""
    return any(
        one.startswith(two) or two.startswith(one) or is_misprint(one, two, shortest=5)
        for one in mine
        for two in other
    )


_MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
_NUMBERED = frozenset(
    """district circuit amendment street avenue route section title chapter article resolution
    precinct ward regiment division battalion grade congress century room flight highway""".split()
)


def is_numbered(form: str) -> bool:
    """Is what the word names told apart by numbers, as a district is?"""
    return form in _NUMBERED


def _numbers_a_name(side: Worded, start: int, end: int) -> bool:
    """Is a figure in this stretch part of a name: "4th District", "Route 9", "Resolution 332"?"""
    for index in range(start, end):
        if not is_figure(side.forms[index]):
            continue
        before = side.forms[index - 1] if index else ""
        after = side.forms[index + 1] if index + 1 < len(side.forms) else ""
        is_ordinal = side.forms[index][-1].isalpha() and side.forms[index][0].isdigit()
        if after == "percent" or (before in _MONTHS and not is_ordinal) or _is_written_out(side, index):
            continue
        if index - 1 in side.names or before in _NUMBERED:
            return True
        if is_ordinal and (after in _NUMBERED or index + 1 in side.names):
            return True
    return False


def _is_written_out(side: Worded, index: int) -> bool:
    """Has a figure marks inside, as amounts have and the numbers of districts and roads have not?"""
    return "," in side.printed[index] or "." in side.printed[index]


# "5,000 troops" against "more troops": in a headline another statement, in a quote that
# aligns by this much (about two lines of print) the same one with its figure lost.
_AMPLE = 8.0


def refigured(sides: Sides, inner: list[Run]) -> tuple[Relation, list[Reason]] | None:
    changed = {run: whole for run in inner if _figure_differs(sides, whole := _whole_figure(sides, run))}
    if not changed:
        return None
    why = [figure_differs(*sides.figures(whole)) for whole in changed.values()]
    one_sided = any(
        not (_figures(sides.left, run.a, run.b) and _figures(sides.right, run.c, run.d))
        for run in changed.values()
    )
    rest = sum(max(_lost(sides, run)) for run in inner if run not in changed)
    if rest > 0.2 * min(sides.weights) or (one_sided and min(sides.shared) < _AMPLE):
        return Relation.DIFFERENT, why
    if one_sided:
        return Relation.ALTERED, why
    return Relation.CHANGED_FIGURE, why


def figure_differs(left: str, right: str) -> Reason:
    return "the figure differs", left, right


def _figures(side: Worded, start: int, end: int) -> list[str]:
    return [form for form in side.forms[start:end] if is_figure(form)]


def cuts_figure(sides: Sides, run: Run) -> bool:
    """Is what one text has more a part of a figure that the other has too?"""
    return run.op in ("delete", "insert") and _whole_figure(sides, run) != run


def _whole_figure(sides: Sides, run: Run) -> Run:
    """What differs, with the words beside it where it is but a part of a figure: of "five million" and
    "five", or of "a hundred" and "two hundred", all of both.
    """
    figures = _figures(sides.left, run.a, run.b), _figures(sides.right, run.c, run.d)
    if all(figures) or not any(figures):
        return run
    side, start, end = (sides.left, run.a, run.b) if figures[0] else (sides.right, run.c, run.d)
    before = start > 0 and is_figure(side.forms[start - 1]) and is_figure(side.forms[start])
    after = end < len(side.forms) and is_figure(side.forms[end - 1]) and is_figure(side.forms[end])
    if not (before or after):
        return run
    return Run("replace", run.a - before, run.b + after, run.c - before, run.d + after)


def _figure_differs(sides: Sides, run: Run) -> bool:
    return run.op == "replace" and _figures(sides.left, run.a, run.b) != _figures(sides.right, run.c, run.d)


def _lost(sides: Sides, run: Run) -> tuple[float, float]:
    return (
        sum(sides.left.weights[run.a : run.b]),
        sum(sides.right.weights[run.c : run.d]),
    )


def reworded(sides: Sides, inner: list[Run], ends: list[Run]) -> tuple[Relation, list[Reason]]:
    """No figure, name or negation differs: which words do?"""
    if any(run.op == "replace" for run in inner) or len({run.op for run in inner}) > 1:
        return Relation.ALTERED, [_changed(sides, run) for run in inner]
    if inner:
        cut = [_changed(sides, run) for run in inner]
        marked = any(_is_marked(sides, run) for run in inner)
        long = any(max(run.b - run.a, run.d - run.c) >= 3 for run in inner)
        return (Relation.ELIDED if marked or long else Relation.ALTERED), cut
    if any(run.op == "replace" for run in ends):
        return Relation.ALTERED, [_changed(sides, run) for run in ends]
    if ends:
        return Relation.TRUNCATED, [_changed(sides, run) for run in ends]
    return Relation.NEAR, [(ONLY_MARKS, "", "")]


def _is_marked(sides: Sides, run: Run) -> bool:
    """Does the text that lacks the words say so with "..."?"""
    return run.c in sides.right.cuts if run.op == "delete" else run.a in sides.left.cuts


def _changed(sides: Sides, run: Run) -> Reason:
    mine, other = set(sides.left.forms[run.a : run.b]), set(sides.right.forms[run.c : run.d])
    verb = "left out" if run.op != "replace" else "words differ"
    if (mine ^ other) & MODALS and run.op == "replace":
        verb = "may, must or will differs"
    return (verb, *sides.words(run))
