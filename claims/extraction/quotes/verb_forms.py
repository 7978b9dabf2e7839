"""Is a word of speech a verb where it stands, and is it its subject's?"""

from __future__ import annotations

from claims.extraction.quotes.cues import (
    ADVERBS,
    BE,
    DETERMINERS,
    OCCASIONS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    Cue,
    Form,
    Frame,
)
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import Range

_MODALS = frozenset("would could might should can must may will to".split())
_NO_SUBJECT_BEFORE = frozenset("the a an his her its their our my no so".split())
# A participle, not a verb: "the plan proposed by", "the man accused of".
_PARTICIPLE_AFTER = frozenset("by".split())


def is_verb_here(s: Sentence, index: int, cue: Cue) -> bool:
    """Not an infinitive, a passive, a participle or a noun."""
    previous = s.low[index - 1] if index else ""
    if s.words[index][0].isupper() and not (index and s.is_name(index - 1)):
        return index == 0 and cue.form is Form.PAST
    if previous in _NO_SUBJECT_BEFORE:
        return False
    following = s.low[index + 1] if index + 1 < len(s) else ""
    if cue.lemma == "point" and following != "out":
        return False
    if cue.lemma == "ask" and s.low[index + 1 : index + 4] == ["not", "to", "be"]:
        return False  # "who asked not to be named": a condition of speaking
    if cue.frame is Frame.TELL and following in ("nobody", "none", "nothing", "no"):
        return False
    if cue.form is Form.BASE:
        return not _after_modal(s, index) or _tags_a_piece(s, index)
    if cue.form is Form.PAST:
        by_phone = s.low[index + 2 : index + 3] and s.low[index + 2] in OCCASIONS
        return (by_phone or following not in _PARTICIPLE_AFTER) and not _is_passive(s, index)
    return True


def _tags_a_piece(s: Sentence, index: int) -> bool:
    """`PIECE, she will say.`: words given out ahead."""
    ahead = s.low[index - 1] in ("will", "would")
    return ahead and any(i in s.pieces for i in range(max(0, index - 6), index))


def _after_modal(s: Sentence, index: int) -> bool:
    at = index - 1
    while at >= 0 and (s.low[at] in ADVERBS or s.low[at] == "not"):
        at -= 1
    if at < 0 or s.low[at] not in _MODALS:
        return False
    return not (s.low[at] == "to" and s.low[max(0, at - 2) : at] == ["went", "on"])


def _is_passive(s: Sentence, index: int) -> bool:
    at = index - 1
    for _ in range(3):
        if at < 0:
            return False
        if s.low[at] in BE:
            return True
        if s.low[at] not in ADVERBS and not s.low[at].endswith("ly") and s.low[at] != "not":
            return False
        at -= 1
    return False


def agrees(s: Sentence, subject: Range, index: int, cue: Cue) -> bool:
    """Number fits the verb, and a form that is a noun too has a subject that shows it is none."""
    if cue.form is Form.PAST:
        return cue.lemma != "call" or not _is_naming(s, subject, index + 1)
    if cue.form is Form.THIRD:
        return _agrees_in_singular(s, subject, index, cue)
    return cue.form is Form.ING or _agrees_in_plural(s, subject, index, cue)


def _is_naming(s: Sentence, subject: Range, following: int) -> bool:
    """`a program called Tidewatch`: a participle and a name."""
    if s.is_name(subject[1]) or s.low[subject[1]] in PRONOUNS:
        return False
    past_the = following + (s.low[following : following + 1] == ["the"])
    return following in s.pieces or (past_the < len(s) and s.is_name(past_the))


def _agrees_in_singular(s: Sentence, subject: Range, index: int, cue: Cue) -> bool:
    head, named = s.low[subject[1]], s.is_name(subject[1])
    if not cue.noun:
        return head not in ("they", "we", "you", "i")
    behind = s.low[index + 1] if index + 1 < len(s) else ""
    if behind in (",", ":") and index + 2 in s.pieces:
        return True
    if behind == ":" and index + 2 == len(s):
        return named and s.words[index].islower()  # "The Harbor Times reports:" above its words
    if behind == "out" and s.low[index + 2 : index + 3] == ["that"]:
        return True
    if behind == "that" and (s.low[subject[0]] in DETERMINERS or named):
        return not head.endswith("s") or named
    begins = behind == "that" or behind in PRONOUNS or behind in DETERMINERS or index + 1 in s.pieces
    return begins and (head in ("he", "she", "it", "who") or named)


def _agrees_in_plural(s: Sentence, subject: Range, index: int, cue: Cue) -> bool:
    first, last = subject
    head = s.low[last]
    if s.low[index - 1] in ("do", "does", "did", "will", "would"):
        return True
    if cue.lemma == "say" and s.words[last].isupper() and len(head) > 1:
        return True  # a body in the plural: "WHO say"
    plural = head.endswith("s") or head in PLURALS or head in ("they", "we", "you", "i")
    several = "and" in s.low[first:last] or (last > first and _plural_head(s, subject))
    return (plural or several) and not (cue.noun and s.is_name(last) and last > 0)


def _plural_head(s: Sentence, subject: Range) -> bool:
    """`Agents on the team say`: the head stands before the first preposition."""
    for i in range(subject[0], subject[1]):
        if s.low[i + 1] in PREPOSITIONS or s.low[i + 1] == "of":
            return s.low[i].endswith("s") or s.low[i] in PLURALS
    return False
