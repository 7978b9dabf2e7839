"""A percentage or share against the part and the whole that stand beside it: "45 of 60, or 80 percent"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from claims.checks.derived import Derived, counting, derived_findings
from claims.checks.figure_keys import of_sentence
from claims.checks.framing import claim_of, frame_pattern, frames
from claims.checks.reckoning import figure, printed, value_of
from claims.model import Finding
from claims.ports import Citation, Reach

_ALL = r"(?:the |its |their |his |her |our |all |some |those |these |a total of |a possible )*"
# After the share nothing may follow that makes it one of something else: "80 percent of the vote".
_SHARE = (
    r"<share:PR>(?!,? (?:not )?(?:counting|includ|exclud|with|if\b|once\b|when\b))"
    r"(?=[,.;:)–—]|$| ?--| of (?:the total|them|all|those|whom|its total|the whole)\b)"
)

# Of these a turnout is the share: "45 percent, with 12 of 30 precincts counted" tells no share.
_VOTERS = r"(?:\w+ )?(?:voters|members|people)"

_PATTERNS = tuple(
    frame_pattern(words)
    for words in (
        rf"<part:NU>(?: [\w’'-]+){{0,3}} (?:out )?of {_ALL}<whole:NU>...~(?:or |that is |i\.e\. )?{_SHARE}",
        rf"\bof {_ALL}<whole:NU>...~<part:NU>...~(?:or )?{_SHARE}",
        rf"<share:PR> of {_ALL}<whole:NU>...(?:, or |\()<part:NU>(?: in all)?(?=[,.;)]| [\w’'-]+[,.;)])",
        rf"<part:NU>...(?:, or |\()<share:PR> of {_ALL}<whole:NU>(?=...[,.;)])",
        rf"<share:R>...(?:, or |\()<part:N> (?:out )?of {_ALL}<whole:N>",
        rf"\bturnout...<share:P>,? with <part:N> (?:out )?of {_ALL}<whole:N> {_VOTERS}\b",
    )
)
_FEWEST = min(pattern.fewest for pattern in _PATTERNS)


class Shares:
    """Percentages and fractions that their part and whole do or do not come to."""

    name = "share"
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The sentence: part, whole and share stand in one."""
        return of_sentence(citation)

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each share whose part and whole are told beside it."""
        yield from derived_findings(self.name, _shares(group))


def _shares(group: Sequence[Citation]) -> Iterator[Derived]:
    for frame in frames(group, _FEWEST):
        for pattern in _PATTERNS:
            for found in frame.matches(pattern):
                made = _share(found["share"], found["part"], found["whole"])
                if made:
                    yield made


# "Three of four voters, or 72 percent": of so few the part is a manner of speaking, so much off.
_SPOKEN, _LOOSE = 10, Fraction(5, 100)


def _share(share: Citation, part: Citation, whole: Citation) -> Derived | None:
    stated, some, total = claim_of(share), claim_of(part), claim_of(whole)
    may_be = 0 < value_of(some) <= value_of(total) and some.unit == total.unit
    # "Doubled" is no share, and "one of four" was read as one figure.
    if not may_be or (stated.dimension == "ratio" and value_of(stated) >= 1):
        return None
    scale = 100 if stated.unit == "percent" else 1
    loose = _LOOSE if value_of(total) <= _SPOKEN else Fraction(0)
    return Derived(
        share,
        (part, whole),
        lambda read: read(some).over(read(total)).by(scale),
        f"{printed(some)} of {counting(total)} is",
        f"{figure(value_of(some))} / {figure(value_of(total))}",
        (
            # What is left of the whole may be what the share is of.
            (lambda read: read(total).minus(read(some)).over(read(total)).by(scale), "the rest"),
            (lambda read: read(some).over(read(total)).by(scale).wider(loose), "in round numbers"),
        ),
    )
