"""Does a claim count what a topic names? "arrests", "darknet arrests", "fentanyl pounds"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.checks.endless import is_run_on
from claims.checks.lexicon import ANYBODY, OUTCOMES, SOME_KIND
from claims.checks.measured import measure_of
from claims.errors import BadValue
from claims.extraction.units import spelled_unit, symbol_unit, unit_named
from claims.extraction.units.money import CODES, NAMES
from claims.model import Claim
from claims.ports import Citation
from claims.series.key import NO_WORD, stem, topic_words, words_of

# The beginning of a text says what all of it is about.
_LEAD = 900


_IN = re.compile(r"\b(?:in|at|from|near)\s(.*)", re.IGNORECASE)
# What stands before one of these in a topic is what is counted: "arrests in Halden".
_BEFORE = frozenset("of in on at by for from to with among against".split())


@dataclass(frozen=True)
class Topic:
    """The words of matter of a topic.

    Attributes:
        head: what is counted: "arrests" in "darknet arrests" and in "arrests in Halden".
        thing: what is measured, where the head is a unit: "resin" in "pounds of resin", else "".
        place: stems of the words after "in" or "at": a claim that gives a place gives this one.
    """

    words: tuple[str, ...]
    head: str
    place: frozenset[str] = frozenset()
    thing: str = ""

    @classmethod
    def of(cls, written: str) -> Topic:
        """Raises BadValue where there is no word to look for."""
        found = topic_words(written)
        if not found:
            raise BadValue("topic", written, NO_WORD)
        head = _head(written, found)
        return cls(tuple(found), head, _place(written), _thing(written, head, found))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(stem, self.words))

    @cached_property
    def _named_units(self) -> frozenset[str]:
        return frozenset(unit for word in self.words for unit in _units(word))

    @cached_property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """For each word that a text must hold, the words that mean it; units only where nothing else is
        named, since a text may write "$" or "kg".
        """
        telling = [word for word in self.words if not _units(word)] or list(self.words)
        return tuple(tuple(sorted(_forms(word))) for word in telling)

    def may_count(self, counted: str, role: str, subject: str, unit: str, words: str) -> bool:
        """Can a claim of these fields be of the topic? A quick look before its text is read.

        Args:
            words: of a superlative; else "".
        """
        told = words_of(f"{counted} {role} {subject} {words}")
        if unit in self._named_units or not told or not set(told).isdisjoint(ANYBODY | SOME_KIND):
            return True
        return not self._stems.isdisjoint(_meant(told, unit))

    @cached_property
    def searched_units(self) -> frozenset[str]:
        """Units that a claim must have to be looked at, where a topic names nothing else: a text writes
        "$", which no index of words holds.
        """
        return self._named_units if all(map(_units, self.words)) else frozenset()

    @cached_property
    def _other_stems(self) -> frozenset[str]:
        return frozenset(stem(word) for word in self.words if not _units(word))

    def counts(self, citation: Citation) -> bool:
        """Is the topic's head what the claim counts, in a unit that it names if it names one, and are the
        other words about it?
        """
        claim = citation.value
        if not isinstance(claim, Claim) or is_run_on(claim) or "age" in measure_of(citation).flags:
            return False
        core = _core(citation, claim)
        if self._is_elsewhere(claim) or self._is_of_other_outcome(citation, claim):
            return False
        if self._named_units:
            return claim.unit in self._named_units and self._fits_measured(citation, claim, core)
        return stem(self.head) in core and self._stems <= core | _near(citation, claim) | _around(citation)

    def _fits_measured(self, citation: Citation, claim: Claim, core: set[str]) -> bool:
        """Of a claim in the unit of the topic: is it of the thing that the topic names beside the unit?"""
        if not _units(self.head):
            own = stem(self.head) in core
        else:
            own = not self.thing or not claim.counted or stem(self.thing) in core
        return own and self._other_stems <= core | _near(citation, claim)

    def _is_of_other_outcome(self, citation: Citation, claim: Claim) -> bool:
        """Does the topic say what happened to people, and the claim something else?"""
        wanted = {OUTCOMES[word] for word in self.words if word in OUTCOMES}
        if not wanted or not claim.quantity or claim.unit:
            return False
        measure = measure_of(citation)
        return measure.head == "person" and bool(measure.outcome) and measure.outcome not in wanted

    def _is_elsewhere(self, claim: Claim) -> bool:
        """Does the topic name a place, and the claim another?"""
        return bool(self.place and claim.place) and self.place.isdisjoint(map(stem, words_of(claim.place)))


def _place(written: str) -> frozenset[str]:
    found = _IN.search(written)
    return frozenset(map(stem, topic_words(found.group(1)))) if found else frozenset()


def _head(written: str, found: Sequence[str]) -> str:
    """What stands before the first "of" or "in" of a topic, else its last word."""
    words = words_of(written)
    ends = next((at for at, word in enumerate(words) if word in _BEFORE), len(words))
    return next((word for word in reversed(words[:ends]) if word in found), found[-1])


def _thing(written: str, head: str, found: Sequence[str]) -> str:
    """What stands after "of", else right before the head: "resin" in "pounds of resin", "resin pounds"."""
    if not _units(head):
        return ""
    words = words_of(written)
    if "of" in words:
        after = words[words.index("of") + 1 :]
        ends = next((at for at, word in enumerate(after) if word in _BEFORE), len(after))
        return next((word for word in reversed(after[:ends]) if word in found), "")
    before = words[: words.index(head)] if head in words else []
    return before[-1] if before and before[-1] in found else ""


def _forms(word: str) -> set[str]:
    """The words of a text that may mean a word of the topic: plural, singular, what means one outcome."""
    plain = stem(word)
    alike = {other for other, outcome in OUTCOMES.items() if outcome == plain}
    ends = {plain[:-1] + "ies"} if plain.endswith("y") else {f"{plain}s", f"{plain}es"}
    return {word, plain} | alike | (set() if alike else ends)


@lru_cache(maxsize=1024)
def _units(word: str) -> frozenset[str]:
    """Canonical units that a word names."""
    if word in _NO_UNITS:
        return frozenset()
    unit = spelled_unit(word) or spelled_unit(stem(word)) or (symbol_unit(word) if len(word) > 1 else None)
    money = _MONEY.get(word) or _MONEY.get(stem(word))
    return frozenset({*((unit.name,) if unit else ()), *((money,) if money else ())})


# Names of units and money that are plain words of a topic too: "seats won", "tons of grain".
_NO_UNITS = frozenset("won real try cop mad pen php gel ron cad dong rand grain grains bar bars".split())
_MONEY = {code.lower(): code for code in CODES} | NAMES | {"dollar": "USD"}
_MONEY = {word: code for word, code in _MONEY.items() if word not in _NO_UNITS}


@lru_cache(maxsize=1024)
def _unit_words(unit: str) -> frozenset[str]:
    """Words that name a unit or what it measures: "pound" and "mass", "dollar" and "money"."""
    found = unit_named(unit) if unit else None
    told = words_of(f"{unit} {found.dimension if found else ''}")
    return frozenset({*map(stem, told), *(("dollar",) if unit == "USD" else ())})


def _meant(told: list[str], unit: str) -> set[str]:
    return {stem(word) for word in told} | _unit_words(unit)


def _core(citation: Citation, claim: Claim) -> set[str]:
    """Stems of what is counted: its last noun, unit, role, and what happened to people; a superlative's
    property.
    """
    subject = words_of(claim.subject)
    # The subject is what is counted only where nothing else is: "187 arrests in three counties".
    told = [*(_nouns(claim.counted) or subject[-1:]), *words_of(claim.role)]
    if claim.superlative:
        told += words_of(claim.superlative.property)
    measure = measure_of(citation) if claim.quantity else None
    of_people = measure is not None and measure.head in ("", "person") and not claim.unit
    outcome = {measure.outcome} if measure and of_people and measure.outcome else set()
    # "pounds of fentanyl" are counted as fentanyl too.
    within = set(map(stem, words_of(claim.counted))) if claim.unit else set()
    return _meant(told, claim.unit) | outcome | within


def _nouns(counted: str) -> list[str]:
    """Those that say what is counted: "population" in "jail population in Harlow Bay", both in "members of
    the gang".
    """
    words = words_of(counted)
    ends = next((at for at, word in enumerate(words) if at and word in _BEFORE), len(words))
    return [*words[ends - 1 : ends], *(words[-1:] if words[ends : ends + 1] == ["of"] else [])]


def _near(citation: Citation, claim: Claim) -> set[str]:
    """Stems of a claim's own fields and of the words around its figure."""
    scope = claim.superlative.scope if claim.superlative else ""
    own = f"{claim.counted} {claim.role} {claim.subject} {claim.event} {claim.place} {scope}"
    return {stem(word) for word in (*words_of(own), *measure_of(citation).context)}


def _around(citation: Citation) -> set[str]:
    """Stems of all that says what a figure may be about: its sentence, the document's beginning."""
    document = citation.document
    return {stem(word) for word in words_of(citation.sentence)} | _lead(document.title, document.text[:_LEAD])


@lru_cache(maxsize=256)
def _lead(title: str, begins: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(f"{title} {begins}"))
