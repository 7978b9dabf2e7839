"""Lists of parts: "121 arrests in one county, 42 in another and eight aboard"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.model import Claim, Span
from claims.ports import Citation

# Two parts and a total are often three unrelated figures; three parts are a list.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """Parts of one sentence, in order; `total` where the sentence states it before a colon."""

    parts: tuple[Citation, ...]
    total: Citation | None


_PREPOSITION = re.compile(
    r"\s{1,3}(?:[\w’'-]{1,20}\s{1,3}){0,2}?(?:in|at|from|by|aboard|on|for|near|outside|off|with|across|through|under|over|to|into)\b\s",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:,|;|\band\b|\bas well as\b|\bplus\b|\balong with\b)", re.IGNORECASE)
_ONLY_SOME = re.compile(
    r"\b(?:including|included|among them|such as|e\.g\.|for example|of whom|of them|of which)\b"
)
_COUNTS = re.compile(r"\b\d[\d,.]{0,20}\b")
# Sentences are shorter, but for a text without full stops, which may hold thousands of lists.
_LOOKED_BACK = 2000
# A part with its place takes no more room than this.
_LONGEST_PART = 70


def lists(cited: Sequence[Citation]) -> Iterator[Listed]:
    sentences: dict[Span, list[Citation]] = {}
    for citation in cited:
        sentences.setdefault(claim_of(citation).sentence, []).append(citation)
    for claims in sentences.values():
        ordered = sorted(claims, key=lambda citation: claim_of(citation).span)
        yield from _lists_of(ordered)


def _lists_of(claims: list[Citation]) -> Iterator[Listed]:
    """Longest runs of one sentence whose members read as parts of one list."""
    run: list[Citation] = []
    before: Citation | None = None
    for citation in claims:
        if run and _continues(run[-1], citation):
            run.append(citation)
            continue
        yield from _listed(run, before)
        before = run[-1] if run else None
        run = [citation]
    yield from _listed(run, before)


def _listed(run: list[Citation], before: Citation | None) -> Iterator[Listed]:
    """`before` is the figure that comes before the run."""
    if len(run) < _FEWEST or _says_only_some(run) or _are_numbered(run):
        return
    stated = before if before and ":" in _between(before, run[0]) else None
    if ":" in _between(run[0], run[1]):
        stated, run = run[0], run[1:]
    headed = stated is not None or _elided(run)
    if len(run) >= _FEWEST - (stated is not None) and headed and _are_apart(run):
        yield Listed(tuple(run), stated)


def _continues(one: Citation, two: Citation) -> bool:
    """Does a second figure follow a first as the next of a list, nothing counted left out between?"""
    gap = _between(one, two)
    if len(gap) > _LONGEST_PART or _COUNTS.search(gap):
        return False
    return bool(_BETWEEN.search(gap) or ":" in gap) and claim_of(one).unit == claim_of(two).unit


def _elided(run: list[Citation]) -> bool:
    """ "121 arrests in A, 42 in B": what is counted is named once, then only places follow."""
    return all(_PREPOSITION.match(_after(citation)) for citation in run)


def _are_apart(run: list[Citation]) -> bool:
    """Is every part of another place or kind?"""
    tails = [kind_of(citation) for citation in run]
    return all(tails) and len({tail.casefold() for tail in tails}) == len(tails)


_END_OF_PART = re.compile(r"[,;:]|\.(?=\s+[A-Z]|$)|\band\b|\bas well as\b")


_INITIALS_END = re.compile(r"\b[A-Z]\.[A-Z]$")


def kind_of(citation: Citation) -> str:
    """What follows a part up to the next, as printed: "in the U.S."."""
    after = _after(citation)
    kind = _END_OF_PART.split(after, maxsplit=1)[0]
    return (kind + "." if _INITIALS_END.search(kind) and after[len(kind) :].startswith(".") else kind).strip()


def _says_only_some(run: list[Citation]) -> bool:
    claim = claim_of(run[0])
    text = run[0].document.text
    last = claim_of(run[-1]).span.end
    begins = max(claim.sentence.start, claim.span.start - _LOOKED_BACK)
    return bool(_ONLY_SOME.search(text, begins, last))


_NUMBERED = re.compile(r"\s?[).](?=\s)")


def _are_numbered(run: list[Citation]) -> bool:
    """ "1) wetlands, 2) trails": the numbers of a list's points, which count nothing."""
    return any(_NUMBERED.match(_after(citation)) for citation in run[:-1])


def _between(one: Citation, two: Citation) -> str:
    return one.document.text[claim_of(one).span.end : claim_of(two).span.start]


def _after(citation: Citation) -> str:
    claim = claim_of(citation)
    return citation.document.text[claim.span.end : min(claim.sentence.end, claim.span.end + _LONGEST_PART)]


def claim_of(citation: Citation) -> Claim:
    assert isinstance(citation.value, Claim)
    return citation.value
