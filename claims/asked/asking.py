"""Did anyone say this? The steps of `check`; each is worked out in a module of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.asked.figures import same_measure
from claims.asked.near import stands
from claims.asked.pasted import pasted
from claims.asked.statements import statements
from claims.asked.texts import in_text
from claims.asked.values import Checked, Likeness, Part, Statement, Verdict, rank
from claims.model import Relation

if TYPE_CHECKING:
    from claims.decisions import Decisions
    from claims.store import Store


def check(store: Store, decisions: Decisions, words: str, *, speaker: str = "", limit: int = 5) -> Checked:
    """What the record holds of some words.

    Args:
        speaker: did this one say it? Words of a name or role, or an id; if empty, whom the text names.
        limit: how many utterances, texts that hold the words not counted.

    Raises:
        BadValue: there is no word in it.
    """
    asked = pasted(words, store.is_speaker)
    if asked.whole != asked.text and stands(store, asked.whole):
        # What looks like "according to" somebody is part of what was said.
        asked = asked.as_it_stands()
    who = speaker.strip() or asked.speaker
    asked = asked.reported_of(who) if who else asked
    near = statements(store, decisions, asked, who, limit)
    found = verdict(near)
    texts = () if found is Verdict.VERBATIM else in_text(store, asked.text)
    if texts and found is Verdict.NOT_FOUND:
        # Statements that merely share words are worth showing only where there is nothing else.
        found, near = Verdict.IN_TEXT, ()
    return Checked(
        verdict=found,
        text=asked.text,
        speaker=who,
        from_paste=bool(who) and not speaker.strip(),
        is_speaker_known=not who or store.is_speaker(who),
        statements=near,
        in_text=texts,
        claims=same_measure(store, asked.figures, [one.hit.id for one in near]),
        searched=store.searched(),
    )


def verdict(near: Sequence[Statement]) -> Verdict:
    """What the nearest statement comes to: one of the speaker who was asked for, also if it says the
    opposite; else another's, of which the very words weigh more than the opposite.
    """
    versions = [one for one in near if one.likeness.relation.joins]
    denials = [one for one in near if one.likeness.relation is Relation.NEGATED]
    theirs = [one.likeness for one in versions if one.is_theirs]
    if theirs:
        return _kind(min(theirs, key=rank))
    if any(one.is_theirs for one in denials):
        return Verdict.NEGATED
    if denials and not any(one.likeness.is_verbatim for one in versions):
        return Verdict.NEGATED
    if versions:
        return Verdict.ANOTHER_SPEAKER if any(one.hit.speaker for one in versions) else Verdict.NO_SPEAKER
    return Verdict.NOT_FOUND


def _kind(found: Likeness) -> Verdict:
    if found.part is Part.RECORDED:
        return Verdict.IN_PART
    if found.is_whole:
        return Verdict.VERBATIM
    match found.kind:
        case Relation.TRUNCATED | Relation.ELIDED:
            return Verdict.SHORTENED
        case Relation.CHANGED_FIGURE:
            return Verdict.CHANGED_FIGURE
        case _:
            return Verdict.CHANGED
