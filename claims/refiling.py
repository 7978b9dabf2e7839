"""Which member the quotes of a judged member went to, when extraction tells a name or role otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.carried import Carried
from claims.decisions import Decisions
from claims.model import Attachment, Claim, JudgementKind, PastFinding, PastSpeaker, Quote
from claims.views import Tally

if TYPE_CHECKING:
    from claims.store import Store

Values = Mapping[str, Quote | Claim]


@dataclass(frozen=True, slots=True)
class Seen:
    """What stood in some documents before they were replaced, as far as decisions need it.

    Attributes:
        values: quotes and claims by document and id, before people's corrections.
        filed: member of each value, by its id.
        findings: those of the whole record that people decided.
        texts: of the documents.
    """

    values: Mapping[str, Values]
    filed: Mapping[str, str]
    findings: Sequence[PastFinding]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of the values of one document: ids of those that stayed, pairs that were matched."""

    before: Values
    after: Values
    matches: Sequence[Attachment]

    @property
    def now(self) -> dict[str, str]:
        """Where each value is now, by the id it had; those that are gone are left out."""
        return {id_: id_ for id_ in self.before if id_ in self.after} | {m.old: m.new for m in self.matches}

    def tally(self, kind: type[Quote] | type[Claim]) -> Tally:
        """What became of the quotes, or of the claims."""
        before = {id_ for id_, value in self.before.items() if isinstance(value, kind)}
        after = {id_ for id_, value in self.after.items() if isinstance(value, kind)}
        matched = {match.old: match.new for match in self.matches if match.old in before}
        return Tally(
            len(before & after),
            len(matched),
            len(after - before - set(matched.values())),
            len(before - after - matched.keys()),
        )


# From one member to another.
_Flow = tuple[str, str]

_WHY = "its quotes and claims are filed under another name or role now"


class Refiling:
    """Notes, document by document, under whom judged members' values are filed, then decides who is who.

    A verdict goes on only one to one: all values of the old member are under one new
    member, and that one was not there before and took in nobody else.
    """

    def __init__(self, store: Store, decisions: Decisions) -> None:
        self._store = store
        self._decisions = decisions

    def note(self, seen: Seen, moved: Sequence[Moved]) -> None:
        """Keep where the values of judged members went in some documents."""
        flows = self._flows(seen, moved)
        known = self._known()
        watched = self._watched()
        for old in sorted({old for old, _ in flows} & watched):
            one = known.get(old) or PastSpeaker(old, (), False)
            new = {to for start, to in flows if start == old}
            was_there = any(to not in one.now and self._was_there(to, seen) for to in new)
            known[old] = PastSpeaker(old, tuple(sorted({*one.now, *new})), one.shared or was_there)
        for old, one in known.items():
            if any(start != old and to in one.now for start, to in flows):
                known[old] = PastSpeaker(old, one.now, shared=True)
        lost = watched & set(seen.filed.values()) - known.keys()
        gone = lost - self._store.present(lost)
        self._store.put_past([*known.values(), *(PastSpeaker(id_, (), False) for id_ in sorted(gone))])

    def settle(self) -> None:
        """Attach each judged member that is there no more to the one who took its place."""
        known = self._known()
        present = self._store.present(known)
        self._store.drop_past(present)
        new = [
            Attachment(one.id, one.now[0], _WHY)
            for one in known.values()
            if one.id not in present and len(one.now) == 1 and not one.shared
        ]
        self._store.put_attachments(new, dropped=known)

    def _flows(self, seen: Seen, moved: Sequence[Moved]) -> set[_Flow]:
        """Members whose values are filed elsewhere now, with where."""
        now = {old: new for one in moved for old, new in one.now.items()}
        filed = self._store.filed(now.values())
        pairs = ((seen.filed.get(old), filed.get(new)) for old, new in now.items())
        return {(start, to) for start, to in pairs if start and to and start != to}

    def _was_there(self, member: str, seen: Seen) -> bool:
        """Was anything filed under a member before these documents were replaced?"""
        return member in seen.filed.values() or self._store.is_filed_outside(member, seen.values)

    def _watched(self) -> set[str]:
        """Members that people judged, and those that took their places."""
        chains = Carried(self._store.attachments())
        judged = (j for j in self._decisions.all() if j.kind is JudgementKind.SPEAKERS)
        return {step for each in judged for id_ in each.subjects for step in chains.chain(id_)}

    def _known(self) -> dict[str, PastSpeaker]:
        past = self._store.past(self._watched()).values()
        return {one.id: one for one in past if isinstance(one, PastSpeaker)}
