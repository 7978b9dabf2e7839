"""Words by which a speaker says less than the plain words would: "may", "up to", "alleged"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.checks.words_around import holds_any
from claims.matching.wording import FUNCTION_WORDS, mended, wording

_HEDGES = frozenset(
    """may might could possibly perhaps maybe alleged allegedly reportedly suspected purported purportedly
    apparently potentially probably likely unconfirmed some""".split()
)
# What else keeps a headline from saying it plainly.
_CAREFUL = re.compile(
    r"\?|\b(?:may|might|could|would|can|possib\w+|perhaps|maybe|alleg\w+|report\w*|suspect\w*|accus\w+"
    r"|claim\w*|appar\w+|potential\w*|probabl\w+|likely|unconfirmed|some|up to|as many as|plan\w*|seek\w*"
    r"|want\w*|propos\w*|urg\w+|consider\w*|fear\w*|risk\w*|threat\w*|warn\w*|expect\w*|hope\w*|if"
    r"|eye\w*|mull\w*|weigh\w*|aim\w*|set to|believ\w+|think\w*|charg\w+|vow\w*|calls?|support\w*|push\w*"
    r"|bill|act|legislation|near\w*|almost|about|around|more than|at least|over)\b",
    re.IGNORECASE,
)
# So many words behind a hedge are what it is about.
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Hedge:
    """One hedge of a text.

    Attributes:
        printed: the word as it stands there.
        behind: stems of the words of matter right behind it, in order: what it is about.
    """

    printed: str
    behind: tuple[str, ...]

    def is_of(self, told: frozenset[str]) -> bool:
        """Are those the words of another text? The first of them is what is hedged."""
        return self.behind[:1] != () and self.behind[0] in told and len(told.intersection(self.behind)) > 1


@lru_cache(maxsize=512)
def hedges(text: str) -> tuple[Hedge, ...]:
    read = wording(text)
    return tuple(
        Hedge(read.printed[at] or form, _stems(read.forms[at + 1 : at + 1 + _NEAR]))
        for at, form in enumerate(read.forms)
        if form in _HEDGES
    )


@lru_cache(maxsize=64)
def is_careful(text: str) -> bool:
    """Does a text hedge, ask, or give its words to somebody in any way?"""
    return bool(_CAREFUL.search(text))


def may_hedge(text: str) -> bool:
    """Do the letters of a hedge stand in a text? Asked first: most texts have none of them."""
    return holds_any(mended(text).casefold(), _HEDGES)


def is_hedged(text: str) -> bool:
    return any(form in _HEDGES for form in wording(text).forms)


def stems(text: str) -> frozenset[str]:
    """Words of matter without their endings: headlines and stories use other tenses."""
    return frozenset(_stems(wording(text).forms))


def _stems(forms: tuple[str, ...]) -> tuple[str, ...]:
    told = (form for form in forms if form not in FUNCTION_WORDS and form not in _HEDGES)
    return tuple(map(_stem, told))


@lru_cache(maxsize=1 << 14)
def _stem(form: str) -> str:
    return _ENDING.sub("", form)


_ENDING = re.compile(r"(?<=\w{3})(?:ings?|ed|es|s|d)$")
