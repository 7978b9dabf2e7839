"""`onrecord figures`: the history of a figure, across events and sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims.printed import NO_DATE
from tui import jsonforms, passages
from tui.commands.decide import confirm
from tui.printing import Paper, counted, say, short
from tui.session import Session
from tui.state.words import waiting_words

if TYPE_CHECKING:
    from claims.series.values import Series, SeriesRow


@click.command()
@click.argument("topic", nargs=-1, required=True)
@click.option("--add", "added", metavar="CLAIM", multiple=True, help="Put a claim into these figures.")
@click.option("--drop", "dropped", metavar="CLAIM", multiple=True, help="Take a claim out of them.")
@click.option("--note", default="", metavar="WORDS", help="Why, with --add or --drop.")
@click.option("--limit", type=click.IntRange(min=0), default=None, help="The newest N rows, 0 for all [50].")
@click.option("--xlsx", type=click.Path(dir_okay=False, path_type=Path), help="Write them to a spreadsheet.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a row, all of them.")
@click.pass_obj
def figures(
    session: Session,
    topic: tuple[str, ...],
    added: tuple[str, ...],
    dropped: tuple[str, ...],
    note: str,
    limit: int | None,
    xlsx: Path | None,
    as_json: bool,
) -> None:
    """Every claim that counts one thing, by date, with its change against the one before.

    TOPIC names what is counted: arrests, darknet arrests, pounds of fentanyl, jail population. What
    was added or dropped is kept, stands after a rebuild, and undo takes it back.
    """
    words = " ".join(topic)
    if added or dropped:
        _decide(session, words, added, dropped, note)
    with session.reading() as ledger:
        series, waiting = ledger.figures(words), ledger.waiting()
    if xlsx:
        _write(series, xlsx)
    if as_json:
        _emit(series)
    elif not xlsx:
        most = session.settings.limit if limit is None else limit
        _print(session.paper, series, most)
    say(summary(series))
    if waiting:
        say(waiting_words(waiting))


def _decide(
    session: Session, topic: str, added: tuple[str, ...], dropped: tuple[str, ...], note: str
) -> None:
    """All that was asked for, or nothing where one of the claims is not known."""
    with session.writing() as ledger:
        for made in ledger.arrange_series(topic, added=added, dropped=dropped, note=note):
            confirm(made, as_json=False)


def _emit(series: Series) -> None:
    from tui.seriesforms import row

    for one in (*series.rows, *series.dropped):
        jsonforms.emit_json(row(one))


def _write(series: Series, target: Path) -> None:
    from claims.exports.series_sheet import sheet
    from tui.commands.folders import check_folder, written_whole

    check_folder(target)
    with written_whole(target) as out:
        out.write(sheet(series))
    say(f"{counted(len(series.rows), 'row')} written to {target}.")


def summary(series: Series) -> str:
    """How many rows and dropped ones, and what was looked through."""
    from tui.state.series import figures_words

    where = passages.what_was_searched(series.searched)
    if not series.rows:
        told = f"No claim counts “{series.topic}” in {where}."
    else:
        more = "" if series.is_whole else ", of the newest claims that hold the words: add words for all"
        told = f"{figures_words(series)} in {where}{more}."
    return f"{told} {len(series.dropped):,} dropped." if series.dropped else told


def _print(paper: Paper, series: Series, most: int) -> None:
    """The newest rows with a date, by date, and of those without one as many as are left."""
    dated = [one for one in series.rows if one.date]
    undated = [one for one in series.rows if not one.date]
    shown = [*dated[-most:], *undated[: max(0, most - len(dated))]] if most else series.rows
    for one in shown:
        _print_row(paper, one)
    if earlier := max(0, len(dated) - most) if most else 0:
        say(f"{counted(earlier, 'earlier figure')} not printed: --limit 0 prints all.")
    if hidden := len(series.rows) - len(shown) - earlier:
        say(f"{counted(hidden, 'undated figure')} not printed: --limit 0 prints all.")


def _print_row(paper: Paper, one: SeriesRow) -> None:
    from tui.state.series import amount_words, around, change_words, scope_words, state_words

    when = f"{one.date} ({one.date_is})" if one.date else NO_DATE
    change = change_words(one.change)
    paper.line(" · ".join(filter(None, (when, amount_words(one), change))), style="title")
    scope = scope_words(one)
    told = (one.counts, scope, one.speaker, one.publisher)
    paper.line(" · ".join(filter(None, told)), indent=2)
    if one.drift:
        paper.line(f"! counts {one.drift}", indent=2)
    paper.words(around(one), indent=4, style="quote")
    place = f"{one.claim.span.start}-{one.claim.span.end} · claim {short(one.claim.id)}"
    stands = filter(None, (one.citation.document.location, place, state_words(one)))
    paper.line(" · ".join(stands), style="dim", indent=4)
    paper.line()
