"""`onrecord speakers`: who speaks, who may be one, who is in an authority file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claims.errors import BadValue
from claims.model import Speaker
from tui import jsonforms, jsonviews, passages
from tui.printing import counted, say, short
from tui.session import Session
from tui.sheets import speakers as sheet

if TYPE_CHECKING:
    from claims import Ledger

EVERYBODY = "everybody"


@click.command()
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option(
    "--suggest",
    metavar="[NAME|ID]",
    is_flag=False,
    flag_value=EVERYBODY,
    help="Who may be one speaker, the likeliest first, with reasons; of one speaker, or of all.",
)
@click.option("--merge", nargs=2, metavar="A B", help="Decide that two, by name or id, are one speaker.")
@click.option("--split", metavar="A [MEMBER]", help="List the members of a speaker; take MEMBER out of it.")
@click.option(
    "--authority",
    metavar="FILE",
    help="Take in who held which office and when: JSON Lines, or CSV with id, name, aliases, role, "
    "organization, from, to, party, state.",
)
@click.option(
    "--authority-remove", metavar="FILE", help="Take a file out again, named as it was when it was taken in."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a speaker, a pair or a member.")
@click.pass_obj
def speakers(
    session: Session,
    words: tuple[str, ...],
    suggest: str | None,
    merge: tuple[str, str] | None,
    split: str | None,
    authority: str | None,
    authority_remove: str | None,
    as_json: bool,
) -> int:
    """Who speaks in the record, most quoted first; WORDS of a name, role, alias or state narrow it.

    Speakers are merged by name and role; what is not certain is only suggested. --merge and --split
    are decisions, which `undo` takes back; a pair that was judged is not suggested again. Where a name
    fits several speakers they are listed, and an id says which is meant.
    """
    if "" in (suggest, split, authority, authority_remove, *(merge or ())):
        raise BadValue("speaker or file", "", "give a name, an id or a file")
    if sum(map(bool, (suggest, merge, split, authority, authority_remove))) > 1:
        only = "give one of --suggest, --merge, --split, --authority and --authority-remove"
        raise BadValue("request", "speakers", only)
    if words and (suggest or merge or authority or authority_remove):
        raise BadValue("argument", words[0], "only a list and --split take more words")
    if authority:
        return _take(session, authority, as_json)
    if authority_remove:
        _remove(session, authority_remove, as_json)
    elif merge:
        _merge(session, merge, as_json)
    elif split:
        _split(session, split, words, as_json)
    elif suggest:
        _suggest(session, "" if suggest == EVERYBODY else suggest, as_json)
    else:
        _list(session, words, as_json)
    return 0


def _list(session: Session, words: tuple[str, ...], as_json: bool) -> None:
    with session.reading() as ledger:
        found = ledger.speakers(" ".join(words))
    for each in found:
        if as_json:
            jsonforms.emit_json(jsonforms.speaker(each))
        else:
            sheet.speaker(session.paper, each)
    if not found:
        say("No speaker fits." if words else "No speaker is in the record.")


def _take(session: Session, file: str, as_json: bool) -> int:
    """An authority file; 1 if a line of it was not taken."""
    from claims.authorities import opened, read

    with opened(file) as stream, session.writing() as ledger:
        taken = ledger.take_authority(read(stream, file), file)
    for line, why in taken.refused:
        say(f"{file}, line {line}: not taken, {why}.")
    if as_json:
        jsonforms.emit_json(jsonviews.authority(taken))
    say(
        f"{counted(taken.entries, 'entry', 'entries')}, {taken.changed:,} new or changed. "
        f"{counted(taken.quotes, 'quote')} by {counted(taken.speakers, 'speaker')} of authority files."
    )
    return 1 if taken.refused else 0


def _remove(session: Session, file: str, as_json: bool) -> None:
    with session.writing() as ledger:
        removed = ledger.remove_authority(file)
    if as_json:
        jsonforms.emit_json({"removed": removed})
    say(
        f"{counted(removed, 'entry', 'entries')} of {file} removed; `--authority {file}` takes them in again."
    )


def _merge(session: Session, wanted: tuple[str, str], as_json: bool) -> None:
    with session.writing() as ledger:
        ids = (ledger.speaker_called(wanted[0]), ledger.speaker_called(wanted[1]))
        if ids[0] == ids[1]:
            raise BadValue("pair", f"{wanted[0]} and {wanted[1]}", "both are one speaker already")
        shown = "\n".join(_in_words(ledger, each) for each in ids)
        made = ledger.judge(ids, "same", shown=shown)
    if as_json:
        jsonforms.emit_json(jsonforms.judgement(made))
    say(f"Decided: {wanted[0]} and {wanted[1]} are one speaker ({short(made.id)}).")


def _split(session: Session, wanted: str, members: tuple[str, ...], as_json: bool) -> None:
    """Take members out of a speaker; without any, list those that it has."""
    if len(members) > 1:
        raise BadValue("member", members[1], "one member is taken out at a time")
    if not members:
        _members(session, wanted, as_json)
        return
    with session.writing() as ledger:
        speaker = ledger.speaker_called(wanted)
        member = _member(ledger, speaker, members[0])
        made = ledger.split(speaker, member, shown=f"{_in_words(ledger, speaker)}\n{members[0]}")
    if as_json:
        jsonforms.emit_json(jsonforms.judgement(made))
    say(f"Decided: {members[0]} is kept apart from {wanted} ({short(made.id)}).")


def _member(ledger: Ledger, speaker: str, wanted: str) -> str:
    """A member's id: what is given, unless it is the name that one member alone is printed with."""
    named = [part.member.id for part in ledger.members(speaker)[1] if part.member.name == wanted]
    return named[0] if len(named) == 1 else wanted


def _members(session: Session, wanted: str, as_json: bool) -> None:
    with session.reading() as ledger:
        speaker, parts = ledger.members(ledger.speaker_called(wanted))
    for part in parts:
        if as_json:
            jsonforms.emit_json(jsonviews.member(speaker, part))
        else:
            sheet.member(session.paper, part)
    say(
        f"{speaker.name} has {counted(len(parts), 'member')}; "
        f"`onrecord speakers --split {short(speaker.id)} MEMBER` takes one out."
    )


def _suggest(session: Session, wanted: str, as_json: bool) -> None:
    with session.reading() as ledger:
        found = ledger.suggestions(ledger.speaker_called(wanted) if wanted else "")
    for each in found:
        if as_json:
            jsonforms.emit_json(jsonviews.likely(each))
        else:
            sheet.pair(session.paper, each)
    if not found:
        say("Nobody else seems to be the same speaker." if wanted else "No two speakers seem to be one.")


def _in_words(ledger: Ledger, wanted: str) -> str:
    """A speaker in the words that were on screen, kept with a decision."""
    value = ledger.show(wanted).value
    return (
        ", ".join(filter(None, (value.name, passages.roles(value)))) if isinstance(value, Speaker) else wanted
    )
