"""What is read once and kept until the record changes."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from threading import Lock, local
from typing import Any, TypeVar

from sqlalchemy import Connection

from claims.matching.states import state_words
from claims.model import Entry
from claims.store.database import Database
from claims.store.dialect import ask_plain, walk_plain
from claims.store.folding import Folding
from claims.store.fulltext import QUOTE_TEXT, TextIndex
from claims.store.outline import Outline
from claims.store.people import Filed, People
from claims.store.postings import Postings
from claims.store.texts import plain_words
from claims.store.values import loaded
from claims.store.vocabulary import Vocabulary, last_number, later_words

Kept = TypeVar("Kept")

# Lists of row keys among them: of some hundred thousand keys each.
_MOST = 64

# Each different name once: a seek in the index for each, where DISTINCT reads a million rows.
_SOURCES = """
    WITH RECURSIVE source(name) AS (
        SELECT min(source_name) FROM document
        UNION ALL
        SELECT (SELECT min(source_name) FROM document WHERE source_name > name) FROM source
        WHERE name IS NOT NULL
    )
    SELECT name FROM source WHERE name IS NOT NULL
"""


class Memory:
    """Safe to use from several threads; inside a transaction of the thread nothing is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: OrderedDict[object, tuple[int, Any]] = OrderedDict()
        self._lock = Lock()
        self._mine = local()

    def near(self, index: TextIndex, word: str) -> list[str]:
        """Words of an index that a slip or two away are this one, the nearest first."""
        return self._words(index).near(word)

    def words(self, index: TextIndex) -> Vocabulary | None:
        """All words of an index, if they were read ahead."""
        words = self._words(index) if self.has(index.name) else None
        return words if words and words.whole else None

    def people(self) -> People:
        return self.kept("people", _people)

    def sources(self) -> Sequence[tuple[str, Sequence[str]]]:
        """The names of sources with their words, folded."""
        return self.kept("sources", _sources)

    def read_ahead(self) -> None:
        """Make what is too long to make while somebody waits, if it is not kept (see `outline`)."""
        outline = self.kept("outline", Outline)
        words = self._words(QUOTE_TEXT)
        words.read_ahead()
        if words.whole:
            with suppress(OSError):  # no room for its file: the index is asked, as without it
                self.kept("postings", lambda connection: Postings(connection, words, outline))
        self.people()
        self.sources()

    @property
    def outline(self) -> Outline | None:
        """Of the record as it is in this view, if it was read ahead."""
        return self.kept("outline", Outline) if self.has("outline") else None

    @property
    def postings(self) -> Postings | None:
        """The rows of words, if they were read ahead."""
        return self.kept("postings", _never) if self.has("postings") else None

    @contextmanager
    def view(self) -> Iterator[Connection]:
        """A view of the record of which things are kept; inside one, all further ones are the same."""
        joined: Connection | None = getattr(self._mine, "connection", None)
        if joined is not None:
            yield joined
            return
        # The number comes before the view: what is newer than it is only read once more.
        self._mine.number = self._database.changed
        with self._database.read() as connection:
            self._mine.connection = connection
            try:
                yield connection
            finally:
                self._mine.connection = None

    def has(self, name: object) -> bool:
        """Is it kept, as it is in this view?"""
        with self._lock:
            before, _ = self._kept.get(name, (None, None))
        return before == self._mine.number and not self._database.is_writing

    def kept(self, name: object, make: Callable[[Connection], Kept]) -> Kept:
        """What was made under a name, made anew if the record changed since."""
        return self._kept_or_made(name, lambda connection, _: make(connection))

    def _words(self, index: TextIndex) -> Vocabulary:
        if index is not QUOTE_TEXT:
            return self.kept(index.name, lambda connection: Vocabulary(index.terms(connection)))
        return self._kept_or_made(index.name, _words_said)[0]

    def _kept_or_made(self, name: object, make: Callable[[Connection, Kept | None], Kept]) -> Kept:
        with self.view() as connection:
            now = self._mine.number
            with self._lock:
                before, kept = self._kept.get(name, (None, None))
                if before is not None:
                    self._kept.move_to_end(name)
            if before == now and not self._database.is_writing:
                known: Kept = kept  # type: ignore[assignment]
                return known
            made = make(connection, kept)
            if not self._database.is_writing:
                self._keep(name, now, made)
            return made

    def _keep(self, name: object, number: int, made: object) -> None:
        with self._lock:
            self._kept[name] = (number, made)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)


def _never(connection: Connection) -> Postings:
    raise AssertionError("it was kept a moment ago")


def _people(connection: Connection) -> People:
    terms: dict[str, list[_Held]] = defaultdict(list)
    for member, speaker, first, last in ask_plain(connection, _TERMS):
        terms[member].append((speaker, (first, last)))
    with closing(walk_plain(connection, _MEMBERS)) as members:
        return People(_filed(members, terms, _entries(connection)))


# Another speaker that a member is, and from which day to which.
_Held = tuple[str, tuple[int, int]]


def _filed(
    members: Iterable[tuple[Any, ...]],
    terms: Mapping[str, Iterable[_Held]],
    known: Mapping[str, tuple[str, ...]],
) -> Iterator[Filed]:
    """Each member as the speaker that it is, and as each that it is at times."""
    for id_, speaker, name, role, organization in members:
        own = tuple(plain_words(organization))
        yield Filed(id_, speaker, name, role, own + known.get(speaker, ()))
        for other, term in terms.get(id_, ()):
            yield Filed(id_, other, name, role, own + known.get(other, ()), term)


_MEMBERS = "SELECT id, speaker, name, role, organization FROM member"
_TERMS = "SELECT member, speaker, first, last FROM term"
# Of an entry that was removed the last row is empty (see `Authorities`).
_ENTRIES = """
    SELECT entry FROM authority
    WHERE key IN (SELECT max(key) FROM authority GROUP BY id) AND entry != '' ORDER BY key
"""


def _entries(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Words of each authority's entry that stands, by id."""
    entries = (loaded(Entry, row[0]) for row in ask_plain(connection, _ENTRIES))
    words = {entry.id: plain_words(" ".join(_called(entry))) for entry in entries}
    return {id_: tuple(dict.fromkeys(every)) for id_, every in words.items()}


def _called(entry: Entry) -> list[str]:
    roles = [f"{role.title} {role.organization}" for role in entry.roles]
    names = [entry.id, entry.name, *entry.aliases, *dict.fromkeys(roles), entry.party]
    return [*names, *state_words(entry.state)]


def _sources(connection: Connection) -> list[tuple[str, Sequence[str]]]:
    return [(name, plain_words(name)) for (name,) in ask_plain(connection, _SOURCES) if name]


# The words of quotes, and the number of the last row that they are of.
_Said = tuple[Vocabulary, int]


def _words_said(connection: Connection, kept: _Said | None) -> _Said:
    """All words of the index anew, but in a large record only those that came since."""
    last = last_number(connection)
    if kept and (later := later_words(connection, Folding(connection), kept[1])) is not None:
        vocabulary = kept[0].with_words(later)
    else:
        counted = QUOTE_TEXT.counted(connection)
        vocabulary = Vocabulary((word for word, _ in counted), rows=[rows for _, rows in counted])
    return vocabulary, last
