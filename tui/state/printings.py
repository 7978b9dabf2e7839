"""The versions of an utterance by their wording: what the primary source has, and how others differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.asked.nearness import nearness
from claims.asked.values import Likeness, Part
from claims.model import Relation
from claims.model.identity import normalised
from claims.printed import NO_SOURCE
from claims.views import Utterance, Version
from tui.state.words import ONLY_MARKS, RELATIONS, SMALL_WORDS, counted

LEGEND = "[-only in the primary source-] {+only in this printing+}"


@dataclass(frozen=True, slots=True)
class Wording:
    """Versions of the same words, the first in the order of the utterance.

    Attributes:
        primary: the words of the primary source.
    """

    versions: tuple[Version, ...]
    primary: str

    def likeness(self) -> Likeness | None:
        """To the primary source, that one left; None where they are alike through others only."""
        return nearness(self.primary, self.versions[0].quote.text)


def wordings(utterance: Utterance, *, exact: bool = False) -> list[Wording]:
    """Each wording once, in the order in which versions have it; if exact, capitals and marks count."""
    found: dict[str, list[Version]] = {}
    for version in utterance.versions:
        words = version.quote.text
        found.setdefault(words if exact else normalised(words), []).append(version)
    primary = utterance.versions[0].quote.text
    return [Wording(tuple(mine), primary) for mine in found.values()]


def sources_of(versions: Iterable[Version]) -> list[str]:
    """Names of the sources, each once; a document without one is a source of its own."""
    documents = (version.citation.document for version in versions)
    return list(dict.fromkeys(one.source.name if one.source else one.location for one in documents))


def sources_words(versions: Sequence[Version]) -> str:
    """ "in 2 sources", "in 1 source and 3 documents (source not named)"."""
    named = {source.id for one in versions if (source := one.citation.document.source)}
    others = {one.citation.document.id for one in versions if not one.citation.document.source}
    told = [counted(len(named), "source")] * bool(named)
    told += [f"{counted(len(others), 'document')} ({NO_SOURCE})"] * bool(others)
    return f"in {' and '.join(told)}"


def primary_words(version: Version) -> str:
    """ "primary source (the longest)": with what put it before the others."""
    return f"primary source ({version.why})" if version.why else "primary source"


def differs_words(found: Likeness | None) -> str:
    """How a printing differs from the primary source: "shortened", "longer", "words changed"."""
    if found is None:
        return "alike through another printing"
    if found.is_verbatim and found.part is Part.ASKED:
        return "longer"
    if found.kind is Relation.NEAR:
        return ONLY_MARKS if found.is_verbatim else SMALL_WORDS
    return RELATIONS[found.kind]
