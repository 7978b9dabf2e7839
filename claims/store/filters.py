"""Which rows of quotes or claims a search may return, apart from its words."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Select, Table, or_, select, true

from claims.errors import BadValue
from claims.store.dialect import among
from claims.store.lists import SHORTEST_PREFIX
from claims.store.memory import FoldedMember, Memory
from claims.store.order import first_key, is_between
from claims.store.reading import of_document, unseen
from claims.store.rows import DOCUMENT, TAGGING, Unseen
from claims.store.texts import begin, fits, folded
from claims.store.values import dumped, storable
from claims.views import Query

Condition = ColumnElement[bool]


def conditions(connection: Connection, query: Query, table: Table, memory: Memory) -> list[Condition]:
    """What rows have to fulfil, but for being shown (see `unseen`) and for a last date (see `bounds`)."""
    found: list[Condition] = []
    if query.speaker:
        found.append(_said_by(_members(memory, query.speaker), memory, table))
    if query.source:
        found.append(table.c.document_key.in_(_of_source(connection, query.source)))
    if query.document:
        found.append(of_document(table, storable(query.document)))
    if query.since:
        found.append(table.c.last_day >= query.since.toordinal())
    if query.tag:
        tagged = tagged_with(query.tag)
        owners = select(DOCUMENT.c.key).where(DOCUMENT.c.id.in_(tagged))
        found.append(or_(table.c.id.in_(tagged), table.c.document_key.in_(owners)))
    if query.status in ("open", "edited"):
        edited = table.c.original.is_not(None)
        found.append(edited if query.status == "edited" else ~edited)
    return found


def document_conditions(connection: Connection, query: Query) -> list[Condition]:
    """The same for whole documents: source, dates, and which one."""
    found: list[Condition] = [~DOCUMENT.c.withdrawn]
    if query.source:
        found.append(DOCUMENT.c.key.in_(_of_source(connection, query.source)))
    if query.document:
        found.append(DOCUMENT.c.id == storable(query.document))
    if query.since:
        found.append(DOCUMENT.c.last_day >= query.since.toordinal())
    if query.until:
        found.append(DOCUMENT.c.day.between(1, query.until.toordinal()))
    return found


def bounds(query: Query, key: ColumnElement[int]) -> list[Condition]:
    """The last date as bounds of the row key, which is in order of date."""
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
    match query.status:
        case "" | "open" | "edited":
            return key.not_in(unseen(table))
        case "hidden":
            asked = table.c.unseen.bitwise_and(_OF_PEOPLE) == int(Unseen.HIDDEN)
        case "withdrawn":
            asked = table.c.unseen.bitwise_and(Unseen.WITHDRAWN) > 0
        case "earlier":
            asked = table.c.unseen == int(Unseen.EARLIER)
        case _:
            raise BadValue("status", query.status, "open, edited, hidden, withdrawn or earlier")
    return key.in_(unseen(table).where(asked))


_OF_PEOPLE = int(Unseen.HIDDEN | Unseen.WITHDRAWN)


def tagged_with(tag: str) -> Select[tuple[str]]:
    return select(TAGGING.c.id).where(TAGGING.c.tag == storable(tag))


def _members(memory: Memory, wanted: str) -> list[FoldedMember]:
    """Members of every speaker one of whose members fits by words of name, role, organization or of
    an authority's entry, or by id.
    """
    words, id_ = folded(wanted), storable(wanted.strip())
    words = [word for word in words if word != "the"] or words
    known = memory.members()
    speakers = {
        member.speaker
        for member in known
        if (words and begin(words, member.words))
        or _begins(id_, member.speaker)
        # What a member said in an office has its speaker's id, and not the member's.
        or (not member.term and _begins(id_, member.id))
    }
    return [member for member in known if member.speaker in speakers]


def _said_by(members: Iterable[FoldedMember], memory: Memory, table: Table) -> Condition:
    """What some members said as these speakers, each in its time."""
    timed = memory.timed()
    wanted: dict[str, set[FoldedMember]] = {}
    whole: list[str] = []
    for member in members:
        if member.id in timed:
            wanted.setdefault(member.id, set()).add(member)
        else:
            whole.append(member.id)
    found = [among(table.c.member, dumped(whole))]
    for id_, mine in sorted(wanted.items()):
        is_own = any(not one.term for one in mine)
        ours = [_between(table, one) for one in timed[id_] if one in mine]
        others = [_between(table, one) for one in timed[id_] if one not in mine]
        then = ~or_(*others) if is_own and others else true() if is_own else or_(*ours)
        found.append((table.c.member == id_) & then)
    return or_(*found)


def _between(table: Table, member: FoldedMember) -> Condition:
    """Is a row of the time in which a member is the speaker?"""
    assert member.term
    return is_between(table, *member.term).is_(True)


def _begins(wanted: str, id_: str) -> bool:
    return id_ == wanted or (len(wanted) >= SHORTEST_PREFIX and id_.startswith(wanted))


def _of_source(connection: Connection, wanted: str) -> Select[tuple[int]]:
    """Keys of the documents of the sources whose name has words that begin so."""
    words = folded(wanted)
    names = connection.execute(select(DOCUMENT.c.source_name).distinct()).scalars()
    named = [name for name in names if words and name and fits(words, name)]
    return select(DOCUMENT.c.key).where(among(DOCUMENT.c.source_name, dumped(named)))
