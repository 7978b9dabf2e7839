"""Members: everyone printed with one name form and one role, and which speaker that is, when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace

from sqlalchemy import Connection, RowMapping, Table, delete, func, insert, select, update

from claims.matching.speakers import Member, Part, Term, member_of
from claims.model import Attribution
from claims.store import base
from claims.store.dialect import among, put_rows, walk_plain
from claims.store.order import day_in, is_between
from claims.store.rows import CLAIM, MEMBER, QUOTE, TERM, Columns
from claims.store.values import columns_of, dumped, loaded, storable, value_of

# What a member's values may print in several ways.
_PRINTED = ("name", "organization", "kind")
_WHO = """SELECT attribution FROM quote WHERE member = ?
UNION ALL SELECT attributed_to FROM claim WHERE member = ?"""
# Speaker id -> how many; "" for what a member says as the speaker that it is at no certain time.
_Tally = dict[str, int]


def put_members(connection: Connection, members: Sequence[Columns]) -> None:
    """Members that are new. Of two spellings of one name the same stands whichever came first, so that
    records that exchanged their documents name a speaker alike: "Marisol Vega" before "MARISOL VEGA".
    """
    put_rows(connection, MEMBER, members, greatest=_PRINTED)


def settle_members(connection: Connection, ids: Iterable[str | None]) -> None:
    """After values of some members left or were filed elsewhere: forget those under whom nothing is filed
    any more, for a role that was taken back must not go on telling who is one speaker; the others are
    spelled as what is left spells them.
    """
    wanted = among(MEMBER.c.id, dumped(sorted(id_ for id_ in ids if id_)))
    filed = (select(table.c.key).where(table.c.member == MEMBER.c.id).exists() for table in (QUOTE, CLAIM))
    connection.execute(delete(MEMBER).where(wanted, *(~each for each in filed)))
    for member in connection.execute(select(MEMBER).where(wanted)).mappings().all():
        _spell(connection, member)


def _spell(connection: Connection, member: RowMapping) -> None:
    """Nearly always the first that is read has the words that stand: many quotes cost no more."""
    stands = {name: str(member[name]) for name in _PRINTED}
    left = dict.fromkeys(_PRINTED, "")
    with closing(walk_plain(connection, _WHO, member["id"], member["id"])) as rows:
        for (who,) in rows:
            printed = columns_of(member_of(loaded(Attribution, who)))
            left = {name: max(words, printed[name]) for name, words in left.items()}
            if left == stands:
                return
    connection.execute(update(MEMBER).where(MEMBER.c.id == member["id"]).values(left))


class Speakers(base.Part):
    def members(self, forms: Iterable[str] | None = None, ids: Iterable[str] | None = None) -> list[Member]:
        """All members, or those of some name forms or ids; in order of id."""
        rows = select(MEMBER).order_by(MEMBER.c.id)
        rows = rows if forms is None else rows.where(among(MEMBER.c.form, dumped(list(forms))))
        rows = rows if ids is None else rows.where(among(MEMBER.c.id, dumped(list(ids))))
        with self._database.read() as connection:
            return [value_of(Member, row) for row in connection.execute(rows).mappings()]

    def namesakes(self, surname: str) -> list[Member]:
        """Members whose name form has further words before this one; in order of id."""
        ending = f" {surname}"
        # Quicker than LIKE, and there is no wildcard in it.
        named = func.substr(MEMBER.c.form, -len(ending)) == ending
        with self._database.read() as connection:
            rows = connection.execute(select(MEMBER).where(named)).mappings().all()
        return [value_of(Member, row) for row in sorted(rows, key=lambda row: str(row["id"]))]

    def forms(self) -> list[str]:
        """Every name form under which somebody is filed."""
        with self._database.read() as connection:
            return list(
                connection.execute(select(MEMBER.c.form).distinct().order_by(MEMBER.c.form)).scalars()
            )

    def is_speaker(self, words: str) -> bool:
        """Does anybody fit words of a name or role, or an id?"""
        return len(self._memory.people().meant(storable(words))) > 0

    def set_speaker(self, speakers: Mapping[str, str]) -> None:
        """Say which speaker some members are: member id -> speaker id."""
        with self._database.write() as connection:
            for member, speaker in speakers.items():
                changed = (MEMBER.c.id == member) & (MEMBER.c.speaker != speaker)
                connection.execute(update(MEMBER).where(changed).values(speaker=speaker))

    def terms(self, members: Iterable[str] | None = None) -> set[Term]:
        """When members are entries of an authority: all, or those of some members."""
        rows = select(TERM)
        rows = rows if members is None else rows.where(among(TERM.c.member, dumped(list(members))))
        with self._database.read() as connection:
            return {value_of(Term, row) for row in connection.execute(rows).mappings()}

    def set_terms(self, members: Iterable[str], terms: Iterable[Term]) -> None:
        """Say when some members are entries of an authority, in place of what was said of them."""
        new, old = set(terms), self.terms(members)
        changed = {term.member for term in old ^ new}
        if not changed:
            return
        rows = [columns_of(term) for term in new if term.member in changed]
        with self._database.write() as connection:
            connection.execute(delete(TERM).where(among(TERM.c.member, dumped(sorted(changed)))))
            if rows:
                connection.execute(insert(TERM), rows)

    def days(self, members: Iterable[str]) -> dict[str, tuple[int, int]]:
        """The first and the last day on which some members are on record, proleptic ordinals; those
        whose quotes all have no date are left out.
        """
        day = day_in(QUOTE)
        seen = select(QUOTE.c.member, func.min(day), func.max(day)).where(
            among(QUOTE.c.member, dumped(sorted(set(members)))), day > 0, QUOTE.c.unseen == 0
        )
        with self._database.read() as connection:
            return {row[0]: (row[1], row[2]) for row in connection.execute(seen.group_by(QUOTE.c.member))}

    def parts(self) -> list[Part]:
        """What each member said as each speaker that it is; without members of whom nothing is shown."""
        with self._database.read() as connection:
            quotes, claims = (_counts(connection, table) for table in (QUOTE, CLAIM))
        found = []
        for member in self.members():
            said, claimed = quotes.get(member.id, {}), claims.get(member.id, {})
            for speaker in sorted(said.keys() | claimed.keys()):
                named = replace(member, speaker=speaker or member.speaker)
                found.append(Part(named, said.get(speaker, 0), claimed.get(speaker, 0)))
        return found


def _counts(connection: Connection, table: Table) -> dict[str, _Tally]:
    """Shown rows by member and speaker."""
    member = table.c.member
    said = select(member, func.count()).where(member.is_not(None), table.c.unseen == 0).group_by(member)
    found: dict[str, _Tally] = {row[0]: {"": row[1]} for row in connection.execute(said)}
    then = (member == TERM.c.member) & is_between(table, TERM.c.first, TERM.c.last) & (table.c.unseen == 0)
    known = select(TERM.c.member, TERM.c.speaker, func.count()).join(table, then)
    for id_, speaker, count in connection.execute(known.group_by(TERM.c.member, TERM.c.speaker)):
        found[id_][speaker] = count
        found[id_][""] -= count
    return {id_: {who: n for who, n in tally.items() if n} for id_, tally in found.items()}
