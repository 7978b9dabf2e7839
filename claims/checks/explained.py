"""Why two figures of one measure that cannot both hold may both be right after all."""

from __future__ import annotations

import re
from fractions import Fraction

from claims.checks import lexicon
from claims.checks.circumstances import other_circumstances
from claims.checks.measured import Measure, measure_of, same_cost
from claims.checks.narrowing import is_fiscal, perpetrator_dead, place_first, years
from claims.checks.words_around import stem, synonym
from claims.model import Claim
from claims.model.quantities import fraction
from claims.ports import Citation


def explained(a: Citation, b: Citation) -> str:
    """What may explain the difference of two figures: a part, another place, others; "" if nothing does."""
    return _two_rows(a, b) or _narrowed(a, b) or _in_other_numbers(a, b)


# What keeps the cells of a table apart, in the row that is the sentence of a figure.
_CELLS_APART = ("|", "\t")


def _two_rows(a: Citation, b: Citation) -> str:
    """Is one in a table, and its row of another place? In prose it is often of something else."""
    if not any(mark in citation.sentence for citation in (a, b) for mark in _CELLS_APART):
        return ""
    mine, other = (set(_place(citation).casefold().split()) for citation in (a, b))
    is_same = mine <= other or other <= mine  # "Halden" and "Halden County"
    return "they are of two places" if mine and other and not is_same else ""


def _place(citation: Citation) -> str:
    return citation.value.place if isinstance(citation.value, Claim) else ""


def _narrowed(a: Citation, b: Citation) -> str:
    """Why figures of one thing may differ and both be right; "" if nothing explains it."""
    one, two = measure_of(a), measure_of(b)
    if one.kind != two.kind:
        return f"one counts {one.kind or 'people of any kind'}, the other {two.kind or 'people of any kind'}"
    if period := other_period(a, b):
        return period
    if "age" in one.flags:
        return _other_person(one, two, a, b)
    if flagged := _flagged(one, two):
        return flagged
    if one.place and two.place and not one.place & two.place:
        return "they are of two places"
    for cited, other in ((a, b), (b, a)):
        if (place := place_first(cited.sentence)) and place not in other.sentence:
            return f"one is of {place}"
    if one.outcome not in lexicon.PROPERTIES and (apart := other_circumstances(a, b)):
        return apart
    return _little_in_common(one, two)


def _flagged(one: Measure, two: Measure) -> str:
    """What narrows or widens one of two figures, if that explains why they differ."""
    explains = _EXPLAINS_ALL if one.outcome in lexicon.PROPERTIES else _EXPLAINS
    flags = one.flags | two.flags
    if same_cost(one, two):
        flags -= {"definite"}  # "the $4 million pier": the pier is known, not some of the dollars
    return next((why for flag, why in explains.items() if flag in flags), "")


def _little_in_common(one: Measure, two: Measure) -> str:
    """Why too little tells that they count the same: of things more than their noun has to be shared."""
    if (one.place & two.place and one.dimension == "length") or same_cost(one, two):
        return ""
    if one.nouns == two.nouns and len(one.nouns) > 1:  # "blood alcohol level"
        return ""
    if not (one.outcome and one.outcome == two.outcome) and len(one.context & two.context) < _AMPLE:
        return "the passages have too little in common"
    words = _WHO | {one.head} | {word for word, outcome in lexicon.OUTCOMES.items() if outcome == one.outcome}
    if not one.dimension and one.head not in ("", "person") and not (one.context & two.context) - words:
        return "the passages have too little in common"
    return ""


def other_period(a: Citation, b: Citation) -> str:
    """Why two figures are of two times: a month and a day, a fiscal year, two years; "" if nothing says."""
    apart = measure_of(a).flags ^ measure_of(b).flags
    if {"of a month", "of a day"} <= apart:
        return "one is of a month or longer, the other of a day"
    if is_fiscal(a.sentence) != is_fiscal(b.sentence):
        return "one is of a fiscal year, which is no calendar year"
    one, two = years(a.sentence), years(b.sentence)
    if one and two and not one & two:
        return f"one is of {min(one)}, the other of {min(two)}"
    return "one may be of an earlier event" if "back then" in apart else ""


def _other_person(one: Measure, two: Measure, a: Citation, b: Citation) -> str:
    """Two reports give one person ages a year or two apart; ages further apart are of two people."""
    if one.whose & two.whose and len(one.whose & two.whose) > 1:
        return ""
    first, second = _counted(a), _counted(b)
    near = first is not None and second is not None and abs(first - second) <= _YEARS
    same = bool(one.outcome) and one.outcome == two.outcome
    both_told = _tells_age(a, second) or _tells_age(b, first)
    return "" if near and same and not both_told else "ages of people who may be different"


def _tells_age(citation: Citation, age: Fraction | None) -> bool:
    """ "4-year-old and 5-year-old daughters": does a sentence give the other age of somebody else?"""
    return age is not None and any(word == str(age) for word in re.findall(r"\d{1,3}", citation.sentence))


def _in_other_numbers(a: Citation, b: Citation) -> str:
    """Why two counts may be of others, and more or fewer, or tell of one; ages are no counts."""
    if "age" in measure_of(a).flags:
        return ""
    return _added_up(a, b) or _single(a, b) or _without_perpetrator(a, b)


def _without_perpetrator(a: Citation, b: Citation) -> str:
    """ "Five dead, including the gunman" and "the gunman killed four" are both right."""
    one, two = _counted(a), _counted(b)
    if one is None or two is None or abs(one - two) != 1 or measure_of(a).outcome != "killed":
        return ""
    told = perpetrator_dead(a.sentence) or perpetrator_dead(b.sentence)
    return "one may leave out who did it" if told else ""


def _added_up(a: Citation, b: Citation) -> str:
    """Do other figures of a sentence make up the difference ("1 dead, 4 injured", "5 shot")?"""
    one, two = _counted(a), _counted(b)
    if one is None or two is None:
        return ""
    for cited, mine, other in ((a, one, two), (b, two, one)):
        measure = measure_of(cited)
        if (
            "others" in measure.flags
            and "others" not in measure_of(b if cited is a else a).flags
            and mine < other
        ):
            return "one leaves somebody out"
        apart = measure_of(b if cited is a else a).numbers
        rest = [number for number in measure.numbers if number not in apart]  # both give those apart
        if any(mine + number == other for number in (*rest, sum(rest)) if number):
            return f"{mine} and the other figures of its sentence make {other}"
    return ""


def _single(a: Citation, b: Citation) -> str:
    """ "One officer was hit in the foot" tells of one, not how many there were."""
    kinds = measure_of(a).kind and measure_of(b).kind
    return "one tells of a single person" if kinds and 1 in (_counted(a), _counted(b)) else ""


def _counted(citation: Citation) -> Fraction | None:
    claim = citation.value
    value = claim.quantity.value if isinstance(claim, Claim) and claim.quantity else None
    return fraction(value) if value is not None else None


# Who acts in many stories: "officers seized" and "police recovered" are not one seizure by that.
_WHO = frozenset(synonym(stem(word)) for word in lexicon.SOME_KIND)

# Shared words that make a conflict of figures without an outcome believable.
_AMPLE = 4

# A birthday between two reports, or a slip of one year; ages further apart are of two people.
_YEARS = 1

# What explains a difference even in a property of one thing ("one of the quakes, a magnitude 7.3").
_EXPLAINS_ALL = {
    "part": "one is of a part",
    "several events": "one may be of another event",
}
_EXPLAINS = {
    **_EXPLAINS_ALL,
    "listed": "one is a part of a list",
    "several events": "one may add up several events",
    "definite": "one is of some named before",
    "label": "one may be a label",
}
