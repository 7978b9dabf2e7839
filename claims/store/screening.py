"""The screen of a query: what the outline knows of its filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claims.store.meaning import MOST_MEMBERS, named_so, speakers
from claims.store.memory import Memory
from claims.store.outline import EDITED, Outline
from claims.store.rows import Unseen
from claims.store.screen import Screen
from claims.views import Query

if TYPE_CHECKING:
    from claims.store.numbered import Test

# What a row is not shown for by decisions of people.
OF_PEOPLE = int(Unseen.HIDDEN | Unseen.WITHDRAWN)


def screen_of(outline: Outline | None, query: Query, memory: Memory) -> Screen | None:
    """For all that the outline knows of a row: status, speaker, source."""
    if outline is None:
        return None
    asked = query.status, query.speaker, query.source
    # A row of a member that is another speaker at times is read, and so is what is asked besides.
    certain = not (query.document or query.tag or (query.speaker and memory.people().any_terms))
    return memory.kept(("screen", certain, *asked), lambda _: _made_screen(outline, asked, memory, certain))


def _made_screen(outline: Outline, asked: tuple[str, str, str], memory: Memory, certain: bool) -> Screen:
    status, speaker, source = asked
    tests, share = [outline.flagged(_FLAGGED[status])], 1.0
    if source:
        named = named_so(memory, source)
        tests.append(outline.sources.among(named))
        share *= outline.sources.share(named)
    # Last, for of many members each is looked at by itself.
    if speaker:
        test, part = memory.kept(("said by", speaker), lambda _: _said_by(outline, memory, speaker))
        tests.append(test)
        share *= part
    return Screen(outline, tests, certain=certain, share=share)


def _said_by(outline: Outline, memory: Memory, wanted: str) -> tuple[Test, float]:
    """The test of who said a row, and about what part of all rows passes it."""
    meant, _, _ = memory.kept(("speaker", wanted), lambda _: speakers(memory, wanted))
    if len(meant) > MOST_MEMBERS:
        return outline.members.which(meant.__contains__), _SHARE_OF_MANY
    return outline.members.among(meant.members), outline.members.share(meant.members)


# A guess: to count what many members said takes longer.
_SHARE_OF_MANY = 0.25

_FLAGGED: dict[str, Callable[[int], bool]] = {
    "": lambda flags: not flags & ~EDITED,
    "open": lambda flags: not flags,
    "edited": lambda flags: flags == EDITED,
    "hidden": lambda flags: flags & OF_PEOPLE == Unseen.HIDDEN,
    "withdrawn": lambda flags: bool(flags & Unseen.WITHDRAWN),
    "earlier": lambda flags: flags & ~EDITED == Unseen.EARLIER,
}
