"""How a review goes: what was decided in this sitting, how fast, and how far two reviewers agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from claims.model import Judgement, JudgementKind
from claims.views import Agreement
from tui.state.words import counted, verdict_words

# After so long a pause somebody sits down anew.
PAUSE = timedelta(minutes=30)
# A shorter time says nothing of how long the rest will take.
LEAST = timedelta(minutes=1)
_VERDICTS = (JudgementKind.FINDING, JudgementKind.QUOTES, JudgementKind.SPEAKERS)
# From this kappa on (Altman, Practical Statistics for Medical Research, 1991).
_WORDS = ((0.81, "very good"), (0.61, "good"), (0.41, "moderate"), (0.21, "fair"), (0.0, "poor"))


@dataclass(frozen=True, slots=True)
class Sitting:
    """Decisions with no long pause between them.

    Attributes:
        verdicts: how often each was given, with the reason of a dismissal.
        steps: how many key presses decided them: what was decided together is one.
        took: from the first to the last.
    """

    verdicts: Counter[str]
    steps: int
    took: timedelta

    @property
    def pace(self) -> float | None:
        """Decisions a minute, one by one; None where too few were made to tell."""
        is_telling = self.steps > 2 and self.took >= LEAST
        return (self.steps - 1) / (self.took / timedelta(minutes=1)) if is_telling else None


def sitting(latest_first: Iterable[Judgement], now: datetime) -> Sitting:
    """The sitting that goes on, or was the last one; of the decisions of one reviewer that stand."""
    made: list[Judgement] = []
    for one in latest_first:
        if one.kind not in _VERDICTS:
            continue
        if (made[-1].at if made else now) - one.at > PAUSE:
            break
        made.append(one)
    words = (f"{verdict_words(one.verdict)}{f' ({one.value})' if one.value else ''}" for one in made)
    took = made[0].at - made[-1].at if made else timedelta()
    return Sitting(Counter(words), len({one.at for one in made}), took)


def pace_words(one: Sitting, left: int) -> str:
    """ "2.4 a minute, about 15 minutes to go"; "" where too few were decided to tell."""
    pace = one.pace
    if not pace:
        return ""
    told = f"{pace:.1f} a minute"
    return f"{told}, about {_time(timedelta(minutes=left / pace))} to go" if left else told


def summary(one: Sitting, left: int, decided: int, agreed: Sequence[Agreement], by: str) -> list[str]:
    """Line by line: this sitting, what is left, how far others agree."""
    count = sum(one.verdicts.values())
    lines = [f"This sitting: {counted(count, 'decision')}" + (f" in {_time(one.took)}" if one.took else "")]
    lines += [f"  {number:,} {words}" for words, number in one.verdicts.most_common()]
    pace = pace_words(one, left)
    lines += ["", f"In all you decided {decided:,}; {left:,} are left here." + (f" {pace}." if pace else "")]
    mine = [each for each in agreed if by in (each.one, each.other)]
    return [*lines, *(["", *(agreement_words(each, by) for each in mine)] if mine else [])]


def agreement_words(one: Agreement, by: str) -> str:
    """ "You and carrow: 36 of 40 alike (90%); beyond chance 0.78 of 1, good (Cohen's kappa)."""
    other = one.other if one.one == by else one.one
    told = f"You and {other}: {one.same:,} of {one.both:,} alike ({one.same / one.both:.0%})"
    if one.kappa is None:
        return f"{told}; both always said the same word, so chance cannot be told apart."
    words = next((words for least, words in _WORDS if one.kappa >= least), "less than by chance")
    return f"{told}; beyond chance {one.kappa:.2f} of 1, {words} (Cohen's kappa)."


def _time(time: timedelta) -> str:
    minutes = round(time / timedelta(minutes=1))
    if minutes < 1:
        return "less than a minute"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02} min" if hours else counted(minutes, "minute")
