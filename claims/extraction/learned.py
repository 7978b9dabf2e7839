"""The extractor that is used: rules, with the encoder where it reads further than they do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claims.extraction.encoder import package
from claims.extraction.rules import Rules
from claims.model import Document
from claims.ports import Extraction

if TYPE_CHECKING:
    from claims.extraction.encoder.reports import Encoder


class Learned:
    """Without whole weights it is the rules, and says so."""

    # Imported where workers are forked from: numpy and onnxruntime take a sixth of a second.
    needs = ("claims.extraction.encoder.tagger",)

    def __init__(self, folder: Path = package.FOLDER) -> None:
        self._folder = folder
        self._rules = Rules()
        self._encoder: Encoder | None = None
        self._failure = ""

    @property
    def name(self) -> str:
        return self._rules.name if self.lacks else "encoder"

    @property
    def version(self) -> str:
        """Counts trainings, and changes of how they are read."""
        return self._rules.version if self.lacks else f"1, {self._rules.name} {self._rules.version}"

    @property
    def lacks(self) -> str:
        """A sentence if the weights cannot be used; "" if nothing is known against them. Loads nothing."""
        why = self._failure or package.damage(self._folder)
        return why and f"the encoder cannot be used ({why}): rules alone read; install OnRecord again"

    def extract(self, document: Document, *, direct_only: bool = False) -> Extraction:
        """As `Rules.extract`; marks alone need no encoder."""
        encoder = None if direct_only else self._loaded()
        if encoder is None:
            return self._rules.extract(document, direct_only=direct_only)
        from claims.extraction.encoder.tagger import Joined

        return Rules(tagger=lambda page: Joined(page, encoder)).extract(document)

    def _loaded(self) -> Encoder | None:
        """Once in each process that extracts."""
        if self._encoder is None and not self.lacks:
            try:
                from claims.extraction.encoder.reports import Encoder

                self._encoder = Encoder(self._folder)
            except Exception as error:  # noqa: BLE001 - onnxruntime has errors of its own kind
                self._failure = f"{type(error).__name__}: {error}"
        return self._encoder
