"""Ids: a hash of what makes a value itself.

Speakers, offsets, metadata and extractor versions never enter, so that the
same document read twice, or read by a better extractor, gives the same ids,
and a decision still finds what it was about.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

# 80 bits: among ten million values the chance of one collision is below
# one in ten billion, and an id still fits on a command line.
ID_LENGTH = 20

_NOT_WORDS = re.compile(r"[\W_]+")
# The same for a text in ASCII, in a fifth of the time: letters to lower case, all but letters and
# digits to spaces.
_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)


def content_id(kind: str, *parts: str) -> str:
    """A stable id: 20 lower-case hex digits, for `kind` and its parts in order.

    Each part is written with its length, so ("ab", "c") and ("a", "bc") differ.
    """
    data = [kind.encode()]
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        data += (b"\0%d\0" % len(encoded), encoded)
    return hashlib.sha256(b"".join(data)).hexdigest()[:ID_LENGTH]


def normalised(text: str) -> str:
    """Words in lower case with single spaces; marks, punctuation and form folded away.

    Two printings of one sentence that differ only in quotation marks, spacing,
    case or composed letters normalise alike (Unicode NFKC, then casefold).
    """
    return " ".join(normalised_words(text))


def normalised_words(text: str) -> list[str]:
    """The words of `normalised`, in order."""
    if text.isascii():
        return text.encode().translate(_ASCII).decode().split()
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_WORDS.sub(" ", folded).split()
