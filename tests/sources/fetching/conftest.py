"""A small site on this machine, and a fetcher that is allowed to ask it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sources.fetching.addresses import Address, Rules
from sources.fetching.fetcher import Bounds, Fetcher

Reply = tuple[int, Mapping[str, str], bytes]


@dataclass
class Site:
    """What it answers by path, and what it was asked: the path and the headers."""

    port: int
    pages: dict[str, Reply | Callable[[Mapping[str, str]], Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> str:
        """Put a page there; gives its URL."""
        raw = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": "text/plain", **named}, raw)
        return self.url(path)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            sent = {name.lower(): value for name, value in self.headers.items()}
            made.asked.append((self.path, sent))
            reply = made.pages.get(self.path, (404, {}, b""))
            status, headers, body = reply(sent) if callable(reply) else reply
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher(site: Site) -> Fetcher:
    """As the product's, but this machine and the site's port are allowed, and nobody waits."""
    return Fetcher(Rules(frozenset({site.port}), _is_here), Bounds(seconds=5.0, pause=0.0))


def _is_here(address: Address) -> bool:
    return str(address) == "127.0.0.1"
