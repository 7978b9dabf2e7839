"""The filters of `search` and `export`, and the query they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claims.errors import BadValue, UnknownId
from claims.model import Document, JudgementKind, PartialDate
from claims.views import Kind, Query

if TYPE_CHECKING:
    from claims import Ledger

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def choice(name: str, values: Iterable[str], words: str) -> Callable[[Decorated], Decorated]:
    """An option that takes one of some values; "" where it is not given."""
    return click.option(
        name,
        type=click.Choice([str(value) for value in values]),
        callback=lambda _c, _p, value: value or "",
        help=words,
    )


_OPTIONS = (
    click.argument("words", nargs=-1, metavar="[QUERY]..."),
    click.option("--speaker", metavar="WORDS", default="", help="Words of a name or role, or an id."),
    click.option("--source", metavar="WORDS", default="", help="Words of a source's name."),
    click.option("--since", metavar="DATE", default="", help="From this day, month or year on."),
    click.option("--until", metavar="DATE", default="", help="Up to this day, month or year."),
    click.option("--tag", metavar="TAG", default="", help="Only what has this tag."),
    click.option("--document", metavar="ID", default="", help="Only what stands in this document."),
    choice("--status", ("open", "edited", "hidden"), "Only of this status."),
)


class QueryCommand(click.Command):
    """A command whose query may leave words out: "vendors -darknet"."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, self._with_words_last(args))

    def _with_words_last(self, args: list[str]) -> list[str]:
        """Arguments with "-word" after "--", where click takes it for no option."""
        options = {option: not getattr(each, "is_flag", True) for each in self.params for option in each.opts}
        kept: list[str] = []
        left_out: list[str] = []
        takes_value = False
        for at, arg in enumerate(args):
            if arg == "--":
                return [*kept, "--", *left_out, *args[at + 1 :]]
            is_word = len(arg) > 2 and arg[0] == "-" and arg[1] != "-" and arg[:2] not in options
            (left_out if is_word and not takes_value else kept).append(arg)
            takes_value = not takes_value and options.get(arg, False)
        return [*kept, "--", *left_out] if left_out else args


def known(ledger: Ledger, query: Query) -> Query:
    """The query with its document's whole id.

    Raises:
        UnknownId, AmbiguousId: of the document.
        BadValue: nothing ever had the tag.
    """
    if query.tag and not _is_known(ledger, query.tag):
        raise BadValue("tag of this record", query.tag, "`onrecord tag ID TAG` puts one on")
    if not query.document:
        return query
    try:
        found = ledger.show(query.document).value
    except UnknownId:
        found = None
    if not isinstance(found, Document):
        raise UnknownId(query.document, "document")
    return replace(query, document=found.id)


def _is_known(ledger: Ledger, tag: str) -> bool:
    """Did anything ever have it? The whole history is read only where nothing has it now."""
    if any(len(ledger.first(Query(tag=tag, kind=kind), 1)) for kind in (Kind.QUOTES, Kind.CLAIMS)):
        return True
    decided = (line.judgement for line in ledger.history())
    return any(made.kind is JudgementKind.TAG and made.value == tag for made in decided)


def query_options(command: Decorated) -> Decorated:
    """Give a command QUERY and the filters; `query_of` reads them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def query_of(
    kind: str, limit: int | None, *, words: tuple[str, ...], since: str, until: str, **filters: str
) -> Query:
    """The query of a command's options.

    Raises:
        BadValue: a date is none.
    """
    first, last = day_of(since), day_of(until)
    return Query(
        words=" ".join(words),
        since=first.earliest if first else None,
        until=last.latest if last else None,
        kind=Kind(kind),
        limit=limit,
        **filters,  # type: ignore[arg-type]  # options of text are fields of text
    )


def day_of(written: str) -> PartialDate | None:
    """A date of the command line; None for "".

    Raises:
        BadValue: the words are no date.
    """
    if not written:
        return None
    try:
        return PartialDate.parse(written)
    except ValueError:
        raise BadValue("date", written, "write YYYY-MM-DD, YYYY-MM or YYYY") from None
