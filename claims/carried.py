"""Follows attachments: what the ids that people decided on are called now. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from claims.model import Attachment, Judgement, JudgementKind

# These are about rows of the chain and about attachments themselves, which stay what they are.
_AS_THEY_ARE = (JudgementKind.ATTACHMENT, JudgementKind.CHANGED, JudgementKind.UNDO, JudgementKind.REDO)


class Carried:
    """Attachments in force, each old id with one."""

    def __init__(self, attachments: Iterable[Attachment]) -> None:
        self._next = {one.old: one for one in attachments}

    def chain(self, id_: str) -> list[str]:
        """The id, what it is attached to, and so on."""
        found = {id_: None}
        while (step := self._next.get(id_)) and step.new not in found:
            id_ = step.new
            found[id_] = None
        return list(found)

    def now(self, id_: str) -> str:
        """The last id of the chain: the id itself where nothing is attached."""
        return self.chain(id_)[-1]

    def steps(self, id_: str) -> list[Attachment]:
        """The attachments along the chain."""
        return [self._next[step] for step in self.chain(id_)[:-1]]

    def subjects(self, judgement: Judgement) -> list[tuple[str, ...]]:
        """What a judgement is about: its own subjects first, what they are now last.

        A pair whose two ids have become one is about nothing more.
        """
        own = judgement.subjects
        if judgement.kind in _AS_THEY_ARE or not any(id_ in self._next for id_ in own):
            return [own]
        if len(own) == 1:
            return [(id_,) for id_ in self.chain(own[0])]
        now = tuple(sorted({self.now(id_) for id_ in own}))
        return [own, now] if len(now) == len(own) else [own]
