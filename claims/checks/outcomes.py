"""What a figure counts and what happened to it, from the words beside it."""

from __future__ import annotations

import re

from claims.checks import lexicon
from claims.checks.words_around import STOP, WORD, holds_any, is_number, stem, synonym
from claims.model import Span


def head_of(nouns: list[str], after: list[str]) -> tuple[str, str]:
    """Stem of what is counted ("person" for people of any kind), and the kind of people."""
    if after[:1] in (["other"], ["others"], ["more"]) and not lexicon.SOME_KIND & {*after[1:2]}:
        return "person", ""
    for word in reversed(nouns):
        if word in lexicon.SOME_KIND:
            return "person", synonym(stem(word))
    if lexicon.OUTCOMES.get(after[0] if after else "") in lexicon.OF_PEOPLE:
        return "person", ""
    for word in (*reversed(nouns), *after[:3]):
        if word in lexicon.SOME_KIND:
            return "person", synonym(stem(word))
        if word in lexicon.ANYBODY:
            return "person", ""
    last = nouns[-1] if nouns else ""
    if last in lexicon.OUTCOMES and lexicon.OUTCOMES[last] not in ("shot",):
        return "person", ""
    if not last or last in STOP or is_number(last):
        return "", ""
    return ("", "") if last in lexicon.OUTCOMES else (synonym(stem(last)), "")


# "21 shots": what is counted are shots, not people who were shot.
_SHOTS = frozenset("shots gunshots rounds bullets".split())
# A phrase with its object may stand this much further from the figure than one beside it.
_BESIDE, _FAR = 40, 90
# A phrase behind it.
_BEHIND = 60
_PHRASES = tuple(phrase for phrase, _ in lexicon.PHRASES)


def outcome_of(told: str, sentence: str, place: Span, before: list[str], after: list[str]) -> str:
    """What happened: from a phrase, the claim's own fields, or the nearest word after or before."""
    words = WORD.findall(told.casefold())
    if _SHOTS & {*words, *after[:1]} or _is_compound(sentence, place, after):
        return ""
    low = sentence.casefold()
    is_phrased = holds_any(low[max(0, place.start - _FAR) : place.end + _BEHIND], _PHRASES)
    own = next((lexicon.OUTCOMES[word] for word in words if word in lexicon.OUTCOMES), "")
    found = (
        (_in_phrase(low, place, _BESIDE) if is_phrased else "")
        or _adjacent(before, after)
        or own
        or _nearest(after)
        or _nearest(before[:-6:-1])
        or (_in_phrase(low, place, _FAR) if is_phrased else "")
    )
    fled = found == "evacuated" and not lexicon.PERPETRATORS.isdisjoint(stem(word) for word in words)
    return "" if fled else found


_LINKS = frozenset("of at a an about only just".split())


# "The death toll rises to 18", "its toll now stands at 18".
_TOLL = re.compile(
    r"\b(?:death )?toll\b[^.;\d]{0,60}\b(?:to|at|of|reaches|reached|is|was|hits|passes|tops)"
    r"(?: (?:at least|more than|about))? ?$",
    re.IGNORECASE,
)


def is_toll(before: str) -> bool:
    """Does a text end in what a toll has come to, so that the figure after it counts people?"""
    told = before[-90:]
    return "toll" in told.casefold() and bool(_TOLL.search(told))


def property_of(dimension: str, before: list[str], after: list[str]) -> str:
    """ "a depth of 12 miles", "magnitude 7.6", "7.6 magnitude": what is measured, told right beside it."""
    linked = 2 if before[-1:] and before[-1] in _LINKS else 1
    beside = {*_last_of(before, linked), *_last_of(after[1::-1], 2)}
    for name, (measured_in, words) in lexicon.PROPERTIES.items():
        if dimension == measured_in and words & beside:
            return name
    return ""


def _last_of(words: list[str], most: int) -> list[str]:
    """The last words, up to the nearest number."""
    taken: list[str] = []
    for word in reversed(words[-most:]):
        if is_number(word):
            break
        taken.append(word)
    return taken


def _is_compound(sentence: str, place: Span, after: list[str]) -> bool:
    """ "a six-shot revolver": the word after the hyphen tells a kind, not what happened."""
    return (
        sentence[place.end : place.end + 1] in ("-", "‐") and after[:1] != [] and after[0] in lexicon.OUTCOMES
    )


def _in_phrase(low: str, place: Span, reach: int) -> str:
    """The outcome of a phrase after or before the figure, no other number between."""
    left, right = low[max(0, place.start - reach) : place.start], low[place.end : place.end + _BEHIND]
    for phrase, outcome in lexicon.PHRASES:
        if phrase in right:
            gap = right[: right.find(phrase)]
        elif phrase in left:
            gap = left[left.rfind(phrase) :]
        else:
            continue
        if not any(is_number(word) for word in WORD.findall(gap)):
            return outcome
    return ""


_PEOPLE = lexicon.ANYBODY | lexicon.SOME_KIND | {"others", "more", "were", "was"}


def _adjacent(before: list[str], after: list[str]) -> str:
    """The outcome right beside the figure: "4 others injured", "arrests of 12"."""
    follows = next((word for word in after[:4] if word not in _PEOPLE), "")
    precedes = before[-2] if before[-1:] == ["of"] and len(before) > 1 else before[-1] if before else ""
    return lexicon.OUTCOMES.get(follows) or lexicon.OUTCOMES.get(precedes, "")


def _nearest(words: list[str]) -> str:
    """The first outcome on the way to the next number."""
    for word in words:
        if is_number(word):
            return ""
        if word in lexicon.OUTCOMES:
            return lexicon.OUTCOMES[word]
    return ""
