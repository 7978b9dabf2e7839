"""Which speakers are worth comparing by name: near-linear in their number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from claims.matching.bodies import body, names_body
from claims.matching.names import form
from claims.matching.spelling import bones_of, latin
from claims.matching.titles import (
    BODY_WORDS,
    GENERATIONS,
    NICKNAMES,
    PARTICLES,
    SMALL_WORDS,
    TITLES,
)
from claims.model import Speaker, SpeakerKind

# A surname with more bearers says nothing of one who is printed by it alone.
_MOST_NAMESAKES = 60
# Names of one speaker that are looked at.
MOST_NAMES = 6
GROUP = SpeakerKind.GROUP


def pairs(speakers: Sequence[Speaker]) -> set[tuple[int, int]]:
    """Places of two speakers that share a surname or its sound with a given name that begins alike, a
    surname that one has alone, or initials or an own word of bodies.
    """
    blocks: dict[str, set[int]] = {}
    alone: dict[str, set[int]] = {}
    for place, speaker in enumerate(speakers):
        keys, surnames = _keys(speaker)
        for key in keys:
            blocks.setdefault(key, set()).add(place)
        for surname in surnames:
            alone.setdefault(surname, set()).add(place)
    few = {key: found for key, found in blocks.items() if 1 < len(found) <= _MOST_NAMESAKES}
    close = {
        pair for key, found in few.items() if key[0] != _SHARED for pair in combinations(sorted(found), 2)
    }
    for surname, bare in alone.items():
        found = few.get(f"{_SHARED} {surname}", ())
        close |= {(min(a, b), max(a, b)) for a in bare for b in found if a != b}
    return close


# What a key begins with: a surname as everybody has it.
_SHARED = "s"


def _keys(speaker: Speaker) -> tuple[set[str], set[str]]:
    """Under what a speaker is found, and the surnames that it has alone."""
    keys: set[str] = set()
    surnames: set[str] = set()
    for name in (speaker.name, *speaker.aliases[: MOST_NAMES - 1]) if speaker.kind is not GROUP else ():
        parts = form(_plain(name)).split()
        # "The department" and "the senator" are nobody's name.
        if not parts or BODY_WORDS.union(TITLES, SMALL_WORDS).issuperset(parts):
            continue
        if _runs_on(name, parts):
            continue
        if names_body(parts):
            keys |= _keys_of_body(parts)
        else:
            own = [latin(part) for part in parts if part not in GENERATIONS] or parts
            keys |= _keys_of_person(own)
            surnames |= set(own) if len(own) == 1 else set()
    return keys, surnames


def _runs_on(name: str, parts: list[str]) -> bool:
    """Is it no name, but one with what stood around it in a text that lost its punctuation or its line
    breaks: "But Vega", "Storm Test Cancelled In Halden Vega", "VEGA LEADS STATE DELEGATION"?
    """
    if not _IN_SENTENCES.isdisjoint(parts) and not names_body(parts):
        return True
    own = [part for part in parts if part not in GENERATIONS and part not in PARTICLES]
    most = _MOST_SHOUTED if name.isupper() else _MOST_WORDS
    return len(own) > most and not names_body(parts)


# Words of sentences that nobody is called.
_IN_SENTENCES = frozenset(
    """and or but the that this these those with from for which who when where because after before
    into about across""".split()
)
# Names of people have no more words of their own; in capitals it is rather a headline.
_MOST_WORDS, _MOST_SHOUTED = 4, 3

_AFTER = re.compile(r"\s*\([^()]*\)\s*$")


def _plain(name: str) -> str:
    """ "Marisol Vega (mayor)" without what stands after it."""
    return _AFTER.sub("", name) or name


def _keys_of_person(own: Sequence[str]) -> set[str]:
    *given, last = own
    if not given:
        # "PAHB" looks like a surname.
        return {f"{_SHARED} {last}", f"i {last}"}
    begin = {name[0] for name in (given[0], *NICKNAMES.get(given[0], ()))}
    bones = bones_of(last)
    return {f"{_SHARED} {last}"} | {
        key for sign in begin for key in (f"n {sign} {last}", f"b {sign} {bones}")
    }


def _keys_of_body(parts: Sequence[str]) -> set[str]:
    made = body(tuple(parts))
    initials = {"".join(word[0] for word in each) for each in (made.words, made.own)}
    return {f"w {word}" for word in made.own} | {f"i {each}" for each in initials if len(each) > 1}
