"""A speaker called by an office that another page, printed before, calls a former one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from claims.checks.citing import all_evidence, begun, names_of_both, publisher
from claims.checks.explaining import settlers
from claims.checks.speaking import (
    dated,
    days_later,
    is_named_in_full,
    is_one_speaker,
    last_name,
    said,
    speaker,
)
from claims.model import Finding, FindingKind, Quote, QuoteKind, Severity
from claims.model.identity import normalised
from claims.ports import Citation, Reach

_FORMER = re.compile(r"\b(?:former|ex|then|onetime|one-time|past|retired|ousted|late)\b[- ]?", re.IGNORECASE)
# Courtesy gives these for life: "President Brask" of one who left office years ago is no mistake.
_FOR_LIFE = frozenset(
    """president senator sen governor gov representative rep congressman congresswoman ambassador judge
    justice general gen admiral adm colonel col captain capt doctor dr professor prof""".split()
)
# A page that tells of earlier days gives the office of those days.
_LOOKS_BACK = re.compile(
    r"\b(?:recorded|taped|filmed|archived?|old (?:interview|speech|video|talk|letter)|at the time|back then"
    r"|years? (?:ago|earlier|before)|months? (?:ago|earlier|before)|last year"
    r"|when (?:he|she|they) (?:was|were)|had (?:said|told|written|warned|promised))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Letters before and after a speaker's words in which that would stand.
_ABOUT = 160
_MOST_LATER, _MOST_SOURCES = 64, 3
# Half-years for which a former office is remembered: two years, less than most terms.
_HALVES, _JUNE = 4, 6


class RoleOutOfDate:
    """Offices that had ended when a page still called somebody by them."""

    name = "role-out-of-date"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The speaker's last name with the office and the half-year; a former office for the next ones too.

        Without the half-year all that an official ever said would be compared at every new word.
        """
        who, office, date = last_name(citation), _office(citation), said(citation)
        if not (who and office and date):
            return []
        half = 2 * date.earliest.year + (date.earliest.month > _JUNE)
        halves = range(half, half + (_HALVES if _is_former(citation) else 1))
        return [f"{who}|{office}|{each}" for each in halves]

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each document that calls one by an office that had ended."""
        past = [one for one in group if _is_former(one) and said(one)]
        if not past:
            return
        first = min(past, key=dated)
        later = {one.document.id: one for one in reversed(group) if _is_late(first, one)}
        sources = {publisher(one.document) for one in later.values()}
        # Where several say it, the office was won back, or there are two of the name.
        if len(sources) < _MOST_SOURCES:
            for one in [*later.values()][:_MOST_LATER]:
                yield _finding(first, one)


def _is_late(first: Citation, later: Citation) -> bool:
    """Does a page printed later still give the office to the one that is named in full in both?"""
    if _is_former(later) or days_later(first, later) is None or not is_one_speaker(first, later):
        return False
    one, two = speaker(first), speaker(later)
    if one is None or two is None or not (is_named_in_full(first) and is_named_in_full(later)):
        return False
    if _looks_back(first, later):
        return False
    bodies = normalised(one.organization), normalised(two.organization)
    return bodies[0] == bodies[1] or "" in bodies


def _looks_back(first: Citation, later: Citation) -> bool:
    """Does the later page, around the words, tell of a time before the office was a former one?"""
    quote, text, since = later.value, later.document.text, said(first)
    assert isinstance(quote, Quote)
    whole = quote.whole
    # In a speaker's own words "years ago" is of what he tells; in the reporter's words it is of the telling.
    inside = "" if quote.kind is QuoteKind.DIRECT else quote.text[:_ABOUT]
    around = text[max(0, whole.start - _ABOUT) : whole.start], inside, text[whole.end : whole.end + _ABOUT]
    years = (int(year) for part in around for year in _YEAR.findall(part))
    is_earlier = since is not None and any(year < since.earliest.year for year in years)
    return is_earlier or any(_LOOKS_BACK.search(part) for part in around)


def _office(citation: Citation) -> str:
    """The office without what says that it has ended; "" for none, and for those kept for life."""
    who = speaker(citation)
    words = normalised(_FORMER.sub("", who.role)).split() if who else []
    is_kept = not words or words[0] == "who" or bool(_FOR_LIFE & {words[0], words[-1]})
    return "" if is_kept else " ".join(words)


def _is_former(citation: Citation) -> bool:
    who = speaker(citation)
    return who is not None and bool(_FORMER.match(who.role) or _FORMER.match(who.mention_text))


def _finding(first: Citation, later: Citation) -> Finding:
    one, two = speaker(first), speaker(later)
    assert one is not None
    assert two is not None
    left, right = names_of_both(first.document, later.document)
    sentence = (
        f"{begun(right)} ({dated(later)}) calls {two.name} {two.role}; "
        f"{left} ({dated(first)}) had {one.role} already."
    )
    steps = (
        f"{left}, {dated(first)}: “{_passage(first)}”",
        f"{right}, {dated(later)}: “{_passage(later)}”",
        "the office had ended when the later page was printed",
    )
    return Finding(
        RoleOutOfDate.name, FindingKind.POSSIBLE_CONFLICT, Severity.LOW, (first.value.id, later.value.id),
        sentence, steps, all_evidence((first, later)),
        ("the office may have been won back, or be given out of courtesy",), settlers((first, later)),
    )  # fmt: skip


def _passage(citation: Citation) -> str:
    """Who is named and how: the words of the mention."""
    who = speaker(citation)
    return " ".join((who.mention_text if who else "").split())
