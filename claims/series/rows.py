"""Rows of a series: when each figure held, what it counts, and how it changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from claims.checks.correction import is_taken_back
from claims.checks.measured import Measure, measure_of
from claims.model import Claim, Comparator, Document, PartialDate, PeriodKind, Quote
from claims.model.identity import normalised
from claims.ports import Citation
from claims.series.increments import is_change, is_part
from claims.series.key import stem, words_of
from claims.series.values import Change, RowState, SeriesRow

_YEAR = re.compile(r"\b[12][0-9]{3}\b")
_YEARLY = (PeriodKind.CALENDAR_YEAR, PeriodKind.FISCAL_YEAR)


def row(citation: Citation, quotes: Mapping[str, Quote], state: RowState) -> SeriesRow:
    """Args: quotes: by id, at least the one that the claim stands in."""
    claim = citation.value
    assert isinstance(claim, Claim)
    date, date_is = _when(claim, quotes.get(claim.quote or ""), citation.document)
    speaker = claim.attributed_to.name if claim.attributed_to else ""
    return SeriesRow(
        citation, date, date_is, speaker, _counts(citation, claim), _scope(claim), state,
        retracted=is_taken_back(citation),
    )  # fmt: skip


def in_order(rows: Iterable[SeriesRow]) -> list[SeriesRow]:
    """By date, undated last; of one day by source and place in the document."""
    return sorted(rows, key=_order)


def _order(one: SeriesRow) -> tuple[str, str, str, int]:
    day = one.date.earliest.isoformat() if one.date else "~"
    return day, one.source, one.claim.document, one.claim.span.start


def compared(rows: Sequence[SeriesRow]) -> list[SeriesRow]:
    """Rows in order, each with its change against the last one of its unit and scope, and where it counts
    something else than the row before it. A retracted one is compared with nothing.
    """
    last: dict[tuple[str, ...], list[SeriesRow]] = {}
    told: list[SeriesRow] = []
    stood: SeriesRow | None = None
    for one in rows:
        if one.retracted:
            told.append(one)
            continue
        key = _comparable(one)
        held = last.setdefault(key, []) if key else []
        before = next((other for other in reversed(held) if _is_earlier(other, one)), None)
        drift = _drift(stood, one) if stood else ""
        stood = replace(one, change=_change(before, one) if before else None, drift=drift)
        told.append(stood)
        # Of one day the first row stands for the day: a thousand reprints are walked past once.
        if not held or held[-1].date != one.date:
            held.append(one)
    return told


def _is_earlier(before: SeriesRow, one: SeriesRow) -> bool:
    """Is it surely of an earlier day? Two figures of one day are no history."""
    return bool(before.date and one.date and before.date.latest < one.date.earliest)


# ------------------------------------------------------------- when


def _when(claim: Claim, quote: Quote | None, document: Document) -> tuple[PartialDate | None, str]:
    """When the figure held, as nearly as it is told."""
    if claim.as_of:
        return claim.as_of, "as of"
    years = _YEAR.findall(claim.period) if claim.period_kind in _YEARLY else []
    if len(years) == 1:
        return PartialDate.parse(years[0], evidence="text", raw=claim.period), "period"
    if quote and quote.said_on:
        return quote.said_on, "said"
    return document.published, "published" if document.published else ""


# ------------------------------------------------------------- what is counted


def _counts(citation: Citation, claim: Claim) -> str:
    """What it counts, in words: "felony arrests", "people arrested", "pounds of fentanyl"."""
    if claim.superlative:
        return " ".join(f"{claim.superlative.property}: {claim.superlative.scope}".split())
    counted, measure = " ".join(claim.counted.split()), measure_of(citation)
    if claim.unit:
        return _measured(citation, claim, counted)
    noun = counted or ("people" if measure.head == "person" else "")
    says_it = {stem(word) for word in words_of(noun)}
    happened = measure.outcome if measure.head in ("", "person") else ""
    return f"{noun} {'' if happened in says_it else happened}".strip()


def _measured(citation: Citation, claim: Claim, counted: str) -> str:
    """ "pounds of resin" where the text says so, else "dredging budget in USD"."""
    unit, per, below = claim.unit.partition(" per ")
    if "money" not in claim.dimension:
        unit = _PLURALS.get(unit, f"{unit}s")
    unit = f"{unit}{per}{below}"
    if not counted or set(words_of(counted)) <= _NO_THING:
        return unit
    told = citation.sentence[claim.span.end - claim.sentence.start :].split(maxsplit=1)
    link = told[0] if told and told[0] in ("of", "in") else ""
    if link == "of" and "money" in claim.dimension:
        link = "in"  # "$90 million of fees" and "$90 million in fees" are one thing
    return f"{unit} {link} {counted}" if link and not per else f"{counted} in {unit}"


# What is named so is not named.
_NO_THING = frozenset("the a an number total figure amount sum value it that this".split())
_PLURALS = {"percent": "percent", "foot": "feet", "inch": "inches", "hertz": "hertz"}


def _scope(claim: Claim) -> tuple[str, ...]:
    population = claim.population.value if claim.population else ""
    return tuple(" ".join(one.split()) for one in (claim.place, population, claim.period) if one)


# What says that people are counted, not which.
_ANYBODY = frozenset(map(stem, "people person individual suspect defendant total".split()))


def _thing(one: SeriesRow) -> tuple[str, ...]:
    """What two figures of one thing share: dimension, head, what happened, the words that narrow it."""
    if one.claim.superlative:
        return ("superlative", *sorted(map(stem, words_of(one.claim.superlative.property))))
    counted, _ = _parted(one.claim)
    claim = replace(one.claim, counted=counted)
    measure = measure_of(replace(one.citation, value=claim))
    return measure.dimension, measure.head, measure.outcome, *_narrowing(claim, measure)


_IN_PLACE = re.compile(r"(.+?)\s(?:in|at|near)\s(?:the\s)?([^\W\d_a-z].*)", re.DOTALL)


def _parted(claim: Claim) -> tuple[str, str]:
    """What is counted, and where: "jail population in Harlow Bay" names the place in what it counts."""
    found = _IN_PLACE.fullmatch(claim.counted)
    return (found[1], claim.place or found[2]) if found else (claim.counted, claim.place)


def _narrowing(claim: Claim, measure: Measure) -> list[str]:
    words = {stem(word) for word in words_of(claim.counted)}
    return sorted(words - {measure.head, measure.outcome, *map(stem, words_of(claim.unit))} - _ANYBODY)


def _drift(before: SeriesRow, one: SeriesRow) -> str:
    if before.claim.superlative or one.claim.superlative or _thing(before) == _thing(one):
        return ""
    mine, other = one.counts or "something unnamed", before.counts or "something unnamed"
    return f"{mine}, not {other}" if mine.casefold() != other.casefold() else ""


# ------------------------------------------------------------- change


def _comparable(one: SeriesRow) -> tuple[str, ...] | None:
    """What two figures must share for a difference to mean something; None for what has no one value."""
    claim, quantity = one.claim, one.claim.quantity
    if quantity is None or quantity.value is None or quantity.is_vague or claim.negated:
        return None
    if is_change(one.citation, claim) or is_part(one.citation, claim):
        return None
    if "no sentence" in measure_of(one.citation).flags:
        return None  # what stands around the figure may not be its scope
    population = claim.population.value if claim.population else ""
    return (claim.unit, normalised(_parted(claim)[1]), population, _period(claim), *_thing(one))


def _period(claim: Claim) -> str:
    """One year is compared with another; any other time only with the same words."""
    kind = claim.period_kind
    if kind is None:
        return ""
    return kind.value if kind in (*_YEARLY, PeriodKind.MOMENT) else f"{kind.value}|{normalised(claim.period)}"


def _change(before: SeriesRow, one: SeriesRow) -> Change | None:
    first, second = before.claim.quantity, one.claim.quantity
    if first is None or second is None or first.value is None or second.value is None:
        return None
    old, new = Fraction(first.value), Fraction(second.value)
    about = any(quantity.comparator is not Comparator.EXACT for quantity in (first, second))
    return Change(new - old, 100 * (new - old) / abs(old) if old else None, before.claim.id, about)
