"""Text as the tokenizer of the text index folds it, so that what the index finds is found in it.

The tokenizer (unicode61) looks at one sign at a time: a sign parts words, or is left out of them, or
stands in them as some other sign. What each sign is, is asked of the tokenizer itself, once a process;
to index a text again for each question takes ten times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from claims.store.indexed_text import IndexedText

# Of ASCII, letters and digits stand in words, by what SQLite says of its tokenizer.
_ASCII = bytes(ord(chr(sign).lower()) if chr(sign).isalnum() else 0x20 for sign in range(0x80))
_BYTES = _ASCII + bytes(range(0x80, 0x100))
_ODD = re.compile("[^\x00-\x7f]")

# What odd signs are folded to. All threads add the same to it.
_FOLDED: dict[str, str] = {}

_ASKED = re.compile("([0-9]+)q(.?)q\\1", re.DOTALL)


class Folding:
    """Folds texts on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __call__(self, text: str) -> bytes:
        """The words of a text as the index has them, in UTF-8, each between two blanks."""
        return b" " + b" ".join(self._words(text)) + b" "

    def words(self, text: str) -> list[str]:
        """The words of a text in order, as the index has them."""
        return [word.decode() for word in self._words(text)]

    def _words(self, text: str) -> list[bytes]:
        if not text.isascii():
            if unknown := {sign for sign in _ODD.findall(text) if sign not in _FOLDED}:
                _FOLDED.update(self._asked(sorted(unknown)))
            text = _ODD.sub(_fold_sign, text)
        return text.encode().translate(_BYTES).split()

    def _asked(self, signs: Sequence[str]) -> Iterator[tuple[str, str]]:
        """What the tokenizer makes of some signs, each between a number and a letter that name it."""
        with IndexedText(self._connection) as aside:
            aside.hold(" ".join(f"{ord(sign)}q{sign}q{ord(sign)}" for sign in signs))
            found = filter(None, map(_ASKED.fullmatch, aside.words()))
            joined = {chr(int(word[1])): word[2] for word in found}
        for sign in signs:
            yield sign, joined.get(sign, " ")


def _fold_sign(found: re.Match[str]) -> str:
    return _FOLDED[found[0]]


def sought(words: Sequence[str], *, beginning: bool = False) -> bytes:
    """What folded texts hold that have some words side by side; with `beginning` the last may go on."""
    return f" {' '.join(words)}{'' if beginning else ' '}".encode()
