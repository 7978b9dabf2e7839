"""What sites ask programs to leave alone: robots.txt (RFC 9309), read once for each site of a run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.errors import InputError
from sources.fetching.wire import Answer

if TYPE_CHECKING:
    from protego import Protego

# A crawler must read so much of it (RFC 9309, 2.5); the rest is left.
LONGEST = 500 * 1024

_REMEDY = "save the page and add the file with --url"
_REFUSED = f"the site's robots.txt asks programs not to fetch it: {_REMEDY}"
_UNREAD = f"the site's robots.txt cannot be read ({{why}}), so programs must stay away: {_REMEDY}"


class Robots:
    """Args:
    agent: the name by which rules are looked up.
    read: gives the robots.txt of a URL; raises InputError if nobody answers.
    """

    def __init__(self, agent: str, read: Callable[[str, str], Answer]) -> None:
        self._agent = agent
        self._read = read
        self._known: dict[str, Protego | str] = {}

    def check(self, url: str, location: str) -> None:
        """Raise InputError where the site asks not to be read at this URL."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            self._known[site] = self._rules(f"{site}/robots.txt", location)
        rules = self._known[site]
        if isinstance(rules, str):
            raise InputError(location, _UNREAD.format(why=rules))
        if not rules.can_fetch(url, self._agent):
            raise InputError(location, _REFUSED)

    def _rules(self, url: str, location: str) -> Protego | str:
        """Its rules, or why there are none to go by. A site that fails may not be read, one without may."""
        from protego import Protego

        try:
            answer = self._read(url, location)
        except InputError as error:
            return error.why
        if answer.status >= 500 or answer.status == 429:
            return f"{answer.status} {answer.reason}".strip()
        text = answer.body[:LONGEST].decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(text)
