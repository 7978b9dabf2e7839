"""Text that a mail program broke into lines for the way (RFC 3676): its paragraphs whole again."""

from __future__ import annotations

import re

# How deep a line is quoted, and the blank that keeps a line from beginning with "From " or ">".
_LINE = re.compile(r"(>*) ?(.*)")
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_SIGNATURE = "-- "


def unflowed(text: str, *, drops_blanks: bool = False) -> str:
    """Lines that end with a blank go on in the next one, if that is quoted as deep.

    Args:
        drops_blanks: the blank at the end of such a line is no part of the text ("delsp=yes").
    """
    paragraphs: list[list[str]] = []  # in pieces: a paragraph may have as many lines as the mail
    goes_on = ""  # the depth of the paragraph that is not at its end, with a mark before it
    for line in _LINE_ENDS.split(text):
        found = _LINE.fullmatch(line)
        depth, words = (found[1], found[2]) if found else ("", line)
        is_flowed = words.endswith(" ") and words != _SIGNATURE
        piece = words[:-1] if is_flowed and drops_blanks else words
        if goes_on == f"={depth}" and words != _SIGNATURE:
            paragraphs[-1].append(piece)
        else:
            paragraphs.append([f"{depth} {piece}" if depth else piece])
        goes_on = f"={depth}" if is_flowed else ""
    return "\n".join(map("".join, paragraphs))
