"""The lines of a file that may be hostile: read one at a time, each within bounds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

# The largest document that `add` takes is 50 MB (`sources.files`); base64 makes four
# bytes of three, and the rest of its line is addresses and names.
MAX_RAW = 50 * 1024 * 1024
MAX_LINE = MAX_RAW // 3 * 4 + 2**20

# A value costs Python some 60 bytes and a line of 70 MB can hold 35 million. Lines of
# `export` have a few dozen; 1,000 arrivals of one document would have 14,000.
_MOST_VALUES = 200_000


class BadLine(Exception):
    """A line that cannot be taken; `str(error)` is a clause that says why."""


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | BadLine]]:
    """Number, from 1, and bytes of each line that is not blank; or why it is not read."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            _skip(stream, line)
            yield number, BadLine(f"it is longer than {MAX_LINE:,} bytes")
        elif stripped := line.strip():
            yield number, stripped


def _skip(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(MAX_LINE)


def fields_of(line: bytes) -> dict[str, object]:
    """The fields of a line that is a JSON object.

    Raises:
        BadLine: it is none, or would be too large in memory.
    """
    # Base64 has neither sign, so of an honest line these count its fields.
    if line.count(b",") + line.count(b"[") + line.count(b"{") > _MOST_VALUES:
        raise BadLine("it holds too many values")
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):  # a number of 5,000 digits is a ValueError too
        raise BadLine("it is no JSON") from None
    if not isinstance(found, dict):
        raise BadLine("it is no JSON object")
    return found
