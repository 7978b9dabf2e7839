"""`onrecord speakers`: who speaks, who may be one, who is in an authority file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claims.errors import BadValue
from claims.model import Role, Speaker
from tui import jsonforms
from tui.printing import counted, say, short
from tui.session import Session

if TYPE_CHECKING:
    from claims import Ledger
    from claims.matching.likely import Likely

EVERYBODY = "everybody"


@click.command()
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option(
    "--suggest",
    metavar="[ID]",
    is_flag=False,
    flag_value=EVERYBODY,
    help="Who may be one speaker, the likeliest first, with reasons; of one speaker, or of all.",
)
@click.option("--merge", nargs=2, metavar="A B", help="Decide that two speaker ids are one speaker.")
@click.option("--split", metavar="A [MEMBER]", help="List the members of a speaker; take MEMBER out of it.")
@click.option(
    "--authority",
    metavar="FILE",
    help="Take in who held which office and when: JSON Lines, or CSV with id, name, aliases, role, "
    "organization, from, to, party, state.",
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
    as_json: bool,
) -> int:
    """Who speaks in the record, most quoted first; WORDS of a name, role, alias or state narrow it.

    Speakers are merged by name and role; what is not certain is only suggested. --merge and --split
    are decisions, which `undo` takes back; a pair that was judged is not suggested again.
    """
    if sum(map(bool, (suggest, merge, split, authority))) > 1:
        raise BadValue("request", "speakers", "give one of --suggest, --merge, --split and --authority")
    if words and (suggest or merge or authority):
        raise BadValue("argument", words[0], "only a list and --split take more words")
    if authority:
        return _take(session, authority, as_json)
    if merge:
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
            _print(session, each)
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
        jsonforms.emit_json(
            {
                "entries": taken.entries,
                "changed": taken.changed,
                "speakers": taken.speakers,
                "quotes": taken.quotes,
                "refused": [{"line": line, "why": why} for line, why in taken.refused],
            }
        )
    say(
        f"{counted(taken.entries, 'entry', 'entries')}, {taken.changed:,} new or changed. "
        f"{counted(taken.quotes, 'quote')} by {counted(taken.speakers, 'speaker')} of authority files."
    )
    return 1 if taken.refused else 0


def _merge(session: Session, ids: tuple[str, str], as_json: bool) -> None:
    with session.writing() as ledger:
        shown = "\n".join(_in_words(ledger, each) for each in ids)
        made = ledger.judge(ids, "same", shown=shown)
    if as_json:
        jsonforms.emit_json(jsonforms.judgement(made))
    say(f"Decided: {ids[0]} and {ids[1]} are one speaker ({short(made.id)}).")


def _split(session: Session, wanted: str, members: tuple[str, ...], as_json: bool) -> None:
    """Take members out of a speaker; without any, list those that it has."""
    if len(members) > 1:
        raise BadValue("member", members[1], "one member is taken out at a time")
    if not members:
        _members(session, wanted, as_json)
        return
    with session.writing() as ledger:
        made = ledger.split(wanted, members[0], shown=f"{_in_words(ledger, wanted)}\n{members[0]}")
    if as_json:
        jsonforms.emit_json(jsonforms.judgement(made))
    say(f"Decided: {members[0]} is kept apart from {wanted} ({short(made.id)}).")


def _members(session: Session, wanted: str, as_json: bool) -> None:
    with session.reading() as ledger:
        speaker, parts = ledger.members(wanted)
    for part in parts:
        member = part.member
        if as_json:
            jsonforms.emit_json(
                {
                    "id": member.id,
                    "speaker": speaker.id,
                    "name": member.name,
                    "role": member.role or None,
                    "organization": member.organization or None,
                    "quotes": part.quotes,
                    "claims": part.claims,
                }
            )
            continue
        session.paper.line(
            ", ".join(filter(None, (member.name, member.role, member.organization))), style="title"
        )
        counts = f"{counted(part.quotes, 'quote')}, {counted(part.claims, 'claim')}"
        session.paper.line(f"{counts} · member {short(member.id)}", style="dim", indent=2)
    say(
        f"{speaker.name} has {counted(len(parts), 'member')}; "
        f"`onrecord speakers --split {short(speaker.id)} MEMBER` takes one out."
    )


def _suggest(session: Session, wanted: str, as_json: bool) -> None:
    with session.reading() as ledger:
        found = ledger.suggestions(wanted)
    for each in found:
        if as_json:
            jsonforms.emit_json(
                {
                    "a": jsonforms.speaker(each.a),
                    "b": jsonforms.speaker(each.b),
                    "score": each.score,
                    "why": jsonforms.words(each.why),
                }
            )
        else:
            _print_pair(session, each)
    if not found:
        say("Nobody else seems to be the same speaker." if wanted else "No two speakers seem to be one.")


def _print_pair(session: Session, pair: Likely) -> None:
    paper = session.paper
    paper.line(f"{pair.a.name} / {pair.b.name}   {pair.score:.2f}", style="title")
    for side in (pair.a, pair.b):
        paper.line(f"{roles_in_words(side) or 'no role'} · {_counts(side)}", indent=2)
    for reason in pair.why:
        paper.line(f"- {reason}", indent=2)
    paper.line(f"judge {short(pair.a.id)} {short(pair.b.id)} same|different|unsure", style="dim", indent=2)


def _print(session: Session, speaker: Speaker) -> None:
    paper = session.paper
    paper.line(speaker.name, style="title")
    if roles := roles_in_words(speaker):
        paper.line(roles, indent=2)
    aliases = f"also {', '.join(speaker.aliases)} · " if speaker.aliases else ""
    paper.line(f"{aliases}{_counts(speaker)}", style="dim", indent=2)


def _counts(speaker: Speaker) -> str:
    counts = f"{counted(speaker.quotes, 'quote')}, {counted(speaker.claims, 'claim')}"
    return f"{counts} · {speaker.kind.value} {short(speaker.id)}"


def _in_words(ledger: Ledger, wanted: str) -> str:
    """A speaker in the words that were on screen, kept with a decision."""
    value = ledger.show(wanted).value
    return f"{value.name}, {roles_in_words(value)}" if isinstance(value, Speaker) else wanted


def roles_in_words(speaker: Speaker) -> str:
    """All roles of a speaker on a line."""
    return "; ".join(dict.fromkeys(filter(None, map(_role_in_words, speaker.roles))))


def _role_in_words(role: Role) -> str:
    """Title, organization and the time it was held, as far as known."""
    title = ", ".join(filter(None, (role.title, role.organization)))
    since, until = f"from {role.since}" if role.since else "", f"to {role.until}" if role.until else ""
    time = " ".join(filter(None, (since, until)))
    return f"{title} ({time})" if time else title
