"""What a person typed into the search box, as terms. Nothing that is typed is an error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.store.texts import plain_words
from claims.store.values import storable

_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of a query.

    Attributes:
        exact: stood in quotation marks; its last word is no beginning.
        fuzzy: spellings near it count.
        last: it ends the query, so it may be the beginning of a word.
    """

    text: str
    excluded: bool = False
    exact: bool = False
    fuzzy: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """A query's terms; `senseless`: something was typed, and none of it is a word."""

    wanted: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    senseless: bool = False


def terms(words: str) -> Terms:
    found = list(_scanned(storable(words).translate(_MARKS)))
    if found and not (found[-1].exact or found[-1].excluded or found[-1].fuzzy):
        found[-1] = Term(found[-1].text, last=True)
    meant = [term for term in found if plain_words(term.text)]
    wanted = tuple(term for term in meant if not term.excluded)
    excluded = tuple(term for term in meant if term.excluded)
    return Terms(wanted, excluded, bool(words.strip()) and not meant)


def _scanned(words: str) -> Iterator[Term]:
    """Terms in order; a mark that is never closed quotes the rest."""
    at = 0
    while at < len(words):
        if words[at].isspace():
            at += 1
            continue
        sign = words[at] if words[at] in "-~" else ""
        at += len(sign)
        if words[at : at + 1] == '"':
            end = words.find('"', at + 1)
            end = len(words) if end < 0 else end
            text, exact = words[at + 1 : end], sign != "~"
        else:
            end = at
            while end < len(words) and not words[end].isspace() and words[end] != '"':
                end += 1
            text, exact = words[at:end], False
        yield Term(text, excluded=sign == "-", exact=exact, fuzzy=sign == "~")
        at = end + 1 if words[end : end + 1] == '"' and words[at : at + 1] == '"' else max(end, at)
