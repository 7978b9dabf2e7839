"""The subject of the sentence before: what "it" means there, if it has not spoken yet.

`The city sent a letter. It says ...`. Only bodies and documents are looked for; where
that sentence has another subject, nothing is found. Of "they" half was wrong in this way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from claims.extraction.quotes.cues import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CUES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    Form,
)
from claims.extraction.sentences import sentences
from claims.extraction.speakers.can_speak import is_one, may_speak
from claims.extraction.speakers.names import parse
from claims.extraction.speakers.word_kinds import is_body_word, is_role
from claims.model import Span, SpeakerKind

# Characters of a sentence before, and words of its subject.
_REACH, _LONGEST = 600, 8
_WORD = re.compile(r"[\w'\u2019.\-&]+|[^\s\w]")
# `On Tuesday, the city`: what stands before the subject, and is no longer than this.
_LEAD = re.compile(r"[A-Z][^,;:\"\u201c]{1,60},\s")
# `Recently, however,`, `And`, `At the bottom` before "it"; characters of them.
_OPENER = re.compile(r"(?:^|[.!?\n]\s?)([A-Z][a-z]+)(?:\s[a-z]+){0,2}(?:,\s[a-z]+)?,?$")
_LEADING = 60
_ENDS = frozenset(".!?\n\u201d\u2019'\"")
_OWNED = frozenset(("his", "her", "their", "its", "my", "our", "your"))
_OUTSIDE = PRONOUNS | PREPOSITIONS | AUXILIARIES | RELATIVES | BREAKS | ADVERBS


def last_subject(text: str, place: int) -> Span | None:
    """The subject of the sentence before the one that holds `place`, if "it" may mean it."""
    before = _sentence_before(text, place)
    if before is None:
        return None
    if not _begins(text, place):
        return None  # "the board met, and it said": its own sentence has a subject
    lead = _LEAD.match(text, before.start, before.end)
    opens = lead is not None and text[before.start : before.end].split()[0].lower() in PREPOSITIONS | BREAKS
    begin = lead.end() if lead and opens else before.start
    return _longest(list(islice(_WORD.finditer(text, begin, before.end), _LONGEST)))


def _begins(text: str, place: int) -> bool:
    """Does the word at `place` begin its sentence, but for marks, or `Recently, however,` before it?"""
    before = text[max(0, place - _LEADING) : place].rstrip()
    if not before or before[-1] in _ENDS:
        return True
    opener = _OPENER.search(before)
    first = opener.group(1).lower() if opener else ""
    return first in _OUTSIDE - PRONOUNS or first.endswith("ly")


def _sentence_before(text: str, place: int) -> Span | None:
    """In its own paragraph, or else the last one of the paragraph before."""
    begin = max(0, place - _REACH)
    line = text.rfind("\n", begin, place) + 1 or begin
    # The word at `place` shows that the sentence before has ended.
    own = [one for one in sentences(text, Span(line, place + 1)) if one.end <= place]
    if not own:
        end = begin + len(text[begin:line].rstrip())
        line = text.rfind("\n", begin, end) + 1 or begin
        own = list(sentences(text, Span(line, end))) if line < end else []
    is_whole = own and (own[-1].start > begin or begin == 0)
    return own[-1] if is_whole else None


def _longest(words: Sequence[re.Match[str]]) -> Span | None:
    """The first words that fit, and those behind that go on fitting."""
    found: Span | None = None
    so_far: list[str] = []
    for match in words:
        word, low = match.group(), match.group().lower()
        stops = low in _OUTSIDE or (low in CUES and CUES[low].form is Form.PAST) or not word[0].isalnum()
        if not so_far and (not word[0].isalnum() or low in _OWNED):
            return None  # inside of marks; "his letter"
        if so_far and (stops or (low in DETERMINERS and low != "the")):
            break
        so_far.append(word)
        if _is_it(so_far) and not low.endswith("ed"):
            found = Span(words[0].start(), match.end())
        elif found and may_speak(so_far):
            return None  # "Port officials", "the letter writers"
        elif found or is_role(word):
            break
    return found


def _is_it(words: Sequence[str]) -> bool:
    return _is_body(words) or (words[0].lower() in DETERMINERS and is_one(words))


def _is_body(words: Sequence[str]) -> bool:
    # With its article any capital would be taken for a body: "the Arizona case".
    parsed, last = parse(words[words[0].lower() == "the" :]), words[-1]
    is_many = last.endswith("s") and not is_body_word(last)
    return bool(parsed.name) and parsed.kind is SpeakerKind.BODY and last[0].isupper() and not is_many
