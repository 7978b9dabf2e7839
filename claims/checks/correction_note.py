"""A page's correction note, with the quote or figure that it touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claims.checks.citing import all_evidence, begun, publisher
from claims.matching.wording import FUNCTION_WORDS, is_figure, wording
from claims.model import Claim, Document, Finding, FindingKind, Quote, Severity
from claims.model.identity import content_id, normalised
from claims.ports import Citation
from claims.versions.notices import Notice, NoticeKind, notices

# What words weigh that a note and a passage share, and how much must be shared: a figure and a word, or
# a name of two words and three more. With less a note is put to whatever else names the mayor.
_FIGURE, _NAME, _WORD = 1.5, 0.75, 0.5
_OWN_FIGURE = 1.0
_ENOUGH = 2.75
# A word in more passages than this tells nothing of which one is meant; a sentence with a quote and a
# figure is two of them.
_COMMON = 6
# Each note is compared with each passage; pages print one or two.
_MOST_NOTES = 20
# A note is read aloud in one breath.
_LONGEST = 240
# What every note says says nothing of what it touches.
_OF_NOTES = frozenset(
    """correction corrections corrected correct clarification clarified editor editors note earlier previous
    original version article story report post headline caption updated update amended misstated incorrectly
    wrongly erroneously mistakenly said stated incorrect wrong error errors been regret regrets""".split()
)


class CorrectionNote:
    """Notes by which a page says what was wrong in it, put to the passage they are about."""

    name = "correction-note"
    of_versions = True

    def keys(self, citation: Citation) -> Iterable[str]:
        """The document with the note: the value's own, or the one that replaced it."""
        return [
            document.id
            for document in (citation.document, citation.newer)
            if document is not None and notices(document.text)
        ]

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each note that touches a value of its document or of the version before."""
        document = _noted(group)
        if document is not None:
            yield from _touched(document, group)


def _noted(group: Sequence[Citation]) -> Document | None:
    """The document with the note: that of some values, and the one that replaced that of the others."""
    own = {one.document.id: one.document for one in group}
    newer = {one.newer.id: one.newer for one in group if one.newer}
    fitting = [one for one in (own | newer).values() if all(_is_beside(each, one) for each in group)]
    fitting = [one for one in fitting if notices(one.text)]
    return min(fitting, key=lambda one: one.id not in own, default=None)


def _is_beside(citation: Citation, document: Document) -> bool:
    newer = citation.newer
    return citation.document.id == document.id or (newer is not None and newer.id == document.id)


def _touched(document: Document, group: Sequence[Citation]) -> Iterator[Finding]:
    found = notices(document.text)[:_MOST_NOTES]
    own = [one for one in group if one.document.id == document.id]
    # Its own passages come first, so that of two that fit alike they are taken.
    others = [one for one in group if one.document.id != document.id]
    outside = [*(one for one in own if not _in_note(one, found)), *others]
    told = [dict(_telling(_passage(one))) for one in outside]
    shared = Counter(word for words in told[: len(outside) - len(others)] or told for word in words)
    newer = own[0].newer if own else None
    again = {_words(newer, note) for note in notices(newer.text)} if newer else set()
    for note in found:
        if _words(document, note) in again:
            continue  # the newer version prints it too, and is told of
        words = dict(_telling(note.span.of(document.text)))
        scores = [_score(one, mine, words, shared) for one, mine in zip(outside, told, strict=True)]
        if scores and max(scores) >= _ENOUGH:
            touched = outside[scores.index(max(scores))]
            yield _finding(document, note, touched, [one for one in own if _stands_in(one, note)])


def _words(document: Document, note: Notice) -> str:
    return normalised(note.span.of(document.text))


def _score(
    citation: Citation, mine: Mapping[str, float], words: Mapping[str, float], shared: Counter[str]
) -> float:
    """By how many words that few passages have a note and a passage are alike; a figure that the note names
    counts before the words around it.
    """
    alike = sum(weight for form, weight in mine.items() if form in words and shared[form] <= _COMMON)
    claim = citation.value
    is_named = isinstance(claim, Claim) and any(
        form in words for form, _ in _telling(claim.text) if is_figure(form)
    )
    return alike + (_OWN_FIGURE if is_named else 0.0)


def _passage(citation: Citation) -> str:
    """A claim's sentence, or a quote's words and who said them."""
    who = citation.value.attribution if isinstance(citation.value, Quote) else None
    return f"{citation.sentence} of {who.name}" if who else citation.sentence


def _telling(text: str) -> Iterator[tuple[str, float]]:
    """Words of matter, each with what it weighs."""
    read = wording(text)
    for number, form in enumerate(read.forms):
        if form not in FUNCTION_WORDS and form not in _OF_NOTES:
            yield form, _FIGURE if is_figure(form) else _NAME if number in read.names else _WORD


def _in_note(citation: Citation, found: Sequence[Notice]) -> bool:
    """Does a value stand in a note of its own document?"""
    return any(_stands_in(citation, note) for note in found)


def _stands_in(citation: Citation, note: Notice) -> bool:
    value = citation.value
    return note.span.overlaps(value.span if isinstance(value, Claim) else value.whole)


def _finding(document: Document, note: Notice, touched: Citation, own: Sequence[Citation]) -> Finding:
    words = " ".join(note.span.of(document.text).split())
    said = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 2].rstrip(' ,')} …"
    sentence = f"{begun(publisher(document))} has printed {_NAMES[note.kind]}: “{said}”"
    minor = note.kind in (NoticeKind.UPDATE, NoticeKind.CLARIFICATION)
    severity = Severity.LOW if minor else Severity.MEDIUM
    where = "the version before" if touched.document.id != document.id else "the same page"
    modified = (f"the page says it was changed {document.modified}",) if document.modified else ()
    why = (f"it touches what {where} says: “{' '.join(touched.sentence.split())}”", *modified)
    # The note's words, not its place: a note that moves stays what was decided of it.
    anchors = (touched.value.id, content_id("note", document.id, _words(document, note)))
    evidence = all_evidence([touched, *own])
    return Finding(CorrectionNote.name, FindingKind.UPDATE, severity, anchors, sentence, why, evidence)


_NAMES = {
    NoticeKind.CORRECTION: "a correction",
    NoticeKind.CLARIFICATION: "a clarification",
    NoticeKind.UPDATE: "an update",
    NoticeKind.NOTE: "an editor’s note",
}
