"""Can a noun phrase speak? Names, persons, bodies and documents can; a wall cannot."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from claims.extraction.quotes.cues import (
    AUXILIARIES,
    CONTRACTED,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from claims.extraction.speakers.name_words import GROUPS
from claims.extraction.speakers.word_kinds import is_acronym, is_body_word, is_role
from claims.model import SpeakerKind

# Persons, and groups of persons, that are no office.
_PERSONS = frozenset(
    """person persons people man men woman women boy boys girl girls guy guys child children kid kids folks
    someone somebody anyone everyone everybody one ones another others those these self two three four five
    six seven eight nine ten dozens hundreds thousands half majority majorities percent thirds quarters
    all both each few many more most none several some friend friends family families couple pair crowd
    staff side sides public public panel jury government governments opposition industry media
    community movement star stars fan fans figure figures official officials source sources
    neighbor neighbors neighbour neighbours diplomat tycoon mogul liberal liberals conservative conservatives
    politician politicians veteran veterans employee employees attendee attendees nominee committee trustee
    trustees guest guests patient patients victim victims suspect suspects student students airline
    business businesses country countries nation nations town village outlet outlets newspaper newspapers
    network networks rival rivals foe foes pundit pundits lawmaker minister cop cops crew crews team teams
    administration campaign coalition delegation household households narrator caller spokesman
    spokespeople leadership management regulator watchdog union unions agencies companies authorities
    departments groups organizations organisations committees councils courts parties schools
    proponent proponents universities firms firm startup manufacturer retailer carrier maker makers""".split()
)
# What is written or shown speaks for whoever wrote it.
_DOCUMENTS = frozenset(
    """report reports statement statements letter letters email emails e-mail lawsuit lawsuits suit
    complaint complaints filing filings petition memo memos ad ads advertisement editorial column
    article articles story stories study studies survey surveys poll polls polling release releases tweet
    tweets message messages post posts website site page account accounts book books document documents
    record records data evidence findings research analysis results result sign signs affidavit
    affidavits deposition depositions indictment opinion ruling order warrant transcript transcripts
    minutes notice plan law
    bill map chart list headline caption note notes speech remarks testimony estimate estimates forecast
    projections projection statistics figures numbers review piece paper papers publication
    newsletter tabloid manifesto resolution audit assessment summary bulletin guidance guidelines policy
    rule rules contract agreement constitution bible charter press label labels blog video film
    documentary profile entry version edition excerpts text texts motion brief verdict""".split()
)
_ENDINGS = ("er", "ers", "ist", "ists", "ian", "ians", "ees", "man", "men", "woman", "women", "person")
_PLURALS = frozenset("people police some many others few several both all most men women".split())
_COLLECTIVES = frozenset(
    """team campaign company coalition crew panel jury government administration committee agency group union
    board council family couple crowd staff opposition media community movement majority department
    delegation firm regulator watchdog""".split()
)
_ASIDES = PRONOUNS | RELATIVES | {",", "("}
_OPENERS = DETERMINERS | GROUPS | _DOCUMENTS
# Words of an unnamed speaker, without article: "officials of the school board".
LONGEST_GROUP = 6


_LONGEST_NAME = 12


class Voice(StrEnum):
    """How sure it is that a noun phrase can speak."""

    SURE = "sure"
    POSSIBLE = "possible"  # a rare noun: "the deckhand", "the wall"
    NONE = "none"  # no noun phrase at all: it holds a verb


def voice(words: Sequence[str]) -> Voice:
    """Names speak, and nouns for persons, bodies and documents; what holds a verb is misread."""
    phrase = _head_phrase(words)
    if not phrase or any(map(_is_verbal, phrase[1:])):
        return Voice.NONE
    if any(_is_name(a) and b.islower() and b.endswith("ed") for a, b in pairwise(phrase)):
        return Voice.NONE  # "Vega passed more bills by roll"
    named = any(word[0].isupper() for word in phrase[1:]) or phrase[0][0].isupper()
    if named or may_speak(phrase):
        return Voice.SURE
    return Voice.NONE if len(phrase) > LONGEST_GROUP + 1 else Voice.POSSIBLE


def _is_verbal(word: str) -> bool:
    """An auxiliary or a negation; but "May" and "Will" are names."""
    low = word.lower()
    verbal = low in AUXILIARIES or low in NEGATIONS or low.endswith(CONTRACTED)
    return verbal and not word.istitle()


def _is_name(word: str) -> bool:
    """A capital, and no "A" of "A weathered clerk", no "People" of "People briefed on it"."""
    return word[0].isupper() and word.lower() not in _OPENERS


def may_speak(words: Sequence[str]) -> bool:
    """Is the head of a noun phrase a person, a body or a document?"""
    noun = head_noun(words)
    one = noun[:-1] if noun.endswith("s") else noun
    known = noun in GROUPS or noun in _PERSONS or noun in _DOCUMENTS
    if known or any(is_role(form) or is_body_word(form) for form in (noun, one)):
        return True
    return (len(noun) > 5 and noun.endswith(_ENDINGS)) or noun in DETERMINERS


def is_document(words: Sequence[str]) -> bool:
    return head_noun(words) in _DOCUMENTS


def is_one(words: Sequence[str]) -> bool:
    """May "it" stand for an unnamed speaker? One thing or body, and no persons."""
    noun = head_noun(words)
    return not _is_plural(noun) and (noun in _DOCUMENTS or is_body_word(noun) or noun in _COLLECTIVES)


def is_many(words: Sequence[str]) -> bool:
    """May "they" stand for an unnamed speaker? Several, or a group called by one noun."""
    noun = head_noun(words)
    return noun not in _DOCUMENTS and (_is_plural(noun) or "and" in words or noun in _COLLECTIVES)


def _is_plural(noun: str) -> bool:
    return (noun.endswith("s") and not noun.endswith(("ss", "us"))) or noun in _PLURALS


def may_be_who(words: Sequence[str]) -> bool:
    """Is the head a person, and no body and no document?"""
    noun = head_noun(words)
    return may_speak(words) and not is_body_word(noun) and noun not in _DOCUMENTS


def head_noun(words: Sequence[str]) -> str:
    """The last word before a preposition, in small letters: `officials` of `dock officials in Halden`."""
    phrase = _head_phrase(words)
    head = next(
        (i for i, word in enumerate(phrase) if i and word.lower() in PREPOSITIONS | {"of"}), len(phrase)
    )
    while head > 1 and phrase[head - 1].islower() and phrase[head - 1].endswith("ed"):
        head -= 1  # "letters unearthed in the cellar"
    return phrase[head - 1].lower().rstrip(".") if phrase else ""


def _head_phrase(words: Sequence[str]) -> Sequence[str]:
    """Without a relative clause or a bracket behind it: `the clerks I asked`."""
    end = next((i for i, word in enumerate(words) if i and word.lower() in _ASIDES), None)
    return words[:end]


def group_name(words: list[str]) -> str:
    """Unnamed speakers keep their words, without an article."""
    if len(words) > 1 and words[0].lower() in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words[:_LONGEST_NAME])


def group_kind(words: list[str]) -> SpeakerKind:
    head = next(
        (
            i
            for i, w in enumerate(words)
            if i and w.lower() in ("of", "for", "in", "on", "at", "with", "from")
        ),
        len(words),
    )
    noun = words[head - 1].lower()
    if noun.endswith("s") or noun in ("people", "police", "some", "many", "others"):
        return SpeakerKind.GROUP
    if is_role(noun) or noun in ("source", "man", "woman", "person"):
        return SpeakerKind.PERSON
    return SpeakerKind.BODY if is_body_word(noun) or is_acronym(words[head - 1]) else SpeakerKind.GROUP
