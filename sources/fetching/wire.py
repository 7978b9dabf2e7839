"""One request to one address, and its answer. The only module that knows the HTTP library."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from claims.errors import InputError, TooLarge
from sources.fetching.addresses import Address, Target

if TYPE_CHECKING:
    import httpx

# Seconds without a byte; the whole has a limit of its own.
_SILENCE = 10.0
# Bytes that come out of one lot of compressed ones, at most, before the size is looked at.
_LOT = 2**20


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said.

    Attributes:
        headers: in order, names in small letters.
        body: unpacked where it came compressed; of a redirect or an error nothing is read.
    """

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key == name), "")


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one answer: `until` is a moment of `time.monotonic`."""

    size: int
    until: float


def ask(target: Target, headers: Mapping[str, str], limits: Limits, location: str) -> Answer:
    """GET a URL from one of its addresses, the next one if nobody answers there.

    Raises:
        InputError: nobody answers, or not in a way that can be read.
        TooLarge: the body is over the limit.
    """
    import httpx

    trouble = ""
    for address in target.addresses:
        try:
            return _asked(target, address, headers, limits, location)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            trouble = _said(error)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise InputError(location, f"{target.host} did not answer as it should: {_said(error)}") from None
    raise InputError(location, f"{target.host} cannot be reached: {trouble}")


def _asked(
    target: Target, address: Address, headers: Mapping[str, str], limits: Limits, location: str
) -> Answer:
    import httpx

    with httpx.Client(
        trust_env=False, follow_redirects=False, timeout=min(_SILENCE, _left(limits, location))
    ) as client:
        request = client.build_request(
            "GET",
            _pinned(target, address),
            headers={**headers, "Host": _host_header(target), "Accept-Encoding": "gzip"},
            # The certificate must be that of the host, whatever address was connected to.
            extensions={"sni_hostname": target.host},
        )
        response = client.send(request, stream=True)
        try:
            told = tuple((name.lower(), value) for name, value in response.headers.multi_items())
            answer = Answer(response.status_code, response.reason_phrase, told)
            if answer.status != httpx.codes.OK:
                return answer
            return Answer(answer.status, answer.reason, told, _body(response, answer, limits, location))
        finally:
            response.close()


def _pinned(target: Target, address: Address) -> str:
    """The URL with the address in place of the host, so that nothing is resolved again."""
    parts = urlsplit(target.url)
    host = f"[{address}]" if address.version == 6 else str(address)
    return urlunsplit((parts.scheme, f"{host}:{target.port}", parts.path, parts.query, ""))


def _host_header(target: Target) -> str:
    parts = urlsplit(target.url)
    host = f"[{target.host}]" if ":" in target.host else target.host
    return host if parts.port is None else f"{host}:{target.port}"


def _body(response: httpx.Response, answer: Answer, limits: Limits, location: str) -> bytes:
    packing = answer.header("content-encoding").strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise InputError(location, f"the answer is compressed as {packing}, which was not asked for")
    lots: Iterable[bytes] = response.iter_raw()
    if packing not in ("", "identity"):
        lots = _unpacked(lots, location)
    body = bytearray()
    for lot in lots:
        body += lot
        if len(body) > limits.size:
            raise TooLarge(location, len(body), limits.size)
        _left(limits, location)
    return bytes(body)


def _unpacked(lots: Iterable[bytes], location: str) -> Iterator[bytes]:
    """gzip or deflate undone, never more than a lot at a time."""
    undo = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for lot in lots:
            rest = lot
            while rest:
                yield undo.decompress(rest, _LOT)
                rest = undo.unconsumed_tail
        yield undo.flush()
    except zlib.error:
        raise InputError(location, "the answer is damaged: it cannot be unpacked") from None
    if not undo.eof:
        raise InputError(location, "the answer was cut off")


def _left(limits: Limits, location: str) -> float:
    left = limits.until - time.monotonic()
    if left <= 0:
        raise InputError(location, "the answer took too long")
    return left


def _said(error: Exception) -> str:
    return str(error).strip().rstrip(".") or type(error).__name__
