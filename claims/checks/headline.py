"""A headline that says more than the quote or the figure of its own text on which it rests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from claims.checks.amounts import shown
from claims.checks.citing import all_evidence, begun, publisher
from claims.checks.endless import is_run_on
from claims.checks.hedges import hedges, is_careful, may_hedge, stems
from claims.checks.measured import measure_key
from claims.model import Claim, Document, Finding, FindingKind, Quote, Severity
from claims.ports import Citation, Reach

# Quotes of a document that its headline may rest on, and figures: the first ones.
_MOST_QUOTES, _MOST_FIGURES = 64, 256
# Share of a headline's words of matter that the quote must have, and the fewest: else it rests on another.
_SHARE, _FEWEST = 0.6, 4
# Words before a figure of the text that say it is no more than possible.
_BOUNDED = re.compile(
    r"\b(?:up to|as many as|no more than|at most|may (?:have )?\w*|might (?:have )?\w*|could (?:have )?\w*"
    r"|an alleged|alleged|allegedly)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 300


class Headline:
    """Headlines without the "may", "alleged" or "up to" of their text."""

    name = "headline"
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The document, if its headline stands in it and hedges nothing."""
        title = citation.document.title
        place = citation.document.title_span
        plain = place is not None and len(title) <= _LONGEST_TITLE and not is_careful(title)
        return [citation.document.id] if plain else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """At most one finding for a quote, and one for each figure of the headline."""
        document = group[0].document
        yield from _of_words(document, [one for one in group if isinstance(one.value, Quote)][:_MOST_QUOTES])
        figures = [one for one in group if isinstance(one.value, Claim) and one.value.quantity is not None]
        yield from _of_figures(document, figures[:_MOST_FIGURES])


def _of_words(document: Document, quotes: Sequence[Citation]) -> Iterator[Finding]:
    if not any(may_hedge(one.value.text) for one in quotes):
        return
    told = stems(document.title)
    if len(told) < _FEWEST:
        return
    resting = [one for one in quotes if _rests(told, one) and not _is_in_title(one, document)]
    hedges = [(one, hedge) for one in resting if (hedge := _hedge_of(told, one))]
    # If one of them says it plainly, the headline rests on that.
    if resting and len(hedges) == len(resting):
        (quote, hedge), first = hedges[0], resting[0]
        said = f"{_opening(document)} leaves out “{hedge}”, which the words it rests on have."
        steps = (f"the text: “{' '.join(quote.sentence.split())}”", f"the headline does not have “{hedge}”")
        yield _finding(document, quote, first, said, steps)


def _rests(told: frozenset[str], citation: Citation) -> bool:
    shared = told & stems(citation.sentence)
    return len(shared) >= max(_FEWEST, _SHARE * len(told))


def _hedge_of(told: frozenset[str], citation: Citation) -> str:
    """The hedge whose words the headline has."""
    return next((hedge.printed for hedge in hedges(citation.value.text) if hedge.is_of(told)), "")


def _is_in_title(citation: Citation, document: Document) -> bool:
    place = document.title_span
    value = citation.value
    span = value.span if isinstance(value, Claim) else value.whole
    return place is not None and place.overlaps(span)


# ------------------------------------------------------------- figures


def _of_figures(document: Document, figures: Sequence[Citation]) -> Iterator[Finding]:
    for head in figures:
        if _is_in_title(head, document) and _is_plain(head):
            alike = [one for one in figures if not _is_in_title(one, document) and _is_alike(head, one)]
            bounds = [bound for one in alike if (bound := _bound(one))]
            # If the text has the figure once without a bound, the headline rests on that.
            if alike and len(bounds) == len(alike):
                yield _of_bound(document, head, alike[0], bounds[0])


def _is_plain(citation: Citation) -> bool:
    claim = citation.value
    return isinstance(claim, Claim) and claim.quantity is not None and claim.quantity.is_exact


def _is_alike(head: Citation, other: Citation) -> bool:
    """The same figure of the same thing, as far as both tell what they count."""
    one, two = head.value, other.value
    assert isinstance(one, Claim)
    assert isinstance(two, Claim)
    if one.quantity is None or two.quantity is None or one.unit != two.unit:
        return False
    if one.quantity.value is None or one.quantity.value != two.quantity.value or is_run_on(two):
        return False
    mine, theirs = measure_key(head), measure_key(other)
    return bool(mine) and mine == theirs


def _bound(citation: Citation) -> str:
    """The words before or in a figure that bound it; "" for none."""
    claim = citation.value
    assert isinstance(claim, Claim)
    inside = (
        _BOUNDED.search(claim.text[: len(claim.text) // 2 + 1] + " ")
        if not claim.text[:1].isdigit()
        else None
    )
    before = citation.sentence[: claim.span.start - claim.sentence.start]
    found = _BOUNDED.search(before[-60:]) or inside
    return " ".join(found.group().split()) if found else ""


def _of_bound(document: Document, head: Citation, text: Citation, bound: str) -> Finding:
    claim = head.value
    assert isinstance(claim, Claim)
    said = f"{_opening(document)} has {shown(claim)} where its text says “{bound}”."
    steps = (f"the text: “{' '.join(text.sentence.split())}”", f"the headline does not have “{bound}”")
    return _finding(document, head, text, said, steps)


# ------------------------------------------------------------- words


def _opening(document: Document) -> str:
    return (
        f"The headline “{document.title}” of {publisher(document)}"
        if document.source
        else (f"The headline “{document.title}”")
    )


def _finding(document: Document, one: Citation, two: Citation, said: str, steps: tuple[str, ...]) -> Finding:
    anchors = (one.value.id, two.value.id if two.value.id != one.value.id else document.id)
    return Finding(
        Headline.name, FindingKind.POSSIBLE_CONFLICT, Severity.LOW, anchors, begun(said),
        (f"the headline: “{document.title}”", *steps), all_evidence((one, two)),
    )  # fmt: skip
