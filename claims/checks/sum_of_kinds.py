"""People told of by kind against all of them: "12 people, seven men and four women"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from claims.checks.derived import Derived, counting, derived_findings
from claims.checks.framing import Frame, FramePattern, claim_of, frame_pattern, frames, times_told
from claims.checks.reckoning import Range, figure, printed, value_of
from claims.model import Claim, Finding
from claims.ports import Citation, Reach

# Kinds that leave nobody out together.
_KINDS = (
    ("men", "women"),
    ("males?", "females?"),
    ("boys", "girls"),
    ("adults", "(?:children|juveniles|minors)"),
)
_PEOPLE = (
    r"(?:people|persons|residents|passengers|suspects|defendants|victims|employees|workers|members|students"
    r"|officers|children|adults|inmates|patients)"
)
_DEAD, _HURT = r"(?:dead|killed|died|fatally)", r"(?:injured|wounded|hurt)"


def _of_kinds(one: str, two: str) -> FramePattern:
    return frame_pattern(rf"<all:N>(?: {_PEOPLE})?...~<a:N> {one},? and <b:N> {two}\b")


_BY_KIND = tuple(_of_kinds(*order) for pair in _KINDS for order in (pair, pair[::-1]))
_BY_HARM = (
    frame_pattern(
        r"(?:shot|shooting|stabbed|stabbing) <all:N>..., (?:killing|leaving) <a:N>..."
        r" and (?:wounding|injuring) <b:N>"
    ),
    frame_pattern(
        rf"<all:N> (?:people )?(?:were |was )?(?:shot|stabbed)..., <a:N>... {_DEAD} and <b:N>... {_HURT}"
    ),
)
_FEWEST = min(pattern.fewest for pattern in (*_BY_KIND, *_BY_HARM))
# One who did it is counted by some among the dead, by others not.
_DID_IT = re.compile(
    r"\b(?:gunm[ae]n|shooters?|attackers?|assailants?|bombers?|killers?|himself|herself)\b", re.IGNORECASE
)


class SumOfKinds:
    """All people told of in a sentence, and those of two kinds that leave nobody out."""

    name = "sum-of-kinds"
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The sentence, for counts."""
        claim = citation.value
        if not isinstance(claim, Claim) or claim.quantity is None or claim.unit or claim.dimension:
            return []
        return [f"{citation.document.id}|{claim.sentence.start}"]

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each count of all that its kinds do or do not come to."""
        yield from derived_findings(self.name, _derived(group))


def _derived(group: Sequence[Citation]) -> Iterator[Derived]:
    for frame in frames(group, _FEWEST):
        for pattern in (*_BY_KIND, *_BY_HARM):
            for found in frame.matches(pattern):
                yield from _sum(frame, found, is_of_harm=pattern in _BY_HARM)


def _sum(frame: Frame, found: Mapping[str, Citation], *, is_of_harm: bool) -> Iterator[Derived]:
    """Nothing where the parts come to less: the rest may be of a third kind."""
    all_, one, two = (claim_of(found[name]) for name in ("all", "a", "b"))
    if value_of(one) + value_of(two) < value_of(all_) or _is_of_times(frame):
        return
    parts = (f"{printed(one)} dead", f"{printed(two)} hurt") if is_of_harm else (counting(one), counting(two))
    yield Derived(
        found["all"], (found["a"], found["b"]), lambda read: read(one).plus(read(two)),
        f"{parts[0]} and {parts[1]} make", f"{figure(value_of(one))} + {figure(value_of(two))}",
        ((lambda read: read(one).plus(read(two)).minus(_ONE), "without who did it"),)
        if _DID_IT.search(frame.text)
        else (),
    )  # fmt: skip


def _is_of_times(frame: Frame) -> bool:
    """Are two years, months or days told? Then the kinds may be of another one than all."""
    return any(len(told) > 1 for told in times_told(frame.text))


_ONE = Range(Fraction(1), Fraction(1))
