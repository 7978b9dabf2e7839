"""A statement that one source ends before its condition: "I would support it", "... only if it is cheap"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from claims.checks.citing import all_evidence, begun, names_of_both, one_source
from claims.checks.explaining import explanations, settlers
from claims.checks.speaking import is_one_speaker, last_name, speaker
from claims.checks.ties import FRESH, days_apart
from claims.matching.wording import wording
from claims.model import Finding, FindingKind, Quote, QuoteKind, Severity
from claims.ports import Citation, Reach

# Words that both begin with; of three ("we will be") many statements are beginnings.
_BEGINNING = 4
# A statement cut to more words than this is compared by altered-wording, with others of its utterance.
_LONGEST = 24
_MOST_COMPARED = 32
# What follows takes back, or ties to something, what was said before it.
_CONDITION = re.compile(
    r"[\s,;:–—-]{0,4}(?:(?:but |and )?only (?:if|when|after|as|because)|if|unless|until|provided|as long as"
    r"|except|but (?:not|only|if)|on (?:the |one )?condition|though|although|assuming|so long as"
    r"|were it not|had it not)\b",
    re.IGNORECASE,
)


class CutCondition:
    """Short statements that lost the condition with which another source prints them."""

    name = "cut-condition"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The speaker's last name with the first words, for what stands in quotation marks."""
        quote, who = citation.value, last_name(citation)
        if not who or not isinstance(quote, Quote) or quote.kind is QuoteKind.INDIRECT:
            return []
        forms = _beginning(quote.text)
        return [f"{who}|{' '.join(forms)}"] if len(forms) == _BEGINNING else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each statement and the cut of it."""
        first: dict[tuple[str, str], Citation] = {}
        for citation in group:
            first.setdefault((citation.document.id, citation.value.text), citation)
            if len(first) == _MOST_COMPARED:
                break
        for a, b in combinations(first.values(), 2):
            cut, whole = _by_length(a, b)
            lost = _lost(cut.value.text, whole.value.text)
            if lost and _is_one_statement(cut, whole) and not _is_told_beside(cut):
                yield _finding(cut, whole, lost)


def is_cut_condition(a: Citation, b: Citation) -> bool:
    """Does one of two quotes end before the condition of the other? Then this check has looked at them."""
    quotes = [one.value for one in (a, b) if isinstance(one.value, Quote)]
    if any(quote.kind is QuoteKind.INDIRECT for quote in quotes) or last_name(a) != last_name(b):
        return False
    cut, whole = _by_length(a, b)
    return bool(_lost(cut.value.text, whole.value.text)) and _is_one_statement(cut, whole)


def _by_length(a: Citation, b: Citation) -> tuple[Citation, Citation]:
    one, two = sorted((a, b), key=lambda each: len(each.value.text))
    return one, two


# A reporter may give the condition in other words, beside the quotation ("She added that it depends on").
_BESIDE = re.compile(
    r"\b(?:if|unless|until|once|provided|assuming|as long as|only (?:when|after|as)|subject to"
    r"|depend\w{0,4}|condition\w{0,4}|contingent|hinge\w?|caveat)\b",
    re.IGNORECASE,
)
# Letters before and after a quotation in which that would stand: about its own sentence and the next.
_ABOUT = 200


def _is_told_beside(cut: Citation) -> bool:
    quote, text = cut.value, cut.document.text
    assert isinstance(quote, Quote)
    span = quote.whole
    beside = text[max(0, span.start - _ABOUT) : span.start], text[span.end : span.end + _ABOUT]
    return any(_BESIDE.search(words) for words in beside)


# Letters in which the first words surely end, and in which they mostly do.
_READ, _MOSTLY = 200, 60


def _beginning(text: str) -> tuple[str, ...]:
    """The first words of a statement, folded. What follows may change the one before it, and a word that
    is cut may be two, so that three more are read.
    """
    forms = wording(text[:_MOSTLY]).forms
    if len(forms) < _BEGINNING + 3:
        forms = wording(text[:_READ]).forms
    return forms[:_BEGINNING]


def _lost(cut: str, whole: str) -> str:
    """The words with which the longer goes on, if they are a condition and the shorter ends before them."""
    mine, other = wording(cut), wording(whole[: len(cut) + _READ])
    number = len(mine.forms)
    if number > _LONGEST or number >= len(other.forms) or other.forms[:number] != mine.forms:
        return ""
    rest = whole[other.ends[number - 1][1] :]
    return " ".join(rest.split()) if other.text == whole[: len(other.text)] and _CONDITION.match(rest) else ""


def _is_one_statement(a: Citation, b: Citation) -> bool:
    if one_source(a.document, b.document) or not is_one_speaker(a, b):
        return False
    return (days_apart(a.document, b.document) or 0) <= FRESH


def _finding(cut: Citation, whole: Citation, lost: str) -> Finding:
    left, right = names_of_both(cut.document, whole.document)
    who = speaker(cut)
    name = who.name if who else "the speaker"
    rest = lost if len(lost) <= _MOST_TOLD else f"{lost[: _MOST_TOLD - 2].rstrip(' ,')} …"
    rest = rest.strip(" ,;")
    said = f"{begun(left)} ends {name}’s words before “{rest}”, with which {right} prints them."
    steps = (
        f"{left}: “{cut.value.text}”",
        f"{right}: “{' '.join(whole.value.text.split())}”",
        "a condition is cut",
    )
    return Finding(
        CutCondition.name, FindingKind.POSSIBLE_CONFLICT, Severity.MEDIUM, (cut.value.id, whole.value.id),
        said, steps, all_evidence((cut, whole)), explanations(cut, whole), settlers((cut, whole)),
    )  # fmt: skip


_MOST_TOLD = 120
