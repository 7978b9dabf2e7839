"""Who said a quote, and when, as the checks of words ask it."""

from __future__ import annotations

from claims.checks.citing import is_name
from claims.matching.names import agree, form
from claims.model import Attribution, PartialDate, Quote, SpeakerKind
from claims.ports import Citation

# "Vega" and "Marisol Vega" score 0.6, two names less.
_ONE_SPEAKER = 0.5


def speaker(citation: Citation) -> Attribution | None:
    """Who said it, if that is printed like a person's or a body's name."""
    who = citation.value.attribution if isinstance(citation.value, Quote) else None
    if who is None or who.kind is SpeakerKind.GROUP or not is_name(who.name):
        return None
    return who


def last_name(citation: Citation) -> str:
    """What the names of one speaker share in all documents: the last word, in lower case; "" for nobody."""
    who = speaker(citation)
    words = form(who.name).split() if who else []
    return words[-1] if words else ""


def is_one_speaker(a: Citation, b: Citation) -> bool:
    """May the two names be of one? A surname alone may be anybody's who has it."""
    one, two = speaker(a), speaker(b)
    return one is not None and two is not None and agree(one.name, two.name).score >= _ONE_SPEAKER


def is_named_in_full(citation: Citation) -> bool:
    who = speaker(citation)
    return who is not None and len(form(who.name).split()) > 1


def said(citation: Citation) -> PartialDate | None:
    """The day on which it was said, else that of the document."""
    stated = citation.value.said_on if isinstance(citation.value, Quote) else None
    return stated or citation.document.published


def days_later(a: Citation, b: Citation) -> int | None:
    """How many days after the first the second was said, at least; None if that is not known or not after."""
    first, second = said(a), said(b)
    if first is None or second is None or second.earliest <= first.latest:
        return None
    return (second.earliest - first.latest).days


def dated(citation: Citation) -> str:
    """The day as it is told: "2031-03-03"; "without date"."""
    return str(said(citation) or "without date")
