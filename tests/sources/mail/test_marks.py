import pytest

from claims.model import PartialDate
from claims.ports import Material
from sources.html import Html
from sources.mail.reader import Mail
from sources.plain_text import PlainText

NOW = PartialDate.parse("2031-04-01", evidence="clock")


def claiming(raw: bytes, name: str) -> list[str]:
    return [
        reader.name for reader in (Mail(), PlainText(), Html()) if reader.claims(Material(raw, name, NOW))
    ]


@pytest.mark.parametrize(
    ("raw", "name", "readers"),
    [
        (b"From: a@b\nMessage-ID: <1@b>\n\nThe wall held.", "x", ["mail"]),
        (b"\r\nReceived: from b\r\n by c\r\nFrom: a@b\r\n\r\nThe wall held.", "x.txt", ["mail"]),
        (b"From: a@b\nSubject: Wall\n\nThe wall held.", "x.eml", ["mail"]),
        # A memo begins so too.
        (
            b"From: Office of the Mayor\nTo: All\nDate: March 3\nSubject: Wall\n\nIt held.",
            "x.txt",
            ["plain-text"],
        ),
        (b"From: a@b\nThe wall held, it says.\nMessage-ID: <1@b>\n\nYes.", "x.txt", ["plain-text"]),
        (b"The wall held.", "x.eml", ["plain-text"]),
        (b"Date: Monday\nThe mayor: we won.\n", "x.txt", ["plain-text"]),
        (b"<html><body><p>From: a@b</p></body></html>", "x.eml", ["html"]),
    ],
)
def test_headers_that_programs_write_make_a_mail(raw: bytes, name: str, readers: list[str]) -> None:
    assert claiming(raw, name) == readers
