"""What the beginning of a document names: it says what the document is about."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from claims.model import Document
from claims.model.identity import normalised

_NAME = re.compile(r"(?<![\w'’])[A-Z][\w-]{1,30}(?: (?:of (?:the )?)?[A-Z][\w-]{1,30}){0,3}")
# At the beginning of a sentence any word has a capital.
NO_NAME = frozenset(
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


def lead(document: Document) -> str:
    """Title and beginning, as one string for all figures of a document: what is looked up by it is
    found at once.
    """
    return _lead_of(document.title, document.text, document.title_span.start if document.title_span else 0)


@lru_cache(maxsize=256)
def _lead_of(title: str, text: str, start: int) -> str:
    return f"{title}\n{text[start : start + _LEAD]}"


def published_by(document: Document) -> frozenset[str]:
    """The words of the names of who published a document."""
    return _words_of(document.source.name if document.source else "", document.author)


@lru_cache(maxsize=256)
def _words_of(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in normalised(name).split())


def leading_names(document: Document) -> tuple[str, ...]:
    """The names met most often at a text's beginning but its publisher's, those that come first first."""
    return _names(lead(document), published_by(document))


@lru_cache(maxsize=1024)
def _names(text: str, publisher: frozenset[str]) -> tuple[str, ...]:
    found: Counter[str] = Counter()
    for printed in _NAME.findall(text):
        name = _told(printed)
        if name and not publisher.issuperset(words := name.split()) and not EVERYWHERE.issuperset(words):
            found[name] += 1
    return tuple(name for name, _ in found.most_common(_MOST_NAMES))


@lru_cache(maxsize=4096)
def _told(printed: str) -> str:
    """A name normalised, without words that name nobody."""
    return " ".join(word for word in normalised(printed).split() if word not in NO_NAME)


def all_as_printed(names: tuple[str, ...], document: Document) -> str:
    """Normalised names as the document prints them first, else with capitals."""
    return _all_as_printed(names, lead(document), document.text)


@lru_cache(maxsize=1024)
def _all_as_printed(names: tuple[str, ...], beginning: str, text: str) -> str:
    return ", ".join(_as_printed(name, beginning, text) for name in names)


def as_printed(name: str, document: Document) -> str:
    """A normalised name as the document prints it first, else with capitals."""
    return _as_printed(name, lead(document), document.text)


@lru_cache(maxsize=256)
def _as_printed(name: str, beginning: str, text: str) -> str:
    found = _pattern_of(name).search(beginning + text)
    return " ".join(found.group().split()) if found else name.title()


@lru_cache(maxsize=1024)
def _pattern_of(name: str) -> re.Pattern[str]:
    words = r"[\W_]{1,3}".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
