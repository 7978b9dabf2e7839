"""The extractor that is used: rules, with the encoder where it reads further than they do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claims.extraction.encoder import package
from claims.model import Document, Problem
from claims.ports import Extraction

if TYPE_CHECKING:
    from claims.extraction.encoder.reports import Encoder
    from claims.extraction.rules import Rules


class Learned:
    """Without whole weights it is the rules, and says so.

    The process that only asks what it lacks has no use for the rules: they are imported where they read.
    """

    # Imported where workers are forked from: numpy and onnxruntime take a sixth of a second.
    needs = ("claims.extraction.rules", "claims.extraction.encoder.tagger")

    def __init__(self, folder: Path = package.FOLDER) -> None:
        self._folder = folder
        self._encoder: Encoder | None = None
        self._failure = ""

    @cached_property
    def _rules(self) -> Rules:
        from claims.extraction.rules import Rules

        return Rules()

    @property
    def name(self) -> str:
        return self._rules.name if self.lacks else "encoder"

    @property
    def version(self) -> str:
        """Counts changes of how weights are read, and names the weights."""
        return (
            self._rules.version
            if self.lacks
            else f"3.{package.name(self._folder)}, {self._rules.name} {self._rules.version}"
        )

    @property
    def lacks(self) -> str:
        """A sentence if the weights cannot be used; "" if nothing is known against them. Loads nothing."""
        why = self._failure or package.damage(self._folder)
        return why and f"the encoder cannot be used ({why}): rules alone read; install OnRecord again"

    def extract(self, document: Document, *, direct_only: bool = False) -> Extraction:
        """As `Rules.extract`; marks alone need no encoder."""
        if direct_only:
            return self._rules.extract(document, direct_only=True)
        encoder = self._loaded()
        if encoder is None:
            found = self._rules.extract(document)
            return replace(found, problems=(*found.problems, *self._failed(document)))
        from claims.extraction.encoder.tagger import Joined
        from claims.extraction.rules import Rules

        return Rules(tagger=lambda page: Joined(page, encoder)).extract(document)

    def figures(self, document: Document) -> Extraction:
        """As `Rules.figures`: of figures the encoder says nothing."""
        return self._rules.figures(document)

    def _failed(self, document: Document) -> Iterator[Problem]:
        """What no look at the files could tell beforehand, with each document that it cost the encoder."""
        if self._failure:
            yield Problem("extraction", self.lacks, document.id)

    def _loaded(self) -> Encoder | None:
        """Once in each process that extracts."""
        if self._encoder is None and not self.lacks:
            try:
                from claims.extraction.encoder.reports import Encoder

                self._encoder = Encoder(self._folder)
            except MemoryError:
                raise  # this process may have more for the next document
            except Exception as error:  # noqa: BLE001 - onnxruntime has errors of its own kind
                self._failure = f"{type(error).__name__}: {error}"
        return self._encoder
