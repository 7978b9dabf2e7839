"""A statement of long ago that a later page prints as if it were of its own day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from claims.checks.citing import all_evidence, begun, names_of_both, one_source
from claims.checks.explaining import settlers
from claims.checks.speaking import dated, days_later, is_one_speaker, said, speaker
from claims.matching.likeness import likeness
from claims.matching.wording import matter
from claims.model import Finding, FindingKind, Quote, QuoteKind, Relation, Severity
from claims.ports import Citation, Reach

# A speech is quoted for weeks; what comes back after so many days was said again or is old.
_LONG_AGO = 90
# With fewer words of matter than this people say the same again.
_FEWEST_WORDS = 8
# Later pages that are compared with the first one.
_MOST_LATER = 32
# Letters around the words in which a page says when they were said.
_AROUND = 220
# The page says that the words are older, or are quoted from elsewhere.
_PAST = re.compile(
    r"\b(?:1[89]\d\d|20\d\d|ago|years? before|last (?:year|month|spring|summer|fall|autumn|winter)"
    r"|previous(?:ly)?|earlier|once|famously|at the time|back (?:in|then)|recalled|had (?:said"
    r"|told|written|promised|warned)|in the past|then-|former(?:ly)?|when (?:he|she|they|it) |again|repeat\w*"
    r"|reiterat\w*|has (?:said|long|repeatedly|often)|have said|often|archive|history|anniversary"
    r"|January|February|March|April|June|July|August|September|October|November|December)\b"
)
# The page gives the words to its own days.
_FRESH = re.compile(
    r"\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening|week)"
    r"|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


class OldAsNew:
    """Words of long ago printed with a day of this week."""

    name = "old-as-new"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The utterance, for words in quotation marks that matching put with others."""
        quote = citation.value
        quoted = isinstance(quote, Quote) and quote.kind is not QuoteKind.INDIRECT
        return [citation.utterance] if quoted and citation.utterance and speaker(citation) else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each later page, against the first that printed the words."""
        printed = sorted((one for one in group if said(one)), key=dated)
        if not printed:
            return
        first = printed[0]
        for later in printed[1 : _MOST_LATER + 1]:
            if _is_old(first, later):
                yield _finding(first, later)


def _is_old(first: Citation, later: Citation) -> bool:
    apart = days_later(first, later)
    # An office that uses its own sentence again says it again.
    if apart is None or apart < _LONG_AGO or one_source(first.document, later.document):
        return False
    if len(matter(later.value.text)) < _FEWEST_WORDS or not is_one_speaker(first, later):
        return False
    around = _around(later)
    if not _FRESH.search(around) or _PAST.search(around):
        return False
    return likeness(first.value.text, later.value.text).relation in (Relation.IDENTICAL, Relation.NEAR)


def _around(citation: Citation) -> str:
    """The text before and after the words, without them, inside their paragraph."""
    quote, text = citation.value, citation.document.text
    assert isinstance(quote, Quote)
    whole = quote.whole
    before = text[max(0, whole.start - _AROUND) : whole.start].rpartition("\n")[2]
    after = text[whole.end : whole.end + _AROUND].partition("\n")[0]
    inside = [text[one.end : two.start] for one, two in zip(quote.spans, quote.spans[1:], strict=False)]
    return " ".join((before, *inside, after))


def _finding(first: Citation, later: Citation) -> Finding:
    left, right = names_of_both(first.document, later.document)
    who = speaker(later)
    name = who.name if who else "the speaker"
    fresh = _FRESH.search(_around(later))
    when = f" as of “{fresh.group()}”" if fresh else ""
    said_ = f"{begun(right)} ({dated(later)}) prints words of {name}{when} that {left} had on {dated(first)}."
    steps = (
        f"{left}, {dated(first)}: “{_cut(first.value.text)}”",
        f"{right}, {dated(later)}: “{_cut(later.value.text)}”",
        f"{days_later(first, later)} days lie between, and the later page does not say that they are older",
    )
    return Finding(
        OldAsNew.name, FindingKind.POSSIBLE_CONFLICT, Severity.LOW, (first.value.id, later.value.id), said_,
        steps, all_evidence((first, later)), ("the same words may have been said again",),
        settlers((first, later)),
    )  # fmt: skip


# So much of the words tells which they are; the evidence shows all.
_LONGEST = 140


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 2].rstrip(' ,')} …"
