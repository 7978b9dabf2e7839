"""Another letter of a word, or another word, asks for less than what was asked for before it: what fits
now did so then, and only below the last row that was found may there be more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.store.matching import Group, Matcher


@dataclass(frozen=True)
class Found:
    """The first rows of an answer, with what was looked for in their texts (see `Matcher.groups`).

    Attributes:
        keys: falling.
        whole: there are no others.
    """

    wanted: Sequence[Group]
    unwanted: Sequence[Group]
    keys: list[int]
    whole: bool

    @classmethod
    def by(cls, matcher: Matcher, keys: list[int], *, whole: bool) -> Found:
        return cls(matcher.groups(matcher.wanted), matcher.unwanted, keys, whole)

    def holds(self, matcher: Matcher) -> bool:
        """Does all that a query finds stand among the rows that were asked for, by the words alone?"""
        wanted, unwanted = matcher.groups(matcher.wanted), matcher.unwanted
        return all(any(_implies(new, old) for new in wanted) for old in self.wanted) and all(
            any(_implies(old, new) for new in unwanted) for old in self.unwanted
        )


def _implies(one: Group, other: Group) -> bool:
    """Does a text that holds one of these hold one of the others too?"""
    return all(any(within in text for within in other) for text in one)
