"""The app in a browser of this machine: who has the address that is printed sees it, nobody else.

textual-serve has neither a password nor a check of who asks: any page open in the browser could
talk to it, and any other user of the machine. So the address holds a secret, which the browser
keeps as a cookie that no other site's page sends along; and the page may load nothing from
elsewhere, as its template would.
"""

from __future__ import annotations

import logging
import secrets
import shlex
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web
from aiohttp.typedefs import Middleware
from textual_serve.server import Server

from tui.printing import say

HOST = "127.0.0.1"
_COOKIE = "onrecord"
_REFUSED = "Open the address that `onrecord serve` printed.\n"

# Its page hears no key before it was clicked; whoever opens the app wants to type.
_LISTEN = """<script>
const waiting = setInterval(() => {
  const keys = document.querySelector(".xterm-helper-textarea");
  if (keys) { clearInterval(waiting); keys.focus(); }
}, 100);
</script>
"""

_Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Pages(Server):
    """Serves one command, a process of it for each page.

    Args:
        command: what draws the app, as the list of its words.
    """

    def __init__(self, command: Sequence[str], port: int) -> None:
        super().__init__(shlex.join(command), host=HOST, port=port, title="OnRecord")
        self._secret = secrets.token_urlsafe(24)

    @property
    def address(self) -> str:
        """The page, with the secret that opens it."""
        return f"{self.public_url}/?key={self._secret}"

    def serve(self, debug: bool = False) -> None:
        """Serve until Ctrl-C; the address is told once it can be opened.

        Raises:
            OSError: the port is taken.
        """
        self.debug = debug
        logging.basicConfig(level=logging.WARNING, format="onrecord: %(message)s")
        web.run_app(self._make_app(), host=self.host, port=self.port, print=self._tell)

    def _tell(self, *_: object) -> None:
        say(f"OnRecord is at {self.address}")
        say("Ctrl-C ends it. Whoever has this address and an account on this machine can open the record.")

    async def on_startup(self, app: web.Application) -> None:
        """Nothing: what there is to say comes when the port is open."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard())
        app.on_response_prepare.append(self.on_prepare)
        return app

    def _guard(self) -> Middleware:
        @web.middleware
        async def guard(request: web.Request, handler: _Answer) -> web.StreamResponse:
            if request.host != f"{self.host}:{self.port}":  # a name that was made to point here
                raise web.HTTPForbidden(text=_REFUSED)
            if self._is_secret(request.query.get("key", "")):
                opened = web.HTTPFound("/")
                opened.set_cookie(_COOKIE, self._secret, httponly=True, samesite="Strict")
                return opened
            if not self._is_secret(request.cookies.get(_COOKIE, "")):
                raise web.HTTPForbidden(text=_REFUSED)
            answer = await handler(request)
            if isinstance(answer, web.Response) and answer.content_type == "text/html" and answer.text:
                answer.text = answer.text.replace("</body>", f"{_LISTEN}</body>")
            return answer

        return guard

    async def on_prepare(self, _: web.Request, response: web.StreamResponse) -> None:
        """Nothing is loaded from elsewhere: the template asks a font of another company's server."""
        response.headers["Content-Security-Policy"] = (
            "default-src 'self' 'unsafe-inline' data:; "
            f"connect-src 'self' ws://{self.host}:{self.port}; frame-ancestors 'none'"
        )
        response.headers["Referrer-Policy"] = "no-referrer"

    def _is_secret(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._secret.encode())
