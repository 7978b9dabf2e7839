"""What the claims of a record count most often: topics to begin with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claims.checks.lexicon import ANYBODY, SAYS_NOTHING, SOME_KIND
from claims.model import Claim
from claims.series.key import key_of, words_of
from claims.series.values import Counted
from claims.store.counted import CountedOften

if TYPE_CHECKING:
    from claims.store import Store

# Ways to say what is counted that are looked at, and topics that are told: what fits a screen.
_LOOKED_AT, _TOLD = 500, 20
# "People" are counted by everybody: what happened to them is what is counted.
_WHO = ANYBODY | SOME_KIND
# So much of what is counted is a topic; more is a clause.
_MOST_WORDS = 4


def counted_often(store: Store) -> list[Counted]:
    """The topics of the most documents first."""
    return topics(store.counted_often(_LOOKED_AT))


def counted_in(claims: Iterable[Claim]) -> list[Counted]:
    """The same of some claims alone."""
    documents: dict[tuple[str, str], list[str]] = {}
    for one in claims:
        if one.counted and not one.superlative:
            documents.setdefault((one.counted, one.role), []).append(one.document)
    return topics(CountedOften(*told, len(each), len({*each})) for told, each in documents.items())


def topics(counted: Iterable[CountedOften]) -> list[Counted]:
    """What is counted, said alike, as one topic; those of the most documents first."""
    found: dict[str, Counted] = {}
    for one in counted:
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
