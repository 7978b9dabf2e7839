"""`onrecord check`: did anyone say this?"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import groupby

import click

from claims.asked.values import Checked, InText, SameMeasure, Statement
from claims.display import ASSERTED
from claims.errors import BadValue
from claims.model import Claim
from claims.printed import NO_SPEAKER
from claims.views import Hit
from tui import jsonforms, jsonviews, passages
from tui.printing import Paper, counted, short
from tui.session import Session
from tui.state import checked as words
from tui.state.answer import FITS

# Printings of one utterance that are printed, and utterances that are looked for.
MOST_PRINTINGS, MOST_UTTERANCES = 3, 5
# No statement is longer; a book given by mistake is not read word by word.
LONGEST = 1_000_000


@click.command()
@click.argument("text", nargs=-1, required=True, metavar="TEXT|-")
@click.option("--speaker", metavar="NAME", default="", help="Did this one say it? A name, role or id.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=MOST_UTTERANCES,
    show_default=True,
    help="How many statements, the nearest first.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_obj
def check(session: Session, text: tuple[str, ...], speaker: str, limit: int, as_json: bool) -> None:
    """Did anyone say this? Paste a quote; "-" reads it from standard input.

    The first line is the verdict; then come the nearest statements on record with what differs, who
    printed them, and figures that count the same. Marks around the words, a closing 'Vega said.' and
    hyphens of line ends are taken off; a speaker named there is asked for, unless --speaker is given.
    The exit code is 0 whatever the verdict.
    """
    asked = _asked(text)
    with session.reading() as ledger:
        found = ledger.check(asked, speaker=speaker, limit=limit)
    if as_json:
        jsonforms.emit_json(jsonviews.checked(found))
    else:
        _print(session.paper, found)


def _asked(text: tuple[str, ...]) -> str:
    """The words of the command line or of standard input.

    Raises:
        BadValue: there are none, or far too many.
    """
    written = (
        sys.stdin.buffer.read(4 * LONGEST).decode("utf-8", "replace") if text == ("-",) else " ".join(text)
    )
    if not written.strip():
        raise BadValue("statement", "", "paste or type the words that were said")
    if len(written) > LONGEST:
        raise BadValue("statement", written[:40] + "…", f"it has more than {LONGEST:,} characters")
    return written


def _print(paper: Paper, found: Checked) -> None:
    paper.line(words.headline(found), style="title")
    for remark in words.remarks(found):
        paper.line(remark)
    if any(one.likeness.diff and not one.likeness.is_whole for one in found.statements):
        paper.line(words.LEGEND, style="dim")
    paper.line()
    for _, group in groupby(found.statements, key=lambda one: one.utterance):
        _print_utterance(paper, list(group))
    for passage in found.in_text:
        _print_passage(paper, passage)
    _print_figures(paper, found.claims)


def _print_utterance(paper: Paper, group: Sequence[Statement]) -> None:
    """The nearest printing and the primary source whole, others in a line each."""
    nearest, *others = group
    others.sort(key=lambda one: not one.primary)
    _print_statement(paper, nearest)
    for one in others[:MOST_PRINTINGS]:
        if one.primary and one.hit.text != nearest.hit.text:
            paper.line()
            _print_statement(paper, one)
        else:
            told = f"also {words.where(one.hit)}: {words.likeness_words(one.likeness)}"
            primary = "primary source" if one.primary else ""
            about = (told, one.hit.speaker, primary, f"quote {short(one.hit.id)}", _seen(one.hit))
            line = " · ".join(filter(None, about))
            paper.line(line, indent=4)
    shown = 1 + min(len(others), MOST_PRINTINGS)
    if nearest.printings > shown:
        left = f"{'at least ' if nearest.more else ''}{nearest.printings - shown:,} more"
        paper.line(f"and {left}: onrecord duplicates, or show {short(nearest.hit.id)}", style="dim", indent=4)
    paper.line()


def _print_statement(paper: Paper, one: Statement) -> None:
    hit = one.hit
    who = ", ".join(filter(None, (hit.speaker, hit.role))) or NO_SPEAKER
    paper.line(" · ".join((who, words.where(hit))), style="title")
    told = (words.likeness_words(one.likeness), *words.reasons(one.likeness), words.printings_words(one))
    paper.line("; ".join(filter(None, told)), indent=2)
    paper.words(
        hit.surface or hit.text if one.likeness.is_whole else words.marked(one.likeness.diff) or hit.text,
        indent=4,
        style="quote",
    )
    place = ", ".join(f"{span.start}-{span.end}" for span in hit.spans)
    status = "" if hit.status == "recorded" else hit.status
    line = " · ".join(filter(None, (f"{hit.location} {place}", f"quote {short(hit.id)}", status, _seen(hit))))
    paper.line(line, style="dim", indent=4)


def _seen(hit: Hit) -> str:
    return ASSERTED if hit.asserted else ""


def _print_passage(paper: Paper, passage: InText) -> None:
    hit = passage.hit
    paper.line(words.where(hit), style="title")
    paper.line(f"{hit.status}; {words.likeness_words(passage.likeness)}", indent=2)
    paper.words(words.marked(passage.likeness.diff), indent=4, style="quote")
    place = f"{hit.location} {hit.spans[0].start}-{hit.spans[0].end}"
    paper.line(f"{place} · document {short(hit.document)}", style="dim", indent=4)
    paper.line()


def _print_figures(paper: Paper, claims: Sequence[SameMeasure]) -> None:
    if claims:
        paper.line(f"Figures that count the same: {counted(len(claims), 'claim')}", style="title")
    for one in claims:
        paper.line(
            f"“{one.asked.value.text}” in your text: {FITS[one.relation]}; {'; '.join(one.why)}", indent=2
        )
        assert isinstance(one.recorded.value, Claim)
        passages.citation(paper, one.recorded, indent=4)
    if claims:
        paper.line()
