"""What may be asked for: a URL's form, and the addresses on the network that its host stands for.

A record may be fed with links that others wrote, and a link must not reach into the network that
OnRecord runs in (server-side request forgery, OWASP). So a host is resolved once, every address it
has must be public, and the connection is made to one of those that were looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import SOCK_STREAM, getaddrinfo
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from claims.errors import InputError

Address = IPv4Address | IPv6Address

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4096
# IPv6 that carries an IPv4 address to somewhere else: 6to4, Teredo, and what translates (RFC 3056, 4380,
# 6052, 8215). `is_global` says yes to some of these.
_CARRIERS = tuple(
    IPv6Network(net) for net in ("2002::/16", "2001::/32", "64:ff9b::/96", "64:ff9b:1::/48", "::/96")
)


def is_public(address: Address) -> bool:
    """Is it an address of the open internet, that one host answers?"""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address.scope_id or any(address in net for net in _CARRIERS):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be asked.

    Attributes:
        ports: a URL that names another port is refused.
        is_allowed: of each address that a host has.
    """

    ports: frozenset[int] = frozenset(_PORTS.values())
    is_allowed: Callable[[Address], bool] = is_public


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that may be asked, and where.

    Attributes:
        url: without fragment.
        host: as it goes on the wire: ASCII, small letters.
        addresses: of the host, each allowed.
    """

    url: str
    host: str
    port: int
    addresses: tuple[Address, ...]


def target(url: str, rules: Rules, location: str) -> Target:
    """Look at a URL and resolve its host.

    Args:
        location: what errors name: the address that the user gave.

    Raises:
        InputError: it may not be asked, or its host is not known.
    """
    parts = _parts(url, location)
    port = parts.port or _PORTS[parts.scheme]
    if port not in rules.ports:
        raise InputError(location, f"port {port} is not asked, only {_listed(rules.ports)}")
    host = _host(parts, location)
    addresses = _resolved(host, port, location)
    for address in addresses:
        if not rules.is_allowed(address):
            why = f"{host} is {address}, an address inside a network and not on the open internet"
            raise InputError(location, why)
    plain = urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))
    return Target(plain, host, port, addresses)


def is_url(location: str) -> bool:
    """Does it name a page on the network rather than a file?"""
    return location.lower().startswith(("http:", "https:", "ftp:"))


def followed(url: str, sent_to: str) -> str:
    """The address that a redirect names, which may be relative."""
    return urljoin(url, sent_to)


def _parts(url: str, location: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  (a port that is no number raises here)
    except ValueError:
        raise InputError(location, "this is no address that can be read") from None
    if len(url) > _LONGEST or any(ord(letter) <= 0x20 for letter in url) or "\\" in parts.netloc:
        raise InputError(location, "this is no address that can be read")
    if parts.scheme not in _PORTS:
        raise InputError(
            location, f"addresses of {parts.scheme or 'no scheme'} are not asked, only http and https"
        )
    if parts.username is not None or parts.password is not None:
        raise InputError(location, "an address with a name or password in it is not asked")
    if not parts.hostname:
        raise InputError(location, "the address names no host")
    return parts


def _host(parts: SplitResult, location: str) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise InputError(location, "the address names no host that can be read") from None


def _resolved(host: str, port: int, location: str) -> tuple[Address, ...]:
    try:
        found = getaddrinfo(host, port, type=SOCK_STREAM)
    except (OSError, UnicodeError):
        raise InputError(
            location, f"no address is known for {host}: is it spelled right, is there a network?"
        ) from None
    addresses = dict.fromkeys(ip_address(str(each[4][0])) for each in found)
    if not addresses:
        raise InputError(location, f"no address is known for {host}")
    return tuple(addresses)


def _listed(ports: frozenset[int]) -> str:
    return " and ".join(str(port) for port in sorted(ports))
