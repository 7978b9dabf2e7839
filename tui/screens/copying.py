"""The copy menu: a passage in one of its forms, to the clipboard or a file."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from claims.display import one_line
from claims.ports import Citation
from tui import clipboard
from tui.screens.base import Desk
from tui.screens.dialogs import Choose
from tui.state.copies import Copy, copies
from tui.state.handing_on import not_written

# As much of each form as tells it from the others.
_GLIMPSE = 40


def offer(app: Desk, citation: Citation) -> None:
    """Ask in which form, then copy it."""
    forms = {form.key: form for form in copies(citation)}
    choices = [(key, key, f"{form.what:<14}{_glimpse(form.text)}") for key, form in forms.items()]
    choices.append(("f", "f", "all of it to a file"))

    def take(key: str | None) -> None:
        if key == "f":
            whole = Copy("f", "all of it", "\n\n".join(form.text for form in forms.values()) + "\n")
            app.run_worker(_copy(app, whole, to_file=True), group="copy")
        elif key:
            app.run_worker(_copy(app, forms[key]), group="copy")

    app.push_screen(Choose("Copy", choices), take)


async def _copy(app: Desk, form: Copy, *, to_file: bool = False) -> None:
    def send(text: str) -> None:
        app.call_from_thread(app.copy_to_clipboard, text)

    def copy() -> str:
        folder = Path.cwd()
        if to_file:
            return clipboard.to_file(form.text, form.what, folder)
        return clipboard.copy(form.text, form.what, os.environ, send, folder)

    try:
        app.say(await asyncio.to_thread(copy))
    except OSError as error:
        app.trouble(not_written(error))


def _glimpse(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _GLIMPSE else f"{line[:_GLIMPSE]}…"
