"""The versions of one statement side by side: each wording once, with what it lacks and has besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.asked.values import Part
from claims.matching.alignment import word_diff
from claims.model import Outcome, Relation
from claims.views import Difference, Utterance
from tui.state.printings import Wording, differs_words, primary_words, sources_of, wordings
from tui.state.sides import speaker_of
from tui.state.words import counted, date_words, outcome_words

LEGEND = "[-not in this version-] {+only in this version+}, against A"
# Before the word, so that a column is told at a glance; never instead of it.
_SIGNS = {
    Relation.IDENTICAL: "=",
    Relation.NEAR: "=",
    Relation.TRUNCATED: "−",
    Relation.ELIDED: "−",
    Relation.ALTERED: "≠",
    Relation.CHANGED_FIGURE: "≠",
    Relation.NEGATED: "!",
    Relation.DIFFERENT: "≠",
}


@dataclass(frozen=True, slots=True)
class Laid:
    """One wording.

    Attributes:
        heading: the first source and its day; how many more printed it.
        told: how it differs from the primary source, or why it is that.
        speaker: who says it there.
        diff: runs of words, the primary source's left, its own right; its own words alone for the primary.
        quotes: the printings that have it, the first one to be opened.
        decided: what was decided of it beside the primary source; "" for nothing.
        why: the reasons why it is a version.
    """

    heading: str
    told: str
    speaker: str
    diff: tuple[Difference, ...]
    quotes: tuple[str, ...]
    decided: str = ""
    why: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        return self.quotes[0]


def laid(
    utterance: Utterance, outcomes: Mapping[tuple[str, ...], Outcome], *, exact: bool = False
) -> list[Laid]:
    """Every wording, the primary source first.

    Args:
        outcomes: what was decided of pairs of quotes.
        exact: capitals and punctuation count as differences; then each printing that differs in them is
            a wording of its own.
    """
    found = wordings(utterance, exact=exact)
    primary = utterance.versions[0].quote.id
    why = {frozenset((pair.a, pair.b)): pair.why for pair in utterance.cluster.pairs}
    return [_laid(one, primary, outcomes, why, exact=exact) for one in found]


def _laid(
    one: Wording,
    primary: str,
    outcomes: Mapping[tuple[str, ...], Outcome],
    why: Mapping[frozenset[str], tuple[str, ...]],
    *,
    exact: bool,
) -> Laid:
    first = one.versions[0]
    ids = tuple(version.quote.id for version in one.versions)
    diff = tuple(word_diff(one.primary, first.quote.text, exact=exact))
    reasons = (why.get(frozenset((primary, id_)), ()) for id_ in ids)
    pairs = (outcomes.get(tuple(sorted((primary, id_)))) for id_ in ids)
    decided = next((outcome_words(outcome) for outcome in pairs if outcome), "")
    told = primary_words(first) if first.quote.id == primary else _differs(one, diff)
    return Laid(
        _heading(one), told, speaker_of(first.quote), diff, ids, decided, next(filter(None, reasons), ())
    )


def _heading(one: Wording) -> str:
    sources, document = sources_of(one.versions), one.versions[0].citation.document
    more = f" and {counted(len(sources) - 1, 'more', 'more')}" if len(sources) > 1 else ""
    return f"{sources[0]}, {date_words(document.published)}{more}"


def _differs(one: Wording, diff: Sequence[Difference]) -> str:
    """ "− shortened: 5 words cut", "≠ words changed: 1 word cut, 1 added"."""
    likeness = one.likeness()
    if likeness is None:
        return differs_words(None)
    cut = sum(len(piece.left.split()) for piece in diff if piece.op != "equal")
    added = sum(len(piece.right.split()) for piece in diff if piece.op != "equal")
    counts = [f"{counted(cut, 'word')} cut"] * bool(cut) + [f"{counted(added, 'word')} added"] * bool(added)
    longer = likeness.is_verbatim and likeness.part is Part.ASKED
    sign = "+" if longer else _SIGNS[likeness.kind]
    return f"{sign} {differs_words(likeness)}{': ' if counts else ''}{', '.join(counts)}"
