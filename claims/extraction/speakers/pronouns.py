"""Who "he" or "they" is: who spoke last, or who was named after that.

Nobody is guessed: a pronoun with no fitting person before it stays nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from dataclasses import dataclass
from itertools import islice

from claims.extraction.speakers.can_speak import is_document, is_many, is_one
from claims.extraction.speakers.cast import People, Person
from claims.extraction.speakers.last_subject import last_subject
from claims.extraction.speakers.names import gender, last_of
from claims.model import Attribution, Span, SpeakerKind

_GENDER = {"he": "m", "she": "f"}
# A pronoun reaches back over about a screen of text; beyond it is a guess.
_REACH = 2500
# Of so many who were named last, or spoke last, "he" may be one, and "they" of fewer: more are a crowd.
_NAMED = 12
_REMEMBERED, _BODIES_REMEMBERED = 12, 6
_OWNER = re.compile(r"[\w.\-]+(?:\s[A-Z][\w.\-]+){0,4}['\u2019]s?\s")


@dataclass(frozen=True, slots=True)
class _Heard:
    place: int
    attribution: Attribution
    person: Person | None


class Pronouns:
    """Who spoke last on a page, and whom a pronoun means then. Ask in order of place."""

    def __init__(self, text: str, people: People) -> None:
        self.text, self._people = text, people
        self._heard: deque[_Heard] = deque(maxlen=_REMEMBERED)

    def heard(self, attribution: Attribution, place: int) -> None:
        """Someone has just spoken: the next "he" is probably them."""
        namesakes = self._people.by_last.get(last_of(attribution.name), ())
        person = next((one for one in namesakes if one.name == attribution.name), None)
        self._heard.append(_Heard(place, attribution, person))

    def meant(self, low: str, place: int) -> Attribution | None:
        """Whom a pronoun means, in small letters; None for nobody."""
        if low in _GENDER:
            return self._he_or_she(low, place)
        body = self._last_body(low, place) if low in ("they", "it") else None
        return body.attribution if body else None

    def sentence_before(self, place: int) -> Span | None:
        """What "it" means, if the sentence before is about something that has not spoken since."""
        subject = last_subject(self.text, place)
        body = self._last_body("it", place)
        return subject if subject and not (body and body.place > subject.start) else None

    def _last_body(self, low: str, place: int) -> _Heard | None:
        fits = _is_it if low == "it" else _is_they
        for heard in islice(reversed(self._heard), _BODIES_REMEMBERED):
            if place - heard.place <= _REACH and fits(heard.attribution):
                return heard
        return None

    def _he_or_she(self, low: str, place: int) -> Attribution | None:
        wanted = _GENDER[low]
        speaker = self._last_speaker(wanted, place)
        person = self._last_named(wanted, place, speaker)
        if person is not None:
            return Attribution(person.name, role=person.role, organization=person.organization)
        return speaker.attribution if speaker else None

    def _last_speaker(self, wanted: str, place: int) -> _Heard | None:
        for heard in reversed(self._heard):
            if heard.place >= place or heard.attribution.kind is not SpeakerKind.PERSON:
                continue
            if place - heard.place > _REACH:
                return None
            known = (
                heard.person.gender
                if heard.person
                else gender(heard.attribution.name, heard.attribution.role)
            )
            if known in ("", wanted):
                return heard
        return None

    def _last_named(self, wanted: str, place: int, speaker: _Heard | None) -> Person | None:
        """Someone named after the last speaker spoke, as the subject of a sentence.

        Where nobody has spoken yet, whoever was named last, subjects of sentences first.
        """
        floor = speaker.place if speaker else place - _REACH
        named = [
            (start, one) for start, one in self._named_before(place, floor) if one.gender in ("", wanted)
        ]
        subjects = [person for start, person in named if begins_sentence(self.text, start)]
        if speaker:
            return next(filter(_is_certain, subjects), speaker.person)
        likely = subjects + [person for _, person in named]
        return next(filter(_is_certain, likely), None) or next(filter(_is_mentioned, likely), None)

    def _named_before(self, place: int, floor: int) -> list[tuple[int, Person]]:
        """The last people named, the latest first; whose "Vega's report" is, only where nobody else is."""
        index = bisect_left(self._people.seen, (place, -1))
        latest = reversed(self._people.seen[max(0, index - _NAMED) : index])
        named = [(start, self._people.people[number]) for start, number in latest if start >= floor]
        return [one for one in named if not _OWNER.match(self.text, one[0])] or named


def _is_certain(person: Person) -> bool:
    return person.certain


def _is_mentioned(person: Person) -> bool:
    """By a single name too: a person, or a body we do not know."""
    return bool(person.alone)


def _is_it(heard: Attribution) -> bool:
    """A body, or one unnamed thing: "the report"."""
    if heard.kind is SpeakerKind.GROUP:
        return is_one(heard.name.split())
    return heard.kind is SpeakerKind.BODY


def _is_they(heard: Attribution) -> bool:
    """A body, or several: "officials", but not "the report"."""
    words = heard.name.split()
    if heard.kind is SpeakerKind.GROUP:
        return is_many(words)
    return heard.kind is SpeakerKind.BODY and not is_document(words)


def begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start].rstrip(" ")
    return not before or before[-1] in '\n.!?\u201d"' or before.endswith(("Mr", "Mrs", "Ms"))
