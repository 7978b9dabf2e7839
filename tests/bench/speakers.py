"""What an authority file resolves, and what suggestions cost. Run: python -P tests/bench/speakers.py [EVAL_FOLDER]

EVAL_FOLDER holds corpora/ (press releases with dates, and officials with their terms of office); by
default the ONRECORD_EVAL variable, else ../shared/eval beside the checkout.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from claims import Ledger
from claims.authorities import opened, read
from claims.matching.close_names import pairs
from claims.matching.likely import likely
from claims.matching.speakers import Member, Part, group, member_of, speakers
from claims.model import Attribution, PartialDate
from claims.ports import Given, Material
from claims.views import Query

Made = TypeVar("Made")


def main(folder: Path) -> None:
    releases = folder / "corpora" / "senate_releases_dev.jsonl"
    with tempfile.TemporaryDirectory() as out, Ledger.open(Path(out) / "record.db", create=True) as ledger:
        for _ in ledger.add(map(_release, releases.open()), extractor="rules"):
            pass
        resolve(ledger, folder / "corpora" / "us_officials.jsonl")
    for size in (5_000, 20_000, 80_000):
        generated(size)


def resolve(ledger: Ledger, officials: Path) -> None:
    """How many attributed quotes get an id, and some of them to be read by eye."""
    said = sum(speaker.quotes for speaker in ledger.speakers())
    with opened(str(officials)) as stream:
        entries = list(read(stream, officials.name))
    taken, spent = timed(lambda: ledger.take_authority(entries, officials.name))
    print(
        f"{taken.quotes:,} of {said:,} attributed quotes are by {taken.speakers} officials: {spent:.1f} s CPU"
    )
    found, spent = timed(ledger.suggestions)
    print(f"{len(found):,} suggestions: {spent:.1f} s CPU")
    for official in (speaker for speaker in ledger.speakers() if speaker.authority):
        hit = ledger.search(Query(speaker=official.id, limit=1)).hits[0]
        print(f"  {official.quotes:3} {official.name}: {hit.date} {hit.speaker}, {hit.role}: {hit.text[:60]}")


def generated(size: int) -> None:
    """CPU seconds for so many speakers with made-up names."""
    members = list(_members(size))
    _, grouping = timed(lambda: group(members, {}))
    known = speakers([Part(member, 1) for member in members])
    close, pairing = timed(lambda: pairs(known))
    by_id = {member.id: member for member in members}
    _, scoring = timed(lambda: [likely(known[a], known[b], by_id, {}) for a, b in close])
    print(
        f"{len(known):,} speakers: grouped in {grouping:.1f} s CPU, {len(close):,} pairs in {pairing:.1f} s, "
        f"scored in {scoring:.1f} s"
    )


def _members(size: int) -> Iterator[Member]:
    chance = random.Random(3)
    first = (
        "ann ruth dana tomas elena ines marisol kofi lena jon mia omar paul nils ada ivo rosa tim zoe".split()
    )
    parts = "ka lo mi ren dor vek tas bel gor fin hal mar ost pan rud sol ter und wil yar".split()
    for _ in range(size):
        last = "".join(chance.choice(parts) for _ in range(chance.choice((2, 3, 3, 4))))
        name = f"{chance.choice(first)} {last}".title()
        yield member_of(Attribution(name, role=chance.choice(["", "mayor", "senator", "chief", "clerk"])))


def timed(work: Callable[[], Made]) -> tuple[Made, float]:
    began = time.process_time()
    made = work()
    return made, time.process_time() - began


def _release(line: str) -> Material:
    row = json.loads(line)
    given = Given(source=f"Office of Senator {row['office']}", date=PartialDate.parse(row["date"]))
    today = PartialDate.parse("2009-01-01", evidence="clock")
    return Material(row["text"].encode(), f"{row['id']}.txt", today, given)


if __name__ == "__main__":
    beside = Path(__file__).resolve().parents[3] / "shared" / "eval"
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("ONRECORD_EVAL") or beside)
    if not (folder / "corpora").is_dir():
        sys.exit(f"{folder}: no corpora/ there; name the folder of the evaluation data")
    main(folder)
