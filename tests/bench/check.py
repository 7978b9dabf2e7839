"""How long it takes to match one new quote with a record, and to `check` a paste, by kind of paste.

    python -P tests/bench/check.py RECORD.db QUOTES.jsonl [PASTES OF EACH KIND]

QUOTES.jsonl has the quotes of the record, one {"text": ...} a line. Processor time counts; a shared machine
makes the other one longer. What is found is told too: of the new quotes the part that has any version.
"""

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from claims.asked.asking import check
from claims.asked.pasted import pasted
from claims.decisions import Decisions
from claims.matching.candidates import pairs_for
from claims.model import Quote, QuoteKind, Span
from claims.store import Store

SEED, QUOTES, PASTES, NEW = 7, 200_000, 50, 300
# No quote of the record has this id.
NOBODYS = "0" * 20

Paste = Callable[[list[str], random.Random], str]


def excerpt(count: int) -> Paste:
    def cut(words: list[str], chance: random.Random) -> str:
        start = chance.randrange(max(1, len(words) - count + 1))
        return " ".join(words[start : start + count])

    return cut


def changed(every: int) -> Paste:
    """Each so manyth word is another one of the quote."""

    def change(words: list[str], chance: random.Random) -> str:
        return " ".join(
            chance.choice(words) if number % every == 1 else word for number, word in enumerate(words)
        )

    return change


KINDS: dict[str, Paste] = {
    "word for word": lambda words, _: " ".join(words),
    "8 words of it": excerpt(8),
    "3 words of it": excerpt(3),
    "each 6th word changed": changed(6),
    "each 4th word changed": changed(4),
    "words in another order": lambda words, chance: " ".join(chance.sample(words, len(words))),
}


def one_new_quote(store: Store, texts: list[str], chance: random.Random) -> None:
    """What adding a document does for each quote in it: candidates from the record's index, then likeness."""
    times, found = [], 0
    for text in chance.sample(texts, NEW):
        words = text.split()
        words[len(words) // 2] += "x"
        said = " ".join(words)
        quote = Quote(NOBODYS, NOBODYS, (Span(0, len(said)),), said, QuoteKind.DIRECT, None)
        began = time.process_time()
        found += bool(pairs_for(quote, store))
        times.append(1000 * (time.process_time() - began))
    times.sort()
    print(
        f"{'one new quote':24}{times[NEW // 2]:8.0f}{times[NEW * 95 // 100]:8.0f}{found / NEW:8.2f}",
        flush=True,
    )


def main(record: str, quotes: str, pastes: int = PASTES) -> None:
    with Path(quotes).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, QUOTES)]
    chance = random.Random(SEED)
    store = Store.open(record, read_only=True)
    decisions = Decisions(store)
    began = time.process_time()
    searched = store.searched()
    print(
        f"{searched.quotes:,} quotes; counting what is searched: {1000 * (time.process_time() - began):.0f} ms"
    )
    # It is counted once a command; the table says what the rest takes.
    store.searched = lambda: searched  # type: ignore[method-assign]
    print(f"{'paste':24}{'p50 ms':>8}{'p95 ms':>8}{'found':>8}  verdicts")
    one_new_quote(store, texts, chance)
    pasted("We will not pay 46 dollars")
    for name, paste in KINDS.items():
        times, found, verdicts = [], 0, Counter[str]()
        for text in chance.choices(texts, k=pastes):
            asked = paste(text.split(), chance)
            began = time.process_time()
            answer = check(store, decisions, asked)
            times.append(1000 * (time.process_time() - began))
            verdicts[answer.verdict] += 1
            found += any(one.hit.text == text for one in answer.statements)
        times.sort()
        told = ", ".join(f"{verdict} {count}" for verdict, count in verdicts.most_common())
        p50, p95 = times[len(times) // 2], times[len(times) * 95 // 100]
        print(f"{name:24}{p50:8.0f}{p95:8.0f}{found / pastes:8.2f}  {told}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
