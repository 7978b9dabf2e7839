"""Do two figures of one measure and event clash, how surely, and how much does it matter?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from claims.checks.amounts import fit, fits, in_unit, shown
from claims.checks.citing import may_be_a_series, one_source
from claims.checks.events import tie
from claims.checks.measure import counts_the_same, relation
from claims.checks.measured import measure_of
from claims.checks.narrowing import is_interim
from claims.checks.quoted_figures import is_one_quote
from claims.checks.reprints import same_sentence
from claims.checks.ties import Tie
from claims.model import Claim, Comparator, FindingKind, PartialDate, Severity
from claims.model.quantities import fraction
from claims.ports import Citation

# Figures that grow as a story goes on: a later, higher one is an update.
_RISING = frozenset(
    "killed injured missing arrested charged rescued evacuated shot hospitalized destroyed".split()
)
# Figures that fall as a story goes on: the missing are found, people go home.
_FALLING = frozenset("missing hospitalized".split())
# Harm to people is checked first.
_GRAVE = frozenset("killed injured missing shot".split())
# A smaller difference, as a share of the larger figure, is looked at later.
_WIDE = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two figures of one measure and event that cannot both hold; of an update the earlier one first."""

    a: Citation
    b: Citation
    kind: FindingKind
    severity: Severity
    why: tuple[str, ...]


def clash(a: Citation, b: Citation) -> Clash | None:
    """How two figures of one measure clash; None if both can hold, or nothing ties them to one event."""
    if not _may_clash(a, b) or not are_two(a, b) or is_one_quote(a, b):
        return None
    bound = same_sentence(a, b) or tie(a, b)
    if bound is None or bound.loose:
        return None
    found, why = _relation(a, b)
    if found != "conflict":
        return None
    if is_later(a, b) or _is_interim(b, a):
        a, b = b, a
    kind = _kind(a, b, bound)
    return Clash(a, b, kind, _severity(kind, a, b), (bound.why, *why)) if kind else None


def _may_clash(a: Citation, b: Citation) -> bool:
    """Do the amounts alone allow it? Asked first: it takes least, and most pairs end here."""
    one, two = a.value, b.value
    if not isinstance(one, Claim) or not isinstance(two, Claim):
        return False
    if one.quantity is None or two.quantity is None:
        return False
    return fits(one, two) == "conflict" or _are_two_figures(one, two)


def _relation(a: Citation, b: Citation) -> tuple[str, tuple[str, ...]]:
    """In one sentence one place counts one thing, whatever it is; elsewhere the words around tell."""
    if same_sentence(a, b) is None:
        return relation(a, b)
    one, two = a.value, b.value
    assert isinstance(one, Claim)
    assert isinstance(two, Claim)
    found, why = fit(one, two)
    if found != "conflict" and _are_two_figures(one, two):
        return "conflict", (f"{shown(one)} and {shown(two)}: a copy has the same digits",)
    return found, (why,)


def _are_two_figures(one: Claim, two: Claim) -> bool:
    """Other digits of one precision: "$2 billion" and "$3 billion" may be one amount elsewhere."""
    left, right = one.quantity, two.quantity
    if left is None or right is None or not (left.is_exact and right.is_exact):
        return False
    return one.unit == two.unit and left.step == right.step and left.value != right.value


def are_two(a: Citation, b: Citation) -> bool:
    """In two documents, neither a copy of the other."""
    return a.document.id != b.document.id and a.document.text != b.document.text


def _kind(a: Citation, b: Citation, bound: Tie) -> FindingKind | None:
    """A conflict where little doubt is left that both figures tell of one thing; None for a series.

    An office that announces grant after grant, and an outlet that reports day after
    day, give other figures each time: of one source only a named event is followed.
    """
    if one_source(a.document, b.document):
        is_update = bound.named and is_later(b, a) and not (_is_award(a) and _is_award(b))
        return FindingKind.UPDATE if is_update else None
    if _has_moved_on(a, b) or _is_interim(a, b):
        return FindingKind.UPDATE
    same_thing = same_sentence(a, b) is not None or counts_the_same(a, b)
    sure = bound.named or (bound.sure and not may_be_a_series(a.document, b.document))
    if sure and same_thing and is_plain(a) and is_plain(b):
        return FindingKind.CONFLICT
    return FindingKind.POSSIBLE_CONFLICT


_AWARD = re.compile(r"\b(?:award|grant|fund|contract)(?:s|ed|ing)?\b", re.IGNORECASE)


def _is_award(citation: Citation) -> bool:
    """Money that is given: who announces it again after a storm tells of another sum for others."""
    claim = citation.value
    is_money = isinstance(claim, Claim) and claim.dimension == "money"
    return is_money and bool(_AWARD.search(citation.sentence))


def _has_moved_on(a: Citation, b: Citation) -> bool:
    """Is the later figure higher where figures rise, or lower where they fall?"""
    moves = measure_of(a).outcome
    before, after = value_of(a) or 0, value_of(b) or 0
    if not is_later(b, a):
        return False
    if after > before:
        return moves in _RISING
    return moves in _FALLING or (moves == "injured" and _some_died(a, b, before - after))


def _some_died(a: Citation, b: Citation, fewer: Fraction | int) -> bool:
    """Does another number of the sentence, the dead, rise by as many as the wounded are fewer?"""
    return any(number + fewer in measure_of(b).numbers for number in measure_of(a).numbers)


def _is_interim(a: Citation, b: Citation) -> bool:
    """Is the first, lower one told as of so far, and not the later one?"""
    before, after = value_of(a), value_of(b)
    if before is None or after is None or before >= after or is_later(a, b):
        return False
    return is_interim(a.sentence) and not is_interim(b.sentence)


def _severity(kind: FindingKind, a: Citation, b: Citation) -> Severity:
    """Consequence (harm to people, a wide gap) times certainty (the kind)."""
    grave = measure_of(a).outcome in _GRAVE
    if kind is FindingKind.CONFLICT:
        return Severity.HIGH if grave or gap(a, b) >= _WIDE else Severity.MEDIUM
    return Severity.MEDIUM if grave and kind is FindingKind.POSSIBLE_CONFLICT else Severity.LOW


def is_later(b: Citation, a: Citation) -> bool:
    """Is one figure dated wholly after another: as of its own date, else its document's?"""
    first, second = _dated(a), _dated(b)
    return first is not None and second is not None and first.latest < second.earliest


def _dated(citation: Citation) -> PartialDate | None:
    claim = citation.value
    as_of = claim.as_of if isinstance(claim, Claim) else None
    return as_of or citation.document.published


def gap(a: Citation, b: Citation) -> Fraction:
    """The difference as a share of the larger figure, after conversion; 0 where nothing converts."""
    first, second = value_of(a), value_in_unit_of(a, b)
    if first is None or second is None or not max(abs(first), abs(second)):
        return Fraction(0)
    return abs(first - second) / max(abs(first), abs(second))


def value_in_unit_of(a: Citation, b: Citation) -> Fraction | None:
    """The second figure in the unit of the first; None where it has no value or does not convert."""
    one, two = a.value, b.value
    if not isinstance(one, Claim) or not isinstance(two, Claim) or two.quantity is None:
        return None
    turned = in_unit(two.quantity, two.unit, one.unit)
    return None if turned is None or turned.value is None else fraction(turned.value)


def value_of(citation: Citation) -> Fraction | None:
    """The one figure of a claim as written; None for ranges, vague amounts and quotes."""
    claim = citation.value
    value = claim.quantity.value if isinstance(claim, Claim) and claim.quantity else None
    return None if value is None else fraction(value)


def is_plain(citation: Citation) -> bool:
    """A figure without words that bound or blur it."""
    return isinstance(citation.value, Claim) and citation.value.comparator is Comparator.EXACT
