"""Words around a statement that turn what it says: "I never said that ...", "... only if the state pays"."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.asked.values import Likeness, Part
from claims.model import Relation
from claims.views import Difference

_NOT = r"(?:not|never|nobody|no one|none|nor|hardly|cannot|\w+n['’ʼ]?t)"
_SAID = (
    r"(?:say|says|said|saying|claim|claims|claimed|promise|promises|promised|tell|told|state|states|stated|"
    r"suggest|suggested|mean|meant|believe|think)(?: (?:to )?(?:us|me|you|him|her|them|anybody|anyone))?"
)
_FALSE = r"(?:false|untrue|incorrect|inaccurate|wrong|(?:a |an )?(?:lie|hoax|myth|rumou?r))"
_TRUE = r"(?:true|correct|right|accurate|(?:the |a )?(?:case|fact))"
_DENIED = r"(?:deny|denies|denied|denying|dispute[sd]?|reject(?:s|ed)?|refute[sd]?)"
# A few words of one clause, as many as stand before "said that" in print.
_FEW = r"(?:[^\s.!?;:,“”\"]+ ){0,6}?"
_LEAD = re.compile(
    rf"{_FEW}(?:{_NOT} {_FEW}{_SAID}(?: that\b)?|(?:{_NOT} {_FEW}{_TRUE}|{_FALSE}|{_DENIED}) that\b)"
    rf"[\s,:“\"‘']*",
    re.IGNORECASE,
)
_TWICE = re.compile(rf"\b{_NOT} {_FEW}(?:{_FALSE}|{_DENIED})", re.IGNORECASE)
# "She denied that he" is beside "I ...".
_SUBJECTS = frozenset("i we you he she they it".split())
_SENTENCE = re.compile(r"[.!?;:]\s+|[.!?;:]$|\n")

_CONDITION = re.compile(
    r"[\s,;–—-]*((?:(?:but|and) )?(?:only (?:if|when|after|once|where)|if|unless|provided|except|until|"
    r"as long as|so long as|on condition|but (?:not|never|only))\b.{0,60})",
    re.IGNORECASE | re.DOTALL,
)


def lead(text: str) -> tuple[str, str]:
    """What a text begins with that denies the rest ("It is false that"), or "", and the rest."""
    found = _LEAD.match(text)
    if not found or found.end() == len(text) or _TWICE.search(found.group()):
        return "", text
    return found.group().strip(" ,:“\"‘'"), text[found.end() :]


def denies(cue: str) -> bool:
    """Does a verb of saying say that it is not so: "denied"?"""
    return re.search(rf"\b{_DENIED}\b", cue, re.IGNORECASE) is not None


def denial(before: str) -> str:
    """The end of what stands before some words, if it denies them; "" if it does not."""
    words = _SENTENCE.split(before)[-1].split()[-_LONGEST:]
    if words and words[-1].casefold() in _SUBJECTS:
        words.pop()
    last = " ".join(words)
    if _TWICE.search(last):
        return ""
    found = any(_LEAD.fullmatch(" ".join(words[start:])) for start in range(len(words)))
    return last if found else ""


def condition(after: str) -> str:
    """The beginning of what follows some words, if it holds them back ("only if the state pays"); else ""."""
    found = _CONDITION.match(after)
    return " ".join(found[1].split()[:_SHOWN]) if found else ""


# Words before a statement that may deny it.
_LONGEST = 16
# Words of a condition that are told.
_SHOWN = 6


def turned(found: Likeness) -> Likeness:
    """The opposite, where what one text has before the shared words denies them. Where what is asked for
    goes on and holds them back, a changed wording; where the record does, a word on it.
    """
    mine, other = denial(before(found).left), denial(before(found).right)
    if bool(mine) != bool(other):
        return opposite(found, mine or other)
    last = found.diff[-1] if found.diff and found.diff[-1].op != "equal" else _NOTHING
    mine, other = condition(last.left), condition(last.right)
    if bool(mine) == bool(other):
        return found
    if mine:
        why = f"your text goes on: “{mine}”"
        return replace(found, relation=Relation.ALTERED, part=Part.NEITHER, why=(*found.why, why))
    return replace(found, why=(*found.why, f"right after these words stands “{other}”"))


def opposite(found: Likeness, denied: str) -> Likeness:
    """A statement beside one that says, by some words before it, that it is not so.

    Args:
        denied: those words; where the diff lacks them they are of what is asked for.
    """
    diff = found.diff
    if denied not in f"{before(found).left}\n{before(found).right}":
        at = next((place for place, one in enumerate(diff) if one.op != "insert"), len(diff))
        diff = (*diff[:at], Difference("delete", denied, ""), *diff[at:])
    why = f"these words are denied: “{denied}”"
    return Likeness(Relation.NEGATED, found.part, min(found.score, _DENIES), (why,), diff)


# As much as two whole statements have of which one denies the other.
_DENIES = 0.3
_NOTHING = Difference("equal", "", "")


def before(found: Likeness) -> Difference:
    """What stands before the words that both texts have."""
    return found.diff[0] if found.diff and found.diff[0].op != "equal" else _NOTHING
