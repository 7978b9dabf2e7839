"""Is what a tag governs a statement, or a term, a title, a plain object?"""

from __future__ import annotations

from claims.extraction.quotes.cues import ADVERBS, AUXILIARIES, PREPOSITIONS, Frame
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import Range, has_verb
from claims.extraction.quotes.tags import Tag

# "said so", "said nothing of it": no words are reported.
_EMPTY = frozenset("so nothing something anything no yes goodbye hello".split())
# "claimed the lives of": no speech.
_LIVES = frozenset("life lives victim victims".split())
# Everyday verbs with plain objects: what they put on record stands in marks or after "that".
_PLAIN = frozenset(
    "write read speak talk discuss question recommend maintain charge post repeat shout".split()
)
_QUESTIONS = frozenset("whether if why how what who when where".split())
# Words. Fewer words without a verb name a thing ("promised hearings").
_FEWEST = 3
# Letters in marks, and words around them: fewer, and without a verb, are a term.
_TERM, _AROUND = 30, 5


def is_statement(s: Sentence, tag: Tag, content: Range, explicit: bool) -> bool:
    """Do the words behind a cue state something? `explicit`: after `that`, a colon or in marks."""
    first, last = content
    if tag.cue.frame is Frame.MARK:
        return first in s.pieces
    if s.low[first] in ("and", "or"):
        return False  # wrote and passed the act
    if explicit:
        return True
    if s.low[first] in AUXILIARIES:
        return False  # a fund that Vega promised could pay for it
    pieces = s.pieces_in(first, min(last, first + 200))
    if pieces:
        if tag.cue.frame is Frame.NAME or tag.cue.lemma == "say":
            return True  # saying the city PIECE: the verb may stand in the marks
        return not _is_term(s, content, pieces)
    tiny = last - first + 1 < _FEWEST and not has_verb(s, content)
    if tiny and tag.cue.frame is not Frame.TELL and tag.cue.lemma != "say":
        return False
    return _is_clause_for(s, tag, content)


def _is_clause_for(s: Sentence, tag: Tag, content: Range) -> bool:
    """What each verb asks of words without marks and without `that`."""
    first, last = content
    lemma = tag.cue.lemma
    if lemma == "call":
        # To call on somebody is to visit; to call somebody something needs marks.
        return (
            "to" in s.low[first : first + 20]
            if s.low[first - 1] == "on"
            else s.low[first] not in PREPOSITIONS
        )
    if lemma == "describe":
        return "as" in s.low[first : first + 25]
    if lemma in _PLAIN:
        return s.low[first] in _QUESTIONS
    if lemma == "claim" and _LIVES.intersection(s.low[first : first + 4]):
        return False
    if lemma == "ask" and "to" in s.low[first + 1 : first + 12]:
        return True
    if tag.cue.frame is Frame.STATE:
        start = first + (s.low[first] in ADVERBS and first < last)
        return has_verb(s, content) and s.low[start] not in PREPOSITIONS and s.low[start] != "to"
    if lemma == "say":
        return last > first and s.low[first] not in _EMPTY
    return True


def _is_term(s: Sentence, content: Range, pieces: list[int]) -> bool:
    """`warned of a "king tide"`: a few words in marks, and no verb around them."""
    if content[0] in pieces and s.words[content[0] - 1] in (",", ":"):
        return False
    letters = sum(len(s.pieces[i].inner) for i in pieces)
    around = sum(s.words[i][0].isalnum() for i in range(content[0], content[1] + 1) if i not in pieces)
    return letters < _TERM and around <= _AROUND and not has_verb(s, content)
