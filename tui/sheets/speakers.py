"""Speakers as lines: who they are, who may be one, what they are put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.model import Speaker
from tui import passages
from tui.printing import Paper, counted, short

if TYPE_CHECKING:
    from claims.matching.likely import Likely
    from claims.matching.speakers import Part


def speaker(paper: Paper, one: Speaker) -> None:
    paper.line(one.name, style="title")
    if roles := passages.roles(one):
        paper.line(roles, indent=2)
    aliases = f"also {', '.join(one.aliases)} · " if one.aliases else ""
    paper.line(f"{aliases}{_counts(one)}", style="dim", indent=2)


def pair(paper: Paper, likely: Likely) -> None:
    paper.line(f"{likely.a.name} / {likely.b.name}   {likely.score:.2f}", style="title")
    for side in (likely.a, likely.b):
        paper.line(f"{passages.roles(side) or 'no role'} · {_counts(side)}", indent=2)
    for reason in likely.why:
        paper.line(f"- {reason}", indent=2)
    paper.line(
        f"judge {short(likely.a.id)} {short(likely.b.id)} same|different|unsure", style="dim", indent=2
    )


def member(paper: Paper, part: Part) -> None:
    one = part.member
    paper.line(", ".join(filter(None, (one.name, one.role, one.organization))), style="title")
    counts = f"{counted(part.quotes, 'quote')}, {counted(part.claims, 'claim')}"
    paper.line(f"{counts} · member {short(one.id)}", style="dim", indent=2)


def _counts(one: Speaker) -> str:
    counts = f"{counted(one.quotes, 'quote')}, {counted(one.claims, 'claim')}"
    return f"{counts} · {one.kind.value} {short(one.id)}"
