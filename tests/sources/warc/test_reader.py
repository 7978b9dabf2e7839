import base64
import gzip
import hashlib
import zlib
from collections.abc import Callable
from contextlib import suppress

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError, TooLarge, UnknownFormat, UnreadableDocument
from claims.model import Document, PartialDate, Problem
from claims.ports import Given, Material, Room
from sources.gather import gather
from sources.warc import records
from sources.warc.reader import Warc

NOW = PartialDate.parse("2031-04-01", evidence="clock")
PAGE = (
    "<html><head><title>Pier to be rebuilt</title></head><body><article><h1>Pier to be rebuilt</h1>"
    "<p>“We will not ask the fishing families to pay for this pier,” Mayor Marisol Vega said on Monday.</p>"
    "<p>The storm sank twelve boats in the harbor and closed the road to Halden for a week.</p></article></body></html>"
)
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def record(
    block: bytes,
    address: str = "https://herald.example/pier",
    kind: str = "response",
    more: str = "",
    length: int = -1,
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-03-04T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype={kind}\r\n{more}"
        f"Content-Length: {len(block) if length < 0 else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def page(body: bytes = PAGE.encode(), headers: bytes = b"", **more: object) -> bytes:
    return record(HTTP + headers + b"\r\n" + body, **more)  # type: ignore[arg-type]


def about(raw: bytes) -> str:
    """The crawler's digest of some bytes."""
    made = base64.b32encode(hashlib.sha1(raw).digest()).decode()
    return f"WARC-Payload-Digest: sha1:{made}\r\n"


def read(raw: bytes) -> tuple[Document, list[str]]:
    found = list(Warc().read(Material(raw, "a.warc", NOW)))
    (document,) = (one for one in found if isinstance(one, Document))
    problems = [one for one in found if isinstance(one, Problem)]
    assert all(one.document == document.id for one in problems)
    return document, [one.message for one in problems]


def failure(raw: bytes) -> str:
    with pytest.raises(InputError) as caught:
        list(Warc().read(Material(raw, "a.warc", NOW)))
    return caught.value.why


# -- one page ---------------------------------------------------------------------


def test_a_page_has_its_address_and_the_day_of_its_capture() -> None:
    document, problems = read(page(more=about(PAGE.encode())))
    assert "“We will not ask the fishing families to pay for this pier,” Mayor" in document.text
    assert (document.title, document.url) == ("Pier to be rebuilt", "https://herald.example/pier")
    assert document.retrieved is not None
    assert (str(document.retrieved), document.retrieved.evidence) == ("2031-03-04", "warc")
    assert (document.media_type, problems) == ("text/html", [])
    assert document.raw_sha256 == hashlib.sha256(page(more=about(PAGE.encode()))).hexdigest()


def chunked(raw: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(raw), raw)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(PAGE.encode()), b"Transfer-Encoding: chunked\r\n"),
        (gzip.compress(PAGE.encode()), b"Content-Encoding: gzip\r\n"),
        (zlib.compress(PAGE.encode()), b"Content-Encoding: deflate\r\n"),
        (brotli.compress(PAGE.encode()), b"Content-Encoding: br\r\n"),
        (chunked(gzip.compress(PAGE.encode())), b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        # Some crawlers keep the headers and undo what they say.
        (PAGE.encode(), b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
    ],
    ids=["chunked", "gzip", "deflate", "brotli", "both", "undone"],
)
def test_what_was_done_for_the_way_is_undone(body: bytes, headers: bytes) -> None:
    document, problems = read(page(body, headers, more=about(body)))
    assert "fishing families to pay for this pier,” Mayor" in document.text
    assert problems == []


def test_the_servers_word_on_the_encoding_goes_before_the_pages() -> None:
    raw = page(PAGE.encode("cp1252")).replace(b"charset=utf-8", b"charset=windows-1252")
    assert "“We will not ask" in read(raw)[0].text


@pytest.mark.parametrize(
    ("more", "problems"),
    [
        (about(PAGE.encode()), []),
        (about(b"other bytes"), ["its bytes are not those that the crawler made its digest of"]),
        (f"WARC-Payload-Digest: sha256:{hashlib.sha256(PAGE.encode()).hexdigest()}\r\n", []),
        ("WARC-Payload-Digest: blake9:ABC\r\n", []),
        ("WARC-Truncated: length\r\n", ["the crawler stopped reading it (length)"]),
    ],
    ids=["right", "wrong", "SHA-256 in hex", "unknown", "truncated"],
)
def test_bytes_that_are_not_those_of_the_digest_are_a_problem(more: str, problems: list[str]) -> None:
    assert read(page(more=more))[1] == problems


def test_a_record_that_was_cut_off_is_read_and_says_so() -> None:
    raw = page()[:-60]
    assert read(raw)[1] == ["it was cut off: 56 bytes are missing"]


# -- an archive ----------------------------------------------------------------------


def archive(pack: Callable[[bytes], bytes] = bytes) -> bytes:
    parts = [
        record(b"software: crawler\r\n", kind="warcinfo"),
        record(b"GET /pier HTTP/1.1\r\n\r\n", kind="request"),
        page(),
        record(
            b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no", "https://herald.example/gone"
        ),
        record(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG", "https://herald.example/a.png"),
        record(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", "https://herald.example/nothing"),
        record(b"x", "urn:pageinfo:https://herald.example/pier", "resource"),
        record(b"HTTP/1.1 200 OK\r\n\r\nThe wall held.", "https://herald.example/wall.txt"),
    ]
    return b"".join(map(pack, parts))


@pytest.mark.parametrize("pack", [bytes, lambda raw: gzip.compress(raw, mtime=0)], ids=["plain", "gzip"])
def test_each_page_of_an_archive_is_an_input_of_its_own(
    pack: Callable[[bytes], bytes], taken: Callable[..., dict[str, bytes | str]]
) -> None:
    found = taken("crawl.warc.gz", archive(pack))
    at = "crawl.warc.gz/https://herald.example"
    assert list(found) == [f"{at}/pier", f"{at}/gone", f"{at}/a.png", f"{at}/nothing", f"{at}/wall.txt"]
    assert isinstance(found[f"{at}/pier"], bytes)
    assert read(found[f"{at}/pier"])[0].title == "Pier to be rebuilt"
    assert read(found[f"{at}/wall.txt"])[0].text == "The wall held."
    assert found[f"{at}/gone"] == "the server answered 404"
    assert found[f"{at}/a.png"] == "it is no document (image/png)"
    assert found[f"{at}/nothing"] == "the server sent nothing"
    first = next(gather(["crawl.warc.gz"], Given()))
    assert first.material is not None
    assert str(first.material.retrieved) == "2031-03-04"


def test_an_archive_that_was_compressed_at_once_is_read_as_if_it_were_not(taken) -> None:
    assert taken("crawl.warc", gzip.compress(archive())) == taken("crawl.warc", archive())
    stored = page() + page(b"The wall held \x1f\x8b\x08 in the storm.", address="https://herald.example/wall")
    assert taken("crawl.warc", gzip.compress(stored, 0)) == taken("crawl.warc", stored)
    cut = gzip.compress(page() + page("".join(map(str, range(5_000))).encode()))[:-2_000]
    assert next(iter(taken("cut.warc.gz", cut))) == "cut.warc.gz/https://herald.example/pier"


def test_an_archive_that_unpacks_without_end_is_read_as_far_as_there_is_room() -> None:
    raw = gzip.compress(page() + page(bytes(3_000_000)), mtime=0)
    with pytest.raises(UnreadableDocument, match="it unpacks to more than 200 MB, or 200 times its size"):
        list(Warc().members(Material(raw, "a.warc.gz", NOW), Room(1_000_000, 10)))


@pytest.mark.parametrize("address", ["ht\x1b[2Jtp://[::1/../x y", "", "herald.example/pier"])
def test_a_page_whose_address_is_spoilt_is_read_without_one(address: str, taken, caplog) -> None:
    document, problems = read(page(address=address))
    assert (document.title, document.url) == ("Pier to be rebuilt", "")
    assert problems == ["the web archive gives no address of it that can be read"]
    assert list(taken("crawl.warc", page() + page(address=address)))[1:] == ["crawl.warc/record 2"]
    assert caplog.messages == []  # the library would write the address to the terminal as it stands


def test_an_archive_without_pages_says_so(taken) -> None:
    raw = record(b"software: crawler\r\n", kind="warcinfo") + record(
        b"GET / HTTP/1.1\r\n\r\n", kind="request"
    )
    assert taken("crawl.warc", raw) == {"crawl.warc": "the web archive holds no pages"}
    assert failure(record(b"software: crawler\r\n", kind="warcinfo")) == "the web archive holds no pages"


def test_an_archive_that_is_damaged_gives_what_came_before(taken) -> None:
    found = taken("crawl.warc", page() + page(address="https://x.example/2") + b"WARC/9.9 nonsense\r\n\r\n")
    assert list(found.values())[2:] == [
        "the web archive is damaged behind record 2: what came before was read"
    ]
    assert failure(b"WARC/9.9 nonsense\r\n\r\n") == "the web archive is damaged"


def test_a_picture_that_says_it_is_a_page_is_no_document() -> None:
    with pytest.raises(UnknownFormat):
        list(Warc().read(Material(page(b"\x89PNG\r\n\x1a\n" + bytes(200)), "a.warc", NOW)))


@pytest.mark.parametrize(
    "packed", [gzip.compress(bytes(3_000_000)), brotli.compress(bytes(3_000_000))], ids=["gzip", "brotli"]
)
def test_a_body_that_grows_out_of_measure_is_not_unpacked(packed: bytes, monkeypatch) -> None:
    monkeypatch.setattr(records, "MAX_BYTES", 1_000_000)
    way = b"gzip" if packed[:2] == b"\x1f\x8b" else b"br"
    with pytest.raises(TooLarge):
        list(Warc().read(Material(page(packed, b"Content-Encoding: %s\r\n" % way), "a.warc", NOW)))


@settings(deadline=None)  # the first example imports what reading needs
@given(st.lists(st.tuples(st.integers(9, 600), st.integers(0, 255)), max_size=6))
def test_an_archive_with_any_bytes_exchanged_is_opened_and_read_or_refused(
    spoilt: list[tuple[int, int]],
) -> None:
    raw = bytearray(page(b"<p>The wall held.</p>") + page(b"The wall broke.", address="https://x.example/2"))
    for at, byte in spoilt:
        raw[at % len(raw)] = byte
    material = Material(bytes(raw), "a.warc", NOW)
    with suppress(InputError):
        list(Warc().members(material, Room(10**8, 1000)))
    with suppress(InputError):
        list(Warc().read(material))
