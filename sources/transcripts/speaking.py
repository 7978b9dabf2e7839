"""Who speaks in captions: voices (`<v Marisol Vega>`), labels (`VEGA:`), marks of a change (`>>`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from sources.transcripts.cues import Cue

_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,80})?[ \t]+([^<>]{1,120})>|</v>")
# Type, colour, language and time inside a line; `{\an8}` of SubRip says where it is shown.
_TAG = re.compile(r"</?(?:[a-z]{1,5}(?:[.\s][^<>]{0,200})?|\d[\d:.]{1,15})>|\{\\[^{}]{1,40}\}", re.IGNORECASE)
_INNER_TIME = re.compile(r"<\d{1,4}:[\d:.]{3,14}>")

# A change of speaker without a name: ">>", ">>>", or a dash at the beginning of a line.
_CHANGE = re.compile(r"(?:>{2,3}|[-–—‐](?=\s?[^\W\d_]))[ \t]*")
_NAME = r"[A-ZÀ-Þ][\w.'’\-]{0,24}"
_LABEL = re.compile(
    rf"[\[(]?(?P<name>{_NAME}(?:,? (?:{_NAME}|of|the|de|van|von|der)){{0,5}})"
    r"(?: ?\([^()]{1,40}\))?[\])]?:(?=\s|$)[ \t]*"
)
# Capitals before a colon that are nobody.
_NOBODY = frozenset(
    "NOTE WARNING BREAKING UPDATE LIVE EXCLUSIVE ALERT CORRECTION SOURCE PHOTO VIDEO MUSIC SOUND TRANSLATION"
    " CAPTIONS SUBTITLES TITLE DATE TIME PLACE LOCATION TOPIC Q A QUESTION ANSWER".split()
)
# Where so many letters are capitals, capitals tell no label.
_SHOUTED = 0.7


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one cue by one voice.

    Attributes:
        change: another one speaks than before, with the mark that says so, or "".
        label: who, as written; "" if it is not said here.
        voiced: a voice mark says who speaks, so that words without one are nobody's.
    """

    cue: Cue
    words: str
    change: str = ""
    label: str = ""
    voiced: bool = False


def said(cues: Sequence[Cue]) -> list[Said]:
    """Every cue's words in order, without marks of type; lines that a rolling caption shows again once."""
    found = [one for cue in _rolled_out(cues) for one in _by_voice(cue)]
    labels = _labels(found)
    return [_labelled(one, labels) for one in found]


def _rolled_out(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Captions that roll up show each line again above the next one: it is told when it came."""
    rolls = any(_INNER_TIME.search(line) for cue in cues for line in cue.lines)
    last = ""
    for cue in cues:
        lines = list(cue.lines)
        while rolls and lines and _plain(lines[0]) == last:
            lines.pop(0)
        last = _plain(lines[-1]) if lines else last
        if lines:
            yield Cue(cue.start, cue.end, tuple(lines))


def _plain(line: str) -> str:
    return " ".join(unescape(_TAG.sub("", _VOICE.sub("", line))).split())


def _by_voice(cue: Cue) -> Iterator[Said]:
    """The lines of a cue; those of one voice that change no speaker are one."""
    voice = ""
    for line in cue.lines:
        place = 0
        for mark in _VOICE.finditer(line):
            yield from _words(cue, line[place : mark.start()], voice)
            voice = " ".join(unescape(_TAG.sub("", mark[1] or "")).split())
            place = mark.end()
        yield from _words(cue, line[place:], voice)


def _words(cue: Cue, line: str, voice: str) -> Iterator[Said]:
    words = _plain(line)
    change = _CHANGE.match(words)
    mark = change.group().strip() if change else ""
    if rest := words[change.end() :] if change else words:
        yield Said(cue, rest, mark, voice, bool(voice))


def _labels(found: Sequence[Said]) -> frozenset[str]:
    """Labels that are: those that return, and capitals, unless all is in capitals."""
    letters = [letter for one in found for letter in _LABEL.sub("", one.words, count=1) if letter.isalpha()]
    shouted = sum(letter.isupper() for letter in letters) > _SHOUTED * max(1, len(letters))
    counts: Counter[str] = Counter()
    kept = set()
    for one in found:
        if not one.voiced and (label := _LABEL.match(one.words)):
            name = label["name"]
            counts[name] += 1
            if one.change or (name.isupper() and len(name) > 1 and not shouted):
                kept.add(name)
    kept |= {name for name, count in counts.items() if count > 1}
    return frozenset(name for name in kept if name.upper() not in _NOBODY)


def _labelled(one: Said, labels: frozenset[str]) -> Said:
    """With the label taken off its words."""
    found = None if one.voiced else _LABEL.match(one.words)
    if not found or found["name"] not in labels:
        return one
    return Said(one.cue, one.words[found.end() :], one.change, found["name"], False)
