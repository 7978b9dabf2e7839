"""An entry of an authority file from what a line of it says; what is none is refused with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claims.exchange.lines import BadLine
from claims.model import Entry, PartialDate, Role, SpeakerKind

# Nobody has more names or offices; a name fits a line.
MOST, _LONGEST = 500, 300

# Types of roles as unitedstates/congress-legislators writes them, in words.
_TYPES = {
    "sen": ("senator", "U.S. Senate"),
    "rep": ("representative", "U.S. House of Representatives"),
    "prez": ("president", "United States"),
    "viceprez": ("vice president", "United States"),
    "gov": ("governor", ""),
}


def entry_of(fields: Mapping[str, object]) -> Entry:
    """The entry of a JSON object. Raises BadLine."""
    roles = fields.get("roles") or []
    aliases = fields.get("aliases") or []
    if not isinstance(roles, list) or not isinstance(aliases, list):
        raise BadLine("its roles and aliases are no lists")
    names = [text(alias, "alias") for alias in aliases[:MOST]]
    short, last = text(fields.get("nickname"), "nickname"), text(fields.get("last"), "last")
    if short and last:
        names.append(f"{short} {last}")
    return made(fields, names, [_role(role) for role in roles[:MOST]])


def _role(found: object) -> Role:
    if not isinstance(found, dict):
        raise BadLine("a role of it is no object")
    title = text(found.get("title") or found.get("type") or found.get("role"), "role")
    if not title:
        raise BadLine("a role of it has no title")
    since, until = (
        next((found[name] for name in names if found.get(name)), None)
        for names in (("start", "from", "since"), ("end", "to", "until"))
    )
    return held(title, text(found.get("organization"), "organization"), since, until)


def held(title: str, organization: str, since: object, until: object) -> Role:
    title, usual = _TYPES.get(title.casefold(), (title, ""))
    role = Role(title, organization or usual, _date(since), _date(until))
    if role.since and role.until and role.since.earliest > role.until.latest:
        raise BadLine(f"its role as {title[:40]} ends before it begins")
    return role


def made(fields: Mapping[str, object], aliases: Sequence[str], roles: Iterable[Role]) -> Entry:
    id_, name = text(fields.get("id"), "id"), text(fields.get("name"), "name")
    if not id_ or not name:
        raise BadLine(f"it has no {'name' if id_ else 'id'}")
    others = tuple(alias for alias in dict.fromkeys(aliases) if alias and alias != name)
    kind = text(fields.get("kind"), "kind") or SpeakerKind.PERSON.value
    if kind not in ("person", "body"):
        raise BadLine(f"{kind[:40]!r} is neither person nor body")
    party, state = text(fields.get("party"), "party"), text(fields.get("state"), "state")
    return Entry(id_, name, SpeakerKind(kind), others, party, state, tuple(dict.fromkeys(roles)))


def _date(written: object) -> PartialDate | None:
    given = text(written, "date")
    if not given:
        return None
    try:
        return PartialDate.parse(given)
    except ValueError as error:
        raise BadLine(str(error)) from None


def text(found: object, name: str) -> str:
    """A field as a line that can be printed; "" for none."""
    if found is None:
        return ""
    if isinstance(found, bool) or not isinstance(found, str | int):
        raise BadLine(f"its {name} is no text")
    line = " ".join(str(found).split())
    if len(line) > _LONGEST or not line.isprintable():
        raise BadLine(f"its {name} is no line of {_LONGEST} characters at most that can be printed")
    return line
