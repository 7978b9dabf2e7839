"""Rates and unit prices against totals: "$100 million over five years, or $25 million a year"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from claims.checks.amounts import in_unit
from claims.checks.derived import Derived, counting, derived_findings
from claims.checks.figure_keys import of_sentence
from claims.checks.framing import Frame, claim_of, frame_pattern, frames
from claims.checks.reckoning import Range, Reader, figure, printed, value_of
from claims.model import Claim, Finding
from claims.ports import Citation, Reach

_FOR = (
    r"(?:for|over) (?:each of )?(?:the |a |an |its |their )?"
    r"(?:next |first |coming |past |last |period of |course of )*"
)
_TOTAL = (
    r"(?:or |for |that is |(?:for )?(?:a|an overall) total of |totall?ing |a sum of |which comes to |in all )"
)
# "Up to", "at least" and "an additional" are read with the figure; nothing else may qualify the total.
_RATES = tuple(
    frame_pattern(words)
    for words in (
        rf"<total:U>... {_FOR}<time:T>...(?:~(?:or |that is |i\.e\. )<rate:E>| ?\(<per:E>\))",
        rf"<rate:E>... {_FOR}<time:T>...~{_TOTAL}<total:U>",
    )
)
_PRICE = r"(?:<price:U> (?:each|apiece)\b|<rate:E>)"
_WORTH = r"(?:worth|valued at|for|at a cost of|costing)"
_PRICES = tuple(
    frame_pattern(words)
    for words in (
        rf"<count:N>...,? {_WORTH} (?:a total of )?<total:U>...~(?:or |at |that is )?{_PRICE}",
        rf"<count:N>... (?:at|for|worth|costing) {_PRICE}...(?:~| ){_TOTAL}<total:U>",
    )
)
# Words of something that is paid beside the price or the rate, or taken off.
_BESIDE = re.compile(
    r"\b(?:with|includ\w+|exclud\w+|after|before|plus|loans?|len[dt]|lend\w+|borrow\w*|mortgage\w*|bonds?"
    r"|interest|fees?|tax(?:es)?|discount\w*|rebate\w*|deposit|delivery|shipping|down payment)\b",
    re.IGNORECASE,
)
# One rate told for two spans; of a day's pay nobody works all year.
_TWICE = frame_pattern(r"<rate:E>,? (?:or|that is) <total:E>(?=[.;)]|$)")
_SPANS = {("month", "year"): 12, ("week", "year"): 52}
_FEWEST = min(pattern.fewest for pattern in (*_RATES, *_PRICES, _TWICE))


class Rates:
    """Totals that a rate over its time, or a price for each of a count, do or do not come to."""

    name = "rate"
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The sentence: rate, time and total stand in one."""
        return of_sentence(citation)

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each total told with its rate and time, or its count and price."""
        yield from derived_findings(self.name, _derived(group))


def _derived(group: Sequence[Citation]) -> Iterator[Derived]:
    for frame in frames(group, _FEWEST):
        yield from _rates(frame)
        yield from _two_rates(frame)
        yield from _prices(frame)


def _rates(frame: Frame) -> Iterator[Derived]:
    for pattern in _RATES:
        for found in frame.matches(pattern):
            paid = found.get("rate") or found["per"]
            total, rate, time = claim_of(found["total"]), claim_of(paid), claim_of(found["time"])
            times = _times(time, rate)
            if times is None or rate.unit.partition(" per ")[0] != total.unit:
                continue
            yield Derived(
                found["total"], (paid, found["time"]), _product(rate, time, times),
                f"{printed(rate)} for {printed(time)} is",
                f"{figure(value_of(rate))} x {figure(value_of(time) * times)}",
                is_open=bool(_BESIDE.search(frame.text)),
            )  # fmt: skip


def _two_rates(frame: Frame) -> Iterator[Derived]:
    for found in frame.matches(_TWICE):
        rate, total = claim_of(found["rate"]), claim_of(found["total"])
        unit, _, span = rate.unit.partition(" per ")
        other, _, longer = total.unit.partition(" per ")
        times = _SPANS.get((span, longer))
        if times and unit == other:
            # Who pays for the year at once often pays less: "$10 a month, or $100 a year".
            is_cheaper = value_of(total) < value_of(rate) * times
            yield Derived(
                found["total"], (found["rate"],), _scaled(rate, times),
                f"{printed(rate)} for a {longer} is", f"{figure(value_of(rate))} x {times}",
                is_open=is_cheaper or bool(_BESIDE.search(frame.text)),
            )  # fmt: skip


def _scaled(rate: Claim, times: int) -> Callable[[Reader], Range]:
    return lambda read: read(rate).by(times)


def _times(time: Claim, rate: Claim) -> Fraction | None:
    """How many of the rate's own spans one of the time's unit holds: a year has 12 months; None for none."""
    assert time.quantity is not None
    turned = in_unit(time.quantity, time.unit, rate.unit.partition(" per ")[2])
    if turned is None or not turned.value or not value_of(rate):
        return None
    # Years of 365.25 days have 12 months and 52 weeks to everybody who pays by them.
    times = Fraction(turned.value) / value_of(time)
    return Fraction(round(times)) if times > 1 else times


def _product(rate: Claim, time: Claim, times: Fraction) -> Callable[[Reader], Range]:
    return lambda read: read(rate).times(read(time)).by(times)


_NOUN = re.compile(r"[a-z]+")
# A second price makes the total that of both.
_EACH = frame_pattern(r"\b(?:each|apiece)\b|<rate:E>")


def _prices(frame: Frame) -> Iterator[Derived]:
    for pattern in _PRICES:
        for found in frame.matches(pattern):
            priced = found.get("price") or found["rate"]
            total, price, count = claim_of(found["total"]), claim_of(priced), claim_of(found["count"])
            unit, _, per = price.unit.partition(" per ")
            if unit != total.unit or total.dimension != "money" or not _is_of(per, count):
                continue
            yield Derived(
                found["total"], (found["count"], priced), _product(count, price, Fraction(1)),
                f"{counting(count)} at {printed(price)} come to",
                f"{figure(value_of(count))} x {figure(value_of(price))}",
                is_open=bool(_BESIDE.search(frame.text)) or len(list(frame.places(_EACH))) > 1,
            )  # fmt: skip


def _is_of(per: str, count: Claim) -> bool:
    """Is the price for each of what is counted: "boats", "$2,000 per boat"?"""
    return not per or any(word.startswith(per[:4]) for word in _NOUN.findall(count.counted.casefold()))
