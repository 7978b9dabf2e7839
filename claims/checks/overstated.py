"""A report in other words that drops the speaker's "may" or "some"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.checks.citing import all_evidence, begun, names_of_both
from claims.checks.explaining import explanations, settlers
from claims.checks.hedges import hedges, is_hedged, stems
from claims.checks.speaking import is_one_speaker, speaker
from claims.checks.ties import FRESH, days_apart
from claims.model import Finding, FindingKind, Quote, QuoteKind, Severity
from claims.ports import Citation, Reach

_MOST_REPORTS, _MOST_QUOTES = 32, 8


class Overstated:
    """Paraphrases that say more than the quote they rest on."""

    name = "overstated"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The utterance, for a quote of a named speaker that matching put with others."""
        return [citation.utterance] if citation.utterance and speaker(citation) else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each report, against the first quote that it says more than."""
        quotes = [one for one in group if not _is_indirect(one) and hedges(one.value.text)][:_MOST_QUOTES]
        reports = [one for one in group if _is_indirect(one) and not is_hedged(one.sentence)]
        for report in reports[:_MOST_REPORTS]:
            for quote in quotes:
                dropped = _dropped(report, quote)
                if dropped:
                    yield _finding(report, quote, dropped)
                    break


def _is_indirect(citation: Citation) -> bool:
    return isinstance(citation.value, Quote) and citation.value.kind is QuoteKind.INDIRECT


def _dropped(report: Citation, quote: Citation) -> str:
    """The hedge of the quote whose words the report has without it; "" if there is none."""
    if report.document.id == quote.document.id or not is_one_speaker(report, quote):
        return ""
    if (days_apart(report.document, quote.document) or 0) > FRESH:
        return ""
    told = stems(report.value.text)
    return next((hedge.printed for hedge in hedges(quote.value.text) if hedge.is_of(told)), "")


def _finding(report: Citation, quote: Citation, dropped: str) -> Finding:
    left, right = names_of_both(report.document, quote.document)
    who = speaker(quote)
    name = who.name if who else "the speaker"
    said = f"{begun(left)} reports words of {name} without “{dropped}”, which {right} has."
    steps = (
        f"{left} in its own words: “{_flat(report)}”",
        f"{right} in quotation marks: “{_flat(quote)}”",
        f"without “{dropped}” the report says more than the quote",
    )
    return Finding(
        Overstated.name, FindingKind.POSSIBLE_CONFLICT, Severity.LOW, (report.value.id, quote.value.id), said,
        steps, all_evidence((report, quote)), explanations(report, quote), settlers((report, quote)),
    )  # fmt: skip


def _flat(citation: Citation) -> str:
    return " ".join(citation.value.text.split())
