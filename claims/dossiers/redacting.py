"""A dossier without its reviewers' names, notes and folders: for who gives it out of the house.

The hash of a decision covers its reviewer's name and note, and whoever guesses those could make sure of
them by the hash. So no hash of a decision is left, nor a chain: what a redacted decision says can be
proved with the record only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.dossiers.values import STEPS, Dossier, Enclosed, Link
from claims.exports.redacting import Redaction, bare_arrival, bare_problem
from claims.model import JudgementKind


def redacted(dossier: Dossier) -> Dossier:
    """The same reviewer has the same number everywhere, in the order in which they first decided."""
    cut = Redaction()
    chain = {one.id: made for one, made in _links(cut, dossier.chain)}
    return replace(
        dossier,
        redacted=True,
        documents=tuple(_enclosed(cut, one) for one in dossier.documents),
        citations=tuple(map(cut.citation, dossier.citations)),
        findings=tuple(map(cut.finding, dossier.findings)),
        decided={
            finding: tuple(chain[id_].id for id_ in ids if id_ in chain)
            for finding, ids in dossier.decided.items()
        },
        chain=tuple(chain.values()),
        heads={},
        unread=tuple(map(bare_problem, dossier.unread)),
    )


def _links(cut: Redaction, chain: tuple[Link, ...]) -> Iterator[tuple[Link, Link]]:
    """What is told, as it was and without names, by number."""
    told = [one for one in chain if one.told and one.told.kind is not JudgementKind.NOTE]
    numbers = {one.id: f"{number}" for number, one in enumerate(told, 1)}
    for one in told:
        assert one.told is not None
        made = cut.judgements([one.told])[0]
        if made.kind in STEPS:
            made = replace(made, subjects=(numbers.get(made.subjects[0], _LEFT_OUT),))
        yield one, Link(numbers[one.id], made.by, "", "", made, one.stands)


# In place of the id of a decision, which begins its hash.
_LEFT_OUT = "left out"


def _enclosed(cut: Redaction, item: Enclosed) -> Enclosed:
    came = tuple(map(bare_arrival, item.arrivals))
    places = (item.document.location, *(one.location for one in item.arrivals))
    problems = tuple(bare_problem(one, *places) for one in item.problems)
    return replace(item, document=cut.document(item.document), arrivals=came, problems=problems)
