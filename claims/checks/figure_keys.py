"""Under what checks inside one document gather its figures: the sentence, or the document."""

from __future__ import annotations

from claims.model import Claim
from claims.ports import Citation


def of_sentence(citation: Citation) -> list[str]:
    """The sentence of a figure, for what must stand in one; no key for what is no figure."""
    claim = citation.value
    if not isinstance(claim, Claim) or claim.quantity is None:
        return []
    return [f"{citation.document.id}|{claim.sentence.start}"]


def of_document(citation: Citation) -> list[str]:
    """The document of a figure that is not denied; no key for what is none."""
    claim = citation.value
    is_figure = isinstance(claim, Claim) and claim.quantity is not None and not claim.negated
    return [citation.document.id] if is_figure else []
