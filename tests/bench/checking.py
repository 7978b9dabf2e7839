"""How long the checks take, of many claims in all and of one more document; and `figures`. Run:
python -P tests/bench/checking.py [EVAL_FOLDER] [--claims=100000] [--profile]

The claims are those of press releases (EVAL_FOLDER/corpora, see findings.py), printed again by further
papers on the days after until there are enough; every eighth figure is another one there. Processor time
counts. Targets: 60 s for 100,000 claims in all, 1 s for one more document.
"""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TypeVar

from claims.checking import Checker
from claims.decisions import Decisions
from claims.extraction.rules import Rules
from claims.intake import read_and_extract
from claims.keying import keyed, mark, within
from claims.linking import Linker
from claims.model import Claim, Document, PartialDate, Quantity, Quote, Source, SourceKind
from claims.ports import Citation, Extraction, Given, Material
from claims.series.gathering import gather
from claims.store import Store
from claims.store.finished import Finished, finished

T = TypeVar("T")
RETRIEVED = PartialDate.parse("2024-01-01", evidence="clock")
# Documents that are written in one transaction, and marks that are compared in one, as rebuild does.
TOGETHER, MARKS = 32, 1_000
MORE = 12


@dataclass(frozen=True)
class Read:
    """A document with what stands in it."""

    document: Document
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]


def main(folder: Path, claims: int, *, profile: bool) -> None:
    releases = list(_read(folder / "corpora" / "senate_releases_dev.jsonl"))
    held = sum(len(one.claims) for one in releases)
    printings = -(-claims // held)
    printed = [_again(one, day) for day in range(printings) for one in releases]
    print(f"{sum(len(one.claims) for one in printed):,} claims and", end=" ")
    print(f"{sum(len(one.quotes) for one in printed):,} quotes in {len(printed):,} documents")
    with tempfile.TemporaryDirectory() as place:
        store = Store.open(Path(place) / "bench.db", create=True)
        watch = cProfile.Profile() if profile else None
        _measure(
            store, printed, [_again(one, printings) for one in releases[:: len(releases) // MORE]], watch
        )
        store.close()
    if watch:
        pstats.Stats(watch).sort_stats("cumulative").print_stats(45)


def _measure(store: Store, printed: list[Read], more: list[Read], watch: cProfile.Profile | None) -> None:
    linker = Linker(store, Decisions(store))
    checker = Checker(store)
    alone = _Watch(watch)
    for some in _in_parts(printed, TOGETHER):
        made = [_finished(one, alone) for one in some]
        _write(store, linker, made)
    between = _Watch(watch)
    marks = store.keys_of(value.id for one in printed for value in (*one.quotes, *one.claims))
    names = _names(printed)
    # In the order of the documents, as after an import.
    ordered = [*(each for each in names if each in marks), *sorted(marks - names.keys())]
    for some in _in_parts(ordered, MARKS):
        between.of(lambda some=some: checker.compare(some, {each: names.get(each, "") for each in some}))
    print(f"checks inside documents and keys  {alone.seconds:6.1f} s")
    print(f"checks between documents          {between.seconds:6.1f} s  ({len(marks):,} keys)")
    print(f"in all                            {alone.seconds + between.seconds:6.1f} s  (target 60)")
    found = Counter((one.severity.value, one.check) for one in store.findings())
    print(f"{found.total():,} findings:", ", ".join(f"{n:,} {s} {c}" for (s, c), n in found.most_common(6)))
    _one_more(store, linker, checker, more)
    _figures(store)


def _figures(store: Store) -> None:
    """The history of a figure, of words that many claims hold."""
    for topic in ("jobs", "students", "dollars in grants"):
        watch = _Watch(None)
        series = watch.of(lambda topic=topic: gather(store, Decisions(store), topic))
        whole = "" if series.is_whole else ", of the newest claims"
        print(f"figures {topic!r}: {len(series.rows):,} rows in {watch.seconds * 1e3:.0f} ms{whole}")


def _one_more(store: Store, linker: Linker, checker: Checker, more: list[Read]) -> None:
    whole, checks = [], []
    for one in more:
        added = _Watch(None)
        made = _finished(one, added)
        added.of(lambda made=made: _write(store, linker, [made]))
        whole.append(added.seconds)
        again = _Watch(None)
        again.of(lambda made=made: checker.compare(made.marks, made.marks))
        checks.append(again.seconds)
    told = f"median {median(checks) * 1e3:.0f} ms, most {max(checks) * 1e3:.0f} ms"
    print(f"one more document, checked: {told} (target 1,000);", end=" ")
    print(
        f"written, matched and checked: median {median(whole) * 1e3:.0f} ms, most {max(whole) * 1e3:.0f} ms"
    )


def _in_parts(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (values[at : at + size] for at in range(0, len(values), size))


class _Watch:
    """Adds up processor seconds."""

    def __init__(self, profile: cProfile.Profile | None) -> None:
        self.seconds = 0.0
        self._profile = profile

    def of(self, work: Callable[[], T]) -> T:
        if self._profile:
            self._profile.enable()
        began = time.process_time()
        try:
            return work()
        finally:
            self.seconds += time.process_time() - began
            if self._profile:
                self._profile.disable()


def _write(store: Store, linker: Linker, made: list[Finished]) -> None:
    store.keep((one, _raw(one.columns["text"])) for one in made)
    with store.together():
        linker.add(made)


def _raw(text: str) -> bytes:
    return text.encode()


def _finished(one: Read, watch: _Watch) -> Finished:
    """What a worker makes of a document; what its checks take is watched."""
    values = (*one.quotes, *one.claims)
    citations = [Citation(value, one.document) for value in values]
    keys = watch.of(lambda: keyed(citations))
    alone = watch.of(lambda: within(one.document.id, citations))
    material = Material(_raw(one.document.text), one.document.location, RETRIEVED, Given())
    extraction = Extraction(one.quotes, one.claims)
    return finished(one.document, material, extraction, extractor="bench 1", keys=keys, within=alone)


def _names(printed: Iterable[Read]) -> dict[int, str]:
    """The check of each mark, as far as a value tells by itself."""
    names: dict[int, str] = {}
    for one in printed:
        for made in keyed(Citation(v, one.document) for v in (*one.quotes, *one.claims)).marks.values():
            names |= made
        for quote in one.quotes:
            names |= {mark(check, quote.id): check for check in ("altered-wording", "disputed-speaker")}
    return names


# ------------------------------------------------------------- material


def _read(corpus: Path) -> Iterator[Read]:
    extractor = Rules()
    for line in corpus.read_text().splitlines():
        row = json.loads(line)
        office = f"Office of Senator {row['office']}"
        given = Given(source=office, kind=SourceKind.OFFICE, date=PartialDate.parse(row["date"]))
        material = Material(row["text"].encode(), f"{office} {row['id']}", RETRIEVED, given)
        for made in read_and_extract(material, extractor=extractor.name):
            if made.document:
                yield Read(made.document, made.extraction.quotes, made.extraction.claims)


def _again(one: Read, day: int) -> Read:
    """The same, printed by another paper so many days later; day 0 is the release itself."""
    if not day:
        return one
    text = f"{one.document.text}\n\nPrinted on page {day}."
    published = one.document.published
    date = PartialDate.day(published.earliest + timedelta(days=day), evidence="given") if published else None
    document = replace(
        one.document, text=text, raw_sha256=sha256(_raw(text)).hexdigest(), id="", published=date,
        location=f"{one.document.location} {day}", source=Source(f"Paper {day}", SourceKind.OUTLET),
    )  # fmt: skip
    quotes = {quote.id: _moved(quote, document) for quote in one.quotes}
    claims = tuple(_counted(claim, document, quotes, day + n) for n, claim in enumerate(one.claims))
    return Read(document, tuple(quotes.values()), claims)


def _moved(quote: Quote, document: Document) -> Quote:
    return replace(quote, document=document.id, id=Quote.id_of(document.id, quote.text, quote.occurrence))


def _counted(claim: Claim, document: Document, quotes: dict[str, Quote], number: int) -> Claim:
    sentence = claim.sentence.of(document.text)
    inside = quotes[claim.quote].id if claim.quote else None
    amount = claim.quantity
    if amount and amount.is_exact and amount.value is not None and number % 8 == 0:
        other = Decimal(int(amount.value) + 1 + number)
        amount = Quantity(
            amount.comparator, other, other, value=other, step=amount.step, digits=amount.digits
        )
    made = Claim.id_of(document.id, sentence, claim.text, claim.occurrence)
    return replace(claim, document=document.id, id=made, quote=inside, quantity=amount)


if __name__ == "__main__":
    options = dict(a[2:].partition("=")[::2] for a in sys.argv[1:] if a.startswith("--"))
    arguments = [a for a in islice(sys.argv, 1, None) if not a.startswith("--")]
    beside = Path(__file__).resolve().parents[3] / "shared" / "eval"
    where = Path(arguments[0] if arguments else os.environ.get("ONRECORD_EVAL") or beside)
    if not (where / "corpora").is_dir():
        sys.exit(f"{where}: no corpora/ there; name the folder of the evaluation data")
    main(where, int(options.get("claims", 100_000)), profile="profile" in options)
