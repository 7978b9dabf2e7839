"""A value as a sheet: what is known of it, and the passage it stands in."""

from __future__ import annotations

from collections.abc import Iterable

from claims import printed
from claims.display import ASSERTED, hidden
from claims.model import Attribution, Claim, Document, Finding, Judgement, JudgementKind, Quote, Span, Speaker
from claims.model.quantities import written
from claims.views import Assessed, Shown
from tui import passages
from tui.printing import Paper, counted, short

# Characters of the document printed before and after the passage.
_CONTEXT = 300


def value(paper: Paper, view: Shown, *, text: bool) -> None:
    match view.value:
        case Document() as document:
            _document(paper, document, view, text=text)
        case Quote() as quote:
            _quote(paper, quote, view)
        case Claim() as claim:
            _claim(paper, claim, view)
        case Finding():
            for assessed in view.findings:
                finding(paper, assessed, whole=True)
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
            ("source", document.source.name if document.source else "not named"),
            ("seen", ASSERTED if document.is_asserted else ""),
            ("reprints", document.reprints.name if document.reprints else ""),
            ("author", document.author),
            ("published", f"{published} ({published.evidence})" if published else "not stated"),
            ("modified", f"{modified} ({modified.evidence})" if modified else ""),
            ("retrieved", str(retrieved or "")),
            ("location", ", ".join(view.locations) or document.location),
            ("url", document.url),
            ("fetched", printed.fetched(view.fetched[-1]) if view.fetched else ""),
            ("member", document.member),
            ("format", _format(document)),
            ("SHA-256", document.raw_sha256),
            ("hidden", _hidden(document.text)),
            ("two scripts", printed.two_scripts(document.text)),
        )
    )
    if text:
        paper.line()
        paper.words(document.text, indent=0)


def _format(document: Document) -> str:
    encoding = f"{document.encoding}{' (guessed)' * document.encoding_guessed}"
    read_with = f"read with {document.read_with}" if document.read_with else ""
    return ", ".join(filter(None, (document.media_type, encoding if document.encoding else "", read_with)))


def _hidden(text: str) -> str:
    """The first characters that no one sees, by place and name."""
    return printed.first_of(f"{name} at {place}" for place, name in hidden(text))


def _quote(paper: Paper, quote: Quote, view: Shown) -> None:
    paper.line(f"Quote {quote.id}", style="title")
    paper.words(printed.quote(quote, view.document.text if view.document else ""), style="quote")
    places = ", ".join(f"{span.start}-{span.end}" for span in quote.spans)
    paper.fields(
        (
            *_speaker_fields(quote.attribution),
            ("said on", str(quote.said_on or "")),
            ("type", f"{quote.kind.value}, confidence {quote.confidence:.2f}"),
            ("two scripts", printed.two_scripts(quote.text)),
            *_origin(view.document, quote.whole, places),
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
            *_origin(view.document, claim.span, f"{claim.span.start}-{claim.span.end}"),
        )
    )
    _context(paper, view.document, claim.sentence)


def _speaker_fields(said: Attribution | None, nobody: str = "not named") -> Iterable[tuple[str, str]]:
    if said is None:
        yield "speaker", nobody
        return
    yield "speaker", passages.who(said)
    if said.mention:
        yield "mention", f"{said.mention_text} {said.mention.start}-{said.mention.end}"
    if said.cue:
        yield "cue", f"{said.cue_text} {said.cue.start}-{said.cue.end}"
    yield "known by", f"{said.method or 'not told'}, confidence {said.confidence:.2f}"


def _origin(document: Document | None, whole: Span, places: str) -> Iterable[tuple[str, str]]:
    if document:
        yield "source", passages.source_and_date(document)
        yield "seen", ASSERTED if document.is_asserted else ""
        yield "document", f"{document.title} ({short(document.id)})" if document.title else short(document.id)
        yield "place", " ".join(filter(None, (document.location, document.located(whole), places)))
        yield "url", document.url


def _context(paper: Paper, document: Document | None, span: Span) -> None:
    """The passage between » and « inside the text around it."""
    if document is None:
        return
    text = document.text
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    paper.line()
    paper.words(f"…{before}»{span.of(text)}«{after}…")


def finding(paper: Paper, view: Assessed, *, whole: bool) -> None:
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
            ("roles", passages.roles(speaker)),
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
