"""What one figure measures: read from its claim's fields and the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claims.checks import lexicon
from claims.checks.ages import is_age, whose_age
from claims.checks.narrowing import flags_of, is_listed, is_of_day, is_of_month, looks_back
from claims.checks.outcomes import head_of, is_toll, outcome_of, property_of
from claims.checks.places import distance_from, listed_place
from claims.checks.words_around import STOP, WORD, clause, counts, near, stem, stems
from claims.model import Claim, Population, Span
from claims.ports import Citation


@dataclass(frozen=True, slots=True)
class Measure:
    """What one figure measures, as far as its sentence says.

    Attributes:
        dimension: "" for counts, else "mass", "money" ...
        head: stem of what is counted; "person" for people of any kind, "" if unknown.
        kind: "men", "officers": the kind of people, "" for anybody.
        outcome: what happened to it ("killed"), or the property that is measured ("depth"), or "".
        flags: what narrows or widens it: "part", "others", "age", "several events",
            "denied", "definite" ("the three ...": some that were named before), "listed"
            (one part of a list: "112 in one county, 41 in another"), "no sentence" (a text
            that lost its full stops: what stands around the figure may not be about it),
            "of a month", "of a day", "back then" (what the sentence says of when).
        nouns: stems of the words of what is counted: "volunteer", "firefighter".
        place: words of the place that a list gives after the figure ("52 percent in Egypt").
        numbers: other counts of the sentence, in order.
        context: content words of the figure's clause; of a property, of its sentence.
        whose: of an age, the words of the full name beside it.
    """

    dimension: str
    head: str
    kind: str
    outcome: str
    flags: frozenset[str]
    context: frozenset[str]
    nouns: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    numbers: tuple[int, ...] = ()
    whose: frozenset[str] = frozenset()


# Of 640 sentences of news with figures none has more than 62 words; of releases that kept their
# full stops 1 in 100 has more than this, of those that lost them most have.
LONGEST_SENTENCE = 80
# 80 words of 100 letters: a sentence that takes more room is not read to find that out.
_LONGEST_IN_CHARACTERS = 8000


def is_run_on(claim: Claim) -> bool:
    """Does its sentence go on for so long that it is none? Its length alone tells, so this takes no time."""
    return len(claim.sentence) > _LONGEST_IN_CHARACTERS


def measure_key(citation: Citation) -> str:
    """What two claims must share to be compared at all; "" if the figure tells too little.

    It reads no more of a measure than that: every figure of a record has its key
    made, few have their measure.
    """
    claim = citation.value
    assert isinstance(claim, Claim)
    if is_run_on(claim):
        return ""
    start = claim.span.start - claim.sentence.start
    return _key(citation.sentence, start, start + len(claim.span), claim.dimension, claim.counted, claim.role)


@lru_cache(maxsize=4096)
def _key(sentence: str, start: int, end: int, dimension: str, counted: str, role: str) -> str:
    if sentence.count(" ") > LONGEST_SENTENCE or is_listed(sentence, end):
        return ""
    if is_age(sentence, start, end):
        whose = whose_age(sentence, start, end)
        return f"age|{' '.join(sorted(whose))}" if whose else ""
    before, after = near(sentence[:start], last=True), near(sentence[end:], last=False)
    if measured := property_of(dimension, before, after):
        return f"{dimension}||{measured}"
    head, _ = _head(sentence, start, end, dimension, counted)
    outcome = outcome_of(f"{role} {counted}", sentence, Span(start, end), before, after)
    if not outcome and (not head or head in lexicon.SAYS_NOTHING):
        return ""
    thing = "person" if head in ("", "person") and outcome else head
    return f"{dimension}|{thing}|{outcome if thing == 'person' else ''}"


def measure_of(citation: Citation) -> Measure:
    """What a claim's figure measures: its fields where they tell, else the words around it."""
    claim = citation.value
    assert isinstance(claim, Claim)
    sentence = citation.sentence
    start = claim.span.start - claim.sentence.start
    return _read(
        sentence, start, start + len(claim.span), claim.dimension, claim.counted, claim.role,
        claim.population, claim.negated,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _read(
    sentence: str, start: int, end: int, dimension: str, counted: str, role: str,
    population: Population | None, negated: bool,
) -> Measure:  # fmt: skip
    before, after = near(sentence[:start], last=True), near(sentence[end:], last=False)
    measured = property_of(dimension, before, after)
    head, kind = ("", "") if measured else _head(sentence, start, end, dimension, counted)
    outcome = measured or outcome_of(f"{role} {counted}", sentence, Span(start, end), before, after)
    flags = {*flags_of(sentence, start, end, before, after), *_of_claim(population, negated=negated)}
    flags |= _of_sentence(sentence)
    told = sentence if measured and "no sentence" not in flags else " ".join((*before, *after))
    return Measure(
        dimension, head, kind, outcome, frozenset(flags), stems(told),
        frozenset(stem(word) for word in WORD.findall(counted.casefold()) if word not in STOP),
        distance_from(sentence, end) if dimension == "length" else listed_place(sentence, end),
        counts(sentence, but=Span(start, end)),
        whose_age(sentence, start, end) if "age" in flags else frozenset(),
    )  # fmt: skip


def _head(sentence: str, start: int, end: int, dimension: str, counted: str) -> tuple[str, str]:
    """Stem of what is counted, and the kind of people; of an amount with a unit only its own noun tells."""
    if is_toll(sentence[:start]):
        return "person", ""
    if counted == "age":  # the words after say whose
        return head_of([], near(sentence[end:], last=False))
    after = [] if dimension else clause(sentence[end:])
    return head_of(_nouns(counted, after), after)


def _nouns(counted: str, after: list[str]) -> list[str]:
    """The words of what is counted; where the claim names nothing, the word after, unless it is a verb."""
    if counted:
        return WORD.findall(counted.casefold())
    return [word for word in after[:1] if not word.endswith("ed") or word in lexicon.OUTCOMES]


def _of_claim(population: Population | None, *, negated: bool) -> set[str]:
    flags = {"denied"} if negated else set()
    if population is Population.OTHERS:
        flags.add("others")
    if population is Population.PART:
        flags.add("part")
    return flags


@lru_cache(maxsize=512)
def _of_sentence(sentence: str) -> frozenset[str]:
    told = {
        "no sentence": sentence.count(" ") > LONGEST_SENTENCE,
        "of a month": is_of_month(sentence),
        "of a day": is_of_day(sentence),
        "back then": looks_back(sentence),
    }
    return frozenset(flag for flag, holds in told.items() if holds)
