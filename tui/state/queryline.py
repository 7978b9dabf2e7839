"""The line one types into the search screen, read as a `Query`.

`speaker:rosen source:"Coastal Wire" from:2026-01 until:2026-02 "exact" -not ~fuzzy`

A half-typed filter never empties the list: it is shown as not understood yet
and left out of the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.model import PartialDate
from claims.views import Kind, Query


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the line as it was understood.

    Attributes:
        trouble: a clause saying why it is left out; "" if it is in force.
    """

    label: str
    value: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    query: Query
    chips: tuple[Chip, ...]


# What people type for each filter. The second names are those of other tools
# that a reporter may know.
_FILTERS = {
    "speaker": "speaker", "who": "speaker", "source": "source", "from": "since", "since": "since",
    "until": "until", "to": "until", "kind": "kind", "tag": "tag", "status": "status", "is": "status",
    "document": "document", "doc": "document", "date": "date",
}  # fmt: skip
# What a filter says for those that have nothing of its kind, and whose filter can say so.
NONE = "(none)"
_LACKED = ("speaker", "source", "date")
_LABELS = {"since": "from"}

_TOKEN = re.compile(r'(?P<sign>[-~]?)(?:(?P<field>[a-z]{2,12}):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]*))')


def parse(line: str) -> Parsed:
    """Read a line; whatever is no filter is searched for as words."""
    query, chips, words = Query(limit=None), [], []
    for sign, name, value, quoted in _tokens(line):
        field = _field(name, value) if not sign else ""
        if not field:
            words.append(_word(sign, name, value, quoted))
        elif value:
            query, chip = _filtered(query, field, value)
            chips.append(chip)
    chips = [*_word_chips(words), *chips]
    return Parsed(replace(query, words=" ".join(words)), tuple(chips))


def _field(name: str, value: str) -> str:
    """The field of a Query that a filter sets, or ""; "from:herald", which is no date, names a source."""
    if name == "from" and value and not any(map(str.isdigit, value)):
        return "source"
    return _FILTERS.get(name, "")


def filters_in(line: str) -> list[tuple[str, str]]:
    """The filters of a line, each as the field of a Query and what it is set to."""
    named = ((_field(name, value), value) for sign, name, value, _ in _tokens(line) if not sign)
    return [(field, value) for field, value in named if field and value]


def speaker_before(line: str) -> tuple[str, str]:
    """The speaker whom a line begins with, "speaker:vega We will not ...", and the rest as it stands."""
    found = _SPEAKER.match(line)
    return ((found[1] or found[2]).strip(), line[found.end() :]) if found else ("", line)


_SPEAKER = re.compile(r'\s*(?:speaker|who):(?:"([^"]+)"?|([^\s"]+))\s*')


def nearly(words: str) -> str:
    """The words of a query as they are typed to find other spellings too, "~harbr ~pier"; else ""."""
    bare = (value for sign, name, value, quoted in _tokens(words) if value and not (sign or name or quoted))
    return " ".join(f"~{word}" for word in bare)


def with_filter(line: str, name: str, value: str) -> str:
    """The line with one filter set: an earlier one of the same name is replaced."""
    field = _FILTERS[name]
    kept = []
    for sign, was, written, quoted in _tokens(line):
        if sign or _FILTERS.get(was) != field:
            kept.append(_word(sign, was, written, quoted))
    bare = value.replace('"', " ")
    written = f'"{bare}"' if re.search(r"\s", bare) else bare
    return " ".join([*kept, f"{name}:{written}"])


def _tokens(line: str) -> Iterator[tuple[str, str, str, bool]]:
    """Sign, filter name, value, and whether the value stood in quotation marks."""
    for found in _TOKEN.finditer(line.replace("“", '"').replace("”", '"')):
        if not found.group():
            continue
        quoted = found["quoted"] is not None
        value = found["quoted"] if quoted else found["bare"]
        yield found["sign"], found["field"] or "", value.strip(), quoted


def _word(sign: str, name: str, value: str, quoted: bool) -> str:
    written = f'"{value}"' if quoted else value
    return f"{sign}{name}:{written}" if name else f"{sign}{written}"


def _word_chips(words: list[str]) -> Iterator[Chip]:
    labels = {"-": "without", "~": "about", '"': "exactly"}
    for word in words:
        bare = word.lstrip("-~").strip('"')
        if bare:
            yield Chip(labels.get(word[0], "words"), bare)


def _filtered(query: Query, field: str, value: str) -> tuple[Query, Chip]:
    label = _LABELS.get(field, field)
    if value.lower() == NONE and field in _LACKED:
        return replace(query, lacks=(*query.lacks, field)), Chip(label, NONE)
    if field == "date":
        return _on(query, value)
    if field in ("since", "until"):
        return _dated(query, field, label, value)
    if field == "kind":
        return _of_kind(query, value)
    match field:
        case "speaker":
            query = replace(query, speaker=value)
        case "source":
            query = replace(query, source=value)
        case "tag":
            query = replace(query, tag=value)
        case "status":
            query = replace(query, status=value)
        case _:
            query = replace(query, document=value)
    return query, Chip(label, value)


def _dated(query: Query, field: str, label: str, value: str) -> tuple[Query, Chip]:
    try:
        date = PartialDate.parse(value)
    except ValueError:
        return query, Chip(label, value, "write 2026-01-31, 2026-01 or 2026")
    if field == "since":
        return replace(query, since=date.earliest), Chip(label, value)
    return replace(query, until=date.latest), Chip(label, value)


def _on(query: Query, value: str) -> tuple[Query, Chip]:
    """From the first to the last day of one date: "date:2031-03" is a month."""
    query, chip = _dated(query, "since", "date", value)
    return (query, chip) if chip.trouble else _dated(query, "until", "date", value)


def _of_kind(query: Query, value: str) -> tuple[Query, Chip]:
    fitting = [kind for kind in Kind if kind.value.startswith(value.lower())]
    if len(fitting) != 1:
        return query, Chip("kind", value, "quotes, claims or text")
    return replace(query, kind=fitting[0]), Chip("kind", fitting[0].value)
