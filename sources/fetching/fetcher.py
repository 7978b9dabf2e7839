"""A page by its URL: robots.txt, redirects, limits of size and time, a pause for each host."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from claims import __version__
from claims.errors import InputError
from claims.model import PartialDate
from claims.ports import Fetched, Given, Material
from sources.fetching.addresses import Rules, followed, target
from sources.fetching.robots import LONGEST, Robots
from sources.fetching.timed import in_time
from sources.fetching.wire import Answer, Limits, ask
from sources.files import MAX_BYTES

AGENT = "OnRecord"

_SENT_ON = (301, 302, 303, 307, 308)
_UNCHANGED, _OK = 304, 200
# What differs from answer to answer of one visit and says nothing of the page.
_NOT_KEPT = frozenset({"set-cookie", "set-cookie2"})
_LOCKED = (401, 402, 403, 451)
_REMEDY = "save the page from a browser and add the file with --url"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of one page. Size and time are the product's limits for a file and a fetch; a browser follows
    20 redirects, and a page behind ten is a loop or a trap.

    Attributes:
        pause: seconds between two pages of one host.
    """

    size: int = MAX_BYTES
    seconds: float = 30.0
    redirects: int = 10
    pause: float = 1.0


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that a page is as it was when it was fetched before."""

    location: str


@dataclass(slots=True)
class Fetcher:
    """Fetches pages, one after another. Nothing of the user's goes along: no cookies, no passwords, no
    proxy from the environment.
    """

    rules: Rules = field(default_factory=Rules)
    bounds: Bounds = field(default_factory=Bounds)
    _robots: Robots = field(init=False)
    _asked: dict[str, float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._robots = Robots(AGENT, self._robots_txt)

    def fetch(
        self, location: str, given: Given, *, place: str = "", since: Fetched | None = None
    ) -> Material | Unchanged:
        """A page as an input.

        Args:
            location: its URL as it was given.
            place: see `Material`; the location, unless told.
            since: how it was fetched before: it is asked whether the page has changed.

        Raises:
            InputError: it may not be fetched, or cannot be.
        """
        try:
            return in_time(
                lambda: self._fetch(location, given, place or location, since), self.bounds.seconds
            )
        except TimeoutError:
            raise InputError(location, f"no answer within {self.bounds.seconds:g} seconds") from None

    def _fetch(self, location: str, given: Given, place: str, since: Fetched | None) -> Material | Unchanged:
        url, answer, hops = self._answer(location, _conditions(since), is_page=True)
        if answer.status == _UNCHANGED and since is not None:
            return Unchanged(location)
        if answer.status != _OK:
            raise InputError(location, _why(answer))
        if not answer.body.strip():
            raise InputError(location, "the page is empty")
        kept = tuple(pair for pair in answer.headers if pair[0] not in _NOT_KEPT)
        fetched = Fetched(url, hops, answer.status, kept)
        now = PartialDate.instant(datetime.now(UTC), evidence="clock")
        return Material(answer.body, location, now, given, place=place, fetched=fetched)

    def _robots_txt(self, url: str, location: str) -> Answer:
        return self._answer(url, {}, is_page=False, location=location)[1]

    def _answer(
        self, url: str, headers: Mapping[str, str], *, is_page: bool, location: str = ""
    ) -> tuple[str, Answer, tuple[str, ...]]:
        """The answer at the end of the redirects: its URL, itself, and the URLs before it.

        Every address on the way is looked at like the first one.
        """
        location = location or url
        until = time.monotonic() + self.bounds.seconds
        limits = Limits(self.bounds.size if is_page else 4 * LONGEST, until)
        hops: list[str] = []
        while True:
            goal = target(url, self.rules, location)
            if is_page:
                self._robots.check(goal.url, location)
                self._wait(goal.host)
            sent = {"User-Agent": f"{AGENT}/{__version__}", "Accept": "*/*", **headers}
            answer = ask(goal, sent, limits, location)
            sent_to = answer.header("location")
            if answer.status not in _SENT_ON or not sent_to:
                return goal.url, answer, tuple(hops)
            hops.append(goal.url)
            if len(hops) > self.bounds.redirects:
                raise InputError(location, f"it sends on more than {self.bounds.redirects} times")
            url = followed(goal.url, sent_to)

    def _wait(self, host: str) -> None:
        """Until a pause has passed since this host was asked for a page."""
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + self.bounds.pause - time.monotonic()))
        self._asked[host] = time.monotonic()


@cache
def fetcher() -> Fetcher:
    """The one of this process: it remembers what sites asked for, and when they were asked."""
    return Fetcher()


def _conditions(since: Fetched | None) -> dict[str, str]:
    """The headers that ask for a page only if it has changed (RFC 9110, 13.1)."""
    if since is None:
        return {}
    names = {"If-None-Match": since.header("etag"), "If-Modified-Since": since.header("last-modified")}
    return {name: value for name, value in names.items() if value}


def _why(answer: Answer) -> str:
    said = f"the site answers {answer.status} {answer.reason}".strip()
    if answer.status in _LOCKED:
        return f"{said}: {_REMEDY}"
    if answer.status == 429 or answer.status == 503:
        later = answer.header("retry-after")
        return f"{said}: try again {f'after {later} seconds' if later.isdigit() else 'later'}"
    return said
