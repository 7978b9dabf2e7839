"""A page by its URL, from a site on this machine."""

from __future__ import annotations

import gzip
import socket
import time
from ipaddress import ip_address

import pytest

from claims.errors import InputError, TooLarge
from claims.ports import Given, Material
from sources.fetching.addresses import Rules
from sources.fetching.fetcher import Bounds, Fetcher, Unchanged
from tests.sources.fetching.conftest import Site


def got(fetcher: Fetcher, url: str) -> Material:
    found = fetcher.fetch(url, Given())
    assert isinstance(found, Material)
    return found


def why_not(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(InputError) as refused:
        fetcher.fetch(url, Given())
    assert refused.value.location == url
    return refused.value.why


def test_a_page_comes_with_how_it_came(site: Site, fetcher: Fetcher) -> None:
    url = site.page("/pier", "The pier is shut.", ETag='"v1"', Set_Cookie="id=7")
    page = got(fetcher, url)
    assert (page.raw, page.location, page.place) == (b"The pier is shut.", url, url)
    assert page.retrieved.evidence == "clock"
    assert page.fetched is not None
    assert (page.fetched.url, page.fetched.hops, page.fetched.status) == (url, (), 200)
    assert page.fetched.header("etag") == '"v1"'
    assert page.fetched.header("set-cookie") == ""


def test_nothing_of_the_users_goes_along(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    site.page("/first", "", status=302, Location="/pier", Set_Cookie="id=7")
    site.page("/pier", "words")
    got(fetcher, site.url("/first"))
    for _, headers in site.asked:
        assert headers["user-agent"].startswith("OnRecord/")
        assert not {"cookie", "authorization", "referer"} & set(headers)


def test_what_sent_on_is_kept(site: Site, fetcher: Fetcher) -> None:
    first = site.page("/a", "", status=301, Location="/b?x=1")
    second = site.page("/b?x=1", "", status=307, Location=site.url("/c#top"))
    third = site.page("/c", "words")
    page = got(fetcher, first)
    assert page.fetched is not None
    assert (page.location, page.place, page.fetched.url) == (first, first, third)
    assert page.fetched.hops == (first, second)


def test_a_circle_ends(site: Site, fetcher: Fetcher) -> None:
    url = site.page("/a", "", status=302, Location="/a")
    assert why_not(fetcher, url) == "it sends on more than 10 times"
    assert site.paths.count("/a") == 11


def test_each_address_on_the_way_is_looked_at(site: Site, fetcher: Fetcher) -> None:
    inside = site.page("/a", "", status=302, Location=f"http://169.254.169.254:{site.port}/keys")
    assert "169.254.169.254, an address inside a network" in why_not(fetcher, inside)
    port = site.page("/b", "", status=302, Location="http://127.0.0.1:22/")
    assert "port 22 is not asked" in why_not(fetcher, port)
    file = site.page("/c", "", status=302, Location="file:///etc/hostname")
    assert why_not(fetcher, file) == "addresses of file are not asked, only http and https"
    none = site.page("/d", "", status=302, Location="http://[::pier/")
    assert "did not answer as it should: Invalid URL in location header" in why_not(fetcher, none)


def test_a_name_is_resolved_once_and_asked_at_the_address_that_was_looked_at(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["127.0.0.1", "127.0.0.1"])  # for the page and for robots.txt; later ones fail the test

    def resolve(host: str, port: int, **_: object) -> list[object]:
        address = next(answers) if host == "herald.example" else host
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr("sources.fetching.addresses.getaddrinfo", resolve)
    site.page("/pier", "words")
    page = got(fetcher, site.url("/pier", "herald.example"))
    assert page.raw == b"words"
    assert site.asked[-1][1]["host"] == f"herald.example:{site.port}"


def test_the_second_address_of_a_host_is_asked_if_nobody_is_at_the_first(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = Rules(frozenset({site.port}), lambda address: address.is_loopback)

    def resolve(host: str, port: int, **_: object) -> list[object]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in ("127.0.0.9", "127.0.0.1")
        ]

    monkeypatch.setattr("sources.fetching.addresses.getaddrinfo", resolve)
    site.page("/pier", "words")
    page = got(Fetcher(rules, Bounds(seconds=5.0, pause=0.0)), site.url("/pier", "herald.example"))
    assert page.raw == b"words"


def test_the_products_own_rules_let_none_ask_this_machine(site: Site) -> None:
    site.page("/pier", "words")
    rules = Rules(ports=frozenset({site.port}))
    assert "an address inside a network" in why_not(Fetcher(rules), site.url("/pier"))
    assert not rules.is_allowed(ip_address("127.0.0.1"))
    assert site.asked == []


def test_robots_txt_is_asked_once_and_respected(site: Site, fetcher: Fetcher) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /desk\nAllow: /desk/open$\n")
    site.page("/desk/notes", "words")
    site.page("/desk/open", "words")
    assert why_not(fetcher, site.url("/desk/notes")) == (
        "the site's robots.txt asks programs not to fetch it: save the page and add the file with --url"
    )
    assert got(fetcher, site.url("/desk/open")).raw == b"words"
    assert site.paths == ["/robots.txt", "/desk/open"]


def test_a_redirect_to_what_robots_txt_closes_is_not_followed(site: Site, fetcher: Fetcher) -> None:
    site.page("/robots.txt", "User-agent: OnRecord\nDisallow: /desk\n")
    site.page("/desk", "words")
    assert "robots.txt asks" in why_not(fetcher, site.page("/a", "", status=302, Location="/desk"))
    assert "/desk" not in site.paths


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    site.page("/robots.txt", "", status=503)
    site.page("/pier", "words")
    assert "robots.txt cannot be read (503 Service Unavailable)" in why_not(fetcher, site.url("/pier"))
    assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (404, "the site answers 404 Not Found"),
        (403, "the site answers 403 Forbidden: save the page from a browser and add the file with --url"),
        (429, "the site answers 429 Too Many Requests: try again after 60 seconds"),
        (500, "the site answers 500 Internal Server Error"),
    ],
)
def test_what_a_site_refuses_is_told(site: Site, fetcher: Fetcher, status: int, why: str) -> None:
    assert why_not(fetcher, site.page("/pier", "no", status=status, Retry_After="60")) == why


def test_an_empty_page_is_none(site: Site, fetcher: Fetcher) -> None:
    assert why_not(fetcher, site.page("/pier", " \n")) == "the page is empty"


def test_nobody_there(fetcher: Fetcher, site: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    rules = Rules(frozenset({port}), lambda address: address.is_loopback)
    url = f"http://127.0.0.1:{port}/pier"
    assert "127.0.0.1 cannot be reached" in why_not(Fetcher(rules, Bounds(pause=0.0)), url)


def test_a_page_over_the_limit_is_not_read_to_its_end(site: Site) -> None:
    rules = Rules(frozenset({site.port}), lambda address: address.is_loopback)
    small = Fetcher(rules, Bounds(size=100_000, pause=0.0))
    with pytest.raises(TooLarge):
        small.fetch(site.page("/long", b"x" * 100_001), Given())
    assert len(got(small, site.page("/fits", b"x" * 100_000)).raw) == 100_000


def test_a_page_that_came_packed_is_unpacked_within_the_limit(site: Site) -> None:
    rules = Rules(frozenset({site.port}), lambda address: address.is_loopback)
    small = Fetcher(rules, Bounds(size=3_000_000, pause=0.0))
    packed = site.page("/packed", gzip.compress(b"words" * 1000), Content_Encoding="gzip")
    assert got(small, packed).raw == b"words" * 1000
    bomb = site.page("/bomb", gzip.compress(bytes(60_000_000)), Content_Encoding="gzip")
    with pytest.raises(TooLarge) as refused:
        small.fetch(bomb, Given())
    assert refused.value.size < 5_000_000
    cut = site.page("/cut", gzip.compress(b"words" * 1000)[:-9], Content_Encoding="gzip")
    assert why_not(small, cut) in ("the answer was cut off", "the answer is damaged: it cannot be unpacked")
    odd = site.page("/odd", b"words", Content_Encoding="br")
    assert why_not(small, odd) == "the answer is compressed as br, which was not asked for"


def test_a_server_that_drips_is_given_up(site: Site) -> None:
    def slow(_: object) -> tuple[int, dict[str, str], bytes]:
        time.sleep(1.5)
        return 200, {}, b"words"

    site.pages["/slow"] = slow
    rules = Rules(frozenset({site.port}), lambda address: address.is_loopback)
    hasty = Fetcher(rules, Bounds(seconds=0.5, pause=0.0))
    assert why_not(hasty, site.url("/slow")) == "no answer within 0.5 seconds"


def test_pages_of_one_host_are_asked_with_a_pause(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("sources.fetching.fetcher.time.sleep", waited.append)
    rules = Rules(frozenset({site.port}), lambda address: address.is_loopback)
    polite = Fetcher(rules, Bounds(pause=60.0))
    url = site.page("/pier", "words")
    got(polite, url)
    assert waited == []
    got(polite, url)
    assert [50 < seconds <= 60 for seconds in waited] == [True]


def test_a_page_is_asked_whether_it_has_changed(site: Site, fetcher: Fetcher) -> None:
    def page(sent: object) -> tuple[int, dict[str, str], bytes]:
        assert isinstance(sent, dict)
        if sent.get("if-none-match") == '"v1"':
            return 304, {}, b""
        return 200, {"ETag": '"v1"', "Last-Modified": "Tue, 05 Mar 2024 10:00:00 GMT"}, b"words"

    site.pages["/pier"] = page
    url = site.url("/pier")
    first = got(fetcher, url)
    assert fetcher.fetch(url, Given(), since=first.fetched) == Unchanged(url)
    sent = site.asked[-1][1]
    assert sent["if-modified-since"] == "Tue, 05 Mar 2024 10:00:00 GMT"


def test_the_encoding_that_the_answer_names(site: Site, fetcher: Fetcher) -> None:
    page = got(fetcher, site.page("/pier", b"caf\xe9", Content_Type="text/plain; charset=ISO-8859-1"))
    assert page.fetched is not None
    assert page.fetched.charset == "ISO-8859-1"
