"""How quotes and figures are printed for people: what is verbatim, and where words were left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from claims.display import disguised
from claims.model import Comparator, Quantity, Quote, QuoteKind, Span
from claims.model.quantities import written
from claims.ports import Fetched

PARAPHRASE = "paraphrase"
# What stands in place of what no document states, wherever that is shown.
NO_SPEAKER, NO_SOURCE, NO_DATE = "speaker not named", "source not named", "undated"

# Characters of a word that is told; a longer one is none.
_LONGEST_WORD = 40

_OPENING = "\"“«„'‘"


def pieces(text: str, spans: Sequence[Span]) -> list[str]:
    """A quote's text cut where its spans are joined; whole if it is not of these spans."""
    if len(spans) < 2 or len(text) != sum(map(len, spans)) + len(spans) - 1:
        return [text]
    found, start = [], 0
    for span in spans:
        found.append(" ".join(text[start : start + len(span)].split()))
        start += len(span) + 1
    return found


def quoted(text: str, spans: Sequence[Span], kind: QuoteKind, document: str = "") -> str:
    """Direct words in marks, a paraphrase labelled, mixed words as they stand; pieces kept apart.

    Args:
        document: the whole text it stands in, if at hand: where no word stands
            between two pieces, none is shown as left out.
    """
    cut = pieces(text, spans)
    if kind is QuoteKind.DIRECT:
        cut = [piece if piece[:1] in _OPENING else f"“{piece}”" for piece in cut]
    words = cut[0]
    for piece, (before, after) in zip(cut[1:], pairwise(spans), strict=False):
        between = document[before.end : after.start]
        left_out = not between or any(map(str.isalnum, between))
        words += f" … {piece}" if left_out else f" {piece}"
    return f"{PARAPHRASE}: {words}" if kind is QuoteKind.INDIRECT else words


def quote(value: Quote, document: str = "") -> str:
    return quoted(value.text, value.spans, value.kind, document)


def two_scripts(text: str) -> str:
    """The first words whose letters are not what they look like, with their places."""
    return first_of(f"{word[:_LONGEST_WORD]} at {place}" for place, word in disguised(text))


def first_of(told: Iterable[str]) -> str:
    """The first five, and how many more there are."""
    found = list(told)
    more = f" and {len(found) - 5:,} more" if len(found) > 5 else ""
    return "; ".join(found[:5]) + more


def figure(text: str, amount: Quantity | None, unit: str, counted: str) -> str:
    """A claim's figure as it stands, what it comes to if that is not the same, and what it counts."""
    return " · ".join(part for part in (text, _comes_to(text, amount, unit), counted) if part)


def _comes_to(text: str, amount: Quantity | None, unit: str) -> str:
    if amount is None:
        return ""
    value, low, high = written(amount.value), written(amount.low), written(amount.high)
    if value is None:
        return f"{low or ''}..{high or ''} {unit}".strip()
    sign = "" if amount.comparator is Comparator.EXACT else f"{amount.comparator.value} "
    told = f"{sign}{value} {unit}".strip()
    return "" if told == text.replace(",", "") else told


def fetched(one: Fetched) -> str:
    """The address that answered, what sent on to it, and what the server said of the page's age."""
    told = [one.url, f"after {', '.join(one.hops)}" if one.hops else ""]
    told += [f"{label} {value}" for label, name in _OF_AGE if (value := one.header(name))]
    return "; ".join(filter(None, told))


_OF_AGE = (("server's date", "date"), ("last modified", "last-modified"), ("mark", "etag"))
