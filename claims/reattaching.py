"""Which value found now is the one that was decided on before: by place, figures, names and negation.

Pure: two lists of values whose spans count in one text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.matching.wording import FUNCTION_WORDS, NEGATORS, Wording, is_figure, wording
from claims.model import AnchorState, Attachment, Claim, Quote, Span
from claims.model.spans import joined
from claims.versions.anchoring import Alignment

# Shared characters over all characters of both: the rule of the design. Below it another sentence
# may have come in, and with it another meaning.
OVERLAP = 0.9

# Quotations are nested two deep in print; of more values around one place the last that begin are
# compared, so that a text of nothing but overlapping values costs no more than any other.
_DEEP = 8

_KEPT = {AnchorState.SAME, AnchorState.MOVED}

SAME_WORDS = "same words"


def attached(old: Sequence[Quote | Claim], new: Sequence[Quote | Claim]) -> list[Attachment]:
    """Each old value with the one new value that stands in its place, in the order of `old`.

    A value whose id is on both sides stays what it is. Quotes go with quotes, claims
    with claims, the greatest overlap first, each at most once.
    """
    here = {value.id for value in old} & {value.id for value in new}
    before = [value for value in old if value.id not in here]
    after = [value for value in new if value.id not in here]
    found: dict[str, Attachment] = {}
    taken: set[str] = set()
    for _, a, b in sorted(_overlapping(before, after), key=lambda one: (-one[0], one[1], one[2])):
        one, two = before[a], after[b]
        if one.id not in found and two.id not in taken and (why := _alike(one, two)):
            found[one.id] = Attachment(one.id, two.id, why)
            taken.add(two.id)
    return [found[value.id] for value in before if value.id in found]


def _overlapping(
    old: Sequence[Quote | Claim], new: Sequence[Quote | Claim]
) -> Iterator[tuple[float, int, int]]:
    """Overlap, index of the old and of the new value, for all of one kind that overlap enough."""
    shared = _shared(old, new)
    for (a, b), characters in shared.items():
        every = _covered(old[a]) + _covered(new[b]) - characters
        if characters >= OVERLAP * every:
            yield characters / every, a, b


def _shared(old: Sequence[Quote | Claim], new: Sequence[Quote | Claim]) -> Mapping[tuple[int, int], int]:
    """Characters that two values of one kind share, by their indices: a sweep over all edges."""
    edges = sorted(
        (place, is_start, side, index)
        for side, values in enumerate((old, new))
        for index, value in enumerate(values)
        for span in spans_of(value)
        for place, is_start in ((span.start, True), (span.end, False))
    )
    shared: Counter[tuple[int, int]] = Counter()
    open_: tuple[dict[int, None], dict[int, None]] = ({}, {})
    for (place, is_start, side, index), (after, *_) in pairwise(edges):
        if is_start:
            open_[side][index] = None
        else:
            open_[side].pop(index, None)
        if place < after and all(open_):
            for a in _last(open_[0]):
                for b in _last(open_[1]):
                    if type(old[a]) is type(new[b]):
                        shared[a, b] += after - place
    return shared


def _last(open_: dict[int, None]) -> list[int]:
    found: list[int] = []
    for index in reversed(open_):
        found.append(index)
        if len(found) == _DEEP:
            break
    return found


def spans_of(value: Quote | Claim) -> tuple[Span, ...]:
    return value.spans if isinstance(value, Quote) else (value.span,)


def _covered(value: Quote | Claim) -> int:
    return sum(map(len, spans_of(value)))


def _alike(old: Quote | Claim, new: Quote | Claim) -> str:
    """Why decisions may go on; "" where a figure, a name or a negation differs."""
    if isinstance(old, Claim) and isinstance(new, Claim) and old.negated != new.negated:
        return ""
    one, two = wording(old.text), wording(new.text)
    mine, other = Counter(one.forms), Counter(two.forms)
    lost, gained = mine - other, other - mine
    if lost.keys() & _telling(one) or gained.keys() & _telling(two):
        return ""
    words = lost.total() + gained.total()
    if not words:
        return SAME_WORDS
    return f"bounds differ by {words} word{'' if words == 1 else 's'}, figures and names equal"


def _telling(side: Wording) -> set[str]:
    """The words that are a figure, a negation, or printed like a name.

    A capital at the very beginning may be that of a sentence or that of a name: it counts as a name,
    since a decision that is shown as changed is soon made again.
    """
    return {
        form
        for index, form in enumerate(side.forms)
        if index in side.names
        or is_figure(form)
        or form in NEGATORS
        or (side.printed[index][:1].isupper() and form not in FUNCTION_WORDS)
    }


def moved_to(values: Iterable[Quote | Claim], old: str, new: str) -> list[Quote | Claim]:
    """The values at the places of their words in another text; those whose words are not there
    stay as they are.
    """
    alignment = Alignment(old, new)
    return [placed(value, alignment, new) or value for value in values]


def placed(value: Quote | Claim, alignment: Alignment, new: str) -> Quote | Claim | None:
    """A value at the place of its words in the newer text of an alignment; None if they are not there."""
    if isinstance(value, Quote):
        found = alignment.anchor(value.spans)
        if found.state not in _KEPT or len(found.spans) != len(value.spans):
            return None
        return replace(value, spans=found.spans, text=joined(new, found.spans))
    figure, sentence = (alignment.anchor((span,)) for span in (value.span, value.sentence))
    if not {figure.state, sentence.state} <= _KEPT or not (figure.spans and sentence.spans):
        return None
    (place,), (around,) = figure.spans, sentence.spans
    return replace(value, span=place, text=place.of(new), sentence=around) if around.contains(place) else None
