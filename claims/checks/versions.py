"""What a page has changed or taken out since it was kept first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.checks.citing import all_evidence, begun, publisher
from claims.checks.versions_told import cut, name_of, now_said, page, title_of, what_changed, when_kept, whose
from claims.matching.wording import FUNCTION_WORDS, NEGATORS, is_figure, wording
from claims.model import (
    Anchor,
    AnchorState,
    Claim,
    Document,
    Finding,
    FindingKind,
    Quote,
    QuoteKind,
    Severity,
)
from claims.model.spans import joined
from claims.ports import Citation
from claims.versions.fates import anchors, speaker_changed


class Versions:
    """Quotes and figures of an older version of a page that its newer version changed or lost."""

    name = "versions"
    of_versions = True

    def keys(self, citation: Citation) -> Iterable[str]:
        """The older document of two: its own id for what was replaced, the one before for what is new."""
        replaced = [citation.document.id] if citation.newer else []
        return [*replaced, citation.older] if citation.older else replaced

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each quote that was changed or taken out, and for each figure that was changed."""
        older = _older(group)
        if not older or older[0].newer is None:
            return
        newer = older[0].newer
        now = {citation.value.id: citation for citation in group if citation.document.id == newer.id}
        values = [citation.value for citation in older]
        found = anchors(values, older[0].document.text, [one.value for one in now.values()], newer.text)
        told: set[str] = set()
        for citation, anchor in zip(older, found, strict=True):
            if isinstance(citation.value, Quote):
                finding = _quote(citation, anchor, newer, now.get(anchor.newer))
                told |= {citation.value.id} if finding else set()
            else:
                finding = _figure(citation, anchor, newer, now.get(anchor.newer))
            # A figure inside a quote that was changed is told with the quote.
            if finding and not (isinstance(citation.value, Claim) and citation.value.quote in told):
                yield finding


def _older(group: Sequence[Citation]) -> list[Citation]:
    """The values of the older document, quotes before claims."""
    replaced = {citation.document.id for citation in group if citation.newer}
    named = {citation.older for citation in group} & replaced
    wanted = named or replaced
    older = [citation for citation in group if citation.document.id in wanted]
    return sorted(older, key=lambda citation: isinstance(citation.value, Claim))


# ------------------------------------------------------------- quotes


def _quote(citation: Citation, anchor: Anchor, newer: Document, now: Citation | None) -> Finding | None:
    quote = citation.value
    assert isinstance(quote, Quote)
    if anchor.state is AnchorState.GONE:
        severity = Severity.MEDIUM if quote.kind is QuoteKind.INDIRECT else Severity.HIGH
        return _finding(citation, newer, None, severity, _taken_out(citation, newer), ())
    if anchor.state is not AnchorState.CHANGED:
        return None
    words = now.value.text if now else joined(newer.text, anchor.spans)
    told = what_changed(quote.text, words)
    other = _other_speaker(quote, now)
    if other:
        sentence = f"{page(newer)} now gives a quote of {name_of(quote)} to {other}."
        steps = (f"it was given to {name_of(quote)}", f"it is now attributed to {other}", *told)
        return _finding(citation, newer, now, Severity.HIGH, sentence, (*steps, f"it now says: {cut(words)}"))
    severity = _severity(quote.text, words)
    sentence = f"{page(newer)} has changed {whose(quote)}: {now_said(quote.text, words)}."
    return _finding(citation, newer, now, severity, sentence, (f"it now says: {cut(words)}", *told))


def _taken_out(citation: Citation, newer: Document) -> str:
    quote = citation.value
    assert isinstance(quote, Quote)
    what = "a statement" if quote.kind is QuoteKind.INDIRECT else "a quote"
    who = f" of {name_of(quote)}" if name_of(quote) else ""
    return f"{begun(publisher(newer))} has taken {what}{who} out of {title_of(newer, citation.document)}."


def _other_speaker(quote: Quote, now: Citation | None) -> str:
    if now is None or not isinstance(now.value, Quote) or not speaker_changed(quote, now.value):
        return ""
    return now.value.attribution.name if now.value.attribution else ""


def _severity(before: str, after: str) -> Severity:
    """High where a figure, a name or a negation changed, low where only words of grammar did."""
    lost = _telling(before, after) + _telling(after, before)
    if any(kind != "word" for kind, _ in lost):
        return Severity.HIGH
    return Severity.MEDIUM if any(form not in FUNCTION_WORDS for _, form in lost) else Severity.LOW


def _telling(text: str, other: str) -> list[tuple[str, str]]:
    """Words that only one text has, each with what it is: a figure, a name, a negation or a word."""
    mine, there = wording(text), set(wording(other).forms)
    found = []
    for number, form in enumerate(mine.forms):
        if form not in there:
            kind = "name" if number in mine.names else "word"
            kind = "figure" if is_figure(form) else "negation" if form in NEGATORS else kind
            found.append((kind, form))
    return found


# ------------------------------------------------------------- figures


def _figure(citation: Citation, anchor: Anchor, newer: Document, now: Citation | None) -> Finding | None:
    claim = citation.value
    if anchor.state is not AnchorState.CHANGED or now is None:
        return None
    assert isinstance(claim, Claim)
    before, after = cut(claim.text, marks=False), cut(now.value.text, marks=False)
    sentence = f"{page(newer)} has changed a figure: the page now says {after} instead of {before}."
    return _finding(
        citation, newer, now, Severity.HIGH, sentence, (f"it now says: {cut(now.sentence)}",)
    )  # fmt: skip


def _finding(
    citation: Citation,
    newer: Document,
    now: Citation | None,
    severity: Severity,
    sentence: str,
    steps: tuple[str, ...],
) -> Finding:
    """Its anchors are the older value and the newer document: what stands for it there may be found anew."""
    why = (f"it said: {cut(citation.sentence)}", *steps, *when_kept(citation.document, newer))
    evidence = all_evidence([citation, *([now] if now else [])])
    anchored = (citation.value.id, newer.id)
    return Finding(Versions.name, FindingKind.UPDATE, severity, anchored, sentence, why, evidence)
