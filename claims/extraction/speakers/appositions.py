"""Role and organization from the words behind a name."""

from __future__ import annotations

import re

from claims.extraction.speakers.name_words import PLACE_ROLES
from claims.extraction.speakers.word_kinds import is_office

_NAME = r"[A-Z][\w.'\u2019&-]{0,30}"
_OF_BODY = re.compile(
    r",\s(?:\d{1,3},\s)?of\s(?:the\s)?"
    rf"((?:{_NAME}\s?(?:(?:of|for|and|the)\s){{0,2}}){{1,8}}(?:police|fire department|council|school board)?)"
)
_APPOSED = re.compile(
    r",\s(?:\d{1,3},\s)?(?:who\sis\s)?(?:an?\s|the\s)?"
    r"([^,.;:\u201c\u201d\"()\n]{3,120}?)(?=[,.;\u201c\"]|\s(?:said|says|told)\b|$)"
)
_BODY_AFTER = re.compile(
    r"^(.{2,60}?)\s(?:of|for|in|at|with)\s(?:the\s)?"
    rf"({_NAME}(?:\s(?:(?:of|for|and|the|on)\s){{0,2}}{_NAME}){{0,8}})"
)


def described(text: str, end: int) -> tuple[str, str]:
    """Role and organization from the apposition behind a name: `, chief of the Harlow Bay police,`."""
    window = text[end : end + 200]
    found = _OF_BODY.match(window)
    if found:
        return "", _ended(found.group(1))
    apposed = _APPOSED.match(window)
    if not apposed:
        return "", ""
    phrase = apposed.group(1)
    parts = _BODY_AFTER.match(phrase)
    if parts and any(is_office(word) for word in parts.group(1).split()):
        return _of_place(parts) or (parts.group(1), _ended(parts.group(2)))
    words = phrase.split()
    if len(words) <= 6 and is_office(words[-1]):
        return phrase, ""
    head = re.split(r"\s(?:of|for|in|at|with|on)\s", phrase)[0].split()
    if head and len(head) <= 6 and is_office(head[-1]):
        return " ".join(head), ""
    return "", ""


def _of_place(parts: re.Match[str]) -> tuple[str, str] | None:
    """`mayor of Harlow Bay` is a role; no organization is called Harlow Bay."""
    role, place = parts.group(1), _ended(parts.group(2))
    if role.split()[-1].lower() not in PLACE_ROLES or parts.string[parts.end(1) :][:4] != " of ":
        return None
    return f"{role} of {place}", ""


def _ended(body: str) -> str:
    """A body's name without the sentence's full stop."""
    body = body.strip()
    return body[:-1] if body.endswith(".") and len(body.split()[-1]) > 5 else body
