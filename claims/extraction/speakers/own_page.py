"""Does a noun phrase name the page itself, or what it said before? Then nobody is quoted."""

from __future__ import annotations

from collections.abc import Sequence

# What a page calls itself. "This report" and "this page" may as well be another's that it tells of.
_PIECES = frozenset("article story headline caption column item post piece".split())
_EARLIER = frozenset("earlier previous prior original initial older".split())
_VERSIONS = frozenset("version versions edition editions headline headlines caption captions".split())
_OWN = frozenset(("this", "our"))
_ARTICLES = frozenset(("a", "an", "the", *_OWN))


def is_own_page(words: Sequence[str]) -> bool:
    """ "this article", "an earlier headline", "a previous version of the story"; but "an earlier
    version of the bill" is another document.
    """
    low = [word.lower() for word in words]
    if low and low[0] in _OWN and len(low) == 2 and low[1] in _PIECES:
        return True
    rest = low[1:] if low and low[0] in _ARTICLES else low
    if len(rest) < 2 or rest[0] not in _EARLIER or rest[1] not in _VERSIONS:
        return False
    of = rest[2:]
    return not of or (of[0] == "of" and _is_own(of[1:]))


def _is_own(of: Sequence[str]) -> bool:
    """What it is a version of: "this", "this report", "the story"."""
    return bool(of) and (of[0] in _OWN or (of[0] == "the" and of[1:2] != [] and of[1] in _PIECES))
