"""Bodies that a page names: by their letters, and by the noun they are called later."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from claims.extraction.speakers.name_words import DAYS
from claims.extraction.speakers.word_kinds import DOCUMENT_HEADS, is_body_word, is_role

_APPOSED = re.compile(
    r",\s(?:an?|the)\s((?:[\w'\u2019\-]+\s){0,4}?[a-z\-]+)(?=[,.]|\s(?:that|which|of|in|for|based)\b)"
)
_OF = re.compile(r"\s(?:of|for)\s(?:the\s)?(?:[A-Z][\w\-]{1,30}(?:\sand\s(?=[A-Z])|\s(?=[A-Z])|\b)){1,5}")
# So called are many whose names do not say so: "the company" is seldom the Halden Boat Company.
_COMMON = frozenset("network group team company party project monitor systems survey poll".split())
_COUNTRIES = {
    "U.S.": "United States",
    "US": "United States",
    "U.K.": "United Kingdom",
    "UK": "United Kingdom",
}
# Parts of a government. A company with a country in its name keeps its letters ("US Airways").
_OF_STATE = frozenset(
    """department agency navy army marines guard senate house congress court office service services
    survey commission bureau administration treasury embassy government forces command corps police
    parliament""".split()
)
# These write themselves with a z, and so are they written here, so that each has one name (their own sites).
_WITH_Z = frozenset(
    f"{name} Organization"
    for name in (
        "World Health", "World Trade", "World Meteorological", "World Intellectual Property",
        "International Labour", "International Maritime", "International Civil Aviation",
        "Food and Agriculture", "North Atlantic Treaty",
    )
)  # fmt: skip
# Places of a noun that are kept; a page of thousands is no story.
_PLACES = 500


class Bodies:
    """Bodies by letters ("PAHB") and by noun ("the authority")."""

    def __init__(self) -> None:
        self.by_letters: dict[str, str] = {}
        self._by_noun: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._documents: dict[str, int] = {}

    def enter(self, name: str, noun: str, place: int) -> None:
        words = name.split()
        if words[-1].lower() in DOCUMENT_HEADS and len(self._documents) < _PLACES:
            self._documents.setdefault(name, place)
        letters = "".join(word[0] for word in words if word[0].isupper())
        for spelled in (letters, "".join(word[0] for word in words)):  # "Department of Trade": DT, DOT
            if len(words) > 1 and len(spelled) > 1 and spelled not in _COUNTRIES:
                self.by_letters.setdefault(spelled.lower(), name)
        for called in {noun, _head(words)} - {""}:
            if len(words) > 1 or called == noun:
                self._enter_noun(called, name, place)

    def called(self, words: Sequence[str], place: int) -> str:
        """`the authority`, `the port authority`: the only body before of that noun, or "".

        `the report` may be a named study or audit too, where no other is named.
        """
        if not 2 <= len(words) <= 4 or words[0].lower() != "the":
            return ""
        if len(words) == 2 and words[1].lower() in DOCUMENT_HEADS:
            noun = words[1].lower()
            before = [name for name, first in self._documents.items() if first < place]
            told = [name for name in before if noun in ("report", name.rpartition(" ")[2].lower())]
            return told[0] if len(told) == 1 else ""
        places = self._by_noun.get(words[-1].lower(), [])
        names = {name for _, name in places[: bisect_left(places, (place, ""))]}
        middle = {word.lower() for word in words[1:-1]}
        fitting = [name for name in names if middle <= set(name.lower().split())]
        return fitting[0] if len(fitting) == 1 else ""

    def introduced(self, words: Sequence[str], place: int) -> str:
        """`a new study of piers`, which the text names later: the only one it names with that noun, or ""."""
        if words[0].lower() not in ("a", "an"):
            return ""
        noun = next((word for word in words[1:4] if word in DOCUMENT_HEADS), "")
        told = [name for name in self._documents if name.rpartition(" ")[2].lower() == noun]
        return told[0] if len(told) == 1 and self._documents[told[0]] > place else ""

    def _enter_noun(self, noun: str, name: str, place: int) -> None:
        if len(self._by_noun[noun]) < _PLACES:
            self._by_noun[noun].append((place, name))


def full_name(text: str, name: str, end: int) -> str:
    """`University of Halden`, where a run of capitals ends before `of`."""
    found = _OF.match(text, end, end + 100) if is_body_word(name.split()[-1]) else None
    if not found:
        return name
    behind = found.group().split()
    ends = (i for i, word in enumerate(behind) if is_role(word) or word.lower() in DAYS)
    return " ".join([name, *behind[: next(ends, len(behind))]])


def spelled_out(name: str) -> str:
    """`United States State Department` of `US State Department`, so that one body has one name."""
    with_z = name.replace("Organisation", "Organization")
    if with_z in _WITH_Z:
        return with_z
    country, _, office = name.partition(" ")
    is_office = not _OF_STATE.isdisjoint(office.lower().split())
    return f"{_COUNTRIES[country]} {office}" if country in _COUNTRIES and is_office else name


def described_noun(text: str, end: int) -> str:
    """`group` behind `Harbor Watch` where `, a watchdog group,` stands there."""
    found = _APPOSED.match(text, end, end + 100)
    noun = found.group(1).split()[-1] if found else ""
    return noun if is_body_word(noun) else ""


def _head(words: Sequence[str]) -> str:
    """`authority` of `Halden Port Authority`, `department` of `Department of Trade`."""
    of = next((i for i, word in enumerate(words) if i and word in ("of", "for")), len(words))
    noun = words[of - 1].lower()
    return noun if is_body_word(noun) and noun not in _COMMON else ""
