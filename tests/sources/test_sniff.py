import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import PartialDate
from claims.ports import Material
from sources.html import Html
from sources.markdown.reader import Markdown
from sources.pdf.reader import Pdf
from sources.plain_text import PlainText

NOW = PartialDate.parse("2031-01-01", evidence="clock")
READERS = {"plain-text": PlainText(), "html": Html(), "pdf": Pdf(), "markdown": Markdown()}


def archive() -> bytes:
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w") as zipped:
            # Without the moment, as below: tests are named after the bytes, alike in every process.
            zipped.writestr(zipfile.ZipInfo("word/document.xml"), "<p>The wall broke.</p>")
        return file.getvalue()


def claiming(raw: bytes, name: str) -> list[str]:
    return [reader.name for reader in READERS.values() if reader.claims(Material(raw, name, NOW))]


@pytest.mark.parametrize(
    ("raw", "name", "reader"),
    [
        (b"The wall broke.", "story.txt", ["plain-text"]),
        (b"The wall broke.", "story", ["plain-text"]),
        (b"# The wall\n\nIt *broke*.", "story.md", ["markdown"]),
        (b"# The wall\n\nIt *broke*.", "story.txt", ["plain-text"]),
        (b"The wall broke.", "story.md", ["plain-text"]),
        (b"---\ntitle: The wall\n---\nIt broke.", "story", ["markdown"]),
        (b"---\nThe wall broke.\n---\n", "story", ["plain-text"]),
        (b"<h1>The wall</h1> **broke**", "story.md", ["html"]),
        (b"BMW said that the wall broke.", "story.txt", ["plain-text"]),
        (b"MZ is a name of two letters.", "story.txt", ["plain-text"]),
        ("The wall broke.".encode("utf-16"), "story.txt", ["plain-text"]),
        ("The wall broke.".encode("utf-32"), "story.txt", ["plain-text"]),
        ("Café owners wept.".encode("cp1252"), "story.txt", ["plain-text"]),
        (b"A stray \0 in a page of " + b"words " * 50, "story.txt", ["plain-text"]),
        (b"The <html> tag begins a page.", "story.txt", ["plain-text"]),
        (b"3 < 4, and x > y.", "story.txt", ["plain-text"]),
        (b"<html><body><p>Broken.</p></body></html>", "story.txt", ["html"]),
        (b"\n <!-- saved --> <!DOCTYPE html><p>Broken.", "page", ["html"]),
        (b'<?xml version="1.0"?><html xmlns="x"><body/></html>', "page.xhtml", ["html"]),
        ("<html><p>Broken.</p></html>".encode("utf-16"), "page", ["html"]),
        (b"Broken<br>in three places", "page.html", ["html"]),
        (b"No tag at all", "page.html", ["plain-text"]),
        (b"%PDF-1.7 The wall broke.", "story.txt", ["pdf"]),
        (b"\xef\xbb\xbf\r\n%PDF-1.4\n", "download", ["pdf"]),
        (b"The magic of a PDF is %PDF-1.7.", "story.pdf", ["plain-text"]),
        (b"{\\rtf1 The wall broke.}", "story.txt", []),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "picture.txt", []),
        (gzip.compress(b"The wall broke.", mtime=0), "story.txt", []),
        (archive(), "story.docx", []),
        (b"SQLite format 3\0" + bytes(99), "story.txt", []),
        (bytes(range(256)) * 4, "story.txt", []),
        (b"T\0h\0e\0 \0w\0a\0l\0l\0", "story.txt", ["plain-text"]),
        (b"\0T\0h\0e\0 \0w\0a\0l\0l", "story.txt", ["plain-text"]),
        ("<html><p>Broken.</p></html>".encode("utf-16-le"), "page", ["html"]),
        (b"\x00\x01\x02", "odd.bin", []),
        (b"\1\0\2\0\3\0\4\0\5\0\6\0", "numbers.dat", []),
        (b"GIF89a was a format of pictures.", "story.txt", ["plain-text"]),
        (b"GIF89a\1\0\1\0" + bytes(9), "story.txt", []),
        (b"Rar! cried the crowd.", "story.txt", ["plain-text"]),
        (b"path,source\na.txt,Herald\n", "manifest.csv", []),
        (b'{"id": 1}', "data.json", []),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "feed", []),
        (b"print('the wall broke')", "wall.py", []),
    ],
)
def test_the_content_decides_and_then_the_name(raw: bytes, name: str, reader: list[str]) -> None:
    assert claiming(raw, name) == reader


@given(st.binary(), st.sampled_from(["story.txt", "page.html", "x", "feed.xml"]))
def test_no_bytes_are_claimed_by_both(raw: bytes, name: str) -> None:
    assert len(claiming(raw, name)) <= 1
