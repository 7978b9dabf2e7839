"""`onrecord config`: which settings hold, and the keys of the app."""

from __future__ import annotations

from collections.abc import Mapping

import click

from claims.config import NAMES
from claims.display import one_line
from tui.jsonforms import emit_json
from tui.session import Session


@click.command()
@click.argument("what", required=False, type=click.Choice(["keys"]))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a setting, or a key.")
@click.pass_obj
def config(session: Session, what: str | None, as_json: bool) -> None:
    """Every setting with its value and origin: default, a file, a variable or an option.

    `config keys` lists what each key of the app does, under the name that the setting `remap` takes.
    """
    if what:
        _keys(session, as_json)
        return
    settings = session.settings
    for name in NAMES:
        value, origin = getattr(settings, name), settings.origins[name]
        if as_json:
            emit_json({"name": name, "value": value, "origin": origin})
        else:
            click.echo(one_line(f"{name} = {_words(value)} ({origin})"))


def _words(value: object) -> str:
    """A table as the environment would hold it."""
    if isinstance(value, Mapping):
        return " ".join(f"{name}={keys}" for name, keys in value.items())
    return str(value)


def _keys(session: Session, as_json: bool) -> None:
    keyboard = session.keyboard
    for row in keyboard.rows:
        changed = row.id in keyboard.changed
        if as_json:
            emit_json(
                {
                    "name": row.id,
                    "keys": list(row.keys.split(",")),
                    "where": row.scope,
                    "does": row.words,
                    "changed": changed,
                }
            )
        else:
            mark = "*" if changed else " "
            click.echo(f"{mark} {row.shown:<18} {row.id:<18} {row.words} ({row.scope})")
