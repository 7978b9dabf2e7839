"""What a key press costs in a search of a great many quotes, beside tantivy and a plain FTS5 prefix index.

Run: python -P tests/bench/search.py QUOTES.jsonl [--at FOLDER] [--peers PYTHON] [--lists N]

QUOTES.jsonl has a quote a line (text, speaker, role, source, date, url), as `perf/make_quotes.py` of the
evaluation data writes them. FOLDER keeps what is built, so that a second run asks only; else it is
thrown away. PYTHON is an interpreter that has tantivy; without it that column is left out.

Each engine is a process of its own and is asked the same lines, letter by letter, for the first 20 rows:
ours and FTS5 the newest, tantivy the best by its score (prefixes as a regular expression). Times are
milliseconds of the processor, for a machine may do other things meanwhile; the first letter under a new
filter, which has to find out whom or what it means, is among them. What the app reads ahead while the
first letters are typed is told apart. Memory is the largest a process had.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

WANTED = 20
# A line typed: its class, its words, its filters, and how many letters of it are there already.
Line = tuple[str, str, dict[str, str], int]
Ask = Callable[[str, dict[str, str]], int]
# How to ask, and what to read ahead.
Opened = tuple[Ask, Callable[[], None]]


# -- what is typed ----------------------------------------------------------------------------


def lines(quotes: Path, count: int) -> list[Line]:
    """Lines of every class, from words and filters that the quotes have: common, middling and rare."""
    chance = Random(11)
    read = [json.loads(line) for line in islice(quotes.open(), 20_000)]
    words = Counter(word for row in read for word in set(re.findall("[a-z]{4,}", row["text"].lower())))
    ranked = [word for word, _ in words.most_common()]
    bands = [ranked[:50], ranked[50:500], ranked[500:5000]]

    def word() -> str:
        return chance.choice(chance.choice(bands))

    def pair() -> str:
        found = re.findall("[a-z]+", chance.choice(read)["text"].lower())
        at = chance.randrange(len(found) - 1)
        return f"{found[at]} {found[at + 1]}"

    speakers = Counter(row["speaker"] for row in read).most_common()
    sources = [name for name, _ in Counter(row["source"] for row in read).most_common()]
    days = sorted(row["date"] for row in read if row["date"])
    filters: dict[str, Callable[[], dict[str, str]]] = {
        "speaker, of few": lambda: {"speaker": chance.choice(speakers[len(speakers) // 2 :])[0]},
        "speaker, of many": lambda: {"speaker": chance.choice(speakers[:20])[0]},
        "role, of most": lambda: {"speaker": chance.choice(["m", "s", "commissioner", "minister"])},
        "source": lambda: {"source": chance.choice(sources)},
        "since": lambda: {"since": chance.choice(days)},
        "until": lambda: {"until": chance.choice(days)},
        "all together": lambda: {
            "speaker": "commissioner",
            "source": chance.choice(sources[:40]).split()[0],
            "since": days[len(days) // 4],
            "until": days[-len(days) // 4],
        },
    }
    made: list[Line] = []
    for _ in range(count):
        made += [("a word", word(), {}, 0), ("two words", pair(), {}, 0)]
        made += [("phrase", f'"{pair()}"', {}, 2), ("-not", f"{word()} -{word()}", {}, 0)]
        made += [("~fuzzy", f"~{_slip(word(), chance)}", {}, 2)]
        for name, of in filters.items():
            chosen = of()
            made += [(name, word(), chosen, 0) for _ in range(3)]
    return made


def _slip(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def strokes(line: Line) -> Iterator[tuple[str, str]]:
    """Class and words after each letter; the first words are told apart by how many letters they have."""
    name, words, _, begun = line
    for length in range(begun + 1, len(words) + 1):
        typed = words[:length]
        if typed[-1].isspace() or typed.endswith(("-", '"')):
            continue
        letters = "1 letter" if length == 1 else f"{min(length, 4)}{'+' if length > 3 else ''} letters"
        yield (letters if name == "a word" else name), typed


# -- engines: each builds its index, and asks ---------------------------------------------------


def build_ours(quotes: Path, at: Path) -> None:
    from search_record import load, read

    load(read(quotes), at / "record.db")


def open_ours(at: Path) -> Opened:
    from claims.store import Store
    from claims.views import Query

    store = Store.open(at / "record.db")

    def ask(words: str, filters: dict[str, str]) -> int:
        dates = {name: date.fromisoformat(filters[name]) for name in ("since", "until") if name in filters}
        return len(store.first(Query(words, **{**filters, **dates}), WANTED))  # type: ignore[arg-type]

    return ask, store.warm


def _rows(quotes: Path) -> list[tuple[int, str, str, str, int]]:
    """Newest last: number, text, who, source, day."""
    read = map(json.loads, quotes.open())
    rows = [
        (r["text"], f"{r['speaker']} {r['role']}", r["source"], date.fromisoformat(r["date"]).toordinal())
        for r in read
    ]
    return [(number, *row) for number, row in enumerate(sorted(rows, key=lambda row: row[-1]), 1)]


def build_fts5(quotes: Path, at: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(at / "plain.db")
    connection.executescript("""
        PRAGMA journal_mode = WAL;
        CREATE TABLE said (number INTEGER PRIMARY KEY, text, who, source, day INTEGER);
        CREATE INDEX by_who ON said (who);
        CREATE INDEX by_source ON said (source);
        CREATE VIRTUAL TABLE words USING fts5(text, content='said', content_rowid='number', prefix='2 3 4');
    """)
    rows = _rows(quotes)
    connection.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", (row[:2] for row in rows))
    connection.commit()
    connection.executescript("INSERT INTO words (words) VALUES ('optimize'); ANALYZE;")
    connection.close()


def open_fts5(at: Path) -> Opened:
    import sqlite3

    connection = sqlite3.connect(at / "plain.db", isolation_level=None)
    connection.execute("PRAGMA cache_size = -32000")

    def ask(words: str, filters: dict[str, str]) -> int:
        wanted, unwanted = _terms(words)
        terms = [f'"{text}"' + ("*" if last else "") for text, last in wanted]
        match = " AND ".join(terms) + "".join(f' NOT "{text}"' for text in unwanted)
        rows = "SELECT words.rowid FROM words JOIN said ON said.number = words.rowid WHERE words MATCH ?"
        bound: list[object] = [match]
        for name, condition in _CONDITIONS.items():
            if name in filters:
                rows += f" AND {condition}"
                bound.append(_bound(name, filters[name]))
        return len(connection.execute(f"{rows} ORDER BY words.rowid DESC LIMIT {WANTED}", bound).fetchall())

    return ask, lambda: None


_CONDITIONS = {
    "speaker": "(' ' || who) LIKE ?",
    "source": "source LIKE ?",
    "since": "day >= ?",
    "until": "day <= ?",
}


def _bound(name: str, value: str) -> object:
    if name in ("since", "until"):
        return date.fromisoformat(value).toordinal()
    return f"% {value}%" if name == "speaker" else f"{value}%"


def _terms(words: str) -> tuple[list[tuple[str, bool]], list[str]]:
    """Wanted words or phrases, each with whether it may go on; and unwanted words."""
    parts = re.findall(r'-?"[^"]*"?|\S+', words.replace("~", ""))
    wanted = [(part.strip('"'), False) for part in parts if part[0] != "-"]
    if wanted and parts[-1][0] not in '-"':
        wanted[-1] = (wanted[-1][0], True)
    return wanted, [part[1:] for part in parts if part[0] == "-"]


def build_tantivy(quotes: Path, at: Path) -> None:
    import tantivy

    folder = at / "tantivy"
    folder.mkdir(parents=True)
    index = tantivy.Index(_schema(), path=str(folder))
    writer = index.writer(heap_size=500_000_000, num_threads=1)
    for number, text, who, source, day in _rows(quotes):
        told = {"number": number, "text": text, "who": who, "source": source, "day": day}
        writer.add_document(tantivy.Document(**told))
    writer.commit()
    writer.wait_merging_threads()


def _schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    for name in ("text", "who", "source"):
        builder.add_text_field(name)
    return builder.add_integer_field("day", indexed=True, fast=True).build()


def open_tantivy(at: Path) -> Opened:
    from tantivy import FieldType, Index, Occur, Query

    schema = _schema()
    index = Index.open(str(at / "tantivy"))
    searcher = index.searcher()

    def term(field: str, word: str, last: bool) -> Any:
        if last:
            return Query.regex_query(schema, field, re.escape(word) + ".*")
        split = word.split()
        return Query.term_query(schema, field, word) if len(split) < 2 else phrase(field, split)

    def phrase(field: str, words: list[str]) -> Any:
        return Query.phrase_query(schema, field, words)

    def ask(words: str, filters: dict[str, str]) -> int:
        wanted, unwanted = _terms(words)
        parts = []
        if words.startswith("~"):
            parts.append((Occur.Must, Query.fuzzy_term_query(schema, "text", wanted[0][0], 2)))
        else:
            parts += [(Occur.Must, term("text", word.lower(), last)) for word, last in wanted]
        parts += [(Occur.MustNot, term("text", word, False)) for word in unwanted]
        for field, name in (("who", "speaker"), ("source", "source")):
            named = filters.get(name, "").lower().split()
            parts += [(Occur.Must, term(field, word, True)) for word in named]
        if "since" in filters or "until" in filters:
            low, high = (
                date.fromisoformat(filters.get(name, other)).toordinal()
                for name, other in (("since", "0001-01-01"), ("until", "9999-12-31"))
            )
            parts.append((Occur.Must, Query.range_query(schema, "day", FieldType.Integer, low, high)))
        return len(searcher.search(Query.boolean_query(parts), WANTED, count=False).hits)

    return ask, lambda: None


ENGINES: dict[str, tuple[Callable[[Path, Path], None], Callable[[Path], Opened], str]] = {
    "ours": (build_ours, open_ours, "record.db"),
    "fts5": (build_fts5, open_fts5, "plain.db"),
    "tantivy": (build_tantivy, open_tantivy, "tantivy"),
}


# -- one engine in a process of its own ---------------------------------------------------------


def run(engine: str, quotes: Path, at: Path) -> None:
    """Ask every line that comes in; print what it cost as JSON."""
    began = time.process_time()
    ask, warm = ENGINES[engine][1](at)
    ask("the w", {})
    told: dict[str, Any] = {"first": time.process_time() - began}
    began = time.process_time()
    warm()
    told["warm"] = time.process_time() - began
    spent: dict[str, list[float]] = defaultdict(list)
    for line in json.load(sys.stdin):
        for name, words in strokes(line):
            began = time.process_time()
            ask(words, line[2])
            spent[name].append((time.process_time() - began) * 1000)
    told |= {"spent": spent, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}
    json.dump(told, sys.stdout)


def build(engine: str, quotes: Path, at: Path) -> None:
    ENGINES[engine][0](quotes, at)
    json.dump({"built": time.process_time()}, sys.stdout)


# -- all of them --------------------------------------------------------------------------------


def main(quotes: Path, at: Path, peers: str, count: int) -> None:
    typed = json.dumps(lines(quotes, count))
    told = {}
    for engine, (_, _, name) in ENGINES.items():
        python = peers if engine == "tantivy" else sys.executable
        if not python:
            continue
        if not (at / name).exists():
            seconds = _in_process(python, "--build", engine, quotes, at)["built"]
            print(f"{engine}: built in {seconds:.0f} s of the processor")
        told[engine] = _in_process(python, "--run", engine, quotes, at, typed)
        size = sum(file.stat().st_size for file in _files(at / name)) / 1e6
        about = told[engine]
        print(
            f"{engine}: {size:.0f} MB, first answer of a new process after {about['first'] * 1000:.0f} ms,"
            f" {about['memory']:.0f} MB of memory; read ahead in {about['warm'] * 1000:.0f} ms"
        )
    print(f"{'milliseconds a key press, p50 / p95':36}" + "".join(f"{engine:>20}" for engine in told))
    names = list(dict.fromkeys(name for about in told.values() for name in about["spent"]))
    for name in names:
        show(name, [about["spent"][name] for about in told.values()])
    show(
        "every key press",
        [[ms for each in about["spent"].values() for ms in each] for about in told.values()],
    )


def show(name: str, columns: Iterable[Sequence[float]]) -> None:
    cells = [sorted(column) for column in columns]
    told = "".join(f"{c[len(c) // 2]:>11.2f} / {c[int(len(c) * 0.95)]:6.2f}" for c in cells)
    print(f"{name:28}{len(cells[0]):>8}{told}")


def _in_process(
    python: str, step: str, engine: str, quotes: Path, at: Path, typed: str = ""
) -> dict[str, Any]:
    command = [python, "-P", __file__, str(quotes), "--at", str(at), step, engine]
    done = subprocess.run(command, input=typed, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{engine}: {done.stderr}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _files(place: Path) -> Iterator[Path]:
    yield from place.iterdir() if place.is_dir() else [place]


if __name__ == "__main__":
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("quotes", type=Path)
    options.add_argument("--at", type=Path)
    options.add_argument("--peers", default="")
    options.add_argument("--lists", type=int, default=12)
    options.add_argument("--run", choices=ENGINES, help=argparse.SUPPRESS)
    options.add_argument("--build", choices=ENGINES, help=argparse.SUPPRESS)
    given = options.parse_args()
    # The helper beside this file, though the folder itself is not on the path.
    if given.build == "ours":
        sys.path.append(str(Path(__file__).parent))
    with tempfile.TemporaryDirectory() as thrown_away:
        place = given.at or Path(thrown_away)
        if given.run:
            run(given.run, given.quotes, place)
        elif given.build:
            build(given.build, given.quotes, place)
        else:
            main(given.quotes, place, given.peers, given.lists)
