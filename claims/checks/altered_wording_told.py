"""How two printings of one statement differ, as a sentence that is read aloud."""

from __future__ import annotations

from claims.checks.citing import begun, is_name, names_of_both
from claims.checks.speaking import is_one_speaker
from claims.model import Quote, Relation
from claims.ports import Citation
from claims.views import Compared


def in_a_sentence(found: Compared, a: Citation, b: Citation) -> str:
    left, right = names_of_both(a.document, b.document)
    # Nobody is told to have said what only one page gives to him.
    words = f"{_speaker(a)}’s words" if is_one_speaker(a, b) else "one statement"
    one, _, two = _first(found).partition(" / ")
    if found.relation is Relation.NEGATED:
        return f"{begun(left)} and {right} print {words} with opposite meaning: {one}."
    if one and two:
        return f"{begun(left)} has {_cut(one)} in {words}, {right} has {_cut(two)}."
    shorter, longer = (left, right) if len(_text(a)) < len(_text(b)) else (right, left)
    return f"{begun(shorter)} prints {words} without {_cut(one)}, which {longer} has."


def _first(found: Compared) -> str:
    """The words of the first reason: "“weapons” / “guns”", or "“not”" for what only one has."""
    return (found.why[0].partition(": ")[2] if found.why else "") or "some of them"


# A long cut is named by its beginning; the evidence shows all of it.
_LONGEST = 120


def _cut(quoted: str) -> str:
    return quoted if len(quoted) <= _LONGEST else quoted[: _LONGEST - 3].rstrip(" ,”") + " …”"


def _text(citation: Citation) -> str:
    return citation.value.text


def _speaker(citation: Citation) -> str:
    who = citation.value.attribution if isinstance(citation.value, Quote) else None
    return who.name if who and is_name(who.name) else ""
