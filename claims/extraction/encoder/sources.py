"""Who speaks where the network found a cue and no source: what stands beside the cue as its subject."""

from __future__ import annotations

from claims.extraction.quotes import subjects
from claims.extraction.quotes.cues import BE, BREAKS, CUES, DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import Range, meet
from claims.extraction.speakers.can_speak import Voice, may_speak, voice
from claims.extraction.speakers.name_words import GROUPS

# Words of a source that is found without the network; longer ones are misread clauses.
_LONGEST = 6
_OPENERS = DETERMINERS | PRONOUNS | RELATIVES | GROUPS


_ACCUSING = frozenset("charged accused convicted indicted suspected acquitted sentenced cleared".split())


def is_accused(s: Sentence, cue: Range) -> bool:
    """`two men are charged with CONTENT`: they are those of whom it is said, and never said it."""
    words = s.low[max(0, cue[0] - 2) : cue[1] + 1]
    return not BE.isdisjoint(words) and not _ACCUSING.isdisjoint(words)


def source_beside(s: Sentence, cue: Range, content: Range) -> Range | None:
    """`the report` of `the report, which was short, warned of CONTENT`; None where nobody can speak.

    Args:
        content: the first words that were said.
    """
    found: tuple[Range | None, ...] = (_behind_by(s, cue),)
    if not is_accused(s, cue):
        found += (_of_participle(s, cue, content), _subject(s, cue))
    return next((one for one in found if one and _can_say(s, one) and not meet(one, content)), None)


def _can_say(s: Sentence, phrase: Range) -> bool:
    first, last = phrase
    if s.pieces_in(first, last):
        return False
    if s.low[first] in PRONOUNS:
        return True
    opens = s.is_name(first) or s.low[first] in _OPENERS
    if not opens or last - first >= _LONGEST:
        return False  # "go home after Vega"
    named = any(s.is_name(i) and s.low[i] not in DETERMINERS for i in range(first, last + 1))
    words = s.words[first : last + 1]
    return (named or may_speak(words)) and voice(words) is Voice.SURE


def _behind_by(s: Sentence, cue: Range) -> Range | None:
    """`warnings from Vega`, `was told by the Herald`; but not `wrote from Halden`, `said by phone`."""
    words = s.low[cue[0] : cue[1] + 2]
    is_passive = not BE.isdisjoint(words)
    is_verb = words[0] in CUES and not CUES[words[0]].noun
    link = "by" if is_passive else "from"
    if link not in words or (is_verb and not is_passive):
        return None
    return subjects.after(s, cue[0] + words.index(link))


def _is_participle(s: Sentence, cue: Range) -> bool:
    return s.low[cue[0]].endswith("ing") and subjects.skip_back(s, cue[0] - 1) == cue[0] - 1


def _of_participle(s: Sentence, cue: Range, content: Range) -> Range | None:
    """`After saying CONTENT, she left`: who the main clause is about; `Vega left after saying CONTENT`."""
    if not _is_participle(s, cue):
        return None
    leads = cue[0] == 0 or (cue[0] == 1 and s.low[0] in PREPOSITIONS | BREAKS)
    if not leads:
        joined = s.words[cue[0] - 1] == "," or s.low[cue[0] - 1] in PREPOSITIONS | BREAKS
        return subjects.of_sentence(s, cue[0]) if joined else None  # "agents telling us"
    behind = content[1] + 1
    if s.words[behind : behind + 1] == [","]:
        return _opening(s, behind + 1)
    return _opening(s, behind) if content[1] in s.pieces else None


def _opening(s: Sentence, first: int) -> Range | None:
    """The names or the noun phrase at `first`, without the verb behind it."""
    if first < len(s) and s.is_name(first) and s.low[first] not in DETERMINERS | PRONOUNS:
        last = first
        while last + 1 < len(s) and s.is_name(last + 1):
            last += 1
        return first, last
    whole = subjects.after(s, first - 1)
    if whole is None or s.low[first] in PRONOUNS:
        return whole
    speaks = [may_speak(s.words[first : last + 1]) for last in range(first + 1, whole[1] + 1)]
    if True not in speaks:
        return None
    begin = speaks.index(True)
    length = next((i for i, fits in enumerate(speaks[begin:]) if not fits), len(speaks) - begin)
    return first, first + begin + length


def _subject(s: Sentence, cue: Range) -> Range | None:
    return None if _is_participle(s, cue) else subjects.before(s, cue[0])
