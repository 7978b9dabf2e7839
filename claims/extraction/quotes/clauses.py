"""What was said: the words of a sentence that a speech tag governs.

Before the tag, behind it, or around it; `according to` and where clauses end have
modules of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.page import Page
from claims.extraction.quotes.according import according
from claims.extraction.quotes.announcements import announcement
from claims.extraction.quotes.candidate import Candidate, Marked
from claims.extraction.quotes.clause_ends import clause_end, goes_on
from claims.extraction.quotes.complements import Complement, complement
from claims.extraction.quotes.contents import is_statement
from claims.extraction.quotes.cues import (
    ADVERBS,
    BREAKS,
    PREPOSITIONS,
    TIMES,
    Frame,
)
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import DASHES, Range, has_verb, is_adjunct, trim
from claims.extraction.quotes.tags import ACCORDING, Tag, tags
from claims.model import Problem

# Everyday verbs that report nothing before them: "the road is closed, she proposed".
_NO_LEFT = frozenset(
    """speak talk read discuss question recommend repeat charge ask propose mention disclose deny""".split()
)
# "Asked whether it was over, Okafor said": what she was asked is not what she said.
_ASIDES = frozenset("asked pressed told reached speaking writing responding answering referring".split())
# Words between a cue and the colon that announces its quotation.
_LEAD = 20
# Tags looked at behind one for where its clause ends.
_LATER = 4


class ByRule:
    """The tagger that needs no weights."""

    @classmethod
    def of(cls, page: Page) -> ByRule:
        return cls()

    def read(self, paragraphs: Sequence[Marked]) -> None:
        """Not needed."""

    def candidates(self, s: Sentence, *, direct_only: bool) -> list[Candidate]:
        return candidates(s, direct_only=direct_only)

    def problems(self) -> Iterator[Problem]:
        yield from ()


def candidates(s: Sentence, *, direct_only: bool = False) -> list[Candidate]:
    """What each tag of the sentence governs; with `direct_only`, only what stands in marks."""
    if direct_only and not s.pieces and not _may_announce(s):
        return []
    found: list[Candidate] = []
    all_tags = tags(s)
    floor = 0
    for number, tag in enumerate(all_tags):
        later = all_tags[number + 1 : number + 1 + _LATER]
        made = _candidate(s, tag, floor, later)
        if made is None:
            continue
        found.append(made)
        floor = max(floor, _floor_after(s, made, later[0] if later else None))
    if not found:
        announced = announcement(s)
        return [announced] if announced else []
    return found


def _may_announce(s: Sentence) -> bool:
    return s.words[-1] in (":", ",")


def _floor_after(s: Sentence, made: Candidate, later: Tag | None) -> int:
    """Words behind this index are free for the next tag's left side."""
    if later is None:
        return 0
    ends = [last for _, last in made.content] + [made.tag.end]
    return min(max(ends) + 1, later.begin)


def _candidate(s: Sentence, tag: Tag, floor: int, later: list[Tag]) -> Candidate | None:
    if tag.cue is ACCORDING:
        return according(s, tag, floor, later)
    left_piece = _piece_before(s, tag)
    if tag.inverted:
        return _of_inverted(s, tag, floor, later, left_piece)
    behind = complement(s, tag)
    if behind.announces:
        return Candidate(tag, (), (tag.last, behind.adjunct_end), announces=True)
    zone = (tag.last, behind.adjunct_end)
    if left_piece is not None:
        return Candidate(tag, _around(s, tag, floor, left_piece, behind), zone)
    if behind.start is not None:
        return _of_behind(s, tag, floor, later, behind)
    return _from_left(s, tag, floor, later, behind)


def _of_behind(s: Sentence, tag: Tag, floor: int, later: list[Tag], behind: Complement) -> Candidate | None:
    """`she said the road is closed`, `she said it again: PIECE`."""
    assert behind.start is not None
    end = clause_end(s, tag, behind.start, later)
    content = _at_colon(s, behind.start, end) or trim(s, behind.start, end)
    if content is None or not is_statement(s, tag, content, behind.explicit):
        return None
    zone = (tag.last, behind.adjunct_end)
    if behind.start > tag.last + 2 and s.words[tag.last + 1] == "," and s.low[behind.start - 1] == "that":
        left = _left(s, tag, floor)  # there is a risk, Vega said, that it rains
        if left and not tag.inherits:
            return Candidate(tag, (left, content), zone)
    return Candidate(tag, (content,), zone)


def _at_colon(s: Sentence, start: int, end: int) -> Range | None:
    """`said it again: PIECE`: the piece is what was said; `said she was tired: PIECE`: the clause is, too."""
    for i in range(start + 1, min(end + 1, start + _LEAD)):
        if i in s.pieces:
            if s.words[i - 1] != ":":
                return None
            clause = trim(s, start, i - 2)
            return clause if clause and has_verb(s, clause) else (i, i)
    return None


def _from_left(s: Sentence, tag: Tag, floor: int, later: list[Tag], behind: Complement) -> Candidate | None:
    """`the road is closed, she said`, and `the road, she said, is closed`."""
    if tag.inherits or not _takes_left(tag):
        return None
    zone = (tag.last, behind.adjunct_end)
    left, right = _left(s, tag, floor), None
    if behind.interrupted:
        right = trim(s, behind.adjunct_end + 1, clause_end(s, tag, behind.adjunct_end + 1, later))
    if right and goes_on(s, right) and (left or has_verb(s, right)):
        return Candidate(tag, (left, right) if left else (right,), zone)
    return Candidate(tag, (left,), zone) if left else None


def _takes_left(tag: Tag) -> bool:
    return tag.cue.frame not in (Frame.MARK, Frame.NAME) and tag.cue.lemma not in _NO_LEFT


def _of_inverted(
    s: Sentence, tag: Tag, floor: int, later: list[Tag], left_piece: int | None
) -> Candidate | None:
    behind = tag.end + 1
    piece = next((i for i in range(behind, min(len(s), behind + 40)) if i in s.pieces), None)
    colon = piece is not None and s.words[piece - 1] in (":", ",") and not (later and later[0].begin < piece)
    right = ((piece, piece),) if colon and piece is not None else ()
    zone = (tag.last, min(len(s) - 1, behind + 12))
    if left_piece is not None:
        left = _left_with_piece(s, floor, left_piece)
        return Candidate(tag, (left, *right), zone)
    left_clause = _left(s, tag, floor) if _takes_left(tag) else None
    if left_clause:
        return Candidate(tag, (left_clause, *right), zone)
    if right:
        return Candidate(tag, right, zone)
    if s.words[-1] == ":":
        return Candidate(tag, (), zone, announces=True)
    return None


def _around(s: Sentence, tag: Tag, floor: int, left_piece: int, behind: Complement) -> tuple[Range, ...]:
    """`PIECE, she said, PIECE`: what stands behind counts only if it is in marks too."""
    left = _left_with_piece(s, floor, left_piece)
    start = behind.start
    if start is None and behind.interrupted:
        start = behind.adjunct_end + 1
    limit = min(len(s), (start or 0) + 25)
    if start is None:
        return (left,)
    piece = next((i for i in range(start, limit) if i in s.pieces and _follows_comma(s, i)), None)
    return (left, (piece, piece)) if piece is not None else (left,)


def _follows_comma(s: Sentence, piece: int) -> bool:
    return s.words[piece - 1] in (",", ":") or s.words[piece - 1] in DASHES


def _piece_before(s: Sentence, tag: Tag) -> int | None:
    """The quoted piece that ends right before a tag."""
    if tag.inherits:
        return None
    at = tag.begin - 1
    if at >= 0 and (s.words[at] == "," or s.words[at] in DASHES):
        at -= 1
    return at if at in s.pieces else None


def _left_with_piece(s: Sentence, floor: int, piece: int) -> Range:
    """The piece alone, or with the words before it when they are its clause (`It is "shut," she said`)."""
    before = piece - 1
    if before < floor or s.words[before] in (",", ":", ";") or s.words[before] in DASHES:
        if before - 1 in s.pieces:
            return piece, piece
        return (piece, piece)
    start = floor
    while start < before and (s.words[start] in ",;:" or s.words[start] in DASHES):
        start += 1
    return start, piece


def _left(s: Sentence, tag: Tag, floor: int) -> Range | None:
    """The clause before `, she said`."""
    at = tag.begin - 1
    if at <= floor or not (s.words[at] == "," or s.words[at] in DASHES):
        return None
    content = trim(s, floor, at - 1)
    if content is None:
        return None
    first, last = content
    if is_adjunct(s, content) or last - first < 1 or _is_opener(s, content) or s.low[first] in _ASIDES:
        return None
    return content


def _is_opener(s: Sentence, content: Range) -> bool:
    """`However,` or `On Tuesday,` before a tag is no statement."""
    words = range(content[0], content[1] + 1)
    return len(words) < _LEAD and all(
        s.low[i] in ADVERBS or s.low[i] in TIMES or s.low[i] in PREPOSITIONS or s.low[i] in BREAKS
        for i in words
    )
