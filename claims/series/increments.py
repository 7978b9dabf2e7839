"""Figures that no level is compared with: by how much something changed, and which part of it."""

from __future__ import annotations

import re
from fractions import Fraction

from claims.model import Claim
from claims.ports import Citation

# What a figure says nothing of but the change: "fell 5", "rose about 5 percent".
_MOVES = r"""(?:rose|risen|ris(?:es?|ing)|fell|fall(?:s|en|ing)?|grew|grow(?:s|n|ing)?|increas(?:e[sd]?|ing)
    |decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?
    |surg(?:e[sd]?|ing)|plung(?:e[sd]?|ing)|shr(?:ank|unk|ink(?:s|ing)?))"""
# With "by" or "of" alone: "cut 5 jobs" and "raised $5 million" tell of what was cut and raised.
_TURNS = r"""(?:cut(?:s|ting)?|rais(?:e[sd]?|ing)|lower(?:s|ed|ing)?|reduc(?:e[sd]?|ing|tions?)|gain(?:s|ed)?
    |drop(?:s|ped|ping)?|trim(?:s|med)?|slash(?:es|ed)?|boost(?:s|ed)?|expand(?:s|ed)?|growth
    |outnumber\w*|exceed(?:s|ed)?|up|down)"""
_NEARLY = r"(?:\s(?:about|nearly|almost|around|roughly|some|only|just|another|a|an|more\sthan|less\sthan))*"
_BEFORE = re.compile(
    rf"""\b(?: {_MOVES} | (?:{_MOVES}|{_TURNS})\b [^.;:]{{0,60}}? \sby
      | (?:{_MOVES}|{_TURNS}) (?:\sin\s[^.;:,]{{1,40}})? \sof
      | (?:is|are|was|were|,)\s(?:up|down) ){_NEARLY}\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER = re.compile(r"\s+(?:more|fewer|less|higher|lower)\b", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|the|all|its|their)\b", re.IGNORECASE)
# A change is told beside its figure.
_REACH = 120


def is_change(citation: Citation, claim: Claim) -> bool:
    """Does it tell by how much something rose or fell, not where it stands: "rose by $4 million"?"""
    start = claim.span.start - claim.sentence.start
    sentence, end = citation.sentence, start + len(claim.span)
    before = sentence[max(0, start - _REACH) : start]
    return bool(_BEFORE.search(before) or _AFTER.match(sentence, end))


def is_part(citation: Citation, claim: Claim) -> bool:
    """Is it a fraction of what is counted: "two-thirds of the arrests"?"""
    quantity = claim.quantity
    if claim.unit or quantity is None or quantity.value is None:
        return False
    end = claim.span.end - claim.sentence.start
    return Fraction(quantity.value).denominator != 1 and bool(_OF.match(citation.sentence, end))
