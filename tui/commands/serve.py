"""`onrecord serve`: the app in a browser of this machine."""

from __future__ import annotations

import sys

import click

from tui.session import Session


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Of this machine."
)
@click.option("--write", is_flag=True, help="Decisions can be made there; else the record is only read.")
@click.option("--page", is_flag=True, hidden=True, help="Draw the app for one page.")
@click.pass_obj
def serve(session: Session, port: int, write: bool, page: bool) -> int:
    """Show the app in a browser of this machine, until Ctrl-C; nobody else reaches it.

    The address that is printed opens it: it holds a secret, a new one each time.
    """
    if page:
        return session.run_app(read_only=not write)
    try:
        from tui.serving import Pages
    except ImportError:
        remedy = "pip install 'onrecord[serve]' adds what it needs"
        raise click.UsageError(f"the app is not installed for a browser: {remedy}") from None

    session.reading().close()  # what is wrong with the record is said here, not in a page
    settings = session.settings
    command = [sys.executable, "-m", "tui", "--db", settings.db, "--by", settings.by, "serve", "--page"]
    Pages([*command, *(["--write"] if write else [])], port).serve()
    return 0
