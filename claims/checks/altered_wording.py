"""One utterance that different sources print with other words, other figures, or cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from claims.checks.altered_wording_told import in_a_sentence
from claims.checks.citing import all_evidence, may_be_a_series, one_source
from claims.checks.cut_condition import is_cut_condition
from claims.checks.explaining import explanations, settlers
from claims.checks.speaking import is_one_speaker
from claims.checks.ties import FRESH, days_apart
from claims.checks.together import together
from claims.checks.turned import FEWEST_WORDS, turned, turned_keys
from claims.matching.likeness import likeness
from claims.matching.names import agree
from claims.matching.wording import MODALS, NEGATORS, matter, whole, wording
from claims.model import Finding, FindingKind, Quote, QuoteKind, Relation, Severity
from claims.ports import Citation, Reach
from claims.views import Compared

# Distinct wordings compared in one cluster; the first ones in time are kept.
_MOST_WORDINGS = 16

# Words whose loss in a cut changes what was promised or claimed.
_QUALIFIERS = (
    NEGATORS
    | MODALS
    | frozenset(
        """if unless until except only alleged allegedly reportedly likely unlikely possibly probably
        perhaps maybe some many most almost nearly about around hope hopefully believe think however but
        although though appears seems suggest""".split()
    )
)


class AlteredWording:
    """Versions of one utterance that differ in more than marks and spelling."""

    name = "altered-wording"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The utterance, for a quote that matching put with others; and for words in quotation marks what
        is left of each sentence without "not", since matching keeps a statement and its opposite apart.
        """
        turned_round = turned_keys(citation)
        return [citation.utterance, *turned_round] if citation.utterance else turned_round

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for the wordings of different sources: the gravest two, the others beside them."""
        first: dict[str, Citation] = {}
        for citation in group:
            if isinstance(citation.value, Quote):
                first.setdefault(whole(citation.value.text).casefold(), citation)
            if len(first) == _MOST_WORDINGS:
                break
        yield from together(_each_two(list(first.values())))


def _each_two(wordings: Sequence[Citation]) -> Iterator[Finding]:
    for a, b in combinations(wordings, 2):
        # A reprint that alters its origin's words counts, one source's own two pages do not.
        if not one_source(a.document, b.document) and (found := _turned(a, b) or _differing(a, b)):
            yield from _told(found, a, b)


def _differing(a: Citation, b: Citation) -> Compared | None:
    """How two printings of one utterance differ."""
    is_one = a.utterance and a.utterance == b.utterance
    return likeness(a.value.text, b.value.text) if is_one else None


def _are_two_voices(a: Citation, b: Citation) -> bool:
    """Do the pages give the words to two speakers, with or without a name ("the port", "police")?"""
    names = [c.value.attribution.name for c in (a, b) if isinstance(c.value, Quote) and c.value.attribution]
    return len(names) == 2 and agree(*names).score < _ONE_SPEAKER


def _turned(a: Citation, b: Citation) -> Compared | None:
    """How two quotes of the same days that name no two speakers say the opposite, if they do."""
    if (days_apart(a.document, b.document) or 0) > FRESH or _are_two_voices(a, b):
        return None
    return turned(a, b)


# "Vega" and "Marisol Vega" score 0.6, two names less.
_ONE_SPEAKER = 0.5


def _told(found: Compared, a: Citation, b: Citation) -> Iterator[Finding]:
    one, two = a.value, b.value
    assert isinstance(one, Quote)
    assert isinstance(two, Quote)
    paraphrased = QuoteKind.INDIRECT in (one.kind, two.kind)
    again = (days_apart(a.document, b.document) or 0) > FRESH or may_be_a_series(a.document, b.document)
    severity = (
        _of_other_words(found, a, b, again) if paraphrased else _severity(found, one.text, two.text, again)
    )
    if severity is None or _is_chatter(found) or is_cut_condition(a, b):
        return  # a condition that is cut is told once, by the check of conditions
    if _are_two_voices(a, b):
        if paraphrased:
            return  # what two say in the reporters' words are two statements
        severity = max(severity, Severity.MEDIUM, key=lambda one: one.rank)
    if found.relation is Relation.ALTERED and not (is_one_speaker(a, b) and _shares_enough(one, two)):
        severity = Severity.LOW
    if severity is Severity.HIGH and found.relation is Relation.NEGATED and not is_one_speaker(a, b):
        severity = Severity.MEDIUM  # of two speakers one may answer the other
    if (days_apart(a.document, b.document) or 0) > FRESH and is_one_speaker(a, b):
        severity = Severity.LOW  # who says it again weeks later may say it otherwise
    yield Finding(
        AlteredWording.name, _kind(severity), severity, (one.id, two.id), in_a_sentence(found, a, b),
        found.why, all_evidence((a, b)), explanations(a, b), settlers((a, b)),
    )  # fmt: skip


# What a reporter leaves out of a sentence that was spoken.
_CHATTER = frozenset(
    """i mean s you know well look again so and uh um ok okay right folks frankly honestly believe me of
    course now listen anyway see actually really just""".split()
)


def _is_chatter(found: Compared) -> bool:
    """Is all that differs something that was left out and says nothing ("I mean", "you know")?"""
    if found.relation not in (Relation.ALTERED, Relation.ELIDED, Relation.TRUNCATED):
        return False
    left_out = [reason.partition(": ") for reason in found.why]
    return all(
        verb == "left out" and _CHATTER.issuperset(wording(words).forms) for verb, _, words in left_out
    )


def _shares_enough(one: Quote, two: Quote) -> bool:
    """With few words of matter in common ("we are going to ... so much") they may be two statements."""
    return len(set(matter(one.text)) & set(matter(two.text))) >= FEWEST_WORDS


def _kind(severity: Severity) -> FindingKind:
    """Other figures or the opposite cannot both have been said; a plain cut takes nothing back."""
    kinds = {Severity.HIGH: FindingKind.CONFLICT, Severity.LOW: FindingKind.COMPATIBLE}
    return kinds.get(severity, FindingKind.POSSIBLE_CONFLICT)


def _of_other_words(found: Compared, a: Citation, b: Citation, again: bool) -> Severity | None:
    """A paraphrase promises no wording: only a "not" in the reports of one day matters, and another figure
    than the quotation of the same speaker has, or than a paraphrase that has all other words.

    Another figure in other words may be of another month or place: of one speaker it weighs little, and of
    two the checks of figures ask that.
    """
    if again:
        return None
    if found.relation is Relation.CHANGED_FIGURE:
        quoted = any(isinstance(c.value, Quote) and c.value.kind is not QuoteKind.INDIRECT for c in (a, b))
        if not is_one_speaker(a, b):
            return None
        return Severity.MEDIUM if quoted or _only_figures_differ(found, a, b) else Severity.LOW
    return Severity.MEDIUM if found.relation is Relation.NEGATED else None


def _only_figures_differ(found: Compared, a: Citation, b: Citation) -> bool:
    """Do the reports of one day say the same of two figures ("The pier will cost $4.2 million")?"""
    return len(found.why) == 1 and days_apart(a.document, b.document) == 0


def _severity(found: Compared, left: str, right: str, again: bool) -> Severity | None:
    """None for what differs in nothing that matters; words said again later may have other figures."""
    weighty = bool(_lost_words(left, right) & _QUALIFIERS)
    match found.relation:
        case Relation.CHANGED_FIGURE | Relation.NEGATED:
            return Severity.MEDIUM if again else Severity.HIGH
        case Relation.ALTERED:
            return Severity.MEDIUM
        case Relation.ELIDED | Relation.TRUNCATED:
            return Severity.MEDIUM if weighty and not _begins_later(found) else Severity.LOW
        case _:
            return None


# A clause of its own ends in one of these: what follows stands without it.
_JOINING = frozenset("but and so because or".split())


def _begins_later(found: Compared) -> bool:
    """Is all that one has left out a clause before "but" or "and"?"""
    left_out = [reason.partition(": ")[2] for reason in found.why]
    return all((wording(words).forms or ("",))[-1] in _JOINING for words in left_out)


_SENTENCE = re.compile(r"[^.!?]+")


def _lost_words(left: str, right: str) -> set[str]:
    """Words that the shorter text lacks of a sentence it prints in part; a whole one left out is no loss."""
    shorter, longer = sorted((left, right), key=len)
    kept = set(wording(shorter).forms)
    lost: set[str] = set()
    for sentence in _SENTENCE.findall(longer):
        forms = set(wording(sentence).forms)
        if 2 * len(forms & kept) >= len(forms):
            lost |= forms - kept
    return lost
