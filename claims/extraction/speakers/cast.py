"""The persons and bodies that one document names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from claims.extraction.page import Page
from claims.extraction.speakers.appositions import described
from claims.extraction.speakers.bodies import Bodies, described_noun, full_name
from claims.extraction.speakers.names import Parsed, gender, last_of, parse
from claims.extraction.speakers.nicknames import without_nickname
from claims.extraction.speakers.runs import is_headline, roles_before, runs
from claims.extraction.speakers.word_kinds import bare, is_given, is_role
from claims.model import Span, SpeakerKind

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z\-]{1,9})\)")
WORDS = re.compile(r"[\w'\u2019.\-&]+")
_LOWER = re.compile(r"\b[a-z]{3,20}\b")
# Given names that headlines use as verbs and nouns: "Workers Sue Port".
_EVERYDAY = frozenset(
    """sue mark rob grant chase chuck skip drew will may pat nick hope pierce hunter bill art grace joy faith
    rose dawn rich gene chip lance miles ray guy cliff glen ward cash page summer june april august frank
    jack harry dick earl chance""".split()
)
# So many persons of one last name, first name or role are told apart, and so many
# bracketed acronyms read; a list of thousands of names is no story.
_NAMESAKES = 40
_ACRONYMS = 2000


@dataclass(slots=True)
class Person:
    """Someone a document names in full at least once.

    Attributes:
        certain: a title, a given name or a later mention shows that it is a person.
        places: where the name begins, in order; `alone` collects mentions by last name meanwhile.
    """

    name: str
    role: str = ""
    organization: str = ""
    gender: str = ""
    certain: bool = False
    places: list[int] = field(default_factory=list)
    alone: list[int] = field(default_factory=list)


class People:
    """Everybody a page names, by last name, first name and role; bodies by their letters."""

    def __init__(self, page: Page) -> None:
        self.text = page.text
        self.people: list[Person] = []
        self.by_last: dict[str, list[Person]] = defaultdict(list)
        self.by_first: dict[str, list[Person]] = defaultdict(list)
        self.by_role: dict[str, list[Person]] = defaultdict(list)
        self.bodies = Bodies()
        # "Language" alone is nobody's last name in a text that has "language" too.
        self.lower_words = frozenset(_LOWER.findall(page.text))
        self.seen: list[tuple[int, int]] = []
        self._read(page)

    def _read(self, page: Page) -> None:
        singles: list[tuple[int, Parsed]] = []
        headlines: list[Span] = []
        for paragraph in page.paragraphs:
            if is_headline(self.text, paragraph):
                headlines.append(paragraph)
                continue
            for start, end in runs(self.text, paragraph):
                self._enter(start, end, singles)
        self._enter_headlines(headlines, {parsed.last for _, parsed in singles})
        for start, parsed in singles:
            self._enter_single(start, parsed)
        for found in islice(_ACRONYM.finditer(self.text), _ACRONYMS):
            self._enter_acronym(found)
        for person in self.people:
            for word in set(person.role.lower().split()):
                if len(self.by_role[word]) < _NAMESAKES:
                    self.by_role[word].append(person)
            person.places = sorted([*person.places, *person.alone])
        self.seen = sorted(
            (place, index) for index, person in enumerate(self.people) for place in person.places
        )

    def _enter(self, start: int, end: int, singles: list[tuple[int, Parsed]]) -> None:
        words = without_nickname(self.text[start:end]).split()
        parsed = parse([*roles_before(self.text, start), *words])
        if not parsed.name:
            return
        noun = described_noun(self.text, end)
        if parsed.kind is SpeakerKind.BODY or (noun and not is_given(words[0])):
            self.bodies.enter(full_name(self.text, parsed.name, end), noun, start)
        elif " " in parsed.name:
            self._enter_person(start, end, parsed)
        else:
            singles.append((start, parsed))

    def _enter_headlines(self, headlines: Sequence[Span], called: set[str]) -> None:
        """`Vega` of a text that names her in its headline alone; its other capitals are no names."""
        unknown = {last for last in called if last not in self.by_last and last not in self.lower_words}
        for headline in headlines[:_NAMESAKES] if unknown else ():
            words = list(WORDS.finditer(self.text, headline.start, headline.end))
            for first, second in pairwise(words):
                name = f"{first.group()} {bare(second.group())}"
                if _gives_a_name(self.text, headline, first) and last_of(name) in unknown:
                    self._enter_person(first.start(), second.end(), Parsed(name))

    def _enter_person(self, start: int, end: int, parsed: Parsed) -> None:
        last, first = parsed.last, parsed.name.split()[0].lower()
        known = next((p for p in self.by_last[last] if is_same(p.name, parsed.name)), None)
        if known is None:
            known = Person(parsed.name)
            if len(self.by_last[last]) >= _NAMESAKES:
                return
            self.people.append(known)
            self.by_last[last].append(known)
            if len(self.by_first[first]) < _NAMESAKES:
                self.by_first[first].append(known)
        elif len(parsed.name) > len(known.name):
            known.name = parsed.name
        known.places.append(start)
        known.role = known.role or parsed.role
        known.organization = known.organization or parsed.organization
        if not (known.role and known.organization) and len(known.places) < 4:
            role, organization = described(self.text, end)
            known.role = known.role or role
            known.organization = known.organization or organization
        known.gender = known.gender or gender(known.name, known.role, parsed.honorific)
        known.certain = known.certain or bool(parsed.role or parsed.honorific or known.gender or known.role)

    def _enter_single(self, start: int, parsed: Parsed) -> None:
        person = nearest(self.by_last.get(parsed.last, ()), start, parsed)
        shown = person is not None and parsed.last not in self.lower_words
        if person is None and not parsed.role and not parsed.honorific:
            named = self.by_first.get(parsed.last, [])
            person = named[0] if len(named) == 1 else None
        if person is None:
            return
        person.alone.append(start)
        person.certain = person.certain or shown or bool(parsed.honorific)
        person.gender = person.gender or gender("", parsed.role, parsed.honorific)

    def _enter_acronym(self, found: re.Match[str]) -> None:
        letters = found.group(1).replace("-", "").lower()
        window = self.text[max(0, found.start() - 120) : found.start()]
        words = WORDS.findall(window.rpartition("\n")[2])[-10:]
        for begin in range(len(words)):
            tail = words[begin:]
            initials = "".join(word[0] for word in tail if word[0].isupper()).lower()
            every = "".join(word[0] for word in tail).lower()
            if tail[0][0].isupper() and letters in (initials, every) and len(tail) > 1:
                self.bodies.by_letters[found.group(1).lower()] = " ".join(tail)
                return


def _gives_a_name(text: str, headline: Span, word: re.Match[str]) -> bool:
    """A given name; one that is a verb or a noun too only at the beginning or behind a title."""
    low = word.group().lower()
    if not is_given(low) or is_role(low):
        return False  # "Dean Okafor Opens Hall"
    before = text[headline.start : word.start()].split()
    return low not in _EVERYDAY or not before or is_role(before[-1])


def nearest(people: Sequence[Person], place: int, parsed: Parsed) -> Person | None:
    """Of several with one last name: of fitting gender, the last one named before."""
    if not people:
        return None
    if len(people) == 1:
        return people[0]
    wanted = gender("", parsed.role, parsed.honorific)
    fitting = [p for p in people if not wanted or p.gender in ("", wanted)] or list(people)

    def nearness(person: Person) -> tuple[int, int]:
        index = bisect_left(person.places, place)
        full = person.places[index - 1] if index else -1
        return full, len(person.places)

    return max(fitting, key=nearness)


def is_same(known: str, name: str) -> bool:
    """Same last word and first word; an initial or a short form ("Tom", "Tomas") is the same."""
    a, b = known.lower().replace(".", "").split(), name.lower().replace(".", "").split()
    if a[-1] != b[-1]:
        return last_of(known) == last_of(name) and a[0] == b[0]
    short, long = sorted((a[0], b[0]), key=len)
    return short == long or (len(short) != 2 and long.startswith(short))
