"""Views for people who open the file with other programs: a row a quote, claim or finding, all in words.

They hold what is shown: nothing hidden, withdrawn or of an older version. Parts of values are JSON in our
columns (see `short_forms`), and are plain columns here. What stands of decisions, after undo and among
several reviewers, takes more than a view: `judgement` has every decision, exports tell what stands.

A view is never changed: another set of them is another constant and another revision of the schema, which
drops these. So does one that alters a table, and makes them again: SQLite reads them then.
"""

from __future__ import annotations

_EXTRACT = "json_extract"


def _part(column: str, place: int, *names: str) -> str:
    """A part of a column by its place in the short form or by its name in an older one; NULL for none."""
    paths = (f"$[{place}]", *(f"$.{name}" for name in names))
    return f"coalesce({', '.join(f'{_EXTRACT}({column}, {path!r})' for path in paths)})"


def _day(column: str) -> str:
    """A date as far as it is known: the day of a moment, both bounds of a time between."""
    whole = _part(column, 0, "date", "moment", "earliest")
    return f"CASE WHEN {whole} LIKE '____-__-__T%' THEN substr({whole}, 1, 10) ELSE {whole} END"


def _moment(column: str) -> str:
    return _part(column, 0, "moment", "date", "earliest")


def _listed(column: str, item: str = "value") -> str:
    """The items of a list, a line each; NULL for none."""
    items = f"SELECT {item} AS item FROM json_each({column}) ORDER BY key"
    return f"(SELECT group_concat(item, char(10)) FROM ({items}))"


def _bound(place: int, name: str) -> str:
    """Of an amount; the value where nothing else is said, NULL where it is said that there is none."""
    told = f"nullif(coalesce({_part('quantity', place, name)}, {_part('quantity', 0, 'value')}), '')"
    return f"CASE WHEN json_type(quantity, '$.{name}') = 'null' THEN NULL ELSE {told} END"


_DOCUMENT = f"""
    nullif(document.title, '') AS title, nullif(document.source_name, '') AS source,
    {_day("document.published")} AS published, {_moment("document.retrieved")} AS retrieved,
    document.location, nullif(document.url, '') AS url, document.id AS document,
    document.raw_sha256 AS sha256"""

_TAGS = (
    "(SELECT group_concat(tag, ', ') FROM (SELECT tag FROM tagging WHERE tagging.id = {0}.id ORDER BY tag))"
)

_QUOTES = f"""
CREATE VIEW quotes_flat AS
SELECT quote.id, quote.text AS quote, quote.kind,
    {_part("attribution", 0, "name")} AS speaker,
    {_part("attribution", 7, "role")} AS role,
    {_part("attribution", 8, "organization")} AS organization,
    member.speaker AS speaker_id, {_day("quote.said_on")} AS said_on,{_DOCUMENT},
    json_extract(spans, '$[0][0]') AS start, json_extract(spans, '$[#-1][1]') AS "end",
    quote.confidence, {_TAGS.format("quote")} AS tags
FROM quote JOIN document ON document."key" = quote.document_key LEFT JOIN member ON member.id = quote.member
WHERE quote.unseen = 0"""

_SENTENCE = (
    "substr(document.text, json_extract(claim.sentence, '$[0]') + 1, "
    "json_extract(claim.sentence, '$[1]') - json_extract(claim.sentence, '$[0]'))"
)
_VALUE = _part("quantity", 0, "value")

_CLAIMS = f"""
CREATE VIEW claims_flat AS
SELECT claim.id, claim.text AS figure, {_SENTENCE} AS sentence, {_VALUE} AS value,
    {_bound(4, "low")} AS low, {_bound(5, "high")} AS high,
    CASE WHEN quantity IS NULL THEN 'superlative'
        ELSE coalesce({_part("quantity", 3, "comparator")}, '=') END AS comparator,
    nullif(claim.unit, '') AS unit, nullif(claim.counted, '') AS counted, nullif(claim.role, '') AS role,
    nullif(claim.subject, '') AS subject, nullif(claim.place, '') AS place, nullif(claim.event, '') AS event,
    nullif(claim.period, '') AS period, {_day("claim.as_of")} AS as_of, claim.negated AS denied,
    {_part("attributed_to", 0, "name")} AS speaker, member.speaker AS speaker_id, claim.quote,{_DOCUMENT},
    json_extract(claim.span, '$[0]') AS start, json_extract(claim.span, '$[1]') AS "end",
    claim.confidence, {_TAGS.format("claim")} AS tags
FROM claim JOIN document ON document."key" = claim.document_key LEFT JOIN member ON member.id = claim.member
WHERE claim.unseen = 0"""

_PASSAGES = _listed("evidence", "json_extract(value, '$.text')")
_DOCUMENTS = _listed("evidence", "json_extract(value, '$.document')")

# One finding may be made under several keys of its check.
_FINDINGS = f"""
CREATE VIEW findings_flat AS
SELECT finding.id, finding.severity, finding.kind, finding."check", finding.sentence,
    {_listed("why")} AS why, {_listed("explains")} AS explains, {_listed("settles")} AS settles,
    {_PASSAGES} AS passages, {_DOCUMENTS} AS documents,
    {_TAGS.format("finding")} AS tags
FROM finding WHERE finding."key" IN (SELECT min("key") FROM finding GROUP BY id)"""

REVISION_0012 = (_QUOTES.strip(), _CLAIMS.strip(), _FINDINGS.strip())
CURRENT = REVISION_0012
