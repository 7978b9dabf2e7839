"""The values: what OnRecord knows, as plain frozen classes.

Nothing here is a database row and nothing here reads a file. A value is
checked where it is made, so that code which receives one may rely on it.

====================  =====================================================
`spans`               where words stand: half-open spans of code points
`dates`               days, months, years and bounds, with their evidence
`documents`           Source (publishes) and Document (one text of it)
`locators`            pages and times of the original
`statements`          Quote (the words), Attribution, Speaker (says)
`quantities`          Quantity (an exact interval) and Comparator
`figures`             Claim (what can be checked) and Superlative
`findings`            Finding (what fits or does not), Evidence, Problem
`judgements`          Judgement (what a person decided), Correction
`authorities`         Entry: who held which office, by an authority file
`attachments`         Attachment: decisions carried on to another id
`likeness`            Pair and Cluster: quotes that are one utterance
`versions`            PageVersion, and Anchor: what became of a passage
====================  =====================================================
"""

from claims.model.attachments import Attachment, PastFinding, PastSpeaker
from claims.model.authorities import Entry
from claims.model.dates import PartialDate, Precision
from claims.model.documents import Document, Source, SourceKind
from claims.model.figures import Claim, LeftOut, Population, Superlative
from claims.model.findings import (
    Evidence,
    Finding,
    FindingKind,
    FindingStatus,
    Problem,
    Severity,
)
from claims.model.judgements import (
    Correction,
    Judgement,
    JudgementKind,
    Outcome,
)
from claims.model.likeness import Cluster, Pair, Relation
from claims.model.locators import Locator, LocatorKind
from claims.model.periods import PeriodKind
from claims.model.quantities import Comparator, Quantity
from claims.model.spans import Span
from claims.model.statements import Attribution, Quote, QuoteKind, Role, Speaker, SpeakerKind
from claims.model.versions import Anchor, AnchorState, PageVersion

__all__ = [
    "Anchor",
    "AnchorState",
    "Attachment",
    "Attribution",
    "Claim",
    "Cluster",
    "Comparator",
    "Correction",
    "Document",
    "Entry",
    "Evidence",
    "Finding",
    "FindingKind",
    "FindingStatus",
    "Judgement",
    "JudgementKind",
    "LeftOut",
    "Locator",
    "LocatorKind",
    "Outcome",
    "PageVersion",
    "Pair",
    "PartialDate",
    "PastFinding",
    "PastSpeaker",
    "PeriodKind",
    "Population",
    "Precision",
    "Problem",
    "Quantity",
    "Quote",
    "QuoteKind",
    "Relation",
    "Role",
    "Severity",
    "Source",
    "SourceKind",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Superlative",
]
