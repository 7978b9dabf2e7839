"""Parts beside their whole: none is larger, and what fits is told once a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from claims.checks.amounts import in_unit
from claims.checks.citing import all_evidence, begun, in_words, publisher
from claims.checks.explaining import rounded, settlers
from claims.checks.figure_keys import of_document
from claims.checks.framing import claim_of, times_told
from claims.checks.reckoning import figure, printed, value_of, wide
from claims.checks.unsaid import is_unsaid
from claims.checks.wholes import Whole, inside, said
from claims.model import Claim, Comparator, Finding, FindingKind, Severity
from claims.ports import Citation, Reach


class PartOfWhole:
    """Parts that are larger than their whole, and parts that fit in it."""

    name = "part-of-whole"
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The document: a part may stand in another paragraph than its whole."""
        return of_document(citation)

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each part that is larger, and one for each whole with all that fit in it."""
        for whole in (*said(group), *inside(group)):
            sizes = [(part, _is_larger(part, whole.whole)) for part in whole.parts]
            for part, is_larger in sizes:
                if is_larger and whole.is_said and not _is_of_each(part):
                    yield _too_large(whole, part)
            fitting = tuple(
                part
                for part, is_larger in sizes
                if is_larger is False and value_of(claim_of(part)) != value_of(claim_of(whole.whole))
            )
            if fitting and not whole.is_said and not _is_a_sum(whole.whole, fitting):
                yield _fits(whole.whole, fitting)


# The whole of each of several, of one span of several, or an average: its part may be of all.
_EACH = re.compile(
    r"\b(?:each|every|averag\w+|typical(?:ly)?|usual(?:ly)?|annual(?:ly)?|yearly|monthly|weekly|daily|per"
    r"|an? (?:year|month|week|day|hour))\b",
    re.IGNORECASE,
)


def _is_of_each(part: Citation) -> bool:
    is_of_times = any(len(told) > 1 for told in times_told(part.sentence))
    return is_of_times or bool(_EACH.search(part.sentence)) or is_unsaid(part)


# Parts that come to so much of the whole are its breakdown: other checks say whether that holds.
_NEARLY_ALL = Fraction(4, 5)


def _is_a_sum(whole: Citation, parts: Sequence[Citation]) -> bool:
    sum_ = sum((value_of(claim_of(part)) for part in parts), Fraction(0))
    return len(parts) > 1 and sum_ >= _NEARLY_ALL * value_of(claim_of(whole))


def _is_larger(part: Citation, whole: Citation) -> bool | None:
    """None where nobody can tell: the units do not convert, or the words leave both open."""
    one, two = claim_of(part), claim_of(whole)
    assert one.quantity is not None
    turned = in_unit(one.quantity, one.unit, two.unit)
    if turned is None or not value_of(one):
        return None
    factor = Fraction(turned.value or 0) / value_of(one)
    if _is_written_alike(one, two):
        return value_of(one) > value_of(two)
    mine, all_ = wide(one).by(factor), wide(two)
    if all_.high is not None and mine.low > all_.high:
        return True
    return False if value_of(one) * factor <= value_of(two) else None


def _is_written_alike(one: Claim, two: Claim) -> bool:
    """Rounded to one place, no part comes to more than its whole."""
    assert one.quantity is not None
    assert two.quantity is not None
    is_exact = one.comparator is two.comparator is Comparator.EXACT and one.unit == two.unit
    return is_exact and one.quantity.step == two.quantity.step


def _too_large(whole: Whole, part: Citation) -> Finding:
    source, total = begun(publisher(part.document)), whole.whole
    stated, some = in_words(total, clause=False), in_words(part, clause=False)
    why = (
        f"the whole: {stated}",
        f"said to be a part of it: {some}",
        f"{_in_digits(part, total)} is more than {figure(value_of(claim_of(total)))}",
    )
    return Finding(
        PartOfWhole.name, FindingKind.CONFLICT, Severity.MEDIUM, (total.value.id, part.value.id),
        f"{source} gives {some} as a part of {stated}, which is less.",
        why, all_evidence((total, part)), rounded((total, part)), settlers((total, part)),
    )  # fmt: skip


def _fits(total: Citation, parts: Sequence[Citation]) -> Finding:
    source, stated = begun(publisher(total.document)), in_words(total, clause=False)
    listed = "; ".join(_told(part) for part in parts[:_MOST_TOLD])
    more = f" and {len(parts) - _MOST_TOLD} more" if len(parts) > _MOST_TOLD else ""
    why = (
        f"the whole: {stated}",
        *(f"{_in_digits(part, total)} of {figure(value_of(claim_of(total)))}" for part in parts),
    )
    return Finding(
        PartOfWhole.name, FindingKind.COMPATIBLE, Severity.INFO, (total.value.id, parts[0].value.id),
        f"{source} gives {stated}, and as parts of it {listed}{more}.", why, all_evidence((total, *parts)),
    )  # fmt: skip


# Parts named in a sentence that is read aloud; the reasons name all.
_MOST_TOLD = 4


def _told(part: Citation) -> str:
    claim = claim_of(part)
    noun = f"of {claim.counted}" if claim.unit and claim.counted else claim.counted
    place = f"({claim.place})" if claim.place else ""
    return " ".join(word for word in (printed(claim), noun, place) if word)


def _in_digits(part: Citation, total: Citation) -> str:
    """The part in the unit of the whole."""
    one, two = claim_of(part), claim_of(total)
    assert one.quantity is not None
    turned = in_unit(one.quantity, one.unit, two.unit)
    return figure(turned.value if turned and turned.value is not None else value_of(one))
