"""Is what is taken for a sentence one? Texts lose their full stops, and then all stands beside all."""

from __future__ import annotations

from claims.model import Claim

# Of 640 sentences of news with figures none has more than 62 words; of releases that kept their
# full stops 1 in 100 has more than this, of those that lost them most have.
LONGEST_SENTENCE = 80
# 80 words of 100 letters: a sentence that takes more room is not read to find that out.
_LONGEST_IN_CHARACTERS = 8000


def is_run_on(claim: Claim) -> bool:
    """Does its sentence go on for so long that it is none? Its length alone tells, so this takes no time."""
    return len(claim.sentence) > _LONGEST_IN_CHARACTERS


def is_endless(sentence: str) -> bool:
    """Is it none, but a text that lost its full stops? What stands in it may be of different things."""
    return sentence.count(" ") > LONGEST_SENTENCE
