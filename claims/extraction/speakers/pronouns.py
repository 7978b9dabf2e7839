"""Who "he" or "they" is: who spoke last, or who was named after that.

Nobody is guessed: a pronoun with no fitting person before it stays nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from dataclasses import dataclass
from itertools import islice

from claims.extraction.speakers.can_speak import is_document, is_many, is_one
from claims.extraction.speakers.cast import People, Person
from claims.extraction.speakers.names import gender, last_of
from claims.model import Attribution, SpeakerKind

_GENDER = {"he": "m", "she": "f"}
# A pronoun reaches back over about a screen of text; beyond it is a guess.
_REACH = 2500
# Of so many who spoke last "he" may be one, and "they" of fewer: more are a crowd.
_REMEMBERED, _BODIES_REMEMBERED = 12, 6


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
        if low in ("they", "it"):
            return self._body(low, place)
        return None

    def _body(self, low: str, place: int) -> Attribution | None:
        fits = _is_it if low == "it" else _is_they
        for heard in islice(reversed(self._heard), _BODIES_REMEMBERED):
            if place - heard.place <= _REACH and fits(heard.attribution):
                return heard.attribution
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
        """Someone named after the last speaker spoke, as the subject of a sentence."""
        index = bisect_left(self._people.seen, (place, -1))
        floor = speaker.place if speaker else place - _REACH
        for start, number in reversed(self._people.seen[max(0, index - 12) : index]):
            if start < floor:
                break
            person = self._people.people[number]
            if person.gender not in ("", wanted) or not person.certain:
                continue
            if speaker is None or begins_sentence(self.text, start):
                return person
        return speaker.person if speaker else None


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
