import email.message
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sources.mail.parts
from claims.errors import UnreadableDocument
from claims.intake import read_and_extract
from claims.model import Document, PartialDate, Problem
from claims.ports import Material, Room
from sources.mail.flowed import unflowed
from sources.mail.reader import Mail

NOW = PartialDate.parse("2031-04-01", evidence="clock")

HEADERS = b"""From: Ines Carrow <carrow@port.example>
To: press@herald.example
Subject: Storm damage
Date: Mon, 3 Mar 2031 09:12:00 +0100
Message-ID: <1@port.example>
"""
SAID = "“We will rebuild the pier,” Mayor Marisol Vega said."


def mail(body: bytes, headers: bytes = b"") -> Material:
    return Material(HEADERS + headers + b"\n" + body, "a.eml", NOW)


def read(material: Material) -> Document:
    (document,) = (one for one in Mail().read(material) if isinstance(one, Document))
    return document


def quoted_by(material: Material) -> list[str]:
    (found,) = read_and_extract(material, extractor="rules")
    return [quote.text for quote in found.extraction.quotes]


# -- what the headers state -----------------------------------------------------


def test_subject_sender_and_date_are_stated_with_their_evidence() -> None:
    document = read(mail(SAID.encode()))
    assert (document.text, document.title, document.author) == (SAID, "Storm damage", "Ines Carrow")
    assert document.published is not None
    assert (str(document.published), document.published.evidence) == ("2031-03-03", "mail Date")
    assert document.published.raw == "Mon, 3 Mar 2031 09:12:00 +0100"
    assert document.published.moment is not None
    assert (document.media_type, document.source) == ("message/rfc822", None)


def test_a_sender_that_is_an_office_publishes() -> None:
    raw = mail(SAID.encode()).raw.replace(b"Ines Carrow", b"Port Authority of Harlow Bay")
    document = read(Material(raw, "a.eml", NOW))
    assert document.source is not None
    assert (document.source.name, document.source.evidence) == ("Port Authority of Harlow Bay", "mail From")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (b"=?utf-8?q?Caf=C3=A9_wall?= held", "Café wall held"),
        (b"=?utf-8?b?Q2Fmw6k=?=\n =?utf-8?q?_wall?=", "Café wall"),
        (b"=?iso-2022-jp?b?GyRCO1REORsoQg==?=", "市長"),
        (b"=?martian?q?wall=20held?=", "wall held"),
        (b"=?utf-8?b?####?=", ""),
        ("“Ready” in time".encode("cp1252"), "“Ready” in time"),
        ("“Ready” in time".encode(), "“Ready” in time"),
        (b"Re: AW: Fwd: Storm", "Storm"),
        (b"C:\\users\\u12 is full", "C:\\users\\u12 is full"),
    ],
)
def test_a_subject_in_any_encoding(written: bytes, title: str) -> None:
    raw = mail(SAID.encode()).raw.replace(b"Storm damage", written)
    assert read(Material(raw, "a.eml", NOW)).title == title


def test_a_subject_without_end_is_read_as_far_as_one_goes() -> None:
    raw = mail(SAID.encode()).raw.replace(b"Storm damage", b"=?utf-8?q?x?= " * 50_000)
    assert 100 < len(read(Material(raw, "a.eml", NOW)).title) < 10_000


def test_a_sender_in_comments_without_end_is_nobody_and_costs_no_text() -> None:
    raw = mail(SAID.encode()).raw.replace(b"Ines Carrow", b"(" * 20_000)
    assert (read(Material(raw, "a.eml", NOW)).text, read(Material(raw, "a.eml", NOW)).author) == (SAID, "")


def test_a_date_that_is_none_is_not_guessed() -> None:
    raw = mail(SAID.encode()).raw.replace(b"Mon, 3 Mar 2031 09:12:00 +0100", b"last Monday")
    assert read(Material(raw, "a.eml", NOW)).published is None


# -- the text ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (SAID.encode("cp1252"), b""),
        (SAID.encode("cp1252"), b"Content-Type: text/plain; charset=martian\n"),
        (
            SAID.encode("cp1252"),
            b"Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: 8bit\n",
        ),
        (SAID.encode(), b"Content-Type: text/plain; charset=us-ascii\n"),
        (
            b"=E2=80=9CWe will rebuild=\n the pier,=E2=80=9D Mayor Marisol Vega said.",
            b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n",
        ),
    ],
    ids=["no charset", "unknown charset", "declared", "wrongly declared", "quoted-printable"],
)
def test_quotation_marks_survive_every_encoding(body: bytes, headers: bytes) -> None:
    document = read(mail(body, headers))
    assert document.text == SAID
    assert quoted_by(mail(body, headers)) == ["We will rebuild the pier"]


FLOWED = b"Content-Type: text/plain; charset=utf-8; format=flowed%s\n"


def test_lines_that_a_mail_program_broke_for_the_way_are_paragraphs_again() -> None:
    body = "“We will rebuild \nthe pier,” Mayor \nMarisol Vega said.\n\n> They \n> ask.\n>> So \n> we\n From here.\n-- \nInes\n"
    text = read(mail(body.encode(), FLOWED % b"")).text
    assert text.splitlines() == [SAID, "", "> They ask.", ">> So ", "> we", "From here.", "-- ", "Ines"]
    assert quoted_by(mail(body.encode(), FLOWED % b"")) == ["We will rebuild the pier"]
    broken = b"The wall is repa \nired.\n"
    assert read(mail(broken, FLOWED % b"; delsp=yes")).text.strip() == "The wall is repaired."


def test_a_paragraph_of_very_many_lines_takes_time_in_step_with_them(in_step) -> None:  # type: ignore[no-untyped-def]
    assert in_step(lambda: unflowed("abc \n" * 5_000), lambda: unflowed("abc \n" * 80_000), 16)


def parts(kind: str, *inner: tuple[str, str]) -> bytes:
    made = "".join(f"--x\nContent-Type: {form}\n\n{text}\n" for form, text in inner)
    return f"Content-Type: multipart/{kind}; boundary=x\n\n{made}--x--\n".encode()


def message(kind: str, *inner: tuple[str, str]) -> Material:
    return Material(HEADERS + b"MIME-Version: 1.0\n" + parts(kind, *inner), "a.eml", NOW)


PLAIN, HTML = (
    ("text/plain; charset=utf-8", "The plain wall held."),
    ("text/html", "<p>The HTML wall held.</p>"),
)


@pytest.mark.parametrize(
    ("material", "text"),
    [
        (message("alternative", PLAIN, HTML), "The plain wall held."),
        (message("alternative", HTML, PLAIN), "The plain wall held."),
        (message("alternative", ("text/plain", " \n"), HTML), "The HTML wall held."),
        (message("related", HTML, ("text/plain", "of a picture")), "The HTML wall held."),
        (message("mixed", PLAIN, ("text/plain", "And a footer.")), "The plain wall held.\n\nAnd a footer."),
        (message("mixed", PLAIN, ("text/plain; name=a.txt", "A file.")), "The plain wall held."),
        (message("mixed", ("image/png", "x")), "Storm damage"),
        (mail(b""), "Storm damage"),
    ],
    ids=[
        "plain first",
        "plain last",
        "plain is empty",
        "related",
        "two texts",
        "a file",
        "no text",
        "no body",
    ],
)
def test_the_plain_part_is_preferred_and_files_are_no_text(material: Material, text: str) -> None:
    assert read(material).text == text


def test_html_is_read_whole_with_its_tables() -> None:
    page = (
        "<html><head><title>no</title><style>p {}</style></head><body><p>The mayor<br>said:</p><ul><li>One</li></ul>"
        "<table><tr><th>Town</th><th>Boats</th></tr><tr><td>Halden</td><td>12</td></tr></table>"
        "<table><tr><td>Laid</td><td>out</td></tr></table><script>no()</script></body></html>"
    )
    text = read(mail(page.encode(), b"Content-Type: text/html\n")).text
    assert text.splitlines() == [
        "The mayor", "said:", "One", "| Town | Boats |", "|---|---|", "| Halden | 12 |", "Laid", "out",
    ]  # fmt: skip


def test_a_mail_without_text_and_subject_says_so() -> None:
    with pytest.raises(UnreadableDocument, match="the mail holds no text and has no subject"):
        read(Material(HEADERS.replace(b"Storm damage", b"") + b"\n", "a.eml", NOW))


# -- words of others ------------------------------------------------------------

OURS = "“The boats are safe,” Ines Carrow said."
OTHERS = "“The pier is lost,” Tomas Lind said."


@pytest.mark.parametrize(
    "body",
    [
        f"{OURS}\n\nOn Sun, 2 Mar 2031, Tomas Lind <lind@x.example> wrote:\n\n> {OTHERS}\n> More.\n",
        f"{OURS}\n\nOn Sun, 2 Mar 2031 at 10:00 PM Tomas Lind\n<lind@x.example> wrote:\n> {OTHERS}\n",
        f"{OURS}\n\nAm 02.03.2031 um 10:00 schrieb Tomas Lind:\n> {OTHERS}\n",
        f"{OURS}\n\nOn Sun, 2 Mar 2031, Tomas Lind wrote:\n\n{OTHERS}\n",
        f"{OURS}\n\n-----Original Message-----\nFrom: Tomas Lind\nSent: Sunday\n\n{OTHERS}\n",
        f"> {OTHERS}\n\n{OURS}\n",
        f"{OURS}\n\n-- \n{OTHERS}\n",
    ],
    ids=["wrote", "over two lines", "German", "not marked", "original message", "below", "signature"],
)
def test_what_is_quoted_from_another_message_is_nobodys_statement_here(body: str) -> None:
    assert quoted_by(mail(body.encode())) == ["The boats are safe"]
    assert OTHERS in read(mail(body.encode())).text


def test_below_the_headers_of_another_a_reply_ends_and_a_forwarded_mail_begins() -> None:
    body = f"{OURS}\n\nFrom: Tomas Lind\nSent: Sunday\nTo: Ines Carrow\nSubject: Pier\n\n{OTHERS}\n".encode()
    assert quoted_by(mail(body)) == ["The boats are safe", "The pier is lost"]
    reply = Material(mail(body).raw.replace(b"Subject: Storm", b"Subject: RE: Storm"), "a.eml", NOW)
    assert quoted_by(reply) == ["The boats are safe"]


@pytest.mark.parametrize("tag", ['blockquote type="cite"', 'div class="gmail_quote x"'])
def test_html_marks_what_a_mail_answers_to(tag: str) -> None:
    page = f"<p>{OURS}</p><{tag}><p>{OTHERS}</p></{tag.split()[0]}>"
    assert quoted_by(mail(page.encode(), b"Content-Type: text/html; charset=utf-8\n")) == [
        "The boats are safe"
    ]


def test_a_quotation_set_off_in_a_newsletter_stays_one() -> None:
    page = f"<p>{OURS}</p><blockquote><p>{OTHERS}</p></blockquote>"
    found = quoted_by(mail(page.encode(), b"Content-Type: text/html; charset=utf-8\n"))
    assert found == ["The boats are safe", "The pier is lost"]


# -- attachments --------------------------------------------------------------------


def with_files(*files: tuple[str, bytes, str]) -> bytes:
    made = email.message.EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = (
        "carrow@port.example",
        "Storm damage",
        "<1@port.example>",
    )
    made.set_content(SAID)
    for name, content, kind in files:
        main, _, sub = kind.partition("/")
        made.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return made.as_bytes()


def test_attachments_are_inputs_of_their_own(taken: Callable[[str, bytes], dict[str, bytes | str]]) -> None:
    raw = with_files(
        ("report.txt", b"The wall held.", "text/plain"),
        ("report.txt", b"The wall broke.", "application/octet-stream"),
        ("rapport é.html", b"<p>It held.</p>", "text/html"),
        ("signature.asc", b"-----BEGIN", "application/pgp-signature"),
    )
    assert taken("a.eml", raw) == {
        "a.eml": raw,
        "a.eml/report.txt": b"The wall held.",
        "a.eml/2/report.txt": b"The wall broke.",
        "a.eml/rapport é.html": b"<p>It held.</p>",
        "a.eml/signature.asc": "it is no document (application/pgp-signature)",
    }


def test_a_mail_in_a_mail_and_an_archive_in_it_are_opened(taken, zipped) -> None:
    inner = with_files(("news.zip", zipped({"b.txt": b"The wall held."}), "application/zip"))
    outer = email.message.EmailMessage()
    outer["From"], outer["Message-ID"] = "lind@x.example", "<2@x.example>"
    outer.set_content("See below.")
    outer.add_attachment(email.message_from_bytes(inner))
    found = taken("a.eml", outer.as_bytes())
    assert list(found) == ["a.eml", "a.eml/attachment 1.eml", "a.eml/attachment 1.eml/news.zip/b.txt"]
    assert found["a.eml/attachment 1.eml"] == inner
    assert found["a.eml/attachment 1.eml/news.zip/b.txt"] == b"The wall held."


# -- whatever comes -------------------------------------------------------------------


def test_parts_nested_without_end_are_an_error_of_one_sentence() -> None:
    nested = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
    raw = HEADERS + b"MIME-Version: 1.0\n" + b"".join(nested % (depth, depth) for depth in range(2_000))
    with pytest.raises(UnreadableDocument, match="the parts of the mail are nested too deep"):
        read(Material(raw, "a.eml", NOW))


def test_a_mail_of_very_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources.mail.parts, "MOST_MEMBERS", 3)
    headers = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n"
    part = f"--b\nContent-Type: text/plain; charset=utf-8\n\n{SAID}\n".encode()
    assert read(mail(part * 3 + b"--b--\n", headers)).text.count(SAID) == 3
    with pytest.raises(UnreadableDocument, match="the mail has more than 3 parts"):
        list(Mail().read(mail(part * 4 + b"--b--\n", headers)))


@settings(deadline=None)  # the first example imports what reading needs
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"Content-Type: multipart/mixed; boundary=x\n", b"Content-Type: text/html\n"]),
)
def test_any_body_is_read_or_refused(body: bytes, headers: bytes) -> None:
    assert all(isinstance(one, Document | Problem) for one in Mail().read(mail(body, headers)))


@settings(deadline=None)  # the first example imports what reading needs
@given(
    st.lists(
        st.sampled_from(
            [
                b"--x\n",
                b"Content-Type: text/plain; charset=x; name*0*=a\n",
                b"Content-Transfer-Encoding: base64\n",
                b"\n",
                b"=\n",
                b"Content-Disposition: attachment\n",
                b"Content-Type: message/rfc822\n",
            ]
        )
    )
)
def test_any_parts_are_opened(lines: list[bytes]) -> None:
    material = Material(
        HEADERS + b"Content-Type: multipart/mixed; boundary=x\n\n" + b"".join(lines), "a.eml", NOW
    )
    assert next(iter(Mail().members(material, Room(10**6, 100)))) is material
    list(Mail().members(material, Room(10**6, 100)))
