"""Titles and authors that a file's properties name, so far as they can be believed."""

from __future__ import annotations

import re

# What programs put there of themselves: a file's name, "Microsoft Word - draft3", "Document1".
_NO_TITLE = re.compile(
    r"\.(?:docx?|pdf|rtf|odt|txt|wpd|pptx?|xlsx?|indd|qxd|pub|tex|dvi|html?)\b|^microsoft |^untitled"
    r"|^(?:document|slide|presentation|book|layout|print|scan|template)\W{0,2}\d*$",
    re.IGNORECASE,
)
# Accounts and machines, no people.
_NOBODY = re.compile(
    r"\b(?:user|admin|administrator|owner|microsoft|windows|office|unknown|default|test)\b", re.IGNORECASE
)
_PERSON = re.compile(r"[^\W\d_][\w.'’\-]*(?:,? [^\W\d_][\w.'’\-]*){1,5}")

# The title of a document stands on its first page.
_HEAD = 3_000


def title_of(stated: str, text: str | None = None) -> str:
    """A title that a property states, in one line; "" if it is a program's or a file's name.

    Args:
        text: one whose beginning must hold the title.
    """
    title = _line(stated)
    if " " not in title or _NO_TITLE.search(title):
        return ""
    if text is not None and title.casefold() not in " ".join(text[:_HEAD].casefold().split()):
        return ""
    return title


def author_of(stated: str) -> str:
    """A name of two words and more that a property states; "" for an account ("jroe", "Office User")."""
    name = _line(stated)
    return name if _PERSON.fullmatch(name) and not _NOBODY.search(name) else ""


def _line(stated: str) -> str:
    """In one line, without what shows nothing."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in stated).split())
