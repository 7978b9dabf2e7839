"""Where a statement comes from: every fact with what tells it, as lines of label and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC

from claims import printed
from claims.corrections.written import BY_HAND
from claims.display import ASSERTED
from claims.model import Attribution, Claim, Correction, Document, PartialDate, Quote, Source, Span
from claims.ports import Citation, Fetched
from claims.printed import NO_SOURCE, NO_SPEAKER
from claims.views import Assessed, Shown
from tui.state.amounts import amount_words
from tui.state.words import (
    IN_NEWER,
    QUOTED,
    SOURCE_KINDS,
    STATUS_SIGNS,
    STATUS_WORDS,
    finding_words,
    judgement_words,
)

Line = tuple[str, str]

# So much of an id tells one document from another in a list.
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with lines of (label, words); a label may be ""."""

    heading: str
    lines: tuple[Line, ...]


def card(shown: Shown, versions: tuple[Citation, ...] = ()) -> list[Section]:
    """Everything beside the text: origin, speaker, corrections, versions, findings, decisions."""
    value, document = shown.value, shown.document
    sections: list[Section] = []
    if isinstance(value, Quote | Claim):
        sections.append(Section("Who says it", tuple(_speaker_lines(value))))
    if isinstance(value, Claim):
        sections.append(Section("What is claimed", tuple(claim_lines(value))))
    if document is not None:
        lines = origin_lines(document, shown.locations, shown.fetched)
        if isinstance(value, Quote | Claim):
            lines = [*_place_lines(value, document), *lines]
        sections.append(Section("Where this comes from", tuple(lines)))
    sections += [
        Section("Numbers that are no claims", tuple(_left_out_lines(shown))),
        Section("Versions of this page", tuple(_page_lines(shown))),
        Section("Correction notes", tuple(_note_lines(shown))),
        Section("Set by hand", tuple(_correction_lines(shown))),
        Section("Other versions", tuple(version_line(each) for each in versions)),
        Section("What fits and what does not", tuple(_finding_line(each) for each in shown.findings)),
        Section("Tags", tuple(("", tag) for tag in shown.tags)),
        Section("Decisions and notes", tuple((j.by, judgement_words(j)) for j in shown.judgements)),
        Section("Problems", tuple((each.stage, each.message) for each in shown.problems)),
    ]
    return [section for section in sections if section.lines]


def _left_out_lines(shown: Shown) -> Iterator[Line]:
    for one in shown.left_out:
        yield "", f"“{' '.join(one.text.split())}” is {one.reason}"


def origin_lines(
    document: Document, locations: tuple[str, ...] = (), fetched: tuple[Fetched, ...] = ()
) -> list[Line]:
    """Source, dates with their evidence, location, address, kept copy."""
    lines = [
        ("source", source_words(document.source)),
        ("seen", ASSERTED if document.is_asserted else ""),
        ("title", document.title),
        ("by", document.author),
        ("published", dated(document.published)),
        ("changed", dated(document.modified) if document.modified else ""),
        ("reprints", document.reprints.name if document.reprints else ""),
        ("file", ", ".join(locations or (document.location,))),
        ("address", document.url),
        ("fetched", printed.fetched(fetched[-1]) if fetched else ""),
        ("taken in", moment_words(document.retrieved)),
        ("kept copy", f"SHA-256 {document.raw_sha256}"),
        ("read with", document.read_with),
        ("encoding", f"{document.encoding} (guessed)" if document.encoding_guessed else ""),
        ("two scripts", printed.two_scripts(document.text)),
    ]
    return [(label, words) for label, words in lines if words]


def _page_lines(shown: Shown) -> Iterator[Line]:
    """Which version this is, what became of the words in the newer one, and the others."""
    if shown.anchor:
        yield "words", IN_NEWER[shown.anchor.state]
    for page in shown.pages:
        is_this = shown.document is not None and page.document == shown.document.id
        told = [f"taken in {moment_words(page.retrieved)}", page.document[:_SHORT]]
        told += ["stands now"] * page.stands + ["this one"] * is_this
        yield f"version {page.number} of {len(shown.pages)}", " · ".join(told)


def _note_lines(shown: Shown) -> Iterator[Line]:
    for note in shown.notices:
        if shown.document is not None:
            yield note.kind.value, " ".join(note.span.of(shown.document.text).split())


def moment_words(date: PartialDate | None) -> str:
    if date is None or date.moment is None:
        return str(date or "")
    return f"{date.moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def source_words(source: Source | None) -> str:
    if source is None:
        return NO_SOURCE
    known = [words for words in (SOURCE_KINDS[source.kind], _evidence(source.evidence)) if words]
    return f"{source.name} ({', '.join(known)})" if known else source.name


def dated(date: PartialDate | None) -> str:
    """The date and what tells it; a missing one says so."""
    if date is None:
        return "the document does not say"
    written = f"“{date.raw}”" if date.raw and date.raw != str(date) else ""
    known = ", ".join(words for words in (_evidence(date.evidence), written) if words)
    return f"{date} ({known})" if known else str(date)


def _evidence(evidence: str) -> str:
    """ "stated in the text", "from meta date", "given when added"."""
    told = {
        "text": "stated in the text",
        "given": "given when added",
        "url": "from the address",
        "": "",
        BY_HAND: BY_HAND,
    }
    return told.get(evidence, f"from {evidence}")


def _speaker_lines(value: Quote | Claim) -> list[Line]:
    said = value.attributed_to if isinstance(value, Claim) else value.attribution
    if said is None:
        nobody = "the document itself" if isinstance(value, Claim) else NO_SPEAKER
        lines = [("speaker", nobody)]
    else:
        lines = [
            ("speaker", said.name),
            ("role", said.role),
            ("of", said.organization),
            ("told by", _how(said)),
        ]
    if isinstance(value, Quote):
        lines += [("said on", dated(value.said_on)), ("quoted", QUOTED[value.kind])]
    lines.append(("sure", f"{value.confidence:.0%} of the passage"))
    return [(label, words) for label, words in lines if words]


def _how(said: Attribution) -> str:
    words = [f"“{part}”" for part in (said.mention_text, said.cue_text) if part]
    told = " ".join(words) or "by hand"
    method = f"; {said.method}" if said.method else ""
    return f"{told}{method}; {said.confidence:.0%} sure"


def claim_lines(claim: Claim) -> list[Line]:
    """What the figure is of, in the document's words."""
    lines = [
        ("figure", claim.text),
        ("read as", amount_words(claim)),
        ("of", claim.counted),
        ("unit", claim.unit),
        ("which were", claim.role),
        ("told of", claim.subject),
        ("where", claim.place),
        ("event", claim.event),
        ("period", claim.period),
        ("which is", claim.period_kind.value if claim.period_kind else ""),
        ("as of", str(claim.as_of or "")),
        ("denied", "the sentence says it is not so" if claim.negated else ""),
    ]
    return [(label, words) for label, words in lines if words]


def _place_lines(value: Quote | Claim, document: Document) -> list[Line]:
    spans: tuple[Span, ...] = (value.span,) if isinstance(value, Claim) else value.spans
    places = ", ".join(f"{span.start}–{span.end}" for span in spans)
    method = value.method if isinstance(value, Quote) else ""
    whole = value.span if isinstance(value, Claim) else value.whole
    place = ", ".join(filter(None, (document.located(whole), f"characters {places}")))
    return [("place", place), *([("found by", method)] if method else [])]


def _correction_lines(shown: Shown) -> list[Line]:
    found: list[Correction] = []
    for value in (shown.value, shown.document):
        if isinstance(value, Quote | Claim | Document):
            found += [each for each in value.corrected if each not in found]
    return [
        (each.field.replace("_", " "), f"{each.value or 'taken away'} (by {each.by}, {each.at[:10]})")
        for each in found
    ]


def version_line(citation: Citation) -> Line:
    """Another printing of the same statement: where, and its words."""
    document = citation.document
    source = document.source.name if document.source else document.location
    date = f", {document.published}" if document.published else ""
    value = citation.value
    return f"{source}{date}", printed.quote(value, document.text) if isinstance(value, Quote) else value.text


def _finding_line(assessed: Assessed) -> Line:
    finding = assessed.finding
    state = f"{STATUS_SIGNS[assessed.status]} {STATUS_WORDS[assessed.status]}"
    return f"{finding_words(finding)}, {state}", finding.sentence
