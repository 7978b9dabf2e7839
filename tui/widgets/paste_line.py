"""A line to type into that takes a pasted quote whole, not its first line."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input

# Fewer words are pasted to be searched for.
FEWEST = 5


class PasteLine(Input):
    """An input; what is pasted and looks like a statement is a message of its own."""

    class Quoted(Message):
        """A statement was pasted: `text` as it came, with its line ends."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def _on_paste(self, event: events.Paste) -> None:
        if is_statement(event.text):
            event.prevent_default()
            event.stop()
            self.post_message(self.Quoted(event.text))


def is_statement(text: str) -> bool:
    """Is a paste a statement to check? It has several words, and is no query with a filter."""
    from tui.state.queryline import filters_in  # the first frame has this line, and nothing pasted

    return len(text.split()) >= FEWEST and not filters_in(text)
