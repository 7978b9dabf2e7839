"""Lists of documents and sources with their counts; ids from their first characters; what there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, RowMapping, Table, func, select

from claims.errors import AmbiguousId, UnknownId
from claims.model import PartialDate, Source, SourceKind
from claims.store.attachments import past_kinds
from claims.store.base import Part
from claims.store.dialect import among
from claims.store.reading import unseen
from claims.store.rows import AUTHORITY, CLAIM, DOCUMENT, FINDING, JUDGEMENT, MEMBER, PROBLEM, QUOTE, Unseen
from claims.store.texts import SHORTEST_PREFIX, fits, plain_words
from claims.store.values import dumped, loaded, storable
from claims.store.versions import totals
from claims.views import DocumentLine, Searched, SourceLine

_IDS = (
    ("document", DOCUMENT.c.id),
    ("quote", QUOTE.c.id),
    ("claim", CLAIM.c.id),
    ("finding", FINDING.c.id),
    ("speaker", MEMBER.c.id),
    ("speaker", MEMBER.c.speaker),
    ("speaker", AUTHORITY.c.id),
    ("speaker", AUTHORITY.c.subject),
    ("judgement", JUDGEMENT.c.id),
)

_LINE = (
    "key", "id", "title", "location", "source_name", "published", "hidden_characters", "withdrawn",
)  # fmt: skip


class Lists(Part):
    def resolve(self, prefix: str) -> tuple[str, str]:
        """What an id, or its first six or more characters, names.

        Returns:
            "document", "quote", "claim", "finding", "speaker" (of a member too) or
            "judgement"; and the whole id, of an authority's entry what decisions on it are
            about. What decisions were about before is named too.

        Raises:
            UnknownId, AmbiguousId.
        """
        prefix = storable(prefix.strip())
        found: dict[str, str] = {}
        with self._database.read() as connection:
            for kind, column in _IDS:
                begins = (column >= prefix) & (column < prefix + "\U0010ffff")
                wanted = begins if len(prefix) >= SHORTEST_PREFIX else column == prefix
                some = select(column).where(wanted).distinct().order_by(column).limit(10)
                found |= dict.fromkeys(connection.execute(some).scalars(), kind)
            if not found and len(prefix) >= SHORTEST_PREFIX:
                found |= past_kinds(connection, prefix)
            entries = {id_: _subject(connection, id_) for id_, kind in found.items() if kind == "speaker"}
        if prefix in found:
            return found[prefix], entries.get(prefix, prefix)
        if len(found) > 1:
            raise AmbiguousId(prefix, sorted(found))
        for id_, kind in found.items():
            return kind, entries.get(id_, id_)
        raise UnknownId(prefix)

    def document_lines(self, source: str = "", ids: Iterable[str] | None = None) -> list[DocumentLine]:
        """All documents, those of a source (words of its name), or some; newest first, undated last.

        Purged ones are left out unless asked for by id.
        """
        order = (DOCUMENT.c.day.desc(), DOCUMENT.c.key)
        rows = select(*(DOCUMENT.c[name] for name in _LINE)).order_by(*order)
        which = ~DOCUMENT.c.purged if ids is None else among(DOCUMENT.c.id, dumped(list(ids)))
        wanted = plain_words(source)
        with self._database.read() as connection:
            found = connection.execute(rows.where(which)).all()
            listed = [row.id for row in found] if ids is not None else None
            counts = [_counts(connection, table, listed) for table in (QUOTE, CLAIM, PROBLEM)]
            versions = totals(connection)
        return [_line(row._mapping, counts, versions) for row in found if fits(wanted, row.source_name)]

    def source_lines(self) -> list[SourceLine]:
        """Every source with counts of what is not withdrawn, the one with most documents first."""
        rows = select(DOCUMENT.c.id, DOCUMENT.c.source).where(
            ~DOCUMENT.c.withdrawn, DOCUMENT.c.source.is_not(None)
        )
        found: dict[str, list[tuple[str, Source]]] = {}
        with self._database.read() as connection:
            quotes, claims = _counts(connection, QUOTE), _counts(connection, CLAIM)
            for row in connection.execute(rows.order_by(DOCUMENT.c.key)):
                source = loaded(Source, row.source)
                found.setdefault(source.id, []).append((row.id, source))
        lines = [
            SourceLine(
                _best(source for _, source in mine),
                len(mine),
                sum(quotes[id_] for id_, _ in mine),
                sum(claims[id_] for id_, _ in mine),
            )
            for mine in found.values()
        ]
        return sorted(lines, key=lambda line: (-line.documents, line.source.name))

    def searched(self) -> Searched:
        """What a search looks through: all that is not hidden or withdrawn."""
        return self._memory.kept("searched", _searched)


def _searched(connection: Connection) -> Searched:
    seen = ~DOCUMENT.c.withdrawn
    dated = select(DOCUMENT.c.published).where(seen, DOCUMENT.c.day > 0).limit(1)
    undated = func.count().filter(DOCUMENT.c.day == 0)
    documents, without = connection.execute(select(func.count(), undated).where(seen)).one()
    quotes, claims = (_shown(connection, table) for table in (QUOTE, CLAIM))
    first = connection.execute(dated.order_by(DOCUMENT.c.day)).scalar()
    last = connection.execute(dated.order_by(DOCUMENT.c.last_day.desc())).scalar()
    earliest, latest = (str(loaded(PartialDate, date)) if date else "" for date in (first, last))
    return Searched(documents, int(without), quotes, claims, earliest, latest)


def _subject(connection: Connection, id_: str) -> str:
    """What decisions on a speaker are about: of an authority's entry its subject, else its own id."""
    named = select(AUTHORITY.c.subject).where(AUTHORITY.c.id == id_).limit(1)
    return connection.execute(named).scalar() or id_


def _shown(connection: Connection, table: Table) -> int:
    """How many rows are shown: all but the few unseen, so that no row is read."""
    rows, hidden = select(func.count()).select_from(table), unseen(table).subquery()
    hidden_rows = select(func.count()).select_from(hidden)
    return connection.execute(rows).scalar_one() - connection.execute(hidden_rows).scalar_one()


def _line(
    row: RowMapping, counts: Sequence[Counter[str]], versions: Mapping[str, tuple[int, int]]
) -> DocumentLine:
    quotes, claims, problems = (counted[row["id"]] for counted in counts)
    version, of = versions.get(row["id"], (1, 1))
    return DocumentLine(
        key=row["key"],
        id=row["id"],
        title=row["title"],
        location=row["location"],
        source=row["source_name"],
        date=loaded(PartialDate, row["published"]) if row["published"] else None,
        quotes=quotes,
        claims=claims,
        problems=problems,
        hidden_characters=row["hidden_characters"],
        withdrawn=row["withdrawn"],
        version=version,
        versions=of,
    )


def _counts(connection: Connection, table: Table, documents: list[str] | None = None) -> Counter[str]:
    """Rows of each document; hidden ones are left out, and those that a newer version stands for."""
    if table is PROBLEM:
        rows = select(PROBLEM.c.document, func.count()).group_by(PROBLEM.c.document)
        owner = PROBLEM.c.document
    else:
        seen = table.c.unseen.bitwise_and(Unseen.HIDDEN | Unseen.EARLIER) == 0
        counted = select(table.c.document_key, func.count().label("count")).where(seen)
        each = counted.group_by(table.c.document_key).subquery()
        rows = select(DOCUMENT.c.id, each.c.count).join(each, each.c.document_key == DOCUMENT.c.key)
        owner = DOCUMENT.c.id
    if documents is not None:
        rows = rows.where(among(owner, dumped(documents)))
    return Counter({row[0]: row[1] for row in connection.execute(rows)})


def _best(sources: Iterable[Source]) -> Source:
    """Documents may tell more or less of one source: the one of known kind and country, the latest."""
    return max(
        enumerate(sources),
        key=lambda one: (one[1].kind is not SourceKind.UNKNOWN, bool(one[1].country), one[0]),
    )[1]
