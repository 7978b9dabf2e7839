"""Offers the rest of a path while it is typed."""

from __future__ import annotations

from pathlib import Path

from textual.suggester import Suggester

from claims.display import display_safe


class PathSuggester(Suggester):
    """The first file or folder, by name, that what is typed begins; folders end in a slash."""

    def __init__(self) -> None:
        # Folders change between two letters.
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        head, slash, begun = value.rpartition("/")
        folder = Path(f"{head}{slash}" or ".").expanduser()
        try:
            fitting = sorted(each for each in folder.iterdir() if each.name.startswith(begun))
        except OSError:
            return None
        # A hidden file is offered only to who types its dot; a name with hidden characters to nobody.
        shown = [each for each in fitting if begun or not each.name.startswith(".")]
        shown = [each for each in shown if display_safe(each.name) == each.name]
        if not shown or not value:
            return None
        return f"{head}{slash}{shown[0].name}{'/' if shown[0].is_dir() else ''}"
