"""What is paid for, read from the words that name it: a thing, and what is done to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.checks.lexicon import ANYBODY, SAYS_NOTHING, SOME_KIND
from claims.checks.words_around import STOP, WORD, stem, synonym


@dataclass(frozen=True, slots=True)
class Cost:
    """What an amount pays for.

    Attributes:
        thing: stem of the noun ("pier"); "damage", "budget" of what these come to.
        work: what is done to it, if it is not made: "repair", "replace", "trade", "repair spending" ...
        told: stems of the other words that say which it is.
        phrase: as the sentence prints it, ready to stand after "for"; "" for damage and budgets.
        is_bare: no verb says when or how surely ("the $4.7 million pier").
        is_past: it was paid ("which cost $4 million"): what was planned may differ.
        is_price: less than a thousand, as of one of many.
    """

    thing: str
    work: str
    told: frozenset[str]
    phrase: str
    is_bare: bool
    is_past: bool = False
    is_price: bool = False

    def is_of(self, other: Cost) -> bool:
        """Do both pay for one thing? Of prices the words that say which must be the same: "a ticket" is no
        season ticket, while "the pier" is the fishing pier of the same report.
        """
        if (self.thing, self.work) != (other.thing, other.work):
            return False
        if self.is_price or other.is_price:
            return self.told == other.told
        return not (self.told and other.told) or bool(self.told & other.told)


# What may stand right before an amount, and what before the verb.
ABOUT = (
    r"(?:(?:about|around|some|nearly|almost|roughly|over|(?:more|less) than|at least|up to|only|just"
    r"|an estimated|as much as|a total of) ){0,2}$"
)
HELPERS = (
    r"(?: (?:now|also|already|to|will|would|could|may|might|should|has|have|had|is|are|was|were|be|been"
    r"|expected|likely|projected|estimated|set|going)){0,5}"
)
_CLAUSE = re.compile(r"[,;:()—–“”\"]|\.\s|\b(?:while|when|because|but|said|says|and)\b")
DETERMINERS = frozenset("a an the this that its their his her our your my each every".split())
# What is a sum itself, and is of something.
SUMS = {"damage": "damage", "damages": "damage", "budget": "budget"}
# What is done to a thing that is neither made nor bought.
_WORKS = {
    word: work
    for work, words in {
        "repair": """repair repairs repairing restoration restoring renovation renovating refurbishment
            refurbishing overhaul overhauling upgrade upgrades upgrading fixing""",
        "replace": "replacement replacing rebuilding reconstruction reconstructing",
        "expand": "expansion expanding extension extending widening enlarging",
        "clean": "cleanup cleaning clearing dredging",
        "demolish": "demolition demolishing",
        "run": "running operating maintaining maintenance upkeep",
        "": "building constructing construction project scheme work works",
    }.items()
    for word in words.split()
}
# Where the words that name a thing end: what follows is of where, for whom, when.
_BREAK = frozenset(
    """of at in on for near to from with by that which who is are was were will would has have had and or
    as than after before during between into over under per a an the""".split()
)
# Nouns that are the money, or say nothing of what it buys.
_MONEY = frozenset(
    """grant grants fund funds funding loan loans bond bonds contract contracts deficit surplus package deal
    settlement verdict lawsuit suit bill bills tax taxes program programs increase increases cut cuts
    investment investments gift donation award prize payment payments fee fine reward bonus salary income
    debt appropriation appropriations earmark initiative aid relief bailout subsidy allocation request
    authorization check checks account trust endowment campaign fraud scam heist ransom industry company
    firm market economy business loss losses profit profits revenue revenues sales exports imports trade
    assistance act legislation measure plan proposal effort share portion gap shortfall savings reserve
    level total sum amount figure cost costs price project projects dollars worth more less""".split()
)
_NO_THING = _MONEY | SAYS_NOTHING | SOME_KIND | ANYBODY | frozenset(
    "it they this that these those which what each one all everything he she we i you there".split()
)  # fmt: skip
_LONGEST_PHRASE = 70


def paid_for(phrase: str, *, is_bare: bool) -> Cost | None:
    """What a phrase says is paid for; None where that is nobody and nothing."""
    words = bare_words(phrase)
    work, rest = _work_in(words)
    named = _until_break(rest)
    if len(named) > 1 and named[-1] in _WORKS:  # "bridge repairs"
        work, named = _WORKS[named[-1]] or work, named[:-1]
    if not named or named[-1] in _NO_THING or named[-1][0].isdigit():
        return None
    told = frozenset(stem(word) for word in named[:-1] if word not in STOP and len(word) > 1)
    if thing := SUMS.get(named[-1], ""):
        return Cost(thing, work, told, "", is_bare)
    return Cost(synonym(stem(named[-1])), work, told, _told_so(phrase), is_bare)


# "Built" and "opened at a cost of $4 million": made.
_MADE = frozenset("built constructed completed finished opened installed".split())


def work_done(verb: str, phrase: str) -> Cost | None:
    """What a phrase says is paid for that was "built", "repaired" or "rebuilt"; None for other verbs."""
    work = "" if verb in _MADE else _WORKS.get(f"{verb.removesuffix('ed').replace('built', 'build')}ing")
    paid = paid_for(phrase, is_bare=False)
    return None if work is None or paid is None else replace(paid, work=work or paid.work)


def may_be_paid_for(words: Sequence[str]) -> bool:
    """May a noun be a thing that costs something, and not the money itself ("a $2 million grant")?"""
    return bool(words) and (words[-1] in _WORKS or words[-1] not in _NO_THING)


def _work_in(words: list[str]) -> tuple[str, list[str]]:
    """ "Repairing the bridge", "repairs to the bridge", "work on the bridge": what is done, and to what."""
    if words and words[0] in _WORKS and words[0].endswith("ing") and len(words) > 1:
        return _WORKS[words[0]], _bare(words[1:])
    for place, word in enumerate(words[:3]):
        if word in _WORKS and words[place + 1 : place + 2] and words[place + 1] in ("of", "to", "on"):
            return _WORKS[word], _bare(words[place + 2 :])
    return "", words


def bare_words(phrase: str) -> list[str]:
    return _bare([re.sub(r"['’]s?$", "", word) for word in WORD.findall(phrase.casefold())])


def _bare(words: list[str]) -> list[str]:
    return words[1:] if words[:1] and words[0] in DETERMINERS else words


def _until_break(words: list[str]) -> list[str]:
    reach = next((place for place, word in enumerate(words) if word in _BREAK), len(words))
    return words[:reach]


def noun_words(phrase: str) -> list[str]:
    """The words of a phrase's first noun and those before it, without its determiner."""
    return _until_break(bare_words(phrase))


def _told_so(phrase: str) -> str:
    """A phrase inside a sentence: "the repair of the old bridge"."""
    first, space, rest = " ".join(phrase.split()).partition(" ")
    is_small = first.casefold() in DETERMINERS or first.casefold() in _WORKS
    told = (first.lower() if is_small else first) + space + rest
    return told if len(told) <= _LONGEST_PHRASE else ""


def last_clause(text: str) -> str:
    return _CLAUSE.split(text.rstrip(" ,"))[-1].strip()
