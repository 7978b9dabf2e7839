"""What kind of word a name or title is made of, and whose name its words make."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.speakers.given_names import MEN, WOMEN
from claims.extraction.speakers.name_words import BODY_WORDS, OFFICE_HEADS, ROLE_NOUNS, TITLE_WORDS
from claims.extraction.speakers.places import is_place
from claims.model import SpeakerKind

_POSSESSIVE = re.compile(r"['\u2019]s?$")

# Surnames, and words that end the names of bodies.
_SURNAMES = frozenset("law day park lake church post street".split())
# They end the name of something written: "the Halden Water Study".
DOCUMENT_HEADS = frozenset("study report audit inquiry assessment".split())
_NUMERALS = frozenset(("II", "III", "IV"))


def bare(word: str) -> str:
    """Without a possessive ending."""
    return _POSSESSIVE.sub("", word)


def is_body_word(word: str) -> bool:
    return word.lower() in BODY_WORDS


def is_acronym(word: str) -> bool:
    plain = word.replace(".", "").replace("-", "")
    return 2 <= len(plain) <= 7 and plain.isupper() and plain.isalpha()


def is_role(word: str) -> bool:
    low = word.lower()
    return low in ROLE_NOUNS or low in TITLE_WORDS


def is_office(word: str) -> bool:
    """A role, or an everyday word that heads one: "the harbor master"."""
    return is_role(word) or word.lower() in OFFICE_HEADS


def is_given(word: str) -> bool:
    low = word.lower()
    return low in WOMEN or low in MEN


def is_capital(word: str) -> bool:
    return word[0].isupper() or (word[0].isdigit() and word[-1].isupper())


def kind_of(name: Sequence[str], titled: bool, article: bool) -> SpeakerKind:
    """A person's name or a body's (a place's too), by its words, a title before it, or an article."""
    if len(name) == 2 and is_given(name[0]) and (titled or name[1].lower() in _SURNAMES) and not article:
        return SpeakerKind.PERSON
    if not titled and is_place(name):
        return SpeakerKind.BODY
    written = len(name) > 1 and name[-1].lower() in DOCUMENT_HEADS
    if written or any(is_body_word(word) or word.lower() in ("of", "&", "and") for word in name):
        return SpeakerKind.BODY
    if titled or is_given(name[0]):
        return SpeakerKind.PERSON
    if article or any(is_acronym(word) for word in name if word not in _NUMERALS):
        return SpeakerKind.BODY
    return SpeakerKind.PERSON
