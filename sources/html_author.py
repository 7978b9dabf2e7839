"""Who wrote a page: metadata where it names persons, else the byline by the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from claims.model import Source
from sources.html_byline import AND, BY, END, ROLES, is_person, shown_authors
from sources.html_lines import Line
from sources.publishers import is_office, is_wire, one_publisher

_STATED_PARTS = re.compile(AND.format(""), re.IGNORECASE)
_OF_THE_NAME = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z.&]{2,6}")
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|es|fr|de|it|co|uk|eu|info|gov)$", re.IGNORECASE)


def author_of(
    linked: Sequence[str], named: Sequence[str], near: Sequence[Line], site: str, publisher: Source | None
) -> str:
    """Names, parted by commas.

    A person wins over a body, and what the page states of itself over what it shows. The publisher's own
    name tells nothing.

    Args:
        linked: names in linked data.
        named: what each meta element says, the surest first.
        near: the lines by the headline, the nearest first.
        site: the host of the page's address.
    """
    stated = [
        list(_stated(linked, site, publisher)),
        *(list(_stated([one], site, publisher)) for one in named),
    ]
    for names in stated:
        if persons := [name for name in names if not _is_body(name)]:
            return ", ".join(dict.fromkeys(persons))
    shown = shown_authors(near, publisher)
    return ", ".join(dict.fromkeys(shown or next(filter(None, stated), [])))


def _is_body(name: str) -> bool:
    """A body, an agency's letters, or a name by which somebody logs in."""
    return (
        is_wire(name)
        or is_office(name)
        or bool(len(name.split()) == 1 and (_CAPITALS.fullmatch(name) or name.islower()))
    )


# -- what is stated -----------------------------------------------------------------


def _stated(entries: Iterable[str], site: str, publisher: Source | None) -> Iterator[str]:
    """The names in what metadata says; not the publisher's, an address or what a name is followed by."""
    for entry in entries:
        names = [_alone(name) for name in _listed(BY.sub("", entry.strip()))]
        kept = [name for name in names if name.casefold() not in ROLES and not _ADDRESS.search(name)]
        kept = [name for name in kept if not _is_publisher(name, site, publisher)]
        if len(kept) > 1:
            kept = [kept[0], *(name for name in kept[1:] if not _goes_with(name, kept[0]))]
        yield from kept


def _alone(name: str) -> str:
    """ "Nils Okoro | Staff Writer" and "Nils Okoro for Coastal Wire" are Nils Okoro."""
    end = END.search(name)
    return person if end and is_person(person := name[: end.start()].strip()) else name


def _goes_with(name: str, person: str) -> bool:
    """Is this what a person is, or whose: a degree, a role, a body in capitals?"""
    is_role = any(word.casefold().strip(".") in ROLES for word in name.split())
    return is_role or bool(_CAPITALS.fullmatch(name)) or (name.isupper() and not person.isupper())


def _listed(entry: str) -> list[str]:
    """The names of a list; one that may be "Last, First" or a body's stays whole."""
    if is_office(entry):
        return [entry]
    parts = [part.strip() for part in _STATED_PARTS.split(entry) if part and part.strip()]
    joined: list[str] = []
    for part in parts:
        if joined and _OF_THE_NAME.fullmatch(part):
            joined[-1] += f", {part}"
        else:
            joined.append(part)
    return [entry] if len(joined) > 1 and all(len(part.split()) == 1 for part in joined) else joined


def _is_publisher(name: str, site: str, publisher: Source | None) -> bool:
    letters = re.sub(r"\W", "", name.casefold())
    return bool(publisher and one_publisher(name, publisher.name)) or (
        len(letters) > 3 and letters in site.casefold().replace("-", "").replace(".", "")
    )
