"""The lines of a file as text, in whatever encoding, one at a time and each within bounds."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from sources.decoding import encoding_of
from sources.tables.stating import BadRow

# As large as the largest document that `add` takes.
LONGEST = 50 * 1024 * 1024


class Lines(Iterator[str]):
    """Lines with their ends. One that is too long raises BadRow, and the next call gives the line after it.

    Args:
        stream: one that can be read again; it stays open.
    """

    def __init__(self, stream: BinaryIO) -> None:
        # Others may be reading the same stream: the rows are counted while they are stored.
        self._stream, self._before = stream, stream.tell()
        stream.seek(0)
        encoding = encoding_of(stream)
        stream.seek(0)
        # "utf-8-sig" and "utf-16" drop the mark; other line ends than the newline are the format's business.
        self._text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        self.number = 0

    def __next__(self) -> str:
        line = self._text.readline(LONGEST)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == LONGEST and not line.endswith(("\n", "\r")):
            while (rest := self._text.readline(LONGEST)) and not rest.endswith(("\n", "\r")):
                pass
            raise BadRow(f"it is longer than {LONGEST:,} characters")
        return line

    def close(self) -> None:
        """Let go of the stream without closing it, where it was; one that is closed is gone already."""
        if self._text.closed:
            return
        self._text.detach()
        self._stream.seek(self._before)
