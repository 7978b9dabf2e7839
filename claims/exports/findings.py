"""A finding with its reasons, passages and decisions: as cells of a table, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.exports.rows import row
from claims.model import Claim, Evidence, Judgement, JudgementKind
from claims.ports import Citation, ExportRow
from claims.views import Assessed

FINDING_COLUMNS = (
    "finding", "severity", "finding_kind", "status", "check", "sentence", "why", "explains", "settles",
    "decisions",
)  # fmt: skip


def cells(found: Assessed) -> tuple[str, ...]:
    """What stands under `FINDING_COLUMNS`; reasons, clauses and decisions a line each."""
    finding = found.finding
    return (
        finding.id,
        finding.severity.value,
        finding.kind.value,
        found.status.value,
        finding.check,
        finding.sentence,
        "\n".join(finding.why),
        "\n".join(finding.explains),
        "\n".join(finding.settles),
        "\n".join(map(decision, found.judgements)),
    )


def passages(found: Assessed) -> Iterator[ExportRow]:
    """Every passage it rests on, as the row of its quote or claim."""
    return map(row, found.citations)


def decision(made: Judgement) -> str:
    """What was decided, by whom and when: "dismissed (rounding), okafor, 2031-03-05: 46 is 45.6"."""
    note = f": {made.note}" if made.note else ""
    return f"{_said(made)}, {made.by}, {made.at.date()}{note}"


def _said(made: Judgement) -> str:
    match made.kind:
        case JudgementKind.TAG:
            return f"{made.verdict} {made.value}"
        case JudgementKind.FINDING if made.value:
            return f"{made.verdict} ({made.value})"
        case JudgementKind.CORRECTION:
            field = made.verdict.replace("_", " ")
            return f"{field} set to {made.value}" if made.value else f"{field} taken away"
        case _:
            return made.verdict


def form(found: Assessed) -> dict[str, Any]:
    """As `audit --json` and an export print it: what is not known is null."""
    finding = found.finding
    cited = {citation.value.id: citation for citation in found.citations}
    return {
        "id": finding.id,
        "check": finding.check,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "status": found.status.value,
        "sentence": finding.sentence,
        "why": list(finding.why),
        "explains": list(finding.explains),
        "settles": list(finding.settles),
        "evidence": [_evidence(one, cited.get(one.claim or one.quote or "")) for one in finding.evidence],
        "decisions": [_decision(made) for made in found.judgements],
    }


def _evidence(piece: Evidence, cited: Citation | None) -> dict[str, Any]:
    told = row(cited) if cited else None
    return {
        "location": told.location if told else None,
        "document": piece.document,
        "asserted": cited.document.is_asserted if cited else None,
        "source": told.source or None if told else None,
        "date": _published(cited),
        "url": told.url or None if told else None,
        "speaker": told.speaker or None if told else None,
        "role": told.role or None if told else None,
        "start": piece.span.start,
        "end": piece.span.end,
        "text": piece.text,
        "sentence": cited.sentence if cited and isinstance(cited.value, Claim) else None,
        **({"claim": piece.claim} if piece.claim else {"quote": piece.quote}),
    }


def _published(cited: Citation | None) -> str | None:
    return str(cited.document.published) if cited and cited.document.published else None


def _decision(made: Judgement) -> dict[str, Any]:
    return {
        "decides": made.kind.value,
        "verdict": made.verdict,
        "value": made.value or None,
        "by": made.by,
        "at": made.at.isoformat(),
        "note": made.note or None,
        "settles": made.settles,
    }
