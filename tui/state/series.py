"""The words of a row of a figure's history: the same in the terminal, the app and a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from claims.display import one_line
from claims.model import FindingStatus
from claims.printed import NO_DATE
from claims.series.values import Change, Counted, RowState, Series, SeriesRow
from tui.state.rows import Row
from tui.state.words import STATUS_SIGNS, counted, date_words


def amount_words(one: SeriesRow) -> str:
    """The figure as it was printed: "nearly 300", "not 179" where it is denied; "64, retracted"."""
    words = one_line(one.claim.text)
    if one.retracted:
        return f"{words}, retracted"
    return f"not {words}" if one.claim.negated else words


def change_words(change: Change | None) -> str:
    """ "+109 (+60.9%)"; "about" where one of the two figures is only about right; "" for none."""
    if change is None:
        return ""
    if not change.by:
        return "no change"
    share = f" ({float(change.percent):+,.1f}%)" if change.percent is not None else ""
    return f"{'about ' if change.about else ''}{signed(change.by)}{share}"


def signed(number: Fraction) -> str:
    return f"{number.numerator:+,}" if number.denominator == 1 else f"{float(number):+,.10g}"


def state_words(one: SeriesRow) -> str:
    """What people decided of a row; "" where nobody did."""
    return _STATES.get(one.state, "")


_STATES = {
    RowState.ADDED: "added by hand",
    RowState.DROPPED: "dropped",
    RowState.DISPUTED: "reviewers disagree whether it belongs here",
}


def scope_words(one: SeriesRow) -> str:
    return ", ".join(one.scope)


def bar(value: float, most: float, width: int) -> str:
    """A bar of eighths of a cell, at least a sliver for what is not zero."""
    if most <= 0 or value <= 0 or width <= 0:
        return ""
    eighths = max(1, round(8 * width * min(value, most) / most))
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (" ▏▎▍▌▋▊▉"[rest] if rest else "")


def value_of(one: SeriesRow) -> float | None:
    """The figure as a number for a bar; None for what has no one value."""
    quantity = one.claim.quantity
    return float(quantity.value) if quantity and quantity.value is not None else None


# ------------------------------------------------------------- rows of the list

BAR = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list and what it stands for."""

    row: Row
    of: SeriesRow


def lines_of(series: Series) -> list[Line]:
    """Rows by date, then those that people dropped, dimmed; bars against the largest figure of the unit."""
    most: dict[str, float] = {}
    for one in series.rows:
        if not one.retracted:
            most[one.claim.unit] = max(most.get(one.claim.unit, 0.0), value_of(one) or 0.0)
    return [Line(_row(one, most.get(one.claim.unit, 0.0)), one) for one in (*series.rows, *series.dropped)]


def _row(one: SeriesRow, most: float) -> Row:
    dropped = one.state is RowState.DROPPED
    drawn = "" if dropped or one.retracted else bar(value_of(one) or 0.0, most, BAR)
    change = "× dropped" if dropped else change_words(one.change)
    counts = f"≠ {one.counts}" if one.drift else one.counts
    who = " · ".join(filter(None, (one.speaker, one.publisher)))
    sign = _SIGNS.get(one.state, "")
    cells = (date_words(one.date), sign + amount_words(one), drawn, change, counts, scope_words(one), who)
    return Row(cells, quiet=dropped or one.retracted)


_SIGNS = {RowState.ADDED: "✎ ", RowState.DISPUTED: f"{STATUS_SIGNS[FindingStatus.DISPUTED]} "}


def topic_rows(topics: Sequence[Counted]) -> list[Row]:
    """What the claims of most documents count, to begin with."""
    most = max((one.documents for one in topics), default=0)
    return [
        Row(
            (
                "",
                counted(one.figures, "figure"),
                bar(one.documents, most, BAR),
                _documents(one),
                one.topic,
                "",
                "",
            )
        )
        for one in topics
    ]


def _documents(one: Counted) -> str:
    return f"in {counted(one.documents, 'document')}"


def about(one: SeriesRow) -> tuple[str, ...]:
    """What is told of a row beside the list: date and figure first, its words, where it stands."""
    when = f"{one.date} ({one.date_is})" if one.date else NO_DATE
    drift = f"counts {one.drift}" if one.drift else ""
    change = f"change {change_words(one.change)}" if one.change else ""
    told = (drift, change, scope_words(one), state_words(one))
    return (
        f"{when}: {amount_words(one)}",
        *filter(None, told),
        f"“{around(one)}”",
        " · ".join(filter(None, (one.speaker, one.publisher, one.citation.document.location))),
    )


def series_words(series: Series) -> str:
    """The line above the list: how many rows, how many dropped, whether they are all."""
    if not series.rows and not series.dropped:
        return f"No claim counts “{series.topic}” in {counted(series.searched.claims, 'claim')}."
    dropped = f", {len(series.dropped):,} dropped" if series.dropped else ""
    more = "" if series.is_whole else "; of the newest claims that hold the words: add words for all"
    return f"{figures_words(series)}{dropped}{more}"


def figures_words(series: Series) -> str:
    """ "3 figures of “arrests”, 1 retracted"."""
    told = f"{counted(len(series.rows) - series.retracted, 'figure')} of “{series.topic}”"
    return f"{told}, {series.retracted:,} retracted" if series.retracted else told


# Of a text that lost its full stops so much is shown on each side of the figure.
_AROUND = 160


def around(one: SeriesRow) -> str:
    """The sentence, or of a long one the part around the figure."""
    claim, text = one.claim, one.citation.document.text
    start = max(claim.sentence.start, claim.span.start - _AROUND)
    end = min(claim.sentence.end, claim.span.end + _AROUND)
    before, after = "… " if start > claim.sentence.start else "", " …" if end < claim.sentence.end else ""
    return before + one_line(text[start:end]) + after
