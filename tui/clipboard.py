"""Text to the clipboard, and the honest word on which one it reached.

A program of the machine is asked first: it says whether it worked. What a terminal
does with the escape sequence for it (OSC 52) it never says: macOS Terminal and those
built on VTE drop it without a word. A file is always left.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.commands.folders import written_whole


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes text on its input.

    Attributes:
        needs: the variable of the environment without which it has nobody to give it to.
    """

    name: str
    arguments: tuple[str, ...] = ()
    needs: str = ""


_TOOLS = (
    Tool("wl-copy", needs="WAYLAND_DISPLAY"),
    Tool("xclip", ("-selection", "clipboard"), "DISPLAY"),
    Tool("xsel", ("--clipboard", "--input"), "DISPLAY"),
    Tool("clip.exe", needs="WSL_DISTRO_NAME"),
)
_TOOLS_OF_A_SYSTEM = {"darwin": (Tool("pbcopy"),), "win32": (Tool("clip"),)}
# It keeps what is copied for its own paste key, and hands it on to a terminal that takes it (-w).
_TMUX = Tool("tmux", ("load-buffer", "-w", "-"), "TMUX")

# One that has no display waits for ever.
_PATIENCE = 2.0
# xterm and others drop a longer sequence without a word.
_LONGEST = 74_994


def copy(
    text: str, what: str, environment: Mapping[str, str], send: Callable[[str], None], folder: Path
) -> str:
    """Put text where it can be pasted from; says in a sentence where that is.

    Args:
        what: it is, for the sentence: "the quote".
        send: hands text to the terminal, which may take it for its clipboard.
        folder: where a file goes if nothing else is left.
    """
    # On another machine its clipboard is not the one that the reader pastes from.
    far = "SSH_CONNECTION" in environment or "SSH_TTY" in environment
    tools = () if far else (*_TOOLS_OF_A_SYSTEM.get(sys.platform, ()), *_TOOLS)
    for tool in tools:
        if _given_to(tool, text, environment):
            return f"Copied {what} ({tool.name})."
    if _given_to(_TMUX, text, environment):
        return f"Copied {what} to tmux: its paste key has it, and the clipboard if your terminal lets it."
    if _terminal_may_take(text, environment):
        send(text)
        return f"Sent {what} to your terminal's clipboard. If it does not paste, y and f write a file."
    return f"No clipboard can be reached from here: {to_file(text, what, folder)}"


def to_file(text: str, what: str, folder: Path) -> str:
    """Write text to a new file of the folder; says in a sentence which one.

    Raises:
        OSError: it cannot be written.
    """
    place = free_place(folder, "onrecord-copy", ".txt")
    with written_whole(place) as out:
        out.write(text.encode("utf-8"))
    return f"{what[:1].upper()}{what[1:]} is in {place}."


def free_place(folder: Path, stem: str, suffix: str) -> Path:
    """A path in the folder at which there is nothing yet."""
    place, number = folder / f"{stem}{suffix}", 1
    while place.exists():
        number += 1
        place = folder / f"{stem}-{number}{suffix}"
    return place


def _given_to(tool: Tool, text: str, environment: Mapping[str, str]) -> bool:
    if tool.needs and not environment.get(tool.needs):
        return False
    program = shutil.which(tool.name, path=environment.get("PATH"))
    if not program:
        return False
    quiet = subprocess.DEVNULL  # some stay behind to serve the clipboard, and would keep a pipe open
    try:
        done = subprocess.run(  # noqa: S603 - a program of the table above, text on its input only
            [program, *tool.arguments],
            input=text.encode("utf-8"),
            stdout=quiet,
            stderr=quiet,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _terminal_may_take(text: str, environment: Mapping[str, str]) -> bool:
    # "textual" is a page of a browser.
    drops = environment.get("TERM_PROGRAM") in ("Apple_Terminal", "textual") or "VTE_VERSION" in environment
    plain = environment.get("TERM", "") in ("", "linux", "dumb")
    return not drops and not plain and len(b64encode(text.encode("utf-8"))) <= _LONGEST
