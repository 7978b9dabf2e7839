"""ClaimReview drafts: what is known of a claim that may be reviewed; the review itself is a newsroom's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

from claims.exports import schema_org
from claims.exports.findings import decision
from claims.exports.linked import iri, told, written
from claims.exports.rows import row as row_of
from claims.model import Judgement, JudgementKind
from claims.ports import ExportRow
from claims.views import Assessed

# What the format requires and only who publishes the review can say.
_OPEN = "url, author, datePublished and reviewRating"
_DRAFT = f"Draft: {_OPEN} are to be filled in by who reviews it. Nothing here is a rating."
_VERDICTS = (JudgementKind.FINDING, JudgementKind.NOTE)


class ClaimReview:
    """A draft a claim or quote, or a finding: then with what readers decided of it, in their words."""

    name = "claimreview"
    suffix = ".jsonld"

    def write(self, rows: Iterable[ExportRow], out: IO[str]) -> int:
        """Write all rows to `out`; returns how many."""
        return written(out, {"@context": schema_org.CONTEXT}, "@graph", map(_of_row, rows))

    def write_findings(self, findings: Iterable[Assessed], out: IO[str]) -> int:
        """Write all findings to `out`; returns how many."""
        return written(out, {"@context": schema_org.CONTEXT}, "@graph", map(_of_finding, findings))


def _of_row(row: ExportRow) -> dict[str, Any]:
    return {**_draft("review", row.id, row.text), "itemReviewed": _claim(row)}


def _of_finding(found: Assessed) -> dict[str, Any]:
    """The first passage is reviewed; the others are what it is held against."""
    finding, rows = found.finding, list(map(row_of, found.citations))
    decided = (made for made in found.judgements if made.kind in _VERDICTS)
    return told({
        **_draft("finding", finding.id, rows[0].text if rows else finding.evidence[0].text),
        "itemReviewed": _claim(rows[0]) if rows else None,
        "description": finding.sentence,
        "reviewBody": "\n".join(finding.why),
        "citation": [_claim(one) for one in rows[1:]],
        "comment": [_comment(made) for made in decided],
    })  # fmt: skip


def _draft(kind: str, id_: str, text: str) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "@id": iri(kind, id_),
        "creativeWorkStatus": _DRAFT,
        "claimReviewed": text,
    }


def _claim(row: ExportRow) -> dict[str, Any]:
    """A quote is reviewed as the claim that its speaker makes."""
    if row.kind == "claim":
        return schema_org.claim(row)
    return told({
        "@type": "Claim",
        "@id": iri("quote", row.id),
        "identifier": row.id,
        "text": row.text,
        "inLanguage": row.fields.get("language", ""),
        "author": schema_org.speaker(row),
        "appearance": schema_org.work(row),
    })  # fmt: skip


def _comment(made: Judgement) -> dict[str, Any]:
    return {
        "@type": "Comment",
        "text": decision(made),
        "author": {"@type": "Person", "name": made.by},
        "dateCreated": made.at.isoformat(timespec="seconds"),
    }
