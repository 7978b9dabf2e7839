"""A heading of ours in, what the document states out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import UnreadableDocument
from claims.model import Document, PartialDate, Problem, Source, SourceKind, Span
from claims.ports import Given, Material
from sources.plain_text import PlainText

NOW = PartialDate.parse("2031-01-01", evidence="clock")
BODY = """HARLOW BAY – The sea wall broke in three places on Saturday, and 46 people were injured.

“We were ready because people knocked on their neighbors’ doors,” Mayor Marisol Vega said on Sunday.
"""


def material(text: str, **said: object) -> Material:
    return Material(text.encode(), "story.txt", NOW, replace(Given(), **said))  # type: ignore[arg-type]


def read(text: str, **said: object) -> Document:
    document, *_ = PlainText().read(material(text, **said))
    assert isinstance(document, Document)
    return document


def problems(text: str) -> list[str]:
    return [found.message for found in PlainText().read(material(text)) if isinstance(found, Problem)]


def furniture(document: Document) -> list[str]:
    return [span.of(document.text) for span in document.furniture]


# -- the text itself -----------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_any_text_is_kept_and_its_furniture_lies_inside(text: str) -> None:
    if not text.strip():
        return
    document = read(text)
    assert document.text == text
    assert all(0 <= span.start < span.end <= len(text) for span in document.furniture)
    assert list(document.furniture) == sorted(document.furniture)
    assert not any(a.overlaps(b) for a, b in zip(document.furniture, document.furniture[1:], strict=False))


LINES = [
    "By Ann Roe",
    "ADVERTISEMENT",
    "March 5, 2024",
    "HARLOW BAY -- The wall broke.",
    "City of Harlow Bay",
    "",
    "-",
    "The mayor said on Sunday that the wall would be rebuilt before the winter.",
    "© Coastal Wire",
    "Read more: x",
]


@given(st.lists(st.sampled_from(LINES), min_size=1), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_the_title_and_every_date_stand_where_they_say(lines: list[str], line_end: str) -> None:
    text = line_end.join(lines)
    if not text.strip():
        return
    document = read(text)
    if document.title_span:
        assert document.title_span.of(text) == document.title
        assert document.title_span not in document.furniture
    for stated in (document.published, document.modified):
        if stated is not None and stated.span:
            assert stated.span.of(text) == stated.raw


def test_line_ends_of_windows_are_kept() -> None:
    assert read("The wall\r\nbroke.\r\n").text == "The wall\r\nbroke.\r\n"


@pytest.mark.parametrize(
    ("raw", "why"), [(b"", "the file is empty"), (b" \n\t", "the file holds nothing but blanks")]
)
def test_a_file_without_words_is_unreadable(raw: bytes, why: str) -> None:
    with pytest.raises(UnreadableDocument, match=f"^story.txt: {why}$"):
        list(PlainText().read(Material(raw, "story.txt", NOW)))


def test_the_bytes_name_the_document() -> None:
    assert read(BODY).id == read(BODY).id
    assert read(BODY).id != read(BODY + " ").id
    assert read(BODY).retrieved == NOW


def test_bytes_that_could_not_be_read_are_a_problem() -> None:
    raw = "“Ready,” she said of the café".encode()[:-1]
    found = list(PlainText().read(Material(raw, "story.txt", NOW)))
    assert [item.message for item in found if isinstance(item, Problem)] == [
        "1 character could not be read as utf-8"
    ]


# -- who ------------------------------------------------------------------------


def test_a_press_release_names_its_office_title_dates_and_place() -> None:
    document = read(
        "You are here\n\nHarbor News\n\nDepartment of Fisheries\nOffice of the Inspector\n"
        "District of Stroud\n\nFOR IMMEDIATE RELEASE\nTuesday, March 5, 2024\n\n"
        "Inspector Closes Two Piers\n\nInspector Closes Two Piers\n\n" + BODY + "\nUpdated March 6, 2024\n"
    )
    assert document.source == Source(
        "Office of the Inspector, District of Stroud (Department of Fisheries)", SourceKind.OFFICE, "", "text"
    )
    assert document.title == "Inspector Closes Two Piers"
    assert (str(document.published), str(document.modified)) == ("2024-03-05", "2024-03-06")
    assert document.place == "HARLOW BAY"
    assert furniture(document) == [
        "You are here",
        "Harbor News",
        "Department of Fisheries",
        "Office of the Inspector",
        "District of Stroud",
        "FOR IMMEDIATE RELEASE",
        "Tuesday, March 5, 2024",
        "Inspector Closes Two Piers",
        "Updated March 6, 2024",
    ]
    assert document.title_span == Span(141, 167)


@pytest.mark.parametrize(
    ("masthead", "kind"),
    [
        ("The Harlow Bay Herald", SourceKind.OUTLET),
        ("Stroud Times-Dispatch", SourceKind.OUTLET),
        ("Coastal Wire", SourceKind.AGENCY),
        ("Port Authority of Harlow Bay", SourceKind.OFFICE),
        ("Halden County Sheriff’s Office", SourceKind.OFFICE),
    ],
)
def test_a_masthead_names_the_source(masthead: str, kind: SourceKind) -> None:
    document = read(f"{masthead}\n\nStorm breaks the sea wall\n\n{BODY}")
    assert document.source == Source(masthead, kind, "", "text")
    assert document.title == "Storm breaks the sea wall"


@pytest.mark.parametrize(
    "section", ["Local News", "Justice News", "Breaking News", "Newsroom", "Press Releases"]
)
def test_a_part_of_a_site_is_no_source(section: str) -> None:
    document = read(f"{section}\n\nStorm breaks the sea wall\n\n{BODY}")
    assert document.source is None
    assert document.title == "Storm breaks the sea wall"
    assert section in furniture(document)


@pytest.mark.parametrize("headline", ["Governor Sues Harbor Police", "Mayor Wants a New Harbor Commission"])
def test_a_headline_about_an_office_is_no_source(headline: str) -> None:
    document = read(f"{headline}\n\n{BODY}")
    assert (document.source, document.title) == (None, headline)


def test_a_dateline_names_the_agency_where_no_masthead_does() -> None:
    document = read("Storm breaks the sea wall\n\n" + BODY.replace("BAY –", "BAY (Reuters) -"))
    assert document.source == Source("Reuters", SourceKind.AGENCY, "", "text")
    assert document.reprints is None


def test_an_agency_under_a_masthead_is_whom_the_paper_reprints() -> None:
    document = read(
        "Stroud Times\n\nStorm breaks the sea wall\n\n" + BODY.replace("BAY –", "BAY (Coastal Wire) --")
    )
    assert document.source is not None
    assert document.reprints is not None
    assert (document.source.name, document.reprints.name) == ("Stroud Times", "Coastal Wire")


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("This story was originally published by The Harlow Bay Herald.", "The Harlow Bay Herald"),
        ("Originally published in the Stroud Times", "the Stroud Times"),
        ("Reprinted with permission from Coastal Wire.", "Coastal Wire"),
        ("© 2024 Coastal Wire. All rights reserved.", "Coastal Wire"),
        ("Copyright 2024 The Associated Press", "The Associated Press"),
        ("Source: Coastal Wire", "Coastal Wire"),
    ],
)
def test_a_notice_names_the_origin(line: str, origin: str) -> None:
    document = read(f"Lighthouse Digest\n\nStorm breaks the sea wall\n\n{BODY}\n{line}\n")
    assert document.reprints is not None
    assert document.reprints.name == origin
    assert line in furniture(document)


def test_the_end_of_a_feeds_item_names_the_origin() -> None:
    line = "The post Storm breaks the sea wall appeared first on Lamplighter."
    document = read(f"Lighthouse Digest\n\nStorm breaks the sea wall\n\n{BODY}\n{line}\n")
    assert document.reprints is not None
    assert document.reprints.name == "Lamplighter"


def test_a_line_that_names_where_figures_come_from_names_no_publisher() -> None:
    document = read(f"Lighthouse Digest\n\nStorm breaks the sea wall\n\n{BODY}\nSource: Census Data\n")
    assert document.reprints is None


def test_a_repost_heading_names_the_origin() -> None:
    line = "Harlow Bay – Ada Brask – Pier Talk – – From – News – FEMA"
    document = read(f"{line}\nStorm Breaks the Sea Wall\n{BODY}")
    assert document.reprints == Source("FEMA", SourceKind.OFFICE, "", "text")
    assert document.title == "Storm Breaks the Sea Wall"
    assert furniture(document) == [line]


def test_a_copyright_line_over_the_article_is_a_photo_credit() -> None:
    document = read(f"Storm breaks the sea wall\n© Department of Fisheries\n\n{BODY}")
    assert (document.source, document.reprints) == (None, None)
    assert furniture(document) == ["© Department of Fisheries"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Mara Ellison", "Mara Ellison"),
        ("ByMara Ellison and Nils Okoro HBTV logo", "Mara Ellison and Nils Okoro"),
        ("By MARA ELLISON, Associated Press", "MARA ELLISON"),
    ],
)
def test_a_byline_names_the_author(line: str, author: str) -> None:
    document = read(f"Storm breaks the sea wall\n{line}\n\n{BODY}")
    assert document.author == author
    assert furniture(document) == [line]


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    document = read(f"Storm breaks the sea wall\n\n{BODY}\nBy Sunday the water had left Ferry Street.\n")
    assert (document.author, furniture(document)) == ("", [])


# -- when -------------------------------------------------------------------------


def test_a_date_in_running_text_is_not_the_publication_date() -> None:
    document = read(f"Storm breaks the sea wall\n\n{BODY}\nThe trial opens on March 5, 2024, in Stroud.\n")
    assert document.published is None


def test_an_unlabelled_date_behind_the_article_belongs_to_a_link() -> None:
    document = read(f"Storm breaks the sea wall\n\n{BODY}\nMore stories\nMarch 5, 2019\n")
    assert document.published is None


def test_a_dateline_with_a_year_dates_the_document() -> None:
    document = read(
        "Storm breaks the sea wall\n\n" + BODY.replace("BAY –", "BAY, March 17, 2024 (Coastal Wire) --")
    )
    assert str(document.published) == "2024-03-17"
    assert document.published is not None
    assert document.published.span is not None
    assert document.published.span.of(document.text) == "March 17, 2024"


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("HARLOW BAY –", "HARLOW BAY"),
        ("HARLOW BAY, Calif. (AP) —", "HARLOW BAY, Calif."),
        ("Harlow Bay, N.J. --", "Harlow Bay, N.J."),
        ("Harlow Bay (Coastal Wire) -", "Harlow Bay"),
        ("HARLOW BAY, March 17 (Coastal Wire) --", "HARLOW BAY"),
        ("HARLOW BAY (March 17, 2024) --", "HARLOW BAY"),
        ("UPDATE –", ""),
        ("NASA –", ""),
        ("Marisol Vega –", ""),
        ("Vega, the mayor --", ""),
    ],
)
def test_a_dateline_names_the_place(opening: str, place: str) -> None:
    assert read("Storm breaks the sea wall\n\n" + BODY.replace("HARLOW BAY –", opening)).place == place


def test_a_date_in_the_brackets_of_a_dateline_is_no_agency() -> None:
    document = read("Storm breaks the sea wall\n\n" + BODY.replace("BAY –", "BAY (March 17, 2024) --"))
    assert (document.source, str(document.published)) == (None, "2024-03-17")


def test_a_date_that_opens_the_article_is_its_date() -> None:
    document = read("Storm breaks the sea wall\n\n" + BODY.replace("HARLOW BAY –", "March 17, 2024 --"))
    assert document.published is not None
    assert document.published.span is not None
    assert document.published.span.of(document.text) == "March 17, 2024"
    opened = BODY.replace("HARLOW BAY –", "March 17, 2024, is the day when")
    assert read(f"Storm breaks the sea wall\n\n{opened}").published is None


def test_a_label_before_the_headline_is_no_part_of_it() -> None:
    text = f"Press release: Storm breaks the sea wall\n\nStorm breaks the sea wall\n\n{BODY}"
    assert read(text).title_span == Span(42, 67)


def test_a_dateline_without_a_year_dates_nothing() -> None:
    document = read(
        "Storm breaks the sea wall\n\n" + BODY.replace("BAY –", "BAY, March 17 (Coastal Wire) --")
    )
    assert (document.published, document.place) == (None, "HARLOW BAY")


def test_a_doubtful_date_is_a_problem() -> None:
    text = f"Storm breaks the sea wall\n03/04/2024\n\n{BODY}"
    assert read(text).published is None
    assert problems(text) == ["'03/04/2024' can be read as two dates"]


# -- what the user said -------------------------------------------------------------


def test_what_the_user_said_wins_and_says_so() -> None:
    document = read(
        f"Stroud Times\nMarch 17, 2024\nStorm breaks the sea wall\n\n{BODY}",
        source="Coastal Wire", country="US", url="https://wire.example/storm", origin="The Harlow Bay Herald",
        date=PartialDate.parse("2024-03-16"),
    )  # fmt: skip
    assert document.source == Source("Coastal Wire", SourceKind.AGENCY, "US", "given")
    assert document.reprints == Source("The Harlow Bay Herald", SourceKind.OUTLET, "", "given")
    assert document.url == "https://wire.example/storm"
    assert document.published is not None
    assert (str(document.published), document.published.evidence) == ("2024-03-16", "given")


def test_a_kind_alone_is_said_of_the_source_that_the_page_names() -> None:
    document = read(f"Stroud Times\n\nStorm breaks the sea wall\n\n{BODY}", kind=SourceKind.REPOST)
    assert document.source == Source("Stroud Times", SourceKind.REPOST, "", "text")


def test_nothing_stated_is_nothing_known() -> None:
    document = read("The wall broke on Tuesday, and nobody was there to see it happen at all.\n")
    assert (document.title, document.author, document.place, document.language) == ("", "", "", "")
    assert (document.source, document.reprints, document.published, document.modified) == (None,) * 4
    assert document.furniture == ()
