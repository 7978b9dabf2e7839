"""Is a recorded figure of what the text tells of: of its event, its year, its matter?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.checks.events import event_of, named_events, tie
from claims.checks.explained import explained
from claims.checks.leading import as_printed
from claims.checks.measured import measure_key, measure_of
from claims.checks.words_around import stems
from claims.model import Claim
from claims.ports import Citation

# Of the words of a text without a named event, besides those of the measure, so many must stand in the
# recorded figure's sentence, title or lead, or half if they are fewer.
_SHARED = 2
# Letters at the beginning of a document that say what it is about.
_LEAD = 900


def of_something_else(asked: Citation, recorded: Citation, fits: str) -> bool:
    """Do the two figures count other things, or the same of other events, years, places or parts?

    Args:
        fits: how the figures fit. What narrows one of them is no matter where both are one amount.
    """
    if _of_other_events(asked, recorded) or _of_other_years(asked, recorded):
        return True
    if fits == "agree":
        return False
    mine, other = measure_key(asked), measure_key(recorded)
    return bool(mine and other and mine != other) or bool(explained(asked, recorded))


def which_event(asked: Citation, recorded: Citation) -> Iterator[str]:
    """Of what the recorded figure is, where the text that is asked for does not say it of its own."""
    other, mine = event_of(recorded), named_events(asked.sentence)
    if other and not mine:
        yield f"on record it is of {as_printed(other, recorded.document)}"
    elif mine and not other:
        yield f"the record does not say that it is of {as_printed(min(mine), asked.document)}"
    if narrowed := explained(asked, recorded):
        yield f"not said of the same: {narrowed}"


def _of_other_events(asked: Citation, recorded: Citation) -> bool:
    """Is nothing there that ties them: the name of the event, else names or words of what it is about?"""
    if named_events(asked.sentence):
        return tie(asked, recorded) is None
    mine = _matter(asked)
    told = stems(f"{recorded.sentence}\n{recorded.document.title}\n{recorded.document.text[:_LEAD]}")
    return len(mine & told) < min(_SHARED, (len(mine) + 1) // 2)


def _matter(asked: Citation) -> frozenset[str]:
    """What a sentence tells besides its measure: of "the ferry fire killed 20 people" ferry and fire."""
    claim, measure = asked.value, measure_of(asked)
    assert isinstance(claim, Claim)
    return stems(asked.sentence) - measure.nouns - stems(f"{claim.counted} {claim.role} {measure.outcome}")


_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![,.]\d)")


def _of_other_years(asked: Citation, recorded: Citation) -> bool:
    """Does the text name a year, and is the recorded figure of another one?"""
    mine = _years(asked)
    other = _years(recorded)
    if not other and recorded.document.published:
        published = recorded.document.published
        other = {str(year) for year in range(published.earliest.year, published.latest.year + 1)}
    return bool(mine) and bool(other) and mine.isdisjoint(other)


def _years(cited: Citation) -> set[str]:
    """Years that the figure's own words name: those of its period or date, else of its sentence."""
    claim = cited.value
    assert isinstance(claim, Claim)
    own = _YEAR.findall(f"{claim.period} {claim.as_of or ''}")
    return set(own or _YEAR.findall(cited.sentence)) - {claim.text}
