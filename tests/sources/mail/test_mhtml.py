import pytest

from claims.errors import UnreadableDocument
from claims.model import Document, PartialDate
from claims.ports import Material
from sources.mail.mhtml import Mhtml
from sources.mail.reader import Mail
from sources.plain_text import PlainText

NOW = PartialDate.parse("2031-04-01", evidence="clock")
PAGE = (
    "<html lang='en'><head><title>Pier to be rebuilt</title></head><body><article><h1>Pier to be rebuilt</h1>"
    "<p>“We will not ask the fishing families to pay for this pier,” Mayor Marisol Vega said on Monday.</p>"
    "<p>The storm sank twelve boats in the harbor and closed the road to Halden for a week.</p></article></body></html>"
)


def saved(charset: str = "utf-8", page: str = PAGE) -> Material:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/pier\r\nSubject: Pier\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary=x\r\n\r\n'
        f"--x\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    tail = "\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n"
    return Material(head.encode() + page.encode(charset) + tail.encode(), "pier.mhtml", NOW)


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_a_page_saved_as_one_file_is_read_as_the_page_with_its_address(charset: str) -> None:
    material = saved(charset)
    (document,) = (one for one in Mhtml().read(material) if isinstance(one, Document))
    assert "“We will not ask the fishing families to pay for this pier,” Mayor" in document.text
    assert (document.title, document.url) == ("Pier to be rebuilt", "https://herald.example/pier")
    kept = Document("x", document.raw_sha256, url=document.url)
    assert document.id == kept.id  # its id is that of the bytes that are kept


def test_it_is_no_mail_and_no_plain_text() -> None:
    assert Mhtml().claims(saved())
    assert not Mail().claims(saved())
    assert not PlainText().claims(saved())


def test_one_without_a_page_says_so() -> None:
    raw = saved().raw.replace(b"text/html; charset", b"text/css; charset")
    with pytest.raises(UnreadableDocument, match="there is no page in the file"):
        list(Mhtml().read(Material(raw, "pier.mhtml", NOW)))
