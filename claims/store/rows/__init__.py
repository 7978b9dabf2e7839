"""The tables. Rows stay in this package: outside it there are only values.

Three kinds: *intake* (`arrival`, added to only), *judgements* (added to only) and
*derived* (all the rest: made again at any time). A column that holds a part with
fields of its own, like an attribution, is JSON text (see `values`).

`QuoteRow.key` and `ClaimRow.key` are in order of date (see `order`), for search and
paging; every other `key` is in order of arrival. Quotes and claims have a `number`
besides: it never changes, and rows that are added at the end of a table leave its pages
full, where rows put in order of date leave a third of them empty.
"""

from claims.store.rows.arrived import (
    ARRIVAL,
    DOCUMENT,
    PROBLEM,
    VERSION,
    WAITING,
    ArrivalRow,
    DocumentRow,
    ProblemRow,
    VersionRow,
    WaitingRow,
)
from claims.store.rows.base import METADATA, Columns, Row, Stored
from claims.store.rows.decided import (
    ATTACHMENT,
    JUDGEMENT,
    PAST,
    TAGGING,
    AttachmentRow,
    JudgementRow,
    PastRow,
    TaggingRow,
)
from claims.store.rows.findings import EVIDENCE, FINDING, VALUE_KEY, EvidenceRow, FindingRow, ValueKeyRow
from claims.store.rows.made import MADE, MadeRow
from claims.store.rows.people import AUTHORITY, MEMBER, TERM, AuthorityRow, MemberRow, TermRow
from claims.store.rows.statements import (
    ANCHOR,
    CLAIM,
    GRAM,
    PAIR,
    QUOTE,
    AnchorRow,
    ClaimRow,
    GramRow,
    PairRow,
    QuoteRow,
    Unseen,
)

__all__ = [
    "ANCHOR",
    "ARRIVAL",
    "ATTACHMENT",
    "AUTHORITY",
    "CLAIM",
    "DOCUMENT",
    "EVIDENCE",
    "FINDING",
    "GRAM",
    "JUDGEMENT",
    "MADE",
    "MEMBER",
    "METADATA",
    "PAIR",
    "PAST",
    "PROBLEM",
    "QUOTE",
    "TAGGING",
    "TERM",
    "VALUE_KEY",
    "VERSION",
    "WAITING",
    "AnchorRow",
    "ArrivalRow",
    "AttachmentRow",
    "AuthorityRow",
    "ClaimRow",
    "Columns",
    "DocumentRow",
    "EvidenceRow",
    "FindingRow",
    "GramRow",
    "JudgementRow",
    "MadeRow",
    "MemberRow",
    "PairRow",
    "PastRow",
    "ProblemRow",
    "QuoteRow",
    "Row",
    "Stored",
    "TaggingRow",
    "TermRow",
    "Unseen",
    "ValueKeyRow",
    "VersionRow",
    "WaitingRow",
]
