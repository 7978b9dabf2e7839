"""Two events that are each called the largest of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.checks.citing import all_evidence, begun, names_of_both
from claims.checks.events import as_printed, event_of
from claims.checks.explaining import explanations, settlers
from claims.model import Claim, Finding, FindingKind, Severity, Superlative
from claims.model.identity import normalised
from claims.ports import Citation

_SMALL = frozenset(
    "the a an of in on at to for and or ever its his her their our this that by with kind".split()
)
# Words for one extreme.
_ONE_PROPERTY = {"biggest": "largest", "greatest": "largest", "gravest": "worst", "tallest": "highest"}
# Holders of one record that are compared, each with each: the first ones in time.
_MOST_HOLDERS = 32
# Share of the smaller scope's words that must be the other's too.
_OVERLAP = 0.7


class Superlatives:
    """Competing records: the same extreme of the same scope, held by two events."""

    name = "superlatives"

    def keys(self, citation: Citation) -> Iterable[str]:
        """The extreme with each word of its scope's first three."""
        claim = citation.value
        if not isinstance(claim, Claim) or claim.superlative is None or claim.negated:
            return []
        words = _scope(claim.superlative)[:3]
        return [f"{_property(claim.superlative)}|{word}" for word in sorted(set(words))]

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each two holders, on the first passage for each."""
        first: dict[str, Citation] = {}
        for citation in group:
            holder = event_of(citation)
            if holder:
                first.setdefault(holder, citation)
            if len(first) == _MOST_HOLDERS:
                break
        holders = list(first.items())
        for index, (holder, a) in enumerate(holders):
            for other, b in holders[index + 1 :]:
                if _one_scope(a, b):
                    yield _finding(a, holder, b, other)


def _property(superlative: Superlative) -> str:
    words = [_ONE_PROPERTY.get(word, word) for word in normalised(superlative.property).split()]
    return f"{superlative.direction}|{words[0] if words else ''}"


def _scope(superlative: Superlative) -> list[str]:
    return [word.removesuffix("s") for word in normalised(superlative.scope).split() if word not in _SMALL]


def _one_scope(a: Citation, b: Citation) -> bool:
    left, right = (
        set(_scope(c.value.superlative)) if isinstance(c.value, Claim) and c.value.superlative else set()
        for c in (a, b)
    )
    return (
        bool(left and right)
        and len(left & right) >= _OVERLAP * min(len(left), len(right))
        and len(left & right) > 1
    )


def _finding(a: Citation, holder: str, b: Citation, other: str) -> Finding:
    left, right = names_of_both(a.document, b.document)
    one, two = a.value, b.value
    assert isinstance(one, Claim)
    assert isinstance(two, Claim)
    said = (
        f"{begun(left)} calls {as_printed(holder, a.document)} the “{_words(one)}”; "
        f"{right} calls {as_printed(other, b.document)} the “{_words(two)}”."
    )
    why = (
        f"{left}: “{' '.join(a.sentence.split())}”",
        f"{right}: “{' '.join(b.sentence.split())}”",
        "only one can hold the record",
    )
    return Finding(
        Superlatives.name, FindingKind.POSSIBLE_CONFLICT, Severity.MEDIUM, (one.id, two.id), said, why,
        all_evidence((a, b)), explanations(a, b), settlers((a, b)),
    )  # fmt: skip


def _words(claim: Claim) -> str:
    words = claim.text.split()
    return " ".join(words[1:] if words[0].casefold() == "the" and len(words) > 1 else words)
