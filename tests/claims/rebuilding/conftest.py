"""An extractor that is better than ours, in a package of its own, installed for other processes."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui.cli import main

sys.path.insert(0, str(Path(__file__).parents[2] / "promises"))

import lent
import steps

_BETTER = """
from dataclasses import replace

from claims.extraction.rules import Rules
from claims.model import Quote, QuoteKind, Span


class Better(Rules):
    name = "better"
    version = "2"

    def extract(self, document, *, direct_only=False):
        found = super().extract(document, direct_only=direct_only)
        quotes = [one for quote in found.quotes if (one := self.quote(quote, document.text))]
        claims = [self.claim(claim, document.text) for claim in found.claims]
        at = document.text.find("Nobody will be forgotten")
        if at >= 0:
            words = Span(at, at + len("Nobody will be forgotten"))
            quotes.append(Quote.of(document.id, document.text, (words,), QuoteKind.INDIRECT))
        return replace(found, quotes=tuple(quotes), claims=tuple(claims))

    def quote(self, quote, text):
        if quote.text.startswith("The pumps"):
            return None
        if quote.text.endswith("below the water,") or quote.text.endswith("below the water"):
            (span,) = quote.spans
            shorter = Span(span.start, text.index(" below the water", span.start))
            quote = replace(quote, spans=(shorter,), text=shorter.of(text))
        if quote.attribution and quote.attribution.name == "Dana Okafor":
            quote = replace(quote, attribution=replace(quote.attribution, role="fire chief"))
        return quote

    def claim(self, claim, text):
        if claim.text.startswith("46"):
            return replace(claim, sentence=Span(claim.sentence.start + 4, claim.sentence.end))
        return claim
"""


@dataclass(frozen=True)
class Installed:
    """The package in a folder; `onrecord(...)` runs a command in a forked child that finds it there."""

    folder: Path
    record: Path

    def onrecord(self, *arguments: object, extractor: str = "better") -> steps.Ended:
        def work() -> int:
            lent.installed(self.folder, extractor)
            return main(["--db", str(self.record), *map(str, arguments)])

        return steps.run(work, self.folder / "scratch")

    def rebuild(self, *, extractor: str = "better") -> dict:
        """The report of a rebuild."""
        done = self.onrecord("rebuild", "--json", extractor=extractor)
        assert done.code == 0, done.err
        return json.loads(done.out)


@pytest.fixture
def installed(tmp_path: Path, place: Path) -> Installed:
    """The package, written into a folder as an installer would."""
    lent.know()
    (tmp_path / "better_extractor_of_a_test.py").write_text(_BETTER, "utf-8")
    told = tmp_path / "better_extractor_of_a_test-2.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: better-extractor-of-a-test\nVersion: 2\n")
    (told / "entry_points.txt").write_text(
        "[onrecord.extractors]\nbetter = better_extractor_of_a_test:Better\n"
    )
    return Installed(tmp_path, place)
