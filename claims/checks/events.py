"""Are two figures about one event? Its name says so, else what two reports of one day share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from claims.checks.linked import operations, storm_of, words_in_common
from claims.model import Claim, Document
from claims.model.identity import normalised
from claims.ports import Citation

# Reports on one event appear within this many days of one another; later ones look back.
DAYS = 45
# A difference within this many days is one between two reports; later, an event that goes on has moved on.
FRESH = 10
# An event without a name is one only to the reports of the same few days.
_SAME_NEWS = 3


@dataclass(frozen=True, slots=True)
class Tie:
    """What says that two figures are of one event.

    Attributes:
        sure: it leaves little doubt.
        named: the event has a name and both know it.
        why: the reason, readable.
        loose: it lets figures that fit confirm one another, and is too little for a conflict.
    """

    sure: bool
    named: bool
    why: str
    loose: bool = False


def event_keys(citation: Citation) -> list[str]:
    """What figures of one event share: the event's name and those it is linked to, and each two of the
    names that lead the document.

    Two, since one place alone is the scene of many events.
    """
    named = named_keys(citation)
    pairs = _pairs_of_names(_leading(citation.document)[:_IN_KEYS])
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
        found = _by_names(a.document, b.document, apart)
        return found if not (mine or other) or found is None else replace(found, sure=False)
    if (apart or 0) > DAYS:
        return None
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


def _by_names(one: Document, two: Document, apart: int | None) -> Tie | None:
    """Nobody named the event: the same names lead both reports, and both are of the same days."""
    mine, other = _leading(one), _leading(two)
    shared = [name for name in mine if name in other]
    if len(shared) < 2 or 2 * len(shared) < min(len(mine), len(other)) or (apart or 0) > _SAME_NEWS:
        return None
    sure = len(shared) >= _SURE_NAMES and apart is not None
    return Tie(sure, False, f"both name {', '.join(as_printed(name, one) for name in shared)}")


def spells(group: Sequence[Citation]) -> Iterator[list[Citation]]:
    """A group in order of date, cut where nothing was printed for longer than one event is in the news.

    So a series that goes on for years is not compared with itself.
    """
    longest = DAYS if any(_events_of(citation) for citation in group) else FRESH
    spell: list[Citation] = []
    for citation in group:
        if spell and (days_apart(spell[-1].document, citation.document) or 0) > longest:
            yield spell
            spell = []
        spell.append(citation)
    if spell:
        yield spell


def event_of(citation: Citation) -> str:
    """The one event that the sentence names, else its document's, normalised; "" where that is not clear."""
    for text in (citation.sentence, citation.document.title, _lead(citation.document)):
        named = _shortest(named_events(text), citation.document)
        if named:
            return min(named) if len(named) == 1 else ""
    return ""


def as_printed(name: str, document: Document) -> str:
    """A normalised name as the document prints it first, else with capitals."""
    pattern = r"[\W_]{1,3}".join(re.escape(word) for word in name.split())
    found = re.search(rf"(?<!\w){pattern}(?!\w)", _lead(document) + document.text, re.IGNORECASE)
    return " ".join(found.group().split()) if found else name.title()


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


def _events_of(citation: Citation) -> frozenset[str]:
    """The events that a figure may be of: its own, else its sentence's, else the document's, normalised."""
    claim, document = citation.value, citation.document
    own = claim.event if isinstance(claim, Claim) else ""
    for text in (own, citation.sentence, document.title, _lead(document)):
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


# ------------------------------------------------------------- events without

_NAME = re.compile(r"(?<![\w'’])[A-Z][\w-]{1,30}(?: (?:of (?:the )?)?[A-Z][\w-]{1,30}){0,3}")
# At the beginning of a sentence any word has a capital.
_NO_NAME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december the a an in on at he she it they we this that these
    but and if when after before for as with i officials police authorities people advertisement updated
    by mr mrs ms dr sen rep gov contact release today news press statement""".split()
)
# The bodies and programmes of a whole country are in the news of every day: they tell no event.
EVERYWHERE = frozenset(
    """united states u s us usa america american americans nation national washington d c dc congress
    congressional senate house of the and for on representatives committee subcommittee republican
    republicans democrat democrats democratic federal government department agency administration bureau
    office service services fund funds program grant grants act bill senator senators congressman
    congresswoman representative governor president white homeland security defense health human education
    agriculture justice energy labor transportation commerce treasury interior state veterans affairs
    environmental protection emergency management budget appropriations court supreme fy""".split()
)
# The beginning of a text says what it is about.
_LEAD = 900
_MOST_NAMES = 6
# Three names make three pairs to look up for each figure; the reports of one event lead with the same ones.
_IN_KEYS = 3
# So many names shared by the reports of the same days are hardly chance.
_SURE_NAMES = 3


def _leading(document: Document) -> tuple[str, ...]:
    return _leading_names(_lead(document), document.source.name if document.source else "", document.author)


def _lead(document: Document) -> str:
    return _lead_of(document.title, document.text, document.title_span.start if document.title_span else 0)


@lru_cache(maxsize=64)
def _lead_of(title: str, text: str, start: int) -> str:
    """One string for all figures of a document, so that what is looked up by it is found at once."""
    return f"{title}\n{text[start : start + _LEAD]}"


@lru_cache(maxsize=1024)
def _leading_names(lead: str, source: str, author: str) -> tuple[str, ...]:
    """The names met most often at a text's beginning, those that come first before others."""
    publisher = {word for name in (source, author) for word in normalised(name).split()}
    found: Counter[str] = Counter()
    for printed in _NAME.findall(lead):
        name = _told(printed)
        if name and not publisher.issuperset(words := name.split()) and not EVERYWHERE.issuperset(words):
            found[name] += 1
    return tuple(name for name, _ in found.most_common(_MOST_NAMES))


@lru_cache(maxsize=4096)
def _told(printed: str) -> str:
    """A name normalised, without words that name nobody."""
    return " ".join(word for word in normalised(printed).split() if word not in _NO_NAME)


def days_apart(one: Document, two: Document) -> int | None:
    """The least days between two documents; None where one has no date."""
    if one.published is None or two.published is None:
        return None
    return max(
        (one.published.earliest - two.published.latest).days,
        (two.published.earliest - one.published.latest).days,
        0,
    )
