"""A quote, or the figures of one sentence, as a page prints it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.display import one_line
from claims.exports import telling
from claims.exports.context import Stretch
from claims.ports import ExportRow

# RFC 5646, as far as documents go: "en", "pt-BR", "zh-Hant-TW".
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A quote, or the figures of one sentence, with where they stand.

    Attributes:
        figures: as they are written, with what they count; none of a quote.
        context: the words in their paragraph; none where only the row is known.
        notes: decisions and corrections.
    """

    words: str
    figures: tuple[str, ...]
    who: str
    where: str
    place: str
    page: str
    document: str
    ids: str
    language: str
    context: tuple[Stretch, ...] = ()
    notes: tuple[str, ...] = ()


def entry(rows: Sequence[ExportRow], context: tuple[Stretch, ...] = (), notes: tuple[str, ...] = ()) -> Entry:
    first = rows[0]
    figures = tuple(_figure(one) for one in rows if one.kind == "claim")
    return Entry(
        telling.words(first),
        figures,
        telling.ended(telling.who(first)) if first.speaker or not figures else "",
        telling.where(first),
        "; ".join(dict.fromkeys(map(_place, rows))),
        telling.page_of(first),
        first.document,
        ", ".join(f"{one.kind} {one.id}" for one in rows),
        language(first.fields.get("language", "")),
        context,
        (*notes, *filter(None, [first.fields.get("asserted", "")])),
    )


def _figure(one: ExportRow) -> str:
    """ "46 · people injured"."""
    told = (one.fields.get(name, "") for name in ("figure", "counted"))
    return " · ".join(filter(None, map(one_line, told)))


def _place(one: ExportRow) -> str:
    return ", ".join(filter(None, (one.fields.get("located", ""), f"characters {one.start} to {one.end}")))


def language(told: str) -> str:
    """A language tag that a page may carry; "" for anything else."""
    return told if _LANGUAGE.fullmatch(told) else ""
