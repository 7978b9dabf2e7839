"""Ages and spans of years against the years that stand beside them: "founded in 1998, 30 years ago"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from claims.checks.citing import all_evidence, begun, publisher
from claims.checks.explaining import settlers
from claims.checks.framing import Frame, FramePattern, claim_of, frame_pattern, frames
from claims.checks.reckoning import Range, printed, value_of, wide
from claims.checks.unsaid import is_unsaid
from claims.model import Claim, Comparator, Finding, FindingKind, Severity
from claims.ports import Citation, Reach

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_IN = rf"(?:in|on|of) (?:(?:early|late|mid-?|the year) ?)?(?:[A-Z][a-z]{{2,8}}\.? )?(?:\d{{1,2}}, )?{_YEAR}\b"
_MADE = (
    r"(?:founded|established|built|opened|born|created|launched|enacted|passed|signed|begun|began|started"
    r"|incorporated|formed|introduced|completed|adopted|killed|died|murdered|ended|chartered|settled)"
)
# "He was killed in 1999, two years ago a plaque was put up": the clause must end behind the span.
_AFTER = r"(?=\s?[,.;:)\"”–—]|$| (?:this|on|by|to|in|at|after|when|as|today)\b)"
# Only what ties a span to its year without a doubt: "founded in 1998, 30 years ago".
_AGO = (
    frame_pattern(rf"{_MADE} {_IN}~(?:about |some |more than |nearly )?<age:T> ago{_AFTER}"),
    frame_pattern(rf"<age:T> ago,? (?:back )?(?:in|on) (?:[A-Z][a-z]{{2,8}}\.? )?(?:\d{{1,2}}, )?{_YEAR}\b"),
    frame_pattern(rf"(?:founded|established|built|opened|created) {_IN}~(?:is|are)? ?<age:A>(?=[,.])"),
)
_BORN = (
    frame_pattern(rf"\bborn {_IN},? (?:and |who )?is (?:now )?<age:AN>(?=[,.;]| and\b)"),
    frame_pattern(rf"\bis (?:now )?<age:AN>,? and was born {_IN}"),
    frame_pattern(rf", <age:AN>, (?:who )?was born {_IN}"),
)
# Words of an age of then, or of somebody else's.
_THEN = re.compile(r"\b(?:at (?:the )?age|when|whose|became|died|dead|would|had)\b", re.IGNORECASE)
_OLDEST = 120
_YEARS = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
# A birthday or a month not told moves a span by so many years at most.
_SLACK = 1


class Years:
    """Ages and "years ago" that the year told beside them does or does not come to."""

    name = "years"
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The sentence, for spans of years and ages."""
        claim = citation.value
        if not isinstance(claim, Claim) or claim.quantity is None or claim.unit not in ("", "year"):
            return []
        return [f"{citation.document.id}|{claim.sentence.start}"]

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each span that its year does not come to; what fits is silent."""
        if not _YEARS.search(group[0].sentence):  # what every pattern needs, and few sentences have
            return
        for frame in frames(group):
            for patterns in (_AGO, _BORN):
                yield from _spans(frame, patterns, is_of_person=patterns is _BORN)


def _spans(frame: Frame, patterns: Sequence[FramePattern], *, is_of_person: bool) -> Iterator[Finding]:
    for pattern in patterns:
        for found in frame.places(pattern):
            age, year = frame.cited[int(found["age"])], int(found["year"])
            if is_unsaid(age) or (is_of_person and not _is_age_of_now(age)):
                continue
            nows = _nows(frame.text, age, year, is_of_person=is_of_person)
            if nows and not any(_fits(claim_of(age), year, now) for now in nows):
                yield _finding(age, year, nows[0])


def _is_age_of_now(age: Citation) -> bool:
    return value_of(claim_of(age)) <= _OLDEST and not _THEN.search(age.sentence)


def _nows(text: str, age: Citation, year: int, *, is_of_person: bool) -> Sequence[tuple[int, int]]:
    """The years in which the words may have been true; none where another year leaves that open."""
    published = _published(age)
    if published is None or published[0] < year:
        return ()
    if not _has_others(text, year):
        return (published,)
    told = _told(text, year) if is_of_person else None
    return (told, published) if told else ()


def _published(citation: Citation) -> tuple[int, int] | None:
    """The first and the last year in which the document may have been published; None if not known."""
    published = citation.document.published
    return (published.earliest.year, published.latest.year) if published else None


def _told(text: str, born: int) -> tuple[int, int] | None:
    """The one later year of the sentence: an age is of then ("aged 60 when she retired in 2010")."""
    later = [int(year) for year in _YEARS.findall(text) if int(year) > born]
    return (later[0], later[0]) if len(later) == 1 else None


def _has_others(text: str, born: int) -> bool:
    return any(int(year) != born for year in _YEARS.findall(text))


def _fits(claim: Claim, year: int, now: tuple[int, int]) -> bool:
    low, high = max(now[0] - year - _SLACK, 0), now[1] - year + _SLACK
    return claim.comparator is Comparator.VAGUE or wide(claim).meets(Range(Fraction(low), Fraction(high)))


def _finding(age: Citation, year: int, now: tuple[int, int]) -> Finding:
    claim = claim_of(age)
    source, said = begun(publisher(age.document)), printed(claim)
    span = f"{now[0] - year}" if now[0] == now[1] else f"{now[0] - year} to {now[1] - year}"
    then = f"{now[0]}" if now[0] == now[1] else f"{now[0]} to {now[1]}"
    sentence = f"{source} says {said}, but from {year} to {then} it is {span} years."
    why = (f"figure printed: {said}", f"{then} - {year} = {span} years")
    return Finding(
        Years.name, FindingKind.CONFLICT, Severity.MEDIUM, (claim.id, claim.id), sentence, why,
        all_evidence((age,)), ("the words may have been written in another year",), settlers((age,)),
    )  # fmt: skip
