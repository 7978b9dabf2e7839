"""JSON Lines from a file or standard input: one object a line, bad lines named and passed over."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from claims.errors import NothingThere
from tui.jsonforms import Json, emit_json
from tui.printing import say

Line = dict[str, Json]


def answer_lines(path: str, keys: set[str], answer: Callable[[Line], Line]) -> int:
    """Print the answer to every object of a file, "-" for standard input, in their order.

    Args:
        keys: what every object must have.
        answer: raises ValueError for an object that makes no sense.

    Returns:
        How many lines were bad; each was named with its number.
    """
    failed = 0
    with _opened(path) as lines:
        for number, written in enumerate(lines, 1):
            if not written.strip():
                continue
            try:
                emit_json(answer(_read(written, keys)))
            except ValueError as error:
                say(f"onrecord: {path}, line {number}: {error}")
                failed += 1
    return failed


def _read(written: str, keys: set[str]) -> Line:
    try:
        line: Json = json.loads(written)
    except ValueError as error:
        raise ValueError(f"this is no JSON ({error})") from None
    except RecursionError:
        raise ValueError("this is nested too deeply") from None
    if not isinstance(line, dict) or not keys <= line.keys():
        raise ValueError(f"a line is an object with {', '.join(sorted(keys))}")
    return line


@contextmanager
def _opened(path: str) -> Iterator[IO[str]]:
    """UTF-8, whatever this machine's default is; bad bytes become U+FFFD."""
    if path == "-":
        yield io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
        return
    try:
        file = Path(path).open(encoding="utf-8-sig", errors="replace")  # noqa: SIM115 - closed below
    except FileNotFoundError:
        raise NothingThere(path) from None
    except OSError as error:
        raise NothingThere(path, f"cannot be read: {error.strerror}") from None
    with file:
        yield file
