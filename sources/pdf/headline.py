"""The headline of a PDF: what stands largest on its first page."""

from __future__ import annotations

from collections.abc import Sequence

from sources.pdf.order import Block
from sources.pdf.paragraphs import usual_size

# Against the type of the text.
_LARGER = 1.15
# Lines of one headline are set alike.
_ALIKE = 0.95
_WORDS = range(2, 31)


def headline(pages: Sequence[Sequence[Block]]) -> str:
    """The words in the largest type of the first page that has any, if they are few; else ""."""
    first = next((blocks for blocks in pages if blocks), ())
    largest = max((line.size for block in first for line in block if " " in line.words), default=0.0)
    if largest < _LARGER * usual_size(pages):
        return ""
    for block in first:
        lines = [line.words for line in block if line.size >= _ALIKE * largest]
        if lines:
            words = " ".join(lines)
            return words if len(words.split()) in _WORDS else ""
    return ""
