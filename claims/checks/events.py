"""Are two figures about one event? Its name says so, else what two reports of one day share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from claims.checks.leading import as_printed, lead, leading_names
from claims.checks.linked import operations, storm_of, words_in_common
from claims.checks.same_news import by_names, by_words, news_keys
from claims.checks.ties import DAYS, FRESH, Tie, days_apart, may_be_older
from claims.model import Claim, Document
from claims.model.identity import normalised
from claims.ports import Citation


def event_keys(citation: Citation) -> list[str]:
    """What figures of one event share: the event's name and those it is linked to, each two of the
    names that lead the document, and a name and the days of the document.

    One place alone is the scene of many events.
    """
    named = named_keys(citation)
    pairs = [*_pairs_of_names(leading_names(citation.document)[:_IN_KEYS]), *news_keys(citation.document)]
    if not named:
        return pairs
    storms = {f"storm:{storm}" for event in named if (storm := storm_of(event))}
    linked = sorted(operations(citation.document))[:_MOST_EVENTS]
    return [*named, *sorted(storms), *(f"operation:{name}" for name in linked), *pairs]


def named_keys(citation: Citation) -> list[str]:
    """The names of the events that a figure may be of, normalised; none where nobody named it."""
    return sorted(_events_of(citation))[:_MOST_EVENTS]


@lru_cache(maxsize=64)
def _pairs_of_names(names: tuple[str, ...]) -> list[str]:
    return [f"{one}+{two}" for one, two in combinations(sorted(names), 2)]


def tie(a: Citation, b: Citation) -> Tie | None:
    """What makes the events of two figures in two documents one; None if nothing does."""
    apart = days_apart(a.document, b.document)
    mine, other = _events_of(a), _events_of(b)
    if not mine or not other:
        found = by_names(a.document, b.document, apart) or by_words(a.document, b.document, apart)
        return found if not (mine or other) or found is None else replace(found, sure=False)
    if (apart or 0) > DAYS:
        found = _of_one_event(a, b, mine, other, apart) if may_be_older(a.document, b.document) else None
        return replace(found, sure=False, loose=True) if found else None
    return _of_one_event(a, b, mine, other, apart)


def _of_one_event(a: Citation, b: Citation, mine: Set[str], other: Set[str], apart: int | None) -> Tie | None:
    if shared := sorted(mine & other):
        sure = len(mine) == len(other) == 1 and (apart or 0) <= FRESH
        return Tie(sure, True, f"both are about {as_printed(shared[0], a.document)}")
    return _one_storm(mine, other) or _linked(a.document, b.document, mine, other)


def _one_storm(mine: Set[str], other: Set[str]) -> Tie | None:
    """ "Tropical Storm Edda" and "Hurricane Edda" are one."""
    shared = {storm_of(event) for event in mine} & {storm_of(event) for event in other} - {""}
    return Tie(False, True, f"both are about the storm {min(shared).title()}") if shared else None


def _linked(one: Document, two: Document, mine: Set[str], other: Set[str]) -> Tie | None:
    """The other document too names one's operation, beside another, and they share many words."""
    named, told = operations(one), operations(two)
    own = {_bare(event) for event in mine} & told | {_bare(event) for event in other} & named
    words = words_in_common(one, two) if own else ()
    if not words:
        return None
    return Tie(
        False, False, f"both tell of {_spelled(min(own), one, two)}, and of {', '.join(words)}", loose=True
    )


def _bare(event: str) -> str:
    """ "jcode" of "operation j code"."""
    return event.removeprefix("operation ").replace(" ", "")


def _spelled(name: str, *documents: Document) -> str:
    """An operation's name as one of the documents prints it."""
    printed = (re.findall(r"\b[A-Z][\w-]+", one.text[:_LOOKED_THROUGH]) for one in documents)
    found: list[str] = [
        word for words in printed for word in words if word.casefold().replace("-", "") == name
    ]
    return found[0] if found else name


def spells(group: Sequence[Citation]) -> Iterator[list[Citation]]:
    """A group in order of date, cut where nothing was printed for longer than one event is in the news.

    So a series that goes on for years is not compared with itself. What carries another's text goes with
    what came before it.
    """
    longest = DAYS if any(_events_of(citation) for citation in group) else FRESH
    spell: list[Citation] = []
    for citation in group:
        last = spell[-1].document if spell else citation.document
        is_late = (days_apart(last, citation.document) or 0) > longest
        if is_late and not may_be_older(last, citation.document):
            yield spell
            spell = []
        spell.append(citation)
    if spell:
        yield spell


def event_of(citation: Citation) -> str:
    """The one event that the sentence names, else its document's, normalised; "" where that is not clear."""
    for text in (citation.sentence, citation.document.title, lead(citation.document)):
        named = _shortest(named_events(text), citation.document)
        if named:
            return min(named) if len(named) == 1 else ""
    return ""


# ------------------------------------------------------------- events with a name

_MOST_EVENTS = 3
_NAMED_EVENT = re.compile(
    r"\b(?:Operation|(?:Tropical |Winter )?Storm|Hurricane|Typhoon|Cyclone)"
    r"(?! (?:Protection|Relief|Recovery|Season|Center|Damage|Prevention|The|And|Of|In|On)\b)"
    r"(?: [A-Z][\w-]+){1,2}"
)
# One of these stands in each such name: most texts are not searched.
_KINDS_OF_EVENTS = ("Operation", "Storm", "Hurricane", "Typhoon", "Cyclone")
# A name that a headline runs on from comes again in the story.
_LOOKED_THROUGH = 5000
# Three names make three pairs to look up for each figure; the reports of one event lead with the same ones.
_IN_KEYS = 3


def _events_of(citation: Citation) -> frozenset[str]:
    """The events that a figure may be of: its own, else its sentence's, else the document's, normalised."""
    claim, document = citation.value, citation.document
    own = claim.event if isinstance(claim, Claim) else ""
    for text in (own, citation.sentence, document.title, lead(document)):
        named = named_events(text)
        if named:
            return frozenset(_shortest(named, document))
    return frozenset()


def _shortest(named: Set[str], document: Document) -> set[str]:
    """Names without the words that a headline's capitals ran on to ("Operation Tidewater Ends")."""
    known = named | named_events(document.text[:_LOOKED_THROUGH])
    return {min((other for other in known if f"{name} ".startswith(f"{other} ")), key=len) for name in named}


@lru_cache(maxsize=4096)
def named_events(text: str) -> frozenset[str]:
    """Operations and storms that a text names, normalised."""
    if not any(kind in text for kind in _KINDS_OF_EVENTS):
        return frozenset()
    return frozenset(normalised(found) for found in _NAMED_EVENT.findall(text))
