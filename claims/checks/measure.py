"""Do two figures measure one thing, and if they do, can both hold?

Whether two numbers count the same thing is the whole question; given that, the
intervals decide. Every rule here leans to silence: a part, another population,
another stretch of time or another event makes two figures different.
"""

from __future__ import annotations

from fractions import Fraction

from claims.checks.amounts import fit
from claims.checks.measured import Measure, measure_of
from claims.model import Claim, Superlative
from claims.ports import Citation

Relation = tuple[str, tuple[str, ...]]


def relation(a: Citation, b: Citation) -> Relation:
    """agree, compatible, conflict or different, and why, for two figures about one event.

    A rising toll and a correction are conflicts here; who calls knows the dates.
    """
    one, two = a.value, b.value
    if not isinstance(one, Claim) or not isinstance(two, Claim):
        return "different", ("one of them is no figure",)
    if one.quantity is None or two.quantity is None:
        return _superlatives(one.superlative, two.superlative)
    apart = _apart(measure_of(a), measure_of(b))
    if apart:
        return "different", (apart,)
    found, why = fit(one, two)
    if found == "conflict":
        apart = _two_rows(a, b) or _narrowed(measure_of(a), measure_of(b)) or _added_up(a, b) or _single(a, b)
        if apart:
            return "different", (apart, why)
    return found, (_same(measure_of(a)), why)


def counts_the_same(a: Citation, b: Citation) -> bool:
    """Do both say that the same happened to the same, or count a noun with the same words before it?"""
    one, two = measure_of(a), measure_of(b)
    if one.outcome and (one.outcome, one.head, one.kind) == (two.outcome, two.head, two.kind):
        return True
    return bool(one.nouns) and one.nouns == two.nouns


def _superlatives(one: Superlative | None, two: Superlative | None) -> Relation:
    if one and two and (one.property, one.scope) == (two.property, two.scope):
        return "agree", ("the same superlative of the same scope",)
    return "different", ("a superlative and a figure do not compare",)


def _same(measure: Measure) -> str:
    thing = measure.kind or ("people" if measure.head == "person" else measure.head) or measure.dimension
    return f"both count {thing} {measure.outcome}".strip()


def _apart(a: Measure, b: Measure) -> str:
    """Why two figures measure different things, whatever their values; "" if they may be one."""
    if a.dimension != b.dimension:
        return f"{a.dimension or 'a count'} and {b.dimension or 'a count'} do not compare"
    if ("age" in a.flags) != ("age" in b.flags):
        return "one is an age"
    if "age" in a.flags:
        return "" if _one_subject(a, b) else "ages of different people"
    if a.dimension or a.outcome in _PROPERTIES:
        return _other_measure(a, b)
    if a.outcome != b.outcome and ("" not in (a.outcome, b.outcome) or a.head == "person"):
        return f"one is of {a.outcome or 'something else'}, the other of {b.outcome or 'something else'}"
    if a.head != b.head and not (a.outcome and {a.head, b.head} <= {"", "person"}):
        return f"one counts {a.head or 'something unnamed'}, the other {b.head or 'something unnamed'}"
    if not a.outcome and (not a.head or a.head == "person") and not _one_subject(a, b):
        return "nothing says that they count the same"
    return ""


def _other_measure(a: Measure, b: Measure) -> str:
    """Why two amounts with a unit measure different things: the words around must tell the same."""
    needed = 1 if a.outcome and a.outcome == b.outcome else 2 if not (a.outcome and b.outcome) else 4
    return "" if len(a.context & b.context) >= needed else "what is measured differs"


# Outcomes that are measured of a thing, not counted.
_PROPERTIES = frozenset(("measured", "depth"))


def _one_subject(a: Measure, b: Measure) -> bool:
    """Do the clauses share enough words to be about one thing?"""
    shared = a.context & b.context
    return len(shared) >= 2 or (bool(shared) and len(shared) >= 0.4 * min(len(a.context), len(b.context)))


# What keeps the cells of a table apart, in the row that is the sentence of a figure.
_CELLS_APART = ("|", "\t")


def _two_rows(a: Citation, b: Citation) -> str:
    """Is one in a table, and its row of another place? In prose it is often of something else."""
    if not any(mark in citation.sentence for citation in (a, b) for mark in _CELLS_APART):
        return ""
    mine, other = (set(_place(citation).casefold().split()) for citation in (a, b))
    is_same = mine <= other or other <= mine  # "Halden" and "Halden County"
    return "they are of two places" if mine and other and not is_same else ""


def _place(citation: Citation) -> str:
    return citation.value.place if isinstance(citation.value, Claim) else ""


def _narrowed(a: Measure, b: Measure) -> str:
    """Why figures of one thing may differ and both be right; "" if nothing explains it."""
    if a.kind != b.kind:
        return f"one counts {a.kind or 'people of any kind'}, the other {b.kind or 'people of any kind'}"
    for flag, why in _EXPLAINS.items():
        if flag in a.flags | b.flags:
            return why
    if a.place and b.place and not a.place & b.place:
        return "they are of two places"
    if not (a.outcome and a.outcome == b.outcome) and len(a.context & b.context) < _AMPLE:
        return "the passages have too little in common"
    return ""


def _added_up(a: Citation, b: Citation) -> str:
    """Do other figures of a sentence make up the difference ("1 dead, 4 injured", "5 shot")?"""
    one, two = _counted(a), _counted(b)
    if one is None or two is None:
        return ""
    for cited, mine, other in ((a, one, two), (b, two, one)):
        measure = measure_of(cited)
        if (
            "others" in measure.flags
            and "others" not in measure_of(b if cited is a else a).flags
            and mine < other
        ):
            return "one leaves somebody out"
        rest = list(measure.numbers)
        if any(mine + number == other for number in (*rest, sum(rest)) if number):
            return f"{mine} and the other figures of its sentence make {other}"
    return ""


def _single(a: Citation, b: Citation) -> str:
    """ "One officer was hit in the foot" tells of one, not how many there were."""
    kinds = measure_of(a).kind and measure_of(b).kind
    return "one tells of a single person" if kinds and 1 in (_counted(a), _counted(b)) else ""


def _counted(citation: Citation) -> Fraction | None:
    claim = citation.value
    value = claim.quantity.value if isinstance(claim, Claim) and claim.quantity else None
    return Fraction(value) if value is not None else None


# Shared words that make a conflict of figures without an outcome believable.
_AMPLE = 4

_EXPLAINS = {
    "age": "ages of people who may be different",
    "part": "one is of a part",
    "listed": "one is a part of a list",
    "several events": "one may add up several events",
    "definite": "one is of some named before",
    "label": "one may be a label",
}
