"""Which figures of one document are parts of which: by "including", a place inside, a kind of the thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.checks.endless import is_run_on
from claims.checks.framing import Frame, claim_of, frame_pattern, frames
from claims.checks.measured import measure_of
from claims.checks.reckoning import value_of
from claims.model import Comparator, Population
from claims.model.identity import normalised
from claims.ports import Citation


@dataclass(frozen=True, slots=True)
class Whole:
    """A figure and those that are parts of it.

    Attributes:
        is_said: the text itself says so ("including", "of them").
    """

    whole: Citation
    parts: tuple[Citation, ...]
    is_said: bool


# ------------------------------------------------------------- said so

_INCLUDING = tuple(
    frame_pattern(words)
    for words in (
        r"<whole:NU>....(?:~| )(?:including|among them|among whom were) (?:the |at least |its )?<part:NU>",
        r"<whole:NU>....(?:~| and )<part:NU> of (?:them|whom|which|those)\b",
    )
)
_FEWEST = min(pattern.fewest for pattern in _INCLUDING)


def said(cited: Sequence[Citation]) -> Iterator[Whole]:
    """Parts that stand behind "including" or before "of them", right after what they are of."""
    for frame in frames(cited, _FEWEST):
        found: dict[str, tuple[Citation, list[Citation]]] = {}
        for whole, part in _said(frame):
            if _is_of_kind(whole, part):
                found.setdefault(whole.value.id, (whole, []))[1].append(part)
        for whole, parts in found.values():
            yield Whole(whole, tuple(parts), True)


def _said(frame: Frame) -> Iterator[tuple[Citation, Citation]]:
    for pattern in _INCLUDING:
        for found in frame.matches(pattern):
            yield found["whole"], found["part"]


def _is_of_kind(whole: Citation, part: Citation) -> bool:
    """Can the one be a part of the other: people of people, money of money, one thing of the same?"""
    one, two = claim_of(whole), claim_of(part)
    if one.unit or two.unit:
        return one.unit == two.unit and one.unit != "percent" and one.dimension != "time"
    first, second = measure_of(whole), measure_of(part)
    is_counted = bool(first.head) and (first.head == second.head or _is_kind(part, whole))
    return (
        is_counted
        and _is_named(part)
        and not {"age", "label", "denied"} & (first.own_flags | second.own_flags)
    )


def _is_named(part: Citation) -> bool:
    """Does what the part counts stand behind it? "Three of the largest crowds, including 28,000 in Pell"."""
    claim, text = claim_of(part), part.document.text
    behind = text[claim.span.end : min(claim.sentence.end, claim.span.end + 50)].casefold()
    named = (" of them", " of whom", *claim.counted.casefold().split()[-1:])
    return any(words in behind for words in named)


# ------------------------------------------------------------- by place and kind

# What is told of these things' amounts in general, and what is of their kind.
_KINDS = {
    "drug": """fentanyl heroin cocaine methamphetamine meth marijuana cannabis oxycodone hydrocodone opioid
        opioids pill pills mdma ecstasy ketamine crack opium morphine hashish amphetamine xanax""",
    "weapon": """gun guns firearm firearms rifle rifles pistol pistols handgun handguns shotgun shotguns
        knife knives""",
    "gun": "rifle rifles pistol pistols handgun handguns shotgun shotguns revolver revolvers",
    "firearm": "rifle rifles pistol pistols handgun handguns shotgun shotguns revolver revolvers",
    "vehicle": "car cars truck trucks bus buses van vans motorcycle motorcycles",
    "vessel": "boat boats ship ships ferry ferries yacht yachts trawler trawlers",
    "animal": "dog dogs cat cats horse horses cow cows pig pigs sheep goat goats bird birds",
}
_KIND_WORDS = {thing: frozenset(words.split()) for thing, words in _KINDS.items()}
_EVERYWHERE = re.compile(r"\b(?:world|worldwide|globe|globally|nationwide|nation|country|all)\b")
# Figures of one outcome in one document that are looked at.
_MOST = 48


def inside(cited: Sequence[Citation]) -> Iterator[Whole]:
    """Figures with a place, or of a kind of the thing, beside one of the same outcome that has neither."""
    for same in _by_outcome(cited).values():
        parts_of: dict[str, tuple[Citation, list[Citation]]] = {}
        for part in same:
            wholes = [one for one in same if one is not part and _is_inside(part, one)]
            if wholes:
                whole = max(wholes, key=lambda one: value_of(claim_of(one)))
                parts_of.setdefault(whole.value.id, (whole, []))[1].append(part)
        for whole, parts in parts_of.values():
            yield Whole(whole, tuple(parts), False)


def _by_outcome(cited: Iterable[Citation]) -> dict[tuple[str, str, str], list[Citation]]:
    found: dict[tuple[str, str, str], list[Citation]] = {}
    for citation in cited:
        claim = claim_of(citation)
        if claim.dimension not in ("", "money", "mass") or claim.comparator is Comparator.VAGUE:
            continue
        if is_run_on(claim) or claim.negated or not value_of(claim):
            continue
        outcome = measure_of(citation).outcome
        if outcome:
            found.setdefault((claim.dimension, outcome, claim.period), []).append(citation)
    return {key: same[:_MOST] for key, same in found.items() if len(same) > 1}


def _is_inside(part: Citation, whole: Citation) -> bool:
    one, two = claim_of(part), claim_of(whole)
    if one.sentence == two.sentence or _has_place(whole) or two.population is Population.PART:
        return False
    if not two.role or one.event != two.event or _is_of_the_rest(whole):
        return False
    return _is_kind(part, whole) if not _has_place(part) else _is_same(part, whole)


def _is_of_the_rest(citation: Citation) -> bool:
    """ "700,000 are staying elsewhere", "the remaining 40": what is left is no whole of the parts."""
    claim, text = claim_of(citation), citation.document.text
    after = text[claim.span.end : min(claim.sentence.end, claim.span.end + 60)]
    before = text[max(claim.sentence.start, claim.span.start - 20) : claim.span.start]
    return "others" in measure_of(citation).own_flags or bool(_REST.search(after) or _REST.search(before))


_REST = re.compile(r"\b(?:elsewhere|remaining|another|the rest|the others?)\b", re.IGNORECASE)


def _has_place(citation: Citation) -> bool:
    place = normalised(claim_of(citation).place)
    return bool(place) and not _EVERYWHERE.search(place)


def _is_same(part: Citation, whole: Citation) -> bool:
    """Do both tell of one thing, or does the part leave it out ("seize more than $38 million")?"""
    one, two = measure_of(part), measure_of(whole)
    left_out = claim_of(part).dimension == "money" and not claim_of(part).counted
    return bool(two.head) and (one.head == two.head or left_out or _is_kind(part, whole))


def _is_kind(part: Citation, whole: Citation) -> bool:
    words = {*normalised(claim_of(part).counted).split()}
    general = measure_of(whole)
    return any(
        thing in (general.head, *general.nouns) and words & kinds and not words & {thing, f"{thing}s"}
        for thing, kinds in _KIND_WORDS.items()
    )
