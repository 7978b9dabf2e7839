"""Sentences with their figures set apart, so that the words that tie figures can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.checks.measured import LONGEST_SENTENCE, is_run_on
from claims.model import Claim, Comparator
from claims.ports import Citation

# Private characters that stand around a figure's number in a frame; the text's own are taken out.
_OPEN, _SHUT = "\ue000", "\ue001"
_OWN = re.compile(f"[{_OPEN}{_SHUT}]")
# A sentence that lost its full stop lost its points too: "4 7 percent" is no "7 percent".
_ENDS = re.compile(r"[.!?:;]['\"”’)\]]*\s*$|[\"”]\s*$")
# More figures than this make a table, not a statement of how some follow from others.
_MOST_FIGURES = 24


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence; each figure in `text` is a mark of its kind and place among `cited`.

    The kinds: P percent, R ratio ("doubled", "one in four"), N count, A age, T time,
    E rate or price ("$25 million a year"), U any other amount with a unit.
    """

    text: str
    cited: tuple[Citation, ...]

    def matches(self, pattern: re.Pattern[str]) -> Iterator[dict[str, Citation]]:
        """Each place where a pattern of `frame_pattern` fits: its figures by their names."""
        for found in pattern.finditer(self.text):
            yield {
                name: self.cited[int(at)]
                for name, at in found.groupdict().items()
                if at is not None and at.isdecimal()
            }


def frames(group: Sequence[Citation]) -> Iterator[Frame]:
    """A frame for each sentence with figures, but for those that are tables or have no end."""
    sentences: dict[tuple[int, int], list[Citation]] = {}
    for citation in group:
        claim = citation.value
        if isinstance(claim, Claim) and claim.quantity is not None and not is_run_on(claim):
            sentences.setdefault((claim.sentence.start, claim.sentence.end), []).append(citation)
    for cited in sentences.values():
        if len(cited) <= _MOST_FIGURES and _is_whole(cited[0].sentence):
            yield _framed(sorted(cited, key=lambda citation: claim_of(citation).span))


def claim_of(citation: Citation) -> Claim:
    assert isinstance(citation.value, Claim)
    return citation.value


def frame_pattern(words: str, *, without: str = "") -> re.Pattern[str]:
    """A pattern in which `<name:KINDS>` stands for one figure of any of these kinds, `...` for up to 40
    and `....` for up to 60 characters of one clause without a figure, `~` for a comma, dash or bracket.
    No match of the pattern `without` begins in such a clause.
    """
    gap = rf"(?:(?!{without})[^{_OPEN}{_SHUT}.;:])" if without else rf"[^{_OPEN}{_SHUT}.;:]"
    pattern = words.replace("....", f"{gap}{{0,60}}?").replace("...", f"{gap}{{0,40}}?")
    pattern = pattern.replace("~", r"\s?(?:,|\(|--?|–|—)\s?")
    return re.compile(re.sub(r"<(\w+):(\w+)>", rf"{_OPEN}[\2](?P<\1>\\d+){_SHUT}", pattern), re.IGNORECASE)


# Case tells the month from "may" and "march".
_TIMES = (
    re.compile(r"\b(?:1[5-9]|20)\d\d\b"),
    re.compile(
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
        r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)(?!\w)"
    ),
    re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"),
)


@lru_cache(maxsize=512)
def times_told(text: str) -> tuple[frozenset[str], ...]:
    """The years, the months and the days of the week that a text names."""
    return tuple(frozenset(times.findall(text)) for times in _TIMES)


def _is_whole(sentence: str) -> bool:
    return sentence.count(" ") <= LONGEST_SENTENCE and bool(_ENDS.search(sentence))


def _framed(cited: Sequence[Citation]) -> Frame:
    sentence, start = cited[0].sentence, claim_of(cited[0]).sentence.start
    pieces: list[str] = []
    reached = 0
    kept: list[Citation] = []
    for citation in cited:
        claim = claim_of(citation)
        if claim.span.start - start < reached:
            continue
        pieces += (sentence[reached : claim.span.start - start], f"{_OPEN}{_kind(claim)}{len(kept)}{_SHUT}")
        reached = claim.span.end - start
        kept.append(citation)
    whole = [
        _plain(piece) if at % 2 == 0 else piece for at, piece in enumerate((*pieces, sentence[reached:]))
    ]
    return Frame("".join(whole), tuple(kept))


@lru_cache(maxsize=4096)
def _plain(piece: str) -> str:
    """Without the marks that frames use, and with single spaces."""
    return re.sub(r"\s+", " ", _OWN.sub(" ", piece))


_BY_DIMENSION: Mapping[str, str] = {"percent": "P", "ratio": "R", "time": "T"}


def _kind(claim: Claim) -> str:
    """The letter of a figure; X for one that no arithmetic is done with."""
    if claim.negated or claim.comparator in (Comparator.VAGUE, Comparator.RANGE):
        return "X"
    if claim.counted == "age":
        return "A"
    if " per " in claim.unit:
        return "E"
    return _BY_DIMENSION.get(claim.dimension, "U" if claim.unit else "N")
