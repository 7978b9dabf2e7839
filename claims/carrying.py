"""Carries decisions on while what they were about is replaced: quotes, claims, findings, speakers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.carried import Carried
from claims.decisions import Decisions
from claims.model import Attachment, PastFinding
from claims.model.identity import content_id
from claims.reattaching import attached, moved_to
from claims.refiling import Moved, Refiling, Seen, Values

if TYPE_CHECKING:
    from claims.store import Store


class Carrier:
    """`look` before, `attach` once the values are replaced, `carry` once they are linked: all in the
    one transaction that replaces them. `finish` when every document was carried.
    """

    def __init__(self, store: Store, decisions: Decisions) -> None:
        self._store = store
        self._decisions = decisions
        self._refiling = Refiling(store, decisions)

    def look(self, documents: Iterable[str]) -> Seen:
        values = {document: self._store.before_corrections(document) for document in documents}
        filed = self._store.filed(id_ for each in values.values() for id_ in each)
        texts = {document: self._store.document(document).text for document in values}
        return Seen(values, filed, self.findings(), texts)

    def attach(self, seen: Seen) -> list[Moved]:
        """Attach the values that decisions are about to what stands in their place now."""
        wanted = self._wanted(seen)
        moved = [
            self._attach(document, self._in_place(document, before, seen), wanted)
            for document, before in seen.values.items()
        ]
        self._decisions.forget_attachments()
        return moved

    def _in_place(self, document: str, before: Values, seen: Seen) -> Values:
        """The older values where they stand in the text that reading gives now."""
        text = self._store.document(document).text
        if text == seen.texts[document]:
            return before
        self._store.put_past(moved_to(self._store.past_in(document), seen.texts[document], text))
        return {value.id: value for value in moved_to(before.values(), seen.texts[document], text)}

    def _attach(self, document: str, before: Values, wanted: set[str]) -> Moved:
        after = self._store.before_corrections(document)
        kept = {value.id: value for value in self._store.past_in(document)}
        known = {one.old: one for one in self._store.attachments()}
        present = self._store.present(one.new for one in known.values()) | after.keys()
        chains = Carried(known.values())
        waiting = [value for id_, value in kept.items() if chains.now(id_) == id_ and id_ not in before]
        matches = attached([*before.values(), *waiting], list(after.values()))
        lost = [value for id_, value in before.items() if id_ in wanted and id_ not in after]
        self._store.put_past(lost)
        back = kept.keys() & after.keys()
        self._store.drop_past(back)
        self._store.put_attachments(_with_further(matches, wanted, known, present), dropped=back)
        return Moved(before, after, [match for match in matches if match.old in before])

    def carry(self, seen: Seen, moved: Iterable[Moved] = ()) -> None:
        """Let verdicts on findings follow their anchors, and note where speakers went."""
        self.carry_findings(seen.findings)
        self._refiling.note(seen, list(moved))
        self._decisions.forget_attachments()

    def finish(self) -> None:
        """Let verdicts on speakers follow, after all that is replaced was carried."""
        self._refiling.settle()
        self._decisions.forget_attachments()

    def findings(self) -> list[PastFinding]:
        """Those that anybody decided, as far as checks find them."""
        return self._store.anchors(self._decided())

    def carry_findings(self, seen: Iterable[PastFinding]) -> None:
        """Remember those that are found no more, and let their verdicts follow their anchors.

        Args:
            seen: `findings`, before anything changed.
        """
        past = [one for one in self._store.past(self._decided()).values() if isinstance(one, PastFinding)]
        known = {one.id: one for one in (*past, *seen)}
        carried = self._decisions.carried()
        now = {id_: _finding_now(one, carried) for id_, one in known.items()}
        present = self._store.present([*now, *now.values()])
        self._store.put_past(one for id_, one in known.items() if id_ not in present)
        self._store.drop_past(one.id for one in past if one.id in present)
        new = [
            Attachment(id_, now[id_], _why(one, carried))
            for id_, one in known.items()
            if id_ not in present and now[id_] != id_ and now[id_] in present
        ]
        self._store.put_attachments(new, dropped=known)

    def _decided(self) -> set[str]:
        """Ids of all that anybody decided on, taken back or not: what is undone may be done again."""
        return {id_ for judgement in self._decisions.all() for id_ in judgement.subjects}

    def _wanted(self, seen: Seen) -> set[str]:
        """Ids of values whose place must be known: decided on, under a decided finding, or attached to."""
        decided = self._decided()
        wanted = decided | {id_ for one in seen.findings for id_ in one.anchors}
        for one in self._store.past(decided).values():
            wanted.update(one.anchors if isinstance(one, PastFinding) else ())
        chains = Carried(self._store.attachments())
        return {step for id_ in wanted for step in chains.chain(id_)}


def _with_further(
    matches: Sequence[Attachment], wanted: set[str], known: Mapping[str, Attachment], present: set[str]
) -> list[Attachment]:
    """The matches that decisions need. What an old id was attached to, in a newer version of its page,
    the new id is attached to in its place.
    """
    needed = [match for match in matches if match.old in wanted]
    further = [
        replace(known[match.old], old=match.new)
        for match in needed
        if match.old in known and known[match.old].new in present - {match.new}
    ]
    return [*needed, *further]


def _finding_now(finding: PastFinding, carried: Carried) -> str:
    """The id that the finding's check gives it with the anchors that are there now."""
    return content_id("finding", finding.check, *sorted(map(carried.now, finding.anchors)))


def _why(finding: PastFinding, carried: Carried) -> str:
    reasons = dict.fromkeys(step.why for id_ in finding.anchors for step in carried.steps(id_))
    return f"its passages: {'; '.join(reasons)}"
