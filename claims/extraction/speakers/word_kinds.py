"""What kind of word a name or title is made of: one word at a time."""

from __future__ import annotations

import re

from claims.extraction.speakers.given_names import MEN, WOMEN
from claims.extraction.speakers.name_words import BODY_WORDS, OFFICE_HEADS, ROLE_NOUNS, TITLE_WORDS

_POSSESSIVE = re.compile(r"['\u2019]s?$")


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
