"""Captions as cues. What is odd in one costs that one, never the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WEBVTT = re.compile(r"\s*WEBVTT(?=[ \t\r\n]|\Z)(?P<title>[^\r\n]*)")
_STAMP = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_STAMP}[ \t]*-->[ \t]*{_STAMP}")
# A file of SubRip begins with a number and times, or with times.
_SUBRIP = re.compile(rf"\s*(?:\d{{1,9}}[ \t]*\r?\n)?{_TIMES.pattern}")
_LANGUAGE = re.compile(r"^Language:[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines that are shown together, from `start` to `end` in seconds; marks of type and voice are in."""

    start: float
    end: float
    lines: tuple[str, ...]

    @property
    def time(self) -> str:
        """Hours, minutes and seconds at which it begins: "00:12:31"."""
        minutes, seconds = divmod(int(self.start), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


@dataclass(frozen=True, slots=True)
class Captions:
    """A file: its cues, and what its head states, or ""."""

    cues: tuple[Cue, ...]
    title: str = ""
    language: str = ""


def begins_as_captions(start: str) -> bool:
    """Does a text begin as captions do?"""
    return bool(_WEBVTT.match(start) or _SUBRIP.match(start))


def captions(text: str) -> Captions:
    """The cues of a file in either format, in its order."""
    head = _WEBVTT.match(text)
    lines = text.splitlines()
    times = [(at, found) for at, line in enumerate(lines) if "-->" in line and (found := _TIMES.match(line))]
    cues = tuple(_cues(lines, times, is_webvtt=head is not None))
    if head is None:
        return Captions(cues)
    before = "\n".join(lines[: times[0][0]] if times else lines)
    language = _LANGUAGE.search(before)
    return Captions(cues, head["title"].strip(" \t-–—:"), language[1] if language else "")


def _cues(
    lines: Sequence[str], times: Sequence[tuple[int, re.Match[str]]], *, is_webvtt: bool
) -> Iterator[Cue]:
    for number, (at, found) in enumerate(times):
        last = number + 1 == len(times)
        held = list(lines[at + 1 : len(lines) if last else times[number + 1][0]])
        if is_webvtt:
            held = held[: next((n for n, line in enumerate(held) if not line.strip()), len(held))]
        elif not last:
            held = _without_number(held)
        shown = tuple(line.strip() for line in held if line.strip())
        if shown:
            start, end = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
            yield Cue(start, end, shown)


def _without_number(held: list[str]) -> list[str]:
    """Without the number of the next cue, which stands right before its times."""
    return held[:-1] if held and held[-1].strip().isdigit() else held


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, rest = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(rest.ljust(3, "0")) / 1000
