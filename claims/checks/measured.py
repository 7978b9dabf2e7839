"""What one figure measures: read from its claim's fields and the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.checks import lexicon
from claims.checks.ages import is_age, whose_age
from claims.checks.costs import cost_of
from claims.checks.endless import is_endless, is_run_on
from claims.checks.narrowing import (
    adds_up,
    flags_of,
    is_all_of_its_kind,
    is_listed,
    is_of_day,
    is_of_month,
    looks_back,
)
from claims.checks.outcomes import head_of, is_toll, outcome_of, property_of
from claims.checks.paid_for import Cost
from claims.checks.places import distance_from, listed_place
from claims.checks.words_around import STOP, WORD, clause, counts, near, stem, stems
from claims.model import Claim, Population, Span
from claims.ports import Citation


@dataclass(frozen=True)
class Measure:
    """What one figure measures, as far as its sentence says.

    It is made of the sentence, where the figure stands in it, and what its claim tells. All else
    is read when it is first asked for: most checks want to know one or two things of a figure.

    Attributes:
        start, end: where in the sentence the figure stands.
        dimension: "" for counts, else "mass", "money" ...
    """

    sentence: str
    start: int
    end: int
    dimension: str
    counted: str
    role: str
    population: Population | None
    negated: bool

    @cached_property
    def key(self) -> str:
        """What two figures must share to be compared at all; "" if this one tells too little."""
        if is_endless(self.sentence) or is_listed(self.sentence, self.end):
            return ""
        if self._is_age:
            return f"age|{' '.join(sorted(self.whose))}" if self.whose else ""
        if self._property:
            return f"{self.dimension}||{self._property}"
        if not self.outcome and (not self.head or self.head in lexicon.SAYS_NOTHING):
            return ""
        thing = "person" if self.head in ("", "person") and self.outcome else self.head
        return f"{self.dimension}|{thing}|{self.outcome if thing == 'person' else ''}"

    @cached_property
    def cost(self) -> Cost | None:
        """What an amount of money pays for, where its sentence tells."""
        is_money = self.dimension == "money" and not is_endless(self.sentence)
        return cost_of(self.sentence, self.start, self.end, self.counted) if is_money else None

    @property
    def head(self) -> str:
        """Stem of what is counted; "person" for people of any kind, "" if unknown."""
        return self._head[0]

    @property
    def kind(self) -> str:
        """ "men", "officers": the kind of people, "" for anybody."""
        return self._head[1]

    @cached_property
    def outcome(self) -> str:
        """What happened to it ("killed"), or the property that is measured ("depth"), or ""."""
        told, place = f"{self.role} {self.counted}", Span(self.start, self.end)
        return self._property or outcome_of(told, self.sentence, place, self._before, self._after)

    @cached_property
    def own_flags(self) -> frozenset[str]:
        """What narrows or widens this one figure.

        "part", "others", "age", "denied", "definite" ("the three ...": some that were named before),
        "listed" (one part of a list: "112 in one county, 41 in another"), "label".
        """
        is_all = self._is_all_of_its_kind
        beside = flags_of(self.sentence, self.start, self.end, self._before, self._after, is_all=is_all)
        population = None if is_all and self.population is Population.PART else self.population
        told = {*beside, *_of_claim(population, negated=self.negated)}
        return frozenset(told | {"age"} if self._is_age else told)

    @cached_property
    def flags(self) -> frozenset[str]:
        """These, and what narrows or widens all figures of the sentence.

        "several events", "no sentence" (a text that lost its full stops: what stands around the figure
        may not be about it), "of a month", "of a day", "back then" (what it says of when).
        """
        return self.own_flags | _of_sentence(self.sentence)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Stems of the words of what is counted: "volunteer", "firefighter"."""
        words = WORD.findall(self.counted.casefold())
        return frozenset(stem(word) for word in words if word not in STOP)

    @cached_property
    def place(self) -> frozenset[str]:
        """Words of the place that a list gives after the figure ("52 percent in Egypt")."""
        find = distance_from if self.dimension == "length" else listed_place
        return find(self.sentence, self.end)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Other counts of the sentence, in order."""
        return counts(self.sentence, but=Span(self.start, self.end))

    @cached_property
    def context(self) -> frozenset[str]:
        """Content words of the figure's clause; of a property, of its sentence."""
        is_whole = self._property and not is_endless(self.sentence)
        return stems(self.sentence if is_whole else " ".join((*self._before, *self._after)))

    @cached_property
    def whose(self) -> frozenset[str]:
        """Of an age, the words of the full name beside it."""
        return whose_age(self.sentence, self.start, self.end) if self._is_age else frozenset()

    @cached_property
    def _before(self) -> list[str]:
        return near(self.sentence[: self.start], last=True)

    @cached_property
    def _after(self) -> list[str]:
        return near(self.sentence[self.end :], last=False)

    @property
    def _is_all_of_its_kind(self) -> bool:
        is_thing = not self.dimension and self.head not in ("", "person")
        return is_thing and is_all_of_its_kind(self.sentence, self.start, self.end, self.counted)

    @cached_property
    def _is_age(self) -> bool:
        return is_age(self.sentence, self.start, self.end)

    @cached_property
    def _property(self) -> str:
        return property_of(self.dimension, self._before, self._after)

    @cached_property
    def _head(self) -> tuple[str, str]:
        """What is counted, and the kind of people; of an amount with a unit only its own noun tells."""
        if self._property:
            return "", ""
        if is_toll(self.sentence[: self.start]):
            return "person", ""
        if self.counted == "age":  # the words after say whose
            return head_of([], self._after)
        after = [] if self.dimension else clause(self.sentence[self.end :])
        return head_of(_nouns(self.counted, after), after)


def measure_key(citation: Citation) -> str:
    """What two claims must share to be compared at all; "" if the figure tells too little."""
    claim = citation.value
    assert isinstance(claim, Claim)
    return "" if is_run_on(claim) else measure_of(citation).key


def measure_keys(citation: Citation) -> list[str]:
    """That, and for a cost what is paid for: "the repair of the old bridge at Stroud will cost $6 million"
    and "repairing the bridge" share no noun beside the amount.
    """
    key, cost = measure_key(citation), measure_of(citation).cost
    paid = f"money|{cost.thing}|" if cost and key else ""
    return list(dict.fromkeys(filter(None, (key, paid))))


def measure_of(citation: Citation) -> Measure:
    """What a claim's figure measures: its fields where they tell, else the words around it."""
    claim = citation.value
    assert isinstance(claim, Claim)
    start = claim.span.start - claim.sentence.start
    return _measure(
        citation.sentence, start, start + len(claim.span), claim.dimension, claim.counted, claim.role,
        claim.population, claim.negated,
    )  # fmt: skip


def same_cost(one: Measure, two: Measure) -> bool:
    """Are two amounts of money told as what one thing costs?"""
    return one.cost is not None and two.cost is not None and one.cost.is_of(two.cost)


# One for all checks that ask about a figure.
_measure = lru_cache(maxsize=4096)(Measure)


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
        "several events": adds_up(sentence),
        "no sentence": is_endless(sentence),
        "of a month": is_of_month(sentence),
        "of a day": is_of_day(sentence),
        "back then": looks_back(sentence),
    }
    return frozenset(flag for flag, holds in told.items() if holds)
