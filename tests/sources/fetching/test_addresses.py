"""What may be asked for: none of these reaches into the network that OnRecord runs in."""

from __future__ import annotations

import socket
from ipaddress import ip_address

import pytest

from claims.errors import InputError
from sources.fetching.addresses import Rules, is_public, target


def why_not(url: str) -> str:
    with pytest.raises(InputError) as refused:
        target(url, Rules(), url)
    return refused.value.why


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.9", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.5",
        "::1", "::", "fe80::1", "fe80::1%1", "fd00::2", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1",
        "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ],
)  # fmt: skip
def test_addresses_inside_a_network_are_not_nor_what_carries_one(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "127.0.0.1.", "[::1]", "[::ffff:7f00:1]"],
)  # fmt: skip
def test_a_host_is_judged_by_the_address_it_stands_for(host: str) -> None:
    assert "an address inside a network" in why_not(f"http://{host}/secret")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://herald.example/a", "addresses of ftp are not asked, only http and https"),
        ("http://herald.example:8080/", "port 8080 is not asked, only 80 and 443"),
        ("http://desk:secret@herald.example/", "an address with a name or password in it is not asked"),
        ("http://@herald.example/", "an address with a name or password in it is not asked"),
        ("http:///path", "the address names no host"),
        ("http://herald.example:port/", "this is no address that can be read"),
        ("http://herald.example/\r\nX-Header: 1", "this is no address that can be read"),
        ("http://herald.example\\@127.0.0.1/", "this is no address that can be read"),
        ("http://[::1/", "this is no address that can be read"),
        ("http://" + "a" * 5000, "this is no address that can be read"),
    ],
)
def test_an_address_of_another_form_is_refused(url: str, why: str) -> None:
    assert why_not(url) == why


def test_every_address_of_a_host_must_be_public(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(host: str, port: int, **_: object) -> list[object]:
        found = ["93.184.216.34", "10.0.0.7"]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in found]

    monkeypatch.setattr("sources.fetching.addresses.getaddrinfo", resolve)
    assert why_not("https://herald.example/") == (
        "herald.example is 10.0.0.7, an address inside a network and not on the open internet"
    )


def test_what_may_be_asked_goes_without_its_fragment(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))]
    monkeypatch.setattr("sources.fetching.addresses.getaddrinfo", lambda *_, **__: answer)
    found = target("https://Hérald.example/pier?id=7#top", Rules(), "")
    assert (found.host, found.port) == ("xn--hrald-bsa.example", 443)
    assert found.url == "https://Hérald.example/pier?id=7"
    assert [str(each) for each in found.addresses] == ["93.184.216.34"]
