"""Names, roles and bodies, as a document prints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.extraction.speakers.given_names import MEN, WOMEN
from claims.extraction.speakers.name_words import (
    DAYS,
    HONORIFICS,
    PARTICLES,
    PEOPLES,
    SMALL,
    TITLE_WORDS,
)
from claims.extraction.speakers.titles import lower_role, singular, split_lower, split_title, titles_end
from claims.extraction.speakers.word_kinds import (
    bare,
    is_body_word,
    is_capital,
    is_given,
    is_role,
    kind_of,
)
from claims.model import SpeakerKind

_WOMAN_ROLE = (
    "woman",
    "mother",
    "wife",
    "sister",
    "daughter",
    "actress",
    "queen",
    "princess",
    "dame",
    "lady",
)
_MAN_ROLE = ("man", "father", "husband", "brother", "king", "prince", "pope", "archbishop")
_LEADS = SMALL | DAYS | {"of", "and", "&"}
_APART = frozenset("by from with for to".split())
# Words of two names with titles; more is a list.
_LONGEST_JOINT = 12


@dataclass(frozen=True, slots=True)
class Parsed:
    """A noun phrase taken apart; `name` is "" where it holds no proper name."""

    name: str
    role: str = ""
    organization: str = ""
    kind: SpeakerKind = SpeakerKind.PERSON
    honorific: str = ""

    @property
    def last(self) -> str:
        return last_of(self.name)


@lru_cache(maxsize=4096)
def last_of(name: str) -> str:
    """The word a person is called by: the last that is no "Jr."."""
    words = [word for word in name.split() if word.rstrip(".").lower() not in ("jr", "sr", "ii", "iii", "iv")]
    return (words[-1] if words else name).lower()


def gender(name: str, role: str = "", honorific: str = "") -> str:
    """ "f", "m" or "" for a person's name, title and role."""
    if honorific:
        low = honorific.rstrip(".").lower()
        if low in ("mrs", "ms", "miss", "dame", "lady"):
            return "f"
        if low in ("mr", "sir", "lord"):
            return "m"
    words = role.lower().split()
    if any(word.endswith(_WOMAN_ROLE) for word in words):
        return "f"
    first = name.split()[0].lower() if name else ""
    if first in WOMEN:
        return "f"
    if first in MEN:
        return "m"
    return "m" if any(word.endswith(_MAN_ROLE) and not word.endswith("woman") for word in words) else ""


def parse(words: Sequence[str]) -> Parsed:
    """Take a noun phrase apart: `FBI Deputy Director Paul Abbate`, `a spokeswoman for the port`.

    The name is the last run of capitals that is no title; words before it that
    are titles or roles make the role, and capitals before those the organization.
    """
    return _parsed(tuple(words))


# A document names the same people again and again, and so do the documents of one run:
# these are the names of some 200 releases.
@lru_cache(maxsize=4096)
def _parsed(words: tuple[str, ...]) -> Parsed:
    joint = _joint(words)
    if joint:
        return joint
    first, last = _name_run(words)
    if first < 0:
        return Parsed("", kind=SpeakerKind.GROUP)
    run = [bare(word) if i == last else word for i, word in enumerate(words[: last + 1])][first:]
    cut = titles_end(run)
    name_words, title_words = run[cut:], run[:cut]
    honorific = next((word for word in title_words if word.lower() in HONORIFICS), "")
    titles = [singular(word) for word in title_words if word.lower() not in HONORIFICS]
    before = lower_role(words[:first])
    if not name_words or (len(run) > 1 and TITLE_WORDS.issuperset(word.lower() for word in run)):
        role = " ".join([*before, *(titles if not name_words else run)])
        return Parsed("", role, kind=SpeakerKind.PERSON)
    article = first > 0 and words[first - 1].lower() == "the" and not title_words
    kind = kind_of(name_words, bool(title_words or before), article)
    if kind is SpeakerKind.BODY:
        return Parsed(" ".join(run), kind=kind)
    organization, role = split_title(titles)
    if before:
        body, before = split_lower(before)
        organization = organization or body
        role = " ".join([*before, role]) if role else " ".join(before)
    return Parsed(" ".join(name_words), role, organization, kind, honorific)


def _joint(words: Sequence[str]) -> Parsed | None:
    """`Senators Ruth Adeyemi and Tomas Lindqvist`: two persons who speak as one."""
    at = next((i for i, word in enumerate(words) if word.lower() == "and"), 0)
    if not 0 < at < len(words) - 1 or not (is_capital(words[at - 1]) and is_capital(words[at + 1])):
        return None
    left, right = parse(words[:at]), parse(words[at + 1 :])
    persons = left.kind is right.kind is SpeakerKind.PERSON and left.name and right.name
    if not persons or left.name == right.name or len(words) > _LONGEST_JOINT:
        return None
    return Parsed(f"{left.name} and {right.name}", left.role, left.organization, SpeakerKind.GROUP)


def _name_run(words: Sequence[str]) -> tuple[int, int]:
    """The first run of capitals of the head: before any `of`, `for`, `in` unless a body's name goes on."""
    limit = len(words)
    for i, word in enumerate(words):
        if word.lower() in ("for", "in", "at", "with", "on", "from", ",", "who", "(") and i > 0:
            limit = i
            break
        if word.lower() == "of" and i and (words[i - 1].islower() or _is_person_before(words, i)):
            limit = i
            break
    last = -1
    for i in range(limit - 1, -1, -1):
        if is_capital(words[i]) and words[i].lower() not in SMALL | DAYS:
            last = i
            break
    if last < 0 or (last < limit - 1 and not _allows_tail(words, last, limit)):
        return -1, -1
    first = last
    while first > 0 and _joins(words, first):
        first -= 1
    while first < last and words[first].lower() in _LEADS and not _is_national(words, first, last):
        first += 1
    return first, last


def _is_national(words: Sequence[str], first: int, last: int) -> bool:
    """`European Union`, `American Airlines`: the first word is part of a body's name."""
    return words[first].lower() in PEOPLES and last > first and is_body_word(words[last])


def _is_person_before(words: Sequence[str], at: int) -> bool:
    """`Rep. Tomas Lindqvist of Halden County`: a title or a given name, and a name, before `of`."""
    if at < 2 or is_role(words[at - 1]) or is_body_word(words[at - 1]) or not is_capital(words[at - 1]):
        return False
    before = words[at - 2]
    return (
        is_given(before)
        or before.lower() in HONORIFICS
        or (at > 2 and is_capital(before) and is_role(words[at - 3]))
    )


def _allows_tail(words: Sequence[str], last: int, limit: int) -> bool:
    """`Vega herself`, `Vega said`: not a common noun behind (`Halden County officials`)."""
    return all(
        word.lower() in ("himself", "herself", "itself") or not word[0].isalpha()
        for word in words[last + 1 : limit]
    )


def _joins(words: Sequence[str], first: int) -> bool:
    previous = words[first - 1]
    if previous.endswith(("'s", "\u2019s")):
        return False
    if previous.lower() in _APART:
        return False  # in shouted headlines these have capitals too: "REPORTS BY SENS. VEGA, OKORO"
    if is_capital(previous) or previous.lower() in PARTICLES:
        return True
    links = previous.lower() in ("of", "&") or (
        previous.lower() == "and" and first > 1 and is_body_word(words[0])
    )
    return links and first > 1 and is_capital(words[first - 2])
