"""What judgements come to: which stand after undo and redo, and what reviewers agree on.

Pure functions over judgements in the order in which they were made. What one reviewer decided in one
step has one moment, and no other step has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claims.model import Judgement, JudgementKind, Outcome
from claims.model.identity import content_id

# The value of a WITHDRAWAL that destroys.
PURGE = "purge"

_STEPS = (JudgementKind.UNDO, JudgementKind.REDO)


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The decisions in force: without undo and redo rows and what they took back."""
    stands: dict[str, bool] = {}
    made: dict[str, Judgement] = {}
    for judgement in judgements:
        if judgement.kind in _STEPS:
            subject = judgement.subjects[0]
            if subject in made and made[subject].by == judgement.by:
                stands[subject] = judgement.kind is JudgementKind.REDO
        else:
            made[judgement.id] = judgement
            stands[judgement.id] = True
    return [judgement for id_, judgement in made.items() if stands[id_]]


def to_undo(judgements: Iterable[Judgement], by: str) -> list[Judgement]:
    """What stands of this reviewer's last step, oldest first; empty if nothing does.

    A decision that destroyed a document cannot be taken back.
    """
    own = [judgement for judgement in standing(judgements) if judgement.by == by and not destroys(judgement)]
    return [judgement for judgement in own if judgement.at == own[-1].at]


def destroys(judgement: Judgement) -> bool:
    """Did it order that a document be destroyed for good?"""
    return judgement.kind is JudgementKind.WITHDRAWAL and judgement.value == PURGE


def of_import(judgement: Judgement) -> str:
    """When the import began that a withdrawal is about as a whole; "" for any other decision."""
    is_whole = judgement.kind is JudgementKind.WITHDRAWAL and judgement.value not in ("", PURGE)
    return judgement.value if is_whole else ""


def import_id(moment: str) -> str:
    """The subject of such a decision."""
    return content_id("import", moment)


def destroyed_since(judgements: Iterable[Judgement], undone: Judgement) -> bool:
    """Did the reviewer of a decision order later that a document be destroyed? An undo passes over that."""
    own = [judgement for judgement in judgements if judgement.by == undone.by]
    places = [number for number, judgement in enumerate(own) if judgement.id == undone.id]
    return bool(places) and any(destroys(judgement) for judgement in own[places[0] :])


def to_redo(judgements: Iterable[Judgement], by: str) -> list[Judgement]:
    """What this reviewer's last undo took back, oldest first; nothing once they decided anew."""
    made: dict[str, Judgement] = {}
    undone: list[Judgement] = []
    for judgement in judgements:
        if judgement.by != by:
            continue
        if judgement.kind is JudgementKind.UNDO:
            undone.append(judgement)
        elif judgement.kind is JudgementKind.REDO:
            undone = [undo for undo in undone if undo.subjects != judgement.subjects]
        else:
            made[judgement.id] = judgement
            undone.clear()
    # An undo takes the latest back first.
    return [made[undo.subjects[0]] for undo in reversed(undone) if undo.at == undone[-1].at]


def outcome(judgements: Sequence[Judgement]) -> Outcome | None:
    """What standing verdicts on one subject come to; None where nobody decided.

    Each reviewer's latest counts. A settling one ends a dispute until somebody
    decides after it.
    """
    if not judgements:
        return None
    latest: dict[str, Judgement] = {}
    for judgement in judgements:
        if judgement.settles:
            latest.clear()
        latest.pop(judgement.by, None)
        latest[judgement.by] = judgement
    verdicts = {judgement.verdict for judgement in latest.values()}
    if len(verdicts) > 1:
        return Outcome("", "disputed", tuple(latest), tuple(latest.values()))
    settled = any(judgement.settles for judgement in latest.values())
    return Outcome(verdicts.pop(), "settled" if settled else "agreed", tuple(latest), tuple(latest.values()))


def outcomes(
    judgements: Iterable[Judgement],
    kind: JudgementKind,
    subjects: Callable[[Judgement], Iterable[tuple[str, ...]]] = lambda judgement: (judgement.subjects,),
) -> dict[tuple[str, ...], Outcome]:
    """Outcome by subjects, of all standing verdicts of one kind.

    Args:
        subjects: all that a judgement counts for; its own subjects if not given.
    """
    grouped: dict[tuple[str, ...], list[Judgement]] = {}
    for judgement in judgements:
        if judgement.kind is kind:
            for each in subjects(judgement):
                grouped.setdefault(each, []).append(judgement)
    found = {each: outcome(group) for each, group in grouped.items()}
    return {each: result for each, result in found.items() if result is not None}


def heads_of(rows: Iterable[tuple[str, str, str]]) -> dict[str, tuple[str, ...]]:
    """By reviewer, the ends of a chain of (reviewer, hash, hash of the row before)."""
    ends: dict[str, dict[str, None]] = {}
    for by, hash_, previous in rows:
        # A row arrives after the one it follows.
        mine = ends.setdefault(by, {})
        mine.pop(previous, None)
        mine[hash_] = None
    return {by: tuple(sorted(mine)) for by, mine in sorted(ends.items())}
