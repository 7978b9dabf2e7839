"""Do two documents tell a thing from two origins? A reprint confirms nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.model import Claim, Document
from claims.model.identity import normalised
from claims.ports import Citation


def are_independent(one: Document, two: Document) -> bool:
    """Are two documents of different origin: another source, no reprint of one another or of a third,
    and no long passages in common?

    Documents without a source count as different unless they hold the same text.
    """
    if one.id == two.id or one.text == two.text:
        return False
    return not _share_an_origin(one, two) and not share_passages(one, two)


def told_apart(a: Citation, b: Citation) -> tuple[str, ...]:
    """What a corroboration says of its two origins: whom each is carried from, and whose word it rests on."""
    voice = _one_voice(a, b)
    heard = [f"both have it from {voice}: two reports of one voice"] if voice else []
    return ("two sources, neither a reprint of the other", *carried_from(a, b), *heard)


def carried_from(*citations: Citation) -> tuple[str, ...]:
    """Of each text that names its origin: whose it is."""
    named = (
        f"the text of {_called(one.document)} is carried from {one.document.reprints.name}"
        for one in citations
        if one.document.reprints
    )
    return tuple(dict.fromkeys(named))


def _called(document: Document) -> str:
    return document.source.name if document.source else f"“{document.title or document.location}”"


def _one_voice(a: Citation, b: Citation) -> str:
    """Who said both, if one is named for both."""
    who = [one.value.attributed_to for one in (a, b) if isinstance(one.value, Claim)]
    named = [each.name for each in who if each is not None]
    return named[0] if len(named) == 2 and normalised(named[0]) == normalised(named[1]) else ""


# ------------------------------------------------------------- origins with a name


def _share_an_origin(one: Document, two: Document) -> bool:
    return any(is_one_name(mine, other) for mine in _origins(one) for other in _origins(two))


def _origins(document: Document) -> list[str]:
    return [source.name for source in (document.source, document.reprints) if source is not None]


@lru_cache(maxsize=4096)
def is_one_name(left: str, right: str) -> bool:
    """Do two names name one publisher: alike but for "the", or one the initials of the other?"""
    mine, other = _words(left), _words(right)
    if mine == other:
        return True
    return _are_initials(left, other) or _are_initials(right, mine)


# "AP" and "CNN" are initials, "WAVE" may be any name.
_INITIALS = re.compile(r"[A-Z]{2,5}")
_SMALL = frozenset("of the and for in on at de la du".split())


def _are_initials(short: str, words: list[str]) -> bool:
    """ "FBI" is "Federal Bureau of Investigation", "DOJ" the "Department of Justice"."""
    name = short.replace(".", "").strip()
    if len(words) < 2 or not _INITIALS.fullmatch(name):
        return False
    large = [word for word in words if word not in _SMALL]
    return name.casefold() in ("".join(word[0] for word in words), "".join(word[0] for word in large))


def _words(name: str) -> list[str]:
    words = normalised(name).split()
    return words[1:] if words[:1] == ["the"] and len(words) > 1 else words


# ------------------------------------------------------------- shared passages

# Words in a row that two writers hardly choose alike, quotations apart.
_RUN = 12
# Of 88 pairs of releases of two offices that share such a run, those that share fewer words
# share an office's title, a programme's description or a bill's name; a joint release shares 137.
_MANY = 30
# A note of few sentences is a reprint if so much of it is the other's.
_SHARE = 0.5
# A reprint begins as its origin does; a book is not read to its end for that.
_READ = 30_000
# Both may have heard the same words, and printed them: those are no passage of either.
_QUOTED = re.compile(r"“[^“”]{1,1500}”|„[^„“”]{1,1500}[“”]|«[^«»]{1,1500}»|\"[^\"\n]{1,1500}\"")


def share_passages(one: Document, two: Document) -> bool:
    """Do two texts have several sentences in common outside quotation marks, or half of a short one?"""
    left, right = _own_words(one.text), _own_words(two.text)
    shared = _shared(left, right)
    if not shared:
        return False
    shorter = min(len(_runs(left)), len(_runs(right))) + _RUN - 1
    return shared >= _MANY or shared >= _SHARE * shorter


@lru_cache(maxsize=512)
def _shared(one: str, two: str) -> int:
    """Words of the runs that two texts share, as they stand in the first."""
    mine, other = _runs(one), _set_of_runs(two)
    if other.isdisjoint(mine):
        return 0
    words, last = 0, -_RUN
    for at, run in enumerate(mine):
        if run in other:
            words += min(at - last, _RUN)
            last = at
    return words


@lru_cache(maxsize=256)
def _own_words(text: str) -> str:
    return normalised(_QUOTED.sub(" ", text[:_READ]))


@lru_cache(maxsize=256)
def _set_of_runs(words: str) -> frozenset[int]:
    return frozenset(_runs(words))


@lru_cache(maxsize=256)
def _runs(words: str) -> tuple[int, ...]:
    """Stands for each run of `_RUN` words, in order."""
    each = words.split()
    return tuple(map(hash, zip(*(each[at:] for at in range(_RUN)), strict=False)))
