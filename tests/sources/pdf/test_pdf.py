"""Words at places on pages of ours in, the text as one reads it out."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import HEIGHT, Words, column, file_of, of_contents, pdf, stream

from claims.errors import UnreadableDocument
from claims.model import Document, PartialDate, Problem, Span
from claims.ports import Material
from sources.pdf import contents
from sources.pdf.reader import Pdf

NOW = PartialDate.parse("2031-03-05", evidence="clock")

VEGA = (
    "“The pier will be rebuilt before the",
    "winter storms, and no family of this",
    "harbor will pay for it,” Mayor Marisol",
    "Vega said.",
)
ORR = (
    "“I vote against it,” council member",
    "Tom Orr said. “The city has no money",
    "for a pier that the next storm takes",
    "away again.”",
)


def items(raw: bytes) -> list[Document | Problem]:
    return list(Pdf().read(Material(raw, "report.pdf", NOW)))


def read(raw: bytes) -> Document:
    document = items(raw)[0]
    assert isinstance(document, Document)
    return document


def text(*pages: list[Words], **said: str) -> str:
    return read(pdf(pages, **said)).text


def why(raw: bytes) -> str:
    with pytest.raises(UnreadableDocument) as raised:
        items(raw)
    return raised.value.why


# -- columns -----------------------------------------------------------------------


def test_two_columns_drawn_line_by_line_do_not_join_two_speakers() -> None:
    left, right = column(VEGA), column(ORR, left=310)
    drawn = [words for pair in zip(left, right, strict=True) for words in pair]
    assert text([(72, 790, 20, "Two views of the pier"), *drawn]) == (
        "Two views of the pier\n\n"
        "“The pier will be rebuilt before the winter storms, and no family of this harbor will pay for it,” "
        "Mayor Marisol Vega said.\n\n"
        "“I vote against it,” council member Tom Orr said. “The city has no money for a pier that the next "
        "storm takes away again.”"
    )


def test_what_spans_the_columns_stands_between_what_is_above_and_below_it() -> None:
    above = [
        *column(["One left", "two left"], top=760),
        *column(["One right", "two right"], left=310, top=760),
    ]
    below = [*column(["Three left"], top=700), *column(["Three right"], left=310, top=700)]
    across = column(
        ["A line across both of the columns, from the left margin to the right margin of it."], top=725
    )
    assert (
        text([*below, *across, *above]).split()
        == (
            "One left two left One right two right A line across both of the columns, from the left margin to the right "
            "margin of it. Three left Three right"
        ).split()
    )


def test_a_line_that_is_drawn_out_between_full_ones_is_one_line() -> None:
    full = "The board of the harbor met on Monday evening to hear"
    drawn_out = [(72, 746, 11, "after an"), (170, 746, 11, "investigation"), (326, 746, 11, "of")]
    assert (
        text([*column([full]), *drawn_out, *column([full], top=732)])
        == f"{full} after an investigation of {full}"
    )


def test_a_sentence_goes_on_in_the_next_column_with_a_name() -> None:
    left = [
        "The board of the harbor met on Monday",
        "to hear what the pier will cost the city",
        "and its families, as was told by Mayor",
    ]
    right = ["Marisol Vega, who spoke for an hour and", "asked nobody for money."]
    assert text([*column(left), *column(right, left=310)]) == " ".join(left + right)


def test_a_wide_gap_between_two_words_of_a_line_ends_no_column() -> None:
    lines = column(
        ["The board met on Monday in the old", "hall of the town to hear the plans for", "the pier."]
    )
    apart = [(72, 746, 11, "hall of"), (130, 746, 11, "the town to hear the plans for")]
    assert text([lines[0], *apart, lines[2]]) == (
        "The board met on Monday in the old hall of the town to hear the plans for the pier."
    )


def test_a_heading_beside_a_line_of_the_next_column_does_not_join_it() -> None:
    left = [(72, 763, 14, "Two views of the new pier now"), *column(VEGA, top=735)]
    right = column(ORR, left=287, top=765)
    assert text([*left, *right]).startswith("Two views of the new pier now\n\n“The pier will be rebuilt")


def test_a_table_of_figures_is_read_by_rows() -> None:
    rows = [("Town", "2030", "2031"), ("Halden", "12", "14"), ("Harlow Bay", "1,240", "1,310")]
    drawn = [
        (left, 700 - 14 * at, 10, cell)
        for left, cells in zip((72, 200, 300), zip(*rows, strict=True), strict=True)
        for at, cell in enumerate(cells)
    ]
    assert text(drawn) == "Town | 2030 | 2031\nHalden | 12 | 14\nHarlow Bay | 1,240 | 1,310"


# -- paragraphs --------------------------------------------------------------------


def test_paragraphs_end_where_a_line_ends_early_or_the_next_is_set_in() -> None:
    early = column(
        [
            "The board of the harbor met on Monday to hear of",
            "the pier.",
            "Nobody spoke against the plan of the mayor.",
        ]
    )
    set_in = column(
        [
            "The mayor spoke first, and then the members of it",
            "spoke for an hour about what the pier would cost",
        ]
    )
    drawn = [
        *early,
        *[
            (left + 14 * (at == 0), bottom - 42, size, words)
            for at, (left, bottom, size, words) in enumerate(set_in)
        ],
    ]
    assert text(drawn).split("\n\n") == [
        "The board of the harbor met on Monday to hear of the pier.",
        "Nobody spoke against the plan of the mayor.",
        "The mayor spoke first, and then the members of it spoke for an hour about what the pier would cost",
    ]


def test_lines_of_a_letterhead_stay_lines() -> None:
    assert text(column(["City of Harlow Bay", "Office of the Mayor", "March 4, 2031"])) == (
        "City of Harlow Bay\nOffice of the Mayor\nMarch 4, 2031"
    )


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("the families pay nothing for the recon-", "struction"), "for the reconstruction"),
        (("a well-known pier, as the mayor said: a well-", "known one"), "said: a well-known one"),
        (("the harbor and its state-of-the-", "art pier"), "its state-of-the-art pier"),
        (("the storm of the season was Edda-", "Maria"), "was Edda-Maria"),
        (("the wall broke in three places -", "and it rained"), "places - and it rained"),
    ],
)
def test_words_broken_at_the_end_of_a_line_are_whole(lines: tuple[str, ...], whole: str) -> None:
    assert whole in text(column(lines))


def test_speakers_of_a_transcript_begin_paragraphs() -> None:
    lines = [
        "MAYOR VEGA: We will rebuild the pier before the winter.",
        "MR. ORR: I vote against it, and so will others.",
    ]
    assert text(column(lines)).split("\n\n") == lines


@pytest.mark.parametrize(
    ("before", "rise", "small", "after", "read_as"),
    [
        ("It sank 12", 4, "1", " boats.", "It sank 12 [1] boats."),
        ("A sea of 40 km", 4, "2", " here.", "A sea of 40 km² here."),
        ("It is the 21", 4, "st", " pier.", "It is the 21st pier."),
        ("A low 12", -2, "1", " here.", "A low 121 here."),
        ("It holds 3 × 10", 4, "6", " tons.", "It holds 3 × 10^6 tons."),
    ],
)
def test_raised_figures_are_notes_or_powers_and_no_part_of_a_figure(
    before: str, rise: int, small: str, after: str, read_as: str
) -> None:
    drawn = (
        f"BT /F1 11 Tf 72 700 Td ({before}) Tj /F1 7 Tf {rise} Ts ({small}) Tj /F1 11 Tf 0 Ts ({after}) Tj ET"
    )
    assert read(of_contents([drawn.encode("cp1252")])).text == read_as


def test_letters_printed_twice_to_look_bold_are_read_once() -> None:
    assert text([(72, 700, 11, "Halden"), (72.3, 700, 11, "Halden")]) == "Halden"


def test_a_ligature_is_all_its_letters() -> None:
    content = b"BT /F1 11 Tf 72 700 Td (Officials were o\\001-duty.) Tj ET"
    named = b"/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /ff] >>"
    raw = of_contents([content]).replace(b"/Encoding /WinAnsiEncoding", named)
    assert read(raw).text == "Officials were off-duty."


def test_a_page_of_which_all_letters_are_turned_is_read_upright() -> None:
    drawn = b"BT /F1 11 Tf 0 1 -1 0 %d 100 Tm (%b) Tj ET"
    turned = b" ".join((drawn % (200, b"The pier will stand"), drawn % (214, b"for a hundred years.")))
    assert read(of_contents([turned])).text == "The pier will stand for a hundred years."


# -- pages -------------------------------------------------------------------------


def pages_of(count: int, *, head: str = "", foot: str = "{}") -> list[list[Words]]:
    """Pages with a sentence each, between a running head and a page number."""
    return [
        [
            *([(72, HEIGHT - 40, 9, head)] if head else []),
            *column([f"On page {'abcdef'[at]} the mayor spoke of the pier."], top=500),
            (290, 40, 9, foot.format(at + 1)),
        ]
        for at in range(count)
    ]


@pytest.mark.parametrize("foot", ["{}", "- {} -", "Page {} of 3", "Harbor report | {}"])
def test_page_numbers_and_running_heads_are_no_text(foot: str) -> None:
    assert text(*pages_of(3, head="Harbor report 2031", foot=foot)).split("\n\n") == [
        "Harbor report 2031",  # of the first page: it may be a letterhead
        "On page a the mayor spoke of the pier.",
        "On page b the mayor spoke of the pier.",
        "On page c the mayor spoke of the pier.",
    ]


def test_roman_page_numbers_are_no_text_and_the_word_i_is_one() -> None:
    foots = [
        [*page[:-1], (290, 40, 9, roman)] for page, roman in zip(pages_of(3), ("iii", "iv", "v"), strict=True)
    ]
    assert text(*foots).split()[-1] == "pier."
    assert text([(72, 60, 11, "i")]) == "i"


def test_numbers_of_lines_are_no_text() -> None:
    lines = [
        "MS. VEGA: We will not ask the fishing",
        "families to pay.",
        "MR. ORR: Who will, then?",
        "MS. VEGA: The city.",
        "MR. ORR: Good.",
    ]
    numbers = [(60, bottom, 11, str(at)) for at, (_, bottom, _, _) in enumerate(column(lines), 1)]
    assert text([*numbers, *column(lines, left=110)]).split("\n\n") == [
        "MS. VEGA: We will not ask the fishing families to pay.",
        "MR. ORR: Who will, then?",
        "MS. VEGA: The city.",
        "MR. ORR: Good.",
    ]


def test_figures_at_the_foot_of_two_tables_are_no_page_numbers() -> None:
    assert text(*pages_of(2, foot="412")).count("412") == 2


def test_a_place_is_told_by_its_page_also_where_a_paragraph_goes_on() -> None:
    first = column(
        ["The mayor told the board of the harbor on", "Monday evening that the families would not"], top=100
    )
    document = read(pdf([first, column(["pay for the pier."]), [], column(["Nobody spoke against it."])]))
    assert document.text == (
        "The mayor told the board of the harbor on Monday evening that the families would not pay for the pier.\n\n"
        "Nobody spoke against it."
    )

    def located(words: str) -> str:
        start = document.text.index(words)
        return document.located(Span(start, start + len(words)))

    assert located("Monday evening") == "page 1"
    assert located("would not pay") == "pages 1–2"
    assert located("pay for the pier") == "page 2"
    assert located("Nobody spoke") == "page 4"


# -- what the file states ------------------------------------------------------------

RELEASE = column(
    [
        "Pier to be rebuilt before winter",
        "HARLOW BAY -- Mayor Marisol Vega told the harbor board on Monday that the city",
        "will rebuild the storm-damaged pier before the storms of the winter come again.",
    ],
    leading=16,
)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Pier to be rebuilt before winter", "Pier to be rebuilt before winter"),
        ("Microsoft Word - pier_final_v3.docx", "Pier to be rebuilt before winter"),
        ("Budget of the year before", "Pier to be rebuilt before winter"),
    ],
)
def test_a_title_counts_where_the_text_bears_it_out(title: str, kept: str) -> None:
    assert read(pdf([RELEASE], Title=title)).title == kept


def test_without_a_title_the_largest_type_of_the_first_page_is_it() -> None:
    head = (72, HEIGHT - 40, 8, "Harlow Bay Harbor Board")
    lines = [
        (72, 780, 16, "Mayor announces a plan to"),
        (72, 762, 16, "rebuild the pier"),
        *column(VEGA, top=730),
    ]
    assert read(pdf([[head, *lines]])).title == "Mayor announces a plan to rebuild the pier"


def test_a_title_counts_where_the_text_has_none() -> None:
    assert read(pdf([column(["412 boats."])], Title="Boats of the harbor")).title == "Boats of the harbor"


@pytest.mark.parametrize(
    ("author", "kept"), [("Ann Roe", "Ann Roe"), ("aroe", ""), ("Microsoft Office User", "")]
)
def test_an_account_is_no_author(author: str, kept: str) -> None:
    assert read(pdf([RELEASE], Author=author)).author == kept


def test_the_day_on_which_the_file_was_made_is_no_date_of_publication() -> None:
    document = read(pdf([RELEASE], CreationDate="D:20310304153000-05'00'"))
    assert document.published is None
    assert document.modified is not None
    assert (str(document.modified), document.modified.evidence) == ("2031-03-04", "pdf CreationDate")
    assert document.modified.moment is not None
    assert document.modified.moment.isoformat() == "2031-03-04T15:30:00-05:00"


@pytest.mark.parametrize("written", ["D:20311304", "yesterday", "D:20310304153000+99'00'", ""])
def test_a_date_that_is_none_is_left_out(written: str) -> None:
    assert read(pdf([RELEASE], ModDate=written)).modified is None


def test_half_a_character_costs_its_field_and_no_more() -> None:
    raw = pdf([RELEASE], Title="Budget", Author="Ann Roe").replace(b"(Budget)", b"<FEFFD8000041>")
    assert (read(raw).title, read(raw).author) == ("Pier to be rebuilt before winter", "Ann Roe")


def test_it_says_what_read_it() -> None:
    document = read(pdf([RELEASE]))
    assert (document.media_type, document.encoding) == ("application/pdf", "")
    assert document.read_with.startswith("pypdfium2 5.")


# -- what cannot be read ---------------------------------------------------------------

PICTURE = b"q 500 0 0 700 40 40 cm 0 0 1 1 re f Q"
LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%b) /U (%b) >> /ID [(a) (a)]" % (
    b"o" * 32,
    b"u" * 32,
)
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


def bomb(mebibytes: int) -> bytes:
    """Blanks of a page's content, a thousandth of which is the file."""
    return of_contents([b"BT /F1 11 Tf 72 700 Td (Boom) Tj ET" + b" " * (mebibytes * 2**20)])


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (of_contents([PICTURE]), "pictures without text: recognise their text first"),
        (of_contents([b""]), "its pages are empty"),
        (file_of([CATALOGUE, b"<< /Type /Pages /Count 0 /Kids [] >>"]), "it has no pages"),
        (file_of([CATALOGUE, b"<< /Type /Pages /Count 0 /Kids [] >>"], LOCKED), "protected by a password"),
        (pdf([RELEASE])[:700], "damaged or cut off"),
        (b"%PDF-1.7", "damaged or cut off"),
        (b"%PDF-1.7 The wall broke." * 99, "damaged or cut off"),
    ],
    ids=["pictures", "empty", "no-pages", "locked", "cut", "head", "text"],
)
def test_what_cannot_be_read_says_why(raw: bytes, sentence: str) -> None:
    assert sentence in why(raw)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    raw = bomb(220)
    assert len(raw) < 300_000
    assert why(raw) == "it unpacks to more than 200,000,000 bytes"


def test_a_bomb_inside_a_bomb_is_one_too() -> None:
    import zlib

    inner = zlib.compress(b" " * (220 * 2**20), 9)
    packed = stream(inner).replace(b"/Filter /FlateDecode", b"/Filter [/FlateDecode /FlateDecode]")
    assert len(packed) < 3_000
    assert why(file_of([CATALOGUE, packed])) == "it unpacks to more than 200,000,000 bytes"


def test_more_pages_than_anybody_prints_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "_MOST_PAGES", 2)
    assert why(pdf(pages_of(3))) == "its 3 pages are over the limit of 2"


def test_pages_without_text_among_others_are_named() -> None:
    raw = of_contents([b"BT /F1 11 Tf 72 700 Td (The pier.) Tj ET", PICTURE, b""])
    assert [one.message for one in items(raw) if isinstance(one, Problem)] == [
        "page 2 of 3 holds a picture and no text: recognise their text first (for instance with ocrmypdf) and add that file"
    ]


CATALOGUED = b"<< /Type /Catalog /Pages 2 0 R"


def test_a_form_that_only_a_program_shows_says_what_to_do() -> None:
    form = b" /NeedsRendering true /AcroForm << /XFA [(a) 3 0 R] /Fields [3 0 R] >>"
    raw = pdf([column(["Please wait ..."])]).replace(CATALOGUED, CATALOGUED + form)
    assert why(raw) == "only Adobe's reader shows this form: print it to a PDF there and add that"


def test_words_typed_into_fields_are_told_to_be_unread() -> None:
    fields = b"""/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (12 boats) /Rect [0 0 9 9] >>
        << /Type /Annot /Subtype /Widget /FT /Tx /T (b) /V () /Rect [0 0 9 9] >>
        << /Type /Annot /Subtype /FreeText /Contents (No!) /Rect [0 0 9 9] >>
        << /Type /Annot /Subtype /Text /Contents (A note in the margin) /Rect [0 0 9 9] >>] /MediaBox"""
    _, problem = items(pdf([RELEASE]).replace(b"/MediaBox", fields))
    assert isinstance(problem, Problem)
    assert problem.message.startswith(
        "the words of 2 form fields or notes were not read: print the file to a PDF"
    )


def test_fonts_that_name_no_letters_are_no_text() -> None:
    raw = of_contents([b"BT /F1 11 Tf 72 700 Td (ABABABABAB) Tj ET"])
    unnamed = b"/Encoding << /Differences [65 /g1 /g2] >>"
    assert "its fonts do not say which letters they show" in why(
        raw.replace(b"/Encoding /WinAnsiEncoding", unnamed)
    )


def test_letters_that_fonts_do_not_name_and_that_make_words_are_read_and_told() -> None:
    words = b"The board of the harbor met on Monday to hear what the mayor had to say of the new pier."
    raw = of_contents([b"BT /F1 8 Tf 72 700 Td (%b) Tj ET" % words])
    unnamed = b"/Encoding << /Differences [%d %b] >>" % (97, b" ".join(b"/g%d" % at for at in range(26)))
    document, problem = items(raw.replace(b"/Encoding /WinAnsiEncoding", unnamed))
    assert isinstance(document, Document)
    assert document.text == words.decode()
    assert isinstance(problem, Problem)
    assert problem.message == "its fonts do not name 66 of the letters, which may be read wrongly"


# -- any -----------------------------------------------------------------------------

WORDS = st.text("abcdefghijklmnop", min_size=1, max_size=9)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None)
@given(LINES, LINES)
def test_no_word_of_two_columns_is_lost_or_changes_its_place(left: list[str], right: list[str]) -> None:
    found = text([*column(left, left=40, size=8), *column(right, left=340, size=8)]).split()
    assert sorted(found) == sorted(" ".join(left + right).split())
    if len(left) > 1 and len(right) > 1:
        assert found == " ".join(left + right).split()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_anywhere_gives_a_document_or_a_sentence(data: st.DataObject) -> None:
    raw = bytearray(pdf([RELEASE], Title="Pier"))
    for _ in range(data.draw(st.integers(1, 12))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableDocument):
        document = read(bytes(raw))
        assert all(0 <= one.start < len(document.text) for one in document.locators)
