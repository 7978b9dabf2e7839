"""How hits are shown: columns, the preview, and how the query line was read."""

from __future__ import annotations

from textual.content import Content

from claims.display import ASSERTED
from claims.printed import NO_SOURCE, NO_SPEAKER
from claims.views import Hit
from tui.safe import line, q
from tui.state.found import Found, named_words, told_words
from tui.state.queryline import Chip
from tui.state.words import counted, date_words, hit_sign


def preview(hit: Hit, words: str) -> Content:
    """The whole words, what was searched for in them bold, who says them, and where."""
    who = f"{hit.speaker}, {hit.role}" if hit.speaker and hit.role else hit.speaker or NO_SPEAKER
    date = f"{date_words(hit.date)} ({hit.date_is})" if hit.date_is else date_words(hit.date)
    where = f"{hit.source or NO_SOURCE}, {date}"
    shown = [_marked(q(hit.surface or hit.text), words)]
    if hit.kind == "claim":
        shown = [line(hit.surface, "bold"), _marked(q(hit.text), words)]
    return Content("\n").join(
        [
            *shown,
            Content(),
            line(f"— {who}", "italic"),
            line(where, "$text-muted"),
            line(f"{hit.title}  {hit.location}".strip(), "$text-muted"),
            line(f"{hit_sign(hit)} {hit.status}{f', {ASSERTED}' if hit.asserted else ''}", "$text-muted"),
        ]
    )


def _marked(content: Content, words: str) -> Content:
    from claims.marking import Marker  # the first frame waits for no store

    for place in Marker(words)(content.plain):
        content = content.stylize("bold", place.start, place.end)
    return content


def chips(found: Found) -> Content:
    """How many, and how the line was read."""
    kind = {"quotes": "quote", "claims": "claim", "text": "passage"}[found.parsed.query.kind.value]
    shown = len(found.rows)
    count = counted(found.total, kind) if found.is_whole else f"{found.total:,} … {kind}s"
    if shown < found.total:
        count = f"{shown:,} of {count}"
    offers = [line(words, "$text-muted") for words in named_words(found)] if found.total else []
    read = [_chip(chip) for chip in found.parsed.chips]
    told = [line(words, "$text-muted") for words in told_words(found)]
    return Content("   ").join([line(count, "bold"), *read, *told, *offers])


def _chip(chip: Chip) -> Content:
    if chip.trouble:
        return line(f"{chip.label} {chip.value}? {chip.trouble}", "$text-warning")
    return Content.assemble(line(chip.label, "$text-muted"), " ", line(chip.value, "bold"))
