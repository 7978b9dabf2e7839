"""What would explain a finding, and what would settle it: only what its passages themselves suggest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Sized

from claims.checks.amounts import shown
from claims.checks.citing import names_of_both, publisher
from claims.checks.ties import days_apart
from claims.model import Attribution, Claim, Comparator, Document, Population, Quote, QuoteKind
from claims.model.identity import normalised
from claims.ports import Citation

# More of either are no help to anybody who has to begin somewhere.
_MOST = 4

_ROUNDED = (Comparator.ABOUT, Comparator.VAGUE)


def explanations(a: Citation, b: Citation) -> tuple[str, ...]:
    """Why two figures or two wordings may both be right, each as a clause: "one may count a part only"."""
    told = (*_scopes(a, b), *_whens(a, b), *_forms(a, b))
    return tuple(dict.fromkeys(told))[:_MOST]


def settlers(citations: Sequence[Citation]) -> tuple[str, ...]:
    """What to look at to know: the origins that the passages name and that none of them is."""
    told = (*_origins(citations), *_authors(citations), *_undated(citations))
    return tuple(dict.fromkeys(told))[:_MOST]


def rounded(citations: Iterable[Citation]) -> tuple[str, ...]:
    """The figures that are only about right, as a clause each."""
    claims = (one.value for one in citations if isinstance(one.value, Claim))
    told = (f"“{shown(one)}” is only about right" for one in claims if one.comparator in _ROUNDED)
    return tuple(dict.fromkeys(told))[:_MOST]


# ------------------------------------------------------------- what would explain it


def _scopes(a: Citation, b: Citation) -> Iterator[str]:
    one, two = a.value, b.value
    if not isinstance(one, Claim) or not isinstance(two, Claim):
        return
    left, right = names_of_both(a.document, b.document)
    yield from _narrower(left, one.place, right, two.place, "{name} may count {scope} only")
    yield from _narrower(left, one.period, right, two.period, "{name} may count one time only: {scope}")
    for name, claim, other in ((left, one, two), (right, two, one)):
        if claim.population is Population.PART and other.population is not Population.PART:
            yield f"{name} may count a part only"


def _narrower(left: str, mine: str, right: str, other: str, words: str) -> Iterator[str]:
    """Of two scopes as printed, each that the other passage does not give."""
    if normalised(mine) == normalised(other):
        return
    for name, scope in ((left, mine), (right, other)):
        if scope:
            yield words.format(name=name, scope=" ".join(scope.split()))


def _whens(a: Citation, b: Citation) -> Iterator[str]:
    apart = days_apart(a.document, b.document)
    if not apart:
        return
    earlier = _order(a.document) <= _order(b.document)
    names = names_of_both(a.document, b.document)
    later = names[1] if earlier else names[0]
    days = "a day" if apart == 1 else f"{apart} days"
    moved = "the words may have been said again" if isinstance(a.value, Quote) else "it may have changed"
    yield f"{later} is {days} later, and {moved}"


def _order(document: Document) -> str:
    return str(document.published or "")


def _forms(a: Citation, b: Citation) -> Iterator[str]:
    yield from rounded((a, b))
    left, right = names_of_both(a.document, b.document)
    for name, value in ((left, a.value), (right, b.value)):
        if isinstance(value, Quote) and value.kind is QuoteKind.INDIRECT:
            yield f"{name} reports it in its own words"


# ------------------------------------------------------------- what would settle it


def _origins(citations: Sequence[Citation]) -> Iterator[str]:
    """What reprints give as their origin, where that is none of the passages."""
    there = {source.id for one in citations if (source := one.document.source)}
    carried: dict[str, dict[str, None]] = {}
    for document in (one.document for one in citations):
        if document.reprints and document.reprints.id not in there:
            carried.setdefault(document.reprints.name, {})[publisher(document)] = None
    for origin, names in carried.items():
        yield f"what {origin} itself published, which {_listed(names)} {_carry(names)}"


def _authors(citations: Sequence[Citation]) -> Iterator[str]:
    """To whom the passages give a figure or words, where that is no publisher of them."""
    there = {normalised(source.name) for one in citations if (source := one.document.source)}
    given: dict[str, dict[str, None]] = {}
    for one in citations:
        who = _who(one)
        if who and normalised(who.name) not in there:
            given.setdefault(who.name, {})[publisher(one.document)] = None
    for name, names in given.items():
        if len(given) == 1:
            yield f"{name}’s own words or paper, on which {_listed(names)} {_rely(names)}"


def _who(citation: Citation) -> Attribution | None:
    """The named author of a figure; of a quote only with the day on which it was said."""
    value = citation.value
    if isinstance(value, Claim):
        return value.attributed_to
    return value.attribution if value.said_on else None


def _undated(citations: Sequence[Citation]) -> Iterator[str]:
    documents = {one.document.id: one.document for one in citations}.values()
    if len(documents) > 1:
        for document in documents:
            if document.published is None:
                yield f"when {publisher(document)} published it: it has no date"


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _carry(names: Sized) -> str:
    return "carry" if len(names) > 1 else "carries"


def _rely(names: Sized) -> str:
    return "rely" if len(names) > 1 else "relies"
