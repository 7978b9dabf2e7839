"""Whom a role names: `the mayor`, `Halden's mayor`, `the mayor of Harlow Bay`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claims.extraction.speakers.cast import People, Person
from claims.extraction.speakers.word_kinds import bare, is_role

# Words. A longer phrase holds more than a role and its place.
_LONGEST = 8
# Who is this is not the one without it: "the mayor" is not the deputy mayor.
_OTHERS = frozenset("vice deputy assistant associate former ex interim".split())


def holder(people: People, words: Sequence[str], place: int) -> Person | None:
    """The last person named before with that role; its words all fit."""
    if not 2 <= len(words) <= _LONGEST:
        return None
    asked, named = _asked(words), None
    if asked is None:
        return _of_headline(people, words)
    head, others = asked
    best = -1
    for person in people.by_role.get(head, ()):
        index = bisect_left(person.places, place)
        if index and person.places[index - 1] > best and _fits(person, others):
            best, named = person.places[index - 1], person
    return named


def _asked(words: Sequence[str]) -> tuple[str, frozenset[str]] | None:
    """The head of the role and the words that must fit; None without an article or a possessive."""
    of = next((i for i, word in enumerate(words) if word in ("of", "for")), len(words))
    owned = [i for i, word in enumerate(words[:of]) if bare(word) != word]
    if (words[0].lower() != "the" and not (owned and words[0][0].isupper())) or of < 1:
        return None
    head = words[of - 1].lower()
    if not is_role(head):
        return None
    first = owned[-1] + 1 if owned else 1
    whose = [bare(word) for word in words[:first] if word[0].isupper() and word.lower() != "the"]
    rest = [*whose, *words[first : of - 1], *(word for word in words[of + 1 :] if word[0].isupper())]
    return head, frozenset(word.lower() for word in rest)


def _fits(person: Person, others: frozenset[str]) -> bool:
    role = frozenset(person.role.lower().replace(",", "").split())
    return others <= role | frozenset(person.organization.lower().split()) and not (role - others) & _OTHERS


def _of_headline(people: People, words: Sequence[str]) -> Person | None:
    """Headlines drop articles: a role of two words or more that one person has, word for word."""
    role = " ".join(words).lower()
    held = [one for one in people.by_role.get(words[-1].lower(), ()) if one.role.lower() == role]
    return held[0] if len(held) == 1 else None
