"""A record that is claimed ("the largest operation to date"): of what, among what, held by whom, when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.checks.endless import is_endless, is_run_on
from claims.checks.events import event_of
from claims.checks.record_times import is_held, time_of, without_time
from claims.model import Claim, Superlative
from claims.model.identity import normalised
from claims.ports import Citation

# Words for one extreme.
_ONE_PROPERTY = {
    "biggest": "largest", "greatest": "largest", "gravest": "worst", "tallest": "highest",
    "costliest": "most expensive", "priciest": "most expensive",
}  # fmt: skip
# Two nouns for one thing that may hold a record.
_ONE_NOUN = {
    noun: nouns[0]
    for nouns in (
        "operation bust raid sweep crackdown takedown sting roundup".split(),
        "storm hurricane typhoon cyclone".split(),
        "fire wildfire blaze".split(),
        "earthquake quake temblor".split(),
        "seizure haul".split(),
    )
    for noun in nouns
}
# Words of time and of grammar: they tell that a record is meant, not of what.
_NO_MATTER = frozenset(
    """the a an of in on at to for from and or ever its his her their our this that by with kind date far
    history historic record time all any other prior previous earlier single so is was were been has have
    had be it since within under over into targeting involving against""".split()
)
# What ends the noun of a scope: "operation | to date", "seizure | of firearms", "operation | targeting ...".
_ENDS_NOUN = re.compile(r"^(?:to|of|in|on|at|for|from|since|by|with|against|so|that|which|[a-z]+ing)$")
_LEADING = frozenset("ever single known such".split())
# "makes the worldwide bust | the largest-ever", "the sweep was | the largest ever".
_WORD = r"(?!(?:of|in|on|for|to|at|by|and|or|the|a|than|with|from|as|is|was)\b)[^\W\d_][\w’'-]{0,20}"
_SUBJECT = re.compile(
    r"(?:\b(?:makes?|made|making|called?|calls|calling) )?"
    rf"(?P<subject>\b(?:the|this|that|its|their)(?: {_WORD}){{1,3}})"
    r"(?P<verb>,? (?:is|was|remains|became|becomes|being))?(?: still)?(?: the| a| an| its)?$",
    re.IGNORECASE,
)
_STILL = re.compile(r"\b(?:remains?|still|stands as|continues to be)\b[^.;,]{0,40}$", re.IGNORECASE)
# What a reader knows only on the page: "the city's history" of two pages may be of two cities.
_LOCAL = re.compile(
    r"\b(?:the|our|its|their|his|her|this) (?:[a-z]+ )?"
    r"(?:city|county|state|department|agency|company|district|region|school|university|office|port|town|village"
    r"|country|nation|area|province|bureau|division|unit|force|program|team|group|facility|park|river|lake)\b"
    r"|\b(?:our|its|their|his|her) history\b"
)


@dataclass(frozen=True, slots=True)
class Record:
    """A superlative, as far as its sentence and its document tell.

    Attributes:
        property: what is extreme, synonyms folded: "max|largest", "max|most|arrest".
        noun: of what kind the holder is, a stem: "operation"; "" if unknown.
        scope: stems of the other words of matter of the scope.
        holder: the event that holds it, normalised, else what the sentence calls it.
        sure: is the holder an event with a name, the only one of its sentence or page?
        named: does the sentence itself name it?
        subject: the holder as its sentence prints it: "the worldwide bust"; or "".
        still: it is said to hold on ("remains the largest").
        local: the scope is of a place that only the page tells ("the city").
        time: the time of the scope: "2031" for "this year" of that year; "" for all time.
    """

    property: str
    noun: str
    scope: frozenset[str]
    holder: str
    sure: bool
    named: bool
    subject: str
    still: bool
    local: bool
    time: str


def record_of(citation: Citation) -> Record | None:
    """The record that a claim tells of; None for no superlative, no known holder, or one that does not hold
    it: denied, hoped for, or told as of then; and where a text lost its full stops, so that nobody knows of
    what it tells.
    """
    claim = citation.value
    if not isinstance(claim, Claim) or claim.superlative is None or claim.negated:
        return None
    if is_run_on(claim) or is_endless(citation.sentence):
        return None
    before = " ".join(citation.sentence[: claim.span.start - claim.sentence.start].split())
    if not is_held(before[-_NEAR:], claim.superlative.scope):
        return None
    subject = _subject(before[-_NEAR:])
    event = event_of(citation)
    holder = event or normalised(claim.event or subject)
    if not holder:
        return None
    superlative = _counted(claim.superlative)
    noun, scope = _noun_and_scope(superlative, subject)
    return Record(
        property_of(superlative), noun, scope, holder, bool(event),
        event != "" and event in normalised(citation.sentence), subject, bool(_STILL.search(before[-_NEAR:])),
        bool(_LOCAL.search(superlative.scope)), time_of(superlative.scope, citation.document),
    )  # fmt: skip


# So much of a sentence before the superlative may say who holds it.
_NEAR = 120


def _subject(before: str) -> str:
    """What a sentence calls the holder, where a verb puts that beside the superlative."""
    found = _SUBJECT.search(before)
    if found is None or not (found["verb"] or found.start("subject") > found.start()):
        return ""
    return found["subject"]


# "The highest number of arrests ever", "a record number of arrests": the most arrests.
_NUMBER_OF = re.compile(r"(?:number|total|count)s? of (?P<noun>[\w’'-]+)\s?(?P<rest>.*)", re.IGNORECASE)


def _counted(superlative: Superlative) -> Superlative:
    """A record of a number told as the most of what is counted; others as they are."""
    found = _NUMBER_OF.match(superlative.scope)
    if found is None or superlative.direction != "max" or superlative.property.startswith("most"):
        return superlative
    return Superlative(f"most {found['noun']}", found["rest"], superlative.direction)


def property_of(superlative: Superlative) -> str:
    """The extreme with what is counted: "max|most|arrest"."""
    first, *rest = normalised(superlative.property).split() or [""]
    return "|".join((superlative.direction, _ONE_PROPERTY.get(first, first), *map(stem, rest)))


def _noun_and_scope(superlative: Superlative, subject: str) -> tuple[str, frozenset[str]]:
    words = normalised(without_time(superlative.scope)).split()
    noun: list[str] = []
    # "Ever for any harbor operation", "ever for a harbor operation": the noun comes behind "any".
    behind = next((at + 1 for at, word in enumerate(words) if word in ("any", "a", "an")), 0)
    for word in words[behind:]:
        if _ENDS_NOUN.match(word) or (word in _LEADING and noun):
            break
        if word not in _NO_MATTER:
            noun.append(word)
    head = noun[-1] if noun else (normalised(subject).split() or [""])[-1]
    matter = {stem(word) for word in words if word not in _NO_MATTER} - {stem(head)}
    return _ONE_NOUN.get(stem(head), stem(head)), frozenset(matter)


def kind_of(event: str) -> str:
    """Of what kind an event with a name is, as `Record.noun` has it: "operation", "storm"; "" for none."""
    return next((_ONE_NOUN[word] for word in event.split()[:2] if word in _ONE_NOUN), "")


def stem(word: str) -> str:
    """A word without its plural."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
