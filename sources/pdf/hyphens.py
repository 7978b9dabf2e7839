"""Words that a typesetter broke at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from sources.pdf.pieces import SOFT_HYPHEN

_BROKEN = re.compile(rf"([^\W\d_]+)[-‐{SOFT_HYPHEN}]$")
_HYPHEN_END = re.compile(rf"\w[-‐{SOFT_HYPHEN}]$")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)+")
_BEGINS_SMALL = re.compile(r"[a-zß-ÿ]+")


def compounds_in(lines: Iterable[str]) -> frozenset[str]:
    """Every word of some lines that has a hyphen inside, in small letters."""
    return frozenset(word.lower().replace("‐", "-") for line in lines for word in _COMPOUND.findall(line))


def between_lines(before: str, after: str, compounds: Set[str]) -> tuple[str, str]:
    """The words before a line's end as they go on after it, and what stands between.

    Args:
        compounds: words that the document elsewhere writes with a hyphen: they keep it.
    """
    broken = _BROKEN.search(before)
    begins = _BEGINS_SMALL.match(after)
    if not broken or not begins:
        return before, "" if _HYPHEN_END.search(before) and after[:1].isalnum() else " "
    if before[-1] != SOFT_HYPHEN and f"{broken[1]}-{begins[0]}".lower() in compounds:
        return before, ""
    # A word with a hyphen before the last one, as "state-of-the-", is a compound.
    if before[: broken.start()].endswith(("-", "‐")):
        return before, ""
    return before[:-1], ""
