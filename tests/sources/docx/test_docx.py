"""Word files of ours in, the text with all changes accepted out."""

from contextlib import suppress

import pytest
from docx_files import CONTENT, deleted, docx, inserted, notes, paragraph, table, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import UnreadableDocument
from claims.model import Document, PartialDate, Problem
from claims.ports import Material
from sources.docx import package
from sources.docx.reader import Docx

NOW = PartialDate.parse("2031-03-05", evidence="clock")
STORY = (
    paragraph("Pier to be rebuilt before winter")
    + paragraph(
        "HARLOW BAY -- Mayor Marisol Vega told the harbor board on Monday that the city will rebuild the pier."
    )
    + paragraph(
        "“We will not ask the fishing families to pay for this pier,” Vega told the members of the board."
    )
)


def items(raw: bytes) -> list[Document | Problem]:
    return list(Docx().read(Material(raw, "release.docx", NOW)))


def read(raw: bytes) -> Document:
    document = items(raw)[0]
    assert isinstance(document, Document)
    return document


def why(raw: bytes) -> str:
    with pytest.raises(UnreadableDocument) as raised:
        items(raw)
    return raised.value.why


# -- the text -----------------------------------------------------------------------


def test_every_paragraph_is_a_line() -> None:
    document = read(docx(STORY))
    assert document.text.split("\n") == [
        "Pier to be rebuilt before winter",
        "HARLOW BAY -- Mayor Marisol Vega told the harbor board on Monday that the city will rebuild the pier.",
        "“We will not ask the fishing families to pay for this pier,” Vega told the members of the board.",
    ]
    assert (document.title, document.place) == ("Pier to be rebuilt before winter", "HARLOW BAY")
    assert (document.encoding, document.read_with[:9]) == ("", "mammoth 1")


def test_what_was_inserted_is_text_and_what_was_deleted_is_none() -> None:
    body = paragraph("“We will ", deleted("never"), inserted("not"), " ask the families to pay,” Vega said.")
    assert read(docx(body)).text == "“We will not ask the families to pay,” Vega said."


def test_a_paragraph_that_was_moved_stands_once() -> None:
    moved = "<w:r><w:t>It will stand.</w:t></w:r>"
    body = (
        f'<w:p><w:moveFrom w:id="1" w:author="a">{moved}</w:moveFrom></w:p>'
        f'{paragraph("The pier.")}<w:p><w:moveTo w:id="2" w:author="a">{moved}</w:moveTo></w:p>'
    )
    assert read(docx(body)).text == "The pier.\nIt will stand."


def test_a_table_is_kept_a_row_a_line() -> None:
    body = paragraph("Boats sunk") + table(
        ("Town", "2030", "2031"), ("Halden", "12", "14"), ("Harlow Bay", "1,240", "3")
    )
    assert read(docx(body)).text.split("\n") == [
        "Boats sunk",
        "| Town | 2030 | 2031 |",
        "| Halden | 12 | 14 |",
        "| Harlow Bay | 1,240 | 3 |",
    ]


def test_words_in_a_table_that_is_a_layout_are_text() -> None:
    body = table(("Statement of the mayor", "“We will rebuild the pier,” Mayor Marisol Vega said."))
    assert "“We will rebuild the pier,” Mayor Marisol Vega said." in read(docx(body)).text


def test_comments_and_pictures_are_no_text() -> None:
    comments = '<w:comments xmlns:w="x"><w:comment w:id="1"><w:p><w:r><w:t>Sure?</w:t></w:r></w:p></w:comment></w:comments>'
    drawing = "<w:r><w:drawing/><w:commentReference w:id='1'/></w:r>"
    assert read(docx(paragraph("The pier.", drawing), word__comments=comments)).text == "The pier."


def test_a_link_or_picture_that_lies_nowhere_costs_no_text() -> None:
    link = '<w:p><w:hyperlink r:id="gone"><w:r><w:t>The board</w:t></w:r></w:hyperlink></w:p>'
    assert read(docx(STORY + link)).text.endswith("told the members of the board.\nThe board")
    assert read(docx(STORY + link.replace('"', "'"))).text.endswith("\nThe board")


def test_words_that_read_like_a_link_are_text() -> None:
    said = 'The tag has r:id="pier" in it.'
    assert read(docx(f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>")).text == said


def test_notes_stand_behind_the_text_and_their_marks_apart() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = paragraph("It sank 12", reference, " boats.")
    assert read(docx(body, word__footnotes=notes("footnote", "The port's count."))).text == (
        "It sank 12 [1] boats.\nThe port's count."
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "Sm"]), min_size=1), min_size=1, max_size=5))
def test_whatever_is_written_stands_in_the_text(words: list[str]) -> None:
    assert read(docx("".join(map(paragraph, words)))).text == "\n".join(words)


# -- what the file states --------------------------------------------------------------


def test_properties_count_where_the_text_bears_them_out_or_says_nothing() -> None:
    stated = {
        "dc:title": "Pier to be rebuilt before winter",
        "dc:creator": "Ann Roe",
        "dcterms:created": "2031-03-01T08:00:00Z",
        "dcterms:modified": "2031-03-04T15:30:00Z",
    }
    document = read(docx(STORY, properties=stated))
    assert (document.title, document.author) == ("Pier to be rebuilt before winter", "Ann Roe")
    assert document.published is None
    assert document.modified is not None
    assert (str(document.modified), document.modified.evidence) == ("2031-03-04", "docx modified")


def test_titles_of_other_files_accounts_and_odd_dates_are_left_out() -> None:
    stated = {"dc:title": "Budget of last year", "dc:creator": "user1", "dcterms:modified": "soon"}
    document = read(docx(STORY, properties=stated))
    assert (document.title, document.author, document.modified) == (
        "Pier to be rebuilt before winter",
        "",
        None,
    )


def test_damaged_properties_cost_no_text() -> None:
    assert read(docx(STORY, docProps__core="<cp:core")).text.startswith("Pier to be rebuilt")


# -- what cannot be read -----------------------------------------------------------------

DEEP = f'<w:document xmlns:w="w"><w:body>{"<w:sdt>" * 5_000}{"</w:sdt>" * 5_000}</w:body></w:document>'
DTD = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
ENTITY = (
    '<!DOCTYPE w [<!ENTITY file SYSTEM "file:///etc/hostname">]><w:document xmlns:w="w">&file;</w:document>'
)
LARGE = "<w:document>" + " " * 70_000_000


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (docx(STORY)[:-300], "damaged or cut off"),
        (docx(STORY, word__document=""), "damaged"),
        (docx(STORY, word__document="<w:document"), "damaged"),
        (docx(""), "holds no text"),
        (docx(STORY, word__document=LARGE), "unpacks to more than"),
        (docx(STORY, word__document=DEEP), "nested too deep"),
        (docx(STORY, word__document=DTD + "<w:document/>"), "declares a DTD"),
        (docx(STORY, word__document=ENTITY), "declares a DTD"),
        (docx(STORY, docProps__core=DTD + "<core/>"), "declares a DTD"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), "save it as DOCX"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
    ],
    ids=[
        "cut",
        "no-body",
        "no-xml",
        "empty",
        "bomb",
        "deep",
        "dtd",
        "entity",
        "dtd-of-properties",
        "old",
        "locked",
    ],
)
def test_what_cannot_be_read_says_why(raw: bytes, sentence: str) -> None:
    assert sentence in why(raw)


def test_a_dtd_in_other_letters_is_refused_too() -> None:
    parts = {
        "[Content_Types].xml": CONTENT.encode(),
        "word/document.xml": f"\ufeff{ENTITY}".encode("utf-16-le"),
    }
    assert "declares a DTD" in why(zipped(parts))


def test_many_parts_that_are_large_together_are_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_XML", 2_000)
    assert "unpacks to more than" in why(docx(STORY, word__styles=" " * 900, word__numbering=" " * 900))


def test_an_old_or_cut_file_is_claimed_and_other_packages_are_not() -> None:
    assert Docx().claims(Material(docx(STORY)[:200], "release.docx", NOW))

    def claimed(raw: bytes) -> bool:
        return Docx().claims(Material(raw, "x", NOW))

    assert claimed(docx(STORY))
    assert claimed(docx(STORY)[:-300])
    assert not claimed(zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}))
    assert not claimed(zipped({"word/document.xml": b"<p/>"}))
    assert not claimed(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(200))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_anywhere_gives_a_document_or_a_sentence(data: st.DataObject) -> None:
    raw = bytearray(docx(STORY, properties={"dc:title": "Pier"}))
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableDocument):
        assert read(bytes(raw)).text.strip()
