"""Many things decided in one step: what would be decided, told before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.model.judgements import DISMISSAL_REASONS
from claims.views import Draft, ReviewItem
from tui.state.cases import shown_words
from tui.state.words import counted, verdict_words

SAMPLES = 5
_KINDS = {
    "finding": ("finding", "findings"),
    "quotes": ("pair of versions", "pairs of versions"),
    "speakers": ("pair of speakers", "pairs of speakers"),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The items, in order, and for each the verdict it would get."""

    items: tuple[ReviewItem, ...]
    drafts: tuple[Draft, ...]
    by: str = ""

    @property
    def both(self) -> Iterable[tuple[ReviewItem, Draft]]:
        return zip(self.items, self.drafts, strict=True)

    def question(self) -> str:
        """ "Decide 12 findings: dismissed (rounding)?" """
        verdicts = dict.fromkeys(map(_verdict_words, self.drafts))
        return f"Decide {of_kinds(self.items)}: {' or '.join(verdicts)}?"

    def counts(self) -> list[str]:
        """By weight and what they are; how many were decided before, by whom."""
        heads = Counter(_head(item) for item in self.items)
        told = [f"{number:,} × {head}" for head, number in heads.most_common()]
        names = [
            {one.by for one in item.outcome.judgements} if item.outcome else set() for item in self.items
        ]
        mine, others = sum(self.by in by for by in names), sum(bool(by - {self.by}) for by in names)
        told += [f"{mine:,} of them you have decided already: decided anew"] if mine else []
        told += [f"{others:,} of them others have decided: you may disagree"] if others else []
        return told

    def samples(self) -> list[str]:
        """Five of them, from the first to the last."""
        last, most = len(self.items) - 1, min(SAMPLES, len(self.items))
        places = [round(number * last / max(1, most - 1)) for number in range(most)]
        return [_sample(self.items[place]) for place in places]


def plan(items: Sequence[ReviewItem], which: int, reason: str = "", by: str = "") -> Plan:
    """Accept (0), reject (1) or leave undecided (2) all of them, findings with a reason to dismiss them."""
    drafts = []
    for item in items:
        verdict = item.verdicts[which]
        value = reason if verdict == "dismissed" else ""
        drafts.append(Draft(item.subjects, verdict, value, shown_words(item)))
    return Plan(tuple(items), tuple(drafts), by)


def of_kinds(items: Iterable[ReviewItem]) -> str:
    """ "12 findings and 3 pairs of versions"."""
    kinds = Counter(item.kind for item in items)
    return " and ".join(counted(number, *_KINDS[kind]) for kind, number in kinds.items())


def reasons() -> list[tuple[str, str, str]]:
    """Why a finding does not count, as a choice: key, reason, words; `x` again takes the first."""
    choices = [(f"{n}", reason, reason) for n, reason in enumerate(DISMISSAL_REASONS, 1)]
    return [(f"{choices[0][0]} x", *choices[0][1:]), *choices[1:]]


def _head(item: ReviewItem) -> str:
    return f"{item.finding.severity.value}: {item.heading}" if item.finding else item.heading


def _verdict_words(draft: Draft) -> str:
    return f"{verdict_words(draft.verdict)} ({draft.value})" if draft.value else verdict_words(draft.verdict)


def _sample(item: ReviewItem) -> str:
    words = " / ".join(dict.fromkeys(cited.sentence for cited in item.citations))
    return item.sentence if item.finding else words
