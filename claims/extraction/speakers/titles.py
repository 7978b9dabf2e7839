"""Titles before a name: how many words they are, and which name a body, a place or an office."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.speakers.name_words import (
    DAYS,
    HONORIFICS,
    MODIFIERS,
    OFFICE_HEADS,
    OFFICE_TOPICS,
    PLACE_STARTS,
    SMALL,
    TITLE_WORDS,
)
from claims.extraction.speakers.word_kinds import bare, is_body_word, is_capital, is_given, is_office, is_role

# "Halden County Sheriff": these end the name of a place before a title.
_PLACES = frozenset(("county", "parish"))


def titles_end(run: Sequence[str]) -> int:
    """How many words from the left are titles (with an organization before them), leaving a name."""
    cut = _after_office(run)
    for i in range(len(run) - 1, cut, -1):
        low = run[i - 1].lower()
        titled = is_role(low) and (low not in MODIFIERS or _is_titled(run, i - 1))
        if low in HONORIFICS or titled or (low in OFFICE_HEADS and len(run) - i >= 2):
            if all(not is_body_word(word) for word in run[i:]) and "of" not in run[i:]:
                cut = i
            break
    if cut == 0 and len(run) == 1 and run[0].lower() in TITLE_WORDS - MODIFIERS:
        return 1
    return cut


def _after_office(run: Sequence[str]) -> int:
    """`Secretary of State Ruth Adeyemi`: the words of an office with `of` in it, if a given name follows."""
    if "of" not in run or not is_role(run[run.index("of") - 1]):
        return 0
    place = run.index("of") + 1
    given = next((i for i in range(place + 1, len(run) - 1) if is_given(run[i])), 0)
    rest = run[place + 1 :]
    named = len(rest) == 2 and run[place].lower() not in PLACE_STARTS
    return place + 1 if not given and named and not any(map(is_body_word, rest)) else given


def _is_titled(run: Sequence[str], at: int) -> bool:
    return at > 0 and run[at - 1].lower() in TITLE_WORDS


def split_title(titles: Sequence[str]) -> tuple[str, str]:
    """Organization and role: `Halden County | Sheriff`, `Harbor Master` all role."""
    for i, word in enumerate(titles):
        place = i > 0 and word.lower() in _PLACES and i + 1 < len(titles)
        if place or (word.lower() not in TITLE_WORDS and word.lower() not in OFFICE_HEADS):
            continue
        if i and titles[i - 1].lower() in OFFICE_TOPICS:
            i -= 1
        return " ".join([*titles[: i - 1], bare(titles[i - 1])]) if i else "", " ".join(titles[i:])
    return "", " ".join(titles)


def split_lower(words: list[str]) -> tuple[str, list[str]]:
    """`Weather Service meteorologist` is a body and a role; `Republican strategist` is a role."""
    count = next((i for i, word in enumerate(words) if not is_capital(word)), len(words))
    if not count or words[0].lower() in MODIFIERS | DAYS:
        return "", words
    return " ".join([*words[: count - 1], bare(words[count - 1])]), words[count:]


def lower_role(words: Sequence[str]) -> list[str]:
    """`longtime county engineer` right before a name."""
    if not words or is_capital(words[-1]) or not is_office(words[-1]):
        return []
    first = len(words) - 1
    while (
        first > 0
        and words[first - 1].lower() not in SMALL
        and words[first - 1][0].isalpha()
        and len(words) - first < 6
    ):
        first -= 1
    return list(words[first:])


# What two are called: of one it is told without the "s".
_OF_TWO = frozenset("senators representatives governors ministers mayors sens. reps. sens reps".split())


def singular(title: str) -> str:
    """`Senators` is what two are called; of one it says `Senator`, of SENS. it is SEN."""
    if title.lower() not in _OF_TWO:
        return title
    return f"{title[:-2]}." if title.endswith(".") else title[:-1]
