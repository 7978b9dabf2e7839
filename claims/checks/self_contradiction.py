"""One speaker who says the opposite later, or promises another figure, in nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from claims.checks.citing import all_evidence, begun, names_of_both, one_source
from claims.checks.explaining import explanations, settlers
from claims.checks.one_time import are_of_one_time
from claims.checks.speaking import (
    dated,
    days_later,
    is_named_in_full,
    is_one_speaker,
    last_name,
    said,
    speaker,
)
from claims.checks.ties import FRESH
from claims.checks.words_around import holds_any
from claims.matching.likeness import likeness
from claims.matching.wording import NEGATORS, is_figure, matter, wording
from claims.model import Finding, FindingKind, Quote, QuoteKind, Relation, Severity
from claims.model.identity import content_id
from claims.ports import Citation, Reach

# Words of matter at a sentence's beginning that two sentences share to be compared at all; with fewer
# "we will help" and "we will not help" are of anything.
_BEGINNING = 4
# Sentences of one quote that have keys, and sentences of one key that are compared: the first ones.
_MOST_SENTENCES, _MOST_COMPARED = 20, 16
# What one word turns into the opposite of another.
_OPPOSITES = {
    opposite: root
    for root, opposite in (
        pair.split("/")
        for pair in """support/oppose supports/opposes supported/opposed raise/lower raise/cut
        increase/decrease increase/reduce open/close approve/reject accept/refuse keep/abandon always/never
        safe/unsafe guilty/innocent true/false agree/disagree strengthen/weaken expand/shrink hire/dismiss
        build/demolish""".split()
    )
}
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")
# What is said under a condition, asked, or true of one day only is no position.
_OPEN = re.compile(
    r"\b(?:if|unless|until|whether|when|whenever|suppose|would have|could have"
    r"|not (?:only|just|merely|simply)|no longer|yet|still|so far|today|now|yesterday)\b|\?",
    re.IGNORECASE,
)
# One of these stands in whatever a pattern finds, in lower case: most sentences are not searched.
_OPEN_WORDS = (
    "if", "unless", "until", "whether", "when", "suppose", "would have", "could have", "not only", "not just",
    "not merely", "not simply", "no longer", "yet", "still", "so far", "today", "now", "yesterday", "?",
)  # fmt: skip
_OTHERS_WORDS = tuple(
    """say said tell told think thought believe claim argue ask want hear fear rumo opponent rival critic
    predecessor challenger enem""".split()
)
# What others say or think, or will do, is no position of the speaker: "they say we will not build it".
_OF_OTHERS = re.compile(
    r"\b(?<!\bI )(?<!\bwe )(?:say|says|saying|said|tells?|told|thinks?|thought|believes?|believed"
    r"|claims?|claimed|argues?|argued|asks?|asked|wants?|wanted|hears?|heard|fears?|feared|rumou?rs?)\b"
    r"|\b(?:my|our|his|her|their) (?:\w+ )?(?:opponent|rival|critic|predecessor|challenger|enem(?:y|ie))s?\b",
    re.IGNORECASE,
)
# A promise or a position binds later; a state of things may have changed.
_BINDS = re.compile(
    r"\b(?:will|shall|won['’]t|never|always|going to|must|support|oppose|promise|pledge|commit|guarantee)\b",
    re.IGNORECASE,
)


class SelfContradiction:
    """Opposite statements of one speaker on one matter, days or years apart."""

    name = "self-contradiction"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The speaker's last name with the first words of matter of each sentence."""
        who = last_name(citation)
        return [f"{who}|{one.key}" for one in _sentences(citation)] if who else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each two statements, the earlier first."""
        alike: dict[str, list[_Said]] = {}
        for citation in group:
            for one in _sentences(citation):
                mine = alike.setdefault(one.key, [])
                if len(mine) < _MOST_COMPARED and all(one.text != other.text for other in mine):
                    mine.append(one)
        for statements in alike.values():
            for one, two in combinations(statements, 2):
                yield from _compared(one, two)


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of a quote, with the key of its beginning."""

    citation: Citation
    text: str
    key: str


def _sentences(citation: Citation) -> list[_Said]:
    quote = citation.value
    if not isinstance(quote, Quote):
        return []
    return [_Said(citation, text, key) for text, key in _keyed(quote.text)]


@lru_cache(maxsize=1024)
def _keyed(words: str) -> tuple[tuple[str, str], ...]:
    """Sentences that take a position, each with its key."""
    found = []
    for text in _SENTENCE.findall(words)[:_MOST_SENTENCES]:
        told = [_OPPOSITES.get(form, form) for form in matter(text) if not is_figure(form)]
        if len(told) >= _BEGINNING and not _is_none(text):
            found.append((text.strip(), content_id("said", *told[:_BEGINNING])))
    return tuple(found)


def _is_none(text: str) -> bool:
    """Does a sentence leave open what the speaker's position is, or give that of others?"""
    low = text.casefold()
    is_open = holds_any(low, _OPEN_WORDS) and _OPEN.search(text)
    return bool(is_open or (holds_any(low, _OTHERS_WORDS) and _OF_OTHERS.search(text)))


def _compared(one: _Said, two: _Said) -> Iterator[Finding]:
    a, b = one.citation, two.citation
    if a.document.id == b.document.id or not is_one_speaker(a, b):
        return
    if days_later(b, a) is not None:
        one, two, a, b = two, one, b, a
    apart = days_later(a, b)
    if apart is None and said(a) and said(b):
        return  # of one day is one statement
    # What two sources print of the same days is one statement, altered.
    if apart is not None and apart <= FRESH and not one_source(a.document, b.document):
        return
    if not are_of_one_time(one.text, said(a), two.text, said(b)):
        return
    told, is_figure_ = _opposed(one.text, two.text)
    binds = bool(_BINDS.search(one.text) and _BINDS.search(two.text))
    # Another figure of what goes on is news; one in a promise is another promise.
    if told and (binds or not is_figure_):
        quoted = all(isinstance(c.value, Quote) and c.value.kind is not QuoteKind.INDIRECT for c in (a, b))
        named = is_named_in_full(a) and is_named_in_full(b)
        sure = binds and quoted and named and apart is not None and not is_figure_
        steps = (told, *(() if apart is not None else ("which of them came first is not known",)))
        yield _finding(one, two, Severity.MEDIUM if sure else Severity.LOW, steps)


def _opposed(left: str, right: str) -> tuple[str, bool]:
    """How two sentences oppose one another, as a reason, and whether a figure does; "" if nothing does."""
    turned = _odd(left) != _odd(right)
    compared = likeness(left, right)
    if compared.relation is Relation.CHANGED_FIGURE:
        return compared.why[0], True
    if compared.relation is Relation.NEGATED:
        return compared.why[0] if turned else "", False
    alike = turned and _roots(left) == _roots(right)
    return f"opposite words: {_differing(left, right)}" if alike else "", False


def _odd(text: str) -> bool:
    """Is the sense turned an odd number of times, by "not" or by a word for the opposite?"""
    forms = wording(text).forms
    return sum(form in NEGATORS or form in _OPPOSITES for form in forms) % 2 == 1


def _roots(text: str) -> list[str]:
    return [_OPPOSITES.get(form, form) for form in matter(text)]


def _differing(left: str, right: str) -> str:
    pairs = zip(matter(left), matter(right), strict=False)
    return ", ".join(f"“{one}” / “{two}”" for one, two in pairs if one != two)


def _finding(one: _Said, two: _Said, severity: Severity, told: tuple[str, ...]) -> Finding:
    a, b = one.citation, two.citation
    who = speaker(a)
    name = begun(who.name) if who else "One speaker"
    sentence = f"{name} said “{_cut(one.text)}” ({dated(a)}) and “{_cut(two.text)}” ({dated(b)})."
    left, right = names_of_both(a.document, b.document)
    steps = (f"{left}: “{_cut(one.text)}”", f"{right}: “{_cut(two.text)}”", *told)
    return Finding(
        SelfContradiction.name, FindingKind.POSSIBLE_CONFLICT, severity, (a.value.id, b.value.id), sentence,
        steps, all_evidence((a, b)), explanations(a, b), settlers((a, b)),
    )  # fmt: skip


# So much of the words tells which they are; the evidence shows all.
_LONGEST = 140


def _cut(words: str) -> str:
    flat = " ".join(words.split()).strip("“”\"' ").rstrip(".,;")
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 2].rstrip(' ,')} …"
