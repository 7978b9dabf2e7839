"""What belongs to a value: its versions, what stands in it or speaks of it, what people decided."""

from __future__ import annotations

from claims import printed
from claims.model import Claim, Finding, JudgementKind, Quote
from claims.views import Shown
from tui import passages
from tui.printing import Paper, short
from tui.sheets import values
from tui.state.words import IN_NEWER


def left_out(paper: Paper, view: Shown) -> None:
    """The numbers that are no claims, each kind with its reason once."""
    if not view.left_out:
        return
    paper.line()
    paper.line("Numbers that are no claims", style="title")
    kinds: dict[str, list[str]] = {}
    for one in view.left_out:
        kinds.setdefault(one.reason, []).append(f"“{one.text}”")
    paper.fields([(reason, ", ".join(dict.fromkeys(texts))) for reason, texts in kinds.items()])


def versions(paper: Paper, view: Shown) -> None:
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


def related(paper: Paper, view: Shown) -> None:
    """What belongs to the value: quotes, claims, other versions, findings, problems."""
    for heading, those in (("Quotes", view.quotes), ("Claims", view.claims), ("Versions", view.versions)):
        if those:
            paper.line()
            paper.line(heading, style="title")
        for value in those:
            said = passages.who(passages.speaker_of(value))
            paper.words(_words(value), style="quote")
            paper.line(" · ".join(filter(None, (said, short(value.id)))), style="dim", indent=4)
    if view.findings and not isinstance(view.value, Finding):
        paper.line()
        paper.line("Findings", style="title")
        for assessed in view.findings:
            values.finding(paper, assessed, whole=False)
    if view.problems:
        paper.line()
        paper.line("Problems", style="title")
        for problem in view.problems:
            passages.problem(paper, problem, indent=2)


def _words(value: Quote | Claim) -> str:
    if isinstance(value, Quote):
        return printed.quote(value)
    return printed.figure(value.text, value.quantity, value.unit, value.counted)


def decisions(paper: Paper, view: Shown) -> None:
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
