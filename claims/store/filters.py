"""Which rows of quotes or claims a search may return, apart from its words."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, Table, or_, select

from claims.errors import BadValue
from claims.store.dialect import among
from claims.store.memory import Memory
from claims.store.order import first_key, is_between
from claims.store.people import Meant
from claims.store.reading import of_document, unseen
from claims.store.rows import DOCUMENT, TAGGING, Unseen
from claims.store.texts import begin, plain_words
from claims.store.values import dumped, storable
from claims.views import Query

Condition = ColumnElement[bool]


def conditions(query: Query, table: Table, memory: Memory) -> list[Condition]:
    """What rows have to fulfil, but for being shown (see `unseen`) and for a last date (see `bounds`)."""
    found: list[Condition] = []
    if query.speaker:
        meant = memory.people().meant(storable(query.speaker))
        found.append(_said_by(meant, table))
    if query.source:
        found.append(table.c.document_key.in_(_of_source(memory, query.source)))
    if query.document:
        found.append(of_document(table, storable(query.document)))
    if query.since:
        found.append(table.c.last_day >= query.since.toordinal())
    if query.tag:
        tagged = tagged_with(query.tag)
        owners = select(DOCUMENT.c.key).where(DOCUMENT.c.id.in_(tagged))
        found.append(or_(table.c.id.in_(tagged), table.c.document_key.in_(owners)))
    if "speaker" in query.lacks:
        found.append(table.c.member.is_(None))
    if "source" in query.lacks:
        found.append(table.c.document_key.in_(select(DOCUMENT.c.key).where(DOCUMENT.c.source_name == "")))
    if query.after:
        found.append(table.c.document_key > query.after)
    if query.status in ("open", "edited"):
        edited = table.c.original.is_not(None)
        found.append(edited if query.status == "edited" else ~edited)
    return found


def document_conditions(query: Query, memory: Memory) -> list[Condition]:
    """The same for whole documents: source, dates, and which one."""
    found: list[Condition] = [~DOCUMENT.c.withdrawn]
    if query.source:
        found.append(DOCUMENT.c.key.in_(_of_source(memory, query.source)))
    if query.document:
        found.append(DOCUMENT.c.id == storable(query.document))
    if query.since:
        found.append(DOCUMENT.c.last_day >= query.since.toordinal())
    if query.until:
        found.append(DOCUMENT.c.day.between(1, query.until.toordinal()))
    if "source" in query.lacks:
        found.append(DOCUMENT.c.source_name == "")
    if "date" in query.lacks:
        found.append(DOCUMENT.c.day == 0)
    if query.after:
        found.append(DOCUMENT.c.key > query.after)
    return found


def bounds(query: Query, key: ColumnElement[int]) -> list[Condition]:
    """The last date, or that there is none, as bounds of the row key, which is in order of date."""
    if "date" in query.lacks:
        return [key < first_key(1)]
    if not query.until:
        return []
    return [key >= first_key(1), key < first_key(query.until.toordinal() + 1)]


def shown(query: Query, table: Table, key: ColumnElement[int]) -> Condition:
    """What is hidden, withdrawn or stood for by a newer version comes only when it is asked for.

    Args:
        key: row keys of what was found, in the table or in its text index: few rows are
            hidden, so their keys are left out, and what was found need not be read.

    Raises:
        BadValue: there is no such status.
    """
    match checked_status(query):
        case "" | "open" | "edited":
            return key.not_in(unseen(table))
        case "hidden":
            asked = table.c.unseen.bitwise_and(_OF_PEOPLE) == int(Unseen.HIDDEN)
        case "withdrawn":
            asked = table.c.unseen.bitwise_and(Unseen.WITHDRAWN) > 0
        case _:
            asked = table.c.unseen == int(Unseen.EARLIER)
    return key.in_(unseen(table).where(asked))


def checked_status(query: Query) -> str:
    """Raises BadValue."""
    if query.status not in ("", "open", "edited", "hidden", "withdrawn", "earlier"):
        raise BadValue("status", query.status, "open, edited, hidden, withdrawn or earlier")
    return query.status


_OF_PEOPLE = int(Unseen.HIDDEN | Unseen.WITHDRAWN)


def tagged_with(tag: str) -> Select[tuple[str]]:
    return select(TAGGING.c.id).where(TAGGING.c.tag == storable(tag))


def _said_by(meant: Meant, table: Table) -> Condition:
    """What some members said, each at the times at which it is meant."""
    timed = {member: times for member in sorted(meant.members) if (times := meant.times(member))}
    found = [among(table.c.member, dumped(sorted(meant.members - timed.keys())))]
    for member, times in timed.items():
        within = or_(*(is_between(table, *term).is_(True) for term in times.terms))
        found.append((table.c.member == member) & (within if times.inside else ~within))
    return or_(*found)


def _of_source(memory: Memory, wanted: str) -> Select[tuple[int]]:
    """Keys of the documents of the sources whose name has words that begin so."""
    words = plain_words(wanted)
    named = [name for name, known in memory.sources() if words and begin(words, known)]
    return select(DOCUMENT.c.key).where(among(DOCUMENT.c.source_name, dumped(named)))
