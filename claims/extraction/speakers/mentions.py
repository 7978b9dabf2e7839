"""The part of a mention that names: `Vega` of `Vega, 52, a clerk of the port`."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.extraction.quotes.cues import DETERMINERS, PREPOSITIONS, RELATIVES
from claims.extraction.speakers.name_words import PARTICLES
from claims.extraction.speakers.names import parse
from claims.extraction.speakers.word_kinds import is_office, is_role
from claims.model import Span, SpeakerKind

# Characters. No mention is longer, whatever a tagger says.
LONGEST = 400
_WORDS = re.compile(r"[\w'\u2019.\-&]+")
_BETWEEN = re.compile(r"\s*[,;()](?![\"\u201d'\u2019])\s*|\s+(?:--?|[\u2013\u2014])\s+|\s*\u2014\s*")
_LISTED = re.compile(r"\b(?:and|or)\s")
_LISTS = re.compile(rf"(?:{_BETWEEN.pattern})(?:and\s+)?|\s+and\s+")
_POSSESSIVES = ("'s", "\u2019s")
_DESCRIBING = DETERMINERS | PREPOSITIONS | RELATIVES
_CAPITAL = r"[A-Z\u00c0-\u00de][\w'\u2019.\-]{0,30}"
_APPOSED = re.compile(
    rf",\s({_CAPITAL}(?:\s(?:{'|'.join(sorted(PARTICLES))})){{0,2}}(?:\s{_CAPITAL}){{1,4}}?)(?=,|\.?$|\.\s|\s[a-z])"
)


def core(text: str, mention: Span) -> Span:
    """Where the name stands, without a place, an age or a role set off behind or before it.

    `Vega, 52, of Halden` is `Vega`; `the team's coach, Tomas Lindqvist` is `Tomas Lindqvist`.
    A list of unnamed ones stays whole.
    """
    parts = _parts(text, mention)
    if len(parts) < 2:
        return mention
    first, second = parts[:2]
    if not _is_named(text, first) and _is_person(text, second):
        return second
    return mention if not _is_person(text, first) and _is_list(text, parts) else first


def several(text: str, mention: Span) -> list[Span]:
    """Each of two persons or more: `Ada Brask (D-Halden), Ines Carrow and Piet Sorensen`."""
    if not _LISTED.search(text, mention.start, min(mention.end, mention.start + LONGEST)):
        return []
    parts = _parts(text, mention, _LISTS)
    persons = [part for part in parts if _is_person(text, part)]
    if len(parts) < 3 or len(persons) < 2 or persons[0] != parts[0]:
        return []
    between = parts[: parts.index(persons[-1])]
    described = any(text[part.start].islower() for part in between if part not in persons)
    return [] if described else persons


def apposed(text: str, mention: Span) -> Span | None:
    """The name behind a role: `the team's coach` before `, Tomas Lindqvist, said`."""
    words = _WORDS.findall(mention.of(text))
    if not words or not is_office(words[-1]) or len(mention) > LONGEST:
        return None
    found = _APPOSED.match(text, mention.end, mention.end + LONGEST)
    place = Span(*found.span(1)) if found else None
    return place if place and _is_person(text, place) else None


def _parts(text: str, mention: Span, between: re.Pattern[str] = _BETWEEN) -> list[Span]:
    end = min(mention.end, mention.start + LONGEST)
    marks = [found.span() for found in between.finditer(text, mention.start, end)]
    edges = [(mention.start, mention.start), *marks, (end, end)]
    return [Span(left[1], right[0]) for left, right in pairwise(edges) if left[1] < right[0]]


def _is_list(text: str, parts: list[Span]) -> bool:
    """`clerks, divers and sailors`; but `officials, speaking by telephone` are officials."""
    if any(_LISTED.match(text, part.start) for part in parts[1:]):
        return True
    words = [part.of(text).split() for part in parts]
    if "and" in words[-1] and all(word[0].isupper() or word == "and" for word in words[-1]):
        return True  # "Brask, Carrow and Vega"
    opener = words[1][0].lower()
    described = opener in _DESCRIBING or opener.endswith(("ing", "ed"))
    return words[0][-1].endswith("s") and "and" in words[-1] and not described


def _is_named(text: str, part: Span) -> bool:
    return bool(parse(_WORDS.findall(part.of(text))).name)


def _is_person(text: str, part: Span) -> bool:
    """Two capitals or more that are a person's name, and at most a place behind."""
    words = _WORDS.findall(part.of(text))
    words = words[: words.index("of")] if "of" in words else words
    plain = all(word[0].isupper() or word.lower() in PARTICLES or is_role(word) for word in words)
    if not words or is_role(words[-1]) or any(word.endswith(_POSSESSIVES) for word in words):
        return False
    parsed = parse(words)
    return plain and parsed.kind is SpeakerKind.PERSON and " " in parsed.name
