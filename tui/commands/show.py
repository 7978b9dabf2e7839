"""`onrecord show`: one value with everything known of it, where it stands and what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from claims import printed
from claims.display import ASSERTED, hidden
from claims.model import (
    Attribution,
    Claim,
    Document,
    Finding,
    Judgement,
    JudgementKind,
    Quote,
    Span,
    Speaker,
)
from claims.model.quantities import written
from claims.views import Assessed, Shown
from tui import jsonforms, jsonviews, passages
from tui.commands.speakers import roles_in_words
from tui.printing import Paper, counted, short
from tui.session import Session
from tui.state.words import IN_NEWER

if TYPE_CHECKING:
    from claims import Ledger

# Characters of the document printed before and after the passage.
_CONTEXT = 300


@click.command()
@click.argument("wanted", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--text", is_flag=True, help="Print a document's whole text.")
@click.pass_obj
def show(session: Session, wanted: str, as_json: bool, text: bool) -> None:
    """All that is known of a quote, claim, document, finding, speaker or decision; six letters of ID do."""
    with session.reading() as ledger:
        view = ledger.show(wanted)
        withdrawn = view.document is not None and _is_withdrawn(ledger, view.document.id)
    if as_json:
        jsonforms.emit_json(jsonviews.shown(view, text=text, withdrawn=withdrawn))
        return
    paper = session.paper
    if withdrawn:
        paper.line("Withdrawn: hidden from search, lists and checks.", style="high")
    _value(paper, view, text=text)
    _left_out(paper, view)
    _versions(paper, view)
    _surroundings(paper, view)
    _decisions(paper, view)


def _is_withdrawn(ledger: Ledger, document: str) -> bool:
    decided = ledger.history(subject=document)
    return any(line.stands and line.judgement.kind is JudgementKind.WITHDRAWAL for line in decided)


def _value(paper: Paper, view: Shown, *, text: bool) -> None:
    match view.value:
        case Document() as document:
            _document(paper, document, view, text=text)
        case Quote() as quote:
            _quote(paper, quote, view)
        case Claim() as claim:
            _claim(paper, claim, view)
        case Finding():
            for assessed in view.findings:
                _finding(paper, assessed, whole=True)
        case Speaker() as speaker:
            _speaker(paper, speaker)
        case Judgement() as made:
            _judgement(paper, made)


def _document(paper: Paper, document: Document, view: Shown, *, text: bool) -> None:
    paper.line(document.title or "Document without a title", style="title")
    published, modified, retrieved = document.published, document.modified, document.retrieved
    paper.fields(
        (
            ("id", document.id),
            ("source", document.source.name if document.source else "not known"),
            ("seen", ASSERTED if document.is_asserted else ""),
            ("reprints", document.reprints.name if document.reprints else ""),
            ("author", document.author),
            ("published", f"{published} ({published.evidence})" if published else "not stated"),
            ("modified", f"{modified} ({modified.evidence})" if modified else ""),
            ("retrieved", str(retrieved or "")),
            ("location", ", ".join(view.locations) or document.location),
            ("url", document.url),
            ("member", document.member),
            (
                "format",
                f"{document.media_type}, {document.encoding}{' (guessed)' * document.encoding_guessed}",
            ),
            ("SHA-256", document.raw_sha256),
            ("hidden", _hidden(document.text)),
        )
    )
    if text:
        paper.line()
        paper.words(document.text, indent=0)


def _hidden(text: str) -> str:
    """The first characters that no one sees, by place and name."""
    found = [f"{name} at {place}" for place, name in hidden(text)]
    more = f" and {len(found) - 5} more" if len(found) > 5 else ""
    return "; ".join(found[:5]) + more


def _left_out(paper: Paper, view: Shown) -> None:
    """The numbers that are no claims, each kind with its reason once."""
    if not view.left_out:
        return
    paper.line()
    paper.line("Numbers that are no claims", style="title")
    kinds: dict[str, list[str]] = {}
    for one in view.left_out:
        kinds.setdefault(one.reason, []).append(f"“{one.text}”")
    paper.fields([(reason, ", ".join(dict.fromkeys(texts))) for reason, texts in kinds.items()])


def _versions(paper: Paper, view: Shown) -> None:
    """What became of the value in the newer version; the versions of its page, and its correction notes."""
    if view.anchor:
        newer = f" · {short(view.anchor.newer)}" if view.anchor.newer else ""
        paper.fields([("newer", f"{IN_NEWER[view.anchor.state]}{newer}")])
    if view.pages:
        paper.line()
        paper.line("Versions of this page", style="title")
    for page in view.pages:
        dates = [f"published {page.published}" if page.published else "", f"retrieved {page.retrieved or ''}"]
        here = view.document is not None and page.document == view.document.id
        said = [f"version {page.number} of {len(view.pages)}", *dates, short(page.document)]
        said += ["stands now"] * page.stands + ["this one"] * here
        paper.line(" · ".join(filter(None, said)), indent=2)
    if view.notices and view.document:
        paper.line()
        paper.line("Correction notes", style="title")
        for note in view.notices:
            paper.words(note.span.of(view.document.text), indent=2)


def _quote(paper: Paper, quote: Quote, view: Shown) -> None:
    paper.line(f"Quote {quote.id}", style="title")
    paper.words(printed.quote(quote, view.document.text if view.document else ""), style="quote")
    places = ", ".join(f"{span.start}-{span.end}" for span in quote.spans)
    paper.fields(
        (
            *_speaker_fields(quote.attribution),
            ("said on", str(quote.said_on or "")),
            ("type", f"{quote.kind.value}, confidence {quote.confidence:.2f}"),
            *_origin(view.document, places),
        )
    )
    _context(paper, view.document, quote.whole)


def _claim(paper: Paper, claim: Claim, view: Shown) -> None:
    paper.line(f"Claim {claim.id}", style="title")
    paper.words(claim.sentence.of(view.document.text) if view.document else claim.text, style="quote")
    most, amount = claim.superlative, claim.quantity
    value = (written(amount.value) if amount else "") or ""
    paper.fields(
        (
            ("figure", claim.text),
            ("value", f"{claim.comparator.value} {value} {claim.unit}".strip()),
            ("between", f"{written(amount.low)} and {written(amount.high)}" if amount and not value else ""),
            ("superlative", f"{most.property} ({most.direction}) of {most.scope}" if most else ""),
            ("counted", claim.counted),
            ("role", claim.role),
            ("told of", claim.subject),
            ("population", claim.population.value if claim.population else ""),
            ("place", claim.place),
            ("event", claim.event),
            ("period", claim.period),
            ("which is", claim.period_kind.value if claim.period_kind else ""),
            ("as of", str(claim.as_of or "")),
            ("denied", "yes" if claim.negated else ""),
            *_speaker_fields(claim.attributed_to, nobody="the document's own voice"),
            ("in quote", short(claim.quote or "")),
            *_origin(view.document, f"{claim.span.start}-{claim.span.end}"),
        )
    )
    _context(paper, view.document, claim.sentence)


def _speaker_fields(said: Attribution | None, nobody: str = "not known") -> Iterable[tuple[str, str]]:
    if said is None:
        yield "speaker", nobody
        return
    yield "speaker", passages.who(said)
    if said.mention:
        yield "mention", f"{said.mention_text} {said.mention.start}-{said.mention.end}"
    if said.cue:
        yield "cue", f"{said.cue_text} {said.cue.start}-{said.cue.end}"
    yield "known by", f"{said.method or 'not told'}, confidence {said.confidence:.2f}"


def _origin(document: Document | None, places: str) -> Iterable[tuple[str, str]]:
    if document:
        yield "source", passages.source_and_date(document)
        yield "seen", ASSERTED if document.is_asserted else ""
        yield "document", f"{document.title} ({short(document.id)})" if document.title else short(document.id)
        yield "place", f"{document.location} {places}"
        yield "url", document.url


def _context(paper: Paper, document: Document | None, span: Span) -> None:
    """The passage between » and « inside the text around it."""
    if document is None:
        return
    text = document.text
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    paper.line()
    paper.words(f"…{before}»{span.of(text)}«{after}…")


def _finding(paper: Paper, view: Assessed, *, whole: bool) -> None:
    finding = view.finding
    paper.line(finding.sentence, style="title" if whole else "", indent=0 if whole else 2)
    status = f"{finding.kind.value}, {finding.severity.value} · {finding.check} · {view.status.value}"
    paper.line(f"{status} · finding {short(finding.id)}", style="dim", indent=0 if whole else 4)
    if whole:
        passages.reasons(paper, finding)
        passages.evidence(paper, view.citations)


def _speaker(paper: Paper, speaker: Speaker) -> None:
    paper.line(speaker.name, style="title")
    paper.fields(
        (
            ("id", f"{speaker.id} (authority)" if speaker.authority else speaker.id),
            ("kind", speaker.kind.value),
            ("roles", roles_in_words(speaker)),
            ("also", ", ".join(speaker.aliases)),
            ("said", f"{counted(speaker.quotes, 'quote')}, {counted(speaker.claims, 'claim')}"),
        )
    )


def _judgement(paper: Paper, made: Judgement) -> None:
    paper.line(f"Decision {made.id}", style="title")
    paper.fields(
        (
            ("on", " ".join(made.subjects)),
            ("decided", passages.decision(made)),
            ("by", f"{made.by}, {made.at:%Y-%m-%d %H:%M:%S} UTC"),
            ("note", "" if made.kind is JudgementKind.NOTE else made.note),
            ("shown", made.shown),
            ("settles", "the dispute" if made.settles else ""),
            ("hash", made.hash),
            ("after", made.previous or "the first of this reviewer"),
        )
    )


def _surroundings(paper: Paper, view: Shown) -> None:
    """What belongs to the value: quotes, claims, other versions, findings, problems."""
    for heading, values in (("Quotes", view.quotes), ("Claims", view.claims), ("Versions", view.versions)):
        if values:
            paper.line()
            paper.line(heading, style="title")
        for value in values:
            said = passages.who(passages.speaker_of(value))
            paper.words(_words(value), style="quote")
            paper.line(" · ".join(filter(None, (said, short(value.id)))), style="dim", indent=4)
    if view.findings and not isinstance(view.value, Finding):
        paper.line()
        paper.line("Findings", style="title")
        for assessed in view.findings:
            _finding(paper, assessed, whole=False)
    if view.problems:
        paper.line()
        paper.line("Problems", style="title")
        for problem in view.problems:
            passages.problem(paper, problem, indent=2)


def _words(value: Quote | Claim) -> str:
    if isinstance(value, Quote):
        return printed.quote(value)
    return printed.figure(value.text, value.quantity, value.unit, value.counted)


def _decisions(paper: Paper, view: Shown) -> None:
    if view.tags:
        paper.fields([("tags", ", ".join(view.tags))])
    corrections = getattr(view.value, "corrected", ())
    if corrections or view.judgements:
        paper.line()
        paper.line("Decided by people", style="title")
    for correction in corrections:
        value = correction.value or "(taken away)"
        paper.line(f"{correction.field}: {value} · {correction.by}, {correction.at}", indent=2)
    for made in view.judgements:
        note = "" if made.kind is JudgementKind.NOTE else made.note
        words = " ".join(filter(None, (passages.decision(made), note)))
        paper.line(f"{words} · {made.by}, {made.at:%Y-%m-%d %H:%M} UTC · {short(made.id)}", indent=2)
