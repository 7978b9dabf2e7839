"""The amounts that one document gives of a measure: if they are several, it counts several things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from claims.checks.amounts import fits
from claims.checks.reprints import same_sentence, sentence_key
from claims.model import Claim
from claims.ports import Citation

# Amounts of one document with which a figure is compared to see whether it counts several
# things: the first ones, where a list or a series gives thousands.
_MOST_GIVEN = 64

Amount = tuple[object, ...]


@dataclass(slots=True)
class Given:
    """What one document gives of a measure.

    Attributes:
        amounts: a citation of each amount, the first `_MOST_GIVEN`.
        in_sentence: the amounts by the key of their sentence.
    """

    amounts: dict[Amount, Citation] = field(default_factory=dict)
    in_sentence: dict[str, set[Amount]] = field(default_factory=dict)


def figures_of(group: Iterable[Citation]) -> Iterator[tuple[Amount, Citation]]:
    """The figures among some values, each with what two share that are one amount."""
    for citation in group:
        claim = citation.value
        if isinstance(claim, Claim) and (told := claim.quantity) is not None:
            yield (told.comparator, told.low, told.high, told.value, claim.unit), citation


def given_by_document(figures: Iterable[tuple[Amount, Citation]]) -> dict[str, Given]:
    """By document id, from figures in order; read once, since a document may give thousands."""
    given: dict[str, Given] = {}
    for amount, citation in figures:
        mine = given.setdefault(citation.document.id, Given())
        if len(mine.amounts) < _MOST_GIVEN:
            mine.amounts.setdefault(amount, citation)
        mine.in_sentence.setdefault(sentence_key(citation), set()).add(amount)
    return given


def tells_apart(a: Citation, b: Citation, given: Mapping[str, Given]) -> bool:
    """Does one of the documents give several amounts of the measure? Then they count several things.

    "588 units are torn down, 907 are built": with which of them the other document's
    figure is to be compared, only the same sentence says; and of a sentence that comes
    again and again (a list of grants), only one amount may differ in all.
    """
    mine, other = given[a.document.id], given[b.document.id]
    if same_sentence(a, b) is None:
        return _clashes(a, mine.amounts.values()) or _clashes(b, other.amounts.values())
    own, theirs = (one.in_sentence.get(sentence_key(a), set()) for one in (mine, other))
    return len(own - theirs) != 1 or len(theirs - own) != 1


def _clashes(citation: Citation, others: Iterable[Citation]) -> bool:
    return any(_fits(citation, other) == "conflict" for other in others)


def _fits(a: Citation, b: Citation) -> str:
    assert isinstance(a.value, Claim)
    assert isinstance(b.value, Claim)
    return fits(a.value, b.value)
