"""One measure of one event with two values, or with values that fit, in different documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from claims.checks.changed_figure_told import NAME, conflict, corroboration
from claims.checks.clash import Clash, clash
from claims.checks.confirming import confirms
from claims.checks.correction import is_denied
from claims.checks.endless import is_run_on
from claims.checks.events import event_keys, spells
from claims.checks.given_amounts import Amount, Given, figures_of, given_by_document, tells_apart
from claims.checks.measured import measure_keys, measure_of
from claims.checks.reprints import sentence_key
from claims.model import Claim, Finding, Severity
from claims.ports import Citation, Reach

# Distinct amounts compared in one group, the most printed ones: each is compared with each.
_MOST_AMOUNTS = 16
# Passages looked at for one amount: what the fifth says, one of the others says too.
_MOST_CITED = 4
# Passages among which those are chosen.
_MOST_RANKED = 64


class ChangedFigure:
    """Conflicts, updates and corroborations of figures of one measure and event."""

    name = NAME
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The sentence without its figures, and the measure with the event's name or with each two of the
        names that lead the document. Figures inside quotes are compared as words are, by altered-wording.
        """
        claim = citation.value
        if not isinstance(claim, Claim) or claim.quantity is None or is_run_on(claim) or is_denied(citation):
            return []
        measures, sentence = measure_keys(citation), "" if claim.quote else sentence_key(citation)
        events = event_keys(citation) if measures else []
        keys = [f"{measure}|{event}" for measure in measures for event in events]
        return [*keys, sentence] if sentence else keys

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each two amounts that do not fit, and one for each that two sources give."""
        for spell in spells(group):
            yield from _found(spell)


def _found(group: Sequence[Citation]) -> Iterator[Finding]:
    if len({citation.document.id for citation in group}) < 2:
        return
    figures = [*figures_of(group)]
    amounts = _by_amount(figures)
    given = given_by_document(figures) if len(amounts) > 1 else {}
    for cited in amounts:
        yield from _repeated(cited)
    for left, right in combinations(amounts, 2):
        yield from _compared(left, right, given)


def _by_amount(figures: Iterable[tuple[Amount, Citation]]) -> list[list[Citation]]:
    """Passages of each amount, totals before parts, else in order; the amounts given most often first."""
    found: dict[Amount, list[Citation]] = {}
    for amount, citation in figures:
        found.setdefault(amount, []).append(citation)
    ordered = sorted(found.values(), key=len, reverse=True)[:_MOST_AMOUNTS]
    return [_ranked(cited[:_MOST_RANKED])[:_MOST_CITED] for cited in ordered]


def _ranked(cited: list[Citation]) -> list[Citation]:
    """Those first that the fewest words narrow."""
    return sorted(cited, key=lambda one: len(measure_of(one).flags)) if len(cited) > 1 else cited


def _repeated(cited: Sequence[Citation]) -> Iterator[Finding]:
    pair = next(((a, b) for a, b in combinations(cited, 2) if confirms(a, b)), None)
    if pair:
        yield corroboration(*pair)


def _compared(
    left: Sequence[Citation], right: Sequence[Citation], given: Mapping[str, Given]
) -> Iterator[Finding]:
    """The finding for two amounts: the gravest clash of any two of their passages, else a confirmation."""
    pairs = [(a, b) for a in left for b in right]
    gravest = _gravest(pairs, given)
    if gravest:
        yield conflict(gravest, [*left, *right])
        return
    fitting = next(
        ((a, b) for a, b in pairs if not _is_vague(a) and not _is_vague(b) and confirms(a, b)), None
    )
    if fitting:
        yield corroboration(*fitting)


def _gravest(pairs: Iterable[tuple[Citation, Citation]], given: Mapping[str, Given]) -> Clash | None:
    """The first of the gravest clashes; none is looked for that would be no graver."""
    gravest: Clash | None = None
    for a, b in pairs:
        found = clash(a, b)
        if not found or (gravest and found.severity.rank >= gravest.severity.rank):
            continue
        if not tells_apart(a, b, given):
            gravest = found
            if found.severity is Severity.HIGH:
                break
    return gravest


def _is_vague(citation: Citation) -> bool:
    claim = citation.value
    return isinstance(claim, Claim) and claim.quantity is not None and claim.quantity.is_vague
