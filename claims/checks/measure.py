"""Do two figures measure one thing, and if they do, can both hold?

Whether two numbers count the same thing is the whole question; given that, the
intervals decide. Every rule here leans to silence: a part, another population,
another stretch of time or another event makes two figures different.
"""

from __future__ import annotations

from claims.checks import lexicon
from claims.checks.amounts import fit, fits
from claims.checks.explained import explained
from claims.checks.measured import Measure, measure_of, same_cost
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
        apart = explained(a, b)
        if apart:
            return "different", (apart, why)
    return found, (_same(measure_of(a)), why)


def may_hold(a: Citation, b: Citation) -> bool:
    """Do the amounts alone allow that both hold? Asked before all that takes longer."""
    one, two = a.value, b.value
    if not isinstance(one, Claim) or not isinstance(two, Claim):
        return False
    return one.quantity is None or two.quantity is None or fits(one, two) in _HOLDS


def may_both_hold(a: Citation, b: Citation) -> bool:
    """Do two figures agree, or are they compatible? What would explain that they are not is not asked."""
    one, two = a.value, b.value
    if not isinstance(one, Claim) or not isinstance(two, Claim):
        return False
    if one.quantity is None or two.quantity is None:
        return relation(a, b)[0] in _HOLDS
    return fits(one, two) in _HOLDS and not _apart(measure_of(a), measure_of(b))


_HOLDS = ("agree", "compatible")


def counts_the_same(a: Citation, b: Citation) -> bool:
    """Do both say that the same happened to the same, or count a noun with the same words before it?

    "The $4.7 million pier" does not say that the pier costs so much: it may be what was granted for it.
    """
    one, two = measure_of(a), measure_of(b)
    if one.cost and two.cost and (one.cost.is_bare or two.cost.is_bare):
        return False
    if one.outcome and (one.outcome, one.head, one.kind) == (two.outcome, two.head, two.kind):
        return True
    return bool(one.nouns) and one.nouns == two.nouns


def _superlatives(one: Superlative | None, two: Superlative | None) -> Relation:
    if one and two and (one.property, one.scope) == (two.property, two.scope):
        return "agree", ("the same superlative of the same scope",)
    return "different", ("a superlative and a figure do not compare",)


def _same(measure: Measure) -> str:
    if measure.cost:
        is_sum = not measure.cost.phrase
        return f"both give {measure.cost.thing if is_sum else f'the cost of {measure.cost.phrase}'}"
    if measure.outcome in lexicon.PROPERTIES:
        return f"both give the {measure.outcome}"
    thing = measure.kind or ("people" if measure.head == "person" else measure.head) or measure.dimension
    return f"both count {thing} {measure.outcome}".strip()


def _apart(a: Measure, b: Measure) -> str:
    """Why two figures measure different things, whatever their values; "" if they may be one."""
    if a.dimension != b.dimension:
        return f"{a.dimension or 'a count'} and {b.dimension or 'a count'} do not compare"
    if ("age" in a.flags) != ("age" in b.flags):
        return "one is an age"
    if "age" in a.flags:
        return "" if _one_person(a, b) else "ages of different people"
    if {a.outcome, b.outcome} & lexicon.PROPERTIES.keys():
        return _other_property(a, b)
    if a.dimension:
        return _other_measure(a, b)
    if a.outcome != b.outcome and ("" not in (a.outcome, b.outcome) or a.head == "person"):
        return f"one is of {a.outcome or 'something else'}, the other of {b.outcome or 'something else'}"
    if a.head != b.head and not (a.outcome and {a.head, b.head} <= {"", "person"}):
        return f"one counts {a.head or 'something unnamed'}, the other {b.head or 'something unnamed'}"
    if not a.outcome and (not a.head or a.head == "person") and not _one_subject(a, b):
        return "nothing says that they count the same"
    return ""


def _other_property(a: Measure, b: Measure) -> str:
    """Why two measured properties are not one: the sentences must tell of one thing that has it."""
    if a.outcome != b.outcome:
        return f"one is of {a.outcome or 'something else'}, the other of {b.outcome or 'something else'}"
    return "" if a.context & b.context - lexicon.PROPERTIES.keys() else "what is measured differs"


def _other_measure(a: Measure, b: Measure) -> str:
    """Why two amounts with a unit measure different things: the words around must tell the same."""
    if a.cost and b.cost and a.cost.thing == b.cost.thing:
        return "" if same_cost(a, b) else "what is paid for differs"
    if a.dimension == "length" and (a.place or b.place):
        return "" if a.place & b.place else "they are distances from two places"
    needed = 1 if a.outcome and a.outcome == b.outcome else 2 if not (a.outcome and b.outcome) else 4
    return "" if len(a.context & b.context) >= needed else "what is measured differs"


def _one_person(a: Measure, b: Measure) -> bool:
    """May two ages be of one person: of one name, else of one kind of person to whom the same happened?"""
    if a.whose and b.whose:
        return bool(a.whose & b.whose)
    one, two = lexicon.AGED.get(a.kind), lexicon.AGED.get(b.kind)
    if one and two:
        return one == two and ((bool(a.outcome) and a.outcome == b.outcome) or _one_subject(a, b))
    return _one_subject(a, b)


def _one_subject(a: Measure, b: Measure) -> bool:
    """Do the clauses share enough words to be about one thing, or count those who did it?"""
    if a.nouns & lexicon.PERPETRATORS and b.nouns & lexicon.PERPETRATORS:
        return True
    shared = a.context & b.context
    return len(shared) >= 2 or (bool(shared) and len(shared) >= 0.4 * min(len(a.context), len(b.context)))
