"""A rise or fall against the figures before and after: "rose 20 percent, from 50 to 70"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from claims.checks.derived import Derived, derived_findings
from claims.checks.figure_keys import of_sentence
from claims.checks.framing import claim_of, frame_pattern, frames
from claims.checks.reckoning import Range, Reader, figure, printed, value_of
from claims.model import Claim, Finding
from claims.ports import Citation, Reach

_MOVES = (
    r"\b(?:rose|rises?|rising|risen|increas(?:e[sd]?|ing)|grew|grow(?:s|n|ing)?|climb(?:s|ed|ing)?"
    r"|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:es?|ed|ing)|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|rais(?:es?|ed|ing)"
    r"|went up|up|fell|falls?|falling|fallen|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)"
    r"|shr[aiu]nks?|plunged?|plummeted|slid|sank|slipped|went down|down|cut(?:s|ting)?|reduc(?:es?|ed|ing))\b"
)
_NOUN = (
    r"(?:increase|rise|growth|jump|surge|gain|hike|decrease|drop|decline|fall|cut|reduction|loss|difference)"
)
# A figure behind one of these is of something else than the one before it, or of each of several times.
_EACH = r"(?:annual|yearly|monthly|weekly|daily|averag|compound|inflation|real\b|each\b|per\b)"
_JOINS = r"(?:and|with|on|as|while|but|which|after|before|from|since|even|despite|amid)\b"
_APART = rf"(?:\b(?:{_JOINS}|{_EACH})|{_MOVES})"
# "20 percentage points", "20 percent of": these are no change of the figures before and after.
_BY = rf"<change:PR>(?! (?:(?:of|points?|percentage|a|on average|after)\b|{_EACH}))"
_ANY = rf"(?:(?!{_EACH})\w+ )?"
_A = rf"(?:an? |or |that is )?{_ANY}"
_TOLD = (rf"{_NOUN} of <change:PR>", rf"<change:PR> {_NOUN}")
_ENDS = r"(?=[,.;:)–—]|$| ?--| in\b| over\b| since\b)"
_FROM_TO = r"\bfrom <old:NU>... to <new:NU>"

_PATTERNS = tuple(
    frame_pattern(words, without=_APART)
    for words in (
        rf"{_MOVES}... {_BY}...,? {_FROM_TO}",
        rf"{_MOVES}... {_BY},? to <new:NU>...,? from <old:NU>",
        rf"<change:R>...,? {_FROM_TO}",
        r"<change:R>...,? to <new:NU>...,? (?:up |down )?from <old:NU>",
        rf"<new:NU>,? (?:up|down) {_BY},? from <old:NU>",
        rf"{_MOVES}... {_FROM_TO}...~{_A}(?:{_NOUN} of )?<change:PR>(?: ?-?{_ANY}{_NOUN})?{_ENDS}",
        *(rf"{_MOVES}... to <new:NU>...,? from <old:NU>...~{_A}{told}" for told in _TOLD),
        *(rf"{_FROM_TO}...~an? {_ANY}{told}" for told in _TOLD),
    )
)
_DIFFERENCE = (
    frame_pattern(rf"{_MOVES}... by <change:NU>...,? {_FROM_TO}", without=_APART),
    frame_pattern(rf"{_MOVES}... by <change:NU>...,? to <new:NU>...,? from <old:NU>", without=_APART),
)
_FEWEST = min(pattern.fewest for pattern in (*_PATTERNS, *_DIFFERENCE))


class Changes:
    """Rises and falls that the figures before and after do or do not come to."""

    name = "change"
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The sentence: the change and both figures stand in one."""
        return of_sentence(citation)

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each change told beside what it was from and to."""
        yield from derived_findings(self.name, _changes(group))


def _changes(group: Sequence[Citation]) -> Iterator[Derived]:
    for frame in frames(group, _FEWEST):
        for patterns, made_of in ((_PATTERNS, _relative), (_DIFFERENCE, _absolute)):
            for pattern in patterns:
                for found in frame.matches(pattern):
                    if _are_alike(found["old"], found["new"]):
                        yield from made_of(found["change"], found["old"], found["new"])


def _are_alike(one: Citation, two: Citation) -> bool:
    """Of percentages a rise may be told in points, so they are left alone."""
    first, second = claim_of(one), claim_of(two)
    is_told = value_of(first) > 0 and value_of(second) > 0
    return is_told and first.unit == second.unit and first.unit != "percent" and "X" not in first.unit


def _relative(change: Citation, old: Citation, new: Citation) -> Iterator[Derived]:
    stated, before, after = claim_of(change), claim_of(old), claim_of(new)
    times = _times(before, after)
    sum_ = f"{figure(value_of(after))} / {figure(value_of(before))}"
    if stated.dimension == "ratio" and value_of(stated) < 1 and _is_fraction_of_change(stated):
        times = _share_of(before, after)
        sum_ = _steps(before, after)
    if stated.dimension == "ratio":
        yield Derived(
            change, (old, new), times, f"the change from {printed(before)} to {printed(after)} is", sum_,
            ((_share_of(before, after), "the change itself"),),
        )  # fmt: skip
    elif stated.unit == "percent":
        yield Derived(
            change, (old, new), _percent(before, after, before),
            f"the change from {printed(before)} to {printed(after)} is",
            _steps(before, after),
            # "A cut of 25 percent, from 50 to 40": of the later figure. Of a rise nobody says that.
            ((_percent(before, after, after), "of the later figure"),)
            if value_of(after) < value_of(before)
            else (),
        )  # fmt: skip


def _steps(before: Claim, after: Claim) -> str:
    """The change over what it is from, in digits."""
    low, high = sorted((value_of(before), value_of(after)))
    return f"({figure(high)} - {figure(low)}) / {figure(value_of(before))}"


def _absolute(change: Citation, old: Citation, new: Citation) -> Iterator[Derived]:
    stated, before, after = claim_of(change), claim_of(old), claim_of(new)
    if stated.unit != before.unit:
        return
    low, high = sorted((before, after), key=value_of)
    yield Derived(
        change, (old, new), lambda read: read(high).minus(read(low)),
        f"the change from {printed(before)} to {printed(after)} is",
        f"{figure(value_of(high))} - {figure(value_of(low))}",
    )  # fmt: skip


def _times(before: Claim, after: Claim) -> Callable[[Reader], Range]:
    return lambda read: read(after).over(read(before))


def _share_of(before: Claim, after: Claim) -> Callable[[Reader], Range]:
    low, high = sorted((before, after), key=value_of)
    return lambda read: read(high).minus(read(low)).over(read(before))


def _percent(before: Claim, after: Claim, base: Claim) -> Callable[[Reader], Range]:
    low, high = sorted((before, after), key=value_of)
    return lambda read: read(high).minus(read(low)).over(read(base)).by(100)


def _is_fraction_of_change(stated: Claim) -> bool:
    """ "Fell by a third" tells the change; "halved" tells what is left, which is as much."""
    return not stated.text.casefold().startswith("hal")
