"""Text of documents made fit to be shown: what is hidden becomes visible, and nothing acts.

A press release can hold bytes that set the reader's clipboard (OSC 52), move the
cursor (CSI) or turn a line around (U+202E). Every text that comes from a document,
a file name or a page goes through `display_safe` before it reaches a terminal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# What is told of a ready-made quote, wherever its document is.
ASSERTED = "asserted, source not seen"

# Marks of our own, one column wide each. Direction marks get arrows, because they
# change the order of words that stand there; all else without a picture gets ␦.
DIRECTION = "⇄"
UNSEEN = "␦"
BROKEN = "\N{REPLACEMENT CHARACTER}"

_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Zero-width and invisible by Unicode (default ignorable code points, category Cf
# without the visible Arabic number signs), the C1 controls, tag characters and the
# second block of variation selectors, which can carry a hidden message.
_UNSEEN = (
    "\x80-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029\u2060-\u2065"
    "\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_HIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f{_DIRECTION}{_UNSEEN}\ud800-\udfff]")
# The same where there is nothing else: ten times as quick.
_HIDDEN_IN_ASCII = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
# A word of two scripts passes for one of one (Unicode Technical Standard 39, section 5.1). Of Greek only
# what looks Latin counts: μm and Δx are no disguise.
_LATIN = "A-Za-z\u00c0-\u024f"
_ALIKE = "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u0400-\u052f"
_ALIEN = re.compile(f"[{_ALIKE}]")
_OF_TWO_SCRIPTS = re.compile(rf"\b(?=\w*[{_LATIN}])(?=\w*[{_ALIKE}])\w+")
# In JSON a line break or tab inside a string is escaped already.
_NOT_IN_JSON = re.compile(f"[\x7f{_DIRECTION}{_UNSEEN}\ud800-\udfff]")


def display_safe(text: str) -> str:
    """The text with every control, direction and zero-width character made visible.

    The length stays: each code point becomes one, so that places in the text hold.
    Line feeds stay, a tab becomes a space, and the carriage return of a CR LF too.
    """
    text = text.replace("\r\n", " \n").replace("\t", " ")
    return _HIDDEN.sub(_visible, text)


def one_line(text: str) -> str:
    """`display_safe` on a single line: runs of white space become one space."""
    return display_safe(" ".join(text.split()))


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Place and name ("U+202E RIGHT-TO-LEFT OVERRIDE") of everything `display_safe` makes visible."""
    for found in (_HIDDEN_IN_ASCII if text.isascii() else _HIDDEN).finditer(text):
        if found.group() == "\r" and text[found.end() : found.end() + 1] == "\n":
            continue
        code = ord(found.group())
        name = unicodedata.name(found.group(), "control character")
        yield found.start(), f"U+{code:04X} {name}"


def disguised(text: str) -> Iterator[tuple[int, str]]:
    """Place and word of every word that mixes Latin letters with Cyrillic or Greek ones that look alike."""
    if text.isascii() or not _ALIEN.search(text):
        return
    for found in _OF_TWO_SCRIPTS.finditer(text):
        yield found.start(), found.group()


def json_safe(written: str) -> str:
    r"""JSON, written without ASCII escapes, with everything hidden as \uXXXX: the data stay the same."""
    return _NOT_IN_JSON.sub(_escaped, written)


def _visible(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if 0xD800 <= code <= 0xDFFF:
        return BROKEN
    return DIRECTION if code in _DIRECTION_CODES else UNSEEN


_DIRECTION_CODES = frozenset((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def _escaped(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
