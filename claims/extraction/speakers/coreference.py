"""Who a mention is, inside one document: "he" or "Okafor" to "Dana Okafor".

Nobody is guessed: a pronoun with no fitting person before it stays nobody.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.page import Page
from claims.extraction.quotes.cues import RELATIVES
from claims.extraction.speakers.appositions import described
from claims.extraction.speakers.author import author
from claims.extraction.speakers.bodies import spelled_out
from claims.extraction.speakers.can_speak import group_kind, group_name
from claims.extraction.speakers.cast import WORDS, People, Person, is_same, nearest
from claims.extraction.speakers.mentions import LONGEST, apposed, core, several
from claims.extraction.speakers.name_words import GROUPS
from claims.extraction.speakers.names import Parsed, last_of, parse
from claims.extraction.speakers.nicknames import without_nickname
from claims.extraction.speakers.offices import holder
from claims.extraction.speakers.places import is_place
from claims.extraction.speakers.pronouns import Pronouns, begins_sentence
from claims.model import Attribution, Span, SpeakerKind

_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", *RELATIVES))


class Cast:
    """The people of one page, and who spoke last. Ask in order of place."""

    def __init__(self, page: Page) -> None:
        self.text = page.text
        self._people = People(page)
        self._author = author(page)
        self._pronouns = Pronouns(page.text, self._people)

    def resolve(self, mention: Span, cue: Span | None, method: str, confidence: float) -> Attribution | None:
        """The attribution of a mention, its name the fullest of the document; None for nobody."""
        if persons := several(self.text, mention):
            return self._of_several(persons, mention, cue, method, confidence)
        named = core(self.text, mention)
        words = WORDS.findall(without_nickname(named.of(self.text)[:LONGEST]))
        if not words:
            return None
        low = words[0].lower().partition("'")[0].partition("\u2019")[0]
        if len(words) > 1 or low not in _PRONOUNS:
            made = self._of_phrase(words, named, cue, method, confidence)
            return made and replace(made, mention=mention, mention_text=mention.of(self.text))
        if words[0].isupper() and low in self._people.bodies.by_letters:  # "WHO", of a World Harbor Office
            body = Parsed(self._people.bodies.by_letters[low], kind=SpeakerKind.BODY)
            return self._attribution(body, mention, cue, method, confidence)
        return self._of_pronoun(low, mention, cue, confidence)

    def labelled(self, label: Span) -> Attribution:
        """Whom a transcript's label names: `OKAFOR`, `MAYOR VEGA`."""
        words = WORDS.findall(label.of(self.text))
        person = nearest(self._people.by_last.get(words[-1].lower(), ()), label.start, Parsed(words[-1]))
        who = Parsed(person.name, person.role, person.organization) if person else Parsed(" ".join(words))
        return self._attribution(who, label, None, "transcript", 0.9)

    def heard(self, attribution: Attribution, place: int) -> None:
        """Someone has just spoken: the next "he" is probably them."""
        self._pronouns.heard(attribution, place)

    def known(self, name: str) -> Person | None:
        """The person of exactly this full or last name."""
        people = self._people.by_last.get(last_of(name), ())
        return next((p for p in people if p.name == name or len(name.split()) == 1), None)

    def _of_several(
        self, persons: list[Span], mention: Span, cue: Span | None, method: str, confidence: float
    ) -> Attribution:
        parsed = [parse(WORDS.findall(place.of(self.text))) for place in persons]
        known = [self._person(one, mention.start) for one in parsed]
        names = [person.name if person else one.name for person, one in zip(known, parsed, strict=True)]
        who = Parsed(f"{', '.join(names[:-1])} and {names[-1]}", kind=SpeakerKind.GROUP)
        return self._attribution(who, mention, cue, method, confidence)

    def _of_phrase(
        self, words: list[str], mention: Span, cue: Span | None, method: str, confidence: float
    ) -> Attribution | None:
        parsed = Parsed("") if self._is_common(words, mention.start) else parse(words)
        name = apposed(self.text, mention)
        if name and (not parsed.name or parsed.kind is SpeakerKind.BODY):
            mention, parsed = name, parse(WORDS.findall(name.of(self.text)))
        if parsed.name:
            who = self._named(parsed, mention)
        else:
            who, sure = self._unnamed(words, mention.start)
            confidence *= sure
        if not who.name:
            return None
        return self._attribution(who, mention, cue, method, confidence)

    def _attribution(
        self, who: Parsed, mention: Span, cue: Span | None, method: str, confidence: float
    ) -> Attribution:
        cue_text = cue.of(self.text) if cue else ""
        name = spelled_out(who.name) if who.kind is SpeakerKind.BODY else who.name
        return Attribution(
            name, mention, mention.of(self.text), cue, cue_text, who.role, who.organization,
            who.kind, method, round(confidence, 2),
        )  # fmt: skip

    def _named(self, parsed: Parsed, mention: Span) -> Parsed:
        """The fullest name, with role and organization from here or from elsewhere in the document."""
        if self._is_headline_name(parsed):
            parsed = Parsed(parsed.name.title())
        elif self._is_surname(parsed):
            parsed = Parsed(parsed.name)
        body = self._people.bodies.by_letters.get(parsed.name.replace(".", "").lower())
        if parsed.kind is SpeakerKind.GROUP:
            return replace(parsed, name=self._joint(parsed.name, mention.start))
        if parsed.kind is not SpeakerKind.PERSON:
            called = self._people.bodies.called(mention.of(self.text).split(), mention.start)  # "the Court"
            return replace(parsed, name=body or called or parsed.name)
        person = self._person(parsed, mention.start)
        if person is None and body:
            return Parsed(body, kind=SpeakerKind.BODY)
        name, role, organization = parsed.name, parsed.role, parsed.organization
        if person is not None:
            name, role = person.name, role or person.role
            organization = organization or person.organization
        if not (role and organization):
            behind_role, behind_body = described(self.text, mention.end)
            role, organization = role or behind_role, organization or behind_body
        return replace(parsed, name=name, role=role, organization=organization)

    def _is_headline_name(self, parsed: Parsed) -> bool:
        """`VEGA ANNOUNCES` above a story that names a Vega."""
        alone = parsed.kind is SpeakerKind.BODY and " " not in parsed.name
        return alone and parsed.name.isupper() and bool(self._people.by_last.get(parsed.name.lower()))

    def _is_surname(self, parsed: Parsed) -> bool:
        """`Canada said` in a text that names a Marisol Canada."""
        namesakes = self._people.by_last.get(parsed.name.lower(), ()) if is_place([parsed.name]) else ()
        return any(person.certain for person in namesakes)

    def _joint(self, name: str, place: int) -> str:
        """Two persons, each by the fullest name."""
        each = [(part, self._person(Parsed(part), place)) for part in name.split(" and ")]
        return " and ".join(person.name if person else part for part, person in each)

    def _unnamed(self, words: list[str], place: int) -> tuple[Parsed, float]:
        """`the mayor` if the document has named one, less surely; else the words themselves."""
        person = holder(self._people, words, place)
        if person is not None:
            return Parsed(person.name, person.role, person.organization), 0.8
        bodies = self._people.bodies
        body = bodies.called(words, place) or bodies.introduced(words, place)
        if body:
            return Parsed(body, kind=SpeakerKind.BODY), 0.8
        return Parsed(group_name(words), kind=group_kind(words)), 1.0

    def _is_common(self, words: list[str], start: int) -> bool:
        """`Agents on the team` at the head of a sentence: a capital, and no name."""
        low = words[0].lower()
        if not words[0][0].isupper() or (len(words) > 1 and words[1][0].isupper()):
            return False
        return low in GROUPS or (
            low.endswith("s") and low in self._people.lower_words and begins_sentence(self.text, start)
        )

    def _person(self, parsed: Parsed, place: int) -> Person | None:
        people = self._people.by_last.get(parsed.last, ())
        if " " in parsed.name:
            same = next((p for p in people if is_same(p.name, parsed.name)), None)
            return same or next((p for p in people if parsed.name.endswith(p.name)), None)
        found = nearest(people, place, parsed)
        if found is None:
            named = self._people.by_first.get(parsed.name.lower(), [])
            found = named[0] if len(named) == 1 else None
        return found

    def _of_pronoun(self, low: str, mention: Span, cue: Span | None, confidence: float) -> Attribution | None:
        if low == "i":
            return self._of_author(mention, cue, confidence)
        subject = self._pronouns.sentence_before(mention.start) if low == "it" else None
        if subject:
            found = self.resolve(subject, cue, "pronoun", confidence * 0.7)
            return found and replace(found, mention=mention, mention_text=mention.of(self.text))
        known = self._pronouns.meant(low, mention.start)
        if known is None:
            return None
        who = Parsed(known.name, known.role, known.organization, known.kind)
        return self._attribution(who, mention, cue, "pronoun", confidence * 0.8)

    def _of_author(self, mention: Span, cue: Span | None, confidence: float) -> Attribution | None:
        if self._author is None:
            return None
        person = self._person(self._author, mention.start)
        who = replace(self._author, name=person.name) if person else self._author
        return self._attribution(who, mention, cue, "pronoun", confidence * 0.8)
