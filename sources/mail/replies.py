"""Lines of a message that are not its sender's: what it answers to, headers of others, a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.model import Span

_LINE = re.compile(r"[^\r\n]+")
# "On Mon, 3 Mar 2031 at 09:12, Ines Carrow <...> wrote:", which may go over three lines.
_BEGINS = re.compile(r"(?:On|Am|Le|El|Il|Op|På|Den|Em|Dnia|W dniu)\b")
_WROTE = re.compile(
    r"\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisała?)"
    r"(?: [^\r\n:]{1,80})? ?:$"
)
_INTRODUCTION, _LONGEST = 3, 200
_ORIGINAL = re.compile(
    r"-{2,} ?(?:Original Message|Ursprüngliche Nachricht|Message d'origine) ?-{2,}", re.IGNORECASE
)
_HANDED_ON = re.compile(r"-{2,} ?Forwarded message ?-{2,}|Begin forwarded message:", re.IGNORECASE)
_HEADER = re.compile(
    r"(?:From|Sent|Date|To|Cc|Subject|Von|Gesendet|An|Betreff|De|Envoyé|À|Objet)\s?: ?\S", re.IGNORECASE
)
# So many header lines one below the other are those of a message.
_HEADERS = 3


@dataclass(frozen=True, slots=True)
class _Lined:
    span: Span
    text: str


def not_the_senders(text: str, *, is_reply: bool) -> list[Span]:
    """Places in a message's text that somebody else wrote, or a program.

    What is handed on is the message, in a mail that hands on; only its headers are left out.

    Args:
        is_reply: its subject says so; then all below the headers of another message is what it answers to.
    """
    lines = [_Lined(Span(*found.span()), found[0].strip()) for found in _LINE.finditer(text)]
    introductions = dict(_introductions(lines))
    foreign = {at for at, line in enumerate(lines) if line.text.startswith(">")}
    foreign.update(at for first, last in introductions.items() for at in range(first, last + 1))
    foreign.update(_headers(lines))
    foreign.update(range(_end_of_own(lines, introductions, is_reply=is_reply), len(lines)))
    return [lines[at].span for at in sorted(foreign)]


def _introductions(lines: list[_Lined]) -> Iterator[tuple[int, int]]:
    """First and last line of each."""
    for first, line in enumerate(lines):
        if not _BEGINS.match(line.text):
            continue
        for last, one in enumerate(lines[first : first + _INTRODUCTION], start=first):
            if len(one.text) > _LONGEST or one.text.startswith(">"):
                break
            if _WROTE.search(one.text[-100:]):
                yield first, last
                break


def _headers(lines: list[_Lined]) -> Iterator[int]:
    """Lines of headers, and what announces them."""
    run: list[int] = []
    for at, line in enumerate([*lines, None]):
        if line and (_HANDED_ON.match(line.text) or _ORIGINAL.match(line.text)):
            yield at
        elif line and _HEADER.match(line.text):
            run.append(at)
        else:
            if len(run) >= _HEADERS:
                yield from run
            run = []


def _end_of_own(lines: list[_Lined], introductions: Mapping[int, int], *, is_reply: bool) -> int:
    """The line at which the sender's own words end and none of theirs follow."""
    for at, line in enumerate(lines):
        if line.text == "--" or _ORIGINAL.match(line.text):
            return at
        below = lines[at : at + _HEADERS]
        if is_reply and len(below) == _HEADERS and all(_HEADER.match(one.text) for one in below):
            return at
        if at in introductions:
            following = lines[introductions[at] + 1 : introductions[at] + 2]
            if not (following and following[0].text.startswith(">")):
                return at
    return len(lines)
