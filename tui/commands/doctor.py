"""`onrecord doctor`: what is installed and where files are."""

from __future__ import annotations

import click

from tui.jsonforms import emit_json
from tui.printing import counted, say
from tui.session import Session


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a fact.")
@click.pass_obj
def doctor(session: Session, as_json: bool) -> int:
    """Versions, places, plugins, and whether the record opens; exit 1 if something must be mended."""
    from claims.installation import facts

    found = list(facts(session.settings))
    bad = [fact for fact in found if not fact.fine]
    if as_json:
        for fact in found:
            emit_json({"name": fact.name, "value": fact.value, "fine": fact.fine})
    else:
        session.paper.fields(
            (fact.name, fact.value + ("" if fact.fine else "  <- mend this")) for fact in found
        )
    say(f"{counted(len(bad), 'thing')} to mend." if bad else "All is well.")
    return 1 if bad else 0
