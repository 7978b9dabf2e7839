"""What has changed in a record since a dossier was made of it: both are told in one form, and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.decisions import Decisions
from claims.display import one_line
from claims.dossiers import forms
from claims.dossiers.gathering import enclosed
from claims.dossiers.opening import opened
from claims.dossiers.reading import Reading
from claims.exchange.forms import judgement_form
from claims.exchange.typed import Fields
from claims.model import Judgement, JudgementKind
from claims.reviewing import assess

if TYPE_CHECKING:
    from claims.store import Store

# What is told of each, and may come out otherwise.
_COMPARED = {
    "documents": (
        "title", "author", "source", "reprints", "published", "modified", "url", "withdrawn", "text",
    ),
    "passages": (
        "words", "start", "end", "type", "speaker", "role", "organization", "date", "figure", "value", "low",
        "high", "comparator", "unit", "counted", "claim_role", "place", "event", "period", "as_of", "denied",
    ),
    "findings": ("kind", "severity", "status", "sentence"),
}  # fmt: skip
# Of an object that which is told of it.
_TELLING = ("name", "date", "sha256")
# Enough of a value to know it again.
_LONGEST = 100
# By which a decision without its hash is known again: no two steps of a record have one moment.
_KNOWN_BY = ("decides", "verdict", "value", "at", "settles")

Told = Mapping[str, Mapping[str, Any]]


def changes(store: Store, decisions: Decisions, place: Path) -> list[str]:
    """A sentence each; none if the record says the same. The dossier was verified.

    Raises:
        NothingThere, NoDossier.
    """
    with opened(place) as bag:
        reading = Reading(bag)
        then = {name: {one["id"]: one for one in _objects(reading, name)} for name in _COMPARED}
        chain = list(_objects(reading, "decisions"))
    if not any(map(store.has_document, then["documents"])):
        return ["none of its documents is in this record: it was made of another one"]
    ids = {id_ for each in then.values() for id_ in each}
    ids |= {one["id"] for one in chain if one["kind"] != "link"}
    return [*_otherwise(then, _now(store, decisions, then)), *_decided(store, decisions, chain, ids)]


def _objects(reading: Reading, name: str) -> Iterator[Mapping[str, Any]]:
    return (line.fields for line in reading.lines(f"{name}.jsonl"))


def _now(store: Store, decisions: Decisions, then: Mapping[str, Told]) -> dict[str, Told]:
    """The same documents, passages and findings as the record has them."""
    documents = [enclosed(store, id_) for id_ in then["documents"] if store.has_document(id_)]
    cited = store.citations(then["passages"], earlier=True)
    found = [one for one in store.findings() if one.id in then["findings"]]
    return {
        "documents": {one.document.id: forms.document(one, []) for one in documents},
        "passages": {id_: forms.passage(one, ()) for id_, one in cited.items()},
        "findings": {one.finding.id: forms.finding(one, ()) for one in assess(found, decisions, store)},
    }


def _otherwise(then: Mapping[str, Told], now: Mapping[str, Told]) -> Iterator[str]:
    for name, compared in _COMPARED.items():
        for id_, old in then[name].items():
            what = f"{old['kind'] if name == 'passages' else name[:-1]} {id_}"
            new = now[name].get(id_)
            if new is None:
                yield f"{what} is not in the record any more, or is out of sight there"
                continue
            for each in compared:
                if old.get(each) != new.get(each):
                    words = each.replace("_", " ")
                    yield f"{what}: {words} was {_told(old.get(each))}, and is {_told(new.get(each))}"


def _told(value: object) -> str:
    if isinstance(value, dict):
        value = next((value[name] for name in _TELLING if name in value), "something else")
    if value is None or value == "":
        return "not told"
    words = one_line(str(value))
    return f"“{words if len(words) <= _LONGEST else words[:_LONGEST] + '…'}”"


def _decided(store: Store, decisions: Decisions, chain: Iterable[Fields], about: set[str]) -> Iterator[str]:
    """Decisions that are in one of the two only; of those of the record, what is about the dossier."""
    judgements = store.judgements()
    then = {_key(one): one for one in chain}
    is_redacted = any(one["kind"] == "redacted" for one in then.values())
    key: Callable[[Judgement], object] = _redacted_key if is_redacted else lambda made: made.hash
    now = {key(made) for made in judgements}
    for known_by, one in then.items():
        if known_by not in now:
            id_ = str(one["hash"])[:20] if one["kind"] == "link" else one["id"]
            yield f"a decision of {one['by']}, {id_}, is not in this record"
    for made in judgements:
        left_out = is_redacted and made.kind is JudgementKind.NOTE
        if left_out or key(made) in then or about.isdisjoint(_subjects(decisions, made)):
            continue
        when = f"{made.at:%Y-%m-%d %H:%M} UTC"
        yield f"decided since, by {made.by} at {when}: {made.kind.value}: {made.verdict}"


def _subjects(decisions: Decisions, made: Judgement) -> set[str]:
    return {id_ for each in decisions.subjects(made) for id_ in each}


def _key(fields: Fields) -> object:
    return fields["hash"] if fields["kind"] != "redacted" else tuple(fields[name] for name in _KNOWN_BY)


def _redacted_key(made: Judgement) -> object:
    return _key({**judgement_form(made), "kind": "redacted"})
