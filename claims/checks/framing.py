"""Sentences with their figures set apart, so that the words that tie figures can be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.checks.endless import LONGEST_SENTENCE, is_run_on
from claims.model import Claim, Comparator
from claims.ports import Citation

# Private characters that stand around a figure's number in a frame; the text's own are taken out.
_OPEN, _SHUT = "\ue000", "\ue001"
_OWN = re.compile(f"[{_OPEN}{_SHUT}]")
_SPACE = re.compile(r"\s+")
# A sentence that lost its full stop lost its points too: "4 7 percent" is no "7 percent".
_ENDS, _BEHIND_END, _QUOTED_END = (".", "!", "?", ":", ";"), "'\"”’)]", ('"', "”")
# More figures than this make a table, not a statement of how some follow from others.
_MOST_FIGURES = 24


@dataclass(frozen=True, slots=True)
class FramePattern:
    """What ties figures in a frame; made by `frame_pattern`.

    Attributes:
        words: a regular expression, compiled where a frame first has the figures that it needs: all of
            them together take a tenth of a second, and most documents need few.
        needs: kinds of which a frame must have so many figures, else nothing can fit.
    """

    words: str
    needs: tuple[tuple[str, int], ...]

    @property
    def fewest(self) -> int:
        """So many figures a frame must have."""
        return sum(number for _, number in self.needs)


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence; each figure in `text` is a mark of its kind and place among `cited`.

    The kinds: P percent, R ratio ("doubled", "one in four"), N count, A age, T time,
    E rate or price ("$25 million a year"), U any other amount with a unit. `kinds` has their letters.
    """

    text: str
    kinds: str
    cited: tuple[Citation, ...]

    def places(self, pattern: FramePattern) -> Iterator[re.Match[str]]:
        """Each place where a pattern fits."""
        for kinds, number in pattern.needs:
            if sum(map(self.kinds.count, kinds)) < number:
                return iter(())
        return _compiled(pattern.words).finditer(self.text)

    def matches(self, pattern: FramePattern) -> Iterator[dict[str, Citation]]:
        """The figures of each place by their names."""
        for found in self.places(pattern):
            yield {
                name: self.cited[int(at)]
                for name, at in found.groupdict().items()
                if at is not None and at.isdecimal()
            }


def frames(group: Sequence[Citation], fewest: int = 1) -> Iterator[Frame]:
    """A frame for each sentence with so many figures, but for those that are tables or have no end."""
    sentences: dict[tuple[int, int], list[Citation]] = {}
    for citation in group:
        claim = citation.value
        if isinstance(claim, Claim) and claim.quantity is not None and not is_run_on(claim):
            sentences.setdefault((claim.sentence.start, claim.sentence.end), []).append(citation)
    for cited in sentences.values():
        if fewest <= len(cited) <= _MOST_FIGURES and _is_whole(cited[0].sentence):
            yield _framed(sorted(cited, key=_place))


def _place(citation: Citation) -> tuple[int, int]:
    span = claim_of(citation).span
    return span.start, span.end


def claim_of(citation: Citation) -> Claim:
    assert isinstance(citation.value, Claim)
    return citation.value


def frame_pattern(words: str, *, without: str = "") -> FramePattern:
    """A pattern in which `<name:KINDS>` stands for one figure of any of these kinds, `...` for up to 40
    and `....` for up to 60 characters of one clause without a figure, `~` for a comma, dash or bracket.
    No match of the pattern `without` begins in such a clause.
    """
    gap = rf"(?:(?!{without})[^{_OPEN}{_SHUT}.;:])" if without else rf"[^{_OPEN}{_SHUT}.;:]"
    pattern = words.replace("....", f"{gap}{{0,60}}?").replace("...", f"{gap}{{0,40}}?")
    pattern = pattern.replace("~", r"\s?(?:,|\(|--?|–|—)\s?")
    return FramePattern(_MARK.sub(rf"{_OPEN}[\2](?P<\1>\\d+){_SHUT}", pattern), _needs(words))


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_MARK = re.compile(r"<(\w+):(\w+)>")


def _needs(words: str) -> tuple[tuple[str, int], ...]:
    """The kinds of the figures that stand in every match: those outside all brackets, if nothing is said
    there with "or".
    """
    outside = _SIGNS.sub(" ", words)
    while (inner := _BRACKETS.sub(" ", outside)) != outside:
        outside = inner
    kinds = () if "|" in outside else (kinds for _, kinds in _MARK.findall(outside))
    return tuple(Counter(kinds).items())


# What is escaped, and sets of characters; the innermost brackets with what stands in them.
_SIGNS = re.compile(r"\\.|\[(?:[^\]\\]|\\.)*\]")
_BRACKETS = re.compile(r"\([^()]*\)")


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


@lru_cache(maxsize=512)
def _is_whole(sentence: str) -> bool:
    if sentence.count(" ") > LONGEST_SENTENCE:
        return False
    end = sentence.rstrip()
    return end.endswith(_QUOTED_END) or end.rstrip(_BEHIND_END).endswith(_ENDS)


def _framed(cited: Sequence[Citation]) -> Frame:
    start = claim_of(cited[0]).sentence.start
    figures = tuple((*_place(citation), _kind(claim_of(citation))) for citation in cited)
    text, kinds, kept = _marked(cited[0].sentence, start, figures)
    return Frame(text, kinds, tuple(cited[number] for number in kept))


@lru_cache(maxsize=512)
def _marked(
    sentence: str, start: int, figures: tuple[tuple[int, int, str], ...]
) -> tuple[str, str, tuple[int, ...]]:
    """A sentence with marks for its figures, their kinds, and which of the figures have one: of two
    that overlap the first.
    """
    pieces: list[str] = []
    kept: list[int] = []
    reached = start
    for number, (begin, end, kind) in enumerate(figures):
        if begin >= reached:
            plain = _plain(sentence[reached - start : begin - start])
            pieces += (plain, f"{_OPEN}{kind}{len(kept)}{_SHUT}")
            reached = end
            kept.append(number)
    pieces.append(_plain(sentence[reached - start :]))
    return "".join(pieces), "".join(figures[number][2] for number in kept), tuple(kept)


def _plain(piece: str) -> str:
    """Without the marks that frames use, and with single spaces."""
    return _SPACE.sub(" ", _OWN.sub(" ", piece))


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
