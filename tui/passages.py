"""How a quote or claim is printed: who, when and where, the words, the place, the id."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

from claims import printed
from claims.display import ASSERTED, one_line
from claims.model import (
    Attribution,
    Claim,
    Document,
    Finding,
    Judgement,
    JudgementKind,
    PartialDate,
    Problem,
    Quote,
    Role,
    Speaker,
)
from claims.ports import Citation
from claims.views import Hit, Searched
from tui.printing import Marks, Paper, counted, nothing_marked, short
from tui.state.excerpts import excerpt
from tui.state.words import beyond, judgement_words

# Enough of the words to know them again.
_ABOUT = 80


def hit(paper: Paper, found: Hit, marker: Marks = nothing_marked, *, lines: int = 0) -> bool:
    """A search hit: date, speaker, role and source; a claim's figure; the words; the place.

    Args:
        marker: finds what was searched for.
        lines: so many lines of the words, cut around what was searched for; 0 for all.

    Returns:
        Were the words cut?
    """
    when = f"{found.date} ({found.date_is})" if found.date else printed.NO_DATE
    who = ", ".join(filter(None, (found.speaker, found.role))) or printed.NO_SPEAKER
    if found.kind == "text":
        who = ""
    paper.line(" · ".join(filter(None, (when, who, found.source))), style="title")
    if found.kind == "claim":
        paper.line(found.surface, style="title", indent=2)
    words = found.text if found.kind == "claim" else found.surface or found.text
    shown = _cut(words, marker, lines * (paper.width - 2)) if lines else words
    paper.words(shown, style="quote", marker=marker)
    place = ", ".join(f"{span.start}-{span.end}" for span in found.spans)
    name = f"{found.kind} {short(found.id)}" if found.id else f"document {short(found.document)}"
    status = "" if found.status == "recorded" else found.status
    seen = ASSERTED if found.asserted else ""
    told = filter(None, (f"{found.location} {place}", name, status, seen))
    paper.line(" · ".join(told), style="dim", indent=2)
    paper.line()
    return shown is not words


def _cut(words: str, marker: Marks, room: int) -> str:
    """The same object if nothing is cut."""
    line = one_line(words)
    shown = excerpt(line, marker(line), room)
    return words if shown == line else shown


def citation(paper: Paper, cited: Citation, *, label: str = "", indent: int = 2) -> None:
    """One passage with its document, speaker and place."""
    _passage(paper, [cited], label, indent)


def evidence(paper: Paper, all_cited: Iterable[Citation], *, label: str = "") -> None:
    """Passages in their order; figures that stand in one sentence share its words.

    Args:
        label: a word that is printed before each, with its number.
    """
    groups = (list(same) for _, same in groupby(all_cited, key=_shared))
    for number, group in enumerate(groups, 1):
        _passage(paper, group, f"{label} {number}." if label else "", 2)


def reasons(paper: Paper, finding: Finding) -> None:
    """Why it is a finding, what would explain it, and what would settle it."""
    for step in finding.why:
        paper.line(f"- {step}", indent=2)
    for line in beyond(finding):
        paper.line(line, indent=2)


def _passage(paper: Paper, group: Sequence[Citation], label: str, indent: int) -> None:
    value, document = group[0].value, group[0].document
    head = " · ".join(filter(None, (source_and_date(document, said_on(value)), who(speaker_of(value)))))
    paper.line(f"{label} {head}".strip(), style="title", indent=indent)
    words = group[0].sentence if isinstance(value, Claim) else printed.quote(value, document.text)
    paper.words(words, indent=indent + 2, style="quote")
    seen = f" · {ASSERTED}" if document.is_asserted else ""
    paper.line(f"{document.location}{seen}", style="dim", indent=indent + 2)
    for cited in group:
        paper.line(_place(cited), style="dim", indent=indent + 2)


def _shared(cited: Citation) -> tuple[str, ...]:
    """What citations share that are printed together: a sentence and whose claims its figures are."""
    value = cited.value
    if not isinstance(value, Claim):
        return (value.id,)
    return (value.document, str(value.sentence), who(value.attributed_to))


def _place(cited: Citation) -> str:
    value = cited.value
    span = value.span if isinstance(value, Claim) else value.whole
    place = " ".join(filter(None, (cited.document.located(span), f"{span.start}-{span.end}")))
    if isinstance(value, Claim):
        return f"{place} · figure {value.text} · claim {short(value.id)}"
    return f"{place} · quote {short(value.id)}"


def speaker_of(value: Quote | Claim) -> Attribution | None:
    return value.attributed_to if isinstance(value, Claim) else value.attribution


def said_on(value: Quote | Claim) -> PartialDate | None:
    return value.said_on if isinstance(value, Quote) else None


def who(said: Attribution | None) -> str:
    """Name, role and organization, as far as they are known."""
    return ", ".join(filter(None, (said.name, said.role, said.organization))) if said else ""


def roles(speaker: Speaker) -> str:
    """All roles of a speaker on a line."""
    return "; ".join(dict.fromkeys(filter(None, map(_role, speaker.roles))))


def _role(role: Role) -> str:
    """Title, organization and the time it was held, as far as known."""
    title = ", ".join(filter(None, (role.title, role.organization)))
    since, until = f"from {role.since}" if role.since else "", f"to {role.until}" if role.until else ""
    time = " ".join(filter(None, (since, until)))
    return f"{title} ({time})" if time else title


def source_and_date(document: Document, said: PartialDate | None = None) -> str:
    """Who published it and when: "Coastal Wire, 2026-03-02 (published)"."""
    day = said or document.published
    when = f"{day} ({'said' if said else 'published'})" if day else printed.NO_DATE
    return f"{document.source.name if document.source else printed.NO_SOURCE}, {when}"


def problem(paper: Paper, value: Problem, *, indent: int = 0) -> None:
    """A problem with its stage and place."""
    place = f" {value.span.start}-{value.span.end}" if value.span else ""
    where = value.location or (f"document {short(value.document)}" if value.document else "")
    paper.line(f"{value.stage}: {value.message}", indent=indent)
    if where:
        paper.line(where + place, style="dim", indent=indent + 2)


def what_was_searched(searched: Searched) -> str:
    """The sentence after "nothing found": documents, dates, how many undated."""
    dates = f" dated {searched.period}" if searched.period else ""
    held = f"{counted(searched.quotes, 'quote')} and {counted(searched.claims, 'claim')}"
    documents = counted(searched.documents, "document")
    return f"{documents}{dates} ({searched.undated:,} undated) with {held}"


# A verdict alone does not say what it is about.
_VERDICTS = (JudgementKind.FINDING, JudgementKind.QUOTES, JudgementKind.UTTERANCE, JudgementKind.SPEAKERS)


def decision(made: Judgement) -> str:
    """What was decided, in words: "finding: dismissed (rounding)", "passage 120-210 recorded as quote …"."""
    if made.kind is JudgementKind.PASSAGE:
        said = json.loads(made.value)
        return f"passage {said['start']}-{said['end']} recorded as quote {short(said['quote'])}"
    about = f"{made.kind.value}: " if made.kind in _VERDICTS else ""
    return about + judgement_words(made)


def turned(made: Judgement, about: str) -> str:
    """What was taken back or done again, in words: "speaker of “...” set to Ines Carrow".

    Args:
        about: the words it is about.
    """
    told = one_line(about)
    words = f"“{told if len(told) <= _ABOUT else told[:_ABOUT] + '…'}”"
    if made.kind is JudgementKind.CORRECTION:
        field = made.verdict.replace("_", " ")
        return f"{field} of {words} {f'set to {made.value}' if made.value else 'taken away'}"
    return f"{judgement_words(made)}, on {words}"
