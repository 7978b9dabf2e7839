"""A page of ours in, the document out."""

import socket
from dataclasses import replace

import pytest

from claims.errors import UnreadableDocument
from claims.model import Document, PartialDate, Problem, Source, SourceKind
from claims.ports import Given, Material
from sources.html import Html

NOW = PartialDate.parse("2031-01-01", evidence="clock")
STORY = (
    "<p>HARLOW BAY (Coastal Wire) -- The sea wall broke in three places on Saturday, the city said.</p>"
    "<p>“We were ready because people knocked on their neighbors’ doors,” Mayor Marisol Vega said.</p>"
    "<p>Forty-six people were injured, and 1,240 had left their homes before the water came.</p>"
)


def page(head: str = "", body: str = f"<h1>Storm breaks the wall</h1>{STORY}", lang: str = "en") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body><article>{body}</article></body></html>'
    )


def items(text: str, **said: object) -> list[Document | Problem]:
    material = Material(text.encode(), "page.html", NOW, replace(Given(), **said))  # type: ignore[arg-type]
    return list(Html().read(material))


def read(text: str, **said: object) -> Document:
    document = items(text, **said)[0]
    assert isinstance(document, Document)
    return document


def linked(words: str) -> str:
    return f'<script type="application/ld+json">{words}</script>'


# -- the text ---------------------------------------------------------------------


def test_the_text_is_the_article_a_paragraph_a_line() -> None:
    document = read(page())
    assert document.text.split("\n") == [
        "Storm breaks the wall",
        "HARLOW BAY (Coastal Wire) -- The sea wall broke in three places on Saturday, the city said.",
        "“We were ready because people knocked on their neighbors’ doors,” Mayor Marisol Vega said.",
        "Forty-six people were injured, and 1,240 had left their homes before the water came.",
    ]
    assert document.media_type == "text/html"
    assert document.read_with.startswith("trafilatura 2.")
    assert document.title_span is not None
    assert document.title_span.of(document.text) == document.title == "Storm breaks the wall"


def test_navigation_scripts_and_comments_are_left_out_and_tables_stay() -> None:
    table = "<table><tr><td>Injured</td><td>46</td></tr><tr><td>Homes flooded</td><td>412</td></tr></table>"
    text = read(
        "<html><body><nav><a href='/'>Home</a></nav><script>var spoken = 'never';</script>"
        "<!-- hidden words -->"
        f"<article><h1>Storm</h1>{STORY}{table}</article><footer>Terms of use</footer></body></html>"
    ).text
    assert "412" in text
    assert not any(word in text for word in ("Home\n", "never", "hidden", "Terms"))


def test_the_charset_a_page_declares_is_used() -> None:
    raw = page('<meta charset="windows-1252">').encode("cp1252")
    document = next(iter(Html().read(Material(raw, "page.html", NOW))))
    assert isinstance(document, Document)
    assert "“We were ready" in document.text
    assert (document.encoding, document.encoding_guessed) == ("cp1252", False)


def test_an_xml_declaration_does_not_stop_the_reader() -> None:
    assert "Marisol Vega" in read('<?xml version="1.0" encoding="utf-8"?>' + page()).text


# -- what the page states -----------------------------------------------------------


def test_metadata_names_source_author_address_and_language() -> None:
    document = read(
        page(
            '<title>Storm breaks the wall | The Harlow Bay Herald</title>'
            '<meta property="og:site_name" content="The Harlow Bay Herald">'
            '<meta name="author" content="By Nils Okoro">'
            '<link rel="canonical" href="https://herald.example/storm">',
            lang="en-US",
        )
    )  # fmt: skip
    assert document.source == Source("The Harlow Bay Herald", SourceKind.OUTLET, "", "meta og:site_name")
    assert (document.author, document.url, document.language) == (
        "Nils Okoro",
        "https://herald.example/storm",
        "en-US",
    )
    assert document.reprints == Source("Coastal Wire", SourceKind.AGENCY, "", "text")
    assert document.place == "HARLOW BAY"


def test_linked_data_names_publisher_authors_and_dates_with_their_zone() -> None:
    document = read(
        page(
            linked(
                '{"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"}, {"@type": ["NewsArticle"],'
                '"headline": "Storm", "author": [{"name": "Ann Roe"}, {"name": "Bo Lund"}],'
                '"publisher": {"name": "HBTV News"},'
                '"datePublished": "2024-03-16T23:30:00-05:00", "dateModified": "2024-03-17"}]}'
            )
        )
    )
    assert document.source == Source("HBTV News", SourceKind.OUTLET, "", "json-ld")
    assert document.author == "Ann Roe, Bo Lund"
    assert document.published is not None
    assert document.published.moment is not None
    assert (str(document.published), document.published.evidence) == ("2024-03-16", "json-ld")
    assert document.published.moment.isoformat() == document.published.raw == "2024-03-16T23:30:00-05:00"
    assert str(document.modified) == "2024-03-17"


@pytest.mark.parametrize(
    ("head", "day", "evidence"),
    [
        ('<meta property="article:published_time" content="2024-03-16T08:00:00Z">', "2024-03-16",
         "meta article:published_time"),
        ('<meta name="DC.date.issued" content="2024-03-16">', "2024-03-16", "meta dc.date.issued"),
        ('<meta name="date" content="March 2024">', "2024-03", "meta date"),
        ('<link rel="canonical" href="https://herald.example/2024/03/16/storm">', "2024-03-16", "url"),
    ],
)  # fmt: skip
def test_a_date_says_where_it_stands(head: str, day: str, evidence: str) -> None:
    published = read(page(head)).published
    assert published is not None
    assert (str(published), published.evidence) == (day, evidence)


@pytest.mark.parametrize(
    ("element", "raw"),
    [
        ('<time datetime="2024-03-16T08:00:00-05:00">Saturday</time>', "2024-03-16T08:00:00-05:00"),
        ('<p class="date">Published March 16, 2024</p>', "Published March 16, 2024"),
    ],
)
def test_a_date_on_the_page_itself_is_found_with_its_words(element: str, raw: str) -> None:
    published = read(page(body=f"<h1>Storm breaks the wall</h1>{element}{STORY}")).published
    assert published is not None
    assert (str(published), published.raw) == ("2024-03-16", raw)


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Storm</h1>" + STORY + "<p>The trial of the harbor master opens on March 5, 2024, in Stroud.</p>",
        "<h1>Storm</h1><img src='/pictures/2019/04/05/wall.jpg'>" + STORY,
        "<h1>Storm</h1>" + STORY + "<p>© 2021 The Harlow Bay Herald</p>",
    ],
)
def test_a_date_of_something_else_is_not_the_page_s(body: str) -> None:
    assert read(page(body=body)).published is None


def test_the_date_of_a_change_is_not_the_date_of_publication() -> None:
    document = read(page('<meta property="article:modified_time" content="2024-03-17T08:00:00Z">'))
    assert (document.published, str(document.modified)) == (None, "2024-03-17")


def test_what_the_user_said_wins() -> None:
    document = read(
        page('<meta property="og:site_name" content="HBTV"><meta name="date" content="2024-03-16">'),
        source="Coastal Wire",
        kind=SourceKind.AGENCY,
        url="https://wire.example/1",
        date=PartialDate.parse("2024"),
    )
    assert document.source == Source("Coastal Wire", SourceKind.AGENCY, "", "given")
    assert (document.url, str(document.published)) == ("https://wire.example/1", "2024")


@pytest.mark.parametrize(
    ("title", "address", "name"),
    [
        ("Storm breaks the wall - Coastline", "https://example.com/storm", "Coastline"),
        (
            "Storm breaks the wall: live | baywatch.example",
            "https://www.baywatch.example/storm",
            "baywatch.example",
        ),
        ("Storm breaks the wall | Local News", "https://example.com/storm", None),
        ("Storm: wall breaks - what we know", "https://example.com/storm", None),
    ],
)
def test_a_site_is_named_in_the_title_behind_the_headline_or_as_its_address_spells_it(
    title: str, address: str, name: str | None
) -> None:
    body = f"<h1>Storm breaks the wall</h1>{STORY.replace(' (Coastal Wire)', '')}"
    document = read(page(f'<title>{title}</title><link rel="canonical" href="{address}">', body))
    assert document.source == (name and Source(name, SourceKind.UNKNOWN, "", "title"))


def test_a_sites_slogan_is_no_part_of_its_name_and_its_type_says_what_it_is() -> None:
    said = linked(
        '{"@type": "NewsArticle", "publisher": {"@type": "NewsMediaOrganization", "name": "Coastline"}}'
    )
    document = read(page(f'<meta property="og:site_name" content="Coastline | News of the bay">{said}'))
    assert document.source == Source("Coastline", SourceKind.OUTLET, "", "meta og:site_name")


@pytest.mark.parametrize("named", ["AP", "Nils Okoro, Associated Press"])
def test_an_agency_among_the_authors_is_whose_text_it_is(named: str) -> None:
    head = f'<meta property="og:site_name" content="The Harlow Bay Herald"><meta name="author" content="{named}">'
    document = read(page(head, f"<h1>Storm breaks the wall</h1>{STORY.replace(' (Coastal Wire)', '')}"))
    assert document.reprints is not None
    assert document.reprints.kind is SourceKind.AGENCY


def test_a_page_that_states_nothing_has_nothing() -> None:
    document = read(f"<html><body><div>{STORY.replace(' (Coastal Wire)', '')}</div></body></html>")
    assert (document.source, document.published, document.modified) == (None, None, None)
    assert (document.author, document.url, document.title) == ("", "", "")
    assert document.language == "en"  # told by its words


# -- hostile pages ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<html><body></body></html>", "the page holds no text"),
        ("<html><body><script>document.write('x')</script></body></html>", "scripts would write it"),
        ("<!doctype html>", "the page is empty"),
        ("<html><body>" + "<ul><li>" * 10_000 + "words", "nested more than 256 levels deep"),
        (
            "<html><body><p " + " ".join(f"a{n}=1" for n in range(5000)) + ">words</p>",
            "over 4,000 attributes",
        ),
    ],
)
def test_a_page_that_cannot_be_read_says_why(text: str, why: str) -> None:
    with pytest.raises(UnreadableDocument, match=why):
        items(text)


def test_what_is_nested_too_deep_is_a_problem_where_the_rest_can_be_read() -> None:
    found = items(page(body=f"<h1>Storm</h1>{STORY}" + "<ul><li>" * 2000 + "lost"))
    assert [item.message for item in found if isinstance(item, Problem)] == [
        "the page is nested more than 256 levels deep: what lies deeper was not read"
    ]


@pytest.mark.parametrize(
    "before", ["<div class='box'>" * 3_000, "<b>line<br>" * 3_000, "<div><section>" * 50_000], ids=len
)
def test_boxes_in_boxes_without_end_cost_a_page_nothing(before: str) -> None:
    story = STORY.replace("Vega", "Vega &amp; Sons").replace("</p>", "</p><script>a < b</script>", 1)
    [document] = items(page(body=f"<h1>Storm</h1>{story}").replace("<body>", f"<body>{before}"))
    assert isinstance(document, Document)
    assert document.text.splitlines()[-2:] == [
        "“We were ready because people knocked on their neighbors’ doors,” Mayor Marisol Vega & Sons said.",
        "Forty-six people were injured, and 1,240 had left their homes before the water came.",
    ]


@pytest.mark.parametrize("control", ["&#11;", "&#12;", "&#27;", "\x0b", "\x08", "\x1f"])
def test_a_control_character_is_read_as_a_blank_and_costs_the_page_nothing(control: str) -> None:
    document, problem = items(
        page(body=f"{STORY}<p>The city{control}council meets <b>on</b>{control}Monday.</p>")
    )
    assert isinstance(document, Document)
    assert document.text.splitlines()[-1] == "The city council meets on Monday."
    assert isinstance(problem, Problem)
    assert problem.message == "control characters, 2 of them, were read as blanks"


def test_a_long_picture_inside_the_page_is_no_hindrance() -> None:
    picture = '<img src="data:image/png;base64,' + "QUJD " * 20_000 + '">'
    assert "Marisol Vega" in read(page(body=f"<h1>Storm</h1>{picture}{STORY}")).text


def test_entities_are_not_expanded_and_files_not_read() -> None:
    attack = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa">]>'
    text = read(
        f"{attack}<html><body><article><p>One &x; two &a; three.</p>{STORY}</article></body></html>"
    ).text
    assert "One &x; two &a; three." in text


@pytest.mark.parametrize(
    "words", ["[" * 100_000, "{", "null", '{"@type": "NewsArticle", "datePublished": 7, "author": [[]]}']
)
def test_linked_data_that_is_broken_states_nothing(words: str) -> None:
    document = read(page(linked(words)))
    assert (document.published, document.author) == (None, "")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    head = '<link rel="canonical" href="https://herald.example/"><base href="https://herald.example/">'
    assert read(page(head, body=f"<h1>Storm</h1><img src='https://herald.example/a.png'>{STORY}")).text
