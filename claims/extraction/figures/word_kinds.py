"""What kind of word each token of a sentence is, without a tagger: closed classes, forms, and neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.figures.counted_words import (
    ADVERBS,
    AUXILIARIES,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    is_participle,
    is_plural,
)
from claims.extraction.figures.roles import names_role
from claims.extraction.numbers.tokens import DIGITS, HYPHENS, VULGAR, WORD, Token, glued
from claims.extraction.numbers.words import NUMBER_WORDS, PLURAL_SCALES

NOUN, VERB, AUXILIARY, PREPOSITION, DETERMINER = "noun", "verb", "auxiliary", "preposition", "determiner"
PRONOUN, RELATIVE, AND, SUBORDINATOR, ADVERB = "pronoun", "relative", "and", "subordinator", "adverb"
NUMBER, COMMA, STOP, OPENING, CLOSING = "number", "comma", "stop", "opening", "closing"

_DETERMINERS = frozenset(
    """the a an this these those each every either neither both all any some no his her its their our your
    my 's ’s""".split()
)
_RELATIVES = frozenset("who which that whom whose".split())
_ANDS = frozenset("and or but nor".split())
_SUBORDINATORS = frozenset(
    """because although though while whereas if unless when where why how whether since as than after before
    until till once so yet what""".split()
)
_STOPS = frozenset('. ; : — “ ” " ! ? …'.split())
# What figures do in news, and what is done with them: with the irregular ones of `counted_words`,
# those of which a form in -s or without an ending is met beside a figure.
_BASES = frozenset(
    """account add advance agree aim allow appear ascend average beat boost bounce carry charge claim climb
    close command consist contain continue contribute cover crawl create creep decline decrease deliver
    descend donate double drop earn ease edge employ end equal estimate exceed expect extend feature fetch
    finish forecast gain generate grab halve handle hike hire hope host house improve inch increase invest
    jump kill land last launch lift lower mark match measure miss move narrow need number offer open
    operate owe own pass plan pledge plummet plunge post predict produce project provide pull push raise
    rally range rank reach rebound receive record recover reduce register report represent require retreat
    return save score sell serve shave ship shrink sink slash slide slip soar span spend spin start stay
    stretch surge surpass swell target top total trade travel triple tumble turn
    visit weigh widen yield""".split()
)


def kinds(row: Sequence[Token], end: int) -> list[str]:
    """One kind for each of the first `end` tokens. One pass: what follows is seen only by its form."""
    found: list[str] = []
    for at in range(end):
        found.append(_kind(row, at, found[-1] if found else STOP))
    return found


def _kind(row: Sequence[Token], at: int, left: str) -> str:
    token = row[at]
    if token.kind in (DIGITS, VULGAR):
        return NUMBER
    if token.kind != WORD:
        return _mark(row, at)
    word = token.lower
    if word == "may" and token.text[0] == "M" and at:
        return NOUN
    if _is_compound(row, at):
        return NOUN
    kind = _CLOSED.get(word)
    if kind == RELATIVE and word == "that" and left not in (NOUN, COMMA, CLOSING):
        return SUBORDINATOR
    if kind:
        return kind
    if word.endswith("ly") and token.text.islower() and word not in _NOT_ADVERBS:
        return ADVERB
    return VERB if _is_verb(row, at, left) else NOUN


_NOT_ADVERBS = frozenset(
    "family supply assembly reply ally bully belly anomaly monopoly fly july italy only".split()
)
_CLOSED = {
    **dict.fromkeys(ADVERBS - {"long", "wide", "tall", "deep", "high", "old", "thick", "overall"}, ADVERB),
    **dict.fromkeys(
        "aside forward meanwhile however quite almost nearly just maybe perhaps further".split(), ADVERB
    ),
    **dict.fromkeys(PRONOUNS, PRONOUN),
    **dict.fromkeys(PREPOSITIONS, PREPOSITION),
    **dict.fromkeys(_SUBORDINATORS, SUBORDINATOR),
    **dict.fromkeys(_ANDS, AND),
    **dict.fromkeys(_DETERMINERS, DETERMINER),
    **dict.fromkeys(_RELATIVES, RELATIVE),
    **dict.fromkeys(NUMBER_WORDS, NUMBER),
    **dict.fromkeys(PLURAL_SCALES, NUMBER),
    **dict.fromkeys(("tens", "scores", "several", "few"), NUMBER),
    **dict.fromkeys(AUXILIARIES, AUXILIARY),
}


def _mark(row: Sequence[Token], at: int) -> str:
    text = row[at].text
    if text in HYPHENS and 0 < at < len(row) - 1 and glued(row[at - 1], row[at]):
        return NOUN
    return _MARKS.get(text, NOUN if text in "/'’&.%$#" else STOP)


_MARKS = {**dict.fromkeys(_STOPS, STOP), **dict.fromkeys(",–-", COMMA), "(": OPENING, "[": OPENING,
          ")": CLOSING, "]": CLOSING, "&": AND}  # fmt: skip
# Before a figure they say how it is meant.
_BOUNDS = frozenset(
    "more less fewer nearly almost some up around roughly about over under between well".split()
)
_IRREGULAR = frozenset(
    """thrown risen fallen grown taken given seen known driven flown spoken broken chosen written eaten
    stolen frozen shown drawn gone done worn beaten hidden ridden sunk sank shrunk shrank spun swum swam
    sprang""".split()
)
_MODALS = frozenset("to will would can could may might must shall should do does did won't can't".split())


def _is_verb(row: Sequence[Token], at: int, left: str) -> bool:
    token, word = row[at], row[at].lower
    before = row[at - 1].lower if at else ""
    if at and token.text[:1].isupper():
        return False
    following = _form(row, at + 1)
    if left == DETERMINER or (left == ADVERB and at > 1 and row[at - 2].lower in _DETERMINERS):
        return False
    if before in _MODALS and word.isalpha():
        return before != "to" or following != "mark"
    if word in VERBS or word in _IRREGULAR:
        return left != PREPOSITION
    if before in ("take", "takes", "took", "taken", "taking") and word == "place":
        return True
    if word.endswith("ing") and len(word) > 4:
        return following in ("figure", "small")
    if is_participle(word):
        return following not in ("noun", "plural") or left in (AUXILIARY, PRONOUN, ADVERB, NOUN)
    is_bound = at + 1 < len(row) and row[at + 1].lower in _BOUNDS
    return _is_present(word, left, "figure" if is_bound else following)


def _is_present(word: str, left: str, following: str) -> bool:
    """ "rises", "hire": a form that may be a noun as well."""
    if left in (AUXILIARY, PRONOUN, RELATIVE) and _base(word) in _BASES:
        return True
    if left not in _BEFORE_VERBS:
        return False
    if names_role(word):  # "arrests" is a noun as well
        return following == "figure"
    return following in ("figure", "small") and _base(word) in _BASES


_BEFORE_VERBS = frozenset((NOUN, CLOSING, COMMA, ADVERB, AND, NUMBER, VERB))


def _is_compound(row: Sequence[Token], at: int) -> bool:
    """Part of a word with hyphens."""
    return (at > 0 and row[at - 1].text in HYPHENS and glued(row[at - 1], row[at])) or (
        at + 1 < len(row) and row[at + 1].text in HYPHENS and glued(row[at], row[at + 1])
    )


def _base(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("es") and word[:-2] in _BASES:
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _form(row: Sequence[Token], at: int) -> str:
    """What follows, by its form: a figure or a sign of money, a small word, a plural, a mark, or a noun."""
    if at >= len(row):
        return "mark"
    token, word = row[at], row[at].lower
    if token.kind != WORD:
        return "figure" if token.kind in (DIGITS, VULGAR) or token.text in "$£€¥~≈" else "mark"
    kind = _CLOSED.get(word)
    if kind == NUMBER:
        return "figure"
    if kind or word.endswith("ly") or word in _BOUNDS:
        return "small"
    return "plural" if is_plural(word) else "noun"
