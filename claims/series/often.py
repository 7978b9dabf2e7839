"""What the claims of a record count most often: topics to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checks.lexicon import ANYBODY, SAYS_NOTHING, SOME_KIND
from claims.series.key import key_of, words_of
from claims.series.values import Counted

if TYPE_CHECKING:
    from claims.store import Store
    from claims.store.counted import CountedOften

# Ways to say what is counted that are looked at, and topics that are told: what fits a screen.
_LOOKED_AT, _TOLD = 500, 20
# "People" are counted by everybody: what happened to them is what is counted.
_WHO = ANYBODY | SOME_KIND
# So much of what is counted is a topic; more is a clause.
_MOST_WORDS = 4


def counted_often(store: Store) -> list[Counted]:
    """The topics of the most documents first."""
    found: dict[str, Counted] = {}
    for one in store.counted_often(_LOOKED_AT):
        topic = _topic(one)
        if key := key_of(topic):
            before = found.get(key, Counted(topic, 0, 0))
            found[key] = Counted(before.topic, before.figures + one.figures, before.documents + one.documents)
    return sorted(found.values(), key=lambda each: (-each.documents, -each.figures, each.topic))[:_TOLD]


def _topic(one: CountedOften) -> str:
    """ "arrests", "people injured"; "" of what is no topic."""
    words = words_of(one.counted)
    if not words or len(words) > _MOST_WORDS or words[-1] in SAYS_NOTHING:
        return ""
    if words[-1] not in _WHO:
        return " ".join(one.counted.split())
    return f"{' '.join(one.counted.split())} {one.role}" if one.role else ""
