"""What a worker makes of one input: documents with everything that follows from each alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from claims.intake import DEFAULT_EXTRACTOR, Prepared, prepare
from claims.keying import keyed, within
from claims.model import Claim, Quote
from claims.ports import Citation, Material
from claims.store.finished import Finished, finished


@dataclass(frozen=True, slots=True)
class Ready:
    """One document, ready to be written, or the reason why there is none.

    Attributes:
        failure: a clause, if the input could not be read; then `document` is None.
        unknown: the failure is that no reader knows the format.
    """

    material: Material
    document: Finished | None = None
    failure: str = ""
    unknown: bool = False

    def is_any_of(self, ids: Collection[str]) -> bool:
        """Is it one of these documents?"""
        return self.document is not None and self.document.id in ids


def ready(material: Material, *, extractor: str = DEFAULT_EXTRACTOR) -> list[Ready]:
    """Every document inside one input; never raises for what the input holds. Runs in any process."""
    return [_ready(one) for one in prepare(material, extractor=extractor)]


def _ready(one: Prepared) -> Ready:
    if one.document is None:
        return Ready(one.material, failure=one.failure, unknown=one.unknown)
    values: list[Quote | Claim] = [*one.extraction.quotes, *one.extraction.claims]
    citations = [Citation(value, one.document) for value in values]
    document = finished(
        one.document,
        one.material,
        one.extraction,
        extractor=one.extractor,
        keys=keyed(citations),
        within=within(one.document.id, citations),
    )
    return Ready(one.material, document)
