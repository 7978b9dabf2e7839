"""Names of publishers: is a line the name of an office, an agency or an outlet?"""

from __future__ import annotations

import re

from claims.model import Source, SourceKind
from claims.model.identity import normalised
from sources.vocabulary import phrases


def _any(name: str) -> str:
    """The phrases of a list as alternatives, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases(name), key=len, reverse=True))


# Bodies end a name ("Halden County Task Force") or stand before "of" or "for".
_OFFICES = _any("office_words")
_OFFICE_END = re.compile(rf"(?<!\w)(?:{_OFFICES})(?:['’]s office)?$", re.IGNORECASE)
_OFFICE_OF = re.compile(
    rf"^(?:the )?(?:[\w.'’&-]{{1,20}} ){{0,3}}(?:{_OFFICES}|offices) (?:of|for|on)\b", re.IGNORECASE
)
_ACRONYMS = phrases("office_acronyms")
_GOVERNMENT = re.compile(
    r"^(?:the )?(?:city|county|town|state|commonwealth|borough|government|republic|kingdom|province) of\b",
    re.IGNORECASE,
)
_PARENT = re.compile(
    r"^(?:the )?(?:u\.?s\.? )?"
    r"(?:department|ministry|city|county|town|state|commonwealth|government|province) (?:of|for)\b",
    re.IGNORECASE,
)
_DISTRICT = re.compile(r"^(?:\w{3,10} )?(?:district|division|region|circuit) of\b", re.IGNORECASE)

# Desks that publish for a body; they are never the body itself.
PRESS_DESK = re.compile(
    r"^(?:office of |bureau of )?(?:public|press|media|corporate|external)"
    r" (?:affairs|relations|office|information)$"
    r"|^(?:office of )?communications$|^(?:press|news|media) ?(?:room|office|desk|center|centre)$",
    re.IGNORECASE,
)

_WIRES = phrases("wire_names")
_WIRE = re.compile(r"\b(?:wire|newswire|news service|news agency|press trust|presswire)\b", re.IGNORECASE)
_MASTHEAD_END = re.compile(rf"(?<!\w)(?:{_any('masthead_words')})$", re.IGNORECASE)
# A public US or Canadian station: K, W or C with two or three letters, or letters with a channel number.
_CALL_SIGN = re.compile(r"^(?:[KW][A-Z]{2,3}|C[BFHIJK][A-Z]{2})(?:[- ]?(?:TV|FM|AM|DT|\d{1,2}))?$")

# "Justice News" and "Business Today" are parts of a site, no publisher.
_SECTION_WORDS = phrases("section_words")

_SMALL_WORDS = frozenset(
    {"of", "the", "and", "for", "in", "on", "at", "de", "la", "du", "des", "et", "&", "to"}
)
_NEVER_IN_NAMES = re.compile(r"[!?:;“”\"]|\.$|[.] ")

# Verbs of headlines: a line that holds one tells something, so it names nobody.
_TELLS = phrases("headline_verbs")

_COUNTRIES = (
    (re.compile(r"\bU\.?S\.?(?= |$)|\bUnited States\b"), "US"),
    (re.compile(r"\bU\.?K\.?(?= |$)|\bUnited Kingdom\b|^HM "), "GB"),
    (re.compile(r"\bCanadian\b|\bCanada\b"), "CA"),
    (re.compile(r"\bAustralian?\b"), "AU"),
)


def is_name(line: str, *, longest: int = 9) -> bool:
    """Could the whole line be a name: short, every word of weight capitalised, no verb of headlines?"""
    words = line.split()
    if not 1 <= len(words) <= longest or _NEVER_IN_NAMES.search(line.replace("U.S. ", "US ")):
        return False
    weighty = [word for word in words if word.lower() not in _SMALL_WORDS]
    if any(word.lower() in _TELLS for word in words):
        return False
    return bool(weighty) and all(word[0].isupper() or word[0].isdigit() for word in weighty)


def is_office(line: str) -> bool:
    """The name of a public body or a part of one."""
    return is_name(line) and bool(
        _OFFICE_END.search(line)
        or _OFFICE_OF.match(line)
        or _GOVERNMENT.match(line)
        or PRESS_DESK.match(line)
    )


def is_office_part(line: str) -> bool:
    """A line that goes on an office's name when it stands right under it."""
    return is_office(line) or (is_name(line) and bool(_DISTRICT.match(line)))


def is_masthead(line: str) -> bool:
    """The name of a newspaper, broadcaster or agency, and no section of a site."""
    if not is_name(line, longest=6) or is_section(line):
        return False
    return bool(_MASTHEAD_END.search(line) or _CALL_SIGN.match(line) or is_wire(line))


def is_section(line: str) -> bool:
    """Part of a site: "Local News", "Press Releases"."""
    words = [word.lower().strip(".,&") or "&" for word in line.split()]
    rest = [word for word in words if word not in _SECTION_WORDS and word not in _SMALL_WORDS]
    return rest in ([], ["news"], ["releases"], ["release"], ["today"], ["room"])


def is_wire(name: str) -> bool:
    """A news agency's name."""
    return name.casefold().strip() in _WIRES or bool(_WIRE.search(name))


def kind_of(name: str) -> SourceKind:
    """What sort of publisher a name tells of; unknown where it does not."""
    if is_wire(name):
        return SourceKind.AGENCY
    if _MASTHEAD_END.search(name) or _CALL_SIGN.match(name):
        return SourceKind.OUTLET
    if name in _ACRONYMS or _OFFICE_END.search(name) or _OFFICE_OF.match(name) or _GOVERNMENT.match(name):
        return SourceKind.OFFICE
    parent = re.sub(r" \([^()]{1,80}\)$", "", name).partition(", ")[0]
    return kind_of(parent) if parent != name else SourceKind.UNKNOWN


def is_call_sign(name: str) -> bool:
    """A broadcasting station's letters: they stand for an outlet that has another name too."""
    return bool(_CALL_SIGN.match(name))


def source(name: str, evidence: str, kind: SourceKind | None = None) -> Source:
    """A Source with the kind and country its name tells."""
    country = next((code for sign, code in _COUNTRIES if sign.search(name)), "")
    return Source(name, kind or kind_of(name), country, evidence)


def office_name(lines: list[str]) -> str:
    """One name of a heading's lines, the part that speaks first, the government it belongs to behind it.

    "Department of X / Office of Y / District Z" is "Office of Y, District Z
    (Department of X)"; a press desk is left out where another line names the body.
    """
    named = [line for line in lines if not PRESS_DESK.match(line)] or lines
    if len(named) > 1 and _PARENT.match(named[0]):
        return f"{', '.join(named[1:])} ({named[0]})"
    return ", ".join(named)


def one_publisher(left: str, right: str) -> bool:
    """Do two names look like one publisher: the same, or one within the other?

    "The" in front and the word "News" behind tell nothing.
    """
    a, b = _core(left), _core(right)
    return bool(a and b) and (f" {a} " in f" {b} " or f" {b} " in f" {a} ")


def _core(name: str) -> str:
    return normalised(name).removeprefix("the ").removesuffix(" news")
