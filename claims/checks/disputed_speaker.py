"""The same words put into the mouths of different people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from claims.checks.citing import (
    all_evidence,
    begun,
    is_name,
    may_be_a_series,
    names_of_both,
    one_source,
)
from claims.checks.explaining import explanations, settlers
from claims.checks.ties import DAYS, days_apart
from claims.checks.together import together
from claims.matching.likeness import likeness
from claims.matching.names import agree, form
from claims.matching.wording import matter
from claims.model import Attribution, Finding, FindingKind, Quote, QuoteKind, Severity, SpeakerKind
from claims.model.identity import normalised
from claims.ports import Citation, Reach

# Names as likely one person's as another's are not called two people.
_SURELY_TWO = 0.5
# Attributions below this are guesses of the extraction.
_SURE = 0.7
_MOST_NAMES = 12
# A joint release names the second speaker within this many characters of the first ("said Vega and Tran").
_JOINT = 60
# ... and in the same sentence, outside the marks of quotation.
_BREAK = re.compile(r"[\n\"“”«»]")


class DisputedSpeaker:
    """Versions of one utterance in which two sources name two people who cannot be one."""

    name = "disputed-speaker"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The utterance, for a quote with a named speaker that matching put with others."""
        return [citation.utterance] if citation.utterance and _who(citation) is not None else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for all names, on the first quote with each: the gravest two before the others."""
        first: dict[str, Citation] = {}
        for citation in group:
            who = _who(citation)
            if who is not None:
                first.setdefault(form(who.name), citation)
            if len(first) == _MOST_NAMES:
                break
        yield from together(
            _finding(a, b)
            for a, b in combinations(first.values(), 2)
            if not one_source(a.document, b.document) and _are_two(a, b) and _are_the_same_words(a, b)
        )


def _who(citation: Citation) -> Attribution | None:
    """Who said it, if that is printed like a name: a clause taken for a speaker disputes nothing."""
    who = citation.value.attribution if isinstance(citation.value, Quote) else None
    return who if who is not None and is_name(who.name) else None


def _are_two(a: Citation, b: Citation) -> bool:
    """Two people, or two bodies; a spokeswoman speaks for her body, "officials" may be anybody."""
    one, two = _who(a), _who(b)
    if one is None or two is None or one.kind is not two.kind or one.kind is SpeakerKind.GROUP:
        return False
    if _shares_a_name(one.name, two.name) or _names_both(a, two) or _names_both(b, one):
        return False
    return agree(one.name, two.name).score < _SURELY_TWO


# Where somebody is from, as headlines put it before a surname.
_FROM = re.compile(r"^.{0,40}-(?:area|based|born)\s")


def _shares_a_name(left: str, right: str) -> bool:
    """ "Vega", "Mayor Marisol Vega" and "Halden-area Vega": a surname alone disputes nothing."""
    mine, other = (form(_FROM.sub("", name)).split() for name in (left, right))
    if not mine or not other or set(mine) <= set(other) or set(other) <= set(mine):
        return True
    # "Vega Visits Pier" is a headline taken for a name; Ana Vega and Marisol Vega are two people.
    return mine[-1] != other[-1] and (mine[-1] in other or other[-1] in mine)


def _names_both(citation: Citation, other: Attribution) -> bool:
    """Does a joint release give the words to both, with the other name beside the first?"""
    who = _who(citation)
    if who is None or who.mention is None:
        return False
    text, mention = citation.document.text, who.mention
    before = _BREAK.split(text[max(0, mention.start - _JOINT) : mention.start])[-1]
    after = _BREAK.split(text[mention.end : mention.end + _JOINT])[0]
    return form(other.name).split()[-1] in normalised(f"{before} {after}").split()


def _are_the_same_words(a: Citation, b: Citation) -> bool:
    """Versions further apart than two speakers may be are a chain of likenesses, not one statement.

    Years apart two people may say "this is great news for our town", and two paraphrases
    may be of what both said.
    """
    if (days_apart(a.document, b.document) or 0) > DAYS or not (_is_quoted(a) or _is_quoted(b)):
        return False
    if _is_a_name(a) or _is_a_name(b):
        return False
    return likeness(a.value.text, b.value.text, same_speaker=False).relation.joins


def _finding(a: Citation, b: Citation) -> Finding:
    one, two = _who(a), _who(b)
    assert one is not None
    assert two is not None
    left, right = names_of_both(a.document, b.document)
    sentence = f"{begun(left)} gives these words to {one.name}; {right} gives them to {two.name}."
    why = (f"{left}: “{_short(a)}”", f"{right}: “{_short(b)}”", f"{one.name} and {two.name} are two names")
    sure = min(one.confidence, two.confidence) >= _SURE and _is_quoted(a) and _is_quoted(b)
    sure = sure and not may_be_a_series(a.document, b.document) and not (_is_stock(a) or _is_stock(b))
    kind = FindingKind.CONFLICT if sure else FindingKind.POSSIBLE_CONFLICT
    doubtful = Severity.LOW if _is_stock(a) or _is_stock(b) else Severity.MEDIUM
    severity = Severity.HIGH if sure else doubtful
    return Finding(
        DisputedSpeaker.name, kind, severity, (a.value.id, b.value.id), sentence, why,
        all_evidence((a, b)), explanations(a, b), settlers((a, b)),
    )  # fmt: skip


# With fewer words of matter than this ("help is on the way") many people say the same of one event.
_FEWEST_WORDS = 4


def _is_stock(citation: Citation) -> bool:
    return len(matter(citation.value.text)) < _FEWEST_WORDS


def _is_a_name(citation: Citation) -> bool:
    """A name in quotation marks, a title or a slogan: anybody may say it."""
    words = citation.value.text.split()
    return len(words) < _NAME_WORDS and all(word[:1].isupper() for word in words)


_NAME_WORDS = 6


def _is_quoted(citation: Citation) -> bool:
    """In quotation marks; a paraphrase may be of words that two people said."""
    return isinstance(citation.value, Quote) and citation.value.kind is not QuoteKind.INDIRECT


# So much of the words tells which they are; the evidence shows all.
_LONGEST = 100


def _short(citation: Citation) -> str:
    """The first piece of a quote, which the paper printed without a break."""
    quote = citation.value
    pieces = quote.spans if isinstance(quote, Quote) else (quote.span,)
    text = " ".join(pieces[0].of(citation.document.text).split())
    whole = len(pieces) == 1 and len(text) <= _LONGEST
    return text if whole else f"{text[: _LONGEST - 2].rstrip(' ,')} …"
