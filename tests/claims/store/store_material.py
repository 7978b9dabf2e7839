"""Documents of the fiction world with quotes and claims that stand where they say."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256

from claims.model import (
    Attribution,
    Claim,
    Comparator,
    Document,
    Judgement,
    JudgementKind,
    PartialDate,
    Quantity,
    Quote,
    QuoteKind,
    Source,
    Span,
)
from claims.ports import Extraction, Given, Material

HERALD, WIRE = Source("The Harlow Bay Herald"), Source("Coastal Wire")
VEGA = Attribution("Marisol Vega", role="mayor")
OKAFOR = Attribution("Dana Okafor", role="Harlow Bay police chief")
LINDQVIST = Attribution("Tomas Lindqvist", role="Sen.")
RETRIEVED = PartialDate.instant(datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC), evidence="clock")


def document(text, *, published="2024-05-03", source=HERALD, location="pier.txt", **fields):
    date = PartialDate.parse(published) if published else None
    raw = sha256(text.encode()).hexdigest()
    return Document(text, raw, location=location, source=source, published=date, **fields)


def material(document, **fields):
    given = {"location": document.location, "retrieved": RETRIEVED, "given": Given()}
    return Material(document.text.encode(), **{**given, **fields})


def quote(document, words, who=VEGA, **fields):
    start = document.text.index(words)
    return Quote.of(
        document.id, document.text, (Span(start, start + len(words)),), QuoteKind.DIRECT, who, **fields
    )


def claim(document, words, sentence, who=OKAFOR, **fields):
    start, begins = document.text.index(words), document.text.index(sentence)
    number = Decimal(words.split()[0].replace(",", ""))
    exact = Quantity(Comparator.EXACT, number, number, value=number, step=Decimal(1), digits=words.split()[0])
    return Claim(
        Claim.id_of(document.id, sentence, words, 0),
        document.id,
        Span(start, start + len(words)),
        words,
        Span(begins, begins + len(sentence)),
        exact,
        attributed_to=who,
        **{"counted": " ".join(words.split()[1:]), **fields},
    )


def add(store, document, *quotes, claims=(), **fields):
    store.add_document(
        document, material(document), Extraction(quotes, tuple(claims)), extractor="rules 1", **fields
    )
    return document


def told(store, words, **fields):
    """A document that holds one quote and nothing else; returns the quote."""
    who = fields.pop("who", VEGA)
    said_on = fields.pop("said_on", None)
    made = document(f"She said: “{words}”", **fields)
    said = quote(made, words, who, said_on=PartialDate.parse(said_on) if said_on else None)
    add(store, made, said)
    return said


SIZE = 12


def paper(number):
    """A document of `SIZE` quotes and as many claims, another for each number."""
    said = [
        f"On day {number} we moved stone {place} of the {place + number} that the old pier needs"
        for place in range(SIZE)
    ]
    counted = [
        f"Crews carried {number + place} stones in hour {place} of shift {number}." for place in range(SIZE)
    ]
    text = "\n".join(
        f"“{words},” said Mayor Marisol Vega. {count}" for words, count in zip(said, counted, strict=True)
    )
    made = document(text, published=f"2024-05-{number % 28 + 1:02}", location=f"paper-{number}.txt")
    quotes = tuple(quote(made, words) for words in said)
    claims = tuple(claim(made, f"{number + place} stones", count) for place, count in enumerate(counted))
    return made, Extraction(quotes, claims)


def add_paper(store, number):
    made, extraction = paper(number)
    store.add_document(made, material(made), extraction, extractor="rules 1")
    return made


def note(id_, words, by="ines"):
    return Judgement(JudgementKind.NOTE, (id_,), "note", by, datetime.now(UTC), note=words)


def sql(path, statement, *values):
    """Behind the store's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return connection.execute(statement, values).fetchall()


def shape(path):
    """Everything of a schema but the spelling of its statements."""
    made = sql(
        path, "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_autoindex%'"
    )
    tables = [
        name
        for kind, name, _, statement in made
        if kind == "table" and not statement.startswith("CREATE VIRTUAL")
    ]
    shape = {
        name: sorted(re.findall(r"\w+|[^\w\s,\"]", statement))
        for kind, name, _, statement in made
        if kind != "trigger"
    }
    shape |= {name: statement for kind, name, _, statement in made if kind == "trigger"}
    for table in tables:
        shape[f"{table} columns"] = sql(path, f'PRAGMA table_xinfo("{table}")')
        shape[f"{table} references"] = sorted(
            row[2:] for row in sql(path, f'PRAGMA foreign_key_list("{table}")')
        )
        shape[f"{table} unique"] = sorted(
            [str(row[2]) for row in sql(path, f'PRAGMA index_info("{index[1]}")')]
            for index in sql(path, f'PRAGMA index_list("{table}")')
        )
    del shape["alembic_version"]
    return shape
