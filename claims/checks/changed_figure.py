"""One measure of one event with two values, or with values that fit, in different documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations

from claims.checks.amounts import fit, plural, shown
from claims.checks.citing import begun, evidence_by_document, in_words, names_of_both
from claims.checks.clash import Clash, are_two, clash, gap, is_later, is_plain, value_in_unit_of, value_of
from claims.checks.correction import is_denied
from claims.checks.events import event_keys, spells, tie
from claims.checks.explaining import explanations, settlers
from claims.checks.independence import are_independent, told_apart
from claims.checks.measure import may_both_hold, relation
from claims.checks.measured import is_run_on, measure_key, measure_of
from claims.checks.reckoning import figure, printed
from claims.checks.reprints import same_sentence, sentence_key
from claims.model import Claim, Finding, FindingKind, Severity
from claims.ports import Citation, Reach

# Distinct amounts compared in one group, the most printed ones: each is compared with each.
_MOST_AMOUNTS = 16
# Passages looked at for one amount: what the fifth says, one of the others says too.
_MOST_CITED = 4
# Passages among which those are chosen, and amounts of one document with which a figure
# is compared to see whether it counts several things: the first ones, where a list or a
# series gives thousands.
_MOST_RANKED, _MOST_GIVEN = 64, 64

Amount = tuple[object, ...]


class ChangedFigure:
    """Conflicts, updates and corroborations of figures of one measure and event."""

    name = "changed-figure"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The sentence without its figures, and the measure with the event's name or with each two of the
        names that lead the document. Figures inside quotes are compared as words are, by altered-wording.
        """
        claim = citation.value
        if not isinstance(claim, Claim) or claim.quantity is None or is_run_on(claim) or is_denied(citation):
            return []
        measure, sentence = measure_key(citation), "" if claim.quote else sentence_key(citation)
        keys = [f"{measure}|{event}" for event in event_keys(citation)] if measure else []
        return [*keys, sentence] if sentence else keys

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each two amounts that do not fit, and one for each that two sources give."""
        for spell in spells(group):
            yield from _found(spell)


def _found(group: Sequence[Citation]) -> Iterator[Finding]:
    amounts = _by_amount(group)
    given = _given(group) if len(amounts) > 1 else {}
    for cited in amounts:
        yield from _repeated(cited)
    for left, right in combinations(amounts, 2):
        yield from _compared(left, right, given)


@dataclass(slots=True)
class _Given:
    """What one document gives of a measure.

    Attributes:
        amounts: a citation of each amount, the first `_MOST_GIVEN`.
        in_sentence: the amounts by the key of their sentence.
    """

    amounts: dict[Amount, Citation] = field(default_factory=dict)
    in_sentence: dict[str, set[Amount]] = field(default_factory=dict)


def _given(group: Sequence[Citation]) -> dict[str, _Given]:
    """By document id; read once, since a document may give thousands of amounts."""
    given: dict[str, _Given] = {}
    for citation in group:
        if isinstance(citation.value, Claim) and citation.value.quantity is not None:
            mine = given.setdefault(citation.document.id, _Given())
            if len(mine.amounts) < _MOST_GIVEN:
                mine.amounts.setdefault(_amount(citation), citation)
            mine.in_sentence.setdefault(sentence_key(citation), set()).add(_amount(citation))
    return given


def _by_amount(group: Sequence[Citation]) -> list[list[Citation]]:
    """Citations of one amount, totals before parts, else in order; the amounts given most often first."""
    found: dict[Amount, list[Citation]] = {}
    for citation in group:
        if isinstance(citation.value, Claim) and citation.value.quantity is not None:
            found.setdefault(_amount(citation), []).append(citation)
    amounts = sorted(found.values(), key=len, reverse=True)[:_MOST_AMOUNTS]
    return [_ranked(cited[:_MOST_RANKED]) for cited in amounts]


def _ranked(cited: list[Citation]) -> list[Citation]:
    """Those first that the fewest words narrow."""
    return sorted(cited, key=lambda one: len(measure_of(one).flags)) if len(cited) > 1 else cited


def _amount(citation: Citation) -> Amount:
    claim = citation.value
    assert isinstance(claim, Claim)
    assert claim.quantity is not None
    quantity = claim.quantity
    return quantity.comparator, quantity.low, quantity.high, quantity.value, claim.unit


def _repeated(cited: Sequence[Citation]) -> Iterator[Finding]:
    pair = next(((a, b) for a, b in combinations(cited[:_MOST_CITED], 2) if _confirms(a, b)), None)
    if pair:
        yield _corroboration(*pair)


def _compared(
    left: Sequence[Citation], right: Sequence[Citation], given: Mapping[str, _Given]
) -> Iterator[Finding]:
    """The finding for two amounts: the gravest clash of any two of their passages, else a confirmation."""
    pairs = [(a, b) for a in left[:_MOST_CITED] for b in right[:_MOST_CITED]]
    gravest = _gravest(pairs, given)
    if gravest:
        yield _conflict(gravest, [*left[:_MOST_CITED], *right[:_MOST_CITED]])
        return
    fitting = next(
        ((a, b) for a, b in pairs if not _is_vague(a) and not _is_vague(b) and _confirms(a, b)), None
    )
    if fitting:
        yield _corroboration(*fitting)


def _gravest(pairs: Iterable[tuple[Citation, Citation]], given: Mapping[str, _Given]) -> Clash | None:
    """The first of the gravest clashes; none is looked for that would be no graver."""
    gravest: Clash | None = None
    for a, b in pairs:
        found = clash(a, b)
        if not found or (gravest and found.severity.rank >= gravest.severity.rank):
            continue
        if not _tells_apart(a, b, given):
            gravest = found
            if found.severity is Severity.HIGH:
                break
    return gravest


def _tells_apart(a: Citation, b: Citation, given: Mapping[str, _Given]) -> bool:
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
    return fit(a.value, b.value)[0]


def _conflict(found: Clash, cited: Sequence[Citation]) -> Finding:
    a, b = found.a, found.b
    left, right = names_of_both(a.document, b.document)
    later = ", later," if found.kind is FindingKind.UPDATE and is_later(b, a) else ""
    said = f"{left} says {in_words(a)}; {right}{later} says {in_words(b)}."
    said = f"On {event}, {said}" if (event := _untold_event(a, b)) else begun(said)
    steps = (*found.why, *_difference(a, b), *_when(a, b))
    return Finding(
        ChangedFigure.name, found.kind, found.severity, (a.value.id, b.value.id), said, steps,
        evidence_by_document((a, b, *cited)), explanations(a, b), settlers((a, b, *cited)),
    )  # fmt: skip


def _untold_event(a: Citation, b: Citation) -> str:
    """The event that two amounts are of, where nothing else tells what they are of ("$2.4 million")."""
    one, two = a.value, b.value
    assert isinstance(one, Claim)
    assert isinstance(two, Claim)
    are_bare = bool(one.unit) and in_words(a) == printed(one) and in_words(b) == printed(two)
    return one.event if are_bare and one.event == two.event else ""


def _difference(a: Citation, b: Citation) -> tuple[str, ...]:
    """What lies between the two; first the second in the unit of the first, where they have two."""
    first, second = value_of(a), value_in_unit_of(a, b)
    if first is None or second is None or not gap(a, b):
        return ()
    assert isinstance(a.value, Claim)
    assert isinstance(b.value, Claim)
    low, high = sorted((first, second))
    if a.value.unit == b.value.unit:
        return (f"{_digits(high)} − {_digits(low)} = {_digits(high - low)}",)
    return (f"{shown(b.value)} = {figure(second)} {plural(a.value.unit)}",)


def _digits(number: Fraction) -> str:
    return f"{number.numerator:,}" if number.denominator == 1 else f"{float(number):,.10g}"


def _when(a: Citation, b: Citation) -> tuple[str, ...]:
    dates = [str(c.document.published) for c in (a, b) if c.document.published]
    if len(dates) < 2:
        return ()
    return (f"both published {dates[0]}" if dates[0] == dates[1] else f"published {dates[0]} and {dates[1]}",)


# ------------------------------------------------------------- what fits


def _confirms(a: Citation, b: Citation) -> bool:
    """Does one source confirm another? Not its own reprint, and not a figure that says little."""
    claim = a.value
    trivial = (
        isinstance(claim, Claim) and claim.quantity is not None and not claim.unit and value_of(a) in (0, 1)
    )
    if trivial or not are_two(a, b) or _one_quote(a, b):
        return False
    if sentence_key(a) and sentence_key(a) == sentence_key(b):
        return False  # the same words are a reprint, whether it says so or not
    bound = tie(a, b) if may_both_hold(a, b) else None
    if bound is None or (bound.loose and not _is_telling(a, b)):
        return False
    return are_independent(a.document, b.document)  # asked last: it reads both texts


# Small numbers fit by chance, and so do figures that are bounded only on one side.
_TELLING, _NEAR = 20, Fraction(15, 100)


def _is_telling(a: Citation, b: Citation) -> bool:
    """Are two figures large enough, and near enough, that their fit says something of itself?

    A small one says something where both count the same rare thing: "three continents".
    """
    one, two = value_of(a), value_of(b)
    if one is None or two is None:
        return False
    if min(one, two) < _TELLING:
        return one == two and is_plain(a) and is_plain(b) and _is_of_one_thing(a, b)
    return gap(a, b) <= _NEAR


def _is_of_one_thing(a: Citation, b: Citation) -> bool:
    """Do both count one noun, neither people nor a unit? Days and years are counted everywhere."""
    one, two = measure_of(a), measure_of(b)
    return one.head == two.head not in ("", "person") and not (one.dimension or two.dimension)


def _one_quote(a: Citation, b: Citation) -> bool:
    """Two printings of one speaker's words confirm that they were said, not that they are right."""
    return all(isinstance(c.value, Claim) and c.value.quote is not None for c in (a, b))


def _tied(a: Citation, b: Citation) -> tuple[str, ...]:
    """Why two figures are of one event, readable."""
    bound = tie(a, b)
    return (bound.why,) if bound else ()


def _is_vague(citation: Citation) -> bool:
    claim = citation.value
    return isinstance(claim, Claim) and claim.quantity is not None and claim.quantity.is_vague


def _corroboration(a: Citation, b: Citation) -> Finding:
    left, right = names_of_both(a.document, b.document)
    one, two = in_words(a), in_words(b)
    said = f"{begun(left)} says {one}, and {right} says {two}: the two fit."
    if (
        value_of(a) == value_of(b)
        and measure_of(a).outcome == measure_of(b).outcome
        and is_plain(a)
        and is_plain(b)
    ):
        said = f"{begun(left)} and {right} both say {one}."
    return Finding(
        ChangedFigure.name, FindingKind.CORROBORATION, Severity.INFO, (a.value.id, b.value.id), said,
        (*_tied(a, b), *relation(a, b)[1], *told_apart(a, b)), evidence_by_document((a, b)),
    )  # fmt: skip
