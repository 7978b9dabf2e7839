"""Does a dossier hold? Nothing is needed but itself: no record, no clock, no network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from claims import __version__
from claims.dossiers.chains import Chains
from claims.dossiers.files import Files
from claims.dossiers.forms import FORMAT
from claims.dossiers.opening import PAGE, TOLD, Opened, opened
from claims.dossiers.page import page
from claims.dossiers.proving import Proof
from claims.dossiers.reading import Reading
from claims.errors import NoDossier
from claims.exchange.lines import BadLine
from claims.exchange.typed import Fields, mapping, of
from claims.model import Problem

# Nobody reads more; a hostile file can have a million.
_MOST_FAULTS = 1_000
# The page is made anew from JSON of up to this size: Python takes some ten times of it.
_LARGEST_TOLD = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Proved:
    """What was looked at in a dossier.

    Attributes:
        decisions: how many it tells.
        faults: what does not hold, a sentence each; the first thousand.
        notes: what could not be proved, or is to be known, a sentence each.
        heads: by reviewer, the hashes at the ends of their chain of decisions.
    """

    files: int
    documents: int
    passages: int
    findings: int
    decisions: int
    faults: tuple[Problem, ...]
    notes: tuple[str, ...]
    heads: dict[str, tuple[str, ...]]


def verify(place: Path) -> Proved:
    """Raises NothingThere, NoDossier."""
    with opened(place) as bag:
        if not bag.found.sizes.keys() & {"bagit.txt", "data/dossier.json"}:
            raise NoDossier(str(place))
        return _proved(bag, str(place))


def _proved(bag: Opened, location: str) -> Proved:
    files, reading = Files(bag), Reading(bag)
    head = reading.head() or {}
    if (made := head.get("format")) != FORMAT and isinstance(made, int) and made > FORMAT:
        raise NoDossier(location, "a newer OnRecord wrote this dossier: update OnRecord to verify it")
    proof, chains = Proof(reading, files), Chains(reading, head)
    counted = proof.counted
    holds = {
        "documents": counted.documents,
        "passages": counted.passages,
        "findings": counted.findings,
        "decisions": chains.told,
        "links": chains.links,
    }
    sentences = [*files.faults, *reading.faults, *chains.faults]
    sentences += _miscounted(head, holds) if head or "data/dossier.json" not in files.wrong else ()
    faults = [*(Problem("verify", one) for one in sentences), *proof.faults]
    notes = [*bag.found.notes, *_unproved(proof, chains)]
    if not faults:
        told, why = _page_faults(reading, head)
        faults += [Problem("verify", one) for one in told]
        notes += why
    return Proved(
        len(files.hashes),
        counted.documents,
        counted.passages,
        counted.findings,
        chains.told,
        tuple(replace(one, location=location) for one in islice(faults, _MOST_FAULTS)),
        tuple(notes),
        chains.heads,
    )


def _miscounted(head: Fields, holds: dict[str, int]) -> Iterator[str]:
    try:
        told = mapping(head.get("holds"), "holds")
        for what, number in holds.items():
            if (said := of(told, what, int)) != number:
                yield f"data/dossier.json tells of {said:,} {what}, but there are {number:,}"
    except BadLine as error:
        yield f"data/dossier.json: {error}"


def _unproved(proof: Proof, chains: Chains) -> Iterator[str]:
    if chains.redacted:
        yield "the dossier is redacted: what its decisions say can be proved with the record only"
    if chains.withheld:
        yield (
            f"only hashes are there of decisions about nothing in the dossier ({chains.withheld:,}): what "
            "they say can be proved with the record only"
        )
    if proof.without_address:
        yield (
            f"addresses of files were left out ({proof.without_address:,}): that the ids of these documents "
            "are made of them can be proved with the record only"
        )
    for reader, number in sorted(proof.not_read_again.items()):
        yield (
            f"texts made by {reader} ({number:,}) were not made anew of their bytes: both are as the dossier "
            "tells them"
        )


def _page_faults(reading: Reading, head: Fields) -> tuple[list[str], list[str]]:
    """The page for people is made anew of the other files and compared: faults, and why it could not be."""
    if head.get("onrecord") != __version__:
        return [], [f"{PAGE} was compared with the manifest only: another version of OnRecord made it"]
    if sum(map(reading.size, TOLD)) > _LARGEST_TOLD:
        return [], [f"{PAGE} was compared with the manifest only: it is too large to be made anew"]
    told = [[line.fields for line in reading.lines(name)] for name in TOLD[1:]]
    try:
        made = page(head, *told)
    except Exception:  # noqa: BLE001 - fields that are no part of the proof may be of any type
        return [f"data/{PAGE} cannot be made of the other files: they are not as OnRecord writes them"], []
    if made != reading.raw(PAGE):
        return [f"data/{PAGE} does not say what the other files say"], []
    return [], []
