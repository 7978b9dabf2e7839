"""`onrecord serve`: a page of this machine alone, and the app in it."""

import asyncio
import os
import re
import socket
import subprocess
import sys
import time

import pytest
from aiohttp import ClientSession, CookieJar, WSMsgType

# Far more than it takes to start.
PATIENCE = 60.0


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def served(record, tmp_path, port):
    """The address that the command prints, while it runs."""
    command = [sys.executable, "-m", "tui", "--db", os.environ["ONRECORD_DB"], "serve", "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert process.stderr
        line = process.stderr.readline()
        assert line.startswith(f"OnRecord is at http://127.0.0.1:{port}/?key="), line
        yield line.split()[-1]
    finally:
        process.terminate()
        process.wait(PATIENCE)


async def test_only_who_has_the_address_sees_the_record_and_it_is_only_read(served, port):
    plain = f"http://127.0.0.1:{port}/"
    async with ClientSession() as stranger:
        assert (await stranger.get(plain)).status == 403
        assert (await stranger.get(f"{plain}ws")).status == 403
        assert (await stranger.get(f"{plain}?key=guessed")).status == 403
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as mine:  # of a bare number too
        elsewhere = await mine.get(served, headers={"Host": f"evil.example:{port}"}, allow_redirects=False)
        assert elsewhere.status == 403
        page = await mine.get(served)
        assert (page.status, str(page.url)) == (200, plain)
        assert page.headers["Content-Security-Policy"].startswith("default-src 'self'")
        assert ".focus()" in await page.text()  # keys are heard before anything is clicked
        drawn = await drawn_until(mine, f"{plain}ws?width=100&height=30", "read only", "quotes")
    assert "1 Search" in drawn


async def drawn_until(session: ClientSession, address: str, *words: str) -> str:
    """What a page draws until all of some words are there."""
    drawn, end = "", time.monotonic() + PATIENCE
    async with session.ws_connect(address) as page:
        while not all(word in drawn for word in words):
            assert time.monotonic() < end, drawn[-500:]
            message = await asyncio.wait_for(page.receive(), PATIENCE)
            assert message.type in (WSMsgType.BINARY, WSMsgType.TEXT), message
            if message.type == WSMsgType.BINARY:
                drawn += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", message.data.decode("utf-8", "replace"))
    return drawn
